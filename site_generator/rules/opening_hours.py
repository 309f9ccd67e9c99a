"""Opening hours that a family can rely on: given at all, said once, and of a place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from site_generator.problems import Problem
from site_generator.records.municipality import Municipality
from site_generator.rules.circumstances import Circumstances
from site_generator.rules.reporting import error, warning
from site_generator.schema.opening_hours import HoursException, Schedule


def hours_are_given(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """opening_hours.yml says when the house or its telephone is open, or how one makes a date."""
    hours = municipality.opening_hours
    if hours and not hours.wrote("house", "phone", "by_appointment", "temporarily_closed"):
        message = "Filen siger ikke, hvornår huset eller telefonen er åben."
        remedy = "Tilføj «house:» eller «phone:» med «week:», eller skriv «by_appointment:»."
        yield warning(hours, "house", message, remedy)


def weeks_say_where(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """Where a house has several places, each week says at which it holds."""
    hours = municipality.opening_hours
    if len(municipality.location.places) < 2 or hours is None:
        return
    for schedule in hours.house:
        if not schedule.wrote("place"):
            message = "Ugen siger ikke, hvilket sted den gælder, og huset har flere steder."
            remedy = "Tilføj «place:» med et id fra location.yml. Hvert sted får sin egen uge."
            yield warning(schedule, "week", message, remedy)


def weeks_have_open_days(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """A week has at least one day that is not closed."""
    for schedule in _schedules(municipality):
        days = [schedule.week.on(weekday) for weekday in range(7)]
        if all(day.closed for day in days) and not schedule.faulty("week"):
            if schedule.week.has_faults():
                continue
            message = "Ugen har ingen åbne dage."
            yield warning(schedule, "week", message, "Skriv tiderne, fx «thursday: 10.30-15.00».")


def each_period_has_one_week(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """Two weeks for the same place and the same period contradict each other."""
    hours = municipality.opening_hours
    for schedules in (hours.house, hours.phone) if hours else ():
        seen: dict[Any, Schedule] = {}
        for schedule in schedules:
            if any(schedule.faulty(key) for key in ("place", "valid_from", "valid_to")):
                continue
            when = (schedule.place, schedule.valid_from, schedule.valid_to)
            if when in seen:
                line = seen[when].line_of()
                message = f"Der er allerede en uge for samme sted og periode, i linje {line}."
                remedy = "Saml dem i én uge, eller skriv «valid_from:» og «valid_to:»."
                yield error(schedule, "place", message, remedy)
            seen.setdefault(when, schedule)


def each_day_has_one_exception(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """Two exceptions for the same days and places contradict each other, or say it twice.

    A shorter period goes before a longer one, and a place before all: those are no contradiction.
    """
    hours = municipality.opening_hours
    seen: dict[Any, HoursException] = {}
    for exception in hours.exceptions if hours else ():
        when = _when_and_where(exception)
        if when is None:
            continue
        first = seen.setdefault(when, exception)
        if first is exception:
            continue
        message = f"Der er allerede en undtagelse for samme dag, i linje {first.line_of()}."
        report = warning if first.hours == exception.hours else error
        yield report(exception, "date", message, "Behold den ene, og slet den anden.")


def _when_and_where(exception: HoursException) -> Any:
    faulty = any(exception.faulty(key) for key in ("date", "from", "to", "hours", "places"))
    begins = exception.date or exception.from_
    if faulty or begins is None:
        return None
    ends = exception.date or exception.to
    yearly = exception.every_year
    return begins, ends, yearly, frozenset(exception.places), exception.applies_to


def _schedules(municipality: Municipality) -> Iterator[Schedule]:
    hours = municipality.opening_hours
    if hours:
        yield from (*hours.house, *hours.phone)
