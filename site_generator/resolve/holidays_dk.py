"""RESOLVE: which days are out of the ordinary by the calendar, and what the house does on them.

Public holidays come from the `holidays` package, which knows that store bededag is gone from
2024. 24 and 31 December, 5 June and 1 May are no public holidays: each house decides for itself.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

import holidays

from site_generator.language.spoken import N_
from site_generator.schema.opening_hours import HolidayPolicy
from site_generator.schema.times import DayHours


@dataclass(frozen=True)
class SpecialDay:
    """A day that the calendar singles out: its Danish name and the hours the house keeps."""

    name: str
    hours: DayHours
    kind: Literal["holiday", "house_policy"]


def public_holiday(day: dt.date) -> str | None:
    """The Danish name of a public holiday, such as «Juledag»; None on any other day."""
    return _public_holidays(day.year).get(day)


# Asking the package costs milliseconds a year; 98 houses ask for the same two or three years.
@cache
def _public_holidays(year: int) -> Mapping[dt.date, str]:
    return dict(holidays.Denmark(years=year, language="da"))


def special_day(policy: HolidayPolicy, day: dt.date) -> SpecialDay | None:
    """What the calendar makes of a day; None where ordinary hours hold.

    A public holiday comes first: 5 June 2028 is Anden pinsedag before it is Grundlovsdag.
    """
    if name := public_holiday(day):
        return SpecialDay(name, policy.public_holidays, "holiday")
    if (day.month, day.day) not in _HOUSE_DAYS:
        return None
    name, field = _HOUSE_DAYS[day.month, day.day]
    hours = getattr(policy, field)
    return SpecialDay(name, hours, "house_policy") if hours is not None else None


# What the package calls them, so that they are translated.
NAMES = (
    N_("Nytårsdag"),
    N_("Skærtorsdag"),
    N_("Langfredag"),
    N_("Påskedag"),
    N_("Anden påskedag"),
    N_("Store bededag"),
    N_("Kristi himmelfartsdag"),
    N_("Pinsedag"),
    N_("Anden pinsedag"),
    N_("Juledag"),
    N_("Anden juledag"),
)

# By month and day: what the day is called, and where the house says what it does.
_HOUSE_DAYS = {
    (5, 1): (N_("1. maj"), "labour_day"),
    (6, 5): (N_("Grundlovsdag"), "constitution_day"),
    (12, 24): (N_("Juleaftensdag"), "christmas_eve"),
    (12, 31): (N_("Nytårsaftensdag"), "new_years_eve"),
}
