"""TOLD: is it open? Right for the day of the build; a script keeps it right at the minute."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date, timedelta

from site_generator.language.marked import Foreign, plain
from site_generator.language.spoken import _, isolated
from site_generator.resolve.hours import ResolvedDay
from site_generator.told.closings import Closing, closings_told
from site_generator.told.facts import HelpLineView
from site_generator.told.help_lines import duty_line
from site_generator.told.house import House
from site_generator.told.openings import Opening, openings_near, reason_in_words
from site_generator.told.unknown import not_known, whom_to_ask
from site_generator.wording.in_words import (
    clock,
    day_hours_in_words,
    day_in_words,
    relative_day,
    sentence,
)

_DAYS_AHEAD = 60
_DAYS_FOR_SCRIPT = 14


@dataclass(frozen=True)
class OpenStatus:
    """Whether a door or a telephone is open on the day of the build.

    `days` is for the script: JSON of the coming days, `[date, [[opens, closes], …], how, reason]`
    with times in minutes after midnight, Danish time, and `how` one of "" (as the times say), "a"
    (also by appointment) and "u" (not known); after a reason in another language its code. What is
    empty at the end is left out. The day before the build comes first where it goes on over
    midnight. `ask` is what to do on a day that is not known.
    """

    icon: str
    label: str
    state: str
    text: str
    next: str
    reason: str
    days: str
    ask: str


@dataclass(frozen=True)
class TodayView:
    """`duty` is whom one can ring while the house is closed; None where there is nobody."""

    date: str
    statuses: tuple[OpenStatus, ...]
    closings: tuple[Closing, ...]
    duty: HelpLineView | None = None


def today_view(house: House) -> TodayView | None:
    """The open status of every door and of the telephone; None where no hours are known."""
    statuses = tuple(_status(house, opening) for opening in openings_of_today(house))
    closings = closings_told(house)
    if not statuses and not closings:
        return None
    return TodayView(sentence(day_in_words(house.today)), statuses, closings, duty_line(house))


@dataclass(frozen=True)
class DayTold:
    """A day as the site tells it when it is built on that day. `today` is None where no hours are
    known; `openings` are the doors and telephones of its statuses, in their order."""

    date: date
    today: TodayView | None
    openings: tuple[Opening, ...]


def days_told(house: House, days: int) -> tuple[DayTold, ...]:
    """The coming days, each as on its own day: for what is read from a site that is days old."""
    return tuple(_day_told(_on(house, house.today + timedelta(ahead))) for ahead in range(days))


def _on(house: House, day: date) -> House:
    return replace(house, today=day)


def _day_told(house: House) -> DayTold:
    return DayTold(house.today, today_view(house), openings_of_today(house))


def openings_of_today(house: House) -> tuple[Opening, ...]:
    """The doors and telephones of which something is told today."""
    last = house.today + timedelta(days=_DAYS_FOR_SCRIPT - 1)
    return openings_near(house, house.today - timedelta(days=1), last)


def _status(house: House, opening: Opening) -> OpenStatus:
    days = [opening.day(house.today + timedelta(days=ahead)) for ahead in range(_DAYS_FOR_SCRIPT)]
    before = opening.day(house.today - timedelta(days=1))
    state, text = state_of_day(days[0])
    return OpenStatus(
        icon=opening.kind,
        label=opening.label,
        state=state,
        text=text,
        next=what_then(house, opening, state),
        reason=reason_in_words(days[0]),
        days=_for_script(before, days),
        ask=_whom_to_ask(house, opening),
    )


def state_of_day(today: ResolvedDay) -> tuple[str, str]:
    """What holds on a day: open, appointment, closed or unknown, and the same in words."""
    if not today.hours.known:
        return "unknown", not_known()
    if today.hours.slots:
        return "open", _("Åbent i dag {hours}", hours=day_hours_in_words(today.hours))
    if today.hours.by_appointment:
        return "appointment", _("I dag kun efter aftale")
    return "closed", _("Lukket i dag")


def what_then(house: House, opening: Opening, state: str) -> str:
    """What to do on a day with a state: come when it opens next, or ask."""
    if state == "closed":
        return opens_next(house, opening)
    return _whom_to_ask(house, opening) if state == "unknown" else ""


def _whom_to_ask(house: House, opening: Opening) -> str:
    return whom_to_ask(house, by_phone=opening.kind == "house")


def opens_next(house: House, opening: Opening) -> str:
    """When it opens next after today; empty where that is far off or not known."""
    for ahead in range(1, _DAYS_AHEAD):
        day = opening.day(house.today + timedelta(days=ahead))
        if not day.hours.known:
            return ""
        if day.hours.slots:
            when = relative_day(day.date, house.today)
            opens = isolated(clock(day.hours.slots[0].opens))
            return _("Åbner {day} kl. {time}", day=when, time=opens)
    return ""


def _for_script(before: ResolvedDay, days: list[ResolvedDay]) -> str:
    goes_on = any(slot.last_minute > 24 * 60 for slot in before.hours.slots)
    told = [before, *days] if goes_on else days
    return json.dumps([_day_for_script(day) for day in told], ensure_ascii=False)


def _day_for_script(day: ResolvedDay) -> list[object]:
    hours = day.hours
    slots = [[slot.first_minute, slot.last_minute] for slot in hours.slots]
    how = "u" if not hours.known else "a" if hours.by_appointment else ""
    reason = reason_in_words(day)
    language = reason.language if isinstance(reason, Foreign) else ""
    told: list[object] = [day.date.isoformat(), slots, how, plain(reason), language]
    while not told[-1]:
        told.pop()
    return told
