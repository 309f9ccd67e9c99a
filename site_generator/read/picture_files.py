"""READ: whether a picture file is one, without decoding all of it."""

from __future__ import annotations

import os
import re
import warnings
from dataclasses import dataclass
from pathlib import Path
from xml.parsers.expat import ExpatError

from PIL import Image as Pillow

from site_generator.read.drawings import ActiveDrawingError, NoDrawingError, clean_drawing

PICTURE_TYPES = (".jpg", ".jpeg", ".png", ".webp", ".svg")
MAX_MEGAPIXELS = 40
_MAX_DRAWING_BYTES = 1024 * 1024

_END = 1024

_EXPORT = "Gem det igen som JPEG, PNG eller WebP i et billedprogram."
_PLAIN = "Gem tegningen som almindelig SVG («Plain SVG») uden scripts og links, eller som PNG."


@dataclass(frozen=True)
class PictureFault:
    """What is wrong with a picture file, in Danish."""

    message: str
    remedy: str
    line: int = 1


def fault_of_picture(file: Path, decode: bool = True) -> PictureFault | None:
    """What keeps a picture from being shown, if anything.

    Without `decode` a photograph is only looked at from both ends, which takes no time.
    """
    if file.suffix.lower() == ".svg":
        return _fault_of_drawing(file)
    return _fault_of_photograph(file, decode)


def _fault_of_photograph(file: Path, decode: bool) -> PictureFault | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Pillow.DecompressionBombWarning)
            with Pillow.open(file, formats=("JPEG", "PNG", "WEBP")) as picture:
                if picture.width * picture.height > MAX_MEGAPIXELS * 1_000_000:
                    return _too_many_pixels(picture.width, picture.height)
                if decode or not _ends_well(picture, file):
                    _look_through(picture)
    except Pillow.DecompressionBombError:
        return PictureFault("Billedet har alt for mange punkter.", "Gør det mindre.")
    except Exception:  # Pillow raises many kinds for a broken file; all mean the same here.
        return PictureFault("Filen kan ikke læses som et billede.", _EXPORT)
    return None


def _too_many_pixels(width: int, height: int) -> PictureFault:
    message = f"Billedet er {width} × {height} punkter, over {MAX_MEGAPIXELS} millioner i alt."
    return PictureFault(message, "Gør det mindre: 3200 punkter i bredden er rigeligt.")


def _look_through(picture: Pillow.Image) -> None:
    """Find a file that is cut off, as cheaply as the format allows; raises where it is."""
    if picture.format == "PNG":
        picture.verify()
        return
    picture.draft("L", (64, 64))
    picture.load()


def _ends_well(picture: Pillow.Image, file: Path) -> bool:
    """Whether a picture is whole as far as its end tells; a telephone may put a film behind it."""
    with file.open("rb") as source:
        beginning = source.read(12)
        size = source.seek(0, os.SEEK_END)
        source.seek(-min(size, _END), os.SEEK_END)
        end = source.read()
    if picture.format == "WEBP":
        return int.from_bytes(beginning[4:8], "little") + 8 <= size
    return (b"IEND" if picture.format == "PNG" else b"\xff\xd9") in end


def size_of_photograph(file: Path) -> tuple[int, int]:
    """Width and height in pixels as shown, after the turn that the camera noted."""
    with Pillow.open(file) as opened:
        turned = opened.getexif().get(0x0112, 1) >= 5
        return (opened.height, opened.width) if turned else (opened.width, opened.height)


def can_be_seen_through(file: Path) -> bool:
    """Whether a photograph has points that let the page be seen, as its beginning tells."""
    with Pillow.open(file) as opened:
        return opened.has_transparency_data


_ROOT = re.compile(rb"<svg\b[^>]*>")
_VIEW = re.compile(rb"""\sviewBox=["']\s*[-\d.e]+[\s,]+[-\d.e]+[\s,]+([\d.e]+)[\s,]+([\d.e]+)""")


def size_of_drawing(file: Path) -> tuple[int, int] | None:
    """Width and height in the drawing's own measure, None where it does not say."""
    root = _ROOT.search(clean_drawing(file.read_bytes()))
    view = _VIEW.search(root[0]) if root else None
    try:
        width, height = (round(float(side)) for side in view.groups()) if view else (0, 0)
    except (ValueError, OverflowError):
        return None
    return (width, height) if 0 < width < 10_000 and 0 < height < 10_000 else None


def size_if_known(file: Path) -> tuple[int, int] | None:
    """Width and height of a picture that may be anything; None where it does not say."""
    try:
        is_drawing = file.suffix.lower() == ".svg"
        return size_of_drawing(file) if is_drawing else size_of_photograph(file)
    except Exception:  # what is wrong with the file is told elsewhere
        return None


# The lightest that can be told from white: WCAG 2.2 (1.4.11) wants 3:1, which is grey 148.
_LIGHT = 200


def is_nearly_white(file: Path) -> bool:
    """Whether what can be seen of a cut-out picture is white on a white page."""
    if file.suffix.lower() == ".svg":
        return False
    try:
        with Pillow.open(file) as opened:
            if not opened.has_transparency_data or opened.width * opened.height > 4_000_000:
                return False
            small = opened.convert("RGBA").resize((64, 64), Pillow.Resampling.BOX)
    except Exception:  # what is wrong with the file is told elsewhere
        return False
    alpha = small.getchannel("A")
    seen = [
        light
        for light, covers in zip(small.convert("L").tobytes(), alpha.tobytes(), strict=True)
        if covers > 128
    ]
    # A logo with a ground of its own has no corner one can see through.
    return (
        bool(seen)
        and len(seen) < 64 * 64
        and sum(light < _LIGHT for light in seen) < len(seen) / 20
    )


def _fault_of_drawing(file: Path) -> PictureFault | None:
    if file.stat().st_size > _MAX_DRAWING_BYTES:
        return PictureFault("Tegningen er over 1 MB.", "Gem den mere enkelt, eller som PNG.")
    try:
        clean_drawing(file.read_bytes())
    except ActiveDrawingError as found:
        return PictureFault(f"Tegningen har {found.what} i sig.", _PLAIN, found.line)
    except NoDrawingError:
        return PictureFault("Filen er ikke en SVG-tegning.", _PLAIN)
    except (ExpatError, ValueError, LookupError):
        return PictureFault("Filen kan ikke læses som en SVG-tegning.", _PLAIN)
    return None
