"""TOLD: is it open? Right for the day of the build; a script keeps it right at the minute."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time, timedelta

from site_generator.language.marked import fill
from site_generator.language.spoken import _, isolated
from site_generator.resolve.hours import ResolvedDay, has_house_hours, house_day, phone_day
from site_generator.schema.opening_hours import OpeningHoursFile
from site_generator.told.house import House
from site_generator.wording.in_words import (
    clock,
    day_hours_in_words,
    day_in_words,
    in_a_row,
    plain_date,
    relative_day,
    sentence,
    without_full_stop,
    words,
)

_DAYS_AHEAD = 60
_DAYS_FOR_SCRIPT = 14


@dataclass(frozen=True)
class OpenStatus:
    """Whether a door or a telephone is open on the day of the build.

    `days` is for the script: JSON of the coming days, `[date, [[opens, closes], …], by
    appointment]` with times in minutes after midnight, Danish time.
    """

    icon: str
    label: str
    state: str
    text: str
    next: str
    reason: str
    days: str


@dataclass(frozen=True)
class Closing:
    """That the house, or one of its places, is closed for a time.

    `until` is the last day as an ISO date, after which the script takes the words away; empty
    where nobody knows.
    """

    title: str
    text: str
    until: str


@dataclass(frozen=True)
class TodayView:
    date: str
    statuses: tuple[OpenStatus, ...]
    closing: Closing | None


def today_view(house: House) -> TodayView | None:
    """The open status of every door and of the telephone; None where no hours are known."""
    hours = house.municipality.opening_hours
    if hours is None:
        return None
    statuses = tuple(_statuses(house, hours))
    closing = _closing(house, hours)
    if not statuses and not closing:
        return None
    return TodayView(sentence(day_in_words(house.today)), statuses, closing)


def _closing(house: House, hours: OpeningHoursFile) -> Closing | None:
    closed = hours.temporarily_closed
    if closed is None or not closed.from_ <= house.today <= (closed.until or date.max):
        return None
    found = (house.municipality.place(place) for place in closed.places)
    names = in_a_row([place.name for place in found if place])
    reason, instead = without_full_stop(words(closed.reason)), words(closed.instead)
    return Closing(
        title=_what_is_closed(names, plain_date(closed.until) if closed.until else ""),
        text=fill("{0}. {1}", reason, instead) if instead else fill("{0}.", reason),
        until=closed.until.isoformat() if closed.until else "",
    )


def _what_is_closed(names: str, last: str) -> str:
    if names and last:
        return _("{places} er lukket til og med {date}.", places=names, date=last)
    if names:
        return _("{places} er lukket for tiden.", places=names)
    return _("Lukket til og med {date}.", date=last) if last else _("Lukket for tiden.")


def _statuses(house: House, hours: OpeningHoursFile) -> list[OpenStatus]:
    places = house.municipality.location.places
    doors: list[str | None] = [place.id for place in places] or [None]
    open_doors = [door for door in doors if has_house_hours(hours, door)]
    found = [_door(house, hours, door, len(places) > 1) for door in open_doors]
    return found + _telephones(house, hours)


def _door(
    house: House, hours: OpeningHoursFile, place_id: str | None, one_of_several: bool
) -> OpenStatus:
    days = _coming(house.today, lambda day: house_day(hours, day, place_id))
    place = house.municipality.place(place_id) if one_of_several else None
    return _status("house", place.name if place else _("Huset"), days)


def _telephones(house: House, hours: OpeningHoursFile) -> list[OpenStatus]:
    """One for each place that has telephone hours of its own; mostly there is one in all."""
    places = tuple(dict.fromkeys(schedule.place for schedule in hours.phone))
    return [_telephone(house, hours, place, len(places) > 1) for place in places]


def _telephone(
    house: House, hours: OpeningHoursFile, place_id: str | None, one_of_several: bool
) -> OpenStatus:
    days = _coming(house.today, lambda day: phone_day(hours, day, place_id))
    place = house.municipality.place(place_id) if one_of_several else None
    label = _("Telefonen, {place}", place=place.name) if place else _("Telefonen")
    return _status("phone", label, days)


def _coming(today: date, resolve: Callable[[date], ResolvedDay]) -> list[ResolvedDay]:
    return [resolve(today + timedelta(days=ahead)) for ahead in range(_DAYS_AHEAD)]


def _status(icon: str, label: str, days: list[ResolvedDay]) -> OpenStatus:
    today = days[0]
    if today.hours.slots:
        state, text = "open", _("Åbent i dag {hours}", hours=day_hours_in_words(today.hours))
    elif today.hours.by_appointment:
        state, text = "appointment", _("I dag kun efter aftale")
    else:
        state, text = "closed", _("Lukket i dag")
    return OpenStatus(
        icon=icon,
        label=label,
        state=state,
        text=text,
        next=_next(days) if state == "closed" else "",
        reason=reason_in_words(today),
        days=json.dumps([_for_script(day) for day in days[:_DAYS_FOR_SCRIPT]]),
    )


def reason_in_words(day: ResolvedDay) -> str:
    """Why the hours are not as usual: the house's own words, else the name of the holiday."""
    return words(day.reason_text) if day.reason_text else _(day.reason)


def _next(days: list[ResolvedDay]) -> str:
    """When it opens next after today; empty where that is far off or not known."""
    for day in days[1:]:
        if day.hours.slots:
            when = relative_day(day.date, days[0].date)
            opens = isolated(clock(day.hours.slots[0].opens))
            return _("Åbner {day} kl. {time}", day=when, time=opens)
    return ""


def _for_script(day: ResolvedDay) -> list[object]:
    slots = [[_minutes(slot.opens), _minutes(slot.closes)] for slot in day.hours.slots]
    return [day.date.isoformat(), slots, day.hours.by_appointment]


def _minutes(moment: time) -> int:
    return moment.hour * 60 + moment.minute
