"""ISSUE FORMS: lines like «torsdag 10-17» and «24. december 2026: lukket»."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from pydantic_core import PydanticCustomError

from site_generator.making.imports.our_words import hours
from site_generator.making.imports.sheet_values import UnreadableError, dates_in
from site_generator.making.issue_forms.form import UnclearError
from site_generator.schema.times import WEEKDAYS_DA, DayHours, parse_day_hours
from site_generator.schema.weekday_keys import days_of
from site_generator.wording.in_words import plain_date
from site_generator.write.author_edits import Value

_BULLET = re.compile(r"^(?:[-*•–]\s+)")
_GAP = re.compile(r"\s*:\s+|\s+|:(?=\D)")
_TO = re.compile(r"\s+(?:til og med|til|-|–|—)\s+", re.IGNORECASE)
_MOST = 40


@dataclass(frozen=True)
class DayLines:
    """What holds in the ordinary week, by weekday (0 is Monday), and on some days, by the first
    and the last of them. Hours are values for an author's file."""

    week: dict[int, Value]
    dates: dict[tuple[dt.date, dt.date], Value]


def read_day_lines(text: str) -> DayLines:
    """Raises UnclearError with every line that cannot be read, and each day that comes twice."""
    week: dict[int, Value] = {}
    dates: dict[tuple[dt.date, dt.date], Value] = {}
    faults: list[str] = []
    lines = [_BULLET.sub("", line).strip().rstrip(".") for line in text.split("\n")]
    for line in [line for line in lines if line][:_MOST]:
        try:
            days, spans, value = _line(line)
        except UnreadableError as why:
            faults.append(str(why))
            continue
        twice = [WEEKDAYS_DA[day] for day in days if day in week]
        twice += [plain_date(span[0]) for span in sorted(spans & dates.keys())]
        faults += [f"Der er to linjer om {day}. Behold den ene." for day in twice]
        week |= dict.fromkeys(days, value)
        dates |= dict.fromkeys(sorted(spans), value)
    if faults or not (week or dates):
        raise UnclearError(*(faults or ["Skriv mindst én linje med en dag og en tid."]))
    return DayLines(week, dates)


def _line(line: str) -> tuple[tuple[int, ...], set[tuple[dt.date, dt.date]], Value]:
    """Weekdays or dates, and the hours behind them: as many words as possible are the days."""
    faults = []
    for gap in reversed(list(_GAP.finditer(line))):
        days, times = line[: gap.start()], line[gap.end() :]
        try:
            value = as_value(parse_day_hours(re.sub(r"\bkl\.?\s+", "", times)))
        except PydanticCustomError as fault:
            if days_of(days):
                faults.append(f"«{line[:80]}»: {(fault.context or {})['message']}")
            continue
        if weekdays := days_of(days):
            return weekdays, set(), value
        try:
            return (), set(_spans(days)), value
        except UnreadableError as why:
            faults.insert(0, str(why))
    said = f"«{line[:80]}» kan jeg ikke læse. Skriv først dagen og så tiden, fx «torsdag 10-17»."
    raise UnreadableError(faults[0] if faults else said)


def _spans(days: str) -> Iterator[tuple[dt.date, dt.date]]:
    first, *rest = _TO.split(re.sub(r"^fra\s+", "", days, flags=re.IGNORECASE))
    if not rest:
        yield from ((day, day) for day in dates_in(first))
        return
    (last,) = dates_in(rest[-1])[-1:]
    (begin,) = dates_in(first if re.search(r"\d{4}", first) else f"{first} {last.year}")[:1]
    if begin > last or len(rest) > 1:
        raise UnreadableError(f"«{days[:80]}» slutter, før det begynder. Ret datoerne.")
    yield begin, last


def as_value(day: DayHours) -> Value:
    """The hours of a day as authors write them."""
    slots: list[Value] = [hours(slot) for slot in day.slots]
    if not day.known:
        return "ukendt"
    if day.by_appointment:
        slots.append("efter aftale")
    if not slots:
        return "lukket"
    return slots if len(slots) > 1 else slots[0]
