"""What stands above hours on every page that tells them: how old they are, and what is closed."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import build_site, golden_project
from html_tree import Element, read_html

from site_generator.problems import has_errors

HOURS = """
house:
  - week: {man-tor: 9-15}
temporarily_closed:
  - {from: 2026-11-20, until: 2026-12-04, reason: Vi får nyt gulv, instead: Ring til os imens.}
"""
CLOSED = "Lukket til og med 4. december 2026. Vi får nyt gulv. Ring til os imens."
TELL_HOURS = (
    "",
    "find-os/",
    "kalender/",
    "kalender/2026-12/",
    "kalender/for/parents/",
    "tilbud/",
    "tilbud/babycafe/",
    "soeg/",
    "flyers/",
    "fagfolk/",
    "uden-net/",
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Closed for a time, and known to be."""
    root = golden_project(tmp_path_factory.mktemp("notices") / "project")
    house = root / "municipalities" / "testkommune"
    (house / "opening_hours.yml").write_text(HOURS, "utf-8")
    problems = build_site(root, root / "site", "testkommune")
    assert not has_errors(problems), [str(problem) for problem in problems]
    return root / "site" / "testkommune"


def with_class(page: Element, name: str) -> list[Element]:
    return [each for each in page.all("p") if name in each["class"].split()]


@pytest.mark.parametrize("path", TELL_HOURS)
def test_every_page_that_tells_hours_says_how_old_it_is_and_what_is_closed(site: Path, path: str):
    """Once each: the day of the build for the script, and the reason in the same words."""
    page = read_html((site / path / "index.html").read_text("utf-8"))
    (stale,) = with_class(page, "stale-notice")
    assert stale["data-made-on"] == "2026-11-22"
    assert "hidden" in stale.attributes
    (closed,) = with_class(page, "closing-notice")
    assert closed.text == CLOSED
    assert "hidden" not in closed.attributes


@pytest.mark.parametrize("path", ["privatliv/", "was/", "viden/"])
def test_where_no_hours_stand_nothing_is_said_of_them(site: Path, path: str):
    """A warning everywhere is read nowhere."""
    page = read_html((site / path / "index.html").read_text("utf-8"))
    assert with_class(page, "stale-notice") + with_class(page, "closing-notice") == []
