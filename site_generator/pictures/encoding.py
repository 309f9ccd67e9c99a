"""RENDER: a photograph in one width and one format, as browsers want it.

AVIF is the smallest that most browsers know, WebP is for those a little older, and JPEG (PNG where
one can see through it) is for all others. What was measured stands in the handbook, decision 019.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image as Pillow
from PIL import __version__ as pillow_version

from site_generator.read.true_colours import in_srgb, upright


@dataclass(frozen=True)
class Format:
    """A format, the end of its files' names, and how Pillow is to save it."""

    suffix: str
    settings: dict[str, Any] = field(default_factory=dict)

    @property
    def type(self) -> str:
        """As `type` in HTML."""
        return f"image/{self.suffix.replace('jpg', 'jpeg')}"

    def __str__(self) -> str:
        """Everything that decides the bytes beside the photograph and its width."""
        return f"{self.suffix} {sorted(self.settings.items())} sRGB {pillow_version}"


# With one thread: how many there are decides into how many tiles libavif cuts a picture, and so
# its bytes.
AVIF = Format("avif", {"quality": 55, "speed": 8, "max_threads": 1})
# Method 2: a twentieth more bytes for the few that do not know AVIF, in less than half the time.
WEBP = Format("webp", {"quality": 80, "method": 2})
JPEG = Format("jpg", {"quality": 80, "optimize": True, "progressive": True})
PNG = Format("png")


class Encoder:
    """One photograph, decoded only if it is asked for, and then once for all that is made of it."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._upright: Pillow.Image | None = None
        self._narrowed: dict[int, Pillow.Image] = {}

    def encoded(self, width: int, into: Format) -> bytes:
        """The photograph as wide as that, without the notes of its camera."""
        picture = self._narrow(width)
        target = BytesIO()
        if into is JPEG:
            picture = picture.convert("RGB")
        picture.save(target, into.type.removeprefix("image/").upper(), **into.settings)
        return target.getvalue()

    def _narrow(self, width: int) -> Pillow.Image:
        if width not in self._narrowed:
            whole = self._whole()
            size = (width, max(1, round(whole.height * width / whole.width)))
            # A gap of three cannot be told from none, and much of a large photograph is skipped.
            small = in_srgb(whole.resize(size, Pillow.Resampling.LANCZOS, reducing_gap=3.0))
            small.info.clear()
            self._narrowed[width] = small
        return self._narrowed[width]

    def _whole(self) -> Pillow.Image:
        if self._upright is None:
            with Pillow.open(self._file) as opened:
                self._upright = upright(opened)
        return self._upright
