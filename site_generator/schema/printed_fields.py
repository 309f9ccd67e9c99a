"""Which fields of a flyer each kind of it has room for.

Sheets are filled by this, and `check` tells by it what an author wrote in vain.
"""

from __future__ import annotations

from collections.abc import Mapping

from site_generator.schema.choices import FlyerKind, Paper
from site_generator.schema.flyers import Flyer

# The fields that may be left out, and what `check` calls them.
OPTIONAL: Mapping[str, str] = {
    "sentence": "en sætning under overskriften",
    "picture": "et billede",
    "offers": "tilbud",
    "show_hours": "åbningstider",
    "show_phone": "telefon",
    "show_transport": "vejen til huset",
    "events": "aktiviteter",
    "staff_note": "en tekst til bagsiden",
}

_CONTACT = ("show_hours", "show_phone", "show_transport")
_SHOWN: Mapping[FlyerKind, tuple[str, ...]] = {
    FlyerKind.FLYER: ("sentence", "picture", "offers", *_CONTACT, "events"),
    # A poster is read from afar; of its offers it shows what happens next, or else their names.
    FlyerKind.POSTER: ("sentence", "picture", "offers", "show_phone", "events"),
    FlyerKind.WAITING_ROOM: ("sentence", "picture", "offers", *_CONTACT),
    FlyerKind.LEAFLET: ("sentence", "picture", "offers", *_CONTACT),
    FlyerKind.CARD: ("sentence", "show_phone"),
    FlyerKind.EVALUATION: ("sentence", "staff_note"),
    FlyerKind.MONTH: ("sentence", "offers", "show_hours", "show_phone", "events"),
    FlyerKind.OVERVIEW: ("sentence", "offers", "show_hours", "show_phone"),
    FlyerKind.TWO_FLYERS: ("sentence", "picture", "offers", *_CONTACT, "events"),
    FlyerKind.STRIPS: ("sentence", "offers", "show_phone", "events"),
    FlyerKind.RACK_CARD: ("sentence", "offers", *_CONTACT),
    FlyerKind.LARGE_PRINT: ("sentence", "offers", *_CONTACT),
    FlyerKind.LETTER: ("sentence", "offers", "show_hours", "show_phone"),
    FlyerKind.TALLY: ("sentence", "offers"),
    FlyerKind.POST: ("sentence",),
}


# From large to small. What is folded, cut or bound is made for A4; the others for any paper.
_ANY = (Paper.A3, Paper.A4, Paper.A5)
# What is no paper at all, but a picture to show on a screen.
PICTURES = (Paper.SQUARE, Paper.WIDE)
_FOR_ANY = (
    FlyerKind.FLYER,
    FlyerKind.POSTER,
    FlyerKind.WAITING_ROOM,
    FlyerKind.EVALUATION,
)


def papers_of(kind: FlyerKind) -> tuple[Paper, ...]:
    """The papers that a kind is made for, from large to small."""
    if kind is FlyerKind.POST:
        return PICTURES
    if kind is FlyerKind.RACK_CARD:
        return (Paper.DL,)
    return _ANY if kind in _FOR_ANY else (Paper.A4,)


def shows(flyer: Flyer, field: str) -> bool:
    """Whether a field of a flyer is seen on its paper."""
    return field in _SHOWN[flyer.kind]


def kinds_with(field: str) -> tuple[FlyerKind, ...]:
    """The kinds of flyers on which a field is seen."""
    return tuple(kind for kind, fields in _SHOWN.items() if field in fields)
