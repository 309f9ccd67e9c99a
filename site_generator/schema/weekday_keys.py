"""The days of a week as authors name them: `monday`, `mandag`, `man-tor`, `lør og søn`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic_core import PydanticCustomError

from site_generator.read.placed import Block
from site_generator.schema.patterns import names_of_days, whole
from site_generator.schema.record import fault
from site_generator.schema.times import CLOSED, WEEKDAYS, WEEKDAYS_DA, parse_day_hours

_SEVERAL = {"weekend": (5, 6), "alle dage": tuple(range(7)), "hver dag": tuple(range(7))}
_SPAN = re.compile(r" ?(?:-|–|—| til | to ) ?")
_AND = re.compile(r" ?, ?(?:og )?| og | and | & ?")

# The same for editors, which know the names of an author file by the schema.
KEY_PATTERN = whole(names_of_days(WEEKDAYS_DA, WEEKDAYS, _SEVERAL))


def days_of(key: str) -> tuple[int, ...]:
    """The weekdays (0 is Monday) that a name stands for, in order; none for another name."""
    text = " ".join(key.lower().split())
    if text in _SEVERAL:
        return _SEVERAL[text]
    found = [_span(part) for part in _AND.split(text)]
    return tuple(day for days in found for day in days) if all(found) else ()


def _span(text: str) -> tuple[int, ...]:
    ends = [_weekday(part.strip().removesuffix(".")) for part in _SPAN.split(text)]
    first, last = ends[0], ends[-1]
    if first is None or last is None or len(ends) > 2:
        return ()
    return tuple((first + step) % 7 for step in range((last - first) % 7 + 1))


def _weekday(text: str) -> int | None:
    """From a whole name or its beginning, three letters at least: `torsdag`, `tors`, `tor`."""
    for names in (WEEKDAYS_DA, WEEKDAYS):
        for number, name in enumerate(names):
            if len(text) > 2 and name.startswith(text):
                return number
    return None


def spread_out(block: Block) -> None:
    """Give each weekday its own line in a week, where one name stands for another or for several.

    Raises a fault for a day that is named twice.
    """
    for key in [key for key in block if key not in WEEKDAYS]:
        days = days_of(key)
        if days:
            _check_days_are_new(block, key, days)
            _put(block, block.pop(key), block.line_of(key), days)


def _put(block: Block, value: object, line: int, days: tuple[int, ...]) -> None:
    """The first day has the author's text, so that a fault in it is told once."""
    first, *others = (WEEKDAYS[day] for day in days)
    block[first], block.lines[first] = value, line
    try:
        hours = parse_day_hours(value)
    except PydanticCustomError:
        hours = CLOSED
        block.set_aside.update(others)
    for name in others:
        block[name], block.lines[name] = hours, line


def _check_days_are_new(block: Block, key: str, days: tuple[int, ...]) -> None:
    for day in _twice(block, days):
        message = f"«{key}» nævner {WEEKDAYS_DA[day]}, som også står et andet sted i ugen."
        raise fault(message, "Skriv hver dag ét sted.", block.line_of(key))


def _twice(block: Block, days: tuple[int, ...]) -> Iterator[int]:
    yield from (day for day in days if WEEKDAYS[day] in block or days.count(day) > 1)
