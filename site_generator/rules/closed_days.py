"""Activities on days on which the house is closed: somebody would stand before a locked door."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from site_generator.problems import Problem
from site_generator.records.municipality import Municipality
from site_generator.resolve.days_off import days_of
from site_generator.resolve.hours import ResolvedDay, house_day
from site_generator.resolve.recurrence import Occurrence, occurrences
from site_generator.rules.circumstances import Circumstances
from site_generator.rules.events import is_sound
from site_generator.rules.reporting import warning
from site_generator.schema.choices import OnClosedDay
from site_generator.schema.events import Added, Event, Moved
from site_generator.schema.opening_hours import OpeningHoursFile
from site_generator.wording.in_words import plain_date


def activities_are_on_open_days(
    municipality: Municipality, circumstances: Circumstances
) -> Iterator[Problem]:
    """What is planned for a day that the house is closed says that it is meant.

    Days of a weekly or monthly rule are off or cancelled by themselves; these are days that an
    author has written: the dates of a course, what is added, what is moved.
    """
    hours = municipality.opening_hours
    for event in filter(is_sound, municipality.events.events):
        if hours is None or _is_elsewhere(event):
            continue
        for day, written in _written(event, circumstances.today):
            found = occurrences(event, hours, day, day)
            for one in {one.place: one for one in found if _is_held(one)}.values():
                yield from _on_a_closed_day(event, hours, one, written)


def _is_elsewhere(event: Event) -> bool:
    """At a venue or on the net: no door of the house is in the way."""
    return event.place is None and bool(event.venue or event.online)


def _is_held(one: Occurrence) -> bool:
    return one.status != "cancelled"


def _written(event: Event, today: date) -> Iterator[tuple[date, Event | Added | Moved]]:
    """The days to come that an author has written, each with where it stands; once each."""
    days: dict[date, Event | Added | Moved] = {}
    for day in (*event.dates, *([event.date] if event.date else [])):
        days.setdefault(day, event)
    for added in event.add:
        days.setdefault(added.date, added)
    for moved in event.moved:
        days.setdefault(moved.to, moved)
    coming = [(day, record) for day, record in days.items() if day >= today]
    return iter(sorted(coming, key=lambda one: one[0]))


def _on_a_closed_day(
    event: Event, hours: OpeningHoursFile, one: Occurrence, written: Event | Added | Moved
) -> Iterator[Problem]:
    for day in days_of(event, one.date):
        told = house_day(hours, day, one.place)
        away = told.hours.closed or not told.hours.known
        if away and told.kind != "weekly" and not _is_meant(event, told):
            said = "Huset er lukket" if told.hours.known else "Ingen ved, om huset er åbent"
            reason = f": {told.reason}" if told.reason else ""
            message = f"{said} den {plain_date(day)}{reason.rstrip('.')}."
            key, line = _where(written, one.date)
            yield warning(written, key, message, _remedy(event, told), line)


def _where(written: Event | Added | Moved, day: date) -> tuple[str, int | None]:
    """The field in which a day stands, and its line where it is a point of a list."""
    if isinstance(written, Event) and day in written.dates:
        return "dates", written.line_of_item("dates", written.dates.index(day))
    return ("to" if isinstance(written, Moved) else "date"), None


def _is_meant(event: Event, told: ResolvedDay) -> bool:
    kept = [event.when_house_is_closed]
    if told.kind == "holiday":
        kept.append(event.on_public_holidays)
    return OnClosedDay.KEEP in kept


def _key(told: ResolvedDay) -> str:
    return "on_public_holidays" if told.kind == "holiday" else "when_house_is_closed"


def _remedy(event: Event, told: ResolvedDay) -> str:
    if event.date or event.dates:
        return f"Vælg en anden dag. Mødes I alligevel, så skriv «{_key(told)}: keep»."
    # Of a weekly activity `keep` would hold every other closed day as well.
    return "Vælg en anden dag, eller skriv i opening_hours.yml, at der er åbent."
