"""RENDER: a municipality's logo or picture as SVG text, which is how templates take pictures.

A photograph is encoded anew, without the place and camera it tells of, and wrapped in an SVG.
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from dataclasses import replace
from functools import lru_cache
from io import BytesIO
from pathlib import Path, PurePosixPath

from PIL import Image as Pillow
from PIL import ImageColor

from site_generator.print.sheets import Drawing
from site_generator.read.drawings import clean_drawing
from site_generator.read.true_colours import in_srgb, upright
from site_generator.schema.shared import Picture
from site_generator.wording.in_words import words

# 300 dots an inch over the width of an A5, 130 over that of an A3.
_WIDTH = 1750
_QUALITY = 85
_PHOTOGRAPH = re.compile(r"data:image/(png|jpeg);base64,([^\"]+)")
# Where a colour may stand in a drawing: an attribute of SVG, or a property of CSS.
_COLOUR = re.compile(
    r"((?:fill|stroke|color|stop-color)\s*[:=]\s*[\"']?\s*)(#[0-9a-fA-F]{3,8}|rgb\([^)]*\)|[a-z]+)"
)


def drawing(folder: Path, picture: Picture | None) -> Drawing | None:
    """A picture of a municipality with its words in the language that is spoken; `folder` is where
    its `media/` is."""
    if picture is None:
        return None
    file = folder / picture.file
    svg = _svg(file, file.stat().st_mtime_ns)
    return Drawing(svg, words(picture.alt))


def in_grey(drawing: Drawing | None) -> Drawing | None:
    """The same without colour, for what is printed and copied in black."""
    return drawing and replace(drawing, svg=_in_grey(drawing.svg))


@lru_cache(maxsize=256)
def _in_grey(svg: str) -> str:
    photograph = _PHOTOGRAPH.search(svg)
    if photograph is None:
        return _COLOUR.sub(lambda colour: colour[1] + _grey(colour[2]), svg)
    with Pillow.open(BytesIO(b64decode(photograph[2]))) as opened:
        grey = opened.convert("LA" if opened.has_transparency_data else "L")
    target = BytesIO()
    grey.save(target, photograph[1].upper(), quality=_QUALITY)
    return svg.replace(photograph[2], b64encode(target.getvalue()).decode())


def _grey(colour: str) -> str:
    """A colour as the grey that looks as light (ITU-R BT.601); what is no colour stays."""
    try:
        red, green, blue = ImageColor.getrgb(colour)[:3]
    except ValueError:
        return colour
    return "#" + f"{round(0.299 * red + 0.587 * green + 0.114 * blue):02x}" * 3


@lru_cache(maxsize=256)
def _svg(file: Path, _stamp: int) -> str:
    if PurePosixPath(file).suffix.lower() == ".svg":
        return clean_drawing(file.read_bytes()).decode()
    with Pillow.open(file) as opened:
        # Decodes no more than is needed: a photograph may have a hundred million points.
        opened.draft("RGB", (_WIDTH, _WIDTH))
        picture = upright(opened)
    picture.thumbnail((_WIDTH, _WIDTH), Pillow.Resampling.LANCZOS)
    picture = in_srgb(picture)
    picture.info.clear()
    return _wrapped(picture)


def _wrapped(picture: Pillow.Image) -> str:
    target = BytesIO()
    if picture.has_transparency_data:
        kind = "png"
        picture.convert("RGBA").save(target, "PNG", optimize=True)
    else:
        kind = "jpeg"
        picture.convert("RGB").save(target, "JPEG", quality=_QUALITY)
    data = b64encode(target.getvalue()).decode()
    width, height = picture.size
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}">'
        f'<image width="{width}" height="{height}" href="data:image/{kind};base64,{data}"/></svg>'
    )
