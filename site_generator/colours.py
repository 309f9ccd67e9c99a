"""Colours as #rrggbb: how well one can be read on another, and how to mix and darken them."""

from __future__ import annotations

import colorsys
import math

WHITE = "#ffffff"
# The portal's warm ground (themes/familiehus).
GROUND = "#fbf8f3"

# WCAG 2.2, success criterion 1.4.3: normal text against its background.
ENOUGH = 4.5

_Channels = tuple[float, float, float]


def contrast(one: str, other: str) -> float:
    """From 1 (none) to 21 (black on white). WCAG 2.2, definition of contrast ratio."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def rounded_down(ratio: float) -> float:
    """A ratio with one decimal, never rounded up to a limit that it does not reach."""
    return math.floor(ratio * 10) / 10


def mix(colour: str, other: str, share: float) -> str:
    """A colour with a share (0 to 1) of another in it: a tint with white, a shade with black."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    red, green, blue = (a + (b - a) * share for a, b in pairs)
    return _hex((red, green, blue))


def darkened(colour: str, *grounds: str, ratio: float = ENOUGH) -> str:
    """The lightest colour of the same hue that can be read on every ground."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*_channels(colour))
    for step in range(101):
        darker = _hex(colorsys.hls_to_rgb(hue, lightness * (1 - step / 100), saturation))
        if all(contrast(darker, ground) >= ratio for ground in grounds):
            return darker
    return "#000000"


def _luminance(colour: str) -> float:
    """WCAG 2.2, definition of relative luminance, with the threshold as corrected in 2021."""
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in _channels(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(colour: str) -> _Channels:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _hex(channels: _Channels) -> str:
    return "#" + "".join(f"{round(value * 255):02x}" for value in channels)
