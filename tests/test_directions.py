"""Getting there: the address to copy, a map and a journey planner that nothing is loaded from."""

from __future__ import annotations

from pathlib import Path

import pytest
from html_tree import read_html
from playwright.sync_api import Browser, expect

pytest_plugins = "few_houses"

ADDRESS = "Solsikkevej 1, 0000 Eksempelby"


def test_each_place_leads_to_a_map_and_a_journey_planner(few: Path):
    page = read_html((few / "eksempel/find-os/index.html").read_text("utf-8"))
    [place, way] = [s for s in page.all("section") if s["id"] in ("hus", "hus-vej")]
    links = [link["href"] for link in place.all("a")]
    assert [link.partition("?")[0] for link in links[:2]] == [
        "https://www.google.com/maps/search/",
        "https://maps.apple.com/",
    ]
    assert all("Solsikkevej%201%2C%200000%20Eksempelby" in link for link in links[:2])
    assert (
        "https://www.openstreetmap.org/?mlat=56.10000&mlon=11.40000#map=17/56.10000/11.40000"
        in links
    )
    [planner] = [link["href"] for link in way.all("a") if "rejseplanen" in link["href"]]
    assert "Z%7CSolsikkevej%201%2C%200000%20Eksempelby!" in planner
    assert "Linje 3 og 7A til Solsikkevej" in way.text
    assert "Barnevogn" in way.text


@pytest.mark.browser
def test_the_address_can_be_copied(browser: Browser, few_address: str):
    with browser.new_context(permissions=["clipboard-read", "clipboard-write"]) as context:
        page = context.new_page()
        page.goto(f"{few_address}/eksempel/find-os/")
        place = page.locator("#hus")
        place.get_by_role("button", name="Kopiér adressen").click()
        expect(place.get_by_role("status")).to_have_text("Kopieret")
        assert page.evaluate("navigator.clipboard.readText()") == ADDRESS


@pytest.mark.browser
def test_without_scripts_the_address_is_text(browser: Browser, few_address: str):
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{few_address}/eksempel/find-os/")
        expect(page.get_by_role("button", name="Kopiér adressen")).to_have_count(0)
        expect(page.locator("#hus address")).to_contain_text("Solsikkevej 1")
