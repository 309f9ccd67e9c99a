"""What files of a house would mean, before they are written: the house is checked and compared in
a copy, and the one that stands is not touched."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from site_generator.making.changes import Side, compared
from site_generator.making.checked_house import check_house
from site_generator.making.houses import Workshop
from site_generator.problems import Problem
from site_generator.project import Order, Project
from site_generator.read.history import read_history
from site_generator.told.changes.account import Account


@dataclass(frozen=True)
class Candidate:
    """All that `check` would say of a house with its new files, and what changes for families."""

    problems: tuple[Problem, ...]
    account: Account


def candidate(project: Project, slug: str, today: date, files: Mapping[str, bytes]) -> Candidate:
    """A house with some of its files new, by their names in its folder."""
    with TemporaryDirectory() as folder:
        beside = _copied(project, slug, Path(folder))
        for name, data in files.items():
            target = beside.municipalities / slug / name
            target.unlink(missing_ok=True)  # it may be a link to somewhere else
            target.write_bytes(data)
        shop = Workshop(Order(beside, Path(folder) / "site", (slug,), today))
        history = read_history(project.root, project.root / ".cache" / "history").of(slug)
        told = check_house(shop, slug, history)
        was, now = (Side(one.municipalities, shop.shared, (), one) for one in (project, beside))
        return Candidate(told.problems, compared(slug, was, now, today))


def _copied(project: Project, slug: str, folder: Path) -> Project:
    """The project with one house of its own; what is shared is the same."""
    beside = Project(folder, project.shipped)
    for name in ("content", "themes"):
        own = project.root / name
        if own.is_dir():
            (folder / name).symlink_to(own.resolve(), target_is_directory=True)
    shutil.copytree(
        project.municipalities / slug,
        beside.municipalities / slug,
        symlinks=True,
        copy_function=_linked,
    )
    return beside


def _linked(source: str, target: str) -> None:
    """A large recording is not copied where one name more for it will do."""
    if source.endswith((".yml", ".json", ".md")):
        shutil.copy2(source, target)
        return
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
