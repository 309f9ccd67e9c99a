"""RENDER: the feeds that families subscribe to: one event for each time, in UTC.

An entry for each occurrence is right in every calendar by construction; rules with exceptions are
not (field reports: Outlook, Google and ical.js each get another part of them wrong).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from site_generator.feeds.calendar import CalendarHead, calendar_of, stamped
from site_generator.feeds.event_texts import describe
from site_generator.feeds.lines import Lines
from site_generator.feeds.stamps import stamp_of_hours, stamp_of_occurrence
from site_generator.resolve.hours import ResolvedDay, dates
from site_generator.resolve.recurrence import Occurrence
from site_generator.resolve.seasons import Season
from site_generator.resolve.statements import EARLIEST
from site_generator.told.house import DAYS_AHEAD, DAYS_BACK, House
from site_generator.told.openings import (
    Opening,
    doors,
    openings,
    reason_in_words,
    telephones,
)
from site_generator.told.unknown import not_known
from site_generator.wording.in_words import day_hours_in_words, sentence


def uid(house: House, key: str) -> str:
    """Stays the same when the site moves to another address: no host that may change is in it."""
    return f"{key}@{house.slug}.familiehus"


def subscription(house: House, head: CalendarHead, occurrences: Iterable[Occurrence]) -> bytes:
    """A feed of occurrences in the order given."""
    return calendar_of(head, [entry(house, occurrence) for occurrence in occurrences])


def entry(house: House, occurrence: Occurrence) -> bytes:
    """The lines of one occurrence, the same in every feed that it stands in."""
    event = Lines("VEVENT")
    event.add("UID", uid(house, occurrence.key))
    stamped(event, stamp_of_occurrence(house, occurrence))
    add_times(event, occurrence)
    describe(event, house, occurrence)
    return event.to_bytes()


def add_times(event: Lines, occurrence: Occurrence) -> None:
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
    entries = [_day_entry(house, *day) for day in _unusual_days(house)]
    for what, key, first, last in _unknown_periods(house):
        entry_uid = uid(house, f"tider-{key}-fra-{first:%Y%m%d}")
        entries.append(_whole_days(house, entry_uid, first, last, f"{what}: {not_known()}"))
    return calendar_of(head, entries)


def _unusual_days(house: House) -> list[tuple[str, str, ResolvedDay]]:
    """What has the other hours, a short name for it, and the day; in order of the days."""
    first = house.today - dt.timedelta(days=DAYS_BACK)
    last = house.today + dt.timedelta(days=DAYS_AHEAD)
    found = [
        (*_named(house, one), day)
        for one in (*doors(house), *telephones(house))
        for day in one.unusual(first, last)
    ]
    return sorted(found, key=lambda entry: (entry[2].date, entry[1]))


def _unknown_periods(house: House) -> list[tuple[str, str, dt.date, dt.date]]:
    """From one week that is known to the next; after the last one its first day must do."""
    return [
        (*_named(house, one), first, last)
        for one in openings(house)
        for season in one.seasons(house.today - dt.timedelta(days=DAYS_BACK))
        if not season.known and _is_near(house, season)
        for first, last in _without_days_of_their_own(one, season)
    ]


def _is_near(house: House, season: Season) -> bool:
    return EARLIEST < season.first <= house.today + dt.timedelta(days=DAYS_AHEAD)


def _without_days_of_their_own(
    opening: Opening, season: Season
) -> Iterator[tuple[dt.date, dt.date]]:
    """A season without the days of which something is known, such as a single open day."""
    first: dt.date | None = None
    last = season.first if season.endless else season.last
    for day in dates(season.first, last + dt.timedelta(days=1)):
        unknown = day <= last and opening.day(day).hours == opening.usual(day)
        if unknown and first is None:
            first = day
        elif not unknown and first is not None:
            yield first, day - dt.timedelta(days=1)
            first = None


def _named(house: House, opening: Opening) -> tuple[str, str]:
    """What it is called, and a short name for it that stays the same."""
    if opening.kind == "phone":
        return opening.label, f"telefon-{opening.place or 'hus'}"
    place = house.municipality.place(opening.place)
    return place.name if place else house.municipality.site.name, opening.place or "hus"


def _day_entry(house: House, what: str, key: str, day: ResolvedDay) -> bytes:
    hours = sentence(day_hours_in_words(day.hours))
    reason = f" ({reason_in_words(day)})" if day.reason else ""
    said = f"{what}: {hours}{reason}"
    return _whole_days(
        house, uid(house, f"tider-{key}-{day.date:%Y%m%d}"), day.date, day.date, said
    )


def _whole_days(house: House, entry_uid: str, first: dt.date, last: dt.date, said: str) -> bytes:
    event = Lines("VEVENT")
    event.add("UID", entry_uid)
    stamped(event, stamp_of_hours(house))
    event.add("DTSTART", first)
    # RFC 5545 3.6.1: the end of a whole day is the day after.
    event.add("DTEND", last + dt.timedelta(days=1))
    event.add("SUMMARY", said)
    event.add("TRANSP", "TRANSPARENT")
    event.add("CLASS", "PUBLIC")
    return event.to_bytes()
