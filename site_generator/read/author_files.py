"""READ: one file that an author wrote: a plain file of a sensible size, in its own folder."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from site_generator.problems import Problem
from site_generator.read.decoding import decode

MAX_BYTES = 1024 * 1024


def read_text(file: Path, shown_as: str) -> tuple[str | None, list[Problem]]:
    """The text of an author file, readable as far as can be, and what was wrong with its bytes.

    None where there is no file of a sensible size to read.
    """
    try:
        if file.is_symlink() and not file.exists():
            raise OSError(f"leads nowhere, or to itself: {file}")
        if leads_out(file):
            return None, [link_leads_out(shown_as)]
        data = _beginning(file)
    except FileNotFoundError:
        remedy = "Lav den, fx ved at kopiere den fra et hus, som «familiehus new» har lavet."
        return None, [_problem(shown_as, "Filen mangler.", remedy)]
    except OSError:
        remedy = "Se efter, om det er en almindelig fil, som du har lov til at læse."
        return None, [_problem(shown_as, "Filen kan ikke åbnes.", remedy)]
    if len(data) > MAX_BYTES:
        message = "Filen er over 1 MB, og så stor er ingen af filerne."
        remedy = "Se efter, om der er kommet noget forkert med ind."
        return None, [_problem(shown_as, message, remedy)]
    return decode(data, shown_as)


def leads_out(entry: Path) -> bool:
    """Whether a file or a folder is a link to somewhere else than its own folder, or to itself."""
    if not entry.is_symlink():
        return False
    try:
        return not entry.resolve().is_relative_to(entry.parent.resolve())
    except (OSError, RuntimeError):
        return True  # a ring


def link_leads_out(shown_as: str) -> Problem:
    return _problem(shown_as, "Genvejen fører ud af mappen.", "Læg selve filen i mappen i stedet.")


def _beginning(file: Path) -> bytes:
    """A regular file as far as one may be long. A device has no end, and a pipe lets one wait."""
    with os.fdopen(os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)), "rb") as source:
        if not stat.S_ISREG(os.fstat(source.fileno()).st_mode):
            raise OSError(errno.EINVAL, "no regular file")
        return source.read(MAX_BYTES + 1)


def _problem(shown_as: str, message: str, remedy: str) -> Problem:
    return Problem(path=shown_as, line=1, message=message, remedy=remedy)
