"""READ: shared files that lie in layers: a project's own, and below them those of the program.

A file goes before its namesakes further down. An article and its translations (`vold.md`,
`vold.en.md`) are one thing: an own article is never shown beside a translation of another.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


def file_of(layers: Sequence[Path], name: str) -> Path:
    """The uppermost file of a name; where there is none, where it would stand."""
    named = [layer / name for layer in layers]
    return next((file for file in named if file.exists() or file.is_symlink()), named[0])


def files_of(layers: Sequence[Path], folder: str, pattern: str) -> list[Path]:
    """The files of a folder in all layers, by their names, each thing from one layer only."""
    found: list[Path] = []
    taken: set[str] = set()
    for layer in layers:
        here = list((layer / folder).glob(pattern))
        found += [file for file in here if _thing(file) not in taken]
        taken |= {_thing(file) for file in here}
    return sorted(found, key=lambda file: file.name)


def _thing(file: Path) -> str:
    return file.name.partition(".")[0]
