"""READ: the points of a photograph in the colours that screens show without being told (sRGB).

A telephone and a camera say in a profile which red they mean; without it their pictures look
dull. What is published has no profile, so the points are turned into sRGB first.
"""

from __future__ import annotations

from io import BytesIO
from typing import cast

from PIL import Image as Pillow
from PIL import ImageCms, ImageOps

_SRGB = ImageCms.createProfile("sRGB")
_WITH_PROFILE = ("RGB", "RGBA", "L", "CMYK")


def upright(opened: Pillow.Image) -> Pillow.Image:
    """A picture as it was held, in RGB, RGBA, L or CMYK, its profile with it."""
    picture = _in_eight_bits(ImageOps.exif_transpose(opened))
    if picture.has_transparency_data:
        return picture.convert("RGBA")
    return picture if picture.mode in _WITH_PROFILE else picture.convert("RGB")


def in_srgb(picture: Pillow.Image) -> Pillow.Image:
    """The same picture in RGB or RGBA, by its own profile where that can be read."""
    profile = picture.info.get("icc_profile")
    alpha = picture.getchannel("A") if picture.mode == "RGBA" else None
    points = picture.convert("RGB") if alpha else picture
    turned = (profile and _by_profile(points, profile)) or points.convert("RGB")
    if alpha:
        turned.putalpha(alpha)
    return turned


def _by_profile(points: Pillow.Image, profile: bytes) -> Pillow.Image | None:
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        turned = ImageCms.profileToProfile(points, source, _SRGB, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return None  # a profile of another kind of picture, or a broken one
    return cast(Pillow.Image, turned)


def _in_eight_bits(picture: Pillow.Image) -> Pillow.Image:
    """Sixteen bits of grey in eight; Pillow itself would make all but the darkest white."""
    if not picture.mode.startswith("I"):
        return picture
    grey = picture.convert("I").point(lambda value: value / 257).convert("L")
    grey.info = {"icc_profile": picture.info.get("icc_profile")}
    return grey
