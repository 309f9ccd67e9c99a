"""RENDER: the cover of a podcast, as directories want it: square, 1400 to 3000 points, RGB.

The house's own picture, cut to a square; else the podcast's name on the house's colour.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from PIL import Image as Pillow
from PIL import ImageDraw, ImageFont, ImageOps
from PIL import __version__ as pillow_version

from site_generator.kept import Kept
from site_generator.read.true_colours import in_srgb, upright

# As Apple wants it (podcasters.apple.com/support/896).
LEAST, MOST = 1400, 3000
_MARGIN, _LARGEST, _SMALLEST, _UNDER, _LINES = 140, 190, 80, 64, 5


@dataclass(frozen=True)
class Cover:
    """What stands on a cover that is drawn. `font` is a TrueType file."""

    title: str
    house: str
    accent: str
    font: Path


def podcast_cover(cover: Cover, photograph: Path | None, kept: Kept) -> bytes:
    """A JPEG of the photograph where there is one, else a drawn one."""
    if photograph:
        digest = sha256(photograph.read_bytes()).hexdigest()
        return kept.get(f"cover sRGB {pillow_version} {digest}", partial(_squared, photograph))
    digest = sha256(cover.font.read_bytes()).hexdigest()
    what = (pillow_version, digest, cover.title, cover.house, cover.accent)
    return kept.get("cover " + "\n".join(what), partial(_drawn, cover))


def _squared(photograph: Path) -> bytes:
    with Pillow.open(photograph) as opened:
        picture = upright(opened)
    side = min(MOST, max(LEAST, min(picture.size)))
    fitted = in_srgb(ImageOps.fit(picture, (side, side), Pillow.Resampling.LANCZOS)).convert("RGB")
    fitted.info.clear()
    return _jpeg(fitted)


def _drawn(cover: Cover) -> bytes:
    picture = Pillow.new("RGB", (LEAST, LEAST), cover.accent)
    drawing = ImageDraw.Draw(picture)
    font, lines = _set(cover)
    text = "\n".join(lines)
    drawing.multiline_text((_MARGIN, LEAST / 2), text, "white", font, anchor="lm", spacing=20)
    under = ImageFont.truetype(cover.font, _UNDER)
    drawing.text((_MARGIN, LEAST - _MARGIN), cover.house, "white", under, anchor="ls")
    return _jpeg(picture)


def _set(cover: Cover) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """The largest letters in which the title fits, and its lines."""
    for size in range(_LARGEST, _SMALLEST, -10):
        font = ImageFont.truetype(cover.font, size)
        lines = _lines(cover.title, font)
        fits = all(font.getlength(line) <= LEAST - 2 * _MARGIN for line in lines)
        if fits and len(lines) <= _LINES:
            return font, lines
    font = ImageFont.truetype(cover.font, _SMALLEST)
    return font, _lines(cover.title, font)


def _lines(text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= LEAST - 2 * _MARGIN:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _jpeg(picture: Pillow.Image) -> bytes:
    target = BytesIO()
    picture.save(target, "JPEG", quality=85, optimize=True)
    return target.getvalue()
