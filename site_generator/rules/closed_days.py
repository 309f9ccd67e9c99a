"""Activities while the house is closed: somebody would stand before a locked door."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from site_generator.problems import Problem
from site_generator.records.municipality import Municipality
from site_generator.resolve.days_off import days_of, is_at_the_house
from site_generator.resolve.hours import ResolvedDay, house_day, house_week_day
from site_generator.resolve.recurrence import Occurrence, occurrences
from site_generator.rules.circumstances import Circumstances
from site_generator.rules.events import is_sound
from site_generator.rules.reporting import warning
from site_generator.schema.choices import OnClosedDay
from site_generator.schema.events import Added, Event, Moved
from site_generator.schema.opening_hours import OpeningHoursFile
from site_generator.schema.times import DayHours, Slot
from site_generator.wording.in_words import day_hours_in_words, plain_date


def activities_are_on_open_days(
    municipality: Municipality, circumstances: Circumstances
) -> Iterator[Problem]:
    """What is planned for a day that the house is closed says that it is meant.

    Days of a weekly or monthly rule are off or cancelled by themselves; these are days that an
    author has written: the dates of a course, what is added, what is moved.
    """
    hours = municipality.opening_hours
    for event in filter(is_sound, municipality.events.events):
        if hours is None or not is_at_the_house(event):
            continue
        for day, written in _written(event, circumstances.today):
            found = occurrences(event, hours, day, day)
            for one in {one.place: one for one in found if _is_held(one)}.values():
                yield from _on_a_closed_day(event, hours, one, written)


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


_AHEAD = timedelta(days=365)
# What holds instead, and why: one warning for all the days of an exception.
_Instead = tuple[DayHours, str]


def activities_are_within_shorter_hours(
    municipality: Municipality, circumstances: Circumstances
) -> Iterator[Problem]:
    """Where an exception shortens the day, what is on then is still within it.

    Evenings in a house that closes at three are as planned; this is about what the week has room
    for and the exception has not.
    """
    hours = municipality.opening_hours
    if hours is None or any(one.faulty("hours") for one in hours.exceptions):
        return
    for event in filter(is_sound, municipality.events.events):
        outside: dict[_Instead, list[Occurrence]] = {}
        if is_at_the_house(event) and event.when_house_is_closed is not OnClosedDay.KEEP:
            last = circumstances.today + _AHEAD
            for one in occurrences(event, hours, circumstances.today, last):
                told = house_day(hours, one.date, one.place)
                if _is_held(one) and _is_left_out(hours, one, told):
                    outside.setdefault((told.hours, told.reason), []).append(one)
        for instead, times in outside.items():
            yield _outside(event, instead, times)


def _is_left_out(hours: OpeningHoursFile, one: Occurrence, told: ResolvedDay) -> bool:
    if told.kind != "exception" or not told.hours.slots or one.event.days > 1:
        return False
    usual = house_week_day(hours, one.date, one.place)
    return _has_room(usual, one.slot) and not _has_room(told.hours, one.slot)


def _has_room(hours: DayHours, slot: Slot) -> bool:
    return any(slot.common(one) == slot for one in hours.slots)


def _outside(event: Event, instead: _Instead, times: list[Occurrence]) -> Problem:
    days = "".join(f" og {plain_date(one.date)}" for one in times[1:2])
    if len(times) > 2:
        days = f" og {len(times) - 1} andre dage"
    hours, reason = instead
    because = f" ({reason.rstrip('.')})" if reason else ""
    message = (
        f"Den {plain_date(times[0].date)}{days} er her kun åbent "
        f"{day_hours_in_words(hours)}{because}, og aktiviteten er på et andet tidspunkt."
    )
    if event.date or event.dates:
        remedy = "Ret tiden. Mødes I alligevel, så skriv «when_house_is_closed: keep»."
        return warning(event, "time", message, remedy)
    remedy = (
        "Skriv dagen under «moved:» med en anden tid eller under «cancelled:», eller giv huset "
        "længere åbent den dag i opening_hours.yml."
    )
    return warning(event, "time", message, remedy)
