"""Every page of every municipality in the browser: slow, so `make test-all` runs it at night."""

from __future__ import annotations

from pathlib import Path

import pytest
from accessibility import (
    WIDTHS,
    axe_in_the_light_and_in_the_dark,
    axe_violations,
    layout_shift,
    sideways_scroll,
    too_wide_with_other_text,
)
from playwright.sync_api import Browser, Page, Route
from real_houses import REAL_SLUGS, each, other_languages
from weight import weight

pytestmark = [pytest.mark.browser, pytest.mark.all_pages, pytest.mark.content]
pytest_plugins = "real_site"

# The pages above all houses, each house, and once more each in its other languages.
TRANSLATED = tuple(f"{slug}/{code}" for slug in REAL_SLUGS for code in other_languages(slug))
PARTS = each((".", *REAL_SLUGS, *TRANSLATED) if REAL_SLUGS else ())


@pytest.mark.parametrize("part", PARTS)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    page: Page, real_address: str, real_site: Path, part: str
):
    """At every width and in every colour scheme and language; one load of each page for all."""
    faults = []
    for file in files(real_site, part):
        path = file.relative_to(real_site).as_posix()
        page.goto(f"{real_address}/{path}")
        faults += [f"{path}: {fault}" for fault in too_wide_with_other_text(page)]
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            if wider := sideways_scroll(page):
                faults.append(f"{path} at {width}: {wider} px too wide")
            page.emulate_media(forced_colors="none")
            found = axe_in_the_light_and_in_the_dark(page)
            page.emulate_media(forced_colors="active")
            found += [f"forced colours: {line}" for line in axe_violations(page)]
            faults += [f"{path} at {width}: {line}" for line in found]
    assert faults == []


def test_axe_finds_nothing_on_pages_that_printed_codes_open(
    browser: Browser, real_address: str, real_site: Path
):
    """Kept from leading on; without the worker, whose answers cannot be changed on the way."""
    with browser.new_context(bypass_csp=True, service_workers="block") as context:
        page = context.new_page()
        page.route("**/q/**", keep_here)
        for file in sorted(real_site.glob("**/q/*/index.html")):
            page.goto(f"{real_address}/{file.relative_to(real_site).as_posix()}")
            page.set_viewport_size({"width": 320, "height": 568})
            assert sideways_scroll(page) == 0, file
            assert axe_in_the_light_and_in_the_dark(page) == [], file


def keep_here(route: Route) -> None:
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.text().replace('http-equiv="refresh"', ""))


@pytest.mark.parametrize("part", PARTS)
def test_pages_ask_nobody_else_remember_nothing_and_keep_still(
    browser: Browser, real_address: str, real_site: Path, part: str
):
    """No third party, no cookie, nothing broken or forbidden in the console, no moving about."""
    with browser.new_context(viewport={"width": 375, "height": 667}) as context:
        page = context.new_page()
        faults = []
        page.on("request", lambda r: r.url.startswith(f"{real_address}/") or faults.append(r.url))
        page.on("console", lambda message: faults.append(f"{page.url}: {message.text}"))
        page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
        for file in files(real_site, part):
            page.goto(f"{real_address}/{file.relative_to(real_site).as_posix()}")
            if moved := layout_shift(page):
                faults.append(f"{page.url}: moves by {moved}")
        assert faults == []
        assert context.cookies() == []


@pytest.mark.parametrize("part", PARTS)
def test_no_page_is_heavy(real_site: Path, part: str):
    """HTML and CSS arrive with the first ten packets (DESIGN, section 8)."""
    weights = [weight(file, real_site) for file in files(real_site, part)]
    largest = max(weights)
    print(f"largest: {largest.address}, {largest.seeing} bytes to see it, {largest.all} in all")
    assert [fault for each in weights for fault in each.faults] == []


def files(site: Path, part: str) -> list[Path]:
    """The pages above the houses, those of one house in Danish, or those in another language.

    Not those that printed codes open: they lead on before anybody can look.
    """
    if part == ".":
        return sorted(site.glob("*.html"))
    others = [site / other for other in TRANSLATED if other != part] + [site / part / "q"]
    found = (site / part).rglob("*.html")
    return sorted(p for p in found if not any(p.is_relative_to(other) for other in others))
