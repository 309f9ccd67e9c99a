"""What holds on a day at a door and at a telephone, worked out from opening_hours.yml alone.

The rules are those of content/handbook/aabningstider.md. Easter comes from dateutil.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from dateutil.easter import easter

from proof.written import (
    CLOSED,
    DAY,
    FIRST,
    LAST,
    UNKNOWN,
    Hours,
    Slot,
    day,
    first_day,
    hours,
    last_day,
    listed,
    week,
    weeks_in,
    weeks_of_year,
    yes,
)


@dataclass(frozen=True)
class Week:
    first: date
    last: date
    place: str | None
    days: tuple[Hours, ...]

    @property
    def length(self) -> timedelta:
        return self.last - self.first


@dataclass(frozen=True)
class Closing:
    first: date
    last: date
    places: tuple[str, ...]
    reason: str
    instead: str


@dataclass(frozen=True)
class Other:
    """An exception in one of its years."""

    first: date
    last: date
    hours: Hours
    reason: str
    applies: str
    places: tuple[str, ...]


@dataclass(frozen=True)
class Told:
    """What holds on a day, why, and what says so: week, exception, closing, holiday or own rule."""

    hours: Hours
    reason: str = ""
    by: str = "week"


class HoursOracle:
    """Answers for one file of hours and the places of location.yml."""

    def __init__(self, file: dict[str, Any], places: tuple[str, ...]) -> None:
        self.places = places
        self._file = file
        self.weeks = {
            kind: [_week(one) for one in listed(file.get(kind))] for kind in ("house", "phone")
        }
        self.closings = [_closing(one) for one in listed(file.get("temporarily_closed"))]
        self._days: dict[tuple[str, str | None, date], Told] = {}
        self._others: dict[int, list[Other]] = {}

    def day(self, kind: str, place: str | None, at: date) -> Told:
        """Of the kind `house` or `phone`. No place: the only one, or none in particular."""
        key = kind, place, at
        if key not in self._days:
            self._days[key] = self._door(place, at) if kind == "house" else self._phone(place, at)
        return self._days[key]

    def usual(self, kind: str, place: str | None, at: date) -> Hours:
        """What the week says: of those that hold the one for the shortest period."""
        now = self.week(kind, place, at)
        return now.days[at.weekday()] if now else self._without_week(kind, place)

    def week(self, kind: str, place: str | None, at: date) -> Week | None:
        found = [one for one in self.of(kind, place) if one.first <= at <= one.last]
        return min(reversed(found), key=lambda w: (w.length, w.place is None), default=None)

    def of(self, kind: str, place: str | None) -> list[Week]:
        """The weeks that concern a place, whenever they hold."""
        return [w for w in self.weeks[kind] if self._concerns((w.place,) if w.place else (), place)]

    def closing(self, place: str | None, at: date) -> Closing | None:
        about = [one for one in self.closings if self._concerns(one.places, place)]
        found = [one for one in about if one.first <= at <= one.last]
        return max(found, key=lambda one: one.last, default=None)

    def _without_week(self, kind: str, place: str | None) -> Hours:
        by_appointment = kind == "house" and not self.of(kind, place)
        return Hours(by_appointment=True) if by_appointment and self._asks else UNKNOWN

    @property
    def _asks(self) -> bool:
        return bool(self._file.get("by_appointment"))

    def _concerns(self, named: tuple[str, ...], place: str | None) -> bool:
        """What names no place is about all. Of a house's only place nobody need give the name."""
        if not named or place in named:
            return True
        return place is None and bool(self.places) and set(self.places) <= set(named)

    def _door(self, place: str | None, at: date) -> Told:
        usual, special = self.usual("house", place, at), self._special(at)
        closing = self.closing(place, at)
        for one in self._in_order(at, "house"):
            about = one.applies != "phone" and self._concerns(one.places, place)
            if not about or not _counts(one, usual, special):
                continue
            if closing and not _opens_within(one, closing):
                return Told(CLOSED, closing.reason, "closing")
            return Told(one.hours, one.reason or (special.reason if special else ""), "exception")
        if closing:
            return Told(CLOSED, closing.reason, "closing")
        if special:
            return Told(_on_special(usual, special.hours), special.reason, special.by)
        return Told(usual)

    def _phone(self, place: str | None, at: date) -> Told:
        usual, special = self.usual("phone", place, at), self._special(at)
        door = self.usual("house", place, at)
        closing = self.closing(place, at)
        for one in self._in_order(at, "phone"):
            own = one.applies in ("phone", "both")
            if one.applies == "house" or not self._is_about_phone(one, place):
                continue
            if own and _counts(one, usual, special):
                return Told(one.hours, one.reason or (special.reason if special else ""), "own")
            if own or not _counts(one, door, special):
                continue
            if closing and not one.hours.closed and not _opens_within(one, closing):
                continue
            told = while_open(usual, one.hours)
            why = one.reason or (special.reason if special else "")
            return Told(usual) if told == usual else Told(told, why, "exception")
        if special:
            limited = while_open(usual, _on_special(usual, special.hours))
            return Told(limited, special.reason, special.by)
        return Told(usual)

    def _is_about_phone(self, one: Other, place: str | None) -> bool:
        shared = place is None and one.applies == "phone"
        return shared or self._concerns(one.places, place)

    def _in_order(self, at: date, kind: str) -> list[Other]:
        """One that names a place first, then the shortest, then who is named alone, then the last
        of the file."""
        holding = [one for one in reversed(self._of_year(at.year)) if one.first <= at <= one.last]
        alone = {kind, ""} if kind == "house" else {kind}
        return sorted(
            holding, key=lambda e: (not e.places, e.last - e.first, e.applies not in alone)
        )

    def _of_year(self, year: int) -> list[Other]:
        if year not in self._others:
            self._others[year] = [
                _other(one, *span)
                for one in listed(self._file.get("exceptions"))
                for span in _spans(one, year)
            ]
        return self._others[year]

    def _special(self, at: date) -> Told | None:
        """What the calendar says, and what the house has written of it."""
        policy = self._file.get("holidays")
        if name := holidays_of(at.year).get(at):
            said = CLOSED if policy is not None else UNKNOWN
            own = (policy or {}).get("public_holidays")
            return Told(hours(own) if own else said, name, "holiday")
        if (at.month, at.day) not in OWN_DAYS:
            return None
        name, key = OWN_DAYS[at.month, at.day]
        own = (policy or {}).get(key)
        if own is None and key == "labour_day":
            return None
        said = CLOSED if policy is not None else UNKNOWN
        return Told(hours(own) if own else said, name, "own rule")

    def is_off_by_own_rule(self, at: date) -> bool:
        """Christmas Eve and its like, whatever else is written of the day."""
        special = self._special(at)
        own = special is not None and special.by == "own rule"
        return own and special is not None and (special.hours.closed or not special.hours.known)

    def school_holiday(self, at: date) -> bool:
        spans = (_span(one) for one in listed(self._file.get("school_holidays")))
        return any(first <= at <= last for first, last in spans)


