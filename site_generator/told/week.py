"""TOLD: opening hours and telephone hours as tables, and the coming days that differ."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from site_generator.language.marked import fill
from site_generator.language.spoken import _
from site_generator.resolve.hours import ResolvedDay, exceptional_days, house_day
from site_generator.schema.opening_hours import OpeningHoursFile, Schedule
from site_generator.told.house import House
from site_generator.told.today import reason_in_words
from site_generator.wording.in_words import (
    day_and_month,
    day_hours_in_words,
    plain_date,
    sentence,
    weekday_spans,
    words,
)

DAYS_OF_EXCEPTIONS = 60


@dataclass(frozen=True)
class HoursTable:
    """A week of hours: rows of days and times."""

    title: str
    rows: tuple[tuple[str, str], ...]
    note: str


def hours_tables(house: House, place: str | None, title: str) -> tuple[HoursTable, ...]:
    """The hours of one place, the seasons apart: the one that holds and the one to come."""
    hours = house.municipality.opening_hours
    schedules = [s for s in (hours.house if hours else ()) if s.place == place]
    return tuple(_table(schedule, title) for schedule in schedules if _matters(house, schedule))


def weeks(house: House) -> list[HoursTable]:
    """The week that holds now of the house, and of each place that has one of its own."""
    places: list[str | None] = [None, *(place.id for place in house.municipality.location.places)]
    return [tables[0] for place in places if (tables := hours_tables(house, place, ""))]


def open_days(week: HoursTable) -> tuple[tuple[str, str], ...]:
    """The days that are open; on paper and in a post the others need not be told."""
    closed = sentence(_("lukket"))
    return tuple((days, text) for days, text in week.rows if text != closed)


def _matters(house: House, schedule: Schedule) -> bool:
    first, last = schedule.valid_from or date.min, schedule.valid_to or date.max
    return last >= house.today and first <= house.today + timedelta(days=DAYS_OF_EXCEPTIONS)


def _table(schedule: Schedule, title: str) -> HoursTable:
    rows = weekday_spans(
        (day, sentence(day_hours_in_words(schedule.week.on(day)))) for day in range(7)
    )
    return HoursTable(_in_season(title, schedule), tuple(rows), words(schedule.note))


def _in_season(title: str, schedule: Schedule) -> str:
    """What is open, and between which dates, where the hours change in the course of a year."""
    first = plain_date(schedule.valid_from) if schedule.valid_from else ""
    last = plain_date(schedule.valid_to) if schedule.valid_to else ""
    if first and last:
        return _("{open} fra {first} til {last}", open=title, first=first, last=last)
    if first:
        return _("{open} fra {first}", open=title, first=first)
    return _("{open} til {last}", open=title, last=last) if last else title


def phone_tables(house: House) -> tuple[HoursTable, ...]:
    hours = house.municipality.opening_hours
    schedules = [s for s in (hours.phone if hours else ()) if _matters(house, s)]
    several = len({schedule.place for schedule in schedules}) > 1
    return tuple(_table(s, _phone_title(house, s if several else None)) for s in schedules)


def _phone_title(house: House, schedule: Schedule | None) -> str:
    place = house.municipality.place(schedule.place) if schedule else None
    if place:
        return _("Telefonen er åben, {place}", place=place.name)
    return _("Telefonen er åben")


def special_days(house: House) -> tuple[tuple[str, str], ...]:
    """The coming days that differ from the week; what holds for all places is told once."""
    hours = house.municipality.opening_hours
    if hours is None or not hours.house:
        return ()
    last = house.today + timedelta(days=DAYS_OF_EXCEPTIONS)
    places: list[str | None] = [p.id for p in house.municipality.location.places] or [None]
    told: dict[tuple[date, str], list[str | None]] = {}
    for place in places:
        for day in exceptional_days(hours, house.today, last, place):
            told.setdefault((day.date, _special_hours(hours, day)), []).append(place)
    return tuple(
        (_special_day(house, day, [] if _same_everywhere(hours, day, places) else where), text)
        for (day, text), where in sorted(told.items(), key=lambda item: item[0])
    )


def _same_everywhere(hours: OpeningHoursFile, day: date, places: list[str | None]) -> bool:
    """Also where a place is closed on that weekday anyway: nobody need be told which it is."""
    return len({house_day(hours, day, place).hours for place in places}) == 1


def _special_day(house: House, day: date, places: list[str | None]) -> str:
    found = (house.municipality.place(place) for place in places)
    names = [place.name for place in found if place]
    return _(", ").join([sentence(day_and_month(day)), *names])


def _special_hours(hours: OpeningHoursFile, day: ResolvedDay) -> str:
    text = sentence(day_hours_in_words(day.hours))
    # Nobody has told us about holidays: closed is the safer guess, and said to be one.
    if day.kind in ("holiday", "house_policy") and not hours.wrote("holidays"):
        text = _("Regn med lukket")
    reason = reason_in_words(day)
    return fill("{0}. {1}", text, reason) if reason else text
