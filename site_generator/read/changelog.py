"""READ: what a version of the program brought for those who write, from CHANGELOG.md.

A version has a heading of level 2, `## [0.2.0]`, and a part of level 3, `### Til redaktører`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from site_generator.project import SHIPPED
from site_generator.read.remembered import PIN

CHANGELOG = SHIPPED / "CHANGELOG.md"
_VERSION = re.compile(r"^## \[(?P<name>[^\]]+)\].*$", re.MULTILINE)
_PART = re.compile(r"^### Til redaktører\n+(?P<text>.*?)(?=^##|\Z)", re.MULTILINE | re.DOTALL)
_NUMBER = re.compile(r"\d+(?:\.\d+)*")
# «familiehus==0.2.0», or the tag of a repository: «familiehus @ git+https://…@v0.2.0».
_PINNED = re.compile(r"^familiehus\b[^#\n]*?(?:==\s*|@v?)(\d+(?:\.\d+)*)\s*(?:#.*)?$", re.MULTILINE)

Number = tuple[int, ...]


def changelog() -> str:
    """That which came with the program."""
    return CHANGELOG.read_text("utf-8")


def number(version: str) -> Number | None:
    """`0.2.0` as numbers to compare; None where it is no version."""
    return tuple(map(int, version.split("."))) if _NUMBER.fullmatch(version) else None


def pinned(requirements: str) -> str:
    """The version that a `requirements.txt` asks for; empty where it pins none."""
    found = _PINNED.search(requirements)
    return found[1] if found else ""


def pin_in(root: Path) -> str:
    """The version that the repository in a folder asks for; empty where it pins none."""
    try:
        return pinned((root / PIN).read_text("utf-8", "replace"))
    except OSError:
        return ""


def for_editors(text: str, after: Number, upto: Number) -> Iterator[tuple[str, str]]:
    """Each version after one and up to another, newest first, with its part for editors.

    A version that has no such part, and what is not released, are left out.
    """
    headings = list(_VERSION.finditer(text))
    ends = [heading.start() for heading in headings[1:]] + [len(text)]
    for heading, end in zip(headings, ends, strict=True):
        known = number(heading["name"])
        part = _PART.search(text, heading.end(), end)
        if known and part and after < known <= upto:
            yield heading["name"], part["text"].strip()
