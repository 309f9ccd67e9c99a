"""RENDER: a theme's folder: its stylesheets, scripts, worker and icon."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from site_generator import addresses, colours
from site_generator.language.spoken import Language, load_language
from site_generator.output import Artifact

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s+")
_AROUND = re.compile(r"\s*([{};,>])\s*")


@dataclass(frozen=True)
class Theme:
    """A theme as the build uses it. `folder` holds the templates.

    `vendor` is what others have written, by its file name, with their licences beside it.
    """

    folder: Path
    css: str
    script: str
    drawing: str
    vendor: tuple[tuple[str, bytes], ...]
    worker: str
    worker_off: str
    screen_css: str
    screen_script: str

    @property
    def heading_font(self) -> Path:
        """What headings are set in on paper and on pictures."""
        return self.folder / "print" / "fonts" / "AtkinsonHyperlegibleNext_600SemiBold.ttf"

    @property
    def embed_script(self) -> bytes:
        """What another site loads to show parts of a house."""
        return (self.folder / "embed" / "indlejr.js").read_bytes()

    def icon(self, accent: str) -> bytes:
        """The little house in the browser's tab, in the house's colour."""
        return self.drawing.replace("#accent", accent).encode()

    def stylesheet(self, accent: str) -> bytes:
        """The one stylesheet of a house's pages with its colour (`#rrggbb`) in."""
        return _coloured(self.css, accent)

    def screen_stylesheet(self, accent: str) -> bytes:
        """That of the screen in the waiting room, which shares nothing with a page on a phone."""
        return _coloured(self.screen_css, accent)

    def language(self, code: str) -> Language:
        """A language with the theme's own catalogue."""
        return load_language(code, self.folder / "locales")

    def version(self, accent: str) -> str:
        """Eight letters that change with the stylesheets and scripts, so that browsers fetch the
        new ones, and screens that nobody touches begin anew."""
        sheets = self.stylesheet(accent) + self.screen_stylesheet(accent)
        scripts = (self.script + self.screen_script).encode()
        return hashlib.sha256(sheets + scripts).hexdigest()[:8]


_DARK_GROUND = "#25221f"


def _coloured(css: str, accent: str) -> bytes:
    root = f":root{{--accent:{accent};--accent-on-dark:{_on_dark(accent)}}}"
    return (root + css).encode()


def _on_dark(accent: str) -> str:
    """The accent made lighter until it can be read on the panels of the dark mode."""
    for step in range(0, 101, 5):
        lighter = colours.mix(accent, colours.WHITE, step / 100)
        if colours.contrast(lighter, _DARK_GROUND) >= 7:
            return lighter
    return colours.WHITE


_SINGLE = ("icon.svg", "worker/on.js", "worker/off.js", "screen/screen.css", "screen/screen.js")


def load_theme(folder: Path) -> Theme:
    """Read a theme: `css/` and `js/`, then each component's own, in the order of their names.

    Read once for all houses, and again where a file has changed, as it does under `serve`.
    """
    sheets = [*sorted((folder / "css").glob("*.css")), *sorted(folder.glob("components/*/*.css"))]
    scripts = [*sorted((folder / "js").glob("*.js")), *sorted(folder.glob("components/*/*.js"))]
    vendor = sorted((folder / "vendor").glob("*-[0-9]*"))
    single = tuple(folder / file for file in _SINGLE)
    stamps = tuple(f.stat().st_mtime_ns for f in (*sheets, *scripts, *vendor, *single))
    return _load(folder, tuple(sheets), tuple(scripts), tuple(vendor), single, stamps)


@lru_cache(maxsize=8)
def _load(
    folder: Path,
    sheets: tuple[Path, ...],
    scripts: tuple[Path, ...],
    vendor: tuple[Path, ...],
    single: tuple[Path, ...],
    _stamps: tuple[int, ...],
) -> Theme:
    css = "".join(_smaller(sheet.read_text("utf-8")) for sheet in sheets)
    script = "".join(script.read_text("utf-8") for script in scripts)
    drawing, on, off, screen, screen_script = (file.read_text("utf-8") for file in single)
    foreign = tuple((file.name, file.read_bytes()) for file in vendor)
    return Theme(folder, css, script, drawing, foreign, on, off, _smaller(screen), screen_script)


def _smaller(css: str) -> str:
    """Without comments and needless space; spaces inside values and selectors stay."""
    return _AROUND.sub(r"\1", _SPACE.sub(" ", _COMMENT.sub("", css))).strip()


def theme_files(theme: Theme, accent: str) -> Iterator[Artifact]:
    """What every page of a house with a colour (`#rrggbb`) loads."""
    yield Artifact(addresses.STYLESHEET, theme.stylesheet(accent))
    yield Artifact(addresses.SCRIPT, theme.script.encode())
    yield Artifact(addresses.ICON, theme.icon(accent))


def screen_theme_files(theme: Theme, accent: str) -> Iterator[Artifact]:
    """What the screen of a house loads in place of them."""
    yield Artifact(addresses.SCREEN_STYLESHEET, theme.screen_stylesheet(accent))
    yield Artifact(addresses.SCREEN_SCRIPT, theme.screen_script.encode())
