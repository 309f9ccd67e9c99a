"""Days on which nobody knows whether the house is open: between two weeks, after the last.

Families are told that the hours are not known, and the author is told which days those are.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from site_generator.problems import Problem
from site_generator.records.municipality import Municipality
from site_generator.resolve.hours import (
    has_house_hours,
)
from site_generator.resolve.seasons import Season, seasons_from
from site_generator.rules.circumstances import Circumstances
from site_generator.rules.reporting import warning
from site_generator.schema.choices import Applies
from site_generator.schema.opening_hours import OpeningHoursFile, Schedule
from site_generator.wording.in_words import day_number, plain_date

_AHEAD = timedelta(days=365)


def weeks_follow_each_other(
    municipality: Municipality, circumstances: Circumstances
) -> Iterator[Problem]:
    """Some week holds on every day that comes: no gap between two, and an end only when told."""
    hours, today = municipality.opening_hours, circumstances.today
    if hours is None or any(_has_faulty_period(one) for one in (*hours.house, *hours.phone)):
        return
    for subject, place in _with_a_week(municipality, hours):
        for season in seasons_from(hours, place, subject, today):
            if not season.known and season.first <= today + _AHEAD:
                yield _gap(municipality, season, place, subject)


def _has_faulty_period(schedule: Schedule) -> bool:
    first, last = schedule.valid_from, schedule.valid_to
    faulty = any(schedule.faulty(key) for key in ("place", "valid_from", "valid_to"))
    return faulty or (first is not None and last is not None and last < first)


def _with_a_week(
    municipality: Municipality, hours: OpeningHoursFile
) -> Iterator[tuple[Applies, str | None]]:
    """Every door and telephone that has one."""
    places: list[str | None] = [place.id for place in municipality.location.places] or [None]
    for place in places:
        if has_house_hours(hours, place):
            yield Applies.HOUSE, place
    for place in dict.fromkeys(schedule.place for schedule in hours.phone):
        yield Applies.PHONE, place


def _gap(
    municipality: Municipality, season: Season, place: str | None, subject: Applies
) -> Problem:
    hours = municipality.opening_hours
    assert hours is not None
    written = hours.house if subject is Applies.HOUSE else hours.phone
    own = [one for one in written if one.place in (None, place)]
    before = [one for one in own if one.valid_to and one.valid_to < season.first]
    after = [one for one in own if one.valid_from and one.valid_from > season.last]
    where = _where(municipality, place)
    what = f"{'Åbningstiderne' if subject is Applies.HOUSE else 'Telefontiderne'}{where}"
    if not after:
        last = season.first - timedelta(days=1)
        message = f"{what} gælder kun til {plain_date(last)}."
        remedy = "Skriv en uge mere med «valid_from:», eller slet «valid_to:», hvis den bliver ved."
        return warning(
            max(before, key=lambda one: one.valid_to or last), "valid_to", message, remedy
        )
    earliest = min(after, key=lambda one: one.valid_from or season.last)
    if not before:
        message = f"{what} gælder først fra {plain_date(season.last + timedelta(days=1))}."
        remedy = "Skriv også en uge, der gælder nu, eller slet «valid_from:»."
    else:
        message = (
            f"Ingen {_week(subject)}{where} gælder {days_in_words(season.first, season.last)}."
        )
        remedy = "Ret «valid_from:» eller «valid_to:», eller skriv en uge for de dage."
    return warning(earliest, "valid_from", message, remedy)


def _where(municipality: Municipality, place_id: str | None) -> str:
    several = len(municipality.location.places) > 1
    place = municipality.place(place_id) if several else None
    return f" for {place.name}" if place else ""


def _week(subject: Applies) -> str:
    return "uge" if subject is Applies.HOUSE else "telefontid"


def days_in_words(first: date, last: date) -> str:
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
