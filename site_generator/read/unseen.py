"""READ: letters that nobody sees, and what two people's changes leave behind when they collide.

Copied from Word, Teams or a web page they make two equal words different, a link lead nowhere and
a line stand wrong. They are taken out, and told once a file with every line where they stand.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from site_generator.problems import Problem

_MAX_LINES = 8
_MAX_CONFLICTS = 100

# Never of use on a page: its stylesheet hyphenates, and a word ends with a space.
_NEVER = "\u00ad\u180e\u200b\u2060\ufeff"
# Of use in Arabic, and between the parts of an emoji.
_SELDOM = "\u061c\u200c\u200d\u200e\u200f"
_UNSEEN = re.compile(f"[{_NEVER}{_SELDOM}]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_EMOJI = re.compile("[\u2190-\u2bff\U0001f000-\U0001faff\ufe0f]")

_NAMES = {
    "\u00ad": "en blød bindestreg",
    "\u200b": "et mellemrum uden bredde",
    "\u2060": "et mellemrum uden bredde",
    "\ufeff": "et mellemrum uden bredde",
}

_OURS, _BETWEEN, _THEIRS = "<<<<<<<", "=======", ">>>>>>>"


def without_unseen(text: str, shown_as: str) -> tuple[str, list[Problem]]:
    """The text as it looks, its letters put together (å, not a and a ring), and what was hidden."""
    text = unicodedata.normalize("NFC", text)
    if not _UNSEEN.search(text):
        return text, []
    lines = text.split("\n")
    hidden: dict[str, list[tuple[int, str]]] = {}
    for index, line in enumerate(lines):
        if found := _hidden_in(line):
            lines[index] = re.sub(f"[{found}]", "", line)
            for letter in found:
                hidden.setdefault(_name(letter), []).append((index + 1, _around(line, letter)))
    return "\n".join(lines), [_told(shown_as, name, places) for name, places in hidden.items()]


def _hidden_in(line: str) -> str:
    """The letters of a line that nobody sees and nobody needs."""
    found = set(_UNSEEN.findall(line))
    if _RIGHT_TO_LEFT.search(line) or _EMOJI.search(line):
        found -= set(_SELDOM)
    return "".join(sorted(found))


def _name(letter: str) -> str:
    return _NAMES.get(letter, "et tegn, der vender teksten")


def _around(line: str, letter: str) -> str:
    """The word in which it stands, as it looks."""
    before, _, after = line.partition(letter)
    word = (before.split() or [""])[-1] if before[-1:].strip() else ""
    word += (after.split() or [""])[0] if after[:1].strip() else ""
    return _UNSEEN.sub("", word)[:40]


def _told(shown_as: str, name: str, places: Sequence[tuple[int, str]]) -> Problem:
    (line, word), *others = dict(places).items()
    again = f"Slet «{word}», og skriv det igen med tastaturet" if word else "Skriv linjen igen"
    return Problem(
        path=shown_as,
        line=line,
        message=f"Her står {name}, som ingen kan se. På siden har vi taget det ud.",
        remedy=f"{again}.{also([number for number, _ in others])}",
        level="warning",
    )


def also(lines: Sequence[int]) -> str:
    """The other lines of which the same is to be said: « Det samme gælder linje 4 og 9.»"""
    if not lines:
        return ""
    shown = [str(line) for line in lines[:_MAX_LINES]]
    more = " og flere" if len(lines) > _MAX_LINES else ""
    last = f" og {shown.pop()}" if len(shown) > 1 and not more else ""
    return f" Det samme gælder linje {', '.join(shown)}{last}{more}."


def without_conflicts(text: str, shown_as: str) -> tuple[str, list[Problem]]:
    """The first of two versions wherever git has left both, on the lines where it stood."""
    if _OURS not in text:
        return text, []
    lines = text.split("\n")
    conflicts: list[list[int]] = []
    is_open = False
    for at, line in enumerate(lines):
        if line.startswith(f"{_OURS} "):
            conflicts.append([at])
            is_open = True
        elif is_open and line == _BETWEEN:
            conflicts[-1].append(at)
        elif is_open and line.startswith(_THEIRS):
            conflicts[-1].append(at)
            is_open = False
    for marks in conflicts:
        _keep_the_first(lines, marks)
    return "\n".join(lines), [_conflict(shown_as, marks) for marks in conflicts[:_MAX_CONFLICTS]]


def _keep_the_first(lines: list[str], marks: Sequence[int]) -> None:
    lines[marks[0]] = ""
    if len(marks) > 1:
        for at in range(marks[1], marks[-1] + 1):
            lines[at] = ""


def _conflict(shown_as: str, marks: Sequence[int]) -> Problem:
    *first, last = (str(at + 1) for at in marks)
    where = f"{', '.join(first)} og {last}" if first else last
    return Problem(
        path=shown_as,
        line=marks[0] + 1,
        message=f"To har rettet det samme, og begge udgaver står her endnu ({_OURS}).",
        remedy=f"Behold den rigtige udgave, slet den anden, og slet så stregerne i linje {where}.",
    )
