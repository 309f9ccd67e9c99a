"""«Forlad siden» in a real browser: at once, by thumb and by key, nothing left to go back to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from accessibility import axe_in_the_light_and_in_the_dark, sideways_scroll, tab_walk
from html_tree import read_site
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser
pytest_plugins = "few_houses"

ARTICLE = "eksempel/viden/vold-i-familien/"
TRACKS = "eksempel/spor/"
ABOUT_VIOLENCE = (ARTICLE, TRACKS, "lolland/tilbud/foredrag/")

PHONE = {"width": 375, "height": 667}
WINDOWS = ({"width": 320, "height": 568}, PHONE, {"width": 1280, "height": 800})
WEATHER = "https://www.dmi.dk/"


@pytest.fixture
def reader(browser: Browser, few_address: str) -> Iterator[Page]:
    """On a phone, on the way from the front page; the weather is made up."""
    with browser.new_context(viewport=PHONE) as context:
        page = context.new_page()
        page.route(f"{WEATHER}**", lambda route: route.fulfill(body="<h1>Vejret</h1>"))
        page.goto(f"{few_address}/eksempel/")
        page.goto(f"{few_address}/{ARTICLE}")
        yield page


def button(page: Page):
    return page.get_by_role("link", name="Forlad siden", exact=True)


def test_only_pages_about_violence_have_it(few: Path):
    """Elsewhere it would frighten for nothing. The rule is the topic that authors give."""
    having = {
        address.removesuffix("index.html").split("/", 1)[1]
        for address, page in read_site(few).items()
        if any(
            e["class"] == "safe-exit" and "hidden" not in e.attributes for e in page.all("aside")
        )
        and not re.search(r"/(en|uk|ar)/", address)
    }
    everywhere = {"viden/vold-i-familien/", "spor/", "hvad-fylder/vold/"}
    assert having == everywhere | {ABOUT_VIOLENCE[2].split("/", 1)[1]}


def test_one_tap_leaves_and_the_way_back_does_not_lead_here(reader: Page):
    """The page's place in the tab is taken: «back» leads to the page before it."""
    button(reader).click()
    reader.wait_for_url(WEATHER)
    expect(reader.get_by_role("heading", name="Vejret")).to_be_visible()
    reader.go_back()
    assert ARTICLE not in reader.url


def test_the_page_is_empty_before_the_weather_has_come(reader: Page):
    """In the same moment as the tap: nothing is left to read, the tab's title neither."""
    left = reader.evaluate(
        """() => {
            document.querySelector(".safe-exit a").click();
            return [document.body.innerText, document.title];
        }"""
    )
    assert left == ["", "www.dmi.dk"]


def test_three_times_esc_leaves(reader: Page):
    """With words for a screen reader on the way."""
    status = reader.locator(".safe-exit [role=status]")
    reader.keyboard.press("Escape")
    expect(status).to_have_text("Tryk på Esc to gange mere for at forlade siden.")
    reader.keyboard.press("Escape")
    expect(status).to_have_text("Tryk på Esc én gang mere for at forlade siden.")
    reader.keyboard.press("Escape")
    reader.wait_for_url(WEATHER)


def test_esc_once_in_a_while_does_not_leave(browser: Browser, few_address: str):
    """It closes much else; only three within five seconds are meant."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{few_address}/{ARTICLE}")
        page.evaluate(
            """() => { for (const at of [0, 4000, 9500, 15000]) {
                const event = new KeyboardEvent("keydown", { key: "Escape" });
                Object.defineProperty(event, "timeStamp", { value: at });
                dispatchEvent(event);
            } }"""
        )
        assert page.url.endswith(ARTICLE)
        assert page.title()


def test_other_keys_do_nothing(reader: Page):
    for key in ("Shift", "Shift", "Shift", "Enter", "a"):
        reader.keyboard.press(key)
    assert reader.url.endswith(ARTICLE)


def test_it_stays_in_reach_and_covers_nothing_at_the_end(page: Page, few_address: str):
    """WCAG 2.2, 2.5.8: large; and at the end of the page it stands below the last line."""
    for window in WINDOWS:
        page.set_viewport_size(window)
        page.goto(f"{few_address}/{ARTICLE}")
        box = button(page).bounding_box()
        assert box["height"] >= 44
        assert window["height"] - 90 < box["y"] < window["height"] - box["height"] + 1
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        expect(button(page)).to_be_in_viewport()
        footer = page.locator("footer").bounding_box()
        assert footer["y"] + footer["height"] <= button(page).bounding_box()["y"]
        assert sideways_scroll(page) == 0


@pytest.mark.parametrize("path", ABOUT_VIOLENCE)
@pytest.mark.parametrize("window", WINDOWS[1:], ids=["phone", "laptop"])
def test_the_pages_about_violence_can_be_used_by_everybody(
    page: Page, few_address: str, path: str, window: dict[str, int]
):
    """axe in the light and in the dark; nothing that gets focus hides under the button."""
    page.set_viewport_size(window)
    page.goto(f"{few_address}/{path}")
    assert axe_in_the_light_and_in_the_dark(page) == []
    page.goto(f"{few_address}/{path}")
    assert tab_walk(page) == []


def test_it_is_the_first_stop_of_the_keyboard(page: Page, few_address: str):
    """Before the link past the menu, which comes next: whoever must leave has no key to lose."""
    page.goto(f"{few_address}/{ARTICLE}")
    page.keyboard.press("Tab")
    expect(button(page)).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Gå til indholdet")).to_be_focused()


def test_the_button_is_seen_in_forced_colours(page: Page, few_address: str):
    page.emulate_media(forced_colors="active")
    page.goto(f"{few_address}/{ARTICLE}")
    style = "getComputedStyle(document.querySelector('.safe-exit__button'))"
    assert page.evaluate(f"parseFloat({style}.borderTopWidth)") >= 1


def test_without_scripts_it_is_a_link_and_promises_no_key(browser: Browser, few_address: str):
    with browser.new_context(java_script_enabled=False, viewport=PHONE) as context:
        page = context.new_page()
        page.goto(f"{few_address}/{ARTICLE}")
        assert button(page).get_attribute("href") == WEATHER
        expect(page.get_by_text("tre gange på Esc")).to_be_hidden()
        expect(page.get_by_text("Den sletter ikke sporene efter dig.")).to_be_visible()
        page.get_by_role("link", name="Se, hvad andre kan se, og hvad du kan gøre").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Skjul dine spor")
        expect(page.get_by_text("Browserens historik husker de sider, du har set.")).to_be_visible()


def test_paper_has_no_button(page: Page, few_address: str):
    page.emulate_media(media="print")
    page.goto(f"{few_address}/{ARTICLE}")
    expect(button(page)).to_be_hidden()
    expect(page.locator(".safe-exit-note")).to_be_hidden()
