"""RESOLVE: which week holds from when to when, however the file orders them.

On a single date `hours.py` decides; the two ask the same statements.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from site_generator.resolve.statements import (
    EARLIEST,
    LATEST,
    Same,
    closings,
    holding,
    schedules,
)
from site_generator.schema.choices import Applies
from site_generator.schema.opening_hours import OpeningHoursFile, Schedule, TemporarilyClosed

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Season:
    """From one day to another, both included: a week that holds, or the place is closed for a time.

    With neither nobody has said what holds. The first begins with `EARLIEST`, the last ends with
    `LATEST`.
    """

    first: dt.date
    last: dt.date
    schedule: Schedule | None
    closing: TemporarilyClosed | None

    @property
    def known(self) -> bool:
        return self.schedule is not None or self.closing is not None

    @property
    def endless(self) -> bool:
        return self.last == LATEST


def seasons(hours: OpeningHoursFile, place: str | None, subject: Applies) -> tuple[Season, ...]:
    """All of time, in order. A telephone is answered while its house is closed for a time."""
    return _seasons_once(Same(hours), place, subject)


@lru_cache(maxsize=1024)
def _seasons_once(file: Same, place: str | None, subject: Applies) -> tuple[Season, ...]:
    weeks = schedules(file.hours, place, subject)
    closed = closings(file.hours, place) if subject is Applies.HOUSE else ()
    periods = [(first, last) for first, last, _ in (*weeks, *closed)]
    begins = {EARLIEST}
    begins |= {max(first, EARLIEST) for first, _ in periods}
    begins |= {last + _DAY for _, last in periods if last < LATEST}
    starts = sorted(begins)
    ends = [*(start - _DAY for start in starts[1:]), LATEST]
    found: list[Season] = []
    for first, last in zip(starts, ends, strict=True):
        closing = holding(closed, first)
        season = Season(first, last, None if closing else holding(weeks, first), closing)
        if found and _same(found[-1], season):
            season = Season(found.pop().first, last, season.schedule, closing)
        found.append(season)
    return tuple(found)


def _same(one: Season, other: Season) -> bool:
    return one.schedule is other.schedule and one.closing is other.closing


def seasons_from(
    hours: OpeningHoursFile, place: str | None, subject: Applies, day: dt.date
) -> Iterator[Season]:
    """The season that a day lies in, and those that come."""
    return (season for season in seasons(hours, place, subject) if season.last >= day)
