"""RENDER: one activity to add once: a rule with its exceptions, in local time.

What is downloaded is never fetched again, so it ends with the window that is known today. A rule
is written where RFC 5545 has one that every program reads (`rules.py`); where it has none, as for
even weeks over a week 53, each date stands by itself.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from site_generator import addresses
from site_generator.feeds.calendar import CalendarHead, calendar_of, stamped
from site_generator.feeds.event_texts import describe
from site_generator.feeds.lines import Lines
from site_generator.feeds.rules import rule_for
from site_generator.feeds.stamps import stamp_of_occurrence, stamp_of_series
from site_generator.feeds.subscription import uid
from site_generator.resolve.recurrence import COPENHAGEN, Occurrence, rule_dates
from site_generator.schema.event_times import ALL_DAY, days_later
from site_generator.schema.events import Event
from site_generator.told.house import DAYS_AHEAD, DAYS_BACK, House
from site_generator.told.times_of_activities import ended, times_of


def series(house: House, head: CalendarHead, event: Event) -> bytes:
    """All of one event that is known: a rule where it has one, else each date by itself."""
    first = house.today - dt.timedelta(days=DAYS_BACK)
    last = house.today + dt.timedelta(days=DAYS_AHEAD)
    hours = house.municipality.opening_hours
    found = times_of(house.municipality, event, first, last)
    entries = _entries(house, event, found, rule_dates(event, hours, first, last))
    return calendar_of(head, [entry.to_bytes() for entry in entries])


def _entries(
    house: House, event: Event, found: Sequence[Occurrence], ruled: Sequence[dt.date]
) -> list[Lines]:
    fitting = {o.original_date: o for o in found if o.number == 1 and _fits(event, o)}
    kept = [date for date in ruled if date in fitting]
    rule = rule_for(event, kept, ruled) if kept else None
    if rule is None or _lasts_otherwise(event, kept[0]):
        return [_single(house, o, uid(house, o.key)) for o in found]
    in_the_rule = [fitting[date] for date in kept]
    planned = _as_planned(house, in_the_rule)
    entries = [_rule(house, event, planned, ruled, kept, rule)]
    series_uid = uid(house, event.id)
    for one in in_the_rule:
        if _differs(event, one):
            entries.append(_override(house, event, one, series_uid))
    beside = [o for o in found if o not in in_the_rule]
    return entries + [_single(house, o, uid(house, o.key)) for o in beside]


def _fits(event: Event, one: Occurrence) -> bool:
    """Whether a time can stand in the rule: RFC 5545 3.8.4.4 wants RECURRENCE-ID and DTSTART of
    one kind, so hours cannot take the place of a whole day."""
    return one.all_day == (event.time == ALL_DAY)


def _differs(event: Event, one: Occurrence) -> bool:
    # Where the offer has ended the rule itself is cancelled.
    cancelled = one.status == "cancelled" and not one.offer_ended
    planned = (one.original_date, event.time, event.place)
    changed = cancelled or (one.date, one.slot, one.place) != planned
    return changed or _lasts_otherwise(event, one.original_date)


def _lasts_otherwise(event: Event, date: dt.date) -> bool:
    """Whether the clocks change meanwhile: by RFC 5545 3.8.5.3 every time of a rule lasts exactly
    as long as the first, so a night in March would end an hour late."""
    if event.time == ALL_DAY:
        return False
    begin, end = _local(date, event.time.opens), _local(_last(event, date), event.time.closes)
    return begin.utcoffset() != end.utcoffset()


def _last(event: Event, date: dt.date) -> dt.date:
    """The day on which a planned time ends."""
    return date + dt.timedelta(event.days - 1 + days_later(event.time, event.days))


def _rule(
    house: House,
    event: Event,
    planned: Occurrence,
    ruled: Sequence[dt.date],
    kept: Sequence[dt.date],
    rule: dict[str, object],
) -> Lines:
    entry = Lines("VEVENT")
    entry.add("UID", uid(house, event.id))
    stamped(entry, stamp_of_series(house, event))
    _add_times(entry, planned)
    entry.add("RRULE", {**rule, "UNTIL": _until(event, kept[-1])})
    left_out = [date for date in ruled if kept[0] < date < kept[-1] and date not in set(kept)]
    if left_out:
        entry.add("EXDATE", [_begin(event, date) for date in left_out])
    # Not the page of the first time: the address stands in every later one too.
    describe(entry, house, planned, addresses.CALENDAR)
    return entry


def _until(event: Event, last: dt.date) -> dt.date:
    """RFC 5545 3.3.10: where DTSTART has a time zone UNTIL is in UTC, where it is a date a date."""
    begin = _begin(event, last)
    return begin.astimezone(dt.UTC) if isinstance(begin, dt.datetime) else begin


def _begin(event: Event, date: dt.date) -> dt.date:
    """When a planned time begins: a moment, or the day alone."""
    return date if event.time == ALL_DAY else _local(date, event.time.opens)


def _as_planned(house: House, found: Sequence[Occurrence]) -> Occurrence:
    """What the series' own entry says: it is not cancelled because its first time is, but where
    the offer has ended, so that nobody who adds it is invited."""
    occurrence = found[0]
    planned = Occurrence(
        event=occurrence.event,
        original_date=occurrence.original_date,
        date=occurrence.original_date,
        slot=occurrence.event.time,
        place=occurrence.event.place,
        status="planned",
        reason="",
        updated=occurrence.event.updated,
    )
    offer = house.offer_of(occurrence)
    over = any(one.offer_ended for one in found)
    return ended(planned, offer) if offer and over else planned


def _override(house: House, event: Event, occurrence: Occurrence, series_uid: str) -> Lines:
    entry = _single(house, occurrence, series_uid)
    entry.add("RECURRENCE-ID", _begin(event, occurrence.original_date))
    return entry


def _single(house: House, occurrence: Occurrence, entry_uid: str) -> Lines:
    entry = Lines("VEVENT")
    entry.add("UID", entry_uid)
    stamped(entry, stamp_of_occurrence(house, occurrence))
    _add_times(entry, occurrence)
    describe(entry, house, occurrence)
    return entry


def _add_times(entry: Lines, occurrence: Occurrence) -> None:
    if occurrence.all_day:
        entry.add("DTSTART", occurrence.starts_at().date())
        # RFC 5545 3.6.1: the end of a whole day is the day after.
        entry.add("DTEND", occurrence.ends_at().date())
        return
    entry.add("DTSTART", occurrence.starts_at())
    entry.add("DTEND", occurrence.ends_at())


def _local(date: dt.date, time: dt.time) -> dt.datetime:
    return dt.datetime.combine(date, time, COPENHAGEN)
