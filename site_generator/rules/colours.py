"""The house's colour."""

from __future__ import annotations

from collections.abc import Iterator

from site_generator.colours import ENOUGH, GROUND, WHITE, contrast, darkened, rounded_down
from site_generator.problems import Problem
from site_generator.records.municipality import Municipality
from site_generator.rules.circumstances import Circumstances
from site_generator.rules.reporting import error


def colour_can_be_read(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """White text on the colour, and the colour on the ground, can be read (WCAG 2.2, 1.4.3)."""
    brand = municipality.site.brand
    ratio = min(contrast(brand.colour, ground) for ground in (WHITE, GROUND))
    if ratio < ENOUGH:
        shown = str(rounded_down(ratio)).replace(".", ",")
        message = f"Farven er for lys: kontrasten er {shown}, og loven kræver mindst 4,5."
        better = darkened(brand.colour, WHITE, GROUND)
        yield error(brand, "colour", message, f"Brug en mørkere, fx '{better}'.")
