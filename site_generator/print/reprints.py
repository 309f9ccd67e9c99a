"""PAGES: which flyers say something else than before, and whether the old ones are wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from site_generator.language.spoken import load_language, speaking
from site_generator.print.contents import sheet_of
from site_generator.print.sheets import Sheet
from site_generator.schema.choices import FlyerKind
from site_generator.schema.flyers import Flyer
from site_generator.told.house import House

# What somebody acts on who reads the paper, in the words of an editor.
FACTS = {
    "hours": "åbningstiderne",
    "phone_number": "telefonnummeret",
    "phone_hours": "telefontiderne",
    "mail": "mailadressen",
    "places": "stedet",
    "ways": "vejen hertil",
    "offers": "tilbuddene",
    "overview": "tilbuddene",
    "events": "datoerne",
    "promises": "det, der bliver lovet",
    "refer": "måden at henvise på",
    "name": "husets navn",
}
# What each kind has on its paper, besides the house's name (themes/…/print/kinds/).
_BAND = ("promises", "hours", "phone_number", "phone_hours", "places", "ways", "offers")
_PRINTED: Mapping[FlyerKind, tuple[str, ...]] = {
    FlyerKind.FLYER: (*_BAND, "events"),
    FlyerKind.WAITING_ROOM: _BAND,
    FlyerKind.POSTER: ("phone_number", "phone_hours", "places", "offers", "events"),
    FlyerKind.LEAFLET: (*_BAND, "mail"),
    FlyerKind.CARD: ("phone_number", "places"),
    FlyerKind.EVALUATION: (),
    FlyerKind.MONTH: ("hours", "phone_number", "phone_hours", "mail", "events"),
    FlyerKind.TWO_FLYERS: (*_BAND, "events"),
    FlyerKind.STRIPS: ("phone_number", "phone_hours", "places", "offers", "events"),
    FlyerKind.RACK_CARD: _BAND,
    FlyerKind.LARGE_PRINT: (*_BAND, "mail"),
    FlyerKind.LETTER: (
        "promises",
        "hours",
        "phone_number",
        "phone_hours",
        "mail",
        "places",
        "offers",
    ),
    FlyerKind.TALLY: ("offers",),
    FlyerKind.POST: (),
    FlyerKind.OVERVIEW: ("hours", "phone_number", "phone_hours", "mail", "overview", "refer"),
}
_LOOKS = ("title", "sentence", "staff_note", "logo", "picture", "accent", "municipality")


@dataclass(frozen=True)
class Reprint:
    """A flyer that is new, gone, or says something else. `facts` are what is wrong on the old."""

    kind: Literal["new", "gone", "changed"]
    flyer: Flyer
    facts: tuple[str, ...] = ()


def reprints(before: House, after: House, locales: Path) -> Iterator[Reprint]:
    was, now = before.municipality.flyers.flyers, after.municipality.flyers.flyers
    known = {flyer.code: flyer for flyer in was} | {flyer.id: flyer for flyer in was}
    for flyer in now:
        old = known.get(flyer.id) or known.get(flyer.code)
        if old is None:
            yield Reprint("new", flyer)
            continue
        pairs = list(_sheets(before, old, after, flyer, locales))
        kind = flyer.kind
        facts = tuple(dict.fromkeys(one for pair in pairs for one in _wrong(kind, *pair)))
        if facts or any(_looks(kind, one) != _looks(kind, other) for one, other in pairs):
            yield Reprint("changed", flyer, facts)
    kept = {name for flyer in now for name in (flyer.id, flyer.code)}
    yield from (Reprint("gone", flyer) for flyer in was if not {flyer.id, flyer.code} & kept)


def _sheets(
    before: House, old: Flyer, after: House, new: Flyer, locales: Path
) -> Iterator[tuple[Sheet, Sheet]]:
    """Both versions in each language that both are printed in."""
    for code in dict.fromkeys(new.languages):
        if code in old.languages:
            with speaking(load_language(code, locales)):
                yield sheet_of(before, old, old.paper[0]), sheet_of(after, new, new.paper[0])


def printed_on(kind: FlyerKind) -> tuple[str, ...]:
    """The facts of a sheet that are seen on a kind of paper."""
    return (*_PRINTED[kind], "name")


def _wrong(kind: FlyerKind, old: Sheet, new: Sheet) -> Iterator[str]:
    for name, fact in FACTS.items():
        was = getattr(old, name)
        if name in printed_on(kind) and was and was != getattr(new, name):
            yield fact
    if old.qr.link != new.qr.link:
        yield "QR-koden"
    elif old.qr.opens != new.qr.opens:
        yield "det, koden åbner"


def _looks(kind: FlyerKind, sheet: Sheet) -> tuple[object, ...]:
    """What is on it, also what is not wrong on the old one but new on this."""
    return tuple(getattr(sheet, name) for name in (*printed_on(kind), *_LOOKS))
