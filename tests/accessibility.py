"""What the browser tests ask of every page, besides what the page says.

Each helper takes an open Playwright page. The site's Content-Security-Policy forbids foreign
scripts, axe-core too, so the page must come from a context made with `bypass_csp=True`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOUR_RULES = ["color-contrast", "link-in-text-block"]

# A small telephone, which is also a laptop at 400 % (WCAG 1.4.10); a telephone; a laptop.
WIDTHS = (320, 375, 1280)

# Media players and date fields have tab stops inside them that the page cannot see. More
# than this many in a row on one element means that Tab does not lead away from it.
MOST_STOPS_IN_ONE_ELEMENT = 20

TAB_WALK = Path(__file__).with_name("tab_walk.js").read_text("utf-8")


def axe_violations(page: Page, rules: Sequence[str] = ()) -> list[str]:
    """What axe-core finds wrong, one line for each place: rule, impact, where, why.

    Where the visitor's device forces its own colours, contrast is the visitor's choice, and
    Chromium tells scripts the colours that it has replaced.
    """
    if not page.evaluate("'axe' in window"):
        page.add_script_tag(content=axe_source())
    forced = page.evaluate("matchMedia('(forced-colors: active)').matches")
    asked = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": AXE_TAGS}
    options = {
        "runOnly": asked,
        "rules": {"color-contrast": {"enabled": not forced}},
        "resultTypes": ["violations"],
    }
    result = page.evaluate("options => axe.run(document, options)", options)
    return [line for violation in result["violations"] for line in violation_lines(violation)]


def axe_in_the_light_and_in_the_dark(page: Page) -> list[str]:
    """Everything in the light; in the dark what colours alone decide, the page being the same."""
    page.emulate_media(color_scheme="light")
    found = axe_violations(page)
    page.emulate_media(color_scheme="dark")
    return found + [f"dark: {line}" for line in axe_violations(page, COLOUR_RULES)]


@cache
def axe_source() -> str:
    return files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")


def violation_lines(violation: dict[str, Any]) -> list[str]:
    return [
        f"{violation['id']} ({violation['impact']}): {node['html']}: {violation['help']}"
        for node in violation["nodes"]
    ]


def tab_walk(page: Page) -> list[str]:
    """Press Tab from the top of a freshly opened page to its end; what a keyboard user meets.

    Reported: what can be clicked but never gets focus, what gets it twice, what gets it
    unseen (WCAG 2.4.11), what does not show that it has it (WCAG 2.4.7), and traps (2.1.2).
    """
    page.evaluate(TAB_WALK)
    problems, visited = [], set()
    while True:
        page.keyboard.press("Tab")
        stop = page.evaluate("() => tabWalk.look()")
        if stop["at_end"]:
            break
        problems += [f"{stop['name']}: {fault}" for fault in stop["faults"]]
        if stop["stops_here"] > MOST_STOPS_IN_ONE_ELEMENT:
            problems.append(f"{stop['name']}: Tab does not lead on")
            break
        if stop["stops_here"] == 1 and stop["id"] in visited:
            problems.append(f"{stop['name']}: gets focus twice")
            break
        visited.add(stop["id"])
    return problems + page.evaluate("() => tabWalk.neverReached()")


def sideways_scroll(page: Page) -> int:
    """How many CSS pixels the page is wider than the window (WCAG 1.4.10)."""
    return page.evaluate(
        "() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth"
    )


# What a visitor may do to the text: twice as large (WCAG 1.4.4), with more room (1.4.12), both.
TWICE_AS_LARGE = "html { font-size: 200% !important }"
WITH_ROOM = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important } p { margin-block-end: 2em !important }"""
READERS_STYLES = {
    "with room": (WITH_ROOM, (320, 1280)),
    "twice as large": (TWICE_AS_LARGE, (320, 1280)),
    "both": (TWICE_AS_LARGE + WITH_ROOM, (375,)),
}


def set_text(page: Page, css: str) -> None:
    """As a visitor's own stylesheet does, in place of the one that was set before."""
    page.evaluate(
        """css => {
            document.getElementById("readers-own")?.remove();
            const style = document.createElement("style");
            style.id = "readers-own";
            style.textContent = css;
            document.head.append(style);
        }""",
        css,
    )


def too_wide_with_other_text(page: Page) -> list[str]:
    """How many pixels a page is too wide under each of the `READERS_STYLES`."""
    faults = []
    for name, (css, widths) in READERS_STYLES.items():
        set_text(page, css)
        for width in widths:
            page.set_viewport_size({"width": width, "height": 800})
            if wider := sideways_scroll(page):
                faults.append(f"text {name} at {width}: {wider} px too wide")
    set_text(page, "")
    return faults


def layout_shift(page: Page) -> float:
    """How far things moved since the page was opened, in Chromium's measure; 0: not at all.

    What moves inside a control that the browser draws itself, such as a player, is not counted:
    it has no node.
    """
    return page.evaluate(
        """() => new Promise((resolve) => {
            let moved = 0;
            new PerformanceObserver((list) => {
                for (const shift of list.getEntries()) {
                    if (shift.sources.some((source) => source.node)) moved += shift.value;
                }
            }).observe({ type: "layout-shift", buffered: true });
            requestAnimationFrame(() => requestAnimationFrame(() => resolve(moved)));
        })"""
    )
