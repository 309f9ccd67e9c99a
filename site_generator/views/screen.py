"""PAGES: the screen in the hall and the waiting room, and the days that it lives on.

The page brings along what holds whatever the day; a small file beside it holds the day of the build
and those that follow, in every language of the house. The script fetches it again and again and
chooses by date and clock, so that a screen goes on by itself for months.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import astuple, dataclass, replace
from datetime import timedelta

from markupsafe import Markup, escape

from site_generator import addresses
from site_generator.language.spoken import Language, _, speaking, spoken
from site_generator.output import Artifact, Page
from site_generator.print.qr import qr_svg
from site_generator.told.house import House
from site_generator.told.screen import (
    board,
    certain,
    of_the_day,
    offers,
    on_day,
    out_of_date,
    screen_code,
)
from site_generator.told.screen_rows import Row, Slide
from site_generator.views.around.written_in import file_of
from site_generator.wording.in_words import day_and_month, day_in_words, sentence
from site_generator.wording.markup import to_json, with_whole_hours

DAYS_AHEAD = 14


@dataclass(frozen=True)
class CodeView:
    """The drawing of the code, what it is in words, and its address as one would type it."""

    src: str
    alt: str
    letters: str


@dataclass(frozen=True)
class ScreenView:
    """`board` is the day of the build on one picture, for screens without a script. `first` is
    what the script begins with, as JSON: what holds whatever the day."""

    title: str
    description: str
    name: str
    day: str
    made_on: str
    board: tuple[Slide, ...]
    code: CodeView | None
    first: Markup
    demo_notice: str
    stylesheet: str
    script: str
    icon: str
    accent: str


def screen_page(house: House) -> Page:
    """One page for all languages of the house, which it shows in turn."""
    address, site = addresses.SCREEN, house.municipality.site
    files = house.files(addresses.way_up(address))
    view = ScreenView(
        title=_("Skærm – {name}", name=site.name),
        description=_("Dagens tider og det, der sker snart, til skærmen i venteværelset."),
        name=site.name,
        day=_("Gælder {date}", date=day_in_words(house.today)),
        made_on=house.today.isoformat(),
        board=tuple(map(_on_board, board(house))),
        code=_code(house),
        first=to_json(_told(house, days=0)),
        demo_notice=house.demo_notice,
        stylesheet=f"{files}{addresses.SCREEN_STYLESHEET}?{house.version}",
        script=f"{files}{addresses.SCREEN_SCRIPT}?{house.version}",
        icon=files + addresses.ICON,
        accent=site.brand.colour,
    )
    return Page(address, "pages/screen.html", view, file_of(site))


def screen_files(house: House) -> Iterator[Artifact]:
    """What the page fetches: its days, and a code for each language."""
    told = json.dumps(_told(house, DAYS_AHEAD + 1), ensure_ascii=False, separators=(",", ":"))
    yield Artifact(addresses.SCREEN_DATA, f"{told}\n".encode())
    for language in house.languages:
        with speaking(language):
            code = screen_code(house)
            if code:
                file = addresses.screen_code(language.code)
                yield Artifact(file, qr_svg(code.link).encode())


def _told(house: House, days: int) -> dict[str, object]:
    """All that the screen can say, with as many days as are wanted from that of the build on."""
    houses = [on_day(house, house.today + timedelta(days=ahead)) for ahead in range(days)]
    return {
        "version": house.version,
        "made": house.today.isoformat(),
        "languages": [_in_language(house, language, houses) for language in house.languages],
    }


def _in_language(house: House, language: Language, days: list[House]) -> dict[str, object]:
    """The words of one language. `rows` holds each row once; slides name theirs by number."""
    rows: dict[Row, int] = {}
    with speaking(language):
        code = _code(house)
        told: dict[str, object] = {
            "lang": spoken().code,
            "dir": spoken().direction,
            "notice": str(escape(house.demo_notice)),
            "stale": str(escape(out_of_date(house))),
            "code": astuple(code) if code else None,
            "always": _slide(certain(house), rows),
            "offers": _slide(offers(house), rows) if days else None,
            "days": {day.today.isoformat(): _day(day, rows) for day in days},
        }
    return told | {"rows": [_as_html(row) for row in rows]}


def _day(house: House, rows: dict[Row, int]) -> list[object]:
    """What the day is called, then the slides of it alone."""
    name = str(escape(sentence(day_and_month(house.today))))
    return [name, *(_slide(slide, rows) for slide in of_the_day(house, by_the_clock=True))]


def _slide(slide: Slide, rows: dict[Row, int]) -> list[object]:
    numbers = [rows.setdefault(row, len(rows)) for row in slide.rows]
    return [slide.kind, str(escape(slide.title)), numbers]


def _on_board(slide: Slide) -> Slide:
    return replace(slide, rows=tuple(Row(*_as_html(row)) for row in slide.rows))


def _as_html(row: Row) -> list[Markup]:
    """The fields of a row as they stand in a page, with their language and with whole hours; empty
    ones at the end are left out."""
    told = [with_whole_hours(field) for field in astuple(row)]
    while not told[-1]:
        told.pop()
    return told


def _code(house: House) -> CodeView | None:
    code = screen_code(house)
    if code is None:
        return None
    src = addresses.screen_code(spoken().code).removeprefix(addresses.SCREEN)
    return CodeView(src, code.alt, code.letters)
