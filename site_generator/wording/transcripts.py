"""PAGES: what is said in a recording, as its author writes it: who speaks, and when.

A paragraph of the author's text is a passage. It may begin with when it is said, `[0:12]`, and
with who speaks, `**Vært:**`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from site_generator.wording.markdown import words_alone

_MARK = r"\[(?P<time>(?:\d{1,2}:)?\d{1,3}:[0-5]\d)\](?!\()"
_TIME = re.compile(rf"^{_MARK}[ \t]*", re.MULTILINE)
_SPEAKER = re.compile(r"^\*\*(?P<name>[^*\n]{1,60}?):?\*\*:?\s*")


@dataclass(frozen=True)
class Passage:
    """`start` is in seconds, None where the author does not say; `speaker` may be empty."""

    start: int | None
    speaker: str
    text: str


def passages(transcript: str) -> tuple[Passage, ...]:
    """What is said, in order, without marks."""
    return tuple(filter(lambda one: one.text, _passages(transcript)))


def _passages(transcript: str) -> Iterator[Passage]:
    for paragraph in re.split(r"\n\s*\n", transcript.strip()):
        found = _TIME.match(paragraph)
        said = paragraph[found.end() :] if found else paragraph
        who = _SPEAKER.match(said)
        name = who["name"].strip() if who else ""
        text = words_alone(said[who.end() :] if who else said)
        yield Passage(seconds(found["time"]) if found else None, name, text)


def seconds(mark: str) -> int:
    """A moment such as `0:12` or `1:02:30` in seconds."""
    total = 0
    for part in mark.split(":"):
        total = total * 60 + int(part)
    return total


def moment(second: int) -> str:
    """The seconds of a moment as people write them: `0:12`, `1:02:30`."""
    minutes, rest = divmod(second, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def times_in(transcript: str) -> list[tuple[int, int]]:
    """Each time that is marked: where in the text it stands, and in seconds."""
    return [(found.start(), seconds(found["time"])) for found in _TIME.finditer(transcript)]


def without_times(transcript: str) -> str:
    """The author's text as it is read by those who do not hear it at the same time."""
    return _TIME.sub("", transcript)


def with_links(transcript: str, href: Callable[[int], str]) -> str:
    """The author's text with each time as a link to that place in the recording."""
    return _TIME.sub(lambda at: f"[{at['time']}]({href(seconds(at['time']))}) ", transcript)
