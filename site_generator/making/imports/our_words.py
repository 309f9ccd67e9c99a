"""IMPORTS: what a source tells of an activity's times, as the fields of `events.yml`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from site_generator.making.imports.happening import Extra, Happening
from site_generator.making.imports.rhythm import Fields, event_of, iso, rhythm_of
from site_generator.resolve.days_off import day_off
from site_generator.schema.event_times import ALL_DAY
from site_generator.schema.opening_hours import OpeningHoursFile
from site_generator.schema.times import Slot
from site_generator.write.author_edits import Value

# A course is shown by its dates; what goes on longer by its rule.
_COURSE = 12
_MOST_LISTED = 100


class NoWordsError(Exception):
    """It is held on days for which there are no words, and which are too many to list."""


def times_of(
    happening: Happening, today: dt.date, house_hours: OpeningHoursFile | None = None
) -> Fields:
    """When it is: the rule, the time, and what differs from the rule. What goes on for ever in a
    way for which there are no words is listed for this year and the next. Raises NoWordsError."""
    happening = _with_all_its_dates(happening)
    rule = _rule(happening, today, house_hours)
    listed = "date" in rule or "dates" in rule
    fields: Fields = {**rule, "time": hours(happening.slot)}
    if happening.days > 1:
        fields["days"] = str(happening.days)
    skipped = () if listed else happening.skipped
    lists: dict[str, list[Value]] = {
        "skip": [{"date": iso(day)} for day in sorted(set(skipped))],
        "add": [_added(happening, one) for one in sorted(happening.extra, key=_by_time)],
        "cancelled": [
            {"date": iso(one.date), "reason": one.reason}
            for one in sorted(happening.off, key=lambda off: off.date)
        ],
    }
    return fields | {name: items for name, items in lists.items() if items}


def _with_all_its_dates(happening: Happening) -> Happening:
    """Of dates that somebody has chosen, one that was added later is one like the others."""
    if not happening.listed or happening.said:
        return happening
    like = [one for one in happening.extra if one.slot == happening.slot]
    return replace(
        happening,
        dates=tuple(sorted({*happening.dates, *(one.date for one in like)})),
        extra=tuple(one for one in happening.extra if one not in like),
    )


def _rule(happening: Happening, today: dt.date, house_hours: OpeningHoursFile | None) -> Fields:
    if happening.said:
        return _with_end({**happening.said, "from": iso(happening.dates[0])}, happening.until)
    held = [day for day in happening.dates if day not in happening.skipped]
    short = happening.listed and len(held) <= _COURSE
    found = None if short or len(happening.dates) == 1 else rhythm_of(happening.dates)
    if found and not (happening.listed and _passes_over_any(found, held, house_hours)):
        return _with_end(found, happening.dates[-1] if happening.listed else happening.until)
    if happening.last is None:
        held = [day for day in held if today.year <= day.year <= today.year + 1]
    return _listed(held)


def _passes_over_any(
    rule: Fields, held: Sequence[dt.date], house_hours: OpeningHoursFile | None
) -> bool:
    """Whether our rule leaves out a holiday or a closed day that somebody has chosen."""
    event = event_of({"id": "x", "title": "x", "time": "1-2", **rule})
    return event is None or any(day_off(event, house_hours, day) for day in held)


def _listed(held: Sequence[dt.date]) -> Fields:
    if not held or len(held) > _MOST_LISTED:
        raise NoWordsError
    if len(held) == 1:
        return {"date": iso(held[0])}
    return {"dates": [iso(day) for day in held]}


def _with_end(fields: Fields, until: dt.date | None) -> Fields:
    return {**fields, "until": iso(until)} if until else fields


def _added(happening: Happening, one: Extra) -> Value:
    added: Fields = {"date": iso(one.date)}
    return added if one.slot == happening.slot else {**added, "time": hours(one.slot)}


def _by_time(one: Extra) -> tuple[dt.date, Slot]:
    return one.date, one.slot


def hours(slot: Slot) -> str:
    """`10.00-12.00`, `20.00-24.00`, or `hele dagen`."""
    if slot == ALL_DAY:
        return "hele dagen"
    ends = "24.00" if slot.closes == dt.time(0) else _clock(slot.closes)
    return f"{_clock(slot.opens)}-{ends}"


def _clock(clock: dt.time) -> str:
    return f"{clock.hour}.{clock.minute:02}"
