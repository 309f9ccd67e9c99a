"""The first view of a front page on a small phone answers what one comes to ask, unscrolled."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from building import FEW
from playwright.sync_api import Browser, Locator, Page, expect

from site_generator.schema.values import LANGUAGES

pytestmark = pytest.mark.browser
pytest_plugins = "few_houses"

PHONE = {"width": 375, "height": 667}
FIRST_STEPS = ".opening__steps .action"
# What Safari leaves of the smallest phone in use, below its own bars.
FOLD = 553
HEADER = 96


def opened(browser: Browser, address: str, scripts: bool = True, at: str = "") -> Page:
    page = browser.new_context(viewport=PHONE, java_script_enabled=scripts).new_page()
    if at:
        page.clock.set_fixed_time(datetime.fromisoformat(at))
    page.goto(address)
    return page


def below_the_fold(*found: Locator) -> list[str]:
    """Those of some things, of which there must be one each, that one must scroll to see."""
    elements = [element for each in found for element in each.all()]
    assert len(elements) >= len(found)
    bottoms = [(e.bounding_box(), e.inner_text()) for e in elements]
    return [
        f"{text}: {box}" for box, text in bottoms if box["y"] + box["height"] > PHONE["height"] + 1
    ]


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.parametrize("at", ["2026-11-24T10:00+01:00", "2026-11-22T10:00+01:00"])
def test_the_example_answers_all_of_it(browser: Browser, few_address: str, scripts: bool, at: str):
    """Open or not in both places, the telephone, may I come, where; ring, find the way, book."""
    page = opened(browser, f"{few_address}/eksempel/", scripts, at)
    steps = page.locator(FIRST_STEPS)
    asked = [
        page.get_by_role("heading", level=1),
        page.get_by_text("Kom til de åbne tilbud uden henvisning"),
        page.get_by_text("Du kan få råd uden at sige, hvem du er"),
        page.locator(".today__status"),
        page.get_by_text("Solsikkevej 1 og Bogtorvet 4, Eksempelby"),
        steps.filter(has_text="Ring 00 00 00 01"),
        steps.filter(has_text="Find vej"),
        steps.filter(has_text="Book en tid"),
    ]
    assert below_the_fold(*asked) == []
    page.context.close()


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "da"])
@pytest.mark.parametrize("at", ["2026-11-24T10:00+01:00", "2026-11-22T10:00+01:00"])
def test_other_languages_answer_it_too(browser: Browser, few_address: str, language: str, at: str):
    """Longer words are no reason to look for the telephone; the menu stays on one line."""
    page = opened(browser, f"{few_address}/eksempel/{language}/", at=at)
    asked = [page.get_by_role("heading", level=1)]
    if "-24T" in at:  # while all is closed, the number that always answers takes that room
        asked += page.locator(".icon-list").first.locator("li").all()
    asked += [*page.locator(".today__status").all(), page.locator(FIRST_STEPS).first]
    assert below_the_fold(*asked) == []
    assert page.locator(FIRST_STEPS).first.get_attribute("href") == "tel:+4500000001"
    menu = page.locator(".site-header__nav li").evaluate_all("all => all.map((e) => e.offsetTop)")
    assert len(set(menu)) == 1
    page.context.close()


@pytest.mark.parametrize("slug", FEW)
def test_every_house_says_what_it_knows(browser: Browser, few_address: str, slug: str):
    """A house that knows less shows less, and always one way to get in touch."""
    page = opened(browser, f"{few_address}/{slug}/", at="2026-11-24T10:00+01:00")
    known = [page.get_by_role("heading", level=1), page.locator(FIRST_STEPS).first]
    known += page.locator(".icon-list").first.locator("li").all()
    known += page.locator(".today__status").all()
    assert below_the_fold(*known) == []
    page.context.close()


@pytest.mark.parametrize(
    ("at", "house", "phone"),
    [
        ("2026-11-24T09:30", "Åbent nu, til kl. 15.30", "Åbent nu, til kl. 10"),
        ("2026-11-24T10:00", "Åbent nu, til kl. 15.30", "Lukket nu"),
        ("2026-11-24T15:30", "Lukket nu", "Lukket nu"),
    ],
)
def test_it_is_right_at_the_minute(
    browser: Browser, few_address: str, at: str, house: str, phone: str
):
    page = opened(browser, f"{few_address}/eksempel/", at=f"{at}+01:00")
    statuses = page.locator(".today__text")
    expect(statuses.first).to_have_text(house)
    expect(statuses.last).to_have_text(phone)
    page.context.close()


def test_one_tap_does_what_it_says(browser: Browser, few_address: str):
    """The telephone rings, the way leads to the address itself."""
    page = opened(browser, f"{few_address}/eksempel/")
    steps = page.locator(FIRST_STEPS)
    links = [step.get_attribute("href") for step in steps.all()]
    assert links == [
        "tel:+4500000001",
        "./find-os/#hus",
        "https://www.eksempel.dk/solsikken/book-en-tid",
    ]
    assert all(step.bounding_box()["height"] >= 44 for step in steps.all())
    page.context.close()


@pytest.mark.parametrize("slug", FEW)
def test_one_thing_to_press_stands_above_the_fold(browser: Browser, few_address: str, slug: str):
    """The name, today and the quickest way to get in touch; one button is filled, and no more."""
    page = opened(browser, f"{few_address}/{slug}/", at="2026-11-24T10:00+01:00")
    [filled] = [action.bounding_box() for action in page.locator(".action--first").all()]
    assert filled["y"] + filled["height"] <= FOLD
    page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_call_stands_above_the_fold_in_every_language(
    browser: Browser, few_address: str, language: str
):
    own = "" if language == "da" else f"{language}/"
    page = opened(browser, f"{few_address}/eksempel/{own}", at="2026-11-24T10:00+01:00")
    call = page.locator(".action--first").bounding_box()
    assert call["y"] + call["height"] <= FOLD
    page.context.close()


def test_needs_come_before_what_is_on_and_both_before_the_rest(browser: Browser, few_address: str):
    """More ways to get in touch, and the picture, are for those who have read so far."""
    page = opened(browser, f"{few_address}/eksempel/")
    order = ["#i-dag", ".action--first", "#behov", "#snart", "#kontakt", "img", "#laes"]
    heights = [page.locator(f"main {one}").first.bounding_box()["y"] for one in order]
    assert heights == sorted(heights)
    page.context.close()


def test_find_us_begins_with_today_address_and_hours(browser: Browser, few_address: str):
    page = opened(browser, f"{few_address}/eksempel/find-os/")
    order = ["#i-dag", "#hus address", "#hus .place__maps", "#hus table", "#kontakt", "#hus-vej"]
    heights = [page.locator(one).first.bounding_box()["y"] for one in order]
    assert heights == sorted(heights)
    assert page.locator("#hus address").bounding_box()["y"] < PHONE["height"]
    assert page.locator(".action--first").count() == 1
    page.context.close()


def test_the_way_leads_to_the_address_itself(browser: Browser, few_address: str):
    page = opened(browser, f"{few_address}/eksempel/")
    page.get_by_role("link", name="Find vej").click()
    box = page.locator("#hus address").bounding_box()
    assert 0 <= box["y"] < PHONE["height"] / 2
    page.context.close()


@pytest.mark.parametrize("slug", FEW)
def test_the_header_leaves_the_screen_to_the_page(browser: Browser, few_address: str, slug: str):
    """On a phone, apart from what says that it is a demonstration; it goes away as one scrolls."""
    page = opened(browser, f"{few_address}/{slug}/")
    bar = page.locator(".site-header").bounding_box()
    notice = page.locator(".site-header__demo").bounding_box()
    assert bar["height"] - notice["height"] <= HEADER + 1
    assert page.locator(".site-header").evaluate("e => getComputedStyle(e).position") == "static"
    page.context.close()


@pytest.mark.parametrize("slug", FEW)
def test_at_400_percent_there_is_room_to_read(browser: Browser, few_address: str, slug: str):
    """1280 x 1024 px at 400 %: 320 x 256. The heading begins in the first view."""
    page = opened(browser, f"{few_address}/{slug}/")
    page.set_viewport_size({"width": 320, "height": 256})
    assert page.locator("h1").bounding_box()["y"] <= 160
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.context.close()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_languages_lie_behind_one_button(browser: Browser, few_address: str, scripts: bool):
    page = opened(browser, f"{few_address}/eksempel/", scripts)
    ukrainian = page.get_by_role("link", name="Українська")
    expect(ukrainian).to_be_hidden()
    page.locator(".language-chooser summary").click()
    ukrainian.click()
    assert page.url == f"{few_address}/eksempel/uk/"
    page.context.close()


def test_open_languages_never_lie_over_what_has_the_focus(browser: Browser, few_address: str):
    page = opened(browser, f"{few_address}/eksempel/")
    summary = page.locator(".language-chooser summary")
    summary.press("Enter")
    for _ in LANGUAGES:
        page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="العربية")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(".language-chooser details")).not_to_have_attribute("open", "")
    summary.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(summary).to_be_focused()
    page.context.close()


def test_on_a_wide_screen_the_languages_stand_open(browser: Browser, few_address: str):
    page = opened(browser, f"{few_address}/eksempel/")
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(page.get_by_role("link", name="Українська")).to_be_visible()
    expect(page.locator(".language-chooser summary")).to_be_hidden()
    page.context.close()


def test_what_comes_next_goes_into_the_calendar_with_one_tap(
    few: Path, few_address: str, browser: Browser
):
    page = opened(browser, f"{few_address}/eksempel/", at="2026-11-22T10:00+01:00")
    card = page.locator(".next-up")
    file = card.locator(".action").get_attribute("href")
    assert file.startswith("./kalender/serie/")
    calendar = (few / "eksempel" / file).read_text("utf-8")
    assert f"SUMMARY:{card.get_by_role('heading').inner_text()}" in calendar
    page.context.close()


@pytest.mark.parametrize("slug", ["skive", "vejle", "lolland"])
def test_a_house_without_a_picture_is_drawn(browser: Browser, few_address: str, slug: str):
    """What says nothing new is passed by; in forced colours it has the colour of the text."""
    page = opened(browser, f"{few_address}/{slug}/")
    drawing = page.locator("main .drawing")
    assert drawing.get_attribute("aria-hidden") == "true"
    page.emulate_media(forced_colors="active", color_scheme="dark")
    strokes = drawing.locator("path").last.evaluate("e => getComputedStyle(e).stroke")
    assert strokes == "rgb(255, 255, 255)"
    page.context.close()
