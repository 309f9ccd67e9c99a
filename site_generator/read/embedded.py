"""READ: a picture that stands inside a drawing, without what its file tells of place and camera."""

from __future__ import annotations

import base64
import re
from io import BytesIO

from PIL import Image as Pillow

from site_generator.read.true_colours import in_srgb, upright

_DATA = re.compile(r"data:image/(?:png|jpe?g|webp);base64,([A-Za-z0-9+/=\s]+)", re.IGNORECASE)
_MAX_POINTS = 4_000_000


def embedded_anew(address: str) -> str | None:
    """The picture of a `data:` address as a PNG in another; None if it is no picture."""
    found = _DATA.fullmatch(address)
    if not found:
        return None
    try:
        content = base64.b64decode(found[1])
        with Pillow.open(BytesIO(content), formats=("JPEG", "PNG", "WEBP")) as picture:
            if picture.width * picture.height > _MAX_POINTS:
                return None
            anew = in_srgb(upright(picture))
    except Exception:  # Pillow raises many kinds for a broken file; all mean the same here.
        return None
    anew.info.clear()
    target = BytesIO()
    anew.save(target, "PNG")
    return "data:image/png;base64," + base64.b64encode(target.getvalue()).decode()
