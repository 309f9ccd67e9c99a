"""RESOLVE: what holds on a date: for the house, and for the telephone. No clock, no disk.

The first of these that has something to say about a day decides:

1. a dated exception: one that names the place before one for all, a short period before a long
   one, and the last in the file before the others. One of several days that gives hours tells of
   the days on which the house is open anyway: shorter hours in the Easter holidays open neither
   Good Friday nor the Saturday. A single day opens the house, whatever day it is;
2. temporarily closed. Only an exception that opens the house and lies wholly within the closing
   goes before it (one open Saturday while the house is rebuilt). Summer hours that were planned
   before the pipe burst do not: a locked door is worse for a family than a missed hour;
3. a public holiday;
4. the house's own rule for 24 and 31 December, 5 June and 1 May. As on public holidays, hours
   given there hold as written, whatever the weekday;
5. the weekly hours: a schedule for a shorter period before one for a longer or for always, and
   of two for the same period the one that names the place.

What nobody has said is not known, and never closed: a day between two seasons, and a holiday of a
house that has not written what it does on them. A weekday that is closed stays closed on a holiday.

A day keeps its kind and reason also where the house is closed on that weekday anyway: «Lukket,
Påskedag» tells a parent more than «Lukket». `exceptional_days` leaves such days out.

`place` is an id from location.yml. None is the only place there is, or none in particular: what
names some of several places does not concern it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from site_generator.resolve.holidays_dk import SpecialDay, special_day
from site_generator.resolve.statements import (
    LATEST,
    Same,
    Statements,
    all_holding,
    holding,
    schedules,
    statements,
)
from site_generator.schema.choices import Applies
from site_generator.schema.opening_hours import (
    HoursException,
    OpeningHoursFile,
    Schedule,
    TemporarilyClosed,
)
from site_generator.schema.times import CLOSED, UNKNOWN, DayHours, Slot
from site_generator.schema.values import LocalText

Kind = Literal["weekly", "exception", "holiday", "house_policy", "temporarily_closed"]


@dataclass(frozen=True)
class ResolvedDay:
    """What holds on a date, and why.

    `reason` is Danish and empty on an ordinary day; `reason_text` is the same in all languages
    where it is the house's own words, and None where it is the name of a holiday.
    """

    date: dt.date
    hours: DayHours
    reason: str
    kind: Kind
    reason_text: LocalText | None = field(default=None, hash=False)


def house_day(hours: OpeningHoursFile, day: dt.date, place: str | None) -> ResolvedDay:
    """What holds at a place on a date."""
    return _house_day(Same(hours), day, place)


# Pages, feeds and languages ask for the same days again and again.
@lru_cache(maxsize=8192)
def _house_day(file: Same, day: dt.date, place: str | None) -> ResolvedDay:
    hours = file.hours
    said = statements(hours, place, Applies.HOUSE, day.year)
    usual = _week_day(hours, said, day)
    special = special_day(hours.holidays, day)
    exception = _exception(said, day, usual, special)
    closing = holding(said.closings, day)
    if closing and not (exception and opens_during(exception, closing)):
        return ResolvedDay(day, CLOSED, str(closing.reason), "temporarily_closed", closing.reason)
    if exception:
        return as_exception(day, exception[2], exception[2].hours, special)
    if special:
        return ResolvedDay(day, on_special_day(special, usual), special.name, special.kind)
    return ResolvedDay(day, usual, "", "weekly")


Found = tuple[dt.date, dt.date, HoursException]


def _exception(
    said: Statements, day: dt.date, usual: DayHours, special: SpecialDay | None
) -> Found | None:
    found = all_holding(said.exceptions, day)
    return next((one for one in found if tells_of(one, usual, special)), None)


def tells_of(found: Found, usual: DayHours, special: SpecialDay | None) -> bool:
    """Whether an exception is about a day with these weekly hours that lies within its period."""
    first, last, exception = found
    if exception.hours.closed or first == last:
        return True
    return special is None and not usual.closed


def on_special_day(special: SpecialDay, usual: DayHours) -> DayHours:
    return usual if usual.closed and not special.hours.known else special.hours


def house_week_day(hours: OpeningHoursFile, day: dt.date, place: str | None) -> DayHours:
    """The weekly hours of a place, as if nothing else were known of the date."""
    return _week_day(hours, statements(hours, place, Applies.HOUSE, day.year), day)


def _week_day(hours: OpeningHoursFile, said: Statements, day: dt.date) -> DayHours:
    if not said.schedules:
        return DayHours(by_appointment=True) if hours.by_appointment else UNKNOWN
    schedule = holding(said.schedules, day)
    return schedule.week.on(day.weekday()) if schedule else UNKNOWN


def house_schedule(hours: OpeningHoursFile, day: dt.date, place: str | None) -> Schedule | None:
    """The schedule that holds at a place on a date; None between two seasons."""
    return holding(statements(hours, place, Applies.HOUSE, day.year).schedules, day)


def has_house_hours(hours: OpeningHoursFile, place: str | None) -> bool:
    """Whether weekly hours are given for a place, now or for another time of the year."""
    return bool(schedules(hours, place, Applies.HOUSE))


def days(
    hours: OpeningHoursFile, first: dt.date, count: int, place: str | None
) -> tuple[ResolvedDay, ...]:
    """`count` days of a place in a row."""
    return tuple(house_day(hours, first + dt.timedelta(n), place) for n in range(count))


def next_open(
    hours: OpeningHoursFile, after: dt.datetime, place: str | None, within_days: int = 90
) -> tuple[dt.date, Slot] | None:
    """The next slot that opens at or after a local time without zone; None where there is none.

    Hours that are running already are not the next. Raises ValueError for a time with a zone,
    which might be another than Denmark's.
    """
    if after.tzinfo is not None:
        raise ValueError("after is Danish local time, without a zone")
    for ahead in range(within_days + 1):
        day = house_day(hours, after.date() + dt.timedelta(ahead), place)
        for slot in day.hours.slots:
            if ahead or slot.opens >= after.time():
                return day.date, slot
    return None


def dates(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    """Every date from first to last, both included."""
    return (first + dt.timedelta(n) for n in range((last - first).days + 1))


def as_exception(
    day: dt.date, exception: HoursException, hours: DayHours, special: SpecialDay | None
) -> ResolvedDay:
    """An exception as a day; one without a reason on a holiday is explained by the holiday."""
    text = exception.reason
    reason = str(text) if text else special.name if special else ""
    return ResolvedDay(day, hours, reason, "exception", text)


def opens_during(found: Found, closing: TemporarilyClosed) -> bool:
    first, last, exception = found
    within = closing.from_ <= first and last <= (closing.until or LATEST)
    return within and not exception.hours.closed
