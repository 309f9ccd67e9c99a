"""RESOLVE: one time that an activity takes place."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import Literal
from zoneinfo import ZoneInfo

from site_generator.schema.event_times import ALL_DAY, days_later
from site_generator.schema.events import Event
from site_generator.schema.times import Slot
from site_generator.schema.values import LocalText

COPENHAGEN = ZoneInfo("Europe/Copenhagen")

Status = Literal["planned", "cancelled", "moved", "added"]


@dataclass(frozen=True)
class Occurrence:
    """One time that an activity takes place.

    `original_date` and `number` are its identity and stay when it moves; `date` is where it stands
    now, `number` 1, and more for what is added on a day that has one already. `slot` is local
    time. `reason` is Danish, and `reason_text` the same in all languages. `updated` is the last
    day on which the author changed the event or this occurrence of it. `house_closed`: it is
    cancelled because the house is closed that day; the reason is the house's. `offer_ended`: it is
    cancelled because its offer is not held any more; the reason is the offer's.
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
    number: int = 1
    house_closed: bool = False
    offer_ended: bool = False

    @property
    def key(self) -> str:
        own = f"{self.event.id}-{self.original_date:%Y%m%d}"
        return own if self.number == 1 else f"{own}-{self.number}"

    @property
    def cancelled_with_others(self) -> bool:
        """Whether what cancels it cancels many: the house is closed, or the offer has ended."""
        return self.house_closed or self.offer_ended

    @property
    def all_day(self) -> bool:
        return self.slot == ALL_DAY

    @property
    def last_date(self) -> dt.date:
        """The last day it is on; of a night the day on which it begins."""
        return self.date + dt.timedelta(self.event.days - 1)

    def starts_at(self) -> dt.datetime:
        return dt.datetime.combine(self.date, self.slot.opens, COPENHAGEN)

    def ends_at(self) -> dt.datetime:
        """Whole days end with the midnight after the last, which is the day after.

        In the night in which an hour is missing, 2.30 is an hour later than the clock says
        (RFC 5545 3.3.5) and may be after the end: then it lasts as long as it always does.
        """
        until = self.last_date + dt.timedelta(days_later(self.slot, self.event.days))
        begin, end = self.starts_at(), dt.datetime.combine(until, self.slot.closes, COPENHAGEN)
        if end.astimezone(dt.UTC) > begin.astimezone(dt.UTC):
            return end
        # Between two times of one zone Python counts as clocks on the wall do.
        return (begin.astimezone(dt.UTC) + (end - begin)).astimezone(COPENHAGEN)

    def changed(self, status: Status, reason: LocalText | None) -> Occurrence:
        """The same with what an author says of it."""
        return replace(
            self, status=status, reason=str(reason) if reason else "", reason_text=reason
        )
