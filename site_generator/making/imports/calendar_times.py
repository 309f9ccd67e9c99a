"""IMPORTS: a calendar's moments as dates and hours in Denmark, and the dates of its rules.

A moment without a time zone, or with one that nobody knows, is Danish. Rules are followed by
dateutil, in the zone of the calendar, for seven years or 1,500 dates: what goes on after that has
shown how it goes on (`rhythm.py`).
"""

from __future__ import annotations

import datetime as dt
from itertools import islice
from typing import Any

from dateutil.rrule import rrulestr

from site_generator.resolve.occurrence import COPENHAGEN
from site_generator.schema.event_times import ALL_DAY, is_a_night
from site_generator.schema.times import Slot

# Seven years have a week 53 in them, wherever they begin.
_AHEAD = dt.timedelta(days=7 * 366)
MOST_DATES = 1500
_OFTEN = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_MOST_DAYS = 14

Moment = dt.date | dt.datetime
# One of icalendar's components, whose properties have no type in common.
VEvent = Any


class NotTakenError(Exception):
    """An activity that cannot be taken over, in Danish: why, and what to do."""


def day_of(moment: Moment) -> dt.date:
    """The date in Denmark."""
    return in_denmark(moment).date() if isinstance(moment, dt.datetime) else moment


def in_denmark(moment: dt.datetime) -> dt.datetime:
    """The same moment as a Danish clock shows it, without its zone."""
    if moment.tzinfo is None:
        return moment
    return moment.astimezone(COPENHAGEN).replace(tzinfo=None)


def span(component: VEvent) -> tuple[Moment, Moment]:
    """When something begins and ends. Raises NotTakenError where that is not there to be read."""
    try:
        begins = component["DTSTART"].dt
    except (KeyError, ValueError, AttributeError):
        raise NotTakenError("Der står ikke en dato, som kan læses. Ret den i kalenderen.") from None
    if not 2000 <= begins.year <= 2100:
        raise NotTakenError(f"Året {begins.year} kan ikke være rigtigt. Ret det i kalenderen.")
    return begins, _end(component, begins)


def _end(component: VEvent, begins: Moment) -> Moment:
    try:
        if "DTEND" in component:
            end = component["DTEND"].dt
        elif "DURATION" in component:
            end = begins + component["DURATION"].dt
        else:
            end = begins + dt.timedelta(days=1) if not isinstance(begins, dt.datetime) else begins
    except (ValueError, AttributeError, OverflowError, TypeError):
        raise NotTakenError("Sluttiden kan ikke læses. Ret den i kalenderen.") from None
    if isinstance(end, dt.datetime) is not isinstance(begins, dt.datetime):
        raise NotTakenError("Den begynder på et klokkeslæt og slutter på en dag. Ret det ene.")
    return end  # type: ignore[no-any-return]


def shape(begins: Moment, ends: Moment) -> tuple[Slot, int]:
    """The hours, and how many days it lasts. Raises NotTakenError where it has no length."""
    if not isinstance(begins, dt.datetime) or not isinstance(ends, dt.datetime):
        return ALL_DAY, _few(max(1, (day_of(ends) - day_of(begins)).days))
    first, last = in_denmark(begins), in_denmark(ends)
    if last <= first:
        raise NotTakenError("Der står ikke, hvornår den slutter. Skriv en sluttid i kalenderen.")
    slot = Slot(_to_the_minute(first), _to_the_minute(last))
    days = (last.date() - first.date()).days
    if slot.closes == dt.time(0) or (days == 1 and is_a_night(slot)):
        days -= 1  # 24.00 is the end of that day, and a night belongs to the day it begins
    return slot, _few(days + 1)


def _few(days: int) -> int:
    if days > _MOST_DAYS:
        raise NotTakenError(f"Den varer {days} dage i træk, og så er det ikke en aktivitet.")
    return days


def _to_the_minute(moment: dt.datetime) -> dt.time:
    return moment.time().replace(second=0, microsecond=0)


def rule_moments(component: VEvent, begins: Moment) -> tuple[list[dt.datetime], bool]:
    """When the rule of a calendar begins something, as its own clock shows it, in order, and
    whether these are all. Raises NotTakenError where the rule is none that people have."""
    rule = component["RRULE"]
    if isinstance(rule, list):
        raise NotTakenError("Den har flere regler for, hvornår den gentages. Del den i to.")
    often = str((rule.get("FREQ") or [""])[0]).upper()
    if often not in _OFTEN or rule.get("BYHOUR") or rule.get("BYMINUTE") or rule.get("BYSECOND"):
        raise NotTakenError("Den gentages flere gange om dagen. Ret gentagelsen i kalenderen.")
    start = _by_its_own_clock(begins)
    written, until = dict(rule), _until(rule, begins)
    horizon = start + _AHEAD
    written["UNTIL"] = [min(until, horizon) if until else horizon]
    count = written.pop("COUNT", None)
    found = _followed(written, start, int(count[0]) if count else None)
    whole = (until is not None and until <= horizon) or count is not None
    return found, whole and len(found) < MOST_DATES


def _followed(rule: dict[str, Any], start: dt.datetime, count: int | None) -> list[dt.datetime]:
    parts = []
    for name, values in rule.items():
        texts = [f"{v:%Y%m%dT%H%M%S}" if isinstance(v, dt.datetime) else str(v) for v in values]
        parts.append(f"{name}={','.join(texts)}")
    try:
        moments = rrulestr(";".join(parts), dtstart=start)
        return list(islice(moments, min(count or MOST_DATES, MOST_DATES)))
    except (ValueError, TypeError, OverflowError):
        raise NotTakenError("Gentagelsen kan ikke læses. Lav den om i kalenderen.") from None


def _by_its_own_clock(moment: Moment) -> dt.datetime:
    if isinstance(moment, dt.datetime):
        return moment.replace(tzinfo=None)
    return dt.datetime(moment.year, moment.month, moment.day)


def _until(rule: Any, begins: Moment) -> dt.datetime | None:
    """The last moment of a rule by the calendar's own clock. A day alone is meant with its end."""
    values = rule.get("UNTIL")
    if not values:
        return None
    until = values[0]
    if not isinstance(until, dt.datetime):
        return dt.datetime(until.year, until.month, until.day, 23, 59, 59)
    zone = begins.tzinfo if isinstance(begins, dt.datetime) else None
    if until.tzinfo and zone:
        until = until.astimezone(zone)
    elif until.tzinfo:
        until = until.astimezone(COPENHAGEN)
    return until.replace(tzinfo=None)
