"""The houses that are published, for the tests marked `content`: of what they say.

A repository without any house has nothing to test here; that is no fault of the program.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

import pytest
from building import REPOSITORY, ROOT, build_site
from html_tree import Element, read_site

REAL = ROOT / "municipalities"
REAL_SLUGS = tuple(sorted(file.parent.name for file in REAL.glob("*/site.yml")))
REAL_FILES = sorted(REAL.glob("*/*.yml"))

T = TypeVar("T")


def each(real: Iterable[T]) -> list[T | object]:
    """Parameters of a test; without any it is skipped, since nothing is published."""
    nothing = pytest.param(None, marks=pytest.mark.skip(reason="municipalities/ holds no house"))
    return [*real] or [nothing]


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
