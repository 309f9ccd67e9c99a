"""PAGES: what stands on a sheet of paper. Every text is as the reader sees it; empty is left out.

These records are the whole contract with the templates in `themes/<theme>/print/`: they are handed
over as JSON, so that what an author wrote is a string there and can never become markup.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property
from typing import Any

from site_generator.print.line_ends import with_good_line_ends


@dataclass(frozen=True)
class Drawing:
    """A logo or picture as SVG text; a photograph is wrapped in one. `alt` is never empty.

    `focus` is the point that is kept where it is cut: percent from the left and from the top.
    """

    svg: str
    alt: str
    focus: tuple[int, int] = (50, 50)


@dataclass(frozen=True)
class Row:
    """For example «Mandag–onsdag» and «kl. 9–15»."""

    label: str
    text: str


@dataclass(frozen=True)
class Rows:
    """A heading with rows below it: opening hours, telephone hours.

    `otherwise` stands there instead of rows that are too much for the sheet.
    """

    heading: str
    rows: tuple[Row, ...]
    note: str
    otherwise: str = ""


@dataclass(frozen=True)
class PlaceLines:
    """Where a house is: its name (empty where there is only one house) and its address.

    `link` opens the address on a map, for who reads the sheet on a screen: paper is the same
    without it."""

    name: str
    address: str
    note: str
    link: str = field(default="", compare=False)


@dataclass(frozen=True)
class Way:
    """One line of how to get there. `icon` is one of drawings.typ."""

    icon: str
    text: str


@dataclass(frozen=True)
class OfferLines:
    """An offer. `facts` are for families: for whom, how one gets in; `practical` says when it is,
    what it costs, and how one signs up."""

    title: str
    summary: str
    facts: str
    practical: str = ""


@dataclass(frozen=True)
class EventLines:
    """One occurrence, or one that repeats. `day` is «tirsdag 24. november», `time` «kl. 10–12».

    `state` says that it is cancelled, moved or full; `note` what one must know before one goes.
    """

    day: str
    time: str
    title: str
    place: str
    note: str
    state: str = ""


@dataclass(frozen=True)
class OverviewRow:
    """An offer as professionals need it."""

    title: str
    summary: str
    audience: str
    access: str
    refer: str
    provider: str


@dataclass(frozen=True)
class QrCode:
    """`link` is what the code holds; `address` the same in letters, without https://; `opens` says
    what it opens. The template gets the drawing as `svg` (typesetting.py)."""

    link: str
    alt: str
    address: str
    opens: str


@dataclass(frozen=True)
class Words:
    """The fixed words of the templates, in the language of the sheet."""

    offers: str
    events: str
    find_us: str
    call: str
    for_whom: str
    way_in: str
    refer: str
    provider: str
    offer: str
    overview: str
    how_to_refer: str
    greeting: str
    kind_regards: str
    week: str
    tally: str
    came_by: str
    called: str
    total: str
    days: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """One sheet. `kind` is the template; lengths and type sizes are its own business.

    `ink` is colour or black; `ground`, `tint` and `line` are the portal's light colours.
    `refer` are steps with their numbers. `promises` are short: free, no referral, anonymous.
    `more` stands behind a month's events where there is no room for all of them. `made` says when
    its facts changed last and where today's hours are; `notice` that it is a demonstration, or only
    a proof.
    """

    kind: str
    paper: str
    language: str
    direction: str
    ink: str
    print_shop: bool
    accent: str
    ground: str
    tint: str
    line: str
    name: str
    municipality: str
    logo: Drawing | None
    picture: Drawing | None
    title: str
    sentence: str
    promises: tuple[str, ...]
    hours: Rows | None
    phone_number: str
    phone_link: str
    phone_hours: Rows | None
    mail: str
    places: tuple[PlaceLines, ...]
    ways: tuple[Way, ...]
    offers: tuple[OfferLines, ...]
    events: tuple[EventLines, ...]
    more: EventLines | None
    overview: tuple[OverviewRow, ...]
    refer: tuple[Row, ...]
    staff_heading: str
    staff_note: str
    qr: QrCode
    words: Words
    made: str
    notice: str


@dataclass(frozen=True)
class Document:
    """One PDF: one sheet, or several as a print pack.

    `date` is the year, month and day on which its facts changed last; None where nobody knows.
    """

    title: str
    author: str
    language: str
    date: tuple[int, int, int] | None
    sheets: tuple[Sheet, ...]

    @cached_property
    def as_data(self) -> dict[str, Any]:
        """All of it as plain values, which are not to be changed."""
        data = asdict(self)
        return data | {"sheets": with_good_line_ends(data["sheets"])}

    @cached_property
    def as_json(self) -> str:
        """All of it as one text: the same for the same document."""
        return json.dumps(self.as_data)


def with_fewer_hours(sheet: Sheet) -> Sheet:
    """The hours of several places stand there where there is room; else the code leads to them."""
    hours = sheet.hours
    if hours is None or not hours.otherwise:
        return sheet
    return replace(sheet, hours=Rows(hours.heading, (), hours.otherwise))
