"""READ: the bytes of an author's file become text, whatever program saved it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from site_generator.problems import Problem
from site_generator.read.unseen import without_conflicts, without_unseen

_MAX_FAULTS = 100

# Control characters break XML and calendars; the direction overrides (U+202A-E, U+2066-9) let a
# text show something else than it says; U+0085, U+2028 and U+2029 are line breaks to YAML only.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x85\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff\ue0ff]"
)


def decode(data: bytes, shown_as: str) -> tuple[str, list[Problem]]:
    """Bytes to text. A wrong encoding is a problem, but the rest of the file is still checked."""
    wide = _wide_encoding(data)
    if wide:
        text, problems = data.decode(wide, "replace").lstrip("\ufeff"), [_not_utf8(shown_as, 1)]
    else:
        text, problems = _decode_lines(data.removeprefix(b"\xef\xbb\xbf"), shown_as)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    problems += _hidden_characters(text, shown_as)
    text, unseen = without_unseen(FORBIDDEN.sub(" ", text), shown_as)
    text, conflicts = without_conflicts(text, shown_as)
    return text, [*problems, *unseen, *conflicts]


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16, told from its mark or from a zero in most pairs of bytes."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if data.count(0) <= len(data) // 4:
        return None
    return "utf-16-be" if data[:1] == b"\0" else "utf-16-le"


def _decode_lines(data: bytes, shown_as: str) -> tuple[str, list[Problem]]:
    """Each line as UTF-8, or else as Windows writes it: one wrong letter spoils one line."""
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        first_wrong = data.count(b"\n", 0, error.start) + 1
    lines = []
    for line in data.split(b"\n"):
        try:
            lines.append(line.decode("utf-8"))
        except UnicodeDecodeError:
            lines.append(line.decode("cp1252", "replace"))
    return "\n".join(lines), [_not_utf8(shown_as, first_wrong)]


def _hidden_characters(text: str, shown_as: str) -> Iterator[Problem]:
    lines = {
        text.count("\n", 0, found.start()) + 1
        for found in islice(FORBIDDEN.finditer(text), _MAX_FAULTS)
    }
    for line in sorted(lines):
        yield _problem(
            shown_as,
            line,
            "Linjen har et skjult tegn, som ikke kan vises.",
            "Slet linjen, og skriv den igen med tastaturet.",
        )


def _not_utf8(shown_as: str, line: int) -> Problem:
    return _problem(
        shown_as,
        line,
        "Filen er ikke gemt som UTF-8, så æ, ø og å bliver forkerte.",
        "Gem den igen, og vælg UTF-8 under «Kodning».",
    )


def _problem(path: str, line: int, message: str, remedy: str) -> Problem:
    return Problem(path=path, line=line, message=message, remedy=remedy)
