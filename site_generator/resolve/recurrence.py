"""RESOLVE: when an activity takes place. Pages, feeds, flyers and JSON-LD all ask `occurrences`.

First the rule (one date, listed dates, weekly or monthly), then what is taken from it:

- `skip` takes out any day, also a listed one. A day in `add` stands whatever else is said;
- days off take out days of a weekly or monthly rule: public holidays, school holidays where the
  event says so, and days that the house is closed by an exception, by its own rule for the day
  or for a time. That the weekly hours leave a day out is no reason: an evening at a house that
  is closed in the evening is as planned. Dates that an author has written are never days off,
  so neither is the date of a `cancelled` or `moved`: parents are told, the day does not vanish.

`meetings` counts days of the rule that are not skipped and no days off. A cancelled day counts:
nobody has agreed on another one at the end until the author adds it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Literal, Protocol, TypeVar
from zoneinfo import ZoneInfo

from site_generator.resolve.holidays_dk import public_holiday
from site_generator.resolve.hours import house_day
from site_generator.resolve.repetition import repeated
from site_generator.resolve.statements import EARLIEST, covers
from site_generator.schema.choices import OnClosedDay
from site_generator.schema.events import Cancelled, Event, Moved
from site_generator.schema.opening_hours import OpeningHoursFile
from site_generator.schema.times import Slot
from site_generator.schema.values import LocalText

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
MAX_OCCURRENCES = 2000

# A house that has not written its hours is closed on Christmas Eve like one that left it out.
_NO_FILE = OpeningHoursFile()

Status = Literal["planned", "cancelled", "moved", "added"]


class Change(Protocol):
    """What an author wrote about one date of an event."""

    @property
    def date(self) -> dt.date: ...


C = TypeVar("C", bound=Change)


@dataclass(frozen=True)
class Occurrence:
    """One time that an activity takes place.

    `original_date` is its identity and stays when it moves; `date` is where it stands now. `slot`
    is local time. `reason` is Danish, and `reason_text` the same in all languages. `updated` is
    the last day on which the author changed the event or this occurrence of it.
    """

    event: Event = field(hash=False)
    original_date: dt.date
    date: dt.date
    slot: Slot
    place: str | None
    status: Status
    reason: str
    updated: dt.date | None
    reason_text: LocalText | None = field(default=None, hash=False)

    @property
    def key(self) -> str:
        return f"{self.event.id}-{self.original_date:%Y%m%d}"

    def starts_at(self) -> dt.datetime:
        return dt.datetime.combine(self.date, self.slot.opens, COPENHAGEN)

    def ends_at(self) -> dt.datetime:
        day = self.date + dt.timedelta(days=self.slot.days_later)
        return dt.datetime.combine(day, self.slot.closes, COPENHAGEN)


def occurrences(
    event: Event, hours: OpeningHoursFile | None, first: dt.date, last: dt.date
) -> tuple[Occurrence, ...]:
    """Every occurrence from first to last, both included, in order of time.

    What has moved stands on its new date, also where it came from outside the window. There are
    never more than `MAX_OCCURRENCES`.
    """
    planned = set(_kept(event, hours, first, last))
    for moved in event.moved:
        if first <= moved.to <= last:
            planned.update(_kept(event, hours, moved.date, moved.date))
    dates = sorted(planned | {added.date for added in event.add})
    found = (_occurrence(event, hours, date, planned=date in planned) for date in dates)
    inside = (one for one in found if first <= one.date <= last)
    in_order = sorted(inside, key=lambda o: (o.date, o.slot, o.original_date))
    return tuple(in_order[:MAX_OCCURRENCES])


def rule_dates(
    event: Event, hours: OpeningHoursFile | None, first: dt.date, last: dt.date
) -> tuple[dt.date, ...]:
    """The dates that the rule itself gives from first to last, skipped ones and days off too.

    What is skipped must be one of these; what is cancelled or moved one of these or of `add`.
    """
    return tuple(date for date, _ in _rule(event, hours, first, last))


def _occurrence(
    event: Event, hours: OpeningHoursFile | None, date: dt.date, *, planned: bool
) -> Occurrence:
    added, moved = _last_of(event.add, date), _last_of(event.moved, date)
    cancelled = _last_of(event.cancelled, date) or _cancelled_later(event, hours, moved)
    change = cancelled or moved
    reason = change.reason if change else None
    return Occurrence(
        event=event,
        original_date=date,
        date=moved.to if moved else date,
        slot=(moved and moved.time) or (added and added.time) or event.time,
        place=(moved and moved.place) or event.place,
        status=_status(cancelled, moved, planned=planned),
        reason=str(reason) if reason else "",
        updated=_latest(event, moved, cancelled),
        reason_text=reason,
    )


def _cancelled_later(
    event: Event, hours: OpeningHoursFile | None, moved: Moved | None
) -> Cancelled | None:
    """What has moved may be cancelled under the date that parents see.

    Not where that date is one of the event's own: then that one is cancelled, and this one came
    in its place.
    """
    if moved is None:
        return None
    own = _last_of(event.add, moved.to) or rule_dates(event, hours, moved.to, moved.to)
    return None if own else _last_of(event.cancelled, moved.to)


def _status(cancelled: Cancelled | None, moved: Moved | None, *, planned: bool) -> Status:
    if cancelled:
        return "cancelled"
    if moved:
        return "moved"
    return "planned" if planned else "added"


def _latest(*changed: Event | Moved | Cancelled | None) -> dt.date | None:
    return max((c.updated for c in changed if c and c.updated), default=None)


def _kept(
    event: Event, hours: OpeningHoursFile | None, first: dt.date, last: dt.date
) -> Iterator[dt.date]:
    return (date for date, kept in _rule(event, hours, first, last) if kept)


def _rule(
    event: Event, hours: OpeningHoursFile | None, first: dt.date, last: dt.date
) -> Iterator[tuple[dt.date, bool]]:
    """The dates of the rule from first to last, each with whether it stays."""
    listed = {*event.dates, *([event.date] if event.date else [])}
    if listed:
        inside = sorted(date for date in listed if first <= date <= last)
        return ((date, not _skipped(event, date)) for date in inside)
    if event.meetings is None:
        dates = islice(repeated(event, first, last), MAX_OCCURRENCES)
        return ((date, _stays(event, hours, date)) for date in dates)
    return _course(event, hours, first, last)


def _course(
    event: Event, hours: OpeningHoursFile | None, first: dt.date, last: dt.date
) -> Iterator[tuple[dt.date, bool]]:
    """The same for a number of meetings: counted from the beginning, whatever the window."""
    left = event.meetings or 0
    for date in islice(repeated(event, EARLIEST, last), MAX_OCCURRENCES):
        if left == 0:
            return
        if date >= first:
            yield date, _stays(event, hours, date)
        left -= _counts(event, hours, date)


def _stays(event: Event, hours: OpeningHoursFile | None, date: dt.date) -> bool:
    named = _last_of(event.cancelled, date) or _last_of(event.moved, date)
    return not _skipped(event, date) and bool(named or not _day_off(event, hours, date))


def _counts(event: Event, hours: OpeningHoursFile | None, date: dt.date) -> bool:
    """Whether a day is one of the meetings; a day off is, where it is moved to another day."""
    moved = _last_of(event.moved, date)
    return not _skipped(event, date) and bool(moved or not _day_off(event, hours, date))


def _skipped(event: Event, date: dt.date) -> bool:
    return any(covers(skip, date) for skip in event.skip)


def _day_off(event: Event, hours: OpeningHoursFile | None, date: dt.date) -> bool:
    if event.on_public_holidays is OnClosedDay.SKIP and public_holiday(date):
        return True
    hours = hours or _NO_FILE
    if event.in_school_holidays is OnClosedDay.SKIP and _school_holiday(hours, date):
        return True
    return event.when_house_is_closed is OnClosedDay.SKIP and _house_closed(event, hours, date)


def _school_holiday(hours: OpeningHoursFile, date: dt.date) -> bool:
    return any(holiday.from_ <= date <= holiday.to for holiday in hours.school_holidays)


def _house_closed(event: Event, hours: OpeningHoursFile, date: dt.date) -> bool:
    """Closed for a reason of that day. Public holidays are the event's own `on_public_holidays`."""
    day = house_day(hours, date, event.place)
    away = day.hours.closed or not day.hours.known
    return away and day.kind in ("exception", "house_policy", "temporarily_closed")


def _last_of(changes: Iterable[C], date: dt.date) -> C | None:
    """The change that was written for a date; the last one where there are several."""
    return next((change for change in reversed(tuple(changes)) if change.date == date), None)
