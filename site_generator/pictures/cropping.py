"""RENDER: a photograph cut to a size, around the point that its author named."""

from __future__ import annotations

from pathlib import Path

from PIL import Image as Pillow
from PIL import ImageOps

from site_generator.read.true_colours import in_srgb, upright
from site_generator.schema.focus import Focus


def cropped(photograph: Path, size: tuple[int, int], focus: Focus) -> Pillow.Image:
    """As large a part as fits the shape of `size` (width, height in pixels), in RGB, of that size.

    Without the notes of its camera.
    """
    with Pillow.open(photograph) as opened:
        picture = upright(opened)
    centre = (focus.across / 100, focus.down / 100)
    fitted = ImageOps.fit(picture, size, Pillow.Resampling.LANCZOS, centering=centre)
    coloured = in_srgb(fitted).convert("RGB")
    coloured.info.clear()
    return coloured
