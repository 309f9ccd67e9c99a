"""RESOLVE: when an activity takes place. Pages, feeds, flyers and JSON-LD all ask `occurrences`.

First the rule (one date, listed dates, weekly or monthly), then what is taken from it:

- `skip` takes out any day, also a listed one;
- days off (`days_off.py`) take out days of a weekly or monthly rule. Where the house is closed by
  an exception or for a time the day stays as cancelled. Dates that an author has written are
  never days off, so neither is the date of a `cancelled` or `moved`.

Then what comes to it: `add` is one more time, on another day or on one of the rule's own. It
stands whatever else is said; where the day's ordinary one is off, it takes its place.

`meetings` counts days of the rule that are not skipped and no days off. A cancelled day counts:
nobody has agreed on another one at the end until the author adds it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import islice
from typing import Literal

from site_generator.resolve.changes import cancelled_on, last_of, moves_from
from site_generator.resolve.days_off import day_off
from site_generator.resolve.occurrence import COPENHAGEN, Occurrence, Status
from site_generator.resolve.repetition import repeated
from site_generator.resolve.statements import EARLIEST, covers
from site_generator.schema.events import Added, Cancelled, Event, Moved, Skipped
from site_generator.schema.opening_hours import OpeningHoursFile
from site_generator.schema.times import Slot

__all__ = ["COPENHAGEN", "MAX_OCCURRENCES", "Occurrence", "Status", "occurrences", "rule_dates"]

MAX_OCCURRENCES = 2000

# What becomes of a date of the rule: it is held (or the author says that it is not), the house is
# closed that day, or it is off and nobody is told.
_Fate = Literal["held", "closed", "off"]


def occurrences(
    event: Event, hours: OpeningHoursFile | None, first: dt.date, last: dt.date
) -> tuple[Occurrence, ...]:
    """Every occurrence from first to last, both included, in order of time.

    What has moved stands on its new date, also where it came from outside the window. There are
    never more than `MAX_OCCURRENCES`.
    """
    fates = dict(_rule(event, hours, first, last))
    for date in {added.date for added in event.add} | _moved_into(event, first, last):
        fates.update(_rule(event, hours, date, date))
    found = [*_ordinary(event, hours, fates), *_extra(event, hours, fates)]
    inside = (one for one in found if first <= one.date <= last)
    in_order = sorted(inside, key=lambda o: (o.date, o.slot, o.original_date, o.number))
    return tuple(in_order[:MAX_OCCURRENCES])


def rule_dates(
    event: Event, hours: OpeningHoursFile | None, first: dt.date, last: dt.date
) -> tuple[dt.date, ...]:
    """The dates that the rule itself gives from first to last, skipped ones and days off too.

    What is skipped must be one of these; what is cancelled or moved one of these or of `add`.
    """
    return tuple(date for date, _ in _rule(event, hours, first, last))


def is_own_date(event: Event, hours: OpeningHoursFile | None, date: dt.date) -> bool:
    """Whether the activity has a date by its rule or by `add`, and not by a move alone."""
    return last_of(event.add, date) is not None or bool(rule_dates(event, hours, date, date))


def skips(skip: Skipped, date: dt.date) -> bool:
    """Whether a date is one that is skipped."""
    return covers(skip, date) or (skip.weeks is not None and date in skip.weeks)


def _moved_into(event: Event, first: dt.date, last: dt.date) -> set[dt.date]:
    """Dates that may have moved into a window, directly or by way of other dates."""
    arrives = any(first <= moved.to <= last for moved in event.moved)
    return {moved.date for moved in event.moved} if arrives else set()


def _ordinary(
    event: Event, hours: OpeningHoursFile | None, fates: dict[dt.date, _Fate]
) -> Iterator[Occurrence]:
    """What the rule gives. A day that is added takes the place of one that the house closes."""
    for date, fate in fates.items():
        if fate == "held":
            yield _one(event, hours, date)
        elif fate == "closed" and not last_of(event.add, date):
            yield _closed(event, hours, date)


def _extra(
    event: Event, hours: OpeningHoursFile | None, fates: dict[dt.date, _Fate]
) -> Iterator[Occurrence]:
    """What is added, numbered from the ordinary one of the same day, which keeps its name."""
    times: dict[dt.date, list[Slot]] = {}
    for added in event.add:
        ordinary = [event.time] if fates.get(added.date) == "held" else []
        before = times.setdefault(added.date, ordinary)
        slot = added.time or event.time
        if slot not in before:
            before.append(slot)
            yield _one(event, hours, added.date, added, number=len(before))


def _one(
    event: Event,
    hours: OpeningHoursFile | None,
    date: dt.date,
    added: Added | None = None,
    number: int = 1,
) -> Occurrence:
    """One time with all that the author has changed about it; moves are of the day's first."""

    def own(day: dt.date) -> bool:
        return is_own_date(event, hours, day)

    slot = (added and added.time) or event.time
    moves = moves_from(event, date, own) if number == 1 else ()
    cancelled = cancelled_on(event, date, slot, moves, own)
    moved = moves[-1] if moves else None
    now = Occurrence(
        event=event,
        original_date=date,
        date=moved.to if moved else date,
        slot=(moved and moved.time) or slot,
        place=(moved and moved.place) or event.place,
        status="added" if added else "planned",
        reason="",
        updated=_latest(event, *moves, cancelled),
        number=number,
    )
    if cancelled:
        return now.changed("cancelled", cancelled.reason)
    if moved and (now.date, now.slot, now.place) != (date, slot, event.place):
        return now.changed("moved", moved.reason)
    return now


