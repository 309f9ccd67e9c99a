"""RENDER: the rule of RFC 5545 that gives exactly the dates of an activity, where there is one.

Weeks by their numbers have one only on paper (BYWEEKNO): what most people carry with them does
not read it. Even weeks are every other week until a week 53 comes, which is why a rule is tried
against the dates before it is used.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from site_generator.resolve.repetition import monday_of
from site_generator.schema.events import Event
from site_generator.schema.repeats import MonthDay
from site_generator.schema.times import WEEKDAYS

Rule = dict[str, object]


def rule_for(event: Event, kept: Sequence[dt.date], ruled: Sequence[dt.date]) -> Rule | None:
    """The rule for the dates from the first kept to the last, those left out among them too.

    `ruled` are all dates that the activity's own rule gives. None where no rule gives them.
    """
    if event.monthly:
        return _monthly(event.monthly)
    if not event.weekly:
        return None
    span = [date for date in ruled if kept[0] <= date <= kept[-1]]
    weekdays = sorted({day.weekday for day in event.weekly})
    intervals = (1, 2) if event.weeks or any(day.weeks for day in event.weekly) else (event.every,)
    for interval in intervals:
        if _weekly_dates(weekdays, interval, span) == span:
            by_day = {"BYDAY": [_short(day) for day in weekdays]} if len(weekdays) > 1 else {}
            return {"FREQ": "WEEKLY", "INTERVAL": interval, **by_day}
    return None


def _weekly_dates(weekdays: list[int], interval: int, span: Sequence[dt.date]) -> list[dt.date]:
    """What a weekly rule gives from the first date of a span to its last (weeks begin on Monday,
    as RFC 5545 has it where nothing is said)."""
    monday, found = monday_of(span[0]), list[dt.date]()
    while monday <= span[-1]:
        found += [monday + dt.timedelta(weekday) for weekday in weekdays]
        monday += dt.timedelta(weeks=interval)
    return [date for date in found if span[0] <= date <= span[-1]]


def _monthly(days: Sequence[MonthDay]) -> Rule | None:
    """Several days of a month have a rule where all are weekdays, or all are numbers."""
    by_day = [f"{day.nth}{_short(day.weekday)}" for day in days if day.weekday is not None]
    by_number = [day.nth for day in days if day.weekday is None]
    if by_day and by_number:
        return None
    if by_day:
        return {"FREQ": "MONTHLY", "BYDAY": by_day}
    return {"FREQ": "MONTHLY", "BYMONTHDAY": by_number}


def _short(weekday: int) -> str:
    return WEEKDAYS[weekday][:2].upper()
