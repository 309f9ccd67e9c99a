"""Weeks by their number, as Danish calendars have them: ISO 8601, from Monday to Sunday."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema

from site_generator.schema.as_json import text_like
from site_generator.schema.patterns import one_of, weeks_of_year, whole
from site_generator.schema.record import fault
from site_generator.schema.times import DATE_PATTERN, parse_date, plain_marks, shown


@dataclass(frozen=True)
class Weeks:
    """From one week to another, both included. A last one below the first is of the next year.

    `year` is None where it is not written, which only what comes back every year can do without.
    """

    first: int
    last: int
    year: int | None = None

    def span(self, year: int) -> tuple[date, date] | None:
        """First and last day of the weeks that begin in a year; None in a year without them."""
        last_year = year + 1 if self.last < self.first else year
        begins = _monday(year, self.first)
        # Only every fifth or sixth year has a week 53: what goes on to it ends with week 52.
        ends = _monday(last_year, self.last) or _monday(last_year, self.last - 1)
        if begins is None or ends is None:
            return None
        return begins, ends + timedelta(days=6)


def _monday(year: int, week: int) -> date | None:
    try:
        return date.fromisocalendar(year, week, 1)
    except ValueError:
        return None


_WEEKS = re.compile(
    r"^(?:(?P<before>\d{4})[, ]+)?uge(?:r|rne)? (?P<first>\d{1,2})"
    r"(?: ?(?:-|–|til|og) ?(?:uge )?(?P<last>\d{1,2}))?(?:(?:,? i|,)? (?P<after>\d{4}))?$",
    re.IGNORECASE,
)
_REMEDY = "Skriv fx uge 28-30 2027."


def parse_weeks_of_year(value: Any) -> Weeks:
    """Weeks from `uge 42 2026`, `uge 28-30 2027`, or without a year: `uge 28-30`."""
    if not isinstance(value, str):
        raise fault("Her skal der stå et ugenummer, ikke en liste.", _REMEDY)
    found = _WEEKS.match(plain_marks(value))
    if not found or (found["before"] and found["after"]):
        raise fault(f"«{shown(value)}» er ikke ugenumre.", _REMEDY)
    first = int(found["first"])
    weeks = Weeks(first, int(found["last"] or first), _year(found["before"] or found["after"]))
    for number in (weeks.first, weeks.last):
        if not 1 <= number <= 53:
            raise fault(f"Uge {number} findes ikke.", "Skriv et ugenummer fra 1 til 53.")
    if weeks.year:
        _check_week_53(weeks, weeks.year)
    return weeks


def _year(text: str | None) -> int | None:
    if text is None:
        return None
    if not 2000 <= int(text) <= 2100:
        raise fault(f"Året {text} kan ikke være rigtigt.", "Skriv et år mellem 2000 og 2100.")
    return int(text)


def _check_week_53(weeks: Weeks, year: int) -> None:
    if _monday(year, max(weeks.first, weeks.last)) is None:
        remedy = f"Efter uge 52 i {year} kommer uge 1 i {year + 1}."
        raise fault(f"Året {year} har ingen uge 53.", remedy)


def parse_first_day(value: Any) -> date:
    """A date, or the Monday of a week, from `uge 28 2027`."""
    return _day_of_week(value, last=False)


def parse_last_day(value: Any) -> date:
    """A date, or the Sunday of a week, from `uge 30 2027`."""
    return _day_of_week(value, last=True)


def _day_of_week(value: Any, *, last: bool) -> date:
    if isinstance(value, date):
        return value
    if not (isinstance(value, str) and _WEEKS.match(plain_marks(value))):
        return parse_date(value)
    weeks = parse_weeks_of_year(value)
    span = weeks.span(weeks.year) if weeks.year else None
    if span is None:
        raise fault(f"«{value}» mangler årstallet.", f"Skriv fx {value} 2027.")
    return span[1] if last else span[0]


_DAY_SCHEMA = WithJsonSchema(
    text_like(
        one_of([DATE_PATTERN, weeks_of_year(with_year=True)]),
        "Skriv år-måned-dag, fx 2026-12-24, eller en uge, fx uge 28 2027.",
        *("2026-12-24", "uge 28 2027"),
    )
)
WEEKS_WITH_YEAR = whole(weeks_of_year(with_year=True))
FirstDay = Annotated[date, PlainValidator(parse_first_day), _DAY_SCHEMA]
LastDay = Annotated[date, PlainValidator(parse_last_day), _DAY_SCHEMA]
WeekNumbers = Annotated[
    Weeks,
    PlainValidator(parse_weeks_of_year),
    WithJsonSchema(
        text_like(weeks_of_year(with_year=False), _REMEDY, "uge 42 2026", "uge 28-30 2027")
    ),
]
