"""PAGES: dates, times, ages and lists in Danish words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, time

from site_generator.schema.times import MONTHS_DA, WEEKDAYS_DA, Age, DayHours, Slot


def day_in_words(day: date) -> str:
    """For example «torsdag den 24. december 2026»."""
    return f"{weekday(day)} den {day.day}. {MONTHS_DA[day.month - 1]} {day.year}"


def day_and_month(day: date) -> str:
    """For example «torsdag 24. december»."""
    return f"{weekday(day)} {day.day}. {MONTHS_DA[day.month - 1]}"


def plain_date(day: date) -> str:
    """For example «24. december 2026»."""
    return f"{day.day}. {MONTHS_DA[day.month - 1]} {day.year}"


def month_and_year(day: date) -> str:
    return f"{MONTHS_DA[day.month - 1]} {day.year}"


def weekday(day: date) -> str:
    return WEEKDAYS_DA[day.weekday()]


def relative_day(day: date, today: date) -> str:
    """«i dag», «i morgen», the weekday within a week, else weekday and date."""
    distance = (day - today).days
    if distance in (0, 1):
        return ("i dag", "i morgen")[distance]
    return weekday(day) if 1 < distance < 7 else day_and_month(day)


def clock(moment: time) -> str:
    """For example «9» and «10.30»: Danish writes a full stop, and no zeros at the hour."""
    return f"{moment.hour}.{moment.minute:02}" if moment.minute else str(moment.hour)


def hours_in_words(slot: Slot) -> str:
    """For example «kl. 10.30–15»; with minutes on both sides where one side has them."""
    if slot.opens.minute or slot.closes.minute:
        return f"kl. {_long(slot.opens)}–{_long(slot.closes)}"
    return f"kl. {clock(slot.opens)}–{clock(slot.closes)}"


def _long(moment: time) -> str:
    return f"{moment.hour}.{moment.minute:02}"


def day_hours_in_words(hours: DayHours) -> str:
    """For example «kl. 9–12 og kl. 13–15», «efter aftale» or «lukket»."""
    if hours.slots:
        return in_a_row([hours_in_words(slot) for slot in hours.slots])
    return "efter aftale" if hours.by_appointment else "lukket"


def in_a_row(words: Sequence[str]) -> str:
    """«a», «a og b», «a, b og c»."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} og {words[-1]}"


def age_in_words(age: Age) -> str:
    if age.months >= 24 or (age.months and age.months % 12 == 0):
        years, months = divmod(age.months, 12)
        return f"{years} år" if not months else f"{years} år og {_months(months)}"
    return _months(age.months)


def _months(count: int) -> str:
    return "1 måned" if count == 1 else f"{count} måneder"


def age_range(youngest: Age | None, oldest: Age | None) -> str:
    """For example «Børn fra 4 måneder til 6 år»; empty where no age is given."""
    if youngest and youngest.months and oldest:
        return f"Børn fra {age_in_words(youngest)} til {age_in_words(oldest)}"
    if oldest:
        return f"Børn op til {age_in_words(oldest)}"
    return f"Børn fra {age_in_words(youngest)}" if youngest and youngest.months else ""


def sentence(text: str) -> str:
    """With a capital first letter."""
    return text[:1].upper() + text[1:]


def counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def weekday_spans(rows: Iterable[tuple[int, str]]) -> list[tuple[str, str]]:
    """Neighbouring weekdays with the same text in one row: «Mandag–onsdag»."""
    spans: list[tuple[int, int, str]] = []
    for number, text in rows:
        if spans and spans[-1][2] == text and spans[-1][1] == number - 1:
            spans[-1] = (spans[-1][0], number, text)
        else:
            spans.append((number, number, text))
    return [(_span(first, last), text) for first, last, text in spans]


def _span(first: int, last: int) -> str:
    name = sentence(WEEKDAYS_DA[first])
    return name if first == last else f"{name}–{WEEKDAYS_DA[last]}"
