"""The first view of a front page on a small phone answers what one comes to ask, unscrolled."""

from __future__ import annotations

from datetime import datetime

import pytest
from building import FEW
from playwright.sync_api import Browser, Locator, Page, expect

from site_generator.schema.values import LANGUAGES

pytestmark = pytest.mark.browser
pytest_plugins = "few_houses"

PHONE = {"width": 375, "height": 667}
FIRST_STEPS = ".opening__steps .action"


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
    return [f"{text}: {box}" for box, text in bottoms if box["y"] + box["height"] > PHONE["height"]]


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
    asked = [
        page.get_by_role("heading", level=1),
        *page.locator(".icon-list").first.locator("li").all(),
    ]
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
