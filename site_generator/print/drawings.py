"""RENDER: a municipality's logo or picture as SVG text, which is how templates take pictures.

A photograph is encoded anew, without the place and camera it tells of, and wrapped in an SVG.
"""

from __future__ import annotations

from base64 import b64encode
from functools import lru_cache
from io import BytesIO
from pathlib import Path, PurePosixPath

from PIL import Image as Pillow

from site_generator.print.sheets import Drawing
from site_generator.read.drawings import clean_drawing
from site_generator.read.true_colours import in_srgb, upright
from site_generator.schema.shared import Picture
from site_generator.wording.in_words import words

# 300 dots an inch over the width of an A5, 130 over that of an A3.
_WIDTH = 1750
_QUALITY = 85


def drawing(folder: Path, picture: Picture | None) -> Drawing | None:
    """A picture of a municipality with its words in the language that is spoken; `folder` is where
    its `media/` is."""
    if picture is None:
        return None
    file = folder / picture.file
    svg = _svg(file, file.stat().st_mtime_ns)
    return Drawing(svg, words(picture.alt), (picture.point.across, picture.point.down))


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


def photograph_in_grey(content: bytes) -> tuple[str, bytes]:
    """A picture without its colours, in the format that it has: its kind («jpeg») and its bytes."""
    with Pillow.open(BytesIO(content)) as opened:
        kind = opened.format or "PNG"
        grey = opened.convert("LA" if opened.has_transparency_data else "L")
    target = BytesIO()
    grey.save(target, kind, **({"quality": _QUALITY} if kind == "JPEG" else {}))
    return kind.lower(), target.getvalue()
