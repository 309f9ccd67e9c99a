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
_NEXT_NAME = re.compile(r"\n(?![ \t#\n-]|\r\n|\Z)")
_COMMENT = re.compile(r"^[ \t]*#.*\n?", re.MULTILINE)
_REMARK = re.compile(r"(?<!\S)#.*")
_WORD = re.compile(r"[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?")
_INNER = re.compile(r"\{[^{}]*\}|\[[^\[\]]*\]")
_MANY = 1 << 16
_DEEPEST = 12


@dataclass(frozen=True, eq=False)
class Entry:
    """One point of a list: its own names with the text after each, and all that stands in it."""

    values: Mapping[str, str]
    text: str

    def listed(self, name: str) -> tuple[str, ...]:
        """The words of a list, or of a single value, in whichever way it is written."""
        found = _listed(name).search(_REMARK.sub("", self.text))
        return tuple(_WORD.findall(found[1].lower())) if found else ()


def entries(text: str, section: str) -> Iterator[Entry]:
    """The points of the list `section:` at the top of a file."""
    found = _named(text, section)
    if found is None:
        return
    if "[" in found[1]:
        yield from _in_braces(found[1])
        return
    dash = _FIRST_DASH.search(text, found.end())
    if dash and not _NEXT_NAME.search(text, found.end(), dash.start()):
        for point in _points(text[dash.start() :], f"\n{dash[1]}-"):
            entry, is_last = _entry(point)
            yield entry
            if is_last:
                return


def _named(text: str, section: str) -> re.Match[str] | None:
    """The line that names a list. Its word is looked for first: a pattern would try every letter,
    and most of the lists that are asked for stand at the end of a file, or not in it."""
    place = text.find(section)
    while place >= 0:
        found = _name(section).match(text, text.rfind("\n", 0, place) + 1)
        if found:
            return found
        end = text.find("\n", place)
        place = text.find(section, end) if end >= 0 else -1
    return None


@cache
def _name(section: str) -> re.Pattern[str]:
    return re.compile(rf"[\"']?{section}[\"']?[ \t]*:(.*)")


@cache
def _listed(name: str) -> re.Pattern[str]:
    """`name: [a, b]`, `name: a`, or a point for each in lines of their own."""
    below = r"(?:[ \t]*\n[ \t]*-[ \t]+[^\n]*)+"
    return re.compile(rf"(?<![\w-])[\"']?{name}[\"']?[ \t]*:({below}|\s*\[[^\]]*\]|[^\n,}}]*)")


def _points(text: str, dash: str) -> Iterator[str]:
    """What follows each dash of a list, to the next one; where no blank follows it is no dash."""
    parts = f"\n{text}".split(dash)[1:]
    point = parts[0]
    for part in parts[1:]:
        # Nothing stands between this dash and the next one but the line break of that.
        if part[:1].isspace() or not part:
            yield point
            point = part
        else:
            point += dash + part
    yield point


@lru_cache(_MANY)
def _entry(point: str) -> tuple[Entry, bool]:
    """A point from what follows its dash, and whether another name ends the list after it."""
    end = _NEXT_NAME.search(point)
    own = point[: end.start() + 1] if end else point
    return _values(_COMMENT.sub("", own)), end is not None


def _values(point: str) -> Entry:
    """Names in a column, or in braces."""
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
    for _ in range(_DEEPEST):  # what stands deeper was never published (source.py, MAX_DEPTH)
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
