"""What is published has the form that the program promises: every file, and every page of it.

What it says is held in `test_true_houses` and `test_families`.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from author_schema import schema_faults, tied_to
from building import ROOT, TODAY
from html_tree import Element
from real_houses import REAL_FILES, REAL_SLUGS, each

from site_generator.build import check
from site_generator.making.progress import Silent
from site_generator.project import Order, Project
from site_generator.verify.site import verify

pytestmark = pytest.mark.content
pytest_plugins = "real_site"

each_file = pytest.mark.parametrize(
    "file", each(REAL_FILES), ids=lambda file: file and f"{file.parent.name}/{file.stem}"
)


@each_file
def test_the_schema_takes_what_the_houses_have_written(file: Path) -> None:
    assert schema_faults(file, file.stem) == []


@each_file
def test_every_file_is_tied_to_its_schema(file: Path) -> None:
    assert tied_to(file, file.parent) == ROOT / "content/schema" / f"{file.stem}.schema.json"


def test_check_finds_no_error() -> None:
    problems = check(Order(Project(ROOT), Path(), (), TODAY), Silent())
    assert [str(one) for one in problems if one.level == "error"] == []


def test_verify_finds_nothing(real_site: Path) -> None:
    assert [str(problem) for problem in verify(real_site)] == []


@pytest.mark.parametrize("slug", each(REAL_SLUGS))
def test_every_house_has_its_page_and_can_be_searched(
    slug: str, real_site: Path, real_pages: dict[str, Element]
) -> None:
    assert f"{slug}/index.html" in real_pages
    assert (real_site / slug / "soeg/indeks.json").is_file()
