"""Fixtures with all houses of the tests, built once for each worker of pytest-xdist."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from building import PROJECT, REPOSITORY, build_site
from html_tree import Element, read_site


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All houses of the tests, built for 22 November 2026. Not to be changed."""
    folder = tmp_path_factory.mktemp("whole") / "site"
    build_site(PROJECT, folder, repository=REPOSITORY)
    return folder


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, Element]:
    """Every page of that site by its file's path, read strictly."""
    return read_site(site)


@pytest.fixture(scope="session")
def address(site: Path, served: Callable[[Path], str]) -> str:
    """Where it is served, without the last slash."""
    return served(site)
