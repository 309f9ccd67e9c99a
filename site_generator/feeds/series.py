"""RENDER: one activity to add once: a rule with its exceptions, in local time.

What is downloaded is never fetched again, so it ends with the window that is known today.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from icalendar import Event as Entry

from site_generator import addresses
from site_generator.feeds.calendar import CalendarHead, new_calendar, stamped, to_bytes
from site_generator.feeds.event_texts import describe
from site_generator.feeds.subscription import rank, uid
from site_generator.resolve.recurrence import COPENHAGEN, Occurrence, occurrences, rule_dates
from site_generator.schema.events import Event
from site_generator.schema.times import WEEKDAYS
from site_generator.told.house import DAYS_AHEAD, DAYS_BACK, House


def series(house: House, head: CalendarHead, event: Event) -> bytes:
    """All of one event that is known: a rule where it has one, else each date by itself."""
    calendar = new_calendar(head)
    first = house.today - dt.timedelta(days=DAYS_BACK)
    last = house.today + dt.timedelta(days=DAYS_AHEAD)
    hours = house.municipality.opening_hours
    found = occurrences(event, hours, first, last)
    if event.weekly is None and event.monthly is None:
        entries = [_single(house, occurrence, uid(house, occurrence.key)) for occurrence in found]
    else:
        entries = _by_rule(house, event, found, rule_dates(event, hours, first, last))
    for entry in entries:
        calendar.add_component(entry)
    return to_bytes(calendar)


def _by_rule(
    house: House, event: Event, found: Sequence[Occurrence], ruled: Sequence[dt.date]
) -> list[Entry]:
    by_date = {occurrence.original_date: occurrence for occurrence in found}
    kept = [date for date in ruled if date in by_date]
    if not kept:
        return [_single(house, o, uid(house, o.key)) for o in found]
    series_uid = uid(house, event.id)
    entries = [_rule(house, event, by_date[kept[0]], ruled, kept)]
    for date in kept:
        if by_date[date].status in ("moved", "cancelled") or by_date[date].slot != event.time:
            entries.append(_override(house, event, by_date[date], series_uid))
    extra = [o for o in found if o.original_date not in set(ruled)]
    return entries + [_single(house, o, uid(house, o.key)) for o in extra]


def _rule(
    house: House,
    event: Event,
    pattern: Occurrence,
    ruled: Sequence[dt.date],
    kept: Sequence[dt.date],
) -> Entry:
    entry = Entry()
    entry.add("UID", uid(house, event.id))
    stamped(entry, event.updated, 0)
    begin = _local(kept[0], event.time.opens)
    entry.add("DTSTART", begin)
    entry.add("DTEND", _local(kept[0], event.time.closes))
    # RFC 5545 3.3.10: where DTSTART has a time zone UNTIL is in UTC.
    until = _local(kept[-1], event.time.opens).astimezone(dt.UTC)
    entry.add("RRULE", {**_frequency(event), "UNTIL": until})
    left_out = [date for date in ruled if kept[0] < date < kept[-1] and date not in set(kept)]
    if left_out:
        entry.add("EXDATE", [_local(date, event.time.opens) for date in left_out])
    describe(entry, house, _as_planned(pattern))
    if house.base_url:  # not that of the first time, which stands in every later one too
        entry.pop("URL")
        entry.add("URL", house.absolute(addresses.CALENDAR))
    return entry


def _frequency(event: Event) -> dict[str, object]:
    if event.monthly:
        day = WEEKDAYS[event.monthly.weekday][:2].upper()
        return {"FREQ": "MONTHLY", "BYDAY": f"{event.monthly.nth}{day}"}
    return {"FREQ": "WEEKLY", "INTERVAL": event.every}


def _as_planned(occurrence: Occurrence) -> Occurrence:
    """The series' own entry is not cancelled because its first time is."""
    return Occurrence(
        event=occurrence.event,
        original_date=occurrence.original_date,
        date=occurrence.original_date,
        slot=occurrence.event.time,
        place=occurrence.event.place,
        status="planned",
        reason="",
        updated=occurrence.event.updated,
    )


def _override(house: House, event: Event, occurrence: Occurrence, series_uid: str) -> Entry:
    entry = _single(house, occurrence, series_uid)
    entry.add("RECURRENCE-ID", _local(occurrence.original_date, event.time.opens))
    return entry


def _single(house: House, occurrence: Occurrence, entry_uid: str) -> Entry:
    entry = Entry()
    entry.add("UID", entry_uid)
    stamped(entry, occurrence.updated, rank(occurrence))
    entry.add("DTSTART", _local(occurrence.date, occurrence.slot.opens))
    entry.add("DTEND", _local(occurrence.date, occurrence.slot.closes))
    describe(entry, house, occurrence)
    return entry


def _local(date: dt.date, time: dt.time) -> dt.datetime:
    return dt.datetime.combine(date, time, COPENHAGEN)
