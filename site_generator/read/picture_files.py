"""READ: whether a picture file is one, without decoding all of it."""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from PIL import Image as Pillow

PICTURE_TYPES = (".jpg", ".jpeg", ".png", ".webp", ".svg")
MAX_MEGAPIXELS = 40
_MAX_DRAWING_BYTES = 1024 * 1024

_EXPORT = "Gem det igen som JPEG, PNG eller WebP i et billedprogram."
_PLAIN = "Gem tegningen som almindelig SVG («Plain SVG») uden scripts og links."


@dataclass(frozen=True)
class PictureFault:
    """What is wrong with a picture file, in Danish."""

    message: str
    remedy: str


def fault_of_picture(file: Path) -> PictureFault | None:
    """What keeps a picture from being shown, if anything."""
    if file.suffix.lower() == ".svg":
        return _fault_of_drawing(file)
    return _fault_of_photograph(file)


def _fault_of_photograph(file: Path) -> PictureFault | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Pillow.DecompressionBombWarning)
            with Pillow.open(file, formats=("JPEG", "PNG", "WEBP")) as picture:
                if picture.width * picture.height > MAX_MEGAPIXELS * 1_000_000:
                    return _too_many_pixels(picture.width, picture.height)
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


def _fault_of_drawing(file: Path) -> PictureFault | None:
    if file.stat().st_size > _MAX_DRAWING_BYTES:
        return PictureFault("Tegningen er over 1 MB.", "Gem den mere enkelt, eller som PNG.")
    data = file.read_bytes()
    # Entities can blow up to gigabytes, and a style sheet lies elsewhere; no drawing needs them.
    if re.search(rb"<!(?:DOCTYPE[^>]*\[|ENTITY)|<\?xml-stylesheet", data):
        return PictureFault("Tegningen har en XML-definition i sig.", _PLAIN)
    try:
        root = ElementTree.fromstring(data.decode("utf-8-sig"))
    except (ElementTree.ParseError, ValueError, LookupError):
        return PictureFault("Filen kan ikke læses som en SVG-tegning.", _PLAIN)
    if _local(root.tag) != "svg":
        return PictureFault("Filen er ikke en SVG-tegning.", _PLAIN)
    hidden = next(filter(None, map(_hidden_in, root.iter())), None)
    return PictureFault(f"Tegningen har {hidden} i sig.", _PLAIN) if hidden else None


_ACTIVE = {
    "script": "et script",
    "foreignobject": "fremmed indhold",
    "iframe": "fremmed indhold",
    "embed": "fremmed indhold",
    "object": "fremmed indhold",
}
# Anywhere in a value: an animation may hold several, of which one is for a link. Browsers leave
# out spaces and line breaks before they look.
_SCRIPT = re.compile(r"(?:java|vb)script:", re.IGNORECASE)
_IGNORED = re.compile(r"[\x00-\x20]")
_ELSEWHERE = re.compile(r"@import|url\(\s*['\"]?(?!\s*#|\s*data:image/)", re.IGNORECASE)


def _hidden_in(element: ElementTree.Element) -> str | None:
    """What in an element could run, or ask another server for something."""
    name = _local(element.tag)
    if name in _ACTIVE:
        return _ACTIVE[name]
    if name == "style" and _ELSEWHERE.search(element.text or ""):
        return "en henvisning til et andet sted"
    for key, value in element.attrib.items():
        attribute = _local(key)
        if attribute.startswith("on") or _SCRIPT.search(_IGNORED.sub("", value)):
            return "et script"
        if attribute == "href" and not re.match(r"\s*(?:#|data:image/(?:png|jpeg|webp))", value):
            return "en henvisning til et andet sted"
        if _ELSEWHERE.search(value):
            return "en henvisning til et andet sted"
    return None


def _local(name: object) -> str:
    """A name without its namespace, in small letters; comments have none."""
    return name.rpartition("}")[2].lower() if isinstance(name, str) else ""
