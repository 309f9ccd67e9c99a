"""Every page of every municipality in the browser: slow, so `make test-all` runs it at night."""

from __future__ import annotations

from pathlib import Path

import pytest
from accessibility import axe_violations, sideways_scroll
from building import SLUGS
from playwright.sync_api import Page
from weight import weight

pytestmark = [pytest.mark.browser, pytest.mark.all_pages]
pytest_plugins = "built_site"

WIDTHS = (375, 1280)

# The pages above all houses, then each house.
PARTS = (".", *SLUGS)


@pytest.mark.parametrize("part", PARTS)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    page: Page, address: str, site: Path, part: str
):
    """On a phone and on a laptop; one load of each page for both."""
    faults = []
    for file in files(site, part):
        path = file.relative_to(site).as_posix()
        page.goto(f"{address}/{path}")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            faults += [f"{path} at {width}: {fault}" for fault in axe_violations(page)]
            if wider := sideways_scroll(page):
                faults.append(f"{path} at {width}: {wider} px too wide")
    assert faults == []


@pytest.mark.parametrize("part", PARTS)
def test_no_page_is_heavy(site: Path, part: str):
    """HTML and CSS arrive with the first ten packets (DESIGN, section 8)."""
    weights = [weight(file, site) for file in files(site, part)]
    largest = max(weights)
    print(f"largest: {largest.address}, {largest.seeing} bytes to see it, {largest.all} in all")
    assert [fault for each in weights for fault in each.faults] == []


def files(site: Path, part: str) -> list[Path]:
    """The pages of one house, or those above the houses."""
    found = site.glob("*.html") if part == "." else (site / part).rglob("*.html")
    return sorted(found)
