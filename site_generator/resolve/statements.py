"""RESOLVE: what an opening-hours file says of one place, the most precise first.

`hours.py` decides with it what holds on a date.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from site_generator.resolve.periods import EARLIEST, LATEST, Dated, covers, span, spans
from site_generator.schema.choices import Applies
from site_generator.schema.opening_hours import (
    HoursException,
    OpeningHoursFile,
    Schedule,
    TemporarilyClosed,
)

__all__ = ["EARLIEST", "LATEST", "Dated", "covers", "span", "spans"]

S = TypeVar("S")
Periods = tuple[tuple[dt.date, dt.date, S], ...]


@dataclass(frozen=True)
class Statements:
    """What a file says of one place's door or telephone, each list with the most precise first.

    `exceptions` are those that touch the year that was asked for.
    """

    schedules: Periods[Schedule]
    exceptions: Periods[HoursException]
    closings: Periods[TemporarilyClosed]


class Same:
    """A file as a key: itself, not its content, which would take longer to compare than to use."""

    def __init__(self, hours: OpeningHoursFile) -> None:
        self.hours = hours

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.hours is other.hours

    def __hash__(self) -> int:
        return id(self.hours)


def statements(
    hours: OpeningHoursFile, place: str | None, subject: Applies, year: int
) -> Statements:
    """All that a file says of a place's door (`Applies.HOUSE`) or telephone (`Applies.PHONE`)."""
    return _said_once(Same(hours), place, subject, year)


# Every page asks for the same days of the same places; records are frozen, so the answer holds.
@lru_cache(maxsize=1024)
def _said_once(file: Same, place: str | None, subject: Applies, year: int) -> Statements:
    hours = file.hours
    return Statements(
        schedules=schedules(hours, place, subject),
        exceptions=_exceptions(hours, place, subject, year),
        closings=closings(hours, place),
    )


def schedules(hours: OpeningHoursFile, place: str | None, subject: Applies) -> Periods[Schedule]:
    """The weeks of a place's door or telephone, whenever they hold."""
    return _schedules_once(Same(hours), place, subject)


@lru_cache(maxsize=1024)
def _schedules_once(file: Same, place: str | None, subject: Applies) -> Periods[Schedule]:
    hours = file.hours
    periods = [
        (s.valid_from or EARLIEST, s.valid_to or LATEST, s)
        for s in reversed(hours.phone if subject is Applies.PHONE else hours.house)
        if _concerns(hours, (s.place,) if s.place else (), place)
    ]
    return tuple(sorted(periods, key=lambda p: (p[1] - p[0], p[2].place is None)))


def closings(hours: OpeningHoursFile, place: str | None) -> Periods[TemporarilyClosed]:
    """The times for which a place is closed; of two that overlap the one that ends last."""
    periods = [
        (c.from_, c.until or LATEST, c)
        for c in hours.temporarily_closed
        if _concerns(hours, c.places, place)
    ]
    return tuple(sorted(periods, key=lambda p: p[1], reverse=True))


def _exceptions(
    hours: OpeningHoursFile, place: str | None, subject: Applies, year: int
) -> Periods[HoursException]:
    periods = [
        (*period, e)
        for e in reversed(hours.exceptions)
        if _applies(hours, e, place, subject)
        for period in spans(e, year)
    ]
    return tuple(
        sorted(periods, key=lambda p: (not p[2].places, p[1] - p[0], not _is_for(p[2], subject)))
    )


def _is_for(exception: HoursException, subject: Applies) -> bool:
    """Of two for the same days the one that names the subject alone goes before the others."""
    return exception.applies_to is subject or (
        exception.applies_to is None and subject is Applies.HOUSE
    )


def _applies(
    hours: OpeningHoursFile, exception: HoursException, place: str | None, subject: Applies
) -> bool:
    """One place that closes does not silence the telephone of all, unless it says `phone`."""
    if place is None and exception.applies_to is subject is Applies.PHONE:
        return True
    applies = exception.applies_to in (subject, Applies.BOTH, None)
    return applies and _concerns(hours, exception.places, place)


def _concerns(hours: OpeningHoursFile, named: Sequence[str], place: str | None) -> bool:
    """Whether what names some places (none names all) holds for a place.

    An author with a single house may write its id or leave it out, and so may the caller.
    """
    if not named or place in named:
        return True
    places = hours.places_of_house or set(_all_named(hours))
    return place is None and places <= set(named)


def _all_named(hours: OpeningHoursFile) -> Iterator[str]:
    """Every place that the file names, which is all that can be known where it is read alone."""
    yield from (s.place for s in (*hours.house, *hours.phone) if s.place)
    for exception in hours.exceptions:
        yield from exception.places
    for closing in hours.temporarily_closed:
        yield from closing.places


def holding(periods: Iterable[tuple[dt.date, dt.date, S]], day: dt.date) -> S | None:
    """The most precise statement whose period the date lies in."""
    return next((said for _, _, said in all_holding(periods, day)), None)


def all_holding(
    periods: Iterable[tuple[dt.date, dt.date, S]], day: dt.date
) -> Iterator[tuple[dt.date, dt.date, S]]:
    """Every statement whose period the date lies in, with its period, the most precise first."""
    return (period for period in periods if period[0] <= day <= period[1])
