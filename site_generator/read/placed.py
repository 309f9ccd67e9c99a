"""READ: what an author wrote, and where: texts, mappings and lists that know their lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


class PlacedText(str):
    """A scalar as text, which knows where it stands: from line `line` (from 1) of its file."""

    __slots__ = ("as_written", "line")

    line: int
    as_written: Sequence[str]  # the lines of the file, where there are several

    @classmethod
    def at(cls, line: int, text: str, as_written: Sequence[str]) -> PlacedText:
        placed = cls(text)
        placed.line = line
        placed.as_written = as_written
        return placed

    def line_at(self, position: int) -> int:
        """The line of the file on which the word at a character of the text stands."""
        word = next(iter(self[position:].split(maxsplit=1)), "")
        earlier = self.count(word, 0, position) if word else 0
        for number, line in enumerate(self.as_written, self.line):
            earlier -= line.count(word)
            if earlier < 0:
                return number
        return self.line


class Block(dict[str, Any]):
    """A YAML mapping: its values by key, and the lines (from 1) where they stand."""

    def __init__(self, path: str, line: int) -> None:
        super().__init__()
        self.path = path
        self.line = line
        self.lines: dict[str, int] = {}
        self.origins: dict[str, str] = {}
        self.set_aside: set[str] = set()
        self.without_dash = False  # the next point of the list has run into this one
        self.unreadable = False  # the file as a whole could not be read, which has been told

    def line_of(self, key: str) -> int:
        return self.lines.get(key, self.line)

    def path_of(self, key: str) -> str:
        """The file that a value came from: another one where a record builds on the catalogue."""
        return self.origins.get(key, self.path)

    def wrote(self, key: str) -> bool:
        """True also where the author wrote a value that could not be used."""
        return self.unreadable or key in self or key in self.set_aside


class Items(list[Any]):
    """A YAML list, and the line (from 1) of each item."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: list[int] = []
