"""READ: what lies in a house's folder, and what of it nobody reads.

A folder may come from a stranger's pull request. Links that lead out of it, in a ring or to a
device are told and never followed, and nothing but regular files is opened.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath

from site_generator.problems import Problem, did_you_mean
from site_generator.read.author_files import leads_out, link_leads_out
from site_generator.records.other_kinds import save_as
from site_generator.schema.values import parse_slug

FOLDERS = ("pages", "media")
MEDIA_TYPES = (
    *(".jpg", ".jpeg", ".png", ".webp", ".svg"),
    *(".mp3", ".m4a", ".ogg", ".mp4", ".pdf", ".vtt"),
)
MAX_MEDIA_BYTES = 100 * 1024 * 1024
_DEEPEST = 8

_ITSELF = "Læg selve filen i mappen i stedet."


def media_files(folder: Path) -> Iterator[str]:
    """Files below media/ by their path in the house's folder. Links are not followed."""
    for name, entry in _in_media(folder):
        if entry.is_file(follow_symlinks=False):
            yield name


def folder_problems(folder: Path, shown_as: str, files: Collection[str]) -> Iterator[Problem]:
    """Names that no one reads, and files that lead out of the folder."""
    try:
        parse_slug(folder.name)
    except Exception:
        message = "Mappens navn kan ikke bruges i en adresse."
        remedy = "Brug små bogstaver a-z, tal og bindestreg."
        yield Problem(path=shown_as, line=1, message=message, remedy=remedy)
    for entry in sorted(map(Path, _listed(folder))):
        if entry.name.startswith("."):
            continue
        if leads_out(entry):
            yield link_leads_out(f"{shown_as}/{entry.name}")
            continue
        if entry.name in files or (entry.name in FOLDERS and entry.is_dir()):
            continue
        message = f"«{entry.name}» bliver ikke læst."
        remedy = did_you_mean(entry.name, [*files, *FOLDERS])
        yield Problem(path=f"{shown_as}/{entry.name}", line=1, message=message, remedy=remedy)
    yield from _media_problems(folder, shown_as)


def _media_problems(folder: Path, shown_as: str) -> Iterator[Problem]:
    for name, entry in _in_media(folder):
        fault = _fault(name, entry)
        if fault:
            message, remedy = fault
            yield Problem(path=f"{shown_as}/{name}", line=1, message=message, remedy=remedy)


def _fault(name: str, entry: os.DirEntry[str]) -> tuple[str, str] | None:
    if entry.is_symlink():
        return "En genvej kommer ikke med på siden.", _ITSELF
    if entry.is_dir(follow_symlinks=False):
        if name.count("/") < _DEEPEST:
            return None
        return "Så langt inde bliver ingen filer læst.", "Læg filerne direkte i mappen media."
    if not entry.is_file(follow_symlinks=False):
        return "Det er ikke en almindelig fil.", "Slet den."
    kind = PurePosixPath(name).suffix.lower()
    if kind not in MEDIA_TYPES:
        remedy = save_as(kind, MEDIA_TYPES) or f"Brug en af disse: {', '.join(MEDIA_TYPES)}."
        return "Filer af den slags kan ikke vises.", remedy
    return _fault_of_file(entry)


def _fault_of_file(entry: os.DirEntry[str]) -> tuple[str, str] | None:
    try:
        if entry.stat(follow_symlinks=False).st_size > MAX_MEDIA_BYTES:
            return "Filen er over 100 MB.", "Gør den mindre."
    except FileNotFoundError:
        return None  # gone since the folder was read
    if not os.access(entry.path, os.R_OK):
        return "Filen kan ikke åbnes.", "Se efter, om du har lov til at læse den."
    return None


def _in_media(folder: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Every entry below media/, as deep as files are looked for, in order."""
    waiting = [] if (folder / "media").is_symlink() else ["media"]
    found = []
    while waiting:
        above = waiting.pop()
        for entry in _entries(folder / above):
            name = f"{above}/{entry.name}"
            found.append((name, entry))
            if entry.is_dir(follow_symlinks=False) and name.count("/") < _DEEPEST:
                waiting.append(name)
    yield from sorted(found, key=lambda one: one[0])


def _listed(folder: Path) -> list[str]:
    return [entry.path for entry in _entries(folder)]


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    """What stands in a folder; nothing where it cannot be read."""
    try:
        with os.scandir(folder) as found:
            return list(found)
    except OSError:
        return []
