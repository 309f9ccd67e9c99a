"""A sample of pages as a family meets them: on a phone, by keyboard, in the dark, on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from accessibility import (
    axe_in_the_light_and_in_the_dark,
    layout_shift,
    sideways_scroll,
    tab_walk,
    too_wide_with_other_text,
)
from building import SLUGS
from playwright.sync_api import Browser, BrowserContext, Page, expect
from sampling import slow_unless
from weight import weight

pytestmark = pytest.mark.browser
pytest_plugins = "built_site"

# Every kind of page of the example, which uses every feature, some of them in other languages, one
# of which runs from right to left, then houses that differ most:
# without an address (Skive), in seven places (Vejle), with telephone hours only (Aalborg).
SAMPLE = (
    "index.html",
    "404.html",
    "eksempel/",
    "eksempel/tilbud/",
    "eksempel/tilbud/for/far/",
    "eksempel/tilbud/tryghedscirklen/",
    "eksempel/tilbud/foedt-for-tidligt/",
    "eksempel/find-os/",
    "eksempel/hvad-fylder/",
    "eksempel/soeg/",
    "eksempel/kalender/",
    "eksempel/kalender/2026-12/",
    "eksempel/kalender/for/fathers/",
    "eksempel/podcast/",
    "eksempel/podcast/far/",
    "eksempel/flyers/",
    "eksempel/fagfolk/",
    "eksempel/om/",
    "eksempel/viden/",
    "eksempel/viden/maa-jeg-vaere-anonym/",
    "eksempel/privatliv/",
    "eksempel/was/",
    "eksempel/404.html",
    "eksempel/en/",
    "eksempel/en/find-os/",
    "eksempel/ar/",
    "eksempel/ar/find-os/",
    "eksempel/ar/kalender/",
    "eksempel/ar/tilbud/tryghedscirklen/",
    "skive/",
    "vejle/",
    "vejle/find-os/",
    "aalborg/",
)

PHONE = {"width": 375, "height": 667}
LAPTOP = {"width": 1280, "height": 800}
SMALLEST = {"width": 320, "height": 568}

# Pages that are laid out differently where there is room; `make test-all` opens the others too.
WIDE = ("index.html", *(f"eksempel/{name}" for name in ("", "tilbud/", "find-os/", "kalender/")))
WIDE += ("eksempel/tilbud/tryghedscirklen/", "eksempel/soeg/", "eksempel/flyers/", "eksempel/ar/")

every_page = pytest.mark.parametrize("path", SAMPLE)
on_phone_and_laptop = pytest.mark.parametrize(
    ("path", "window"),
    [
        *(pytest.param(path, PHONE, id=f"{path}-phone") for path in SAMPLE),
        *(
            pytest.param(path, LAPTOP, id=f"{path}-laptop", marks=slow_unless(path in WIDE))
            for path in SAMPLE
        ),
    ],
)


@on_phone_and_laptop
def test_axe_finds_nothing(page: Page, address: str, path: str, window: dict[str, int]):
    """WCAG 2.2 AA and best practice, in the light and in the dark."""
    page.set_viewport_size(window)
    page.goto(f"{address}/{path}")
    assert axe_in_the_light_and_in_the_dark(page) == []


@every_page
def test_no_page_scrolls_sideways(page: Page, address: str, path: str):
    """WCAG 2.2, 1.4.10. Turned on its side and turned back, a page still fits."""
    page.goto(f"{address}/{path}")
    for window in (SMALLEST, PHONE, LAPTOP):
        page.set_viewport_size(window)
        assert sideways_scroll(page) == 0, window


@every_page
def test_enlarged_four_times_no_page_scrolls_sideways(
    enlarged: BrowserContext, address: str, path: str
):
    """WCAG 2.2, 1.4.10: a window of 1280 × 1024 at 400 % has room for 320 × 256."""
    page = enlarged.new_page()
    page.goto(f"{address}/{path}")
    assert page.evaluate("[innerWidth, devicePixelRatio]") == [320, 4]
    assert sideways_scroll(page) == 0
    page.close()


@every_page
def test_large_text_and_text_with_room_do_not_scroll_sideways(page: Page, address: str, path: str):
    """WCAG 2.2, 1.4.4 and 1.4.12, also on the smallest telephone."""
    page.goto(f"{address}/{path}")
    assert too_wide_with_other_text(page) == []


@pytest.fixture(scope="module")
def enlarged(browser: Browser) -> Iterator[BrowserContext]:
    size = {"width": 320, "height": 256}
    with browser.new_context(viewport=size, device_scale_factor=4) as context:
        yield context


@on_phone_and_laptop
def test_everything_can_be_reached_by_keyboard(
    page: Page, address: str, path: str, window: dict[str, int]
):
    """WCAG 2.2, 2.1.1, 2.1.2, 2.4.7 and 2.4.11."""
    page.set_viewport_size(window)
    page.goto(f"{address}/{path}")
    assert tab_walk(page) == []


def test_the_first_tab_leads_past_the_menu(page: Page, address: str):
    """WCAG 2.2, 2.4.1: the link is seen when it has focus, and leads to the content."""
    page.goto(f"{address}/eksempel/tilbud/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Gå til indholdet")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


# Privacy


@every_page
def test_a_page_asks_nobody_else_remembers_nothing_and_keeps_still(
    browser: Browser, address: str, path: str
):
    """No third party, no cookie, no storage; nothing broken or forbidden in the console; and
    nothing moves away under the thumb while the page arrives."""
    with browser.new_context(viewport=PHONE) as context:
        page = context.new_page()
        asked, said = [], []
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("requestfailed", lambda request: said.append(f"failed: {request.url}"))
        page.goto(f"{address}/{path}")
        assert layout_shift(page) == 0
        # Pictures far down are fetched when they come into view.
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        page.wait_for_load_state("networkidle")
        assert layout_shift(page) == 0
        assert [url for url in asked if not url.startswith(f"{address}/")] == []
        assert said == []
        assert context.cookies() == []
        assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_foreign_code_would_not_run(browser: Browser, address: str):
    """The policy of every page holds in a real browser: inline code and other servers."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}/eksempel/")
        refused = page.evaluate(
            """async () => {
                const refused = new Set();
                addEventListener("securitypolicyviolation",
                    (violation) => refused.add(violation.effectiveDirective));
                const script = document.createElement("script");
                script.textContent = "window.ran = true";
                document.body.append(script);
                const image = document.createElement("img");
                image.src = "http://127.0.0.2:9/x.png";
                document.body.append(image);
                await new Promise((resolve) => setTimeout(resolve, 200));
                return { ran: Boolean(window.ran), refused: [...refused].sort() };
            }"""
        )
        assert refused == {"ran": False, "refused": ["img-src", "script-src-elem"]}


