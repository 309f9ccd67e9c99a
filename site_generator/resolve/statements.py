"""RESOLVE: what an opening-hours file says of one place, the most precise first.

`hours.py` decides with it what holds on a date.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol, TypeVar

from site_generator.schema.choices import Applies
from site_generator.schema.opening_hours import (
    HoursException,
    OpeningHoursFile,
    Schedule,
    TemporarilyClosed,
)

# The years that an author can write (schema.times.parse_date).
EARLIEST, LATEST = dt.date(2000, 1, 1), dt.date(2100, 12, 31)


class Dated(Protocol):
    """Something that holds on one date, or from a date to another, both included."""

    @property
    def date(self) -> dt.date | None: ...
    @property
    def from_(self) -> dt.date | None: ...
    @property
    def to(self) -> dt.date | None: ...


def covers(dated: Dated, day: dt.date) -> bool:
    """Whether a date lies in it. Without a last day it is the first alone."""
    first, last = span(dated)
    return first <= day <= last


def span(dated: Dated) -> tuple[dt.date, dt.date]:
    """First and last day; the last before the first where no first day is written."""
    first = dated.date or dated.from_
    if first is None:
        return LATEST, EARLIEST
    return first, dated.date or dated.to or first


S = TypeVar("S")
Periods = tuple[tuple[dt.date, dt.date, S], ...]


@dataclass(frozen=True)
class Statements:
    """What a file says of one place's door or telephone, each list with the most precise first."""

    schedules: Periods[Schedule]
    exceptions: Periods[HoursException]
    closings: Periods[TemporarilyClosed]


class _Same:
    """A file as a key: itself, not its content, which would take longer to compare than to use."""

    def __init__(self, hours: OpeningHoursFile) -> None:
        self.hours = hours

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.hours is other.hours

    def __hash__(self) -> int:
        return id(self.hours)


def statements(hours: OpeningHoursFile, place: str | None, subject: Applies) -> Statements:
    """All that a file says of a place's door (`Applies.HOUSE`) or telephone (`Applies.PHONE`)."""
    return _said_once(_Same(hours), place, subject)


# Every page asks for the same days of the same places; records are frozen, so the answer holds.
@lru_cache(maxsize=1024)
def _said_once(file: _Same, place: str | None, subject: Applies) -> Statements:
    hours = file.hours
    schedules = hours.phone if subject is Applies.PHONE else hours.house
    return Statements(
        schedules=_schedules(hours, schedules, place),
        exceptions=_exceptions(hours, place, subject),
        closings=_closings(hours, place),
    )


def _schedules(
    hours: OpeningHoursFile, schedules: Sequence[Schedule], place: str | None
) -> Periods[Schedule]:
    periods = [
        (s.valid_from or EARLIEST, s.valid_to or LATEST, s)
        for s in reversed(schedules)
        if _concerns(hours, (s.place,) if s.place else (), place)
    ]
    return tuple(sorted(periods, key=lambda p: (p[1] - p[0], p[2].place is None)))


def _exceptions(
    hours: OpeningHoursFile, place: str | None, subject: Applies
) -> Periods[HoursException]:
    periods = [
        (*span(e), e) for e in reversed(hours.exceptions) if _applies(hours, e, place, subject)
    ]
    both = Applies.BOTH
    return tuple(
        sorted(periods, key=lambda p: (not p[2].places, p[1] - p[0], p[2].applies_to is both))
    )


def _closings(hours: OpeningHoursFile, place: str | None) -> Periods[TemporarilyClosed]:
    closing = hours.temporarily_closed
    if closing is None or not _concerns(hours, closing.places, place):
        return ()
    return ((closing.from_, closing.until or LATEST, closing),)


def _applies(
    hours: OpeningHoursFile, exception: HoursException, place: str | None, subject: Applies
) -> bool:
    """One place that closes does not silence the telephone of all, unless it says `phone`."""
    if place is None and exception.applies_to is subject is Applies.PHONE:
        return True
    applies = exception.applies_to in (subject, Applies.BOTH)
    return applies and _concerns(hours, exception.places, place)


def _concerns(hours: OpeningHoursFile, named: Sequence[str], place: str | None) -> bool:
    """Whether what names some places (none names all) holds for a place.

    An author with a single house may write its id or leave it out, and so may the caller.
    """
    if not named or place in named:
        return True
    return place is None and set(_all_named(hours)) <= set(named)


def _all_named(hours: OpeningHoursFile) -> Iterator[str]:
    """Every place that the file names, which is all that can be known of places here."""
    yield from (s.place for s in (*hours.house, *hours.phone) if s.place)
    for exception in hours.exceptions:
        yield from exception.places
    if hours.temporarily_closed:
        yield from hours.temporarily_closed.places


def holding(periods: Iterable[tuple[dt.date, dt.date, S]], day: dt.date) -> S | None:
    """The most precise statement whose period the date lies in."""
    return next((said for first, last, said in periods if first <= day <= last), None)
