"""Problem: what is wrong in an author's file, where it stands and how to mend it.

Every stage reports problems of this one kind. They are collected, sorted and shown together,
so that an editor can mend everything in one go.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from difflib import get_close_matches
from typing import Literal

Level = Literal["error", "warning"]

_SHORT_LIST = 25
# The name of a file may have line breaks and codes for the terminal in it. A log that reads
# commands at the beginning of a line would obey them.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")

# What a terminal acts on instead of showing it: control characters, other line breaks, what turns
# the direction of the text, and bytes of a file name that are no letter (read as surrogates).
_ACTS = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_BREAKS = re.compile("[\\r\\n\\t]+")
# What the logs of GitHub and Azure take for a command: one anywhere in a line, one at its start.
_COMMAND_ANYWHERE = re.compile(r"##(?=[\w.-]*\[)")
_COMMAND_AT_START = re.compile(r"^(?=\s*::)")


@dataclass(frozen=True, order=True, kw_only=True)
class Problem:
    """One fault in one author file, in Danish.

    `line` counts from 1; `message` says what is wrong, `remedy` what to do, both as whole
    sentences. A warning is printed but stops nothing.
    """

    path: str
    line: int
    message: str
    remedy: str
    field: str = ""
    level: Level = "error"

    def __str__(self) -> str:
        kind = "Advarsel: " if self.level == "warning" else ""
        told = f"{self.path}:{self.line}  {kind}{self.message} {self.remedy}".rstrip()
        return _CONTROL.sub(lambda found: f"\\x{ord(found[0]):02x}", told)


def in_reading_order(problems: Iterable[Problem]) -> list[Problem]:
    """Without doubles, file by file, from the top of each file downwards."""
    return sorted(set(problems), key=lambda p: (p.path, p.line, p.level, p.message, p.remedy))


def has_errors(problems: Iterable[Problem]) -> bool:
    return any(problem.level == "error" for problem in problems)


def did_you_mean(written: str, valid: Iterable[str]) -> str:
    """A remedy for a wrong word: the nearest right one, and the list of all where it is short.

    Empty where there is nothing to choose from.
    """
    choices = list(dict.fromkeys(valid))
    near = nearest(written, choices)
    hint = f"Mente du «{near}»? " if near else ""
    if not choices or (near and len(choices) > _SHORT_LIST // 2):
        return hint.rstrip()
    more = " og flere" if len(choices) > _SHORT_LIST else ""
    return f"{hint}Du kan skrive: {', '.join(choices[:_SHORT_LIST])}{more}."


def nearest(written: str, choices: Iterable[str], alike: float = 0.6) -> str | None:
    """The choice that was probably meant, if one is as much alike (0 to 1)."""
    by_folded = {choice.casefold(): choice for choice in choices}
    folded = written.casefold()[:100]
    swapped = [choice for choice in by_folded if sorted(choice) == sorted(folded)]
    near = swapped or get_close_matches(folded, by_folded, n=1, cutoff=alike)
    return by_folded[near[0]] if near else None


def in_one_line(text: str) -> str:
    """A text as a terminal or a log may show it, whatever a file's name or an author put in it.

    It stays on its line, nothing acts on it, and what would have acted is written as `\\x1b`.
    """
    text = _COMMAND_ANYWHERE.sub("#\\\\#", _ACTS.sub(_escaped, text))
    return _COMMAND_AT_START.sub("./", text)


def _escaped(found: re.Match[str]) -> str:
    number = ord(found[0])
    if 0xDC80 <= number <= 0xDCFF:  # a byte of a name that is no letter, as Python reads it
        number -= 0xDC00
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}"


def as_text(problems: Sequence[Problem]) -> str:
    return "".join(f"{_as_line(problem)}\n" for problem in problems)


def _as_line(problem: Problem) -> str:
    """The file's name to the letter; in a sentence that cites several lines they follow on."""
    path = in_one_line(problem.path)
    told = _BREAKS.sub(" ", str(replace(problem, path=path)))
    return in_one_line(told)


def as_json(problems: Sequence[Problem]) -> str:
    """Exactly what stands in the problems; what would act on a log stands as JSON escapes it."""
    text = json.dumps([asdict(problem) for problem in problems], ensure_ascii=False, indent=2)
    # Line breaks in it are JSON's own: those of texts are escaped already.
    text = "\n".join(_ACTS.sub(_escaped_for_json, line) for line in text.split("\n"))
    return _COMMAND_ANYWHERE.sub(r"#\\u0023", text) + "\n"


def _escaped_for_json(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def as_github(problems: Sequence[Problem]) -> str:
    """Workflow commands that GitHub shows beside the lines of a pull request.

    Source: docs.github.com, "Workflow commands for GitHub Actions"; percent and line breaks are
    escaped everywhere, commas and colons also in properties.
    """
    return "".join(
        f"::{p.level} file={_property(p.path)},line={p.line}::{_data(f'{p.message} {p.remedy}')}\n"
        for p in problems
    )


def _data(text: str) -> str:
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return _ACTS.sub(_escaped, text)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMATS = {"text": as_text, "github": as_github, "json": as_json}


def closing_line(problems: Sequence[Problem]) -> str:
    """The last line of a check, for example «2 fejl og 1 advarsel.»"""
    errors = sum(p.level == "error" for p in problems)
    warnings = len(problems) - errors
    if not problems:
        return "Alt er i orden."
    noun = "advarsel" if warnings == 1 else "advarsler"
    return f"{errors} fejl og {warnings} {noun}."
