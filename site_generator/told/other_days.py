"""TOLD: the coming days that are not like the week, those in a row together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from site_generator.resolve.hours import ResolvedDay, dates
from site_generator.schema.times import DayHours
from site_generator.told.openings import Opening, reason_in_words

DAYS_TOLD = 60
# How much further a period is followed that goes on after those.
_DAYS_FOLLOWED = 800
# Between two closed days of a period lie no more days that are closed anyway.
_DAYS_BRIDGED = 7
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class OtherDays:
    """Days in a row on which the same holds at some doors or telephones.

    Closed days reach over those that are closed anyway. `begun` before the day of the build; `last`
    is None where nobody knows.
    """

    openings: tuple[Opening, ...]
    first: date
    last: date | None
    hours: DayHours
    reasons: tuple[str, ...]
    begun: bool = False


def other_days(today: date, openings: Sequence[Opening]) -> tuple[OtherDays, ...]:
    """What differs at some doors, or at some telephones, in the order of its first day.

    Where all are the same on a day it is told of all, also of those that are closed that weekday:
    nobody need be told which of them it is.
    """
    found: list[OtherDays] = []
    for day in _days(today, openings, found):
        for new in _on(day, openings):
            _put(found, new)
    return tuple(
        replace(one, first=max(one.first, today), begun=one.first < today)
        for one in found
        if one.last is None or one.last >= today
    )


def _days(today: date, openings: Sequence[Opening], found: list[OtherDays]) -> Iterator[date]:
    """The days that are told, and those after them while a period goes on."""
    end = today + timedelta(days=DAYS_TOLD)
    yield from dates(today - timedelta(days=_DAYS_BRIDGED), end)
    last = _endless(openings, end)
    for one in [one for one in found if one.last == end and set(one.openings) <= last]:
        found[found.index(one)] = replace(one, last=None)
    for day in dates(end + _DAY, end + timedelta(days=_DAYS_FOLLOWED)):
        going_on = [one for one in found if one.last and day - one.last <= _bridged(one)]
        if not going_on:
            return
        for new in _on(day, openings):
            if any(_joins(one, new) for one in going_on):
                _put(found, new)


def _bridged(one: OtherDays) -> timedelta:
    return timedelta(days=_DAYS_BRIDGED) if one.hours.closed else _DAY


def _endless(openings: Sequence[Opening], day: date) -> set[Opening]:
    """Those that are closed, or not known, until nobody knows when."""
    return {
        opening
        for opening in openings
        if (season := next(opening.seasons(day))).endless and season.schedule is None
    }


def _on(day: date, openings: Sequence[Opening]) -> Iterator[OtherDays]:
    """What differs on one day, by what holds instead."""
    resolved = {opening: opening.day(day) for opening in openings}
    differing = [opening for opening in openings if _differs(opening, resolved[opening])]
    same = len({one.hours for one in resolved.values()}) == 1
    for hours in dict.fromkeys(resolved[opening].hours for opening in differing):
        those = [opening for opening in differing if resolved[opening].hours == hours]
        reasons = dict.fromkeys(_reason(opening, resolved[opening]) for opening in those)
        told = tuple(reason for reason in reasons if reason)
        yield OtherDays(tuple(openings if same else those), day, day, hours, told)


def _reason(opening: Opening, day: ResolvedDay) -> str:
    """Where no week is known either, that a day is a holiday explains nothing."""
    nothing_known = not day.hours.known and not opening.usual(day.date).known
    return "" if nothing_known and day.kind != "exception" else reason_in_words(day)


def _differs(opening: Opening, day: ResolvedDay) -> bool:
    """Also a day of which nobody knows the week; one that the week calls unknown is like it. A
    house that has no hours, but is open by appointment, has none that a holiday could change."""
    silent = not day.hours.known and not opening.usual(day.date).known
    in_no_week = silent and next(opening.seasons(day.date)).schedule is None
    like_the_week = day.kind == "weekly" and not in_no_week
    return in_no_week or (not like_the_week and bool(opening.unusual(day.date, day.date)))


def _put(found: list[OtherDays], new: OtherDays) -> None:
    for number, one in enumerate(found):
        if one.last is None and (one.openings, one.hours) == (new.openings, new.hours):
            return
        if _joins(one, new):
            reasons = tuple(dict.fromkeys((*one.reasons, *new.reasons)))
            found[number] = replace(one, last=new.last, reasons=reasons)
            return
    found.append(new)


def _joins(one: OtherDays, new: OtherDays) -> bool:
    if (one.openings, one.hours) != (new.openings, new.hours) or one.last is None:
        return False
    between = (new.first - one.last).days - 1
    if not between:
        return True
    closed_anyway = (
        opening.day(day).hours.closed
        for opening in one.openings
        for day in dates(one.last + _DAY, new.first - _DAY)
    )
    return one.hours.closed and between < _DAYS_BRIDGED and all(closed_anyway)
