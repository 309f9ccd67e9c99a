"""RESOLVE: dates, times, ages and lists in words, in the language that is spoken.

Dates are written after patterns of Unicode (LDML), which each language's catalogue can change.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, time
from functools import lru_cache

from babel import Locale
from babel.dates import format_date

from site_generator.language.codes import DANISH
from site_generator.language.marked import fill, respelt
from site_generator.language.spoken import _, in_danish, isolated, ngettext, spoken
from site_generator.schema.times import Age, DayHours, Slot
from site_generator.schema.values import LocalText


def words(text: LocalText | None) -> str:
    """An author's text in the language that is spoken, else the Danish one, marked as Danish.

    Empty where it is not given.
    """
    if text is None:
        return ""
    translated = text.by_language.get(spoken().code)
    return in_danish(str(text)) if translated is None else translated


def day_in_words(day: date) -> str:
    """For example «torsdag den 24. december 2026»."""
    return _date(day, _("EEEE 'den' d. MMMM y"))


def day_and_month(day: date) -> str:
    """For example «torsdag 24. december»."""
    return _date(day, _("EEEE d. MMMM"))


def weekday_and_number(day: date) -> str:
    """For example «torsdag 24.», where the month follows later."""
    return _date(day, _("EEEE d."))


def plain_date(day: date) -> str:
    """For example «24. december 2026»."""
    return _date(day, _("d. MMMM y"))


def day_of_month(day: date) -> str:
    """For example «24. december»."""
    return _date(day, _("d. MMMM"))


def month_and_year(day: date) -> str:
    return _date(day, _("LLLL y"))


def weekday(day: date) -> str:
    return _date(day, "EEEE")


def month_in_short(day: date) -> str:
    """The month where there is no room for it: «nov.»."""
    return _date(day, "MMM")


def month(day: date) -> str:
    """The month as it is said after a day: «december»."""
    return _date(day, "MMMM")


def day_number(day: date) -> str:
    """The day of the month as it stands alone, large, above the month: «24.»"""
    return _date(day, _("d."))


def _date(day: date, pattern: str) -> str:
    return _written(day, pattern, spoken().locale)


# The same few days stand on many pages.
@lru_cache(maxsize=4096)
def _written(day: date, pattern: str, locale: Locale) -> str:
    return format_date(day, pattern, locale)


def weekday_names() -> tuple[str, ...]:
    """From Monday to Sunday, each with a capital letter."""
    names = spoken().locale.days["format"]["wide"]
    return tuple(sentence(names[day]) for day in range(7))


def relative_day(day: date, today: date) -> str:
    """«i dag», «i morgen», the weekday within a week, else weekday and date."""
    distance = (day - today).days
    if distance in (0, 1):
        return _("i morgen") if distance else _("i dag")
    return weekday(day) if 1 < distance < 7 else day_and_month(day)


def clock(moment: time) -> str:
    """For example «9» and «10.30» in Danish, which needs no zeros at the hour; else «9:00»."""
    if spoken().code == DANISH and not moment.minute:
        return str(moment.hour)
    return clock_with_minutes(moment)


def clock_with_minutes(moment: time) -> str:
    """For example «9.00» in Danish, which writes a full stop, and «9:00» elsewhere."""
    between = "." if spoken().code == DANISH else ":"
    return f"{moment.hour}{between}{moment.minute:02}"


def hours_in_words(slot: Slot) -> str:
    """For example «kl. 10.30–15»; with minutes on both sides where one side has them."""
    if slot.all_day:
        return _("hele døgnet")
    return _("kl. {hours}", hours=isolated(_from_to(slot)))


def _from_to(slot: Slot) -> str:
    if slot.all_day:
        return _("hele døgnet")
    written = clock_with_minutes if slot.opens.minute or slot.closes.minute else clock
    closes = written(slot.closes)
    if slot.closes == time(0):
        closes = closes.replace("0", "24", 1)
    return f"{written(slot.opens)}–{closes}"


def day_hours_in_words(hours: DayHours) -> str:
    """For example «kl. 9–12 og kl. 13–15», «efter aftale» or «lukket»."""
    if not hours.known:
        return _("tiderne kendes ikke endnu")
    times = [hours_in_words(slot) for slot in hours.slots]
    told = [*times, _("efter aftale")] if hours.by_appointment else times
    return in_a_row(told) if told else _("lukket")


def in_a_row(names: Sequence[str], joint: str = "standard") -> str:
    """«a», «a og b», «a, b og c»; with the joint `or`: «a, b eller c»."""
    if len(names) < 2:
        return names[0] if names else ""
    patterns = spoken().locale.list_patterns[joint]
    if len(names) == 2:
        return fill(patterns["2"], *names)
    row = fill(patterns["start"], *names[:2])
    for name in names[2:-1]:
        row = fill(patterns["middle"], row, name)
    return fill(patterns["end"], row, names[-1])


def age_in_words(age: Age) -> str:
    """For example «6 år» and «4 måneder», as it stands after «fra» and «til»."""
    if age.months >= 24 or (age.months and age.months % 12 == 0):
        years, months = divmod(age.months, 12)
        in_years = ngettext("{count} år", "{count} år", years)
        return (
            _("{years} og {months}", years=in_years, months=_months(months)) if months else in_years
        )
    return _months(age.months)


def _months(count: int) -> str:
    return ngettext("{count} måned", "{count} måneder", count)


def age_range(youngest: Age | None, oldest: Age | None) -> str:
    """For example «Børn fra 4 måneder til 6 år»; empty where no age is given."""
    first = age_in_words(youngest) if youngest and youngest.months else ""
    if first and oldest:
        return _("Børn fra {youngest} til {oldest}", youngest=first, oldest=age_in_words(oldest))
    if oldest:
        return _("Børn op til {oldest}", oldest=age_in_words(oldest))
    return _("Børn fra {youngest}", youngest=first) if first else ""


def sentence(text: str) -> str:
    """With a capital first letter."""
    return respelt(text, lambda words: words[:1].upper() + words[1:])


def without_full_stop(text: str) -> str:
    """As it can stand inside a sentence of ours, which brings its own."""
    return respelt(text, lambda words: words.rstrip("."))


def short_hours(hours: DayHours) -> str:
    """As `day_hours_in_words`, without «kl.»: «9–12 og 13–15»."""
    times = [isolated(_from_to(slot)) for slot in hours.slots]
    if not hours.known or hours.by_appointment or not times:
        times.append(day_hours_in_words(replace(hours, slots=())))
    return in_a_row(times)


def weekday_spans(
    rows: Iterable[tuple[int, str]], *, abbreviated: bool = False
) -> list[tuple[str, str]]:
    """Neighbouring weekdays with the same text in one row: «Mandag–onsdag», «man.–ons.»."""
    spans: list[tuple[int, int, str]] = []
    for day, text in rows:
        if spans and spans[-1][2] == text and spans[-1][1] == day - 1:
            spans[-1] = (spans[-1][0], day, text)
        else:
            spans.append((day, day, text))
    return [(_span(first, last, abbreviated), text) for first, last, text in spans]


def _span(first: int, last: int, abbreviated: bool) -> str:
    names = spoken().locale.days["format"]["abbreviated" if abbreviated else "wide"]
    name = names[first] if abbreviated else sentence(names[first])
    return name if first == last else f"{name}–{names[last]}"
