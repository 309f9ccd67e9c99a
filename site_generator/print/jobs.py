"""PAGES: which PDFs a house has: each flyer on each paper, in each language, in each ink."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from site_generator import addresses
from site_generator.language.spoken import load_language, speaking
from site_generator.print.chosen import chosen_offers
from site_generator.print.contents import for_print_shop, in_black, sheet_of
from site_generator.print.printed import BLACK, COLOUR, PACK, PRINT_SHOP
from site_generator.print.sheets import Document, Sheet
from site_generator.schema.choices import FlyerKind, Paper
from site_generator.schema.flyers import Flyer
from site_generator.schema.printed_fields import PICTURES
from site_generator.told.house import House
from site_generator.told.last_changed import flyer_changed

# What hangs and lies in a waiting room. The others are for staff.
FOR_WAITING_ROOMS = (
    FlyerKind.WAITING_ROOM,
    FlyerKind.POSTER,
    FlyerKind.FLYER,
    FlyerKind.LEAFLET,
    FlyerKind.MONTH,
    FlyerKind.CARD,
)


@dataclass(frozen=True)
class Job:
    """One PDF, or one picture (its paper is one of PICTURES). `flyers` are those on it: one, but
    several in a print pack.

    The page of flyers shows a picture of each: of the PDF that `has_preview`. It tells of no
    `former` one, which stands at an address of old (former.py).
    """

    address: str
    name: str
    flyers: tuple[Flyer, ...]
    paper: Paper
    language: str
    variant: str
    document: Document
    has_preview: bool = False
    former: bool = False


def house_jobs(house: House, locales: Path, print_shop: bool) -> Iterator[Job]:
    """Every PDF of a house; with `print_shop` also those for a print shop."""
    for flyer in house.municipality.flyers.flyers:
        for language in dict.fromkeys(flyer.languages):
            with speaking(load_language(language, locales)):
                for paper in dict.fromkeys(flyer.paper):
                    sheet = sheet_of(house, flyer, paper)
                    shown = (language, paper) == (flyer.languages[0], flyer.paper[0])
                    yield from _variants(house, flyer, sheet, paper, shown, print_shop)
    yield from _packs(house, locales)


def _variants(
    house: House, flyer: Flyer, sheet: Sheet, paper: Paper, shown: bool, print_shop: bool
) -> Iterator[Job]:
    if paper in PICTURES:
        yield _picture(house, flyer, sheet, paper, shown)
        return
    variants = {COLOUR: sheet, BLACK: in_black(sheet)}
    if print_shop:
        variants[PRINT_SHOP] = for_print_shop(sheet)
    for variant, version in variants.items():
        yield Job(
            address=addresses.flyer_file(flyer.id, paper.value, sheet.language, variant),
            name=flyer.id,
            flyers=(flyer,),
            paper=paper,
            language=sheet.language,
            variant=variant,
            document=_document(house, sheet.title, (flyer,), (version,)),
            has_preview=shown and variant == COLOUR,
        )


def _picture(house: House, flyer: Flyer, sheet: Sheet, paper: Paper, shown: bool) -> Job:
    return Job(
        address=addresses.flyer_picture(flyer.id, paper.value, sheet.language),
        name=flyer.id,
        flyers=(flyer,),
        paper=paper,
        language=sheet.language,
        variant=COLOUR,
        document=_document(house, sheet.title, (flyer,), (sheet,)),
        has_preview=shown,
    )


def _packs(house: House, locales: Path) -> Iterator[Job]:
    """Everything a waiting room needs in one PDF, on A4, which every office printer has."""
    chosen = [f for f in house.municipality.flyers.flyers if f.kind in FOR_WAITING_ROOMS]
    if not chosen:
        return
    sheets = tuple(_for_the_pack(house, chosen, locales))
    for variant in (COLOUR, BLACK):
        bound = sheets if variant == COLOUR else tuple(map(in_black, sheets))
        yield Job(
            address=addresses.flyer_file(PACK, "", "da", variant),
            name=PACK,
            flyers=tuple(chosen),
            paper=Paper.A4,
            language="da",
            variant=variant,
            document=_document(house, house.municipality.site.name, chosen, bound),
        )


def _for_the_pack(house: House, flyers: list[Flyer], locales: Path) -> Iterator[Sheet]:
    for flyer in sorted(flyers, key=lambda f: FOR_WAITING_ROOMS.index(f.kind)):
        for language in dict.fromkeys(flyer.languages):
            with speaking(load_language(language, locales)):
                yield sheet_of(house, flyer, Paper.A4)


def _document(
    house: House, title: str, flyers: Sequence[Flyer], sheets: tuple[Sheet, ...]
) -> Document:
    days = [flyer_changed(house, flyer, chosen_offers(house, flyer)) for flyer in flyers]
    day = max(filter(None, days), default=None)
    return Document(
        title=title,
        author=house.municipality.site.name,
        language=sheets[0].language,
        date=(day.year, day.month, day.day) if day else None,
        sheets=sheets,
    )
