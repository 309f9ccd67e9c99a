"""Fixtures with the published houses, built once for the tests marked `content`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from building import REPOSITORY, ROOT, build_site
from html_tree import Element, read_site


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All published houses, built for 22 November 2026. Not to be changed."""
    folder = tmp_path_factory.mktemp("real") / "site"
    build_site(ROOT, folder, repository=REPOSITORY)
    return folder


@pytest.fixture(scope="session")
def real_pages(real_site: Path) -> dict[str, Element]:
    """Every page of them by its file's path, read strictly."""
    return read_site(real_site)


@pytest.fixture(scope="session")
def real_address(real_site: Path, served: Callable[[Path], str]) -> str:
    """Where they are served, without the last slash."""
    return served(real_site)
