"""TOLD: the week that holds on the day of the build, and those that come, as tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from site_generator.language.spoken import _
from site_generator.resolve.seasons import Season
from site_generator.schema.opening_hours import Schedule
from site_generator.told.closings import closed_text, closed_title
from site_generator.told.house import House
from site_generator.told.openings import Opening, door_of, openings, telephones
from site_generator.told.other_days import DAYS_TOLD
from site_generator.told.unknown import not_known, whom_to_ask
from site_generator.wording.in_words import (
    day_hours_in_words,
    plain_date,
    sentence,
    weekday_spans,
    without_full_stop,
    words,
)


@dataclass(frozen=True)
class HoursTable:
    """A week of hours: rows of days and times. Without rows the title says it all: closed for a
    time, or not known; the note says what to do."""

    title: str
    rows: tuple[tuple[str, str], ...]
    note: str


def common_tables(house: House, title: str) -> tuple[HoursTable, ...]:
    """The weeks of the house where its file speaks of no single place."""
    hours = house.municipality.opening_hours
    if hours is None or not hours.house or _is_of_places(house):
        return ()
    places = house.municipality.location.places
    return week_tables(house, door_of(house, hours, places[0].id if places else None), title)


def place_tables(house: House, place: str, title: str) -> tuple[HoursTable, ...]:
    """The weeks of one place where the file speaks of places."""
    doors = [one for one in openings(house) if one.kind == "house" and one.place == place]
    if not _is_of_places(house):
        return ()
    return tuple(table for door in doors for table in week_tables(house, door, title))


def _is_of_places(house: House) -> bool:
    hours = house.municipality.opening_hours
    if hours is None:
        return False
    named = any(schedule.place for schedule in hours.house)
    return named or any(closing.places for closing in hours.temporarily_closed)


def phone_tables(house: House) -> tuple[HoursTable, ...]:
    """The same for each telephone."""
    phones = telephones(house)
    return tuple(
        table
        for phone in phones
        for table in week_tables(house, phone, _phone_title(house, phone, len(phones) > 1))
    )


def _phone_title(house: House, phone: Opening, several: bool) -> str:
    place = house.municipality.place(phone.place) if several else None
    if place:
        return _("Telefonen er åben, {place}", place=place.name)
    return _("Telefonen er åben")


def week_tables(house: House, opening: Opening, title: str) -> tuple[HoursTable, ...]:
    """One for each season that is told; the first is the one that holds."""
    ask = whom_to_ask(house, by_phone=opening.kind == "house")
    return tuple(_table(house, season, title, ask) for season in seasons_told(house, opening))


def seasons_told(house: House, opening: Opening) -> Iterator[Season]:
    """What holds now, what begins within weeks, and at least one week if there is any."""
    soon = house.today + timedelta(days=DAYS_TOLD)
    week_is_told = False
    for season in opening.seasons(house.today):
        if season.first > soon and week_is_told:
            return
        week_is_told = week_is_told or season.schedule is not None
        yield season


def season_now(house: House, opening: Opening) -> Season:
    """What holds on the day of the build."""
    return next(opening.seasons(house.today))


def _table(house: House, season: Season, title: str, ask: str) -> HoursTable:
    if season.closing:
        return HoursTable(
            without_full_stop(closed_title(season.closing)), (), closed_text(season.closing)
        )
    if season.schedule is None:
        return HoursTable(_in_season(house, not_known(), season), (), ask)
    note = words(season.schedule.note)
    return HoursTable(_in_season(house, title, season), rows_of(season.schedule), note)


def rows_of(schedule: Schedule) -> tuple[tuple[str, str], ...]:
    rows = ((day, sentence(day_hours_in_words(schedule.week.on(day)))) for day in range(7))
    return tuple(weekday_spans(rows))


def open_rows(schedule: Schedule) -> tuple[tuple[str, str], ...]:
    """The days that are open; on paper and in a post the others need not be told."""
    closed = sentence(_("lukket"))
    return tuple((days, text) for days, text in rows_of(schedule) if text != closed)


def _in_season(house: House, title: str, season: Season) -> str:
    """What is open, and between which dates; that it has begun need not be said."""
    first = plain_date(season.first) if season.first > house.today else ""
    last = "" if season.endless else plain_date(season.last)
    if first and last:
        return _("{open} fra {first} til {last}", open=title, first=first, last=last)
    if first:
        return _("{open} fra {first}", open=title, first=first)
    return _("{open} til {last}", open=title, last=last) if last else title
