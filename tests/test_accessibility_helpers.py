"""The helpers that judge every page are judged here, on small good and bad pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from accessibility import (
    axe_in_the_light_and_in_the_dark,
    axe_violations,
    sideways_scroll,
    tab_walk,
)
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

Open = Callable[[str], Page]
Served = Callable[[Path], str]


@pytest.fixture
def opened(page: Page) -> Open:
    """`opened(body)` shows a whole page around some HTML."""

    def show(body: str) -> Page:
        page.set_content(
            f"""<!doctype html><html lang="da"><head><title>Prøve</title></head>
            <body><main><h1>Prøve</h1>{body}</main></body></html>"""
        )
        return page

    return show


# axe_violations


def test_axe_finds_nothing_on_a_good_page(opened: Open) -> None:
    assert axe_violations(opened("<p>Velkommen</p>")) == []


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ('<img src="data:,">', "image-alt (critical)"),
        ('<p style="color: #ccc">Svag</p>', "color-contrast (serious)"),
        ('<input name="navn">', "label (critical)"),
        ("<button></button>", "button-name (critical)"),
        ("<h3>Et niveau er sprunget over</h3>", "heading-order (moderate)"),
    ],
)
def test_axe_names_the_rule_and_the_place(opened: Open, body: str, rule: str) -> None:
    violations = axe_violations(opened(body))
    assert len(violations) == 1
    assert violations[0].startswith(rule)
    assert body.split(">")[0] in violations[0]


def test_axe_measures_targets_as_wcag_2_2_asks(opened: Open) -> None:
    small = '<button aria-label="Luk" style="width: 9px; height: 9px; padding: 0"></button>'
    violations = axe_violations(opened(small + small))
    assert [violation.split(":")[0] for violation in violations] == ["target-size (serious)"] * 2


def test_axe_judges_the_colours_of_the_dark_too(opened: Open) -> None:
    dark = "@media (prefers-color-scheme: dark) { p { color: #333; background: #222 } }"
    found = axe_in_the_light_and_in_the_dark(opened(f"<style>{dark}</style><p>Velkommen</p>"))
    assert [line.split(" (")[0] for line in found] == ["dark: color-contrast"]


def test_axe_reports_every_place(opened: Open) -> None:
    assert len(axe_violations(opened('<img src="data:,"> <img src="data:,">'))) == 2


def test_axe_works_under_the_strictest_policy(page: Page, served: Served, tmp_path: Path) -> None:
    policy = "default-src 'none'; style-src 'self'"
    (tmp_path / "index.html").write_text(
        f"""<!doctype html><html lang="da"><head><title>Prøve</title>
        <meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy}">
        </head><body><main><h1>Prøve</h1></main></body></html>""",
        "utf-8",
    )
    page.goto(served(tmp_path))
    assert axe_violations(page) == []


# tab_walk


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("<p>Intet at trykke på</p>", id="nothing to reach"),
        pytest.param('<a href="#x">Et</a>', id="a single link"),
        pytest.param(
            '<a href="#x">Et</a> <button>To</button> <input> <select></select>', id="each"
        ),
        pytest.param(
            """<style>.skip:not(:focus) { position: absolute; left: -9999px }</style>
            <a class="skip" href="#x">Gå til indhold</a> <a href="#x">Forside</a>""",
            id="a skip link shows itself",
        ),
        pytest.param(
            '<details><summary>Mere</summary><a href="#x">Skjult</a></details>',
            id="what is folded away is not offered",
        ),
        pytest.param(
            '<input type="radio" name="a"> <input type="radio" name="a"> <a href="#x">Et</a>',
            id="radio buttons share a stop",
        ),
        pytest.param('<input type="date"> <a href="#x">Et</a>', id="a date has several stops"),
        pytest.param(
            '<button disabled>Nej</button> <div inert><a href="#x">Nej</a></div>',
            id="switched off",
        ),
        pytest.param(
            """<style>a { transition: box-shadow 2s }
            a:focus { outline: 2px solid transparent; box-shadow: 0 0 0 3px #000 }</style>
            <a href="#x">Et</a>""",
            id="a shadow that fades in",
        ),
        pytest.param(
            """<style>a:focus { outline: none }
            a:focus::after { content: ""; outline: 3px solid }</style><a href="#x">Et</a>""",
            id="a ring drawn by a pseudo-element",
        ),
        pytest.param(
            """<style>html { scroll-behavior: smooth }</style>
            <a href="#x">Et</a><p style="height: 5000px"></p><a href="#x">Langt nede</a>""",
            id="smooth scrolling",
        ),
    ],
)
def test_tab_walk_finds_nothing_on_a_good_page(opened: Open, body: str) -> None:
    assert tab_walk(opened(body)) == []


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        pytest.param(
            '<style>a { outline: none }</style><a href="#x">Et</a>',
            '<a href="#x">Et: shows no focus',
            id="no ring",
        ),
        pytest.param(
            "<style>a { outline: none; box-shadow: 0 0 3px }</style><a href='#x'>Et</a>",
            '<a href="#x">Et: shows no focus',
            id="a shadow that is there all the time",
        ),
        pytest.param(
            '<a href="#x" style="opacity: 0">Et</a>',
            '<a href="#x" style="opacity: 0">Et: gets focus but is hidden',
            id="see-through",
        ),
        pytest.param(
            '<a href="#x" style="position: absolute; left: -9999px">Et</a>',
            '<a href="#x" style="position: absolute; left: -9999px">Et:'
            " gets focus but lies outside or under something",
            id="outside the page",
        ),
        pytest.param(
            """<a href="#x">Et</a>
            <div style="position: fixed; inset: 0; background: white"></div>""",
            '<a href="#x">Et: gets focus but lies outside or under something',
            id="covered",
        ),
        pytest.param(
            '<a href="#x">Et</a><button onfocus="this.blur()">To</button><a href="#x">Tre</a>',
            '<button onfocus="this.blur()">To: never gets focus',
            id="a button that refuses",
        ),
        pytest.param(
            """<button id="a">Et</button><textarea
            onkeydown="if (event.key === 'Tab') event.preventDefault()"></textarea>""",
            "Tab does not lead on",
            id="a field that keeps the Tab key",
        ),
        pytest.param(
            """<a href="#x">Et</a><button id="to">To</button>
            <button id="tre" onkeydown="to.focus(); event.preventDefault()">Tre</button>""",
            '<button id="to">To: gets focus twice',
            id="two buttons that keep each other busy",
        ),
    ],
)
def test_tab_walk_reports_a_bad_page(opened: Open, body: str, problem: str) -> None:
    assert any(found.endswith(problem) for found in tab_walk(opened(body)))


def test_tab_walk_reports_what_a_trap_cuts_off(opened: Open) -> None:
    trap = """<input onkeydown="event.preventDefault()"><a href="#x">Bagved</a>"""
    assert '<a href="#x">Bagved: never gets focus' in tab_walk(opened(trap))


# sideways_scroll


@pytest.mark.parametrize(("width", "pixels"), [(320, 0), (319, 1), (280, 40)])
def test_sideways_scroll_counts_the_pixels_too_many(opened: Open, width: int, pixels: int) -> None:
    page = opened('<style>body { margin: 0 }</style><div style="width: 320px">Bred</div>')
    page.set_viewport_size({"width": width, "height": 500})
    assert sideways_scroll(page) == pixels


def test_a_table_that_scrolls_by_itself_is_fine(opened: Open) -> None:
    table = '<div style="width: 4000px">Bred</div>'
    assert sideways_scroll(opened(f'<div style="overflow-x: auto" tabindex="0">{table}</div>')) == 0
