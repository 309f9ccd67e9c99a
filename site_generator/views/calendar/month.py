"""PAGES: a month of the calendar on one sheet, and the same days as a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby

from site_generator import addresses
from site_generator.language.spoken import _
from site_generator.output import Page
from site_generator.resolve.occurrence import Occurrence
from site_generator.resolve.repetition import monday_of
from site_generator.told.activities import activity
from site_generator.told.closed_days import closed_day, closed_spans
from site_generator.told.facts import Link
from site_generator.told.house import House
from site_generator.views.around.frame import page_frame
from site_generator.views.around.linked_data import events, introduced, linked_data
from site_generator.views.around.written_in import events_file
from site_generator.views.calendar.events import days_in_words, undated_cards
from site_generator.views.elements import EventCard, Frame
from site_generator.wording.in_words import (
    day_and_month,
    month_and_year,
    plain_date,
    sentence,
    weekday_names,
)


@dataclass(frozen=True)
class MonthEntry:
    """Something on a day of the sheet. `where` is left out where all is at one place; `state` is
    a short word: cancelled, moved, full."""

    time: str
    title: str
    where: str
    state: str
    cancelled: bool


@dataclass(frozen=True)
class MonthDay:
    """One day of a month's sheet: its number, what is on, and whether the house is closed."""

    number: str
    iso_date: str
    entries: tuple[MonthEntry, ...]
    closed: str


@dataclass(frozen=True)
class DayInList:
    """A day on which something is on, or days on which the house is closed."""

    title: str
    cards: tuple[EventCard, ...]
    closed: str


@dataclass(frozen=True)
class MonthView:
    """`period` names the days of a month that has begun; `more` leads to the next one. In `days`
    the date stands above what is on, or closed, that day."""

    frame: Frame
    title: str
    period: str
    weekdays: tuple[str, ...]
    weeks: tuple[tuple[MonthDay | None, ...], ...]
    days: tuple[DayInList, ...]
    more: Link | None
    calendar: str


Month = tuple[date, list[Occurrence]]


def by_month(occurrences: tuple[Occurrence, ...]) -> list[Month]:
    """The first day of each month in which something is on, and what is on in it, in order.

    What begins in one month and ends in the next is in both.
    """
    months: dict[date, list[Occurrence]] = {}
    for occurrence in occurrences:
        for first in dict.fromkeys(day.replace(day=1) for day in _days_of(occurrence)):
            months.setdefault(first, []).append(occurrence)
    return sorted(months.items(), key=lambda month: month[0])


def month_pages(house: House) -> Iterator[Page]:
    """A page for each month in which something is on."""
    months = by_month(house.coming)
    for number, (first, occurrences) in enumerate(months):
        following = [month for month, _occurrences in months[number + 1 :]][:1]
        yield _month_page(house, first, occurrences, following)


def _month_page(
    house: House, first: date, occurrences: list[Occurrence], following: list[date]
) -> Page:
    address = addresses.calendar_month(first)
    root = addresses.way_up(address)
    title = sentence(month_and_year(first))
    lead = _("{month} i {house} på ét ark.", month=title, house=house.municipality.site.name)
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
        period=_period(house, first),
        weekdays=weekday_names(),
        weeks=tuple(_sheet(house, first, occurrences)),
        days=tuple(_days(house, first, occurrences, root)),
        more=next((_following(month, root) for month in following), None),
        calendar=root + addresses.CALENDAR,
    )
    return Page(address, "pages/month.html", view, events_file(house))


def _days(
    house: House, first: date, occurrences: list[Occurrence], root: str
) -> Iterator[DayInList]:
    """The month as a list, in order; what began in the month before comes first."""
    found = {
        (day, day): DayInList(
            sentence(day_and_month(day)), undated_cards(house, list(on), root), ""
        )
        for day, on in groupby(occurrences, key=lambda o: o.date)
    }
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    for since, until, why in closed_spans(house, max(first, house.today), last):
        # What is held on a closed day stands under the same heading.
        held = found.get((since, until), DayInList(days_in_words(since, until), (), ""))
        found[since, until] = replace(held, closed=why)
    yield from (found[days] for days in sorted(found))


def _period(house: House, first: date) -> str:
    """What is over does not stand on the sheet, and the sheet says so."""
    if first >= house.today:
        return ""
    return _("Fra {date} og resten af måneden.", date=plain_date(house.today))


def _following(month: date, root: str) -> Link:
    label = _("Der er mere i {month}", month=month_and_year(month))
    return Link(label, root + addresses.calendar_month(month))


def _days_of(occurrence: Occurrence) -> list[date]:
    return [occurrence.date + timedelta(n) for n in range(occurrence.event.days)]


def _sheet(
    house: House, first: date, occurrences: Sequence[Occurrence]
) -> Iterator[tuple[MonthDay | None, ...]]:
    """The weeks of a month from Monday to Sunday; None for days of the months beside it."""
    by_day: dict[date, list[Occurrence]] = {}
    for occurrence in occurrences:
        for day in _days_of(occurrence):
            by_day.setdefault(day, []).append(occurrence)
    monday = monday_of(first)
    while monday < first or monday.month == first.month:
        week = [monday + timedelta(days=n) for n in range(7)]
        yield tuple(
            _day(house, d, by_day.get(d, [])) if d.month == first.month else None for d in week
        )
        monday += timedelta(weeks=1)


def _day(house: House, day: date, occurrences: Sequence[Occurrence]) -> MonthDay:
    entries = tuple(_entry(house, day, occurrence) for occurrence in occurrences)
    closed = closed_day(house, day) if day >= house.today else ""
    return MonthDay(str(day.day), day.isoformat(), entries, closed)


def _entry(house: House, day: date, occurrence: Occurrence) -> MonthEntry:
    told = activity(house, occurrence)
    only_place = told.place is not None and len(house.municipality.location.places) == 1
    return MonthEntry(
        time=told.hours_alone if day == occurrence.date else "",
        title=told.title,
        where="" if only_place else told.where,
        state=told.state_word,
        cancelled=told.cancelled,
    )
