"""READ: the points of a list in an old version of an author's file, without understanding it.

There may be thousands of old versions, so they are not parsed: lines and their indentation say
enough, and a point that is as it was in the version before is not read again. A version that no
program could read was never published, and may be misread here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

_VALUE = re.compile(r"\s*[\"']?([a-z_]+)[\"']?\s*:(?:\s+|$)(.*)$")
_BARE = re.compile(r"[\"']?(.*?)[\"']?\s*(?:(?<=\s)#.*)?")
_FIRST_DASH = re.compile(r"^([ \t]*)-(?=\s)", re.MULTILINE)
_COMMENT = re.compile(r"^\s*#.*\n?", re.MULTILINE)
_INNER = re.compile(r"\{[^{}]*\}|\[[^\[\]]*\]")
_MANY = 1 << 16


@dataclass(frozen=True, eq=False)
class Entry:
    """One point of a list: its own names with the text after each, and all that stands in it."""

    values: Mapping[str, str]
    text: str


def entries(text: str, section: str) -> Iterator[Entry]:
    """The points of the list `section:` at the top of a file."""
    found = _body(section).search(text)
    if found is None:
        return
    if "[" in found[1]:
        yield from _in_braces(found[1])
        return
    body = _COMMENT.sub("", found[2])
    dash = _FIRST_DASH.search(body)
    if dash:
        for point in _dashes(dash[1]).split(body)[1:]:
            yield _entry(point)


@cache
def _body(section: str) -> re.Pattern[str]:
    """The name of a list, what follows it, and every line until the next name."""
    name = rf"^[\"']?{section}[\"']?[ \t]*:(.*)\n?"
    return re.compile(rf"{name}((?:[ \t#-].*(?:\n|$)|\r?\n)*)", re.MULTILINE)


@cache
def _dashes(indentation: str) -> re.Pattern[str]:
    return re.compile(rf"^{indentation}-(?=\s)", re.MULTILINE)


@lru_cache(_MANY)
def _entry(point: str) -> Entry:
    """A point from what follows its dash: names in a column, or in braces."""
    if point.lstrip().startswith("{"):
        return next(_in_braces(" ".join(point.split("\n"))), Entry({}, point))
    lines = [line for line in point.splitlines() if line.strip()]
    below = [len(line) - len(line.lstrip()) for line in lines[1:]]
    # The names stand below the first one, in the column that is furthest out.
    column = min(below, default=0)
    values = _value(lines[0]) if lines else {}
    for line, indented in zip(lines[1:], below, strict=True):
        if indented == column:
            values = _value(line) | values
    return Entry(values, point)


def _in_braces(text: str) -> Iterator[Entry]:
    """`[{id: a, …}, {id: b, …}]`, or one of them by itself."""
    depth = 0
    start = 0
    for place, letter in enumerate(text):
        if letter == "{":
            depth += 1
            start = place if depth == 1 else start
        elif letter == "}":
            depth -= 1
            if depth == 0:
                yield _braced(text[start + 1 : place])


def _braced(text: str) -> Entry:
    bare = text
    while _INNER.search(bare):
        bare = _INNER.sub("…", bare)
    values: dict[str, str] = {}
    for pair in bare.split(","):
        values |= _value(pair)
    return Entry(values, text)


def _value(text: str) -> dict[str, str]:
    """What stands before and after the colon, without quotes and comment."""
    found = _VALUE.match(text)
    bare = _BARE.fullmatch(found[2].strip()) if found else None
    return {found[1]: bare[1]} if found and bare else {}
