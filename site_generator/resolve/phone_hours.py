"""RESOLVE: when the telephone is answered: in hours of its own, as far as the house is open."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from site_generator.resolve.holidays_dk import special_day
from site_generator.resolve.hours import (
    Found,
    ResolvedDay,
    as_exception,
    house_week_day,
    on_special_day,
    opens_during,
    tells_of,
)
from site_generator.resolve.statements import (
    Same,
    Statements,
    all_holding,
    holding,
    schedules,
    statements,
)
from site_generator.schema.choices import Applies
from site_generator.schema.opening_hours import OpeningHoursFile, Schedule
from site_generator.schema.times import UNKNOWN, DayHours


def phone_day(hours: OpeningHoursFile, day: dt.date, place: str | None = None) -> ResolvedDay:
    """When the telephone is answered on a date; `place` for places with telephones of their own.

    A house that is closed for a time still answers, unless an exception says otherwise. On a day
    on which the house has other hours, it answers in its weekly hours as far as the house is open,
    and no longer: nobody promised to sit by it at other times. Only an exception that names the
    telephone gives it hours.
    """
    return _phone_day(Same(hours), day, place)


@lru_cache(maxsize=8192)
def _phone_day(file: Same, day: dt.date, place: str | None) -> ResolvedDay:
    hours = file.hours
    special = special_day(hours.holidays, day)
    usual = phone_week_day(hours, day, place)
    said = statements(hours, place, Applies.PHONE, day.year)
    if found := _exception_of_phone(hours, said, day, usual, place):
        exception = found[2]
        if exception.applies_to:
            return as_exception(day, exception, exception.hours, special)
        limited = _while_open(usual, exception.hours)
        if limited != usual:
            return as_exception(day, exception, limited, special)
        return ResolvedDay(day, usual, "", "weekly")
    if special:
        limited = _while_open(usual, on_special_day(special, usual))
        return ResolvedDay(day, limited, special.name, special.kind)
    return ResolvedDay(day, usual, "", "weekly")


def phone_week_day(hours: OpeningHoursFile, day: dt.date, place: str | None = None) -> DayHours:
    """The weekly telephone hours, as if nothing else were known of the date."""
    schedule = phone_schedule(hours, day, place)
    return schedule.week.on(day.weekday()) if schedule else UNKNOWN


def phone_schedule(
    hours: OpeningHoursFile, day: dt.date, place: str | None = None
) -> Schedule | None:
    """The schedule that holds for the telephone on a date; None between two seasons."""
    return holding(statements(hours, place, Applies.PHONE, day.year).schedules, day)


def has_phone_hours(hours: OpeningHoursFile, place: str | None = None) -> bool:
    """Whether telephone hours are given, now or for another time of the year."""
    return bool(schedules(hours, place, Applies.PHONE))


def _exception_of_phone(
    hours: OpeningHoursFile, said: Statements, day: dt.date, usual: DayHours, place: str | None
) -> Found | None:
    """As for the house; one that is about the house counts on the days on which it does there."""
    special = special_day(hours.holidays, day)
    at_door = house_week_day(hours, day, place)
    closing = holding(said.closings, day)
    for found in all_holding(said.exceptions, day):
        names_it, closed = found[2].applies_to, found[2].hours.closed
        unheeded = closing and not (names_it or closed or opens_during(found, closing))
        if not unheeded and tells_of(found, usual if names_it else at_door, special):
            return found
    return None


def _while_open(phone: DayHours, house: DayHours) -> DayHours:
    """The telephone's hours as far as the house is open, or as they are where people come by
    appointment: then somebody is there."""
    if not phone.slots or house.by_appointment:
        return phone
    if not house.known:
        return UNKNOWN
    pairs = ((a, b) for a in phone.slots for b in house.slots)
    return DayHours(tuple(sorted(c for a, b in pairs if (c := a.common(b)))))
