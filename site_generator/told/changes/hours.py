"""TOLD: which days of the next twelve months have other hours than before, grouped.

First what holds for days in a row (a closing, shorter hours in a holiday), then what holds each
week on a weekday, then single days.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby
from typing import Literal

from site_generator.resolve.hours import dates
from site_generator.schema.times import UNKNOWN, DayHours
from site_generator.told.house import DAYS_AHEAD, House
from site_generator.told.openings import Opening, doors, telephones

# Days in a row may be bridged by so many that stay as they were, such as a weekend; a closing
# also by holidays.
_BRIDGED, _BRIDGED_CLOSED = 4, 14
# From so many on it is «hver torsdag»; a longer pause than this begins anew.
_WEEKS, _PAUSE = 4, timedelta(days=35)
# A closing of so many days is told as one, whatever the weeks are.
_LONG_CLOSING = 5
# What goes on until so near the end of the window goes on, as far as anybody knows.
_OPEN_END = timedelta(days=21)

Kind = Literal["days", "weekly", "day"]


@dataclass(frozen=True)
class DayChange:
    """A day as it was and as it is now; also one on which nothing has changed."""

    day: date
    before: DayHours
    after: DayHours

    @property
    def differs(self) -> bool:
        return self.before != self.after


@dataclass(frozen=True)
class HoursChange:
    """What holds now and held before: on days in a row, each week, or on one day.

    `last` is None where no end is in sight. `before` and `after` hold each value once.
    """

    kind: Kind
    first: date
    last: date | None
    weekdays: tuple[int, ...]
    before: tuple[DayHours, ...]
    after: tuple[DayHours, ...]


@dataclass(frozen=True)
class OpeningChange:
    """What has changed at a door or a telephone. `every` holds each day of the twelve months."""

    opening: Opening
    changes: tuple[HoursChange, ...]
    every: tuple[DayChange, ...]


def opening_changes(before: House, after: House) -> Iterator[OpeningChange]:
    """Every door and telephone, in the order in which they are told, with what changes there."""
    for was, now in _pairs(before, after):
        every = tuple(_days(was, now, after.today))
        opening = now or was
        if opening:
            yield OpeningChange(opening, grouped(every), every)


def _pairs(before: House, after: House) -> Iterator[tuple[Opening | None, Opening | None]]:
    """The same door in both versions; the only one of each stays the same under another id."""
    for of_kind in (doors, telephones):
        was = {opening.place: opening for opening in of_kind(before)}
        now = {opening.place: opening for opening in of_kind(after)}
        if len(was) == len(now) == 1:
            yield next(iter(was.values())), next(iter(now.values()))
            continue
        for place in dict.fromkeys([*now, *was]):
            yield was.get(place), now.get(place)


def _days(was: Opening | None, now: Opening | None, today: date) -> Iterator[DayChange]:
    for day in dates(today, today + timedelta(days=DAYS_AHEAD)):
        yield DayChange(day, _hours(was, day), _hours(now, day))


def _hours(opening: Opening | None, day: date) -> DayHours:
    return opening.day(day).hours if opening else UNKNOWN


def grouped(every: Sequence[DayChange]) -> tuple[HoursChange, ...]:
    """What has changed, in the order of its first day; each changed day is told once."""
    end = every[-1].day
    spans = [span for span in _spans(every, _after, end) if not _is_of_a_week(span, every)]
    left = _without(every, spans)
    spans += [span for span in _spans(left, _before, end) if not _is_of_a_week(span, left)]
    left = [one for one in _without(left, spans) if one.differs]
    weekly = [run for run in _weekly_runs(left) if len(run) >= _WEEKS]
    taken = {one.day for run in weekly for one in run}
    found = [_as_change("days", span, end) for span in spans]
    found += _merged([_as_change("weekly", run, end) for run in weekly])
    found += [_as_change("day", [one], end) for one in left if one.day not in taken]
    return tuple(sorted(found, key=lambda change: (change.first, change.weekdays)))


def _after(one: DayChange) -> DayHours:
    return one.after


def _before(one: DayChange) -> DayHours:
    return one.before


def _is_of_a_week(span: Sequence[DayChange], every: Sequence[DayChange]) -> bool:
    """Whether the same happens on these weekdays mostly at other times too."""
    if _closes_all(span, every):
        return False
    alike = {(one.day.weekday(), one.before, one.after) for one in span}
    of_them = sum((one.day.weekday(), one.before, one.after) in alike for one in every)
    return of_them > 2 * len(span)


def _closes_all(span: Sequence[DayChange], every: Sequence[DayChange]) -> bool:
    """Whether it is a closing of some days, and on every weekday on which it was open."""
    if len(span) < _LONG_CLOSING or not all(one.after.closed for one in span):
        return False
    was_open = {one.day.weekday() for one in every if one.before.slots or one.before.by_appointment}
    return {one.day.weekday() for one in span} == was_open


def _without(every: Sequence[DayChange], spans: Iterable[Sequence[DayChange]]) -> list[DayChange]:
    """The same days; those in a span count as if nothing had changed."""
    taken = {one.day for span in spans for one in span}
    return [replace(one, before=one.after) if one.day in taken else one for one in every]


def _spans(
    every: Sequence[DayChange], value: Callable[[DayChange], DayHours], end: date
) -> Iterator[list[DayChange]]:
    """Changed days in a row with one value; days between them are closed or have it anyway."""
    span: list[DayChange] = []
    for one in [*every, None]:
        if one and span and _goes_on(span, one, value):
            span += [one] if one.differs else []
            continue
        if _is_one(span, value, end):
            yield span
        span = [one] if one and one.differs else []


def _goes_on(span: list[DayChange], one: DayChange, value: Callable[[DayChange], DayHours]) -> bool:
    bridged = _BRIDGED_CLOSED if span[0].after.closed else _BRIDGED
    if (one.day - span[-1].day).days > bridged:
        return False
    same = value(one) == value(span[0])
    return same if one.differs else same or value(one).closed


def _is_one(span: list[DayChange], value: Callable[[DayChange], DayHours], end: date) -> bool:
    if len({one.day.weekday() for one in span}) < 2:
        return False
    endless = span[-1].day > end - _OPEN_END
    return not endless or all(one.after.closed for one in span)


def _weekly_runs(days: Sequence[DayChange]) -> Iterator[list[DayChange]]:
    """The days of one weekday with one change, cut where there is a long pause."""

    def same(one: DayChange) -> tuple[int, str]:
        return one.day.weekday(), repr((one.before, one.after))

    for _same, found in groupby(sorted(days, key=lambda one: (same(one), one.day)), key=same):
        run: list[DayChange] = []
        for one in found:
            if run and one.day - run[-1].day > _PAUSE:
                yield run
                run = []
            run.append(one)
        yield run


def _as_change(kind: Kind, days: Sequence[DayChange], end: date) -> HoursChange:
    last = days[-1].day
    return HoursChange(
        kind=kind,
        first=days[0].day,
        last=None if kind != "day" and last > end - _OPEN_END else last,
        weekdays=tuple(sorted({one.day.weekday() for one in days})),
        before=tuple(dict.fromkeys(one.before for one in days)),
        after=tuple(dict.fromkeys(one.after for one in days)),
    )


def _merged(weekly: Sequence[HoursChange]) -> list[HoursChange]:
    """Weekdays that change the same way at the same time are told together."""
    found: list[HoursChange] = []
    for change in sorted(weekly, key=lambda one: one.first):
        at = next((at for at, one in enumerate(found) if _together(one, change)), None)
        if at is None:
            found.append(change)
            continue
        one = found[at]
        lasts = (one.last, change.last)
        found[at] = replace(
            one,
            last=None if None in lasts else max(filter(None, lasts)),
            weekdays=tuple(sorted({*one.weekdays, *change.weekdays})),
        )
    return found


def _together(one: HoursChange, other: HoursChange) -> bool:
    week = timedelta(days=7)
    if (one.before, one.after) != (other.before, other.after) or other.first - one.first > week:
        return False
    if one.last is None or other.last is None:
        return one.last is other.last
    return abs(one.last - other.last) < week
