"""Days on which nobody knows whether the house is open: between two weeks, after the last.

Families are told that the hours are not known, and the author is told which days those are.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from site_generator.problems import Problem
from site_generator.records.municipality import Municipality
from site_generator.resolve.holidays_dk import special_day
from site_generator.resolve.hours import (
    dates,
    has_house_hours,
    house_week_day,
)
from site_generator.resolve.phone_hours import (
    phone_week_day,
)
from site_generator.resolve.seasons import Season, seasons_from
from site_generator.resolve.statements import spans
from site_generator.rules.circumstances import Circumstances
from site_generator.rules.reporting import warning
from site_generator.schema.choices import Applies
from site_generator.schema.opening_hours import HoursException, OpeningHoursFile, Schedule
from site_generator.schema.times import WEEKDAYS_DA
from site_generator.wording.in_words import day_number, in_a_row, month, plain_date

_AHEAD = timedelta(days=365)
_WEEKEND = 5


def weeks_follow_each_other(
    municipality: Municipality, circumstances: Circumstances
) -> Iterator[Problem]:
    """Some week holds on every day that comes: no gap between two, and an end only when told."""
    hours, today = municipality.opening_hours, circumstances.today
    if hours is None or any(_has_faulty_period(one) for one in (*hours.house, *hours.phone)):
        return
    for subject, written in ((Applies.HOUSE, hours.house), (Applies.PHONE, hours.phone)):
        told: set[tuple[date, date]] = set()
        for place in _places(municipality, written):
            for season in seasons_from(hours, place, subject, today):
                gap = (season.first, season.last)
                if not season.known and season.first <= today + _AHEAD and gap not in told:
                    told.add(gap)
                    yield _gap(season, written, subject)


def _has_faulty_period(schedule: Schedule) -> bool:
    first, last = schedule.valid_from, schedule.valid_to
    faulty = any(schedule.faulty(key) for key in ("place", "valid_from", "valid_to"))
    return faulty or (first is not None and last is not None and last < first)


def _places(municipality: Municipality, written: tuple[Schedule, ...]) -> Iterator[str | None]:
    """Those that have a week."""
    if any(schedule.place is None for schedule in written):
        yield None
    yield from dict.fromkeys(schedule.place for schedule in written if schedule.place)


def _gap(season: Season, written: tuple[Schedule, ...], subject: Applies) -> Problem:
    before = [one for one in written if one.valid_to and one.valid_to < season.first]
    after = [one for one in written if one.valid_from and one.valid_from > season.last]
    what = "Åbningstiderne" if subject is Applies.HOUSE else "Telefontiderne"
    unknown = "Indtil da står der på siden, at tiderne ikke kendes."
    if not after:
        last = season.first - timedelta(days=1)
        message = f"{what} gælder kun til {plain_date(last)}."
        remedy = (
            "Skriv en uge mere med «valid_from:», eller slet «valid_to:», hvis tiderne bliver ved."
        )
        return warning(
            max(before, key=lambda one: one.valid_to or last), "valid_to", message, remedy
        )
    earliest = min(after, key=lambda one: one.valid_from or season.last)
    if not before:
        message = (
            f"{what} gælder først fra {plain_date(season.last + timedelta(days=1))}. {unknown}"
        )
        remedy = "Skriv også en uge, der gælder nu, eller slet «valid_from:»."
    else:
        message = f"Ingen {_week(subject)} gælder {_from_to(season.first, season.last)}."
        remedy = "Ret «valid_from:» eller «valid_to:», eller skriv en uge for de dage."
    return warning(earliest, "valid_from", message, remedy)


def _week(subject: Applies) -> str:
    return "uge" if subject is Applies.HOUSE else "telefontid"


def _from_to(first: date, last: date) -> str:
    """«fra 1. til 6. december 2026»."""
    if first == last:
        return f"den {plain_date(first)}"
    if (first.year, first.month) == (last.year, last.month):
        return f"fra {day_number(first)} til {plain_date(last)}"
    return f"fra {plain_date(first)} til {plain_date(last)}"


def holidays_are_decided(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """A house with hours says what it does on holidays."""
    hours = municipality.opening_hours
    if hours is None or hours.wrote("holidays") or not hours.wrote("house", "phone"):
        return
    message = (
        "Filen siger ikke, hvad huset gør på helligdage. Familier læser, at tiderne ikke kendes."
    )
    remedy = "Tilføj «holidays:» og under den «public_holidays: lukket», tider eller ukendt."
    yield warning(hours, "house", message, remedy)


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
