"""The screen in the waiting room, in a browser that nobody touches for days."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from accessibility import axe_violations
from building import BASE, PROJECT, ROOT, build_site, opened_house
from playwright.sync_api import Browser, Page, Route

from site_generator.told.today import today_view

pytestmark = pytest.mark.browser

THURSDAY = date(2026, 11, 26)
MORNING = datetime(2026, 11, 26, 9, tzinfo=UTC)  # ten o'clock in Denmark
HOUSES = ("eksempel", "skive", "langtnavn")
LYING, UPRIGHT = {"width": 1920, "height": 1080}, {"width": 1080, "height": 1920}
TURN = 14_000
DATA = re.compile(r"/skaerm/dage\.json$")
BOTH_WAYS = pytest.mark.parametrize("window", [LYING, UPRIGHT], ids=["lying", "upright"])


@pytest.fixture(scope="session")
def screens(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A house with everything, one without hours, and one whose names are far too long, built for
    the Thursday. Not to be changed."""
    root = tmp_path_factory.mktemp("screens")
    houses = root / "project" / "municipalities"
    for slug in ("eksempel", "skive"):
        shutil.copytree(PROJECT / "municipalities" / slug, houses / slug)
        (houses / slug / "flyers.yml").unlink()
    shutil.copytree(ROOT / "tests" / "cases" / "screen" / "langtnavn", houses / "langtnavn")
    for shared in ("content", "themes"):
        (root / "project" / shared).symlink_to(ROOT / shared)
    build_site(root / "project", root / "site", *HOUSES, today=THURSDAY, base_url=BASE)
    return root / "site"


@pytest.fixture(scope="session")
def served_screens(screens: Path, served: Callable[[Path], str]) -> str:
    return served(screens)


SHOWN = """() => ({
  lang: document.querySelector(".screen").lang,
  dir: document.querySelector(".screen").dir,
  day: document.querySelector(".screen__day").textContent,
  stale: document.querySelector(".screen__stale").textContent,
  title: document.querySelector("h1").textContent,
  rows: [...document.querySelectorAll(".slide__text")].map((row) => row.textContent),
  all: document.body.innerText,
})"""


@dataclass
class Screen:
    """A page with a clock that the test turns."""

    page: Page

    def open(self, address: str, moment: datetime = MORNING) -> Screen:
        self.page.clock.install(time=moment)
        self.page.goto(address)
        self.page.wait_for_function("document.querySelector('.screen').lang !== ''")
        return self

    def open_with_its_days(self, address: str, moment: datetime = MORNING) -> Screen:
        with self.page.expect_response(DATA):
            self.open(address, moment)
        self.page.wait_for_function("document.querySelector('.screen__day').textContent !== ''")
        return self

    @property
    def shown(self) -> dict[str, Any]:
        found: dict[str, Any] = self.page.evaluate(SHOWN)
        return found

    def turn(self) -> dict[str, Any]:
        self.page.clock.run_for(TURN)
        return self.shown

    def sleep(self, length: timedelta) -> dict[str, Any]:
        """As a machine that slept: what was due meanwhile comes once, all at the end."""
        self.page.clock.fast_forward(int(length.total_seconds() * 1000))
        return self.turn()

    def asks_again(self) -> None:
        """Ten minutes later, at once: a clock that ran through them would run out of patience too
        while the answer is on its way."""
        with self.page.expect_response(DATA):
            self.page.clock.fast_forward(10 * 60_000)

    def until(self, title: str) -> dict[str, Any]:
        for _ in range(60):
            if self.shown["title"] == title:
                return self.shown
            self.turn()
        raise AssertionError(f"{title} is never shown")


@pytest.fixture
def screen(browser: Browser) -> Iterator[Screen]:
    with browser.new_context(viewport=LYING, bypass_csp=True) as context:
        yield Screen(context.new_page())


@pytest.fixture
def example(screen: Screen, served_screens: str) -> Screen:
    return screen.open_with_its_days(f"{served_screens}/eksempel/skaerm/")


def test_three_days_say_what_is_told_of_each(example: Screen):
    """From one file, without a reload: what the front page says on each of the days."""
    for ahead in range(3):
        house = opened_house(PROJECT, "eksempel", THURSDAY + timedelta(days=ahead), BASE)
        view = today_view(house)
        assert view
        shown = example.until("I dag")
        assert shown["day"] in view.date.replace(" den ", " ")
        texts = [status.text for status in view.statuses]
        assert shown["rows"][: len(texts)] == texts
        example.sleep(timedelta(days=1) - timedelta(minutes=20))


def test_at_midnight_the_day_that_has_passed_is_gone_at_once(screen: Screen, served_screens: str):
    late = datetime(2026, 11, 26, 22, 59, 50, tzinfo=UTC)
    screen.open_with_its_days(f"{served_screens}/eksempel/skaerm/", late)
    assert screen.shown["day"] == "Torsdag 26. november"
    screen.page.clock.run_for(11_000)
    assert screen.shown["day"] == "Fredag 27. november" or screen.shown["lang"] != "da"
    for _ in range(8):
        assert "26" not in screen.turn()["day"]


def test_it_is_danish_time_whatever_the_machine_believes(browser: Browser, served_screens: str):
    evening = datetime(2026, 11, 26, 23, 30, tzinfo=UTC)  # half past midnight in Denmark
    with browser.new_context(timezone_id="America/Los_Angeles") as context:
        screen = Screen(context.new_page())
        screen.open_with_its_days(f"{served_screens}/eksempel/skaerm/", evening)
        assert screen.shown["day"] == "Fredag 27. november"


def test_when_the_door_has_closed_it_says_so(screen: Screen, served_screens: str):
    after = datetime(2026, 11, 26, 17, 1, tzinfo=UTC)
    screen.open_with_its_days(f"{served_screens}/eksempel/skaerm/", after)
    assert screen.until("I dag")["rows"][0] == "Lukket nu"
    soon = screen.until("Det sker snart")
    assert "Torsdag 26. november" not in soon["all"].partition("Det sker snart")[2]


def test_the_languages_come_in_turn_each_in_its_direction(example: Screen):
    seen = [example.shown["lang"], *(example.turn()["lang"] for _ in range(40))]
    order = [code for before, code in zip(["", *seen], seen, strict=False) if code != before]
    assert order[:5] == ["da", "en", "uk", "ar", "da"]
    while example.shown["lang"] != "ar":
        example.turn()
    assert example.shown["dir"] == "rtl"
    assert re.search(r"[\u0600-\u06ff]", example.shown["title"])


def test_every_offer_has_its_turn(example: Screen):
    seen = set()
    for _ in range(4 * 4 * 3):
        if (shown := example.turn())["title"] == "Det kan du få":
            seen.update(shown["rows"])
    assert len(seen) >= 3


def test_the_network_is_lost_and_comes_back(example: Screen):
    """The screen goes on; after a day it says how old it is; when the network is back, no more."""
    lost = example.page
    lost.route(DATA, lambda route: route.abort())
    assert example.sleep(timedelta(hours=3))["stale"] == ""
    shown = example.sleep(timedelta(hours=22))
    assert shown["stale"] != ""
    assert "26. november 2026" in example.until("I dag")["stale"]
    assert example.shown["day"] == "Fredag 27. november"
    lost.unroute(DATA)
    example.asks_again()
    lost.wait_for_timeout(300)
    # The file itself was made yesterday, which a nightly build may well have been.
    assert example.turn()["stale"] == ""


def test_something_else_in_place_of_the_file_changes_nothing(example: Screen):
    example.page.route(DATA, lambda route: route.fulfill(body="<html>Log på nettet</html>"))
    shown = example.sleep(timedelta(hours=1))
    assert shown["day"]


def test_when_the_days_run_out_only_what_always_holds_is_shown(example: Screen):
    example.page.route(DATA, lambda route: route.abort())
    example.sleep(timedelta(days=14))
    assert example.until("I dag")["day"] == "Torsdag 10. december"
    example.sleep(timedelta(days=1))
    titles = set()
    for _ in range(10):
        shown = example.turn()
        titles.add(shown["title"])
        assert shown["day"] == ""
        assert shown["stale"] != ""
        assert not re.search(r"\d{1,2}[.:]\d{2}|Åbent|Lukket", "".join(shown["rows"]))
    assert len(titles) == 4  # the same slide, in each language
    assert example.page.locator(".slide__code img").count() == 1


def test_without_the_file_from_the_start_it_waits_for_it(screen: Screen, served_screens: str):
    screen.page.route(DATA, lambda route: route.abort())
    screen.open(f"{served_screens}/eksempel/skaerm/")
    assert screen.shown["title"] == "Scan koden, og se mere"
    assert "Åbent" not in screen.shown["all"]
    screen.page.unroute(DATA)
    screen.asks_again()
    screen.page.wait_for_function("document.querySelector('.screen__day').textContent !== ''")


def with_version(route: Route, version: str) -> None:
    answer = route.fetch()
    route.fulfill(
        body=re.sub(r'"version":"\w+"', f'"version":"{version}"', answer.text()),
        content_type=answer.headers["content-type"],
    )


def test_a_new_program_begins_anew_and_only_once_its_page_is_there(example: Screen):
    page = example.page
    page.evaluate("window.before = true")
    page.route(DATA, lambda route: with_version(route, "nyere123"))
    example.sleep(timedelta(minutes=11))
    page.wait_for_timeout(500)
    assert page.evaluate("window.before") is True  # the page that is served is the old one still
    page.route("**/eksempel/skaerm/", lambda route: with_version(route, "nyere123"))
    page.clock.fast_forward(11 * 60_000)
    page.clock.run_for(2000)
    page.wait_for_function("window.before === undefined")


OUTSIDE = """() => {
  const root = document.documentElement, stage = document.querySelector(".screen__stage");
  const box = stage.getBoundingClientRect();
  const out = [...stage.querySelectorAll("p, h1, img, figcaption")].filter((one) => {
    const { left, right, bottom } = one.getBoundingClientRect();
    return bottom > box.bottom + 1 || right > box.right + 1 || left < box.left - 1;
  }).map((one) => one.textContent || one.alt);
  if (root.scrollWidth > innerWidth || root.scrollHeight > innerHeight) out.push("scrolls");
  return out;
}"""
SMALLEST = """() => Math.min(...[...document.querySelectorAll("p, h1")]
  .filter((one) => one.textContent).map((one) => parseFloat(getComputedStyle(one).fontSize)))"""


@BOTH_WAYS
@pytest.mark.parametrize("slug", HOUSES)
def test_nothing_is_cut_off_and_nothing_scrolls(
    screen: Screen, served_screens: str, slug: str, window: dict[str, int]
):
    """And nothing is smaller than can be read from five metres: 3.2 hundredths of the screen."""
    page = screen.page
    page.set_viewport_size(window)
    screen.open_with_its_days(f"{served_screens}/{slug}/skaerm/")
    for _ in range(18):
        outside, smallest = page.evaluate(OUTSIDE), page.evaluate(SMALLEST)
        assert outside == []
        assert smallest >= 0.032 * 1080 - 0.1
        screen.turn()


@BOTH_WAYS
def test_axe_finds_nothing_on_any_slide(example: Screen, window: dict[str, int]):
    example.page.set_viewport_size(window)
    # Half faded in, nothing has the contrast that it is about to have.
    example.page.emulate_media(reduced_motion="reduce")
    for _ in range(4):
        assert axe_violations(example.page) == []
        example.turn()
    while example.shown["lang"] != "ar":
        example.turn()
    assert axe_violations(example.page) == []


def test_nothing_moves_where_nobody_wants_it(example: Screen):
    motion = "getComputedStyle(document.querySelector('.slide')).animationName"
    assert example.page.evaluate(motion) == "appear"
    example.page.emulate_media(reduced_motion="reduce")
    assert example.page.evaluate(motion) == "none"
    assert example.page.evaluate("getComputedStyle(document.body).cursor") == "none"


def test_a_slide_can_be_held_and_turned_by_key(example: Screen):
    """WCAG 2.2, 2.2.2."""
    held = example.shown["title"]
    example.page.keyboard.press("Space")
    assert example.turn()["title"] == held
    example.page.keyboard.press("ArrowRight")
    assert example.shown["title"] != held


def test_it_does_not_grow(example: Screen):
    """A round of all languages leaves no more behind than the round before."""
    size = "[document.querySelectorAll('*').length, document.styleSheets.length]"

    def largest() -> list[int]:
        rounds = [(example.turn(), example.page.evaluate(size))[1] for _ in range(20)]
        return [max(column) for column in zip(*rounds, strict=True)]

    assert largest() == largest()


@BOTH_WAYS
def test_without_a_script_the_day_fits_on_the_screen(
    browser: Browser, served_screens: str, window: dict[str, int]
):
    with browser.new_context(viewport=window, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{served_screens}/eksempel/skaerm/")
        assert "Gælder torsdag den 26. november 2026" in page.inner_text("body")
        bottom = page.locator(".screen").bounding_box()
        assert bottom
        assert bottom["height"] <= window["height"]


def test_the_page_asks_nobody_else_for_anything(screen: Screen, served_screens: str):
    asked: list[str] = []
    screen.page.on("request", lambda request: asked.append(request.url))
    screen.open_with_its_days(f"{served_screens}/eksempel/skaerm/")
    assert len(asked) >= 4
    assert all(url.startswith(served_screens) for url in asked)
