"""RENDER: what is said in an episode, with times (WebVTT), so that apps show it while it is heard.

An author says when some passages begin, or none. Between two times that are known the text is
spread by its length, as a voice reads on steadily.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape

from site_generator.wording.transcripts import Passage, passages

# Two lines of a telephone.
_LONGEST = 120
_SENTENCE = re.compile(r"(?<=[.!?…؟])\s+")


@dataclass(frozen=True)
class Cue:
    """Words, who says them, and from when to when, in thousandths of a second."""

    start: int
    end: int
    speaker: str
    text: str


def transcript_with_times(transcript: str, seconds: int) -> bytes:
    """The author's text as WebVTT for a recording of so many seconds."""
    blocks = ["WEBVTT", *map(_block, cues(passages(transcript), seconds))]
    return ("\n\n".join(blocks) + "\n").encode()


def cues(said: Iterable[Passage], seconds: int) -> list[Cue]:
    """Every piece with its time, in order; together they fill the recording."""
    pieces = [piece for passage in said for piece in _pieces(passage)]
    known = [n for n, one in enumerate(pieces) if n == 0 or one.start is not None]
    found: list[Cue] = []
    for first, after in zip(known, [*known[1:], len(pieces)], strict=True):
        begin = (pieces[first].start or 0) * 1000
        end = (pieces[after].start or 0) * 1000 if after < len(pieces) else seconds * 1000
        found += _spread(pieces[first:after], begin, max(begin + 1, end))
    return found


def _pieces(passage: Passage) -> Iterator[Passage]:
    """A passage in pieces that can be read at a glance, of whole sentences where they fit."""
    start, held = passage.start, ""
    for sentence in _SENTENCE.split(passage.text):
        if held and len(held) + len(sentence) >= _LONGEST:
            yield replace(passage, start=start, text=held)
            start, held = None, ""
        held = f"{held} {sentence}".strip()
    yield replace(passage, start=start, text=held)


def _spread(pieces: Sequence[Passage], begin: int, end: int) -> Iterator[Cue]:
    whole, said = sum(len(piece.text) for piece in pieces), 0
    for piece in pieces:
        start = begin + (end - begin) * said // whole
        said += len(piece.text)
        stop = begin + (end - begin) * said // whole
        yield Cue(start, stop, piece.speaker, piece.text)


def _block(cue: Cue) -> str:
    text = escape(cue.text, quote=False)
    # A name ends where the tag does (WebVTT, 4.2.2).
    who = f"<v {escape(cue.speaker.replace('>', ''), quote=False)}>" if cue.speaker else ""
    return f"{_mark(cue.start)} --> {_mark(cue.end)}\n{who}{text}"


def _mark(milliseconds: int) -> str:
    seconds, rest = divmod(milliseconds, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}.{rest:03}"
