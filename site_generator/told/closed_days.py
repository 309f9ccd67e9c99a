"""TOLD: days on which the house is closed for a reason of that day, for sheets of what is on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from site_generator.language.marked import fill
from site_generator.language.spoken import _
from site_generator.resolve.hours import ResolvedDay
from site_generator.told.house import House
from site_generator.told.once import once
from site_generator.told.openings import doors, reason_in_words
from site_generator.told.unknown import not_known
from site_generator.wording.in_words import in_a_row


@once
def closed_day(house: House, day: date) -> str:
    """For example «Lukket: Juledag», or «Lukket i Huset: Kursus»; empty where it is as usual."""
    days = {door: door.day(day) for door in doors(house)}
    away = [door for door, told in days.items() if _is_news(told)]
    if not away:
        return ""
    first = days[away[0]]
    text = _("Lukket") if first.hours.known else not_known()
    if any(told.hours.slots or told.hours.by_appointment for told in days.values()):
        places = in_a_row([door.label for door in away])
        text = _("{closed} i {places}", closed=text, places=places)
    reason = reason_in_words(first)
    return fill("{0}: {1}", text, reason) if reason else text


def _is_news(told: ResolvedDay) -> bool:
    away = told.hours.closed or not told.hours.known
    return away and told.kind != "weekly"


def closed_spans(house: House, first: date, last: date) -> Iterator[tuple[date, date, str]]:
    """The same from first to last, neighbouring days with one reason together."""
    span: tuple[date, date, str] | None = None
    for number in range((last - first).days + 1):
        day = first + timedelta(number)
        text = closed_day(house, day)
        if span and text == span[2]:
            span = (span[0], day, text)
            continue
        if span and span[2]:
            yield span
        span = (day, day, text)
    if span and span[2]:
        yield span
