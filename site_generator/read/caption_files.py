"""READ: captions and transcripts with times (WebVTT, w3.org/TR/webvtt1), line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MAX_BYTES = 1024 * 1024
_MARK = re.compile(r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})")
_TIMES = re.compile(rf"^\s*(?P<start>{_MARK.pattern})\s+-->\s+(?P<end>{_MARK.pattern})(?:\s.*)?$")
_FORM = "00:01.000 --> 00:04.500"


@dataclass(frozen=True)
class CaptionFault:
    """What is wrong with a file of captions, in Danish, and on which line (from 1)."""

    line: int
    message: str
    remedy: str


def fault_of_captions(file: Path) -> CaptionFault | None:
    """The first thing that keeps a browser from showing captions when they are said."""
    try:
        with file.open("rb") as source:
            content = source.read(MAX_BYTES + 1)
        if len(content) > MAX_BYTES:
            return CaptionFault(1, "Underteksterne fylder over 1 MB.", "Del filmen i flere.")
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        remedy = "Gem den igen, og vælg UTF-8 under «Kodning»."
        return CaptionFault(
            1, "Filen er ikke gemt som UTF-8, så æ, ø og å bliver forkerte.", remedy
        )
    except OSError:
        return None  # told with the folder's other faults
    return next(_faults(text.splitlines()), None)


def _faults(lines: list[str]) -> Iterator[CaptionFault]:
    if not lines or not re.match(r"WEBVTT(?:[ \t]|$)", lines[0]):
        message = "Filen begynder ikke med «WEBVTT», og så viser ingen browser den."
        yield CaptionFault(1, message, "Skriv WEBVTT alene på den første linje, og en tom linje.")
    before, cues = 0, 0
    for number, line in enumerate(lines, start=1):
        if "-->" not in line:
            continue
        found = _TIMES.match(line)
        if not found:
            message = f"«{line.strip()[:60]}» er ikke to tidspunkter."
            yield CaptionFault(number, message, f"Skriv dem som {_FORM}, med punktum og tre cifre.")
            continue
        start, end = _milliseconds(found["start"]), _milliseconds(found["end"])
        if end <= start:
            message = f"Teksten slutter ({found['end']}), før den begynder ({found['start']})."
            yield CaptionFault(number, message, "Byt de to tidspunkter om, eller ret det ene.")
        if start < before:
            message = f"Teksten begynder ({found['start']}) før den, der står over den."
            remedy = "Flyt den op, så teksterne står i den rækkefølge, de bliver sagt."
            yield CaptionFault(number, message, remedy)
        before, cues = max(before, start), cues + 1
    if not cues:
        message = "Der er ingen tekster med tider i filen."
        yield CaptionFault(1, message, f"Skriv en linje som {_FORM} over hver tekst.")


def _milliseconds(mark: str) -> int:
    found = _MARK.fullmatch(mark)
    assert found, mark
    hours, minutes, seconds, thousandths = (int(part or 0) for part in found.groups())
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths
