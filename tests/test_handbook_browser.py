"""The handbook as a colleague meets it: on a phone, by keyboard, in the dark, searching."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
import yaml
from accessibility import axe_in_the_light_and_in_the_dark, sideways_scroll, tab_walk
from html_tree import read_html
from playwright.sync_api import Browser, Locator, Page, expect
from sampling import slow_unless

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parent.parent
HANDBOOK = ROOT / "content" / "handbook"
WORDS = yaml.safe_load((ROOT / "tests/cases/handbook/words.yml").read_text("utf-8"))

NAMES = sorted(page.relative_to(HANDBOOK).with_suffix("") for page in HANDBOOK.rglob("*.md"))
ADDRESSES = [f"{name}/".removesuffix("index/") for name in NAMES]

PHONE = {"width": 375, "height": 667}
# The worker reads the whole handbook first, on a machine that does other things too.
PATIENCE = 30_000
LAPTOP = {"width": 1280, "height": 800}
# The first page, one with examples, a long one with tables, a decision, and the page for the lost.
SAMPLE = ("", "tilbud/", "aabningstider/", "adr/001-scalars-are-text/", "404.html")

every_page = pytest.mark.parametrize(
    "path",
    [
        pytest.param(path, id=path or "index", marks=slow_unless(path in SAMPLE))
        for path in [*ADDRESSES, "404.html"]
    ],
)
phone_and_laptop = pytest.mark.parametrize("window", [PHONE, LAPTOP], ids=["phone", "laptop"])


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A window whose clock runs, unlike that of conftest: the search waits for its own timers."""
    page = browser.new_page(bypass_csp=True)
    yield page
    page.close()


