"""RENDER: the feeds that families subscribe to: one event for each time, in UTC.

An entry for each occurrence is right in every calendar by construction; rules with exceptions are
not (field reports: Outlook, Google and ical.js each get another part of them wrong).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from icalendar import Event

from site_generator.feeds.calendar import CalendarHead, calendar_of, stamped, to_bytes
from site_generator.feeds.event_texts import describe
from site_generator.resolve.hours import ResolvedDay, exceptional_days, exceptional_phone_days
from site_generator.resolve.recurrence import Occurrence
from site_generator.told.house import DAYS_AHEAD, DAYS_BACK, House
from site_generator.wording.in_words import day_hours_in_words, sentence

# On the same day a change goes this way; a later date goes before it.
_RANK = {"planned": 0, "added": 0, "moved": 1, "cancelled": 2}


def uid(house: House, key: str) -> str:
    """Stays the same when the site moves to another address: no host that may change is in it."""
    return f"{key}@{house.slug}.familiehus"


def rank(occurrence: Occurrence) -> int:
    """Which of two changes on the same day is the later one.

    The other way round, as where a cancelled meeting takes place after all, the author dates the
    activity itself too: its `updated` goes before every change of single dates on that day.
    """
    whole_activity = occurrence.event.updated and occurrence.event.updated == occurrence.updated
    return _RANK[occurrence.status] + (3 if whole_activity else 0)


def subscription(house: House, head: CalendarHead, occurrences: Iterable[Occurrence]) -> bytes:
    """A feed of occurrences in the order given."""
    return calendar_of(head, [entry(house, occurrence) for occurrence in occurrences])


def entry(house: House, occurrence: Occurrence) -> bytes:
    """The lines of one occurrence, the same in every feed that it stands in."""
    event = Event()
    event.add("UID", uid(house, occurrence.key))
    stamped(event, occurrence.updated, rank(occurrence))
    add_times(event, occurrence)
    describe(event, house, occurrence)
    return to_bytes(event)


def add_times(event: Event, occurrence: Occurrence) -> None:
    """Begin and end in UTC; whole days are dates, since they are days wherever one is."""
    begin, end = occurrence.starts_at(), occurrence.ends_at()
    if occurrence.all_day:
        # RFC 5545 3.6.1: the end of a whole day is the day after.
        event.add("DTSTART", begin.date())
        event.add("DTEND", end.date())
        return
    event.add("DTSTART", begin.astimezone(dt.UTC))
    event.add("DTEND", end.astimezone(dt.UTC))


def changes_of_hours(house: House, head: CalendarHead) -> bytes:
    """Only the days on which the house or its telephone has other hours than usual."""
    days = _unusual_days(house)
    return calendar_of(head, [to_bytes(_day_entry(house, *day)) for day in days])


def _unusual_days(house: House) -> list[tuple[str, str, ResolvedDay]]:
    """What has the other hours, a short name for it, and the day; in order of the days."""
    municipality = house.municipality
    hours = municipality.opening_hours
    if hours is None:
        return []
    first = house.today - dt.timedelta(days=DAYS_BACK)
    last = house.today + dt.timedelta(days=DAYS_AHEAD)
    found: list[tuple[str, str, ResolvedDay]] = []
    doors: list[str | None] = [place.id for place in municipality.location.places] or [None]
    for door in doors if hours.house else []:
        place = municipality.place(door)
        name = place.name if place else municipality.site.name
        found += [(name, door or "hus", day) for day in exceptional_days(hours, first, last, door)]
    for phone in dict.fromkeys(schedule.place for schedule in hours.phone):
        days = exceptional_phone_days(hours, first, last, phone)
        found += [("Telefonen", f"telefon-{phone or 'hus'}", day) for day in days]
    return sorted(found, key=lambda entry: (entry[2].date, entry[1]))


def _day_entry(house: House, what: str, key: str, day: ResolvedDay) -> Event:
    event = Event()
    event.add("UID", uid(house, f"tider-{key}-{day.date:%Y%m%d}"))
    stamped(event, None, 0)
    event.add("DTSTART", day.date)
    # RFC 5545 3.6.1: the end of a whole day is the day after.
    event.add("DTEND", day.date + dt.timedelta(days=1))
    hours = sentence(day_hours_in_words(day.hours))
    reason = f" ({day.reason})" if day.reason else ""
    event.add("SUMMARY", f"{what}: {hours}{reason}")
    event.add("TRANSP", "TRANSPARENT")
    event.add("CLASS", "PUBLIC")
    return event
