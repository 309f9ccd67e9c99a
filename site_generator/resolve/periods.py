"""RESOLVE: from which day to which something holds, once or every year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Protocol

from site_generator.schema.opening_hours import HoursException

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


def spans(exception: HoursException, year: int) -> Iterator[tuple[dt.date, dt.date]]:
    """The periods of an exception that a year touches: the one it has, or that of each year."""
    first, last = span(exception)
    if not exception.every_year:
        if first.year <= year <= last.year:
            yield first, last
        return
    begins = first.year if first <= last else EARLIEST.year
    for start in (year - 1, year):  # what goes over New Year begins the year before
        found = _in_year(exception, start) if start >= begins else None
        if found and found[0].year <= year <= found[1].year:
            yield found


def _in_year(exception: HoursException, year: int) -> tuple[dt.date, dt.date] | None:
    if exception.weeks:
        return exception.weeks.span(year)
    first, last = span(exception)
    if last < first:
        return None
    begins = _same_day(first, year)
    ends = _same_day(last, year + last.year - first.year)
    if exception.date or first == last:
        return (begins, begins) if begins else None
    return begins or dt.date(year, 3, 1), ends or dt.date(year + last.year - first.year, 2, 28)


def _same_day(day: dt.date, year: int) -> dt.date | None:
    """The same day of another year; None for 29 February where there is none."""
    try:
        return day.replace(year=year)
    except ValueError:
        return None
