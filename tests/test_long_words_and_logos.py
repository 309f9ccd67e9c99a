"""What a municipality is called and how it looks is its own: long words, dark and wide logos."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from accessibility import sideways_scroll, too_wide_with_other_text
from building import ROOT, build_site
from PIL import Image, ImageDraw
from playwright.sync_api import Browser, Page

from site_generator.problems import has_errors

pytestmark = pytest.mark.browser

LONG_HEADLINE = "Småbørnskonsulentordningen er åben."
LONG_OFFERS = (
    "Fødselsdepressionsgruppe",
    "Sundhedsplejerskekonsultation",
    "Familiebehandlingssamtaler",
)
PAGES = (
    "",
    "tilbud/",
    "tilbud/tilbud-1/",
    "find-os/",
    "kalender/",
    "kalender/2026-12/",
    "fagfolk/",
)
EVENT = "{{id: a{0}, title: {1}, offer: tilbud-{0}, date: 2026-12-0{2}, time: 10-12}}"
OFFER = """  - id: tilbud-{0}
    title: {1}
    summary: Kom og leg.
    access: open
    audience: [parents]
    topics: [network]
    cost: gratis
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, served: Callable[[Path], str]) -> str:
    """A house with long words and a word-mark in near-black letters on no ground."""
    root = tmp_path_factory.mktemp("long")
    for shared in ("content", "themes"):
        (root / shared).symlink_to(ROOT / shared)
    house = root / "municipalities" / "proeve"
    (house / "media").mkdir(parents=True)
    (house / "media" / "maerke.png").write_bytes(word_mark())
    site = f"""name: Huset
municipality: Prøve Kommune
status: demo
headline: {LONG_HEADLINE}
intro: Kom ind og få en snak.
access: open
contact: {{phone: 00 00 00 01}}
brand: {{logo: {{file: media/maerke.png, alt: Prøve Kommune}}}}
"""
    offers = "".join(OFFER.format(n, title) for n, title in enumerate(LONG_OFFERS))
    events = ", ".join(EVENT.format(n, title, n + 1) for n, title in enumerate(LONG_OFFERS))
    (house / "site.yml").write_text(site, "utf-8")
    (house / "offers.yml").write_text(f"offers:\n{offers}", "utf-8")
    (house / "events.yml").write_text(f"events: [{events}]\n", "utf-8")
    assert not has_errors(build_site(root, root / "site"))
    return f"{served(root / 'site')}/proeve"


def word_mark() -> bytes:
    """Four times as wide as high, as a municipality's name in one line is."""
    picture = Image.new("RGBA", (800, 200), (0, 0, 0, 0))
    ImageDraw.Draw(picture).rectangle((40, 60, 760, 140), fill=(20, 20, 20, 255))
    file = BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()


@pytest.mark.parametrize("path", PAGES)
def test_a_long_word_does_not_widen_the_page(page: Page, address: str, path: str):
    """WCAG 2.2, 1.4.10: on the smallest telephone, on an ordinary one, with large text."""
    page.goto(f"{address}/{path}")
    for width in (320, 360):
        page.set_viewport_size({"width": width, "height": 568})
        assert sideways_scroll(page) == 0, width
    assert too_wide_with_other_text(page) == []


def test_a_long_word_stays_whole_where_it_has_room(page: Page, address: str):
    """A title that is broken after any letter is hard to read for those who spell."""
    page.set_viewport_size({"width": 320, "height": 568})
    page.goto(f"{address}/tilbud/")
    title = page.locator(".offer-card h3 a").first
    assert title.inner_text() == LONG_OFFERS[0]
    assert title.bounding_box()["height"] < 1.6 * 22


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_dark_logo_is_seen_and_a_wide_one_can_be_read(
    browser: Browser, address: str, scheme: str
):
    """Near-black letters have a light plate in the dark (WCAG 1.4.11: 3 to 1); a word-mark is as
    high as two lines of text, not as high as it is when it must fit a square."""
    with browser.new_context(
        color_scheme=scheme, viewport={"width": 375, "height": 667}
    ) as context:
        page = context.new_page()
        page.goto(f"{address}/")
        logo = page.locator(".site-header__name img")
        box = logo.bounding_box()
        assert box["height"] >= 30
        assert box["width"] >= 100
        seen = Image.open(BytesIO(logo.screenshot())).convert("L")
        letters, ground = seen.getpixel((seen.width // 2, seen.height // 2)), seen.getpixel((8, 8))
        assert letters < 40
        assert contrast(letters, ground) >= 3
        name = page.locator(".site-header__name strong").bounding_box()
        assert name["x"] >= box["x"] + box["width"]


def contrast(one: int, other: int) -> float:
    """Of two greys, after WCAG."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(grey: int) -> float:
    share = grey / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
