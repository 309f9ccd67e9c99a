"""WRITE: an author's file is changed in one step, and only where it was asked to be.

    change_author_file(folder / "site.yml", [Set(("contact", "phone"), "00 00 00 01")])

What can be asked for is described in `author_edits.py`.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from site_generator.write.author_edits import CannotEditError, Edit, edited


def author_text(file: Path) -> str:
    """The text of a file to the letter, with its line ends; empty where there is no file.

    Raises CannotEditError where it is no UTF-8, or too large to be an author's (1 MB).
    """
    try:
        data = file.read_bytes()
    except FileNotFoundError:
        return ""
    if len(data) > 1024 * 1024:
        raise CannotEditError(f"{file.name} er over 1 MB.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise CannotEditError(f"{file.name} er ikke gemt som UTF-8.") from None


def change_author_file(file: Path, edits: Sequence[Edit]) -> bool:
    """Change some values of a file; whether that changed anything. Raises CannotEditError, OSError,
    and then nothing has happened."""
    before = author_text(file)
    after = edited(before, edits)
    if after != before:
        put_author_file(file, after.encode("utf-8"))
    return after != before


def put_author_file(file: Path, data: bytes) -> None:
    """A file whole, old or new, at every moment. Its permissions stay as they were."""
    aside = file.with_name(f".{file.name}.new")
    try:
        aside.write_bytes(data)
        if file.exists():
            shutil.copymode(file, aside)
        aside.replace(file)
    finally:
        aside.unlink(missing_ok=True)
