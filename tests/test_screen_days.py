"""What the screen in the waiting room lives on: the same account of each day as everywhere."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from building import BASE, PROJECT, ROOT, TODAY, opened_house
from html_tree import read_html
from PIL import Image
from printed import codes

from site_generator import addresses
from site_generator.html.rendering import Renderer
from site_generator.kept import Kept
from site_generator.language.marked import plain
from site_generator.language.spoken import speaking
from site_generator.print.screen_pictures import screen_pictures
from site_generator.print.typesetting import Typesetter
from site_generator.schema.choices import OfferStatus
from site_generator.told.activities import activity, coming
from site_generator.told.house import House
from site_generator.told.screen import board, of_the_day, screen_code
from site_generator.told.today import today_view
from site_generator.views.screen import DAYS_AHEAD, screen_files, screen_page

THEME = ROOT / "themes" / "familiehus"
THURSDAY = date(2026, 11, 26)


def data_of(house: House) -> dict[str, Any]:
    files = {file.address: file.content for file in screen_files(house)}
    data: dict[str, Any] = json.loads(files[addresses.SCREEN_DATA])
    return data


def rows_of(speech: dict[str, Any], slide: list[Any]) -> list[list[str]]:
    """The rows of a slide, each with all its fields, as text."""
    filled = ([*speech["rows"][number], *[""] * 6][:6] for number in slide[2])
    return [[read_html(f"<p>{field}</p>").text for field in row] for row in filled]


def slide_of(day: list[Any], kind: str) -> list[Any] | None:
    return next((slide for slide in day[1:] if slide[0] == kind), None)


@cache
def opened(slug: str, day: date) -> House:
    return opened_house(PROJECT, slug, day, BASE)


def days(slug: str) -> Iterator[tuple[dict[str, Any], list[Any], House]]:
    """Some days in each language, with the house as it is opened on that day."""
    house = opened(slug, TODAY)
    data = data_of(house)
    assert len(data["languages"][0]["days"]) == DAYS_AHEAD + 1
    for ahead in (0, 1, 4, 6, DAYS_AHEAD):
        day = house.today + timedelta(days=ahead)
        then = opened(slug, day)
        for speech, language in zip(data["languages"], house.languages, strict=True):
            with speaking(language):
                yield speech, speech["days"][day.isoformat()], then


every_house = pytest.mark.parametrize("slug", ["eksempel", "skive", "lolland"])


@every_house
def test_each_day_says_what_the_front_page_will_say_on_it(slug: str):
    """Made days ahead, it equals what is told by a build on that day."""
    for speech, day, then in days(slug):
        view = today_view(then)
        told = (
            [(plain(status.text), plain(status.reason)) for status in view.statuses] if view else []
        )
        hours = slide_of(day, "hours")
        rows = rows_of(speech, hours) if hours else []
        whole_day = [row for row in rows if not row[4] and row[3]]
        closings = [c.title for c in view.closings if not c.coming] if view else []
        said = [(row[1], row[2]) for row in whole_day]
        assert [text for text, _ in said] == [text for text, _ in told] + closings
        assert all(reason in note for (_, reason), (_, note) in zip(told, said, strict=False))


@every_house
def test_what_is_on_next_is_what_the_front_page_will_tell(slug: str):
    for speech, day, then in days(slug):
        told = [activity(then, occurrence) for occurrence in coming(then, 4)]
        following = slide_of(day, "next")
        rows = rows_of(speech, following)[:4] if following else []
        assert [(row[1], row[3]) for row in rows] == [(plain(one.title), one.state) for one in told]
        for row, one in zip(rows, told, strict=True):
            assert row[0].startswith(plain(one.when_with_date))
            assert plain(one.state_text) in row[2]


def test_a_row_is_over_when_the_activity_is_and_hours_when_the_door_closes():
    house = opened("eksempel", THURSDAY)
    danish = data_of(house)["languages"][0]
    day = danish["days"]["2026-11-26"]
    door, closed, *_ = rows_of(danish, slide_of(day, "hours") or [])
    assert door[1:] == ["Åbent i dag kl. 9–12 og kl. 13–18", "", "open", "", "2026-11-26T18:00"]
    assert closed[1:] == ["Lukket nu", "Åbner i morgen kl. 9", "closed", "2026-11-26T18:00", ""]
    first = rows_of(danish, slide_of(day, "next") or [])[0]
    assert first[5] == "2026-11-26T18:00"


def test_what_goes_on_after_midnight_is_still_open_then():
    house = opened("eksempel", THURSDAY)
    hours = house.municipality.opening_hours
    assert hours
    night = hours.model_validate(
        {
            "house": [{"week": {"thursday": "19.00-01.30"}}],
            "holidays": {"public_holidays": "lukket"},
        }
    )
    late = replace(house, municipality=replace(house.municipality, opening_hours=night))
    friday = replace(late, today=THURSDAY + timedelta(days=1))
    rows = of_the_day(friday, by_the_clock=True)[0].rows[:2]
    assert [(row.text, row.since, row.until) for row in rows] == [
        ("Åbent nu, til kl. 1.30", "", "2026-11-27T01:30"),
        ("Lukket i dag", "2026-11-27T01:30", ""),
    ]


def test_only_offers_that_one_can_get_are_shown():
    house = opened("eksempel", THURSDAY)
    danish = data_of(house)["languages"][0]
    active = [o for o in house.municipality.offers if o.status is OfferStatus.ACTIVE]
    assert 0 < len(active) < len(house.municipality.offers)
    shown = [row[1] for row in rows_of(danish, danish["offers"])]
    assert shown == [str(offer.title) for offer in active]


def test_the_code_is_one_that_is_printed_already_and_opens_the_house():
    house = opened("eksempel", THURSDAY)
    flyers = {flyer.code: flyer for flyer in house.municipality.flyers.flyers}
    for language in house.languages:
        with speaking(language):
            code = screen_code(house)
        assert code
        own = code.link.removeprefix(house.base_url)
        inner = own.removeprefix(f"{language.code}/") if language.code != "da" else own
        flyer = flyers[inner.removeprefix("q/").rstrip("/")]
        assert (flyer.target, flyer.target_link) == ("", None)


def test_without_an_address_on_the_web_there_is_nothing_to_scan():
    house = opened_house(PROJECT, "skive", THURSDAY)
    assert [file.address for file in screen_files(house)] == [addresses.SCREEN_DATA]
    assert data_of(house)["languages"][0]["code"] is None


def test_the_page_without_a_script_is_the_day_and_says_which(tmp_path: Path):
    house = opened("eksempel", THURSDAY)
    (page,) = Renderer(THEME, Kept(tmp_path)).pages([screen_page(house)])
    html = page.content.decode()
    tree = read_html(html)
    view = today_view(house)
    assert view
    assert "Gælder torsdag den 26. november 2026" in tree.text
    for status in view.statuses:
        assert status.text in tree.text
    robots = [
        meta["content"] for meta in tree.all("meta") if meta.attributes.get("name") == "robots"
    ]
    assert robots == ["noindex"]


def test_pictures_are_made_where_they_are_asked_for(tmp_path: Path):
    """In the two sizes of screens, with a code that a camera reads; made once for the same day."""
    typesetter, kept = Typesetter(THEME / "print"), Kept(tmp_path)
    house = opened("eksempel", THURSDAY)
    pictures = {file.address: file.content for file in screen_pictures(house, typesetter, kept)}
    drawn = {name: Image.open(BytesIO(content)) for name, content in pictures.items()}
    assert {name: picture.size for name, picture in drawn.items()} == {
        addresses.SCREEN_LYING: (1920, 1080),
        addresses.SCREEN_UPRIGHT: (1080, 1920),
    }
    code = screen_code(house)
    assert code
    for picture in drawn.values():
        assert [found.text for found in codes(picture.convert("L"))] == [code.link]
    next_day = replace(house, today=THURSDAY + timedelta(days=1))
    others = [file.content for file in screen_pictures(next_day, typesetter, kept)]
    assert not set(others) & set(pictures.values())
    assert list(screen_pictures(opened("skive", THURSDAY), typesetter, kept)) == []


def test_a_board_has_no_more_than_can_be_seen_at_once():
    house = opened("eksempel", THURSDAY)
    assert [slide.kind for slide in board(house)] == ["hours", "next", "code"]
    assert len(board(house)[1].rows) == 3
