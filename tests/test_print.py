"""On paper: nothing to press, addresses to type, black on white, tables and rows in one piece."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pypdfium2
import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
pytest_plugins = "few_houses"

PAGES = (
    "eksempel/",
    "eksempel/tilbud/",
    "eksempel/tilbud/tryghedscirklen/",
    "eksempel/kalender/",
    "eksempel/find-os/",
    "eksempel/viden/vold-i-familien/",
)


@pytest.fixture(params=PAGES)
def paper(request: pytest.FixtureRequest, page: Page, few_address: str) -> Iterator[Page]:
    """A page of a telephone in the dark mode, on its way to the printer."""
    page.goto(f"{few_address}/{request.param}")
    page.emulate_media(media="print", color_scheme="dark")
    yield page


def test_there_is_nothing_to_press(paper: Page):
    # What the calendar folds is open on paper, and its line then is the heading of what follows.
    folded = "details:not(.event-list__full, .week--folded *) > summary"
    for what in ("nav", "button", folded, "audio", "video", ".safe-exit"):
        assert [each for each in paper.locator(what).all() if each.is_visible()] == [], what
    borders = "all => all.map((action) => getComputedStyle(action).borderTopWidth)"
    assert set(paper.locator(".action").evaluate_all(borders)) <= {"0px"}


def test_no_colour_of_the_dark_mode_is_left(paper: Page):
    colours = "all => [...new Set(all.map((each) => getComputedStyle(each).color))]"
    dark = [
        colour
        for colour in paper.locator("main :not(track)").evaluate_all(colours)
        if sum(int(part) for part in colour.strip("rgb()").split(",")) > 300
    ]
    assert dark == []


def test_ways_to_get_in_touch_are_written_out(page: Page, few_address: str):
    page.goto(f"{few_address}/eksempel/find-os/")
    text = printed(page)
    assert "https://www.eksempel.dk/solsikken/book-en-tid" in text
    assert "solsikken@eksempel.dk" in text
    assert "Ring 00 00 00 01" in text


def test_a_page_fits_on_the_sheets_that_it_needs(page: Page, few_address: str):
    """A4 with margins: nothing is cut at the side, and no sheet is empty."""
    page.goto(f"{few_address}/eksempel/")
    document = pypdfium2.PdfDocument(BytesIO(page.pdf(format="A4")))
    assert 1 < len(document) < 5
    assert all(sheet.get_textpage().count_chars() > 20 for sheet in document)


def printed(page: Page) -> str:
    document = pypdfium2.PdfDocument(BytesIO(page.pdf(format="A4")))
    return " ".join(sheet.get_textpage().get_text_range() for sheet in document)


def test_a_table_of_hours_is_not_cut(page: Page, few_address: str):
    page.emulate_media(media="print")
    page.goto(f"{few_address}/eksempel/find-os/")
    expect(page.locator(".hours-table").first).to_have_css("break-inside", "avoid")
    expect(page.locator("h2").first).to_have_css("break-after", "avoid")


@pytest.mark.parametrize("language", ["", "en/", "uk/", "ar/"])
def test_find_us_is_a_sheet_for_the_fridge(page: Page, few_address: str, language: str):
    """Two places, all hours and both ways there stand on both sides of one A4, in any language."""
    page.goto(f"{few_address}/eksempel/{language}find-os/")
    margins = dict.fromkeys(("top", "bottom", "left", "right"), "1cm")
    sides = len(pypdfium2.PdfDocument(BytesIO(page.pdf(format="A4", margin=margins))))
    assert sides <= 2
