"""RENDER: the board of the day as pictures, for screens that can show nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from functools import partial

from site_generator import addresses
from site_generator.kept import Kept
from site_generator.language.spoken import _
from site_generator.output import Artifact
from site_generator.print.qr import qr_svg
from site_generator.print.typesetting import Typesetter
from site_generator.told.house import House
from site_generator.told.screen import board, screen_code
from site_generator.wording.in_words import day_in_words


def screen_pictures(house: House, typesetter: Typesetter, kept: Kept) -> Iterator[Artifact]:
    """1920 by 1080 and upright, in Danish, which every house speaks, where the house asks for them:
    each takes as long as a flyer, and is another one every day."""
    if not house.municipality.site.screen_pictures:
        return
    told = _told(house)
    for address in (addresses.SCREEN_LYING, addresses.SCREEN_UPRIGHT):
        data = told | {"upright": address == addresses.SCREEN_UPRIGHT}
        what = f"screen\n{typesetter.version}\n{json.dumps(data)}"
        yield Artifact(address, kept.get(what, partial(typesetter.screen, data)))


def _told(house: House) -> dict[str, object]:
    """Everything that `screen.typ` places, as the reader sees it."""
    code = screen_code(house)
    return {
        "accent": house.municipality.site.brand.colour,
        "name": house.municipality.site.name,
        "day": _("Gælder {date}", date=day_in_words(house.today)),
        "slides": [asdict(slide) for slide in board(house)],
        "code": asdict(code) | {"svg": qr_svg(code.link)} if code else None,
        "notice": house.demo_notice,
    }
