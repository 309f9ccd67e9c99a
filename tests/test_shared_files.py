"""What all houses share, file by file: missing or empty it is told, never a traceback."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from building import GOLDEN, build_site, golden_project

CONTENT = GOLDEN / "content"
FILES = sorted(path.relative_to(CONTENT) for path in CONTENT.rglob("*") if path.is_file())

# A house can do without articles, and without the standard offers that it does not build on.
# Without dangers of its own a repository has those of the program.
MAY_BE_MISSING = {"articles", "dangers.yml"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = golden_project(tmp_path)
    (root / "municipalities" / "testkommune" / "flyers.yml").unlink()
    return root


def told(project: Path) -> str:
    """What a build tells, as an editor reads it."""
    problems = build_site(project, project.parent / f"{project.name}-site", "testkommune")
    return "\n".join(str(problem) for problem in problems if problem.level == "error")


@pytest.mark.parametrize("file", FILES, ids=str)
def test_a_shared_file_that_is_empty_is_told(project: Path, file: Path):
    """Of the file itself, with a remedy."""
    (project / "content" / file).write_text("", "utf-8")
    assert f"content/{file.as_posix()}:1  " in told(project)


@pytest.mark.parametrize("file", FILES, ids=str)
def test_a_shared_file_that_is_missing_is_told(project: Path, file: Path):
    """Of the file, or where it is wanted."""
    (project / "content" / file).unlink()
    assert bool(told(project)) == (file.parts[0] not in MAY_BE_MISSING)


@pytest.mark.parametrize("name", ["accessibility", "privacy", "tracks"])
def test_a_page_that_every_house_has_is_missed_by_name(project: Path, name: str):
    """The message names the file to be written, and how it begins."""
    (project / "content" / "legal" / f"{name}.md").unlink()
    assert f"content/legal/{name}.md:1  Filen mangler" in told(project)
    assert "Begynd filen med tre linjer" in told(project)


def test_the_pages_that_every_house_has_are_missed_without_their_folder(project: Path):
    """Each of them, not the first alone."""
    shutil.rmtree(project / "content" / "legal")
    assert told(project).count("Filen mangler, og uden den er der ingen side om") == 3


def test_help_lines_are_never_forgotten(project: Path):
    """A list without lines is none: the foot of every page would have no number."""
    (project / "content" / "help_lines.yml").write_text("help_lines: []\n", "utf-8")
    assert "ingen hjælpelinjer" in told(project)
