"""When something repeats, as Danish calendars say it: weekdays, week numbers, days of a month.

Weeks are numbered after ISO 8601, as everywhere in Denmark: week 1 has the year's first Thursday,
and some years, 2026 among them, have a week 53. It is odd, and so is week 1 after it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar

from pydantic import PlainValidator, WithJsonSchema

from site_generator.problems import did_you_mean
from site_generator.schema.as_json import number_like, one_or_several, text_like
from site_generator.schema.patterns import monthly, weekly, weeks
from site_generator.schema.record import fault
from site_generator.schema.times import WEEKDAYS, WEEKDAYS_DA, parse_weekday, plain_marks, shown

_BETWEEN = re.compile(r"\s*(?:,|;|\+|&| og )\s*")
_RANGE = re.compile(r"^(.+?)\s*(?:-|–|—| til )\s*(.+)$")
T = TypeVar("T")


@dataclass(frozen=True)
class Weeks:
    """Some weeks of every year, by their ISO numbers in rising order."""

    numbers: tuple[int, ...]

    def __contains__(self, day: object) -> bool:
        return isinstance(day, dt.date) and day.isocalendar().week in self.numbers


EVEN, ODD = Weeks(tuple(range(2, 54, 2))), Weeks(tuple(range(1, 54, 2)))
_NAMED = {"lige": EVEN, "ulige": ODD, "even": EVEN, "odd": ODD}


def parse_weeks(value: Any) -> Weeks:
    """Weeks from `lige`, `ulige`, `uge 7`, `10-15, 20`, or `45-10`, which goes over New Year."""
    texts = _texts(value, "hvilke uger", "lige, ulige eller 10-15, 20")
    words = [re.sub(r"^i |\b(?:uge|uger)\b\.?", "", text).strip() for text in texts]
    if len(words) == 1 and words[0] in _NAMED:
        return _NAMED[words[0]]
    numbers = {n for word in words for part in _BETWEEN.split(word) for n in _week_numbers(part)}
    return Weeks(tuple(sorted(numbers)))


def _week_numbers(text: str) -> Iterator[int]:
    """`20` or `10-15`; one that ends before it begins goes over New Year."""
    found = _RANGE.match(text)
    first, last = (found[1], found[2]) if found else (text, text)
    begin, end = _week_number(first), _week_number(last)
    if end < begin:
        yield from range(begin, 54)
        yield from range(1, end + 1)
    yield from range(begin, end + 1)


def _week_number(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        remedy = "Skriv lige, ulige eller numre, fx 10-15, 20."
        raise fault(f"«{shown(text)}» er ikke en uge.", remedy)
    if not 1 <= int(text[:4]) <= 53:
        raise fault(f"Der er ingen uge {shown(text)}.", "Skriv et ugenummer fra 1 til 53.")
    return int(text)


@dataclass(frozen=True)
class WeekDay:
    """A weekday (0 is Monday), every week or in some weeks only."""

    weekday: int
    weeks: Weeks | None = None


_IN_WEEKS = re.compile(r"^(?P<days>.+?) (?:i )?(?P<weeks>(?:u?lige uger?|uger? ?\d.*))$")


def parse_weekly(value: Any) -> tuple[WeekDay, ...]:
    """Weekdays from `torsdag`, `tirsdag og torsdag`, `mandag-fredag`, `torsdag i lige uger`, or
    a list of such."""
    texts = _texts(value, "en ugedag", "torsdag")
    return _without_twice([day for text in texts for day in _week_days(text)])


def _week_days(text: str) -> Iterator[WeekDay]:
    found = _IN_WEEKS.match(text)
    weeks = parse_weeks(found["weeks"]) if found else None
    for part in _BETWEEN.split(found["days"] if found else text):
        span = _RANGE.match(part)
        first, last = (span[1], span[2]) if span else (part, part)
        begin, end = _weekday(first), _weekday(last)
        yield from (WeekDay((begin + n) % 7, weeks) for n in range((end - begin) % 7 + 1))


_EVERY_OTHER = re.compile(rf"^(?:anden|2\.) (?P<day>{'|'.join(WEEKDAYS_DA)})$")


def _weekday(text: str) -> int:
    word = text.removeprefix("hver ").strip()
    every_other = _EVERY_OTHER.match(word)
    if every_other:
        day = every_other["day"]
        remedy = f"Skriv «weekly: {day} i lige uger» eller «weekly: {day} i ulige uger»."
        raise fault(f"«{shown(text)}» siger ikke, i hvilke uger det er.", remedy)
    singular = word.removesuffix("e")
    return parse_weekday(singular if singular in WEEKDAYS_DA else word)


@dataclass(frozen=True)
class MonthDay:
    """A day of each month: its `nth` (1 to 5, or -1 for the last) `weekday` (0 is Monday), or,
    without a weekday, its `nth` day (1 to 31, or -1)."""

    nth: int
    weekday: int | None


_NTH_DA = {"første": 1, "anden": 2, "tredje": 3, "fjerde": 4, "femte": 5, "sidste": -1}
_NTH_EN = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1}
_NTH = _NTH_DA | _NTH_EN | {f"{number}.": number for number in range(1, 6)}
_DAY_NUMBER = re.compile(r"^(?:den )?(?P<day>\d{1,2})\.?$")


def parse_monthly(value: Any) -> tuple[MonthDay, ...]:
    """Days of each month from `første tirsdag`, `første og tredje tirsdag`, `femte torsdag`,
    `sidste fredag`, `den 15.`, `sidste dag`, or a list of such."""
    texts = _texts(value, "en dag i måneden", "første tirsdag")
    return _without_twice([day for text in texts for day in _month_days(text)])


def _month_days(text: str) -> Iterator[MonthDay]:
    words = re.sub(r"(?:^hver | i (?:hver )?måned(?:en)?$)", "", text)
    parts = _BETWEEN.split(words)
    nth, _, name = parts[-1].removeprefix("den ").partition(" ")
    for part in parts:
        # «første og tredje tirsdag»: the weekday stands once, behind the last of them.
        bare = part.removeprefix("den ") in _NTH and name and nth in _NTH
        yield _month_day(f"{part} {name}" if bare else part, text)


def _month_day(part: str, text: str) -> MonthDay:
    number = _DAY_NUMBER.match(part)
    if number and 1 <= int(number["day"]) <= 31:
        return MonthDay(int(number["day"]), None)
    nth, _, name = part.removeprefix("den ").partition(" ")
    if nth in _NTH and name in ("dag", "day"):
        return MonthDay(_NTH[nth], None)
    if nth not in _NTH or not name:
        remedy = "Skriv fx første tirsdag, sidste fredag eller den 15."
        close = did_you_mean(nth, _NTH_DA) if name in WEEKDAYS_DA else remedy
        raise fault(f"«{shown(text)}» er ikke en dag i måneden.", close)
    return MonthDay(_NTH[nth], parse_weekday(name.strip()))


def _texts(value: Any, what: str, example: str) -> list[str]:
    """One text or a list of texts, in small letters."""
    texts = value if isinstance(value, list) else [value]
    if not texts or not all(isinstance(text, str) and text.strip() for text in texts):
        raise fault(f"Her skal der stå {what}.", f"Skriv fx {example} efter kolonet.")
    return [plain_marks(text.lower()) for text in texts]


def _without_twice(days: list[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(days))


_WEEKS = number_like(
    weeks(_NAMED), "Skriv lige, ulige eller numre, fx 10-15, 20.", least=1, most=53
)
_WEEKLY = text_like(
    weekly((*WEEKDAYS_DA, *WEEKDAYS), WEEKDAYS_DA, _NAMED),
    "Skriv en ugedag, fx torsdag, tirsdag og torsdag eller torsdag i lige uger.",
)
_MONTHLY = number_like(
    monthly(_NTH, (*WEEKDAYS_DA, *WEEKDAYS)),
    "Skriv fx første tirsdag, sidste fredag eller den 15.",
    least=1,
    most=31,
)

WeekNumbers = Annotated[
    Weeks,
    PlainValidator(parse_weeks),
    WithJsonSchema(one_or_several(_WEEKS, "lige", "ulige", "10-15, 20")),
]
DaysOfWeek = Annotated[
    tuple[WeekDay, ...],
    PlainValidator(parse_weekly),
    WithJsonSchema(
        one_or_several(_WEEKLY, *WEEKDAYS_DA, "torsdag i lige uger", ["tirsdag", "torsdag"])
    ),
]
DaysOfMonth = Annotated[
    tuple[MonthDay, ...],
    PlainValidator(parse_monthly),
    WithJsonSchema(
        one_or_several(
            _MONTHLY, "første tirsdag", "femte torsdag", "den 15.", "første og tredje tirsdag"
        )
    ),
]
