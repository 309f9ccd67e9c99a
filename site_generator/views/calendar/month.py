"""PAGES: a month of the calendar on one sheet, and the same days as a list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from site_generator import addresses
from site_generator.language.spoken import _, isolated
from site_generator.output import Page
from site_generator.resolve.recurrence import Occurrence
from site_generator.told.facts import Link
from site_generator.told.house import House
from site_generator.views.around.frame import page_frame
from site_generator.views.around.linked_data import events, introduced, linked_data
from site_generator.views.calendar.events import anchored_cards
from site_generator.views.elements import EventCard, Frame
from site_generator.wording.in_words import (
    clock_with_minutes,
    month_and_year,
    plain_date,
    sentence,
    weekday_names,
)


@dataclass(frozen=True)
class MonthDay:
    """One day of a month's sheet: its number, and time and title of what is on."""

    number: str
    iso_date: str
    entries: tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True)
class MonthView:
    frame: Frame
    title: str
    weekdays: tuple[str, ...]
    weeks: tuple[tuple[MonthDay | None, ...], ...]
    days: tuple[tuple[str, tuple[EventCard, ...]], ...]
    calendar: str


def monday_of(day: date) -> date:
    """The Monday of the week that a day is in."""
    return day - timedelta(days=day.weekday())


def by_month(occurrences: tuple[Occurrence, ...]) -> list[tuple[date, list[Occurrence]]]:
    """The first day of each month in which something is on, and what is on in it, in order."""
    grouped = groupby(occurrences, key=lambda o: o.date.replace(day=1))
    return [(first, list(group)) for first, group in grouped]


def month_page(house: House, first: date, occurrences: list[Occurrence]) -> Page:
    """The page of the month that begins on `first`, with all that is on in it."""
    address = addresses.calendar_month(first)
    root = addresses.way_up(address)
    title = sentence(month_and_year(first))
    lead = _("{month} i {house} på ét ark.", month=title, house=house.municipality.site.name)
    days = [
        (sentence(plain_date(day)), anchored_cards(house, list(group), root))
        for day, group in groupby(occurrences, key=lambda o: o.date)
    ]
    view = MonthView(
        frame=page_frame(
            house,
            address,
            title,
            lead,
            (Link(_("Kalender"), addresses.CALENDAR),),
            linked_data=linked_data(introduced(house), *events(house, occurrences)),
        ),
        title=title,
        weekdays=weekday_names(),
        weeks=tuple(_sheet(house, first, occurrences)),
        days=tuple(days),
        calendar=root + addresses.CALENDAR,
    )
    return Page(address, "pages/month.html", view, f"{house.slug}: events.yml, {title}")


def _sheet(
    house: House, first: date, occurrences: list[Occurrence]
) -> Iterator[tuple[MonthDay | None, ...]]:
    """The weeks of a month from Monday to Sunday; None for days of the months beside it."""
    by_day: dict[date, list[Occurrence]] = {}
    for occurrence in occurrences:
        by_day.setdefault(occurrence.date, []).append(occurrence)
    monday = monday_of(first)
    while monday < first or monday.month == first.month:
        week = [monday + timedelta(days=n) for n in range(7)]
        yield tuple(
            _day(house, d, by_day.get(d, [])) if d.month == first.month else None for d in week
        )
        monday += timedelta(weeks=1)


def _day(house: House, day: date, occurrences: list[Occurrence]) -> MonthDay:
    entries = tuple(
        (
            isolated(clock_with_minutes(occurrence.slot.opens)),
            house.title_of(occurrence),
            occurrence.status == "cancelled",
        )
        for occurrence in occurrences
    )
    return MonthDay(str(day.day), day.isoformat(), entries)
