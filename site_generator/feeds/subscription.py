"""RENDER: the feeds that families subscribe to: one event for each time, in UTC.

An entry for each occurrence is right in every calendar by construction; rules with exceptions are
not (field reports: Outlook, Google and ical.js each get another part of them wrong).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from icalendar import Event

from site_generator.feeds.calendar import CalendarHead, new_calendar, stamped, to_bytes
from site_generator.feeds.event_texts import describe
from site_generator.feeds.stamps import stamp_of_hours, stamp_of_occurrence
from site_generator.resolve.hours import ResolvedDay, exceptional_days, exceptional_phone_days
from site_generator.resolve.recurrence import Occurrence
from site_generator.told.house import DAYS_AHEAD, DAYS_BACK, House
from site_generator.wording.in_words import day_hours_in_words, sentence


def uid(house: House, key: str) -> str:
    """Stays the same when the site moves to another address: no host that may change is in it."""
    return f"{key}@{house.slug}.familiehus"


def subscription(house: House, head: CalendarHead, occurrences: Iterable[Occurrence]) -> bytes:
    """A feed of occurrences in the order given."""
    calendar = new_calendar(head)
    for occurrence in occurrences:
        calendar.add_component(_entry(house, occurrence))
    return to_bytes(calendar)


def _entry(house: House, occurrence: Occurrence) -> Event:
    event = Event()
    event.add("UID", uid(house, occurrence.key))
    stamped(event, stamp_of_occurrence(house, occurrence))
    event.add("DTSTART", occurrence.starts_at().astimezone(dt.UTC))
    event.add("DTEND", occurrence.ends_at().astimezone(dt.UTC))
    describe(event, house, occurrence)
    return event


def changes_of_hours(house: House, head: CalendarHead) -> bytes:
    """Only the days on which the house or its telephone has other hours than usual."""
    calendar = new_calendar(head)
    for what, key, day in _unusual_days(house):
        calendar.add_component(_day_entry(house, what, key, day))
    return to_bytes(calendar)


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
    stamped(event, stamp_of_hours(house))
    event.add("DTSTART", day.date)
    # RFC 5545 3.6.1: the end of a whole day is the day after.
    event.add("DTEND", day.date + dt.timedelta(days=1))
    hours = sentence(day_hours_in_words(day.hours))
    reason = f" ({day.reason})" if day.reason else ""
    event.add("SUMMARY", f"{what}: {hours}{reason}")
    event.add("TRANSP", "TRANSPARENT")
    event.add("CLASS", "PUBLIC")
    return event
