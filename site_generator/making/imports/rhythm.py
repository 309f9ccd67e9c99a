"""IMPORTS: the words of `events.yml` for a row of dates, proved by the resolver that families get.

Nothing is believed because a calendar's rule looks like one of ours: each way to say it is read by
the schema, and its dates are compared with those of the source one by one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from site_generator.read.source import parse_document
from site_generator.records.validate import validate
from site_generator.resolve.recurrence import rule_dates
from site_generator.schema.events import Event, EventsFile
from site_generator.schema.times import WEEKDAYS_DA
from site_generator.write.author_edits import Add, Value, edited

Fields = dict[str, Value]

_NTH = ("første", "anden", "tredje", "fjerde", "femte")
# Rarer than every eighth week is nothing that anybody says so.
_RAREST = 8


def event_of(fields: Mapping[str, Value]) -> Event | None:
    """An activity as the schema reads it; None where it has a fault."""
    text = edited("", [Add(("events",), dict(fields))])
    document = parse_document(text, "events.yml")
    record, problems = validate(EventsFile, document.block)
    return record.events[0] if record and not problems and not document.problems else None


def rhythm_of(dates: Sequence[dt.date]) -> Fields | None:
    """The fields that give exactly these dates, in order; None where there are no such words.

    Even weeks are not every other week where a week 53 lies between: of what goes on for ever
    there must be dates of seven years, since there is a week 53 in any seven.
    """
    last = dates[-1]
    for said in _sayings(dates):
        fields: Fields = {"id": "x", "title": "x", **said, "from": iso(dates[0]), "time": "1-2"}
        event = event_of(fields)
        if event and rule_dates(event, None, dates[0], last) == tuple(dates):
            return {**said, "from": iso(dates[0])}
    return None


def _sayings(dates: Sequence[dt.date]) -> Iterator[Fields]:
    """Ways to say it, the plainest first."""
    days = sorted({day.weekday() for day in dates})
    weekly: Fields = {"weekly": _one_or_several([WEEKDAYS_DA[day] for day in days])}
    yield weekly
    parities = {day.isocalendar().week % 2 for day in dates}
    if len(parities) == 1:
        yield {**weekly, "weeks": "ulige" if parities.pop() else "lige"}
    for every in range(2, _RAREST + 1):
        yield {**weekly, "every": str(every)}
    yield from _monthly(dates, days)


def _monthly(dates: Sequence[dt.date], days: Sequence[int]) -> Iterator[Fields]:
    if len(days) == 1:
        name = WEEKDAYS_DA[days[0]]
        yield {"monthly": f"sidste {name}"}
        nths = sorted({(day.day - 1) // 7 for day in dates})
        yield {"monthly": f"{' og '.join(_NTH[nth] for nth in nths)} {name}"}
    numbers = sorted({day.day for day in dates})
    yield {"monthly": "sidste dag"}
    yield {"monthly": _one_or_several([f"den {number}." for number in numbers[:4]])}


def _one_or_several(words: list[str]) -> Value:
    return words[0] if len(words) == 1 else list(words)


def iso(day: dt.date) -> str:
    return day.isoformat()
