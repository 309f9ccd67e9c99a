"""RESOLVE: whether an activity has a day off, and whether those who had noted it must be told.

- Public holidays, school holidays where the activity asks for them, and the house's own rule for
  days such as Christmas Eve are known long before: the day is left out, and nobody is told.
- What an exception or `temporarily_closed` closes stood in calendars as planned until it was
  written: the day stays, cancelled, and says why.
- That the weekly hours leave a day out is no reason at all: an evening at a house that is closed
  in the evening is as planned.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from site_generator.resolve.holidays_dk import public_holiday
from site_generator.resolve.hours import ResolvedDay, house_day
from site_generator.schema.choices import OnClosedDay
from site_generator.schema.events import Event
from site_generator.schema.opening_hours import OpeningHoursFile

# A house that has not written its hours is closed on Christmas Eve like one that left it out.
_NO_FILE = OpeningHoursFile()


def is_off(event: Event, hours: OpeningHoursFile | None, date: dt.date) -> bool:
    """Whether an activity that would begin on a date is not held, for whatever reason."""
    return known_long_before(event, hours, date) or closure(event, hours, date) is not None


def known_long_before(event: Event, hours: OpeningHoursFile | None, date: dt.date) -> bool:
    """Whether a date is a day off that everybody could see in a calendar."""
    hours = hours or _NO_FILE
    return any(_known(event, hours, day) for day in days_of(event, date))


def closure(event: Event, hours: OpeningHoursFile | None, date: dt.date) -> ResolvedDay | None:
    """What closes the house on a day of an activity that would otherwise be held."""
    if hours is None or event.when_house_is_closed is OnClosedDay.KEEP:
        return None
    found = (house_day(hours, day, event.place) for day in days_of(event, date))
    return next((day for day in found if day.hours.closed and _is_news(day)), None)


def days_of(event: Event, date: dt.date) -> Iterator[dt.date]:
    """Each day of an activity that begins on a date."""
    return (date + dt.timedelta(n) for n in range(event.days))


def _is_news(day: ResolvedDay) -> bool:
    return day.kind in ("exception", "temporarily_closed")


def _known(event: Event, hours: OpeningHoursFile, day: dt.date) -> bool:
    if event.on_public_holidays is OnClosedDay.SKIP and public_holiday(day):
        return True
    if event.in_school_holidays is OnClosedDay.SKIP and _school_holiday(hours, day):
        return True
    if event.when_house_is_closed is OnClosedDay.KEEP:
        return False
    told = house_day(hours, day, event.place)
    return told.hours.closed and told.kind == "house_policy"


def _school_holiday(hours: OpeningHoursFile, date: dt.date) -> bool:
    return any(holiday.from_ <= date <= holiday.to for holiday in hours.school_holidays)
