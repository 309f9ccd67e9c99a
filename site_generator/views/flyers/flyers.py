"""PAGES: what there is to print, ready texts to post, and where the QR codes lead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from site_generator import addresses
from site_generator.language.marked import join
from site_generator.language.spoken import _
from site_generator.output import Image, Page
from site_generator.print.printed import BLACK, PACK, PRINT_SHOP, PrintedFile
from site_generator.schema.choices import FlyerKind
from site_generator.schema.flyers import Flyer
from site_generator.schema.printed_fields import PICTURES
from site_generator.schema.values import LANGUAGES
from site_generator.told.facts import Link, SourceView
from site_generator.told.house import House
from site_generator.told.sources import sources
from site_generator.views.around.frame import page_frame
from site_generator.views.around.written_in import file_of
from site_generator.views.elements import Frame
from site_generator.views.flyers.announcements import Announcement, announcements
from site_generator.wording.in_words import words


@dataclass(frozen=True)
class Download:
    label: str
    href: str
    size: str
    media_type: str
    format: str


@dataclass(frozen=True)
class Edition:
    """A flyer in one language. `language` is its own name for itself; empty if there is one.
    `what` is heard after each of its files: the flyer and, where there are several, the language.
    """

    language: str
    code: str
    what: str
    downloads: tuple[Download, ...]


@dataclass(frozen=True)
class FlyerItem:
    title: str
    kind: str
    sentence: str
    preview: Image | None
    editions: tuple[Edition, ...]
    opens: Link


@dataclass(frozen=True)
class Shelf:
    """Those for one use: the wall, the bag, those who meet families."""

    anchor: str
    title: str
    flyers: tuple[FlyerItem, ...]


@dataclass(frozen=True)
class MaterialItem:
    title: str
    summary: str
    sources: tuple[SourceView, ...]


@dataclass(frozen=True)
class FlyersView:
    frame: Frame
    title: str
    lead: str
    pack: tuple[Download, ...]
    jumps: tuple[Link, ...]
    shelves: tuple[Shelf, ...]
    announcements: tuple[Announcement, ...]
    existing: tuple[MaterialItem, ...]


def flyers_page(house: House, printed: Sequence[PrintedFile]) -> Page:
    """The page with everything in print; `printed` are the house's PDFs."""
    address = addresses.FLYERS
    root = addresses.way_up(address)
    files = house.files(root)
    flyers = house.municipality.flyers
    lead = _("Print, hæng op og del ud. Koden på papiret fører altid til det, der gælder i dag.")
    shelves = tuple(_shelves(house, printed))
    view = FlyersView(
        frame=page_frame(house, address, _("Flyers og plakater"), lead),
        title=_("Flyers og plakater"),
        lead=lead,
        pack=_downloads([file for file in printed if file.flyer == PACK], files),
        jumps=_jumps(shelves, bool(flyers.flyers)),
        shelves=shelves,
        announcements=announcements(house) if flyers.flyers else (),
        existing=tuple(
            MaterialItem(words(m.title), words(m.summary), sources(m.sources))
            for m in flyers.existing
        ),
    )
    return Page(address, "pages/flyers.html", view, file_of(house.municipality.flyers))


def _shelves(house: House, printed: Sequence[PrintedFile]) -> Iterator[Shelf]:
    """The flyers by what they are for, those for the wall first."""
    uses = (
        ("vaeg", _("Til væggen"), _WALL),
        ("taske", _("Til tasken"), _BAG),
        ("skaerm", _("Til skærme og opslag"), _SCREEN),
        ("andet", _("Til fagfolk"), _WORK),
    )
    for anchor, title, kinds in uses:
        flyers = tuple(
            _flyer(house, flyer, [file for file in printed if file.flyer == flyer.id])
            for flyer in house.municipality.flyers.flyers
            if flyer.kind in kinds
        )
        if flyers:
            yield Shelf(anchor, title, flyers)


_WALL = (FlyerKind.POSTER, FlyerKind.WAITING_ROOM, FlyerKind.MONTH, FlyerKind.STRIPS)
_BAG = (
    FlyerKind.FLYER,
    FlyerKind.TWO_FLYERS,
    FlyerKind.LEAFLET,
    FlyerKind.RACK_CARD,
    FlyerKind.CARD,
    FlyerKind.LARGE_PRINT,
    FlyerKind.LETTER,
)
_SCREEN = (FlyerKind.POST,)
_WORK = (FlyerKind.OVERVIEW, FlyerKind.EVALUATION, FlyerKind.TALLY)


def _jumps(shelves: tuple[Shelf, ...], texts: bool) -> tuple[Link, ...]:
    """Ways down a long page; a short one needs none."""
    ways = [Link(shelf.title, f"#{shelf.anchor}") for shelf in shelves]
    if texts:
        ways.append(Link(_("Tekster"), "#tekster"))
    return tuple(ways) if len(ways) > 1 else ()


def _flyer(house: House, flyer: Flyer, printed: Sequence[PrintedFile]) -> FlyerItem:
    root = addresses.way_up(addresses.FLYERS)
    files = house.files(root)
    return FlyerItem(
        title=words(flyer.title),
        kind=flyer.kind.label,
        sentence=words(flyer.sentence),
        preview=_preview(flyer, printed, files),
        editions=tuple(_editions(flyer, printed, files)),
        opens=Link(_("Se den side, QR-koden fører til"), root + addresses.short(flyer.code)),
    )


def _preview(flyer: Flyer, printed: Sequence[PrintedFile], root: str) -> Image | None:
    shown = next((file for file in printed if file.preview_size != (0, 0)), None)
    if shown is None:
        return None
    width, height = shown.preview_size
    alt = _("Sådan ser den ud: {title}", title=words(flyer.title))
    src = root + addresses.preview(shown.address)
    return Image(src, src, (), width, height, alt, "")


def _editions(flyer: Flyer, printed: Sequence[PrintedFile], root: str) -> Iterator[Edition]:
    for language in flyer.languages:
        name = LANGUAGES[language] if len(flyer.languages) > 1 else ""
        own = [file for file in printed if file.language == language]
        what = join(_(", "), [part for part in (words(flyer.title), name) if part])
        yield Edition(name, language, what, _downloads(own, root))


def _downloads(files: Sequence[PrintedFile], root: str) -> tuple[Download, ...]:
    return tuple(_download(file, root) for file in files)


def _download(file: PrintedFile, root: str) -> Download:
    media_type, name = (
        ("image/png", "PNG") if file.paper in PICTURES else ("application/pdf", "PDF")
    )
    return Download(_label(file), root + file.address, _size(file.size), media_type, name)


def _label(file: PrintedFile) -> str:
    paper = file.paper.label
    if file.paper in PICTURES:
        return _("Billede: {shape}", shape=paper)
    if file.variant == PRINT_SHOP:
        return _("{paper} til trykkeri, farver i RGB", paper=paper)
    if file.variant == BLACK:
        return _("Print {paper} i sort-hvid", paper=paper)
    return _("Print {paper} i farver", paper=paper)


def _size(octets: int) -> str:
    """In kilobytes, which is what a slow network asks about."""
    return f"{max(1, round(octets / 1000))} KB"
