"""PAGES: what stands at the addresses of PDFs that are there no more.

A surgery has saved the address, and prints what it finds there for years. A file cannot send
anybody on, so it finds the nearest that holds today: the flyer on the paper and in the language
that there is now, or the one that came in its place, and else a sheet that says where to look.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from site_generator import addresses
from site_generator.language.codes import DANISH
from site_generator.language.spoken import _, load_language, speaking, spoken
from site_generator.print.codes import base_address, qr_code
from site_generator.print.contents import sheet_of
from site_generator.print.jobs import FOR_WAITING_ROOMS, Job
from site_generator.print.printed import BLACK, COLOUR, PACK
from site_generator.print.sheets import Document, QrCode, Sheet
from site_generator.read.placed import Block
from site_generator.read.remembered import PublishedFlyer
from site_generator.schema.choices import Paper
from site_generator.schema.flyers import Flyer
from site_generator.schema.printed_fields import PICTURES
from site_generator.schema.values import LANGUAGES
from site_generator.told.house import House
from site_generator.told.targets import opens_page

# What is a picture for screens is no PDF.
_PAPERS = frozenset(paper.value for paper in Paper if paper not in PICTURES)


def former_jobs(house: House, jobs: Sequence[Job], locales: Path) -> Iterator[Job]:
    """A PDF at every address that the history knows and no job of today has."""
    taken = {job.address for job in jobs}
    for name, paper, language in published_editions(house.history.flyers):
        now = [job for job in jobs if job.name == _instead_of(house, name)]
        for variant in dict.fromkeys(job.variant for job in now or jobs) or (COLOUR, BLACK):
            address = addresses.flyer_file(name, paper, language, variant)
            if address not in taken:
                nearest = _nearest(now, paper, language, variant)
                job = nearest or _notice(house, name, language, locales)
                yield replace(job, address=address, has_preview=False, former=True)


def published_editions(flyers: Iterable[PublishedFlyer]) -> Iterator[tuple[str, str, str]]:
    """The flyer, the paper and the language of each PDF; the pack's name has no paper."""
    for flyer in flyers:
        for paper, language in flyer.editions:
            if paper in _PAPERS and language in LANGUAGES:
                yield flyer.id, paper, language
    kinds = {kind for flyer in flyers for kind in flyer.kinds}
    if not kinds.isdisjoint(kind.value for kind in FOR_WAITING_ROOMS):
        yield PACK, "", "da"


def _instead_of(house: House, name: str) -> str:
    """The flyer itself, where it is still there, or the one that it leads to."""
    leads_to = {one.id: one.leads_to or "" for one in house.municipality.flyers.retired}
    return leads_to.get(name, name)


def _nearest(now: Iterable[Job], paper: str, language: str, variant: str) -> Job | None:
    """In the same language rather than on the same paper: a printer makes it larger or smaller."""
    fitting = (job for job in now if job.variant == variant and job.paper not in PICTURES)
    return max(
        fitting, key=lambda job: (job.language == language, job.paper.value == paper), default=None
    )


def _notice(house: House, name: str, language: str, locales: Path) -> Job:
    """A sheet in place of what nothing came instead of."""
    block = Block(f"{house.municipality.shown_as}/flyers.yml", 1)
    block.update(id=name, code=name, title="…")
    flyer = Flyer.model_validate(block)
    with speaking(load_language(language, locales)):
        sheet = _notice_sheet(house, flyer)
    document = Document(sheet.title, sheet.name, language, None, (sheet,))
    return Job("", name, (flyer,), Paper.A4, language, COLOUR, document)


def _notice_sheet(house: House, flyer: Flyer) -> Sheet:
    """In black alone, so that whoever prints it loses nothing."""
    return replace(
        sheet_of(house, flyer, Paper.A4),
        ink="black",
        title=_("Bruges ikke mere"),
        sentence=_("Scan koden, og find det, der gælder nu."),
        promises=(),
        hours=None,
        places=(),
        qr=_qr(house),
        made="",
    )


def _qr(house: House) -> QrCode:
    """To the flyers that there are, or to the house."""
    page = addresses.FLYERS if house.has_flyers else addresses.FRONT
    own = spoken().code if spoken().code in house.municipality.site.languages else DANISH
    link = f"{base_address(house)}{addresses.in_language(page, own)}"
    return qr_code(link, opens_page(house, page))
