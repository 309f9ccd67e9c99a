"""RESOLVE: the dates that a weekly or monthly rule gives, before anything is taken from them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from site_generator.resolve.statements import EARLIEST
from site_generator.schema.events import Event
from site_generator.schema.repeats import MonthDay, WeekDay

_WEEK = dt.timedelta(weeks=1)


def repeated(event: Event, first: dt.date, last: dt.date) -> Iterator[dt.date]:
    """The dates of a weekly or monthly rule from first to last, within its own from and until."""
    first = max(first, event.from_ or EARLIEST)
    last = min(last, event.until or last)
    if event.weekly:
        return _weekly(event, event.weekly, first, last)
    return _monthly(event.monthly, first, last) if event.monthly else iter(())


def monday_of(day: dt.date) -> dt.date:
    """The Monday of the week that a day is in."""
    return day - dt.timedelta(day.weekday())


def _weekly(
    event: Event, days: Sequence[WeekDay], first: dt.date, last: dt.date
) -> Iterator[dt.date]:
    """Every n weeks, counted from the week of the first such weekday on or after `from`."""
    begin = _first_monday(event.from_ or EARLIEST, days)
    step = _WEEK * event.every
    monday = begin + step * max(0, (first - begin) // step)
    while monday <= last:
        for date in sorted({monday + dt.timedelta(day.weekday) for day in days}):
            if first <= date <= last and _in_its_weeks(event, date, days):
                yield date
        monday += step


def _first_monday(begin: dt.date, days: Sequence[WeekDay]) -> dt.date:
    ahead = min((day.weekday - begin.weekday()) % 7 for day in days)
    return monday_of(begin + dt.timedelta(ahead))


def _in_its_weeks(event: Event, date: dt.date, days: Sequence[WeekDay]) -> bool:
    if event.weeks and date not in event.weeks:
        return False
    named = [day.weeks for day in days if day.weekday == date.weekday()]
    return any(weeks is None or date in weeks for weeks in named)


def _monthly(rule: Sequence[MonthDay], first: dt.date, last: dt.date) -> Iterator[dt.date]:
    month = first.replace(day=1)
    while month <= last:
        following = (month + dt.timedelta(31)).replace(day=1)
        found = {_of_month(day, month, following) for day in rule}
        yield from sorted(date for date in found if date and first <= date <= last)
        month = following


def _of_month(rule: MonthDay, month: dt.date, following: dt.date) -> dt.date | None:
    """The day of the rule in a month, both given by the first day of a month.

    None where the month has no such day: a fifth Thursday, a 31st.
    """
    if rule.nth == -1:
        end = following - dt.timedelta(1)
        return end if rule.weekday is None else end - dt.timedelta(_since(end, rule.weekday))
    if rule.weekday is None:
        date = month + dt.timedelta(rule.nth - 1)
    else:
        date = month + dt.timedelta((rule.weekday - month.weekday()) % 7 + 7 * (rule.nth - 1))
    return date if date < following else None


def _since(day: dt.date, weekday: int) -> int:
    return (day.weekday() - weekday) % 7
