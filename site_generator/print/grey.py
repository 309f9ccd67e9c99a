"""RENDER: a logo or picture without colour, for sheets that are printed and copied in black.

What is drawn stays drawn: each colour that is named becomes the grey that is as light (ITU-R
BT.601, as Pillow and copiers have it). Photographs within the drawing are made grey point by point.
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from dataclasses import replace

from PIL import ImageColor

from site_generator.print.drawings import photograph_in_grey
from site_generator.print.sheets import Drawing

_PHOTOGRAPH = re.compile(r"data:image/[a-z]+;base64,([A-Za-z0-9+/=\s]+)")
_COLOUR = re.compile(
    r"((?<![\w-])(?:fill|stroke|color|stop-color|flood-color|lighting-color)\s*[:=]\s*[\"']?\s*)"
    r"(#[0-9a-f]{3,8}|(?:rgb|hsl)a?\([^)]*\)|[a-z]+)",
    re.IGNORECASE,
)
_RGB = re.compile(r"rgba?\(\s*([\d.]+%?)[\s,]+([\d.]+%?)[\s,]+([\d.]+%?)(.*)\)", re.IGNORECASE)


def in_grey(drawing: Drawing) -> Drawing:
    """The same drawing, every point of it with red, green and blue alike."""
    svg = _COLOUR.sub(lambda found: found[1] + _grey(found[2]), drawing.svg)
    return replace(drawing, svg=_PHOTOGRAPH.sub(_photograph, svg))


def _grey(colour: str) -> str:
    """A colour of CSS as grey; a word that is no colour, such as «none», as it is."""
    if found := _RGB.fullmatch(colour):
        light = _light(*(_part(number) for number in found.groups()[:3]))
        return f"rgba({light},{light},{light}{found[4]})" if found[4] else _hex(light)
    try:
        red, green, blue, *alpha = ImageColor.getrgb(colour)
    except ValueError:
        return colour
    return _hex(_light(red, green, blue)) + "".join(f"{part:02x}" for part in alpha)


def _part(number: str) -> float:
    return float(number[:-1]) * 2.55 if number.endswith("%") else float(number)


def _light(red: float, green: float, blue: float) -> int:
    return min(255, round(0.299 * red + 0.587 * green + 0.114 * blue))


def _hex(light: int) -> str:
    return f"#{light:02x}{light:02x}{light:02x}"


def _photograph(found: re.Match[str]) -> str:
    kind, grey = photograph_in_grey(b64decode(found[1]))
    return f"data:image/{kind};base64,{b64encode(grey).decode()}"
