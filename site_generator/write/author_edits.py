"""WRITE: some values of an author's YAML are changed, and nothing else is, not by a byte.

    edited(text, [
        Set(("contact", "phone"), "00 00 00 01"),
        Add(("events", "babycafe", "cancelled"), {"date": "2026-12-24", "reason": "Jul"}),
        Remove(("events", "babycafe", "skip", 0)),
    ])

A path goes from the top of the file: names in mappings, numbers in lists, or the `id` of a list's
item. All paths mean the file as it is before. Values are texts, lists and mappings of texts, as
`read/source.py` reads them: quotes are put where YAML needs them, and nowhere else.

- `Set` a value, whatever stood there, or a new name in a mapping that is there (or in the file).
  Where both are mappings or lists only what differs is written.
- `Add` an item at the end of a list, or before its item `at`; the list is made if need be.
- `Remove` a name with its value, or an item, with the comment lines right above it. What has lost
  all that was in it goes too.

Afterwards the text is read back: it holds exactly what was asked for, or CannotEditError is raised
and nothing has happened.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from site_generator.write.author_nodes import CannotEditError, Path, Value, find, root_of, value_of
from site_generator.write.author_splices import Splicing
from site_generator.write.author_values import (
    Add,
    Edit,
    Remove,
    Set,
    applied,
    differences,
    gathered,
)

__all__ = ["Add", "CannotEditError", "Edit", "Path", "Remove", "Set", "Value", "edited", "value_at"]


@dataclass(frozen=True)
class _Text:
    """A text without what it begins with and how its lines end."""

    mark: str
    body: str
    line_end: str


def edited(text: str, edits: Sequence[Edit]) -> str:
    """A text with some values changed. Line ends and a byte-order mark stay as they are.

    Raises CannotEditError where a place is not there, two edits mean the same place, or the text
    is written in a way that cannot be edited without touching the rest.
    """
    if not edits:
        return text
    split = _split(text)
    root = root_of(split.body)
    before = value_of(root)
    whole = gathered(before, edits)
    small = [one for edit in whole for one in differences(before, edit)]
    made = Splicing(split.body, root).made(small)
    if value_of(root_of(made)) != applied(before, whole):
        raise CannotEditError("Filen er skrevet på en måde, som ikke kan rettes af et program.")
    return split.mark + made.replace("\n", split.line_end)


def value_at(text: str, path: Path) -> Value | None:
    """What stands at a path; None where it is not there."""
    node = find(root_of(_split(text).body), path)
    return None if node is None else value_of(node)


def _split(text: str) -> _Text:
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    body = text[len(mark) :]
    windows = body.count("\r\n")
    if windows and windows == body.count("\n") and windows == body.count("\r"):
        return _Text(mark, body.replace("\r\n", "\n"), "\r\n")
    if "\r" in body:
        raise CannotEditError("Linjerne i filen ender på forskellige måder.")
    return _Text(mark, body, "\n")
