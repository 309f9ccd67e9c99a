"""A theme's folder becomes one stylesheet in a house's colour, and one script."""

from __future__ import annotations

import colorsys
import re
from dataclasses import replace
from pathlib import Path

import pytest
from building import ROOT

from site_generator import colours
from site_generator.html.theme import load_theme

FAMILIEHUS = ROOT / "themes" / "familiehus"
TOKENS = (FAMILIEHUS / "css" / "1-tokens.css").read_text("utf-8")
LIGHT, DARK = TOKENS.split("prefers-color-scheme: dark")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A theme with two sheets of its own and two components."""
    texts = {
        "css/2-base.css": "b { color: red }",
        "css/1-tokens.css": "a { color: red }",
        "components/kort/kort.css": ".kort { color: red }",
        "components/dag/dag.css": ".dag { color: red }",
        "components/dag/dag.js": "// dag\nlet dag = 1;\n",
        "components/kort/kort.js": "let kort = 1;\n",
        "icon.svg": '<svg fill="#accent"/>',
        "worker/on.js": "// on",
        "worker/off.js": "// off",
        "screen/screen.css": ".slide { color: red }",
        "screen/screen.js": "let slide = 1;\n",
    }
    for name, text in texts.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def css(folder: Path, text: str) -> str:
    """What becomes of a sheet on its way to the browser."""
    (folder / "css" / "1-tokens.css").write_text(text, "utf-8")
    (folder / "css" / "2-base.css").unlink(missing_ok=True)
    return load_theme(folder).css.partition(".dag{")[0]


def test_the_sheets_stand_in_the_order_of_their_names(folder: Path):
    """The theme's own come first, so that a component may say what differs."""
    names = re.findall(r"([^{}]+)\{", load_theme(folder).css)
    assert names == ["a", "b", ".dag", ".kort"]


def test_the_scripts_of_all_components_are_one_file(folder: Path):
    """One request, however many components want a script."""
    assert load_theme(folder).script == "// dag\nlet dag = 1;\nlet kort = 1;\n"


def test_a_change_in_the_folder_shows_at_once(folder: Path):
    """`serve` builds again in the same process after an edit."""
    before = load_theme(folder).css
    after = css(folder, "a { color: green }")
    assert after == "a{color: green}"
    assert before != after


@pytest.mark.parametrize(
    ("text", "smaller"),
    [
        ("/* hvorfor */ a { color: red; }", "a{color: red;}"),
        ("a {\n  margin: calc(1px + 2px) 0;\n}\n", "a{margin: calc(1px + 2px) 0;}"),
        (".a .b > .c, .d + .e { x: y }", ".a .b>.c,.d + .e{x: y}"),
        (
            'td::before { content: attr(data-label) ": "; }',
            'td::before{content: attr(data-label) ": ";}',
        ),
        (
            "@media (min-width: 5rem) and (x) { a { b: c } }",
            "@media (min-width: 5rem) and (x){a{b: c}}",
        ),
    ],
)
def test_the_stylesheet_is_made_smaller_but_means_the_same(folder: Path, text: str, smaller: str):
    """Comments and needless space go; spaces that mean something stay."""
    assert css(folder, text) == smaller


def test_the_stylesheet_holds_the_house_colour(folder: Path):
    """In the form in which the tokens use it."""
    sheet = load_theme(folder).stylesheet("#123456").decode()
    assert sheet.startswith(":root{--accent:#123456;--accent-on-dark:#")


def test_the_icon_has_the_house_colour(folder: Path):
    """The tab of each house is its own."""
    assert load_theme(folder).icon("#123456") == b'<svg fill="#123456"/>'


def test_the_version_changes_with_colour_style_and_script(folder: Path):
    """Browsers keep the old files as long as the version is the same."""
    theme = load_theme(folder)
    others = [
        theme.version("#123456"),
        theme.version("#123457"),
        replace(theme, css=theme.css + " ").version("#123456"),
        replace(theme, script=theme.script + " ").version("#123456"),
        replace(theme, screen_css=theme.screen_css + " ").version("#123456"),
        replace(theme, screen_script=theme.screen_script + " ").version("#123456"),
    ]
    assert len(set(others)) == len(others)
    assert load_theme(folder).version("#123456") == others[0]


def accents() -> list[str]:
    """Colours all round the circle that are dark enough for a house, and the two ends."""
    around = (colorsys.hls_to_rgb(step / 24, 0.25, 1) for step in range(24))
    return ["#000000", "#767676"] + [
        "#" + "".join(f"{round(c * 255):02x}" for c in rgb) for rgb in around
    ]


@pytest.mark.parametrize("accent", accents())
def test_every_accent_can_be_read_on_the_dark_grounds(accent: str):
    """WCAG 2.2, 1.4.3: links and headings in the house's colour, on ground and on panels."""
    sheet = load_theme(FAMILIEHUS).stylesheet(accent).decode()
    on_dark = re.search(r"--accent-on-dark:(#\w{6})", sheet)[1]
    for name in ("ground", "panel"):
        assert colours.contrast(on_dark, token(DARK, name)) >= colours.ENOUGH
    # The text of the filled button stands on the accent.
    assert colours.contrast(on_dark, token(DARK, "on-accent")) >= colours.ENOUGH


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ink", ["ink", "soft", "good", "bad"])
@pytest.mark.parametrize("ground", ["ground", "panel"])
def test_every_text_colour_can_be_read_on_every_ground(scheme: str, ink: str, ground: str):
    """WCAG 2.2, 1.4.3, for the colours that are the same in all houses."""
    assert colours.contrast(token(scheme, ink), token(scheme, ground)) >= colours.ENOUGH


def test_the_rules_judge_a_colour_on_the_ground_that_is_used():
    """`check` measures the contrast of a house's colour against the theme's ground."""
    assert token(LIGHT, "ground") == colours.GROUND


def token(scheme: str, name: str) -> str:
    return re.search(rf"--{name}: (#\w{{6}})", scheme)[1]
