"""IMPORTS: «hver torsdag», «lige uger», «første tirsdag i måneden»: repetition in a cell."""

from __future__ import annotations

import datetime as dt
import re

from pydantic_core import PydanticCustomError

from site_generator.making.imports.rhythm import Fields, event_of, iso
from site_generator.making.imports.sheet_values import UnreadableError
from site_generator.resolve.recurrence import rule_dates
from site_generator.schema.repeats import parse_monthly, parse_weekly
from site_generator.schema.times import WEEKDAYS_DA, plain_marks
from site_generator.wording.in_words import plain_date

_NEVER = ("", "nej", "ingen", "én gang", "en gang", "aldrig", "gentages ikke", "-", "no")
_WEEKLY = ("ja", "ugentlig", "ugentligt", "hver uge", "hver 1. uge")
_EVERY_OTHER = re.compile(
    r"^(?:hver )?(?:anden|2\.|14\. ?dag|fjortende dag)(?: uge| (?P<day>\w+dag)e?)?$"
)
_NTH_WEEK = re.compile(r"^hver (?P<every>[3-8])\. uge$")
_PARITY = re.compile(r"^(?:hver (?P<day>\w+dag) )?(?:i )?(?P<which>u?lige) uger?$")


# As far as the rarest of the rules goes from one time to the next, and then some.
_AHEAD = dt.timedelta(days=100)


def repetition(text: str, first: dt.date) -> Fields:
    """The fields of a rule that begins on a date; none where it is held once. Raises
    UnreadableError where the words cannot be told, or the date is none of the rule's: then one of
    them is wrong, and nobody knows which."""
    said = _rule(text, first)
    event = event_of({"id": "x", "title": "x", "time": "1-2", "from": iso(first), **said})
    if said and event and first not in rule_dates(event, None, first, first + _AHEAD):
        _, week, weekday = first.isocalendar()
        day = f"{WEEKDAYS_DA[weekday - 1]} den {plain_date(first)} (uge {week})"
        raise UnreadableError(
            f"Den første dag, {day}, passer ikke med «{text[:60]}». Ret dagen eller gentagelsen."
        )
    return said


def _rule(text: str, first: dt.date) -> Fields:
    words = plain_marks(" ".join(text.lower().split())).rstrip(".") if text else ""
    weekday = WEEKDAYS_DA[first.weekday()]
    if words in _NEVER:
        return {}
    if words in _WEEKLY:
        return {"weekly": weekday}
    if found := _PARITY.match(words):
        return {"weekly": found["day"] or weekday, "weeks": found["which"]}
    if found := _EVERY_OTHER.match(words):
        return {"weekly": found["day"] or weekday, "every": "2"}
    if found := _NTH_WEEK.match(words):
        return {"weekly": weekday, "every": found["every"]}
    return _as_written(words, text)


def _as_written(words: str, text: str) -> Fields:
    """What `events.yml` itself would take."""
    try:
        parse_weekly(words)
    except PydanticCustomError:
        pass
    else:
        return {"weekly": words.removeprefix("hver ")}
    try:
        parse_monthly(words)
    except PydanticCustomError:
        said = f"«{text[:60]}» siger ikke, hvor tit den gentages. Skriv fx hver uge, lige uger "
        raise UnreadableError(f"{said}eller første tirsdag i måneden.") from None
    return {"monthly": re.sub(r"(?:^hver | i (?:hver )?måned(?:en)?$)", "", words)}
