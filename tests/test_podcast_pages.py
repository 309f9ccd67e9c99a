"""A podcast and a film as a family meets them: with ears or without, by keyboard and by touch."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from accessibility import axe_in_the_light_and_in_the_dark, sideways_scroll, tab_walk
from building import BASE, build_site, copied_project
from html_tree import Element, read_html
from playwright.sync_api import Browser, Page, expect
from weight import weight

from site_generator.verify.site import verify

SHOWN = (
    "eksempel/podcast/",
    "eksempel/podcast/far/",
    "eksempel/ar/podcast/far/",
    "eksempel/tilbud/fars-legestue/",
    "eksempel/om/",
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example at an address of its own, so that there is something to follow."""
    folder = tmp_path_factory.mktemp("podcast")
    project = copied_project(folder / "project", "eksempel")
    build_site(project, folder / "site", base_url=BASE)
    return folder / "site"


@pytest.fixture(scope="module")
def address(site: Path, served: Callable[[Path], str]) -> str:
    return served(site)


def page_of(site: Path, path: str) -> Element:
    return read_html((site / path / "index.html").read_text("utf-8"))


def test_nothing_leads_nowhere(site: Path):
    """Links, sound, film and captions are all there; nothing is fetched from elsewhere."""
    assert [str(problem) for problem in verify(site)] == []


@pytest.mark.parametrize("path", SHOWN)
def test_pages_stay_light(site: Path, path: str):
    """A film and a player weigh nothing before somebody asks for them."""
    page = page_of(site, path)
    assert weight(site / path / "index.html", site).faults == []
    assert {element["preload"] for element in page.all("audio", "video")} <= {"none"}


def test_page_and_feed_tell_the_same(site: Path):
    """Title, words, sound and chapters of each episode: one account."""
    feed = ElementTree.parse(site / "eksempel/podcast/feed.xml")
    for item in feed.iterfind("channel/item"):
        own = str(item.findtext("link")).removeprefix(f"{BASE}/")
        page = page_of(site, own)
        enclosure = item.find("enclosure")
        assert enclosure is not None
        assert next(page.all("h1")).text == item.findtext("title")
        assert next(p for p in page.all("p") if p["class"] == "lead").text == item.findtext(
            "description"
        )
        (player,) = page.all("audio")
        file = (site / own / player["src"]).resolve()
        assert file.relative_to(site.resolve()).as_posix() == enclosure.attrib["url"].removeprefix(
            f"{BASE}/"
        )
        assert file.stat().st_size == int(enclosure.attrib["length"])


def test_the_page_says_where_to_follow(site: Path):
    page = page_of(site, "eksempel/podcast/")
    assert f"{BASE}/eksempel/podcast/feed.xml" in [code.text for code in page.all("code")]
    assert "https://www.eksempel.dk/podcastapp/solsikken" in [a["href"] for a in page.all("a")]
    heads = [link["href"] for link in page.all("link") if link["type"] == "application/rss+xml"]
    assert heads == [f"{BASE}/eksempel/podcast/feed.xml"]
    allowed = ("https:", "mailto:", "tel:", "webcal:")
    schemes = [a["href"] for a in page.all("a") if ":" in a["href"]]
    assert [href for href in schemes if not href.startswith(allowed)] == []


def test_an_episode_stands_on_the_offers_it_belongs_to(site: Path):
    links = {a["href"] for a in page_of(site, "eksempel/tilbud/fars-legestue").all("a")}
    assert "../../podcast/far/" in links
    assert "../../podcast/soevn/" not in links


def test_a_film_has_captions_in_every_language_and_a_picture(site: Path):
    """Those of the page's own language are shown first."""
    for below, first in (("", "da"), ("ar/", "ar")):
        (video,) = page_of(site, f"eksempel/{below}om").all("video")
        tracks = {track["srclang"]: track for track in video.all("track")}
        assert set(tracks) == {"da", "en", "uk", "ar"}
        assert [code for code, track in tracks.items() if "default" in track.attributes] == [first]
        assert (site / "eksempel" / below / "om" / video["poster"]).resolve().is_file()


@pytest.mark.browser
@pytest.mark.parametrize("width", [375, 1280])
@pytest.mark.parametrize("path", SHOWN)
def test_axe_finds_nothing_and_all_is_reached_by_keyboard(
    page: Page, address: str, path: str, width: int
):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{address}/{path}")
    assert axe_in_the_light_and_in_the_dark(page) == []
    assert sideways_scroll(page) == 0
    page.goto(f"{address}/{path}")
    assert tab_walk(page) == []


def plays_from(page: Page, second: int) -> None:
    player = page.locator("main audio")
    expect(player).to_have_js_property("paused", False)
    assert second <= player.evaluate("player => player.currentTime") < second + 8


@pytest.mark.browser
def test_a_chapter_plays_by_keyboard(page: Page, address: str):
    """From its own beginning, in the page's player, and the page stays."""
    page.goto(f"{address}/eksempel/podcast/far/")
    page.get_by_role("link", name="0:13 Badet blev mit").focus()
    page.keyboard.press("Enter")
    plays_from(page, 13)
    assert page.url == f"{address}/eksempel/podcast/far/"
    expect(page.get_by_role("link", name="0:13 Badet blev mit")).to_be_focused()


@pytest.mark.browser
def test_a_time_in_the_text_plays_by_touch(browser: Browser, address: str):
    context = browser.new_context(has_touch=True, viewport={"width": 375, "height": 667})
    page = context.new_page()
    page.goto(f"{address}/eksempel/podcast/far/")
    page.locator(".prose").get_by_role("link", name="0:23").tap()
    plays_from(page, 23)
    expect(page.locator("main audio")).to_be_in_viewport()
    context.close()


@pytest.mark.browser
def test_without_a_script_a_chapter_leads_into_the_sound(browser: Browser, address: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/eksempel/podcast/far/")
    link = page.get_by_role("link", name="0:13 Badet blev mit")
    assert link.get_attribute("href") == "../../media/podcast-far.mp3#t=13"
    context.close()


@pytest.mark.browser
def test_a_film_shows_what_is_said(page: Page, address: str):
    """Chromium reads the captions of the page's language."""
    page.goto(f"{address}/eksempel/en/om/")
    page.evaluate("document.querySelector('video').load()")
    shown = page.locator("track[srclang=en]")
    expect(shown).to_have_js_property("readyState", 2)  # HTML: LOADED
    said = shown.evaluate("t => [t.track.mode, ...[...t.track.cues].map((cue) => cue.text)]")
    assert said[0] == "showing"
    assert said[1] == "Leave the pram under the roof and ring at the blue door."
    assert len(said) == 5
