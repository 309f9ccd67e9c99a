"""What author files say, read with plain PyYAML: every scalar a text, and what the text means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import yaml

DAY = timedelta(days=1)
FIRST, LAST = date(2000, 1, 1), date(2100, 12, 31)
MIDNIGHT = 24 * 60
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
UGEDAGE = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")

# From one minute after midnight to another; one past 1440 lies in the night that follows.
Slot = tuple[int, int]


@dataclass(frozen=True)
class Hours:
    """What holds on a day. Neither slots nor by appointment is closed; not `known`: nobody says."""

    slots: tuple[Slot, ...] = ()
    by_appointment: bool = False
    known: bool = True

    @property
    def closed(self) -> bool:
        return self.known and not self.slots and not self.by_appointment


CLOSED, APPOINTMENT, UNKNOWN = Hours(), Hours(by_appointment=True), Hours(known=False)


def read(text: str) -> Any:
    return yaml.load(text, yaml.BaseLoader) or {}


def yes(value: str | None) -> bool:
    return value in ("ja", "yes", "true")


def listed(value: Any) -> list[Any]:
    """One value or several."""
    return value if isinstance(value, list) else [value] if value else []


def day(text: str) -> date:
    return date.fromisoformat(text)


def clock(text: str) -> int:
    hour, _, minute = re.sub(r"^kl\.? ?", "", text.strip()).replace(":", ".").partition(".")
    return int(hour) * 60 + int(minute or 0)


def slot(text: str) -> Slot:
    if text in ("hele dagen", "hele døgnet"):
        return 0, MIDNIGHT
    first, last = (clock(end) for end in re.split(r"-|–| til ", text))
    return first, last + MIDNIGHT * (last <= first)


def hours(value: Any) -> Hours:
    if value in ("lukket", "closed"):
        return CLOSED
    if value in ("ukendt", "unknown"):
        return UNKNOWN
    parts = value if isinstance(value, list) else re.split(r", | og ", value)
    times = tuple(sorted(slot(part) for part in parts if part not in ("efter aftale",)))
    return Hours(times, by_appointment="efter aftale" in parts)


def week(written: dict[str, Any]) -> tuple[Hours, ...]:
    """The hours from Monday to Sunday; a day that is not named is closed."""
    found = {n: hours(value) for key, value in written.items() for n in _weekdays(key)}
    return tuple(found.get(n, CLOSED) for n in range(7))


def _weekdays(key: str) -> Iterator[int]:
    for part in re.split(r", | og ", key):
        if part == "alle dage":
            yield from range(7)
            continue
        ends = [weekday(name) for name in part.split("-")]
        yield from range(ends[0], ends[-1] + 1)


def weekday(name: str) -> int:
    return next(n for n in range(7) if any(of[n].startswith(name) for of in (WEEKDAYS, UGEDAGE)))


def weeks_of_year(text: str) -> tuple[int, int, int | None]:
    """`uge 28-30 2027`: first and last week, and the year where it is said."""
    found = re.match(r"uge (\d+)(?:-(\d+))?(?: (\d{4}))?$", text)
    assert found, text
    first, last, year = found.groups()
    return int(first), int(last or first), int(year) if year else None


def weeks_in(year: int, first: int, last: int) -> tuple[date, date] | None:
    """From Monday to Sunday. A year without week 53 has its last week instead."""
    if first > _last_week(year):
        return None
    ends = year + 1 if last < first else year
    until = date.fromisocalendar(ends, min(last, _last_week(ends)), 7)
    return date.fromisocalendar(year, first, 1), until


def _last_week(year: int) -> int:
    return date(year, 12, 28).isocalendar().week


def first_day(text: str) -> date:
    return _edge(text, 0)


def last_day(text: str) -> date:
    return _edge(text, 1)


def _edge(text: str, which: int) -> date:
    if not text.startswith("uge"):
        return day(text)
    first, last, year = weeks_of_year(text)
    span = weeks_in(year, first, last) if year else None
    assert span, text
    return span[which]


def days_between(first: date, last: date) -> Iterator[date]:
    return (first + n * DAY for n in range((last - first).days + 1))
