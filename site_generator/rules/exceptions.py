"""Exceptions of several days: the days within them on which their hours do not hold."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from site_generator.problems import Problem
from site_generator.records.municipality import Municipality
from site_generator.resolve.holidays_dk import special_day
from site_generator.resolve.hours import dates, has_house_hours, house_week_day
from site_generator.resolve.periods import spans
from site_generator.resolve.phone_hours import phone_week_day
from site_generator.rules.circumstances import Circumstances
from site_generator.rules.reporting import warning
from site_generator.schema.choices import Applies
from site_generator.schema.opening_hours import HoursException, OpeningHoursFile
from site_generator.schema.times import WEEKDAYS_DA
from site_generator.wording.in_words import day_number, in_a_row, month

_AHEAD = timedelta(days=365)
_WEEKEND = 5


def exceptions_open_what_they_say(
    municipality: Municipality, circumstances: Circumstances
) -> Iterator[Problem]:
    """Hours for several days hold on the days on which the house is open anyway.

    Saturdays and Sundays are not worth a word of their own: nobody expects them.
    """
    hours = municipality.opening_hours
    for exception in hours.exceptions if hours else ():
        if hours and not exception.faulty("hours") and not exception.hours.closed:
            for first, last in _periods_to_come(exception, circumstances.today):
                yield from _not_opened(hours, exception, first, last)


def _periods_to_come(exception: HoursException, today: date) -> list[tuple[date, date]]:
    """Of what comes back every year, only the next."""
    found = [*spans(exception, today.year), *spans(exception, today.year + 1)]
    coming = [(a, b) for a, b in dict.fromkeys(found) if b >= today and a < b]
    return coming[:1]


def _not_opened(
    hours: OpeningHoursFile, exception: HoursException, first: date, last: date
) -> Iterator[Problem]:
    every = list(dates(first, min(last, first + _AHEAD)))
    holidays = [day for day in every if special_day(hours.holidays, day)]
    weekdays = sorted({day.weekday() for day in every if _is_closed(hours, exception, day)})
    if not holidays and not any(day < _WEEKEND for day in weekdays):
        return
    names = [f"den {day_number(day)} {month(day)}" for day in holidays]
    names += [f"{WEEKDAYS_DA[day]}e" for day in weekdays]
    what = "telefonen" if exception.applies_to is Applies.PHONE else "huset"
    message = f"Tiderne gælder kun, når {what} ellers er åben. De gælder ikke {in_a_row(names)}."
    if what == "huset":
        message = message.replace("er åben.", "er åbent.")
    remedy = "Er det rigtigt, så lad det stå. Ellers skriv en undtagelse med «date:» for dagen."
    yield warning(exception, "hours", message, remedy)


def _is_closed(hours: OpeningHoursFile, exception: HoursException, day: date) -> bool:
    """Whether a place that the exception is about is closed on that weekday."""
    if exception.applies_to is Applies.PHONE:
        places = exception.places or [one.place for one in hours.phone]
        return any(phone_week_day(hours, day, place).closed for place in places)
    places = exception.places or [one.place for one in hours.house]
    known = [place for place in places if has_house_hours(hours, place)]
    return bool(known) and all(house_week_day(hours, day, place).closed for place in known)
