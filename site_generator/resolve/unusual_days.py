"""RESOLVE: the days on which something else holds than in the week."""

from __future__ import annotations

import datetime as dt

from site_generator.resolve.holidays_dk import public_holiday
from site_generator.resolve.hours import (
    ResolvedDay,
    dates,
    has_house_hours,
    house_day,
    house_week_day,
)
from site_generator.resolve.phone_hours import has_phone_hours, phone_day, phone_week_day
from site_generator.resolve.statements import closings, holding
from site_generator.schema.opening_hours import OpeningHoursFile
from site_generator.schema.times import DayHours


def exceptional_days(
    hours: OpeningHoursFile, first: dt.date, last: dt.date, place: str | None
) -> tuple[ResolvedDay, ...]:
    """The days from first to last on which a visitor finds something else than usual.

    That is other hours than the weekly ones, or a house that is open on a public holiday. A place
    without weekly hours has nothing that holidays could change; what is written of it is told.
    """
    every = (house_day(hours, date, place) for date in dates(first, last))
    unusual = (
        d
        for d in every
        if _unusual(d, house_week_day(hours, d.date, place)) or _open_while_closed(hours, d, place)
    )
    if has_house_hours(hours, place):
        return tuple(unusual)
    return tuple(d for d in unusual if d.kind in ("exception", "temporarily_closed"))


def exceptional_phone_days(
    hours: OpeningHoursFile, first: dt.date, last: dt.date, place: str | None = None
) -> tuple[ResolvedDay, ...]:
    """The same for the telephone; none where it has no hours to differ from."""
    if not has_phone_hours(hours, place):
        return ()
    every = (phone_day(hours, date, place) for date in dates(first, last))
    return tuple(d for d in every if _unusual(d, phone_week_day(hours, d.date, place)))


def _open_while_closed(hours: OpeningHoursFile, day: ResolvedDay, place: str | None) -> bool:
    """A day like any other, in a time when the others are not."""
    return day.kind == "exception" and holding(closings(hours, place), day.date) is not None


def _unusual(day: ResolvedDay, usual: DayHours) -> bool:
    open_on_holiday = bool(day.hours.slots) and public_holiday(day.date) is not None
    return day.hours != usual or open_on_holiday
