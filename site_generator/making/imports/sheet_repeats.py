"""IMPORTS: «hver torsdag», «lige uger», «første tirsdag i måneden»: repetition in a cell."""

from __future__ import annotations

import datetime as dt
import re

from pydantic_core import PydanticCustomError

from site_generator.making.imports.rhythm import Fields
from site_generator.making.imports.sheet_values import UnreadableError
from site_generator.schema.repeats import parse_monthly, parse_weekly
from site_generator.schema.times import WEEKDAYS_DA, plain_marks

_NEVER = ("", "nej", "ingen", "én gang", "en gang", "aldrig", "gentages ikke", "-", "no")
_WEEKLY = ("ja", "ugentlig", "ugentligt", "hver uge", "hver 1. uge")
_EVERY_OTHER = re.compile(
    r"^(?:hver )?(?:anden|2\.|14\. ?dag|fjortende dag)(?: uge| (?P<day>\w+dag)e?)?$"
)
_NTH_WEEK = re.compile(r"^hver (?P<every>[3-8])\. uge$")
_PARITY = re.compile(r"^(?:hver (?P<day>\w+dag) )?(?:i )?(?P<which>u?lige) uger?$")


def repetition(text: str, first: dt.date) -> Fields:
    """The fields of a rule that begins on a date; none where it is held once. Raises
    UnreadableError where the words cannot be told."""
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
