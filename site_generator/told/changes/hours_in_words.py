"""TOLD: changed hours as sentences, for example «Hver torsdag fra 3. december: nu 10–15, …»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from site_generator.schema.times import DayHours
from site_generator.told.changes.hours import HoursChange, OpeningChange
from site_generator.wording.in_words import (
    day_and_month,
    day_of_month,
    in_a_row,
    sentence,
    short_hours,
    weekday_names,
)

_FEW = 3


def hours_in_words(changes: Iterable[OpeningChange], kind: str) -> Iterator[str]:
    """A sentence for each change at the doors (`house`) or the telephones (`phone`)."""
    chosen = [one for one in changes if one.opening.kind == kind]
    for one in chosen:
        name = one.opening.label if len(chosen) > 1 else ""
        for change in one.changes:
            said = f"{_when(change)}: {_now_and_before(change)}."
            yield f"{name}: {said[:1].lower()}{said[1:]}" if name else sentence(said)


def _when(change: HoursChange) -> str:
    if change.kind == "day":
        return day_and_month(change.first)
    if change.kind == "days":
        if change.last is None:
            return f"fra {day_and_month(change.first)}"
        return f"{day_and_month(change.first)} til {day_and_month(change.last)}"
    names = [weekday_names()[day].lower() for day in change.weekdays]
    until = f" til {day_of_month(change.last)}" if change.last else ""
    return f"hver {in_a_row(names)} fra {day_of_month(change.first)}{until}"


def _now_and_before(change: HoursChange) -> str:
    return f"nu {_any_of(change.after)}, før {_any_of(change.before)}"


def _any_of(hours: Sequence[DayHours]) -> str:
    if len(hours) > _FEW:
        return "åbent" if all(one.known and not one.closed for one in hours) else "andre tider"
    return in_a_row([_in_words(one) for one in hours], "or")


def _in_words(hours: DayHours) -> str:
    return short_hours(hours) if hours.known else "ikke oplyst"
