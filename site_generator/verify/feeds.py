"""VERIFY: a feed of the built site read back by a library that did not write it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import ics
import tatsu.color
from ics.grammar.parse import GRAMMAR

from site_generator.problems import Problem

# TatSu, which `ics` parses with, wraps the standard output once more for every line it reads,
# until Python gives up after a thousand lines. Colours are of no use here.
tatsu.color.init = lambda: None

# Nearly every line stands in many feeds, and to understand one takes milliseconds. What comes of it
# is only looked at, so each is read once: a house's feeds in a thirtieth of the time.
GRAMMAR.parse = lru_cache(maxsize=10_000)(GRAMMAR.parse)

MAX_OCTETS = 75


def fault_of_feed(content: bytes, shown_as: str) -> Iterator[Problem]:
    """What is wrong with a calendar as it was written; one problem for each fault."""
    lines = content.split(b"\r\n")
    for number, line in enumerate(lines, start=1):
        if len(line) > MAX_OCTETS or b"\n" in line:
            remedy = "Den skal deles, og linjer skal slutte med CRLF."
            yield _problem(shown_as, number, "Linjen er over 75 tegn lang.", remedy)
    try:
        calendar = ics.Calendar(content.decode("utf-8"))
    except Exception as error:  # whatever comes up inside: KeyError, TatSu's own, and others
        reason = " ".join(str(error).split())[:100]
        yield _problem(shown_as, 1, f"Kalenderen kan ikke læses: {reason}", "Byg siden igen.")
        return
    uids = [event.uid for event in calendar.events]
    written = lines.count(b"BEGIN:VEVENT")
    if len(uids) != written:
        message = f"Kalenderen har {written} aktiviteter, men {len(uids)} kan læses."
        yield _problem(shown_as, 1, message, "Se efter, om to har samme navn og tid.")


def _problem(path: str, line: int, message: str, remedy: str) -> Problem:
    return Problem(path=path, line=line, message=message, remedy=remedy)
