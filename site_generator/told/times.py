"""TOLD: when an activity is, in words: some hours, a night, a whole day, several days."""

from __future__ import annotations

from datetime import time

from site_generator.language.spoken import DANISH, _, isolated, spoken
from site_generator.resolve.recurrence import Occurrence
from site_generator.schema.event_times import goes_over_midnight
from site_generator.schema.times import Slot
from site_generator.wording.in_words import (
    clock,
    clock_with_minutes,
    day_and_month,
    hours_in_words,
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
    first = sentence(day_and_month(occurrence.date))
    if occurrence.event.days == 1:
        return first
    return _("{first} til {last}", first=first, last=day_and_month(occurrence.last_date))


def hours(occurrence: Occurrence) -> str:
    """The hours alone, for example «kl. 10–12»; empty where several days say it all."""
    if occurrence.all_day:
        return _("hele dagen") if occurrence.event.days == 1 else ""
    if occurrence.event.days > 1:
        return _("fra {time}", time=_at(occurrence.slot.opens))
    if goes_over_midnight(occurrence.slot):
        return _overnight(occurrence.slot)
    return hours_in_words(occurrence.slot)


def _with_hours(day: str, occurrence: Occurrence) -> str:
    if occurrence.all_day:
        return _("{day}, hele dagen", day=day)
    return _("{day} {hours}", day=day, hours=hours(occurrence))


def _overnight(slot: Slot) -> str:
    if slot.closes != time(0):
        return _("{hours} næste dag", hours=hours_in_words(slot))
    # Midnight is 24 at the end of a day, as people say it.
    minutes = "" if spoken().code == DANISH and not slot.opens.minute else _minutes()
    begin = clock_with_minutes(slot.opens) if minutes else clock(slot.opens)
    return _("kl. {hours}", hours=isolated(f"{begin}–24{minutes}"))


def _minutes() -> str:
    return ".00" if spoken().code == DANISH else ":00"


def _span(occurrence: Occurrence) -> str:
    """For example «Fredag 3. juli kl. 16 til søndag 5. juli kl. 12»."""
    first = sentence(day_and_month(occurrence.date))
    last = day_and_month(occurrence.last_date)
    if occurrence.all_day:
        return _("{first} til {last}", first=first, last=last)
    begin = _("{day} {time}", day=first, time=_at(occurrence.slot.opens))
    end = _("{day} {time}", day=last, time=_at(occurrence.slot.closes))
    return _("{first} til {last}", first=begin, last=end)


def _at(moment: time) -> str:
    return _("kl. {hours}", hours=isolated(clock(moment)))
