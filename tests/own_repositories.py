"""Fixtures with a repository of its own, made once by the installed program."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from installed import PROGRAM, Installed, made_wheel, unpacked
from past import Past


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_wheel(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="session")
def program(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    return unpacked(wheel, tmp_path_factory.mktemp("unpacked"))


@pytest.fixture(scope="session")
def fresh(program: Installed, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with one house, made by the installed program in an empty folder."""
    folder = tmp_path_factory.mktemp("fresh")
    arguments = ("new", "vejle", "--repository", "own", "--program", PROGRAM)
    program.run(*arguments, folder=folder)
    Past(folder / "own").commit(date(2026, 10, 1))
    return folder / "own"


@pytest.fixture
def own(fresh: Path, tmp_path: Path) -> Path:
    """A copy of it, to be changed."""
    return shutil.copytree(fresh, tmp_path / "own")
