"""Staff who read a page find the file it is made of; others are led nowhere."""

from __future__ import annotations

from dataclasses import replace

import pytest
from building import PROJECT, REPOSITORY, opened_house

from site_generator import addresses
from site_generator.output import Page
from site_generator.told.house import House
from site_generator.views.pages import house_pages

HOUSES = ("eksempel", "skive", "vejle", "aalborg", "lolland")


def pages_of(house: House) -> dict[str, Page]:
    """But for the screen, where nobody can follow a way."""
    pages = {page.address.partition("/")[2]: page for page in house_pages(house, ())}
    del pages[addresses.SCREEN]
    return {address: page for address, page in pages.items() if "indlejr/" not in address}


def way(page: Page) -> str:
    return page.view.frame.file  # type: ignore[attr-defined]


@pytest.mark.parametrize("slug", HOUSES)
def test_every_page_leads_to_a_file_that_is_there(slug: str):
    pages = pages_of(replace(opened_house(PROJECT, slug), repository=REPOSITORY))
    ways = {address: way(page) for address, page in pages.items()}
    files = {a: w.removeprefix(f"{REPOSITORY}/blob/HEAD/").partition("#L") for a, w in ways.items()}
    missing = {a: f for a, (f, _, _) in files.items() if not f or not (PROJECT / f).exists()}
    assert missing == {}
    for file, _, line in files.values():
        lines = (PROJECT / file).read_text("utf-8").splitlines() if line else []
        assert not line or lines[int(line) - 1].strip()


def test_a_page_leads_to_what_decides_it():
    house = replace(opened_house(PROJECT, "eksempel"), repository=REPOSITORY)
    pages = pages_of(house)
    expected = {
        "": "municipalities/eksempel/site.yml",
        "tilbud/": "municipalities/eksempel/offers.yml",
        "kalender/": "municipalities/eksempel/events.yml",
        "en/kalender/2026-12/": "municipalities/eksempel/events.yml",
        "find-os/": "municipalities/eksempel/opening_hours.yml",
        "flyers/": "municipalities/eksempel/flyers.yml",
        "foerste-gang/": "municipalities/eksempel/pages/foerste-gang.md",
        "viden/vold-i-familien/": "content/articles/vold-i-familien.md",
        "ar/viden/vold-i-familien/": "content/articles/vold-i-familien.ar.md",
        "privatliv/": "content/legal/privacy.md",
        "soeg/": "content/search.yml",
    }
    found = {address: way(pages[address]) for address in expected}
    assert found == {a: f"{REPOSITORY}/blob/HEAD/{file}" for a, file in expected.items()}


def test_the_page_of_an_offer_leads_to_its_first_line():
    house = replace(opened_house(PROJECT, "eksempel"), repository=REPOSITORY)
    file, _, line = way(pages_of(house)["tilbud/tryghedscirklen/"]).partition("#L")
    written = (PROJECT / "municipalities/eksempel/offers.yml").read_text("utf-8").splitlines()
    assert file.endswith("/municipalities/eksempel/offers.yml")
    assert "tryghedscirklen" in written[int(line) - 1]


def test_without_a_repository_nobody_is_led_anywhere():
    assert {way(page) for page in pages_of(opened_house(PROJECT, "eksempel")).values()} == {""}