OWN_DAYS = {
    (5, 1): ("1. maj", "labour_day"),
    (6, 5): ("Grundlovsdag", "constitution_day"),
    (12, 24): ("Juleaftensdag", "christmas_eve"),
    (12, 31): ("Nytårsaftensdag", "new_years_eve"),
}
_AROUND_EASTER = {
    -3: "Skærtorsdag",
    -2: "Langfredag",
    0: "Påskedag",
    1: "Anden påskedag",
    39: "Kristi himmelfartsdag",
    49: "Pinsedag",
    50: "Anden pinsedag",
}


@cache
def holidays_of(year: int) -> dict[date, str]:
    fixed = {(1, 1): "Nytårsdag", (12, 25): "Juledag", (12, 26): "Anden juledag"}
    movable = {easter(year) + n * DAY: name for n, name in _AROUND_EASTER.items()}
    return {date(year, *when): name for when, name in fixed.items()} | movable


def while_open(phone: Hours, house: Hours) -> Hours:
    """The telephone in its own hours, as far as somebody is in the house."""
    if not phone.slots or house.by_appointment:
        return phone
    if not house.known:
        return UNKNOWN
    common: list[Slot] = [
        (max(a, c), min(b, d))
        for a, b in phone.slots
        for c, d in house.slots
        if max(a, c) < min(b, d)
    ]
    return Hours(tuple(sorted(common)))


