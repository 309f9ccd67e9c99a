"""Dates in order: what begins comes before what ends."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from site_generator.problems import Problem
from site_generator.records.municipality import Municipality
from site_generator.rules.circumstances import Circumstances
from site_generator.rules.reporting import error, warning
from site_generator.rules.walk import records_of
from site_generator.schema.events import Event, EventSignUp, Skipped
from site_generator.schema.opening_hours import (
    HoursException,
    Schedule,
    SchoolHoliday,
    TemporarilyClosed,
)
from site_generator.schema.record import Record
from site_generator.wording.in_words import plain_date

# The two ends of a period, as authors write them.
_PERIODS: tuple[tuple[tuple[type[Record], ...], str, str], ...] = (
    ((HoursException, Skipped, SchoolHoliday), "from", "to"),
    ((TemporarilyClosed, Event), "from", "until"),
    ((Schedule,), "valid_from", "valid_to"),
    ((EventSignUp,), "opens", "closes"),
)
_LONG_OVER = timedelta(days=395)


def periods_are_in_order(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """A period ends on the day it begins, or later."""
    for record in records_of(municipality):
        for kinds, begin, end in _PERIODS:
            if isinstance(record, kinds):
                first, last = _day(record, begin), _day(record, end)
                if first and last and last < first:
                    message = f"Perioden slutter den {plain_date(last)}, "
                    message += f"før den begynder den {plain_date(first)}."
                    remedy = f"Byt om på «{begin}» og «{end}», eller ret den ene dato."
                    yield error(record, end, message, remedy)


def days_are_given_one_way(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """An exception or a skipped day has a date, or both a first and a last day, or weeks."""
    for record in records_of(municipality):
        if isinstance(record, HoursException | Skipped):
            yield from _one_way(record)


def old_exceptions_are_cleared_away(
    municipality: Municipality, circumstances: Circumstances
) -> Iterator[Problem]:
    """Exceptions that were over a year ago only make the file long; one reminder is enough."""
    hours = municipality.opening_hours
    old = [
        exception
        for exception in (hours.exceptions if hours else ())
        if (last := exception.to or exception.date)
        and not exception.every_year
        and circumstances.today - last > _LONG_OVER
    ]
    if old and hours:
        number = "En undtagelse er" if len(old) == 1 else f"{len(old)} undtagelser er"
        message = f"{number} over et år gammel." if len(old) == 1 else f"{number} over et år gamle."
        yield warning(old[0], "", message, "Slet dem, der er forbi.")


def _one_way(record: HoursException | Skipped) -> Iterator[Problem]:
    if isinstance(record, HoursException) and record.wrote("weeks"):
        return  # what goes before them has been told where they are read
    single = record.wrote("date")
    first, last = record.wrote("from"), record.wrote("to")
    if single and (first or last):
        message = "Her står både «date» og en periode."
        yield error(record, "date", message, "Behold «date», eller behold «from» og «to».")
    elif record.wrote("weeks") and (single or first or last):
        message = "Her står både «weeks» og en dato."
        yield error(record, "weeks", message, "Behold den ene, og slet den anden.")
    elif first != last:
        there, missing = ("from", "to") if first else ("to", "from")
        message = f"Her står «{there}», men ikke «{missing}»."
        remedy = f"Tilføj «{missing}:», eller brug «date:» for en enkelt dag."
        yield error(record, there, message, remedy)
    elif not single and not first and not record.wrote("weeks"):
        message = "Her står ikke, hvilken dag det gælder."
        yield error(record, "", message, "Tilføj «date:», eller «from:» og «to:».")


def _day(record: Record, key: str) -> date | None:
    day = getattr(record, "from_" if key == "from" else key)
    return day if isinstance(day, date) else None
