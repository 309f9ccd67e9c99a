"""What the ticks in an issue come to: the files of one house with new dates, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from pathlib import Path

from site_generator.making.freshness.boxes import house_in, ticked_in
from site_generator.project import Project
from site_generator.records.municipality import Municipality, read_municipality
from site_generator.records.shared_content import read_shared_content
from site_generator.rules.reviewed_things import Thing, is_stale, things_of
from site_generator.write.author_edits import CannotEditError, Set, edited
from site_generator.write.author_files import author_text
from site_generator.write.author_pages import edited_page


@dataclass(frozen=True)
class Confirmed:
    """`files` of the house `slug`, by their names in its folder, are new: they say that `things`
    (their titles) were looked at today. `unknown` keys name nothing in the house; `faults` says
    why a file could not be changed. `slug` is empty where the issue is about no house."""

    slug: str = ""
    files: Mapping[str, bytes] = field(default_factory=dict)
    things: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()


def confirmed(project: Project, body: str, today: date) -> Confirmed:
    """Read the ticks of an issue. Writes nothing."""
    slug = house_in(body)
    house = house_named(project, slug)
    if house is None:
        return Confirmed()
    ticked = ticked_in(body)
    things = {thing.key: thing for thing in things_of(house)}
    # What has been looked at since the issue was written needs no new date.
    wanted = [
        thing for key, thing in things.items() if key in ticked and is_stale(thing, house, today)
    ]
    files, faults = _files(project.municipalities / slug, wanted, today)
    return Confirmed(
        slug=slug,
        files=files,
        things=tuple(thing.title for thing in wanted if thing.file in files),
        unknown=tuple(sorted(ticked - things.keys())),
        faults=tuple(faults),
    )


def house_named(project: Project, slug: str) -> Municipality | None:
    """The house in a folder of that very name, as far as it can be read."""
    folder = project.municipalities / slug
    if not slug or folder.is_symlink() or not folder.is_dir():
        return None
    shared, _ = read_shared_content(*project.content)
    house, _ = read_municipality(folder, shared)
    return house


def _files(folder: Path, things: list[Thing], today: date) -> tuple[dict[str, bytes], list[str]]:
    made: dict[str, bytes] = {}
    faults: list[str] = []
    for name, some in groupby(sorted(things, key=_file_of), key=_file_of):
        edits = [Set(thing.path, str(today)) for thing in some]
        try:
            made[name] = _with_dates(folder / name, edits).encode("utf-8")
        except CannotEditError as why:
            faults.append(f"{name} kan ikke rettes af et program. {why}")
    return made, faults


def _file_of(thing: Thing) -> str:
    return thing.file


def _with_dates(file: Path, edits: list[Set]) -> str:
    if file.is_symlink():
        raise CannotEditError("Den er en genvej.")
    change = edited_page if file.suffix == ".md" else edited
    return change(author_text(file), edits)
