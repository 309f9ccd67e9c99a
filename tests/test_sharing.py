"""A link to a house that somebody shares: its own words, its own picture, the same every time."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from building import BASE, ROOT, build_site, golden_project
from html_tree import Element, read_html, read_site
from PIL import Image, ImageColor

from site_generator.kept import Kept
from site_generator.pictures.cropping import Photograph
from site_generator.pictures.share_picture import SIZE, Card, share_picture
from site_generator.schema.focus import MIDDLE, Focus

pytest_plugins = "few_houses"

FONT = ROOT / "themes/familiehus/print/fonts/AtkinsonHyperlegibleNext_600SemiBold.ttf"
CARD = Card("Familiernes Hus", "Vordingborg Kommune", "#7a4300", FONT)


def said(page: Element) -> dict[str, str]:
    """What a page says to networks, by the name of each property."""
    metas = [(meta["property"] or meta["name"], meta["content"]) for meta in page.all("meta")]
    return {name: content for name, content in metas if name.startswith(("og:", "twitter:"))}


@pytest.mark.parametrize(
    ("file", "locale"), [("tilbud", "da_DK"), ("en/tilbud", "en_GB"), ("ar/tilbud", "ar_AR")]
)
def test_each_page_is_shared_as_itself(few: Path, file: str, locale: str):
    page = read_html((few / "eksempel" / file / "index.html").read_text("utf-8"))
    found = said(page)
    assert found["og:title"] == page.first("title").text
    assert found["og:url"] == f"{BASE}/eksempel/{file}/"
    assert found["og:locale"] == locale
    assert found["og:type"] == "website"
    assert found["og:image"] == f"{BASE}/eksempel/assets/del.jpg"
    assert (found["og:image:width"], found["og:image:height"]) == ("1200", "630")
    assert len(found["og:image:alt"]) > 20
    assert found["twitter:card"] == "summary_large_image"


def test_every_page_has_a_title_and_a_description_to_share(few: Path):
    pages = {path: page for path, page in read_site(few).items() if path.count("/") > 1}
    missing = [
        path
        for path, page in pages.items()
        if not {"og:title", "og:description"} <= said(page).keys()
        and "/indlejr/" not in path  # in a frame; what is shared is the page around it
    ]
    assert missing == []


@pytest.mark.parametrize("slug", ["eksempel", "skive"])
def test_the_picture_is_there_in_the_size_that_is_said(few: Path, slug: str):
    with Image.open(few / slug / "assets" / "del.jpg") as picture:
        assert picture.size == SIZE
        assert not picture.getexif()


def test_without_an_address_there_is_no_picture(tmp_path: Path):
    """A picture needs a whole address; without one the words are shared alone."""
    build_site(golden_project(tmp_path / "project"), tmp_path / "site")
    page = read_html((tmp_path / "site/testkommune/index.html").read_text("utf-8"))
    assert "og:image" not in said(page)
    assert said(page)["twitter:card"] == "summary"
    assert not (tmp_path / "site/testkommune/assets/del.jpg").exists()


def test_a_card_is_the_same_every_time(tmp_path: Path):
    first = share_picture(CARD, None, Kept(tmp_path / "a"))
    assert first == share_picture(CARD, None, Kept(tmp_path / "b"))
    with Image.open(BytesIO(first)) as picture:
        assert picture.size == SIZE
        # The house's colour, as far as JPEG keeps it.
        assert (
            max(abs(a - b) for a, b in zip(picture.getpixel((5, 5)), (122, 67, 0), strict=True)) < 6
        )


@pytest.mark.parametrize(
    ("focus", "seen"),
    [
        (Focus(50, 0), "red"),
        (MIDDLE, "lime"),
        (Focus(0, 50), "lime"),
        (Focus(50, 100), "blue"),
        (Focus(20, 83), "blue"),
    ],
)
def test_a_photograph_is_cut_around_its_focus(tmp_path: Path, focus: Focus, seen: str):
    """A tall picture of three bands: the one that is named stays, and is kept under its name."""
    tall = Image.new("RGB", (1200, 3 * 630), "lime")
    tall.paste("red", (0, 0, 1200, 630))
    tall.paste("blue", (0, 2 * 630, 1200, 3 * 630))
    tall.save(tmp_path / "hus.png")
    kept = Kept(tmp_path / ".cache")
    share_picture(CARD, Photograph(tmp_path / "hus.png"), kept)
    cut = share_picture(CARD, Photograph(tmp_path / "hus.png", focus), kept)
    with Image.open(BytesIO(cut)) as picture:
        assert picture.size == SIZE
        point = (1200 * focus.across // 101, 630 * focus.down // 101)
        wanted = ImageColor.getrgb(seen)
        assert max(abs(a - b) for a, b in zip(picture.getpixel(point), wanted, strict=True)) < 10


def test_a_long_name_fits(tmp_path: Path):
    """Nothing is written outside of the picture: its edges have the colour of the house."""
    long = Card("Familiehuset ved Søerne i Nykøbing på Mors", "Morsø Kommune", "#1f5c57", FONT)
    with Image.open(BytesIO(share_picture(long, None, Kept(tmp_path)))) as picture:
        right = [picture.getpixel((SIZE[0] - 30, y)) for y in range(0, SIZE[1], 5)]
        assert all(max(pixel) < 130 for pixel in right)
