"""TOLD: days on which the house is closed for a reason of that day, for sheets of what is on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from site_generator.language.marked import fill
from site_generator.language.spoken import _
from site_generator.resolve.hours import ResolvedDay, house_day
from site_generator.schema.opening_hours import OpeningHoursFile
from site_generator.told.house import House
from site_generator.told.today import reason_in_words
from site_generator.wording.in_words import in_a_row


def closed_day(house: House, day: date) -> str:
    """For example «Lukket: Juledag», or «Lukket i Huset: Kursus»; empty where it is as usual."""
    hours = house.municipality.opening_hours
    if hours is None or not hours.house:
        return ""
    places: list[str | None] = [place.id for place in house.municipality.location.places] or [None]
    days = {place: house_day(hours, day, place) for place in places}
    closed = [place for place, told in days.items() if told.hours.closed and told.kind != "weekly"]
    if not closed:
        return ""
    text = _word(hours, days[closed[0]])
    if not all(told.hours.closed for told in days.values()):
        found = (house.municipality.place(place) for place in closed)
        text = _("{closed} i {places}", closed=text, places=in_a_row([p.name for p in found if p]))
    reason = reason_in_words(days[closed[0]])
    return fill("{0}: {1}", text, reason) if reason else text


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


def _word(hours: OpeningHoursFile, day: ResolvedDay) -> str:
    # Nobody has told us about holidays: closed is the safer guess, and said to be one.
    if day.kind in ("holiday", "house_policy") and not hours.wrote("holidays"):
        return _("Regn med lukket")
    return _("Lukket")
