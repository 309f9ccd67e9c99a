"""RESOLVE: the dates that a weekly or monthly rule gives, before anything is taken from them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from site_generator.resolve.statements import EARLIEST
from site_generator.schema.events import Event
from site_generator.schema.times import MonthDay


def repeated(event: Event, first: dt.date, last: dt.date) -> Iterator[dt.date]:
    """The dates of a weekly or monthly rule from first to last, within its own from and until."""
    first = max(first, event.from_ or EARLIEST)
    last = min(last, event.until or last)
    if event.weekly is not None:
        return _weekly(event, event.weekly, first, last)
    return _monthly(event.monthly, first, last) if event.monthly else iter(())


def _weekly(event: Event, weekday: int, first: dt.date, last: dt.date) -> Iterator[dt.date]:
    """Every n weeks, counted from the first such weekday on or after `from`."""
    begin = event.from_ or EARLIEST
    begin += dt.timedelta((weekday - begin.weekday()) % 7)
    step = 7 * event.every
    date = begin + dt.timedelta(max(0, -(-(first - begin).days // step)) * step)
    while date <= last:
        yield date
        date += dt.timedelta(step)


def _monthly(rule: MonthDay, first: dt.date, last: dt.date) -> Iterator[dt.date]:
    month = first.replace(day=1)
    while month <= last:
        following = (month + dt.timedelta(31)).replace(day=1)
        date = _of_month(rule, month, following)
        if first <= date <= last:
            yield date
        month = following


def _of_month(rule: MonthDay, month: dt.date, following: dt.date) -> dt.date:
    """The day of the rule in a month, both given by the first day of a month."""
    if rule.nth == -1:
        end = following - dt.timedelta(1)
        return end - dt.timedelta((end.weekday() - rule.weekday) % 7)
    return month + dt.timedelta((rule.weekday - month.weekday()) % 7 + 7 * (rule.nth - 1))
