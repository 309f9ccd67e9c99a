"""RENDER: a photograph cut to a size, around the point that its author named."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from PIL import Image as Pillow
from PIL import ImageOps
from PIL import __version__ as pillow_version

from site_generator.read.true_colours import in_srgb, upright
from site_generator.schema.focus import MIDDLE, Focus


@dataclass(frozen=True)
class Photograph:
    """A file made of points, and what is kept of it where it is cut."""

    file: Path
    focus: Focus = MIDDLE

    def __str__(self) -> str:
        """Everything that decides what is cut out of it, beside the size."""
        digest = sha256(self.file.read_bytes()).hexdigest()
        return f"sRGB {pillow_version} {self.focus} {digest}"


def cropped(photograph: Photograph, size: tuple[int, int]) -> Pillow.Image:
    """As large a part as fits the shape of `size` (width, height in pixels), in RGB, of that size.

    Without the notes of its camera.
    """
    with Pillow.open(photograph.file) as opened:
        picture = upright(opened)
    centre = (photograph.focus.across / 100, photograph.focus.down / 100)
    fitted = ImageOps.fit(picture, size, Pillow.Resampling.LANCZOS, centering=centre)
    coloured = in_srgb(fitted).convert("RGB")
    coloured.info.clear()
    return coloured
