"""PAGES: what is on, as it stands on a sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from site_generator.language.spoken import _
from site_generator.print.chosen import DAYS_OF_A_MONTH, chosen_occurrences
from site_generator.print.sheets import EventLines
from site_generator.resolve.recurrence import Occurrence
from site_generator.schema.choices import FlyerKind
from site_generator.schema.flyers import Flyer
from site_generator.told.activities import activity
from site_generator.told.closed_days import closed_spans
from site_generator.told.house import House
from site_generator.wording.in_words import day_and_month, sentence


def events_of(house: House, flyer: Flyer) -> Iterator[EventLines]:
    """What is on from today. Only the month tells of what is cancelled, and of closed days: there
    it hangs beside the old one; on a flyer nobody has read the old date, and what one can still
    join stands first."""
    chosen = chosen_occurrences(house, flyer)
    if flyer.kind is FlyerKind.MONTH:
        yield from _month(house, chosen, flyer.events)
    else:
        yield from (_event(house, occurrence) for occurrence in chosen)


def _month(house: House, chosen: Sequence[Occurrence], most: int | None) -> Iterator[EventLines]:
    """A month from today in the order of the days, with the days on which the house is closed."""
    last = house.today + timedelta(days=DAYS_OF_A_MONTH - 1)
    near = chosen[:most]
    lines = [(o.date, 1, _event(house, o)) for o in near]
    if len(near) == most:
        last = min(last, near[-1].date)
    for first, until, text in closed_spans(house, house.today, last):
        lines.append((first, 0, _closed(first, until, text)))
    yield from (line for _day, _rank, line in sorted(lines, key=lambda line: line[:2]))
    if len(near) < len(chosen):
        yield more()


def more() -> EventLines:
    text = _("Der sker mere. Scan koden, og se resten.")
    return EventLines(day=_("Og mere"), time="", title=text, place="", note="")


def _closed(first: date, last: date, text: str) -> EventLines:
    day = sentence(day_and_month(first))
    if last > first:
        day = _("{first} til {last}", first=day, last=day_and_month(last))
    return EventLines(day=day, time="", title=text, place="", note="")


def _event(house: House, occurrence: Occurrence) -> EventLines:
    told = activity(house, occurrence)
    return EventLines(
        day=told.day,
        time=told.hours,
        title=told.title,
        place=told.where,
        note=told.note,
        state=told.state_text,
    )
