"""READ: how much a YAML file may hold, so that no file keeps an editor waiting.

A parser takes a few microseconds for each name and value, and time that grows with the square of
brackets and dashes within each other. Each bound is far above what a house has ever written, and
what goes beyond it is told at the line where it does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TypeVar

from site_generator.problems import Problem

MOST_LINES = 100_000
# Names, values, and beginnings and ends of lists: an activity is about sixteen.
MOST_EVENTS = 150_000
_MOST_OPEN = 50
_NO_TEXT = re.compile(r"""#.*|"[^"\n]*"|'[^'\n]*'""")
_BRACKET = re.compile(r"[\[{\]}]")
_MANY_DASHES = re.compile(r"(?:[-?:] +){20}")

_REMEDY = "Se efter, om der er kommet noget forkert med ind, og slet det."

Event = TypeVar("Event")


class TooManyError(Exception):
    """There is more in the file than is read; the first that is not stands at `line` (from 1)."""

    def __init__(self, line: int) -> None:
        self.line = line


def beyond_bounds(text: str, shown_as: str) -> Problem | None:
    """What of a text no parser should be given, if anything."""
    if text.count("\n") > MOST_LINES:
        message = f"Filen er på over {MOST_LINES} linjer, og så mange bliver ikke læst."
        return _problem(shown_as, MOST_LINES, message)
    place = _too_deep(text)
    if place is None and (dashes := _MANY_DASHES.search(text)):
        place = dashes.start()
    if place is None:
        return None
    message = "Her er så mange parenteser eller streger, at filen ikke kan læses."
    return _problem(shown_as, text.count("\n", 0, place) + 1, message)


def too_many(shown_as: str, line: int) -> Problem:
    message = f"Filen har over {MOST_EVENTS} navne og værdier, og så mange bliver ikke læst."
    return _problem(shown_as, line, message)


def counted(events: Iterable[Event]) -> Iterator[Event]:
    """The events of a parser, as far as they are read."""
    for number, event in enumerate(events):
        if number == MOST_EVENTS:
            mark = getattr(event, "start_mark", None)
            raise TooManyError(mark.line + 1 if mark else 1)
        yield event


def _too_deep(text: str) -> int | None:
    """Where more brackets are open than anybody opens."""
    depth = 0
    bare = _NO_TEXT.sub(lambda found: " " * len(found[0]), text)
    for found in _BRACKET.finditer(bare):
        depth = depth + 1 if found[0] in "[{" else max(0, depth - 1)
        if depth > _MOST_OPEN:
            return found.start()
    return None


def _problem(shown_as: str, line: int, message: str) -> Problem:
    return Problem(path=shown_as, line=line, message=message, remedy=_REMEDY)
