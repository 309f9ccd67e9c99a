"""PAGES: what comes next, as a card with one tap to one's own calendar."""

from __future__ import annotations

from dataclasses import dataclass

from site_generator import addresses
from site_generator.language.spoken import _
from site_generator.resolve.recurrence import Occurrence
from site_generator.told.activities import activity, can_be_joined, coming
from site_generator.told.facts import Action
from site_generator.told.house import House
from site_generator.views.calendar.events import event_card
from site_generator.views.elements import EventCard
from site_generator.wording.in_words import sentence


@dataclass(frozen=True)
class NextUp:
    """The first thing that one can come to. `when` says the date too."""

    card: EventCard
    when: str
    where: str
    to_calendar: Action | None


@dataclass(frozen=True)
class ComingUp:
    """What is on soon: the first that one can come to, and the rest in the order of the list."""

    next_up: NextUp | None
    cards: tuple[EventCard, ...]


def coming_up(house: House, root: str, most: int) -> ComingUp:
    occurrences = coming(house, most)
    first = next(filter(can_be_joined, occurrences), None)
    if first is None:
        return ComingUp(None, tuple(event_card(house, one, root) for one in occurrences))
    told = activity(house, first)
    next_up = NextUp(
        card=event_card(house, first, root),
        when=sentence(told.when_with_date),
        where=told.where,
        to_calendar=_to_calendar(house, first, root),
    )
    rest = (event_card(house, one, root) for one in occurrences if one != first)
    return ComingUp(next_up, tuple(rest))


def _to_calendar(house: House, first: Occurrence, root: str) -> Action | None:
    """Not from a preview: what nobody has said yes to stays out of families' calendars."""
    if house.preview:
        return None
    again = any(one.event.id == first.event.id for one in house.coming if one != first)
    label = _("Læg alle datoerne i min kalender") if again else _("Læg i min kalender")
    return Action("book", label, root + addresses.series(first.event.id))