@pytest.fixture(scope="session")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The handbook, built as `make handbook` builds it for where it is published."""
    folder = tmp_path_factory.mktemp("handbook") / "haandbog"
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", "handbook.yml"]
    settings = {"NO_MKDOCS_2_WARNING": "1", "HANDBOOK_URL": "https://familiehuse.example/haandbog/"}
    command += ["--site-dir", str(folder)]
    subprocess.run(command, cwd=ROOT, env=os.environ | settings, check=True)
    return folder


@pytest.fixture(scope="session")
def address(handbook: Path, served: Callable[[Path], str]) -> str:
    return f"{served(handbook.parent)}/haandbog"


@every_page
@phone_and_laptop
def test_axe_finds_nothing(page: Page, address: str, path: str, window: dict[str, int]):
    """WCAG 2.2 AA and best practice, in the light and in the dark; nothing scrolls sideways."""
    page.set_viewport_size(window)
    page.goto(f"{address}/{path}")
    assert axe_in_the_light_and_in_the_dark(page) == []
    assert sideways_scroll(page) == 0


@every_page
@phone_and_laptop
def test_everything_can_be_reached_by_keyboard(
    page: Page, address: str, path: str, window: dict[str, int]
):
    """WCAG 2.2, 2.1.1, 2.1.2, 2.4.7 and 2.4.11."""
    page.set_viewport_size(window)
    page.goto(f"{address}/{path}")
    assert tab_walk(page) == []


def test_the_menu_is_opened_and_shut_by_keyboard(page: Page, address: str):
    """On a phone: by a button, focus goes in, Escape brings it back, and a page is reached."""
    page.set_viewport_size(PHONE)
    page.goto(f"{address}/aabningstider/")
    menu = page.get_by_role("button", name="Menu")
    tilbud = page.get_by_role("link", name="Tilbud", exact=True)
    expect(tilbud).to_be_hidden()
    tab_to(page, menu)
    page.keyboard.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("link", name="Åbningstider", exact=True)).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu).to_be_focused()
    expect(menu).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Enter")
    tab_to(page, tilbud)
    page.keyboard.press("Enter")
    page.wait_for_url("**/tilbud/")
    assert page.title() == "Tilbud - Håndbogen"


def test_the_search_is_a_dialog_on_a_phone(page: Page, address: str):
    page.set_viewport_size(PHONE)
    page.goto(f"{address}/tilbud/")
    find = page.get_by_role("button", name="Søg", exact=True)
    tab_to(page, find)
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Søg i håndbogen")
    expect(dialog.get_by_role("textbox", name="Søg i håndbogen")).to_be_focused()
    expect(dialog.get_by_role("status")).to_have_text("Indtast søgeord")
    page.keyboard.type("ferie")
    expect(dialog.get_by_role("status")).to_contain_text("resultat", timeout=PATIENCE)
    assert axe_in_the_light_and_in_the_dark(page) == []
    for _ in range(60):  # round and round: nothing behind it is ever reached
        page.keyboard.press("Tab")
        assert page.evaluate(
            "[document.body, null].includes(document.activeElement) || "
            "document.querySelector('.md-search').contains(document.activeElement)"
        )
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(find).to_be_focused()


@phone_and_laptop
def test_a_result_is_reached_with_the_arrows(page: Page, address: str, window: dict[str, int]):
    page.set_viewport_size(window)
    page.goto(f"{address}/tilbud/", wait_until="networkidle")
    field = page.get_by_role("textbox", name="Søg i håndbogen")
    find = page.get_by_role("button", name="Søg", exact=True)
    tab_to(page, find if window == PHONE else field)
    if window == PHONE:
        page.keyboard.press("Enter")
    page.keyboard.type("helligdag")
    found = page.get_by_role("list", name="Det, der er fundet").get_by_role("link")
    expect(found.first).to_be_visible(timeout=PATIENCE)
    until_all_letters_are_answered(page)
    page.keyboard.press("ArrowDown")
    expect(found.first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/aabningstider/**")


def until_all_letters_are_answered(page: Page) -> None:
    """Each letter brings a list of its own, and the next one takes the focus away."""
    shown, before = page.locator(".md-search-result"), ""
    while before != (before := shown.inner_html()):
        page.wait_for_timeout(1000)


def tab_to(page: Page, wanted: Locator) -> None:
    """As somebody without a mouse comes there from the top of the page."""
    for _ in range(30):
        page.keyboard.press("Tab")
        if wanted.count() and wanted.evaluate("it => it === document.activeElement"):
            return
    pytest.fail(f"Tab never comes to {wanted}")


def test_the_first_tab_leads_past_the_menu(page: Page, address: str):
    page.goto(f"{address}/tilbud/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Gå til indholdet")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('article').contains(document.activeElement)")


def test_the_search_finds_what_a_colleague_types(page: Page, address: str):
    page.goto(address, wait_until="networkidle")
    missed = {word: found for word, found in found_by_each(page) if WORDS[word] not in found[:5]}
    assert missed == {}


def found_by_each(page: Page) -> Iterator[tuple[str, list[str]]]:
    """The pages that each of the words finds, the best first."""
    field, meta = page.locator(".md-search__input"), page.get_by_role("status")
    links = page.locator(".md-search-result__item > a")
    for word in WORDS:
        field.fill("")
        field.press("End")  # Material looks when a key is let go
        expect(links).to_have_count(0)
        field.fill(word)
        field.press("End")
        expect(meta).to_contain_text("resultat", timeout=PATIENCE)
        hrefs = links.evaluate_all("all => all.map((link) => link.href)")
        pages = [href.partition("/haandbog/")[2].partition("/")[0] for href in hrefs]
        yield word, list(dict.fromkeys(pages))


@every_page
def test_a_page_asks_nobody_else_and_remembers_nothing(browser: Browser, address: str, path: str):
    with browser.new_context() as context:
        page = context.new_page()
        asked, said = list[str](), list[str]()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(f"{address}/{path}", wait_until="networkidle")
        stored = page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]")
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
    assert said == []
    assert stored == [0, 0, ""]


def test_every_link_leads_somewhere(handbook: Path):
    """To a file, and to the place in it; what leads out is whole and safe."""
    base = "https://familiehuse.example/haandbog/"
    pages = {file: read_html(file.read_text("utf-8")) for file in handbook.rglob("*.html")}
    dead = []
    for file, tree in pages.items():
        own = base + file.relative_to(handbook).as_posix().removesuffix("index.html")
        for href in [link["href"] for link in tree.all("a") if link["href"]]:
            target, _, place = urljoin(own, href).partition("#")
            if not target.startswith(base):
                dead += [] if target.startswith("https://") else [(own, href)]
                continue
            found = handbook / target.removeprefix(base)
            found = found / "index.html" if found.is_dir() else found
            ids = {e["id"] for e in pages[found].all()} if found in pages else set()
            if not found.is_file() or (place and place not in ids):
                dead.append((own, href))
    assert dead == []
