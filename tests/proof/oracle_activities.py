"""When activities are, worked out day by day from events.yml and the oracle of hours.

The rules are those of content/handbook/kalender.md. Where the package counts from one date to the
next, this asks of every single day whether it is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from proof.oracle_hours import HoursOracle, holidays_of
from proof.written import (
    DAY,
    LAST,
    MIDNIGHT,
    UGEDAGE,
    Slot,
    day,
    days_between,
    listed,
    slot,
    weekday,
)

DENMARK = ZoneInfo("Europe/Copenhagen")
DAYS_BACK, DAYS_AHEAD = timedelta(days=30), timedelta(days=365)
_NTH = {"første": 1, "anden": 2, "tredje": 3, "fjerde": 4, "femte": 5, "sidste": -1}


@dataclass(frozen=True)
class Time:
    """One time of an activity. `first` is the day it was meant for, and its name."""

    event: str
    first: date
    number: int
    date: date
    slot: Slot
    days: int
    place: str | None
    state: str
    reason: str
    house_closed: bool = False
    offer_over: bool = False

    @property
    def key(self) -> str:
        more = f"-{self.number}" if self.number > 1 else ""
        return f"{self.event}-{self.first:%Y%m%d}{more}"

    @property
    def all_day(self) -> bool:
        return self.slot == (0, MIDNIGHT)

    @property
    def last_date(self) -> date:
        return self.date + (self.days - 1) * DAY

    @property
    def begins(self) -> datetime:
        return _moment(self.date, self.slot[0])

    @property
    def ends(self) -> datetime:
        """Of several days the last one's hour; what goes over midnight ends on the next day. 24 is
        the end of the last day. What would end before it begins, as an hour of the night is
        missing, lasts as long as in other nights."""
        minute = self.slot[1]
        into_next = self.days > 1 and minute > MIDNIGHT
        end = _moment(self.last_date, minute - MIDNIGHT if into_next else minute)
        if end.timestamp() > self.begins.timestamp():
            return end
        lasts = 60 * (self.slot[1] - self.slot[0])
        return datetime.fromtimestamp(self.begins.timestamp() + lasts, DENMARK)


def _moment(at: date, minutes: int) -> datetime:
    """An hour of the clock on the wall, as people mean it on days when clocks change too."""
    at += minutes // MIDNIGHT * DAY
    return datetime.combine(at, time(minutes % MIDNIGHT // 60, minutes % 60), DENMARK)


class EventOracle:
    """One activity of a house on the day of a build."""

    def __init__(self, event: dict[str, Any], hours: HoursOracle, today: date) -> None:
        self.event, self.hours, self.today = event, hours, today
        self.slot = slot(event["time"])
        self.days = int(event.get("days", 1))
        self.added = [_added(one, self.slot) for one in listed(event.get("add"))]
        self.moves = {day(one["date"]): one for one in listed(event.get("moved"))}
        self.cancelled = listed(event.get("cancelled"))

    def times(self) -> list[Time]:
        """What families are told of: from a month ago to a year ahead."""
        found = [*self._ordinary(), *self._extra()]
        first, last = self.today - DAYS_BACK, self.today + DAYS_AHEAD
        return [one for one in found if first <= one.date <= last]

    @cached_property
    def fates(self) -> dict[date, str]:
        """Each day of the rule: held, closed (the house is, and that is news), or off."""
        return dict(self._fates())

    def _fates(self) -> Iterator[tuple[date, str]]:
        dates = self.event.get("dates") or listed(self.event.get("date"))
        if dates:
            yield from ((d, "off" if self._skipped(d) else "held") for d in map(day, dates))
            return
        left = meetings = int(self.event.get("meetings", 0))
        announced = meetings
        for at in days_between(self._begin, self._end):
            if not self._in_rule(at) or (meetings and left == 0):
                continue
            fate = self._fate(at)
            yield at, "off" if fate == "closed" and meetings and announced <= 0 else fate
            announced -= fate != "off"
            left -= self._is_a_meeting(at)

    @property
    def _begin(self) -> date:
        early = self.today - timedelta(days=400)
        return day(self.event["from"]) if "from" in self.event else early

    @property
    def _end(self) -> date:
        late = self.today + timedelta(days=800)
        return min(day(self.event["until"]), late) if "until" in self.event else late

    def _in_rule(self, at: date) -> bool:
        if "weekly" in self.event:
            return any(self._is_weekly(text, at) for text in listed(self.event["weekly"]))
        return any(_is_monthly(text, at) for text in listed(self.event["monthly"]))

    def _is_weekly(self, text: str, at: date) -> bool:
        days, _, weeks = text.partition(" i ")
        if at.weekday() not in _weekdays(days):
            return False
        if weeks and not _in_weeks(weeks, at):
            return False
        if "weeks" in self.event and not _in_weeks(self.event["weeks"], at):
            return False
        every = int(self.event.get("every", 1))
        return every == 1 or (_monday(at) - self._first_monday).days // 7 % every == 0

    @cached_property
    def _first_monday(self) -> date:
        named = {n for text in listed(self.event["weekly"]) for n in _weekdays(text)}
        return _monday(next(d for d in days_between(self._begin, LAST) if d.weekday() in named))

    def _skipped(self, at: date) -> bool:
        return any(_skips(one, at) for one in listed(self.event.get("skip")))

    def _fate(self, at: date) -> str:
        if self._skipped(at):
            return "off"
        if at in self.moves or any(day(one["date"]) == at for one in self.cancelled):
            return "held"
        return self._day_off(at) or "held"

    def _is_a_meeting(self, at: date) -> bool:
        """Of a course: what is skipped or off is made up for at the end, what is cancelled not."""
        return not self._skipped(at) and (at in self.moves or not self._day_off(at))

    def _day_off(self, at: date) -> str:
        """`off` where the calendar says so, `closed` where the house is closed for once."""
        news = ""
        for each in days_between(at, at + (self.days - 1) * DAY):
            if self.event.get("on_public_holidays") != "keep" and each in holidays_of(each.year):
                return "off"
            if self.event.get("in_school_holidays") == "skip" and self.hours.school_holiday(each):
                return "off"
            if self.event.get("when_house_is_closed") == "keep":
                continue
            found = self._as_the_house(each)
            if found == "off":
                return "off"
            news = news or found
        return news

    def _as_the_house(self, at: date) -> str:
        told = self.hours.day("house", self.event.get("place"), at)
        if told.by == "own rule" and (told.hours.closed or not told.hours.known):
            return "off"
        if not told.hours.closed or told.by not in ("exception", "closing"):
            return ""
        if self._is_elsewhere:
            return "off" if self.hours.is_off_by_own_rule(at) else ""
        return "closed"

    @property
    def _is_elsewhere(self) -> bool:
        """No door of the house is in the way, unless the author says that there is."""
        beside = "venue" in self.event or "online" in self.event
        return beside and "place" not in self.event and "when_house_is_closed" not in self.event

    def _closed_because(self, at: date) -> str:
        place = self.event.get("place")
        days = days_between(at, at + (self.days - 1) * DAY)
        told = (self.hours.day("house", place, each) for each in days)
        return next(t.reason for t in told if t.hours.closed and t.by in ("exception", "closing"))

    def _ordinary(self) -> Iterator[Time]:
        extra = {at for at, _ in self.added}
        for at, fate in self.fates.items():
            if fate == "held":
                yield self._with_changes(at, self.slot, 1)
            elif fate == "closed" and at not in extra:
                planned = self._planned(at, self.slot, 1)
                reason = self._closed_because(at)
                yield replace(planned, state="cancelled", reason=reason, house_closed=True)

    def _extra(self) -> Iterator[Time]:
        times: dict[date, list[Slot]] = {}
        for at, when in self.added:
            held = [self.slot] if self.fates.get(at) == "held" else []
            before = times.setdefault(at, held)
            if when not in before:
                before.append(when)
                yield self._with_changes(at, when, len(before))

    def _planned(self, at: date, when: Slot, number: int) -> Time:
        place = self.event.get("place")
        return Time(self.event["id"], at, number, at, when, self.days, place, "planned", "")

    def _with_changes(self, at: date, when: Slot, number: int) -> Time:
        planned = self._planned(at, when, number)
        moves = list(self._moves(at)) if number == 1 else []
        now = planned
        if moves:
            last = moves[-1]
            hours = slot(last["time"]) if "time" in last else when
            place = last.get("place", planned.place)
            now = replace(planned, date=day(last["to"]), slot=hours, place=place)
        cancelled = self._cancelled(at, when, moves)
        if cancelled:
            return replace(now, state="cancelled", reason=cancelled["reason"])
        if now != planned:
            return replace(now, state="moved", reason=moves[-1].get("reason", ""))
        return now

    def _moves(self, at: date) -> Iterator[dict[str, str]]:
        seen = {at}
        while at in self.moves:
            yield self.moves[at]
            at = day(self.moves[at]["to"])
            if at in seen or self._is_own(at):
                return
            seen.add(at)

    def _is_own(self, at: date) -> bool:
        return at in self.fates or any(at == added for added, _ in self.added)

    def _cancelled(
        self, at: date, when: Slot, moves: Iterable[dict[str, str]]
    ) -> dict[str, str] | None:
        names = [at, *(to for m in moves if not self._is_own(to := day(m["to"])))]
        hours = [when, *(slot(m["time"]) for m in moves if "time" in m)]
        for name in names:
            for one in reversed(self.cancelled):
                same = "time" not in one or slot(one["time"]) in hours
                if day(one["date"]) == name and same:
                    return one
        return None


def _added(one: dict[str, str], usual: Slot) -> tuple[date, Slot]:
    return day(one["date"]), slot(one["time"]) if "time" in one else usual


def _skips(one: dict[str, str], at: date) -> bool:
    if "weeks" in one and _in_weeks(one["weeks"], at):
        return True
    if "date" in one:
        return day(one["date"]) == at
    return "from" in one and day(one["from"]) <= at <= day(one.get("to", one["from"]))


def _monday(at: date) -> date:
    return at - at.weekday() * DAY


def _weekdays(text: str) -> set[int]:
    names = re.split(r", | og ", text.partition(" i ")[0])
    return {weekday(name) for name in names}


def _in_weeks(text: str, at: date) -> bool:
    number = at.isocalendar().week
    words = re.sub(r" ?uge[r]? ?", "", text)
    if words in ("lige", "ulige"):
        return number % 2 == (words == "ulige")
    return any(_in_span(part, number) for part in re.split(r", ?", words))


def _in_span(text: str, number: int) -> bool:
    first, _, last = text.partition("-")
    begins, ends = int(first), int(last or first)
    return begins <= number <= ends if begins <= ends else number >= begins or number <= ends


def _is_monthly(text: str, at: date) -> bool:
    if found := re.match(r"den (\d+)\.$", text):
        return at.day == int(found[1])
    *nths, name = re.split(r" og | ", text)
    return any(_is_nth(_NTH[nth], name, at) for nth in nths)


def _is_nth(nth: int, name: str, at: date) -> bool:
    last = (at + (1 if name == "dag" else 7) * DAY).month != at.month
    if name == "dag":
        return last if nth == -1 else at.day == nth
    right_day = at.weekday() == UGEDAGE.index(name)
    return right_day and (last if nth == -1 else (at.day - 1) // 7 + 1 == nth)