def _closed(event: Event, hours: OpeningHoursFile | None, date: dt.date) -> Occurrence:
    """A time that the house's own closing has cancelled."""
    off = day_off(event, hours, date)
    day = off.closing if off else None
    return Occurrence(
        event=event,
        original_date=date,
        date=date,
        slot=event.time,
        place=event.place,
        status="cancelled",
        reason=day.reason if day else "",
        updated=event.updated,
        reason_text=day.reason_text if day else None,
        house_closed=True,
    )


def _latest(*changed: Event | Moved | Cancelled | None) -> dt.date | None:
    return max((c.updated for c in changed if c and c.updated), default=None)


def _rule(
    event: Event, hours: OpeningHoursFile | None, first: dt.date, last: dt.date
) -> Iterator[tuple[dt.date, _Fate]]:
    """The dates of the rule from first to last, each with what becomes of it."""
    listed = {*event.dates, *([event.date] if event.date else [])}
    if listed:
        inside = sorted(date for date in listed if first <= date <= last)
        return ((date, "off" if _skipped(event, date) else "held") for date in inside)
    if event.meetings is None:
        dates = islice(repeated(event, first, last), MAX_OCCURRENCES)
        return ((date, _fate(event, hours, date)) for date in dates)
    return _course(event, hours, first, last)


def _course(
    event: Event, hours: OpeningHoursFile | None, first: dt.date, last: dt.date
) -> Iterator[tuple[dt.date, _Fate]]:
    """The same for a number of meetings: counted from the beginning, whatever the window.

    `announced` counts as if no closing had come: of what it closes, only what families had been
    told is told to be cancelled.
    """
    left = announced = event.meetings or 0
    for date in islice(repeated(event, EARLIEST, last), MAX_OCCURRENCES):
        if left == 0:
            return
        fate = _fate(event, hours, date)
        if date >= first:
            yield date, "off" if fate == "closed" and announced <= 0 else fate
        left -= _counts(event, hours, date)
        announced -= fate != "off"


def _fate(event: Event, hours: OpeningHoursFile | None, date: dt.date) -> _Fate:
    if _skipped(event, date):
        return "off"
    if last_of(event.cancelled, date) or last_of(event.moved, date):
        return "held"
    off = day_off(event, hours, date)
    return "held" if off is None else "closed" if off.closing else "off"


def _counts(event: Event, hours: OpeningHoursFile | None, date: dt.date) -> bool:
    """Whether a day is one of the meetings; a day off is, where it is moved to another day."""
    moved = last_of(event.moved, date)
    return not _skipped(event, date) and bool(moved or not day_off(event, hours, date))


def _skipped(event: Event, date: dt.date) -> bool:
    return any(skips(skip, date) for skip in event.skip)
