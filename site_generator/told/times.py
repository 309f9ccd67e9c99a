"""TOLD: when an activity is, in words: some hours, a night, a whole day, several days."""

from __future__ import annotations

from datetime import time

from site_generator.language.spoken import _, isolated
from site_generator.resolve.recurrence import Occurrence
from site_generator.wording.in_words import (
    clock,
    clock_with_minutes,
    day_and_month,
    sentence,
    weekday,
)


def when(occurrence: Occurrence) -> str:
    """For example «Torsdag kl. 10–12», where the date stands beside it."""
    if occurrence.event.days > 1:
        return _span(occurrence)
    return _with_hours(sentence(weekday(occurrence.date)), occurrence)


def when_with_date(occurrence: Occurrence) -> str:
    """For example «Torsdag 3. december kl. 10–12»."""
    if occurrence.event.days > 1:
        return _span(occurrence)
    return _with_hours(sentence(day_and_month(occurrence.date)), occurrence)


def day(occurrence: Occurrence) -> str:
    """The day alone, for example «Torsdag 3. december»; of several the first and the last."""
    return sentence(day_within(occurrence))


def day_within(occurrence: Occurrence) -> str:
    """The same where other words stand before it: «torsdag 3. december»."""
    first = day_and_month(occurrence.date)
    if occurrence.event.days == 1:
        return first
    return _("{first} til {last}", first=first, last=day_and_month(occurrence.last_date))


def hours(occurrence: Occurrence) -> str:
    """The hours, for example «kl. 10–12»; empty where several whole days say it all."""
    if occurrence.all_day:
        return _("hele dagen") if occurrence.event.days == 1 else ""
    if occurrence.event.days > 1:
        return _("fra kl. {time}", time=isolated(clock(occurrence.slot.opens)))
    said = _("kl. {hours}", hours=hours_alone(occurrence))
    if occurrence.ends_at().date() > occurrence.date and occurrence.slot.closes != time(0):
        return _("{hours} næste dag", hours=said)
    return said


def hours_alone(occurrence: Occurrence) -> str:
    """The same as it stands in a narrow column: «10–12», «10.30–12.00», «18–24»."""
    slot = occurrence.slot
    if occurrence.all_day or occurrence.event.days > 1:
        return "" if occurrence.all_day else isolated(clock(slot.opens))
    written = clock_with_minutes if slot.opens.minute or slot.closes.minute else clock
    return isolated(f"{written(slot.opens)}–{_end(written(slot.closes), slot.closes)}")


def _end(written: str, moment: time) -> str:
    """Midnight is 24 at the end of a day, as people say it."""
    if moment != time(0):
        return written
    return written.replace("00" if written.startswith("00") else "0", "24", 1)


def _with_hours(day: str, occurrence: Occurrence) -> str:
    if occurrence.all_day:
        return _("{day}, hele dagen", day=day)
    return _("{day} {hours}", day=day, hours=hours(occurrence))


def _span(occurrence: Occurrence) -> str:
    """For example «Fredag 3. juli kl. 16 til søndag 5. juli kl. 12»."""
    first = sentence(day_and_month(occurrence.date))
    last = day_and_month(occurrence.last_date)
    if occurrence.all_day:
        return _("{first} til {last}", first=first, last=last)
    slot = occurrence.slot
    begin = _("{day} {hours}", day=first, hours=_at(clock(slot.opens)))
    end = _("{day} {hours}", day=last, hours=_at(_end(clock(slot.closes), slot.closes)))
    return _("{first} til {last}", first=begin, last=end)


def _at(moment: str) -> str:
    return _("kl. {hours}", hours=isolated(moment))
