"""STAFF: `personale/`, which only leads those who know it: no page links to it, no search has it.

It says nothing that the files and `check` do not say: it gathers it where staff can read it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from site_generator import addresses
from site_generator.output import Page
from site_generator.problems import Problem, in_reading_order
from site_generator.rules.circumstances import Circumstances
from site_generator.rules.freshness import texts_are_reviewed
from site_generator.rules.reading_ease import own_texts_are_readable
from site_generator.rules.reviewed_things import is_stale, things_of
from site_generator.told.house import House
from site_generator.views.around.frame import page_frame
from site_generator.views.around.written_in import file_of, with_way_to_its_file
from site_generator.views.elements import Frame
from site_generator.views.staff.fields import seldom_filled
from site_generator.views.staff.texts import hard_texts, missing_translations
from site_generator.views.staff.todo import TodoList, shortened, todo
from site_generator.wording.in_words import plain_date

_MOST = 25
_TITLE = "For medarbejdere"
_LEAD = "Sådan står det til med husets tekster i dag. Det her ser familierne ikke."


@dataclass(frozen=True)
class StaffView:
    frame: Frame
    title: str
    lead: str
    lists: tuple[TodoList, ...]


def staff_page(house: House, problems: Iterable[Problem]) -> Page:
    """The page, with its address within the whole site. `problems` is what `check` tells."""
    address = addresses.STAFF
    root = addresses.way_up(address)
    view = StaffView(
        frame=page_frame(house, address, _TITLE, _LEAD, root=root),
        title=_TITLE,
        lead=_LEAD,
        lists=(
            _freshness(house),
            _missing(house, problems),
            missing_translations(house),
            hard_texts(house),
            seldom_filled(house),
        ),
    )
    page = Page(address, "pages/staff.html", view, file_of(house.municipality.site))
    return replace(with_way_to_its_file(house, page), address=f"{house.slug}/{address}")


def _freshness(house: House) -> TodoList:
    """Everything with a date of its own: what has none first, then the oldest."""
    things = sorted(things_of(house.municipality), key=lambda one: str(one.reviewed or ""))
    items = []
    for thing in things:
        old = is_stale(thing, house.municipality, house.today)
        seen = f"Set efter {plain_date(thing.reviewed)}." if thing.reviewed else "Ingen dato."
        note = f"{seen} Se det efter nu." if old else seen
        items.append(todo(house, thing.source, thing.title, note))
    shown, more = shortened(items, _MOST)
    return TodoList(
        "set-efter",
        "Hvornår er det sidst set efter?",
        "Det ældste først. Passer det stadig, så skriv dagens dato efter «reviewed:».",
        shown,
        "Der er intet, der skal ses efter.",
        more,
    )


def _missing(house: House, problems: Iterable[Problem]) -> TodoList:
    """What `check` tells, but for what has a list of its own."""
    elsewhere = set(_told_elsewhere(house))
    found = in_reading_order(one for one in problems if one not in elsewhere)
    items = [
        todo(house, f"{one.path}:{one.line}", one.message, one.remedy)
        for one in found
        if one.path.startswith(house.municipality.shown_as)
    ]
    shown, more = shortened(items, _MOST)
    return TodoList(
        "mangler",
        "Det mangler, eller det er måske forkert",
        "Advarsler fra tjekket. Siden kan godt udgives, men familierne savner det.",
        shown,
        "Tjekket har ingen advarsler.",
        more,
    )


def _told_elsewhere(house: House) -> Iterator[Problem]:
    circumstances = Circumstances(house.shared, house.today)
    yield from texts_are_reviewed(house.municipality, circumstances)
    yield from own_texts_are_readable(house.municipality, circumstances)
