"""READ and VALIDATE: the folders of a project, and all municipalities in them, checked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from site_generator.problems import Problem, did_you_mean
from site_generator.read.history import read_history
from site_generator.read.remembered import History
from site_generator.records.municipality import (
    Municipality,
    municipality_folders,
    read_municipality,
)
from site_generator.records.shared_content import SharedContent, read_shared_content
from site_generator.rules import Circumstances, check
from site_generator.rules.published import history_is_whole, houses_are_kept
from site_generator.rules.reading_ease import shared_texts_are_easy


@dataclass(frozen=True)
class Project:
    """Where the authors' files are. `root` is the checkout."""

    root: Path

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def municipalities(self) -> Path:
        return self.root / "municipalities"

    @property
    def themes(self) -> Path:
        return self.root / "themes"


@dataclass(frozen=True)
class Contents:
    """What was read: as much as could be used, and every problem."""

    shared: SharedContent
    municipalities: tuple[Municipality, ...]
    problems: tuple[Problem, ...]
    history: History = field(default_factory=History)


def read_project(
    project: Project,
    slugs: Sequence[str],
    today: date,
    advance: Callable[[], None] = lambda: None,
) -> Contents:
    """Read and check the municipalities named by `slugs`, or all where none is named."""
    shared, problems = read_shared_content(project.content)
    folders, unknown = _folders(project, slugs)
    problems += shared_texts_are_easy(shared)
    history = read_history(project.root, project.root / ".cache" / "history")
    problems += history_is_whole(history)
    everyone = [folder.name for folder in municipality_folders(project.municipalities)]
    problems += houses_are_kept(history, everyone, shared)
    problems += unknown
    found = []
    for folder in folders:
        municipality, faults = read_municipality(folder, shared)
        problems += faults
        if municipality:
            found.append(municipality)
            known = history.of(municipality.slug)
            problems += check(municipality, Circumstances(shared, today, known))
            problems += _theme_problems(project, municipality)
        advance()
    return Contents(shared, tuple(found), tuple(problems), history)


def _folders(project: Project, slugs: Sequence[str]) -> tuple[list[Path], list[Problem]]:
    everyone = {folder.name: folder for folder in municipality_folders(project.municipalities)}
    problems = [
        Problem(
            path=f"municipalities/{slug}",
            line=1,
            message=f"Der er ingen kommune, der hedder «{slug}».",
            remedy=did_you_mean(slug, everyone),
        )
        for slug in slugs
        if slug not in everyone
    ]
    return [everyone[slug] for slug in slugs or everyone if slug in everyone], problems


def _theme_problems(project: Project, municipality: Municipality) -> list[Problem]:
    name = municipality.site.theme
    if (project.themes / name).is_dir():
        return []
    themes = [folder.name for folder in project.themes.iterdir() if folder.is_dir()]
    site = municipality.site
    message = f"Temaet «{name}» findes ikke."
    line = site.line_of("theme")
    remedy = did_you_mean(name, sorted(themes))
    return [Problem(path=site.path_of("theme"), line=line, message=message, remedy=remedy)]
