"""RENDER: the picture that stands beside a link to the house when somebody shares it.

1200 by 630, as networks crop it. A house's own photograph, else its name on its colour. The same
bytes for the same house: a font of the theme, no date, no camera's notes.
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

SIZE = (1200, 630)
_MARGIN = 100
_LARGEST, _SMALLEST, _UNDER = 104, 44, 44


@dataclass(frozen=True)
class Card:
    """What stands on a picture without a photograph. `font` is a TrueType file."""

    name: str
    municipality: str
    accent: str
    font: Path


def share_picture(card: Card, photograph: Photograph | None, kept: Kept) -> bytes:
    """A JPEG of the photograph where there is one, cut around its focus; else of the card."""
    if photograph:
        return kept.get(f"share {photograph}", lambda: _jpeg(cropped(photograph, SIZE)))
    digest = sha256(card.font.read_bytes()).hexdigest()
    what = (pillow_version, digest, card.name, card.municipality, card.accent)
    return kept.get("share " + "\n".join(what), partial(_drawn, card))


def _drawn(card: Card) -> bytes:
    picture = Pillow.new("RGB", SIZE, card.accent)
    drawing = ImageDraw.Draw(picture)
    width, height = SIZE
    large = _fitting(card, width - 2 * _MARGIN)
    under = ImageFont.truetype(card.font, _UNDER)
    drawing.text((_MARGIN, height / 2), card.name, "white", large, anchor="ls")
    drawing.text((_MARGIN, height / 2 + _UNDER), card.municipality, "white", under, anchor="lt")
    return _jpeg(picture)


def _fitting(card: Card, width: int) -> ImageFont.FreeTypeFont:
    """The largest letters in which the name stands on one line."""
    for size in range(_LARGEST, _SMALLEST, -4):
        font = ImageFont.truetype(card.font, size)
        if font.getlength(card.name) <= width:
            return font
    return ImageFont.truetype(card.font, _SMALLEST)


def _jpeg(picture: Pillow.Image) -> bytes:
    target = BytesIO()
    picture.save(target, "JPEG", quality=85, optimize=True)
    return target.getvalue()
