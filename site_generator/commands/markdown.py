"""Markdown for a pull request, in which nothing that a stranger wrote can do anything.

Anybody can open a pull request. Every sign that could mean something is made to mean nothing, and
nobody is called by name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from site_generator.problems import Problem, closing_line

_LONGEST = 400
_MOST = 100
# ASCII signs that mean something in Markdown, HTML or GitHub's own spelling (#12, @name, $x$).
_SIGNS = re.compile(r"([\\`*_{}\[\]()<>#+!|~&:@$^=\"'/-])")
# Letters that nobody sees, and those that turn the order of what follows.
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f]+"
)
# After these GitHub looks for names, numbers, addresses and pictures in what has been rendered.
_CALLS = re.compile(
    r"(@|#|(?<=\w)/(?=\w)|:(?=[\w/])|\b(?:www|GH)(?=[.-])|\b[0-9a-f]{6}(?=[0-9a-f]))",
    re.IGNORECASE,
)
# Joins words, and is not seen: what it stands in is no name and no address any more.
_BREAK = "\u2060"


def escaped(text: str) -> str:
    """A text of a stranger's as it can stand in Markdown on GitHub: it shows, and does nothing."""
    parts = _CALLS.split(on_a_line(text))
    broken = "".join(f"{part}{_BREAK}" if at % 2 else part for at, part in enumerate(parts))
    # A number at the beginning of a line would make a list of it.
    return re.sub(r"^(\d+)([.])", r"\1\\\2", _SIGNS.sub(r"\\\1", broken))


def on_a_line(text: str) -> str:
    """One line of letters that can be seen, not too long."""
    seen = " ".join(_UNSEEN.sub(" ", str(text)).split())
    return seen if len(seen) <= _LONGEST else f"{seen[:_LONGEST]}…"


def problems_in_markdown(problems: Sequence[Problem]) -> str:
    """Every fault in words, file by file: GitHub shows only ten of a kind beside the lines."""
    lines = [closing_line(problems), ""]
    for path, found in groupby(problems[:_MOST], key=lambda problem: problem.path):
        lines += [f"**{escaped(path)}**", "", *map(_fault, found), ""]
    if len(problems) > _MOST:
        lines += [f"… og {len(problems) - _MOST} til. Ret disse først.", ""]
    return "\n".join(lines)


def _fault(problem: Problem) -> str:
    kind = "Advarsel: " if problem.level == "warning" else ""
    said = f"{problem.message} {problem.remedy}".rstrip()
    return f"- Linje {problem.line}: {kind}{escaped(said)}"


def bullets(sentences: Sequence[str]) -> Iterator[str]:
    return (f"- {escaped(sentence)}" for sentence in sentences)
