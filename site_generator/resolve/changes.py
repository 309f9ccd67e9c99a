"""RESOLVE: what an author has changed about one date of an activity.

A date that has moved is known by its old name to the file and by its new one to families, so it
can be moved again, or cancelled, under either.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

from site_generator.schema.events import Cancelled, Event, Moved
from site_generator.schema.times import Slot


class Change(Protocol):
    """What an author wrote about one date of an event."""

    @property
    def date(self) -> dt.date: ...


C = TypeVar("C", bound=Change)
# Whether a date is the activity's own, so that what is said of it is said of another time.
IsOwn = Callable[[dt.date], bool]


def last_of(changes: Iterable[C], date: dt.date) -> C | None:
    """The change that was written for a date; the last one where there are several."""
    return next((change for change in reversed(tuple(changes)) if change.date == date), None)


def moves_from(event: Event, date: dt.date, is_own: IsOwn) -> tuple[Moved, ...]:
    """The moves that take a date to where it stands now, one after the other."""
    moves: list[Moved] = []
    seen = {date}
    moved = last_of(event.moved, date)
    while moved:
        moves.append(moved)
        if moved.to in seen or is_own(moved.to):
            break
        seen.add(moved.to)
        moved = last_of(event.moved, moved.to)
    return tuple(moves)


def cancelled_on(
    event: Event, date: dt.date, slot: Slot, moves: Iterable[Moved], is_own: IsOwn
) -> Cancelled | None:
    """What cancels a time: under its own date, or under one that it was moved to.

    Not under one that is the activity's own too: then that one is cancelled, and this one came in
    its place. One that names hours concerns the time at these hours only.
    """
    names = [date, *(moved.to for moved in moves if not is_own(moved.to))]
    said = [one for one in event.cancelled if one.time in (None, slot, *_hours(moves))]
    found = (last_of(said, name) for name in names)
    return next((cancelled for cancelled in found if cancelled), None)


def _hours(moves: Iterable[Moved]) -> list[Slot]:
    return [moved.time for moved in moves if moved.time]