# Without JavaScript


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A page in a browser that runs no scripts."""
    with browser.new_context(java_script_enabled=False, viewport=PHONE) as context:
        yield context.new_page()


def test_without_scripts_the_front_page_says_when_and_how(plain: Page, address: str):
    """Opening hours of the day of the build, telephone, mail and offers are there."""
    plain.goto(f"{address}/eksempel/")
    today = plain.locator(".today")
    expect(today).to_contain_text("Søndag den 22. november 2026")
    expect(today).to_contain_text("Lukket i dag")
    expect(today).to_contain_text("Åbner i morgen kl. 9")
    expect(plain.locator("main a[href='tel:+4500000001']")).to_be_visible()
    expect(plain.locator("main a[href^='mailto:']")).to_be_visible()
    plain.get_by_role("link", name=re.compile("^Se alle .* tilbud$")).click()
    expect(plain.get_by_role("heading", level=1)).to_be_visible()
    assert plain.url == f"{address}/eksempel/tilbud/"


def test_without_scripts_the_week_the_way_and_the_transcripts_can_be_read(
    plain: Page, address: str
):
    """Nothing is behind a script that it must not be behind."""
    plain.goto(f"{address}/eksempel/find-os/")
    expect(plain.get_by_role("row", name="Tirsdag Kl. 9.00–15.30")).to_be_visible()
    expect(plain.get_by_text("Solsikkevej 1").first).to_be_visible()
    plain.goto(f"{address}/eksempel/podcast/far/")
    expect(plain.get_by_text("Da jeg blev far").first).to_be_visible()
    expect(plain.locator(".prose")).to_contain_text("Du lytter til Solsikken snakker")


def test_without_scripts_all_houses_are_listed_and_no_search_field_is_shown(
    plain: Page, address: str
):
    """A field that does nothing would be worse than none."""
    plain.goto(f"{address}/")
    expect(plain.locator("#huse li[data-words]")).to_have_count(len(SLUGS))
    expect(plain.locator("#huse li[data-words]").last).to_be_visible()
    expect(plain.get_by_role("search")).to_be_hidden()


# Finding a house


@pytest.fixture
def finder(page: Page, address: str) -> Page:
    page.set_viewport_size(PHONE)
    page.goto(f"{address}/")
    return page


def listed(page: Page) -> list[str]:
    return page.locator("#huse li:visible :is(h2, h3)").all_inner_texts()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("vejle", ["Vejle Kommune"]),
        ("  VEJ ", ["Vejle Kommune"]),
        ("aalb", ["Aalborg Kommune"]),
        ("ålb", ["Aalborg Kommune"]),
        ("skive kommune", ["Skive Kommune"]),
        ("kommune skive", ["Skive Kommune"]),
        ("solsikken", ["Eksempel Kommune"]),
        ("københavn", []),
    ],
)
def test_typing_narrows_the_list_of_houses(finder: Page, typed: str, found: list[str]):
    """Case, order of words and the spelling of å do not matter."""
    finder.get_by_label("Skriv din kommune").press_sequentially(typed)
    assert listed(finder) == found
    expected = "1 kommune passer." if found else "Ingen kommune passer."
    expect(finder.get_by_role("status")).to_contain_text(expected)


def test_an_emptied_field_shows_all_houses_again(finder: Page):
    """And says nothing about how many there are."""
    field = finder.get_by_label("Skriv din kommune")
    field.fill("vejle")
    field.fill("")
    assert len(listed(finder)) == len(SLUGS)
    expect(finder.get_by_role("status")).to_be_empty()


def test_enter_leads_to_the_first_house_found(finder: Page):
    """Typing, Enter, Enter: there, without a mouse."""
    finder.get_by_label("Skriv din kommune").fill("thisted")
    finder.keyboard.press("Enter")
    expect(finder.get_by_role("link", name="Thisted Kommune")).to_be_focused()
    finder.keyboard.press("Enter")
    finder.wait_for_url("**/thisted/")


def test_enter_with_nothing_found_stays_on_the_page(finder: Page):
    """The form is never sent anywhere."""
    before = finder.url
    finder.get_by_label("Skriv din kommune").fill("xyz")
    finder.keyboard.press("Enter")
    expect(finder.get_by_role("status")).to_contain_text("Ingen kommune passer.")
    assert finder.url == before


# On paper


@pytest.mark.parametrize("path", ["eksempel/", "eksempel/find-os/", "eksempel/kalender/", "vejle/"])
def test_on_paper_a_page_is_one_column_without_menus(page: Page, address: str, path: str):
    """What stands beside something on the screen stands below it on paper."""
    page.set_viewport_size(LAPTOP)
    page.goto(f"{address}/{path}")
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation").first).to_be_hidden()
    expect(page.get_by_role("link", name="Gå til indholdet")).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
    side_by_side = page.evaluate(
        """() => [".sections", ".opening", ".columns", ".place"].flatMap((parents) =>
            [...document.querySelectorAll(parents)].flatMap((parent) => {
                const boxes = [...parent.children].map((e) => e.getBoundingClientRect())
                    .filter((box) => box.height > 0);
                return boxes.slice(1).filter((box, i) => box.top < boxes[i].bottom - 1)
                    .map(() => parent.className);
            }))"""
    )
    assert side_by_side == []
    assert paper_and_ink(page) == PAPER_AND_INK


PAPER_AND_INK = ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]


def paper_and_ink(page: Page) -> list[str]:
    return page.evaluate(
        """() => {
            const style = getComputedStyle(document.body);
            return [style.backgroundColor, style.color];
        }"""
    )


def test_on_paper_the_dark_mode_costs_no_ink(page: Page, address: str):
    """Phones in dark mode print too."""
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(f"{address}/eksempel/")
    assert paper_and_ink(page) == PAPER_AND_INK


# Weight


def test_no_page_of_the_sample_is_heavy(site: Path):
    """HTML and CSS arrive with the first ten packets (DESIGN, section 8)."""
    files = [site / path / ("" if path.endswith(".html") else "index.html") for path in SAMPLE]
    weights = [weight(file, site) for file in files]
    largest = max(weights)
    print(f"largest: {largest.address}, {largest.seeing} bytes to see it, {largest.all} in all")
    assert [fault for each in weights for fault in each.faults] == []


def test_the_picture_fits_the_phone(browser: Browser, address: str):
    """A phone with a fine screen does not fetch the picture meant for a large one."""
    with browser.new_context(viewport=PHONE, device_scale_factor=2) as context:
        page = context.new_page()
        fetched = []
        page.on("request", lambda request: fetched.append(request.url))
        page.goto(f"{address}/eksempel/")
        page.locator("figure img").scroll_into_view_if_needed()
        page.wait_for_load_state("networkidle")
        assert [url.rpartition("/")[2] for url in fetched if "huset" in url] == ["huset-960.avif"]
