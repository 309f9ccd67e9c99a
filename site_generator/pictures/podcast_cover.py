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
from PIL import ImageDraw, ImageFont
from PIL import __version__ as pillow_version

from site_generator.kept import Kept
from site_generator.pictures.cropping import Photograph, cropped
from site_generator.read.picture_files import size_of_photograph

# As Apple wants it (podcasters.apple.com/support/896).
LEAST, MOST = 1400, 3000
_MARGIN, _LARGEST, _SMALLEST, _UNDER = 140, 190, 40, 64
# So much of the height is for the title; the rest is for the house, and air.
_ROOM = LEAST * 0.6


@dataclass(frozen=True)
class Cover:
    """What stands on a cover that is drawn. `font` is a TrueType file."""

    title: str
    house: str
    accent: str
    font: Path


def podcast_cover(cover: Cover, photograph: Photograph | None, kept: Kept) -> bytes:
    """A JPEG of the photograph where there is one, cut around its focus; else a drawn one."""
    if photograph:
        return kept.get(f"cover {photograph}", partial(_squared, photograph))
    digest = sha256(cover.font.read_bytes()).hexdigest()
    what = (pillow_version, digest, cover.title, cover.house, cover.accent)
    return kept.get("cover " + "\n".join(what), partial(_drawn, cover))


def _squared(photograph: Photograph) -> bytes:
    side = min(MOST, max(LEAST, min(size_of_photograph(photograph.file))))
    return _jpeg(cropped(photograph, (side, side)))


def _drawn(cover: Cover) -> bytes:
    picture = Pillow.new("RGB", (LEAST, LEAST), cover.accent)
    drawing = ImageDraw.Draw(picture)
    font, title = _set(cover.title, cover.font, _LARGEST, _ROOM)
    drawing.multiline_text((_MARGIN, LEAST * 0.45), title, "white", font, anchor="lm", spacing=20)
    font, house = _set(cover.house, cover.font, _UNDER, 2 * _UNDER)
    drawing.multiline_text((_MARGIN, LEAST - _MARGIN), house, "white", font, anchor="ld")
    return _jpeg(picture)


def _set(text: str, file: Path, largest: int, room: float) -> tuple[ImageFont.FreeTypeFont, str]:
    """The largest letters in which a text fits, and the text in lines; what is left is cut."""
    for size in range(largest, _SMALLEST - 1, -6):
        font = ImageFont.truetype(file, size)
        lines = _lines(text, font)
        fits = all(font.getlength(line) <= LEAST - 2 * _MARGIN for line in lines)
        if fits and len(lines) * size * 1.25 <= room:
            return font, "\n".join(lines)
    font = ImageFont.truetype(file, _SMALLEST)
    return font, "\n".join(_lines(text, font)[: int(room / _SMALLEST / 1.25)])


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
