"""What belongs together in one record, as JSON Schema: by the name of the record.

The rules say the same (`rules/events.py`, `rules/dates.py`); editors say it while one types.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from site_generator.schema.patterns import whole, words
from site_generator.schema.values import YES
from site_generator.schema.weeks import WEEKS_WITH_YEAR


def _one_of(*ways: Iterable[str]) -> dict[str, Any]:
    """Exactly one of some ways to say the same thing, and nothing of the others."""
    ways = tuple(tuple(way) for way in ways)
    return {"oneOf": [_only(way, ways) for way in ways]}


def _only(way: Iterable[str], ways: Iterable[Iterable[str]]) -> dict[str, Any]:
    others = [key for other in ways if other != way for key in other]
    return {"allOf": [_written(key) for key in way], "not": {"anyOf": [*map(_written, others)]}}


def _written(key: str) -> dict[str, Any]:
    """A name with something behind its colon."""
    return {"required": [key], "properties": {key: {"not": {"enum": [None, []]}}}}


_YEARLY = {"pattern": whole(words(*YES)), "not": {"const": False}}
_WITH_YEAR = {"properties": {"weeks": {"pattern": WEEKS_WITH_YEAR}}}
_DAYS = _one_of(["date"], ["from", "to"], ["weeks"])
_CONTACT = [_written("offer"), _written("title")]

CONDITIONS: dict[str, dict[str, Any]] = {
    "Event": {
        **_one_of(["date"], ["dates"], ["weekly"], ["monthly"]),
        "anyOf": _CONTACT,
        "dependentRequired": {"every": ["weekly"], "weeks": ["weekly"]},
    },
    "HoursException": {
        **_DAYS,
        "anyOf": [
            _WITH_YEAR,
            {"properties": {"every_year": _YEARLY}, "required": ["every_year"]},
        ],
    },
    "Skipped": _DAYS,
    "SchoolHoliday": {
        **_one_of(["from", "to"], ["weeks"]),
        "required": ["name"],
        "allOf": [_WITH_YEAR],
    },
}
