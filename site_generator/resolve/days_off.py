"""RESOLVE: whether an activity has a day off, and whether those who had noted it must be told.

- Public holidays, school holidays where the activity asks for them, and the house's own rule for
  days such as Christmas Eve are known long before: the day is left out, and nobody is told.
- What an exception or `temporarily_closed` closes stood in calendars as planned until it was
  written: the day stays, cancelled, and says why.
- That the weekly hours leave a day out is no reason at all: an evening at a house that is closed
  in the evening is as planned.
- What is held elsewhere, in the woods or on the net, has no door of the house in its way: what
  closes the house does not cancel it, unless the author has written that it does.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from site_generator.resolve.holidays_dk import public_holiday, special_day
from site_generator.resolve.hours import ResolvedDay, house_day
from site_generator.schema.choices import OnClosedDay
from site_generator.schema.events import Event
from site_generator.schema.opening_hours import OpeningHoursFile

# A house that has not written its hours is closed on Christmas Eve like one that left it out.
_NO_FILE = OpeningHoursFile()


@dataclass(frozen=True)
class DayOff:
    """A day on which an activity is not held. `closing` is what closes the house, where that is
    news; None where everybody could see it in a calendar."""

    closing: ResolvedDay | None = None


def day_off(event: Event, hours: OpeningHoursFile | None, date: dt.date) -> DayOff | None:
    """Why an activity that would begin on a date is not held; None where it is."""
    closing = None
    for day in days_of(event, date):
        if _is_holiday(event, hours, day):
            return DayOff()
        if event.when_house_is_closed is OnClosedDay.KEEP:
            continue
        told = house_day(hours or _NO_FILE, day, event.place)
        if _is_free_by_the_calendar(event, hours or _NO_FILE, told):
            return DayOff()
        if (
            is_at_the_house(event)
            and told.hours.closed
            and told.kind in ("exception", "temporarily_closed")
        ):
            closing = closing or told
    return DayOff(closing) if closing else None


def is_at_the_house(event: Event) -> bool:
    """Whether a closed door is in the way; at a venue or on the net only where it is written."""
    elsewhere = event.place is None and bool(event.venue or event.online)
    return not elsewhere or event.wrote("when_house_is_closed")


def _is_free_by_the_calendar(event: Event, hours: OpeningHoursFile, told: ResolvedDay) -> bool:
    """Christmas Eve and its like, by the house's own rule; wherever the activity is held.

    A day of which nobody has said whether the house is open is none to invite to.
    """
    now = told.hours if told.kind == "house_policy" else None
    if told.hours.closed and not is_at_the_house(event):
        special = special_day(hours.holidays, told.date)
        now = special.hours if special and special.kind == "house_policy" else None
    return now is not None and (now.closed or not now.known)


def days_of(event: Event, date: dt.date) -> Iterator[dt.date]:
    """Each day of an activity that begins on a date."""
    return (date + dt.timedelta(n) for n in range(event.days))


def _is_holiday(event: Event, hours: OpeningHoursFile | None, day: dt.date) -> bool:
    if event.on_public_holidays is OnClosedDay.SKIP and public_holiday(day):
        return True
    if event.in_school_holidays is OnClosedDay.KEEP or hours is None:
        return False
    return any(holiday.from_ <= day <= holiday.to for holiday in hours.school_holidays)
