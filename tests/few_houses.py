"""Fixtures with the houses that differ most, built as they are published, without flyers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from building import BASE, FEW, build_site, without_flyers


@pytest.fixture(scope="session")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with its base address known, built for 22 November 2026. Not to be changed."""
    folder = tmp_path_factory.mktemp("few")
    build_site(without_flyers(folder / "project", *FEW), folder / "site", base_url=BASE)
    return folder / "site"


@pytest.fixture(scope="session")
def few_address(few: Path, served: Callable[[Path], str]) -> str:
    """Where it is served, without the last slash."""
    return served(few)