def _on_special(usual: Hours, said: Hours) -> Hours:
    return usual if usual.closed and not said.known else said


def _counts(one: Other, usual: Hours, special: Told | None) -> bool:
    """Hours of several days are about those days on which the house is open anyway."""
    if one.hours.closed or one.first == one.last:
        return True
    return special is None and not usual.closed


def _opens_within(one: Other, closing: Closing) -> bool:
    inside = closing.first <= one.first and one.last <= closing.last
    return inside and not one.hours.closed


def _week(one: dict[str, Any]) -> Week:
    first = first_day(one["valid_from"]) if "valid_from" in one else FIRST
    last = last_day(one["valid_to"]) if "valid_to" in one else LAST
    return Week(first, last, one.get("place"), week(one["week"]))


def _closing(one: dict[str, Any]) -> Closing:
    return Closing(
        first=first_day(one["from"]),
        last=last_day(one["until"]) if "until" in one else LAST,
        places=tuple(one.get("places", ())),
        reason=one["reason"],
        instead=one.get("instead", ""),
    )


def _other(one: dict[str, Any], first: date, last: date) -> Other:
    return Other(
        first=first,
        last=last,
        hours=hours(one["hours"]),
        reason=one.get("reason", ""),
        applies=one.get("applies_to", ""),
        places=tuple(one.get("places", ())),
    )


def _span(one: dict[str, Any]) -> tuple[date, date]:
    if "weeks" in one:
        first, last, year = weeks_of_year(one["weeks"])
        span = weeks_in(year, first, last) if year else None
        assert span, one
        return span
    begins = first_day(one.get("date") or one["from"])
    return begins, last_day(one["to"]) if "to" in one else begins


def _spans(one: dict[str, Any], year: int) -> list[tuple[date, date]]:
    """The times of an exception that touch a year."""
    if not yes(one.get("every_year")):
        found = [_span(one)]
    elif "weeks" in one:
        first, last, since = weeks_of_year(one["weeks"])
        years = [y for y in (year - 1, year) if y >= (since or 0)]
        found = [span for y in years if (span := weeks_in(y, first, last))]
    else:
        first_, last_ = _span(one)
        years = [y - first_.year for y in (year - 1, year) if y >= first_.year]
        found = [span for n in years if (span := _years_later(first_, last_, n))]
    return [span for span in found if span[0].year <= year <= span[1].year]


def _years_later(first: date, last: date, years: int) -> tuple[date, date] | None:
    """29 February alone comes back in leap years; a period that touches it goes on around it."""
    leap = [(d.month, d.day) == (2, 29) and not _is_leap(d.year + years) for d in (first, last)]
    if first == last:
        return None if leap[0] else (_same(first, years), _same(last, years))
    begins = date(first.year + years, 3, 1) if leap[0] else _same(first, years)
    ends = date(last.year + years, 2, 28) if leap[1] else _same(last, years)
    return begins, ends


def _is_leap(year: int) -> bool:
    return (date(year, 12, 31) - date(year - 1, 12, 31)).days == 366


def _same(at: date, years: int) -> date:
    return day(f"{at.year + years}-{at.month:02}-{at.day:02}")
