"""PAGES: what there is in print. A list for now; the PDFs come with the flyers themselves."""

from __future__ import annotations

from dataclasses import dataclass

from site_generator import addresses
from site_generator.language import _
from site_generator.schema.flyers import Flyer
from site_generator.views.elements import Frame, Link, Page, SourceView
from site_generator.views.house import House, sources
from site_generator.wording import in_a_row, words


@dataclass(frozen=True)
class FlyerItem:
    title: str
    kind: str
    sentence: str
    target: Link


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
    flyers: tuple[FlyerItem, ...]
    existing: tuple[MaterialItem, ...]


def flyers_page(house: House) -> Page:
    address = addresses.FLYERS
    lead = _("Her kan du se, hvad huset har på papir, og hvor det fører hen.")
    root = addresses.way_up(address)
    view = FlyersView(
        frame=house.frame(address, _("Flyers og plakater"), lead),
        title=_("Flyers og plakater"),
        lead=lead,
        flyers=tuple(_flyer(flyer, root) for flyer in house.municipality.flyers.flyers),
        existing=tuple(
            MaterialItem(words(m.title), words(m.summary), sources(m.sources))
            for m in house.municipality.flyers.existing
        ),
    )
    return Page(address, "pages/flyers.html", view, f"{house.slug}: flyers.yml")


def _flyer(flyer: Flyer, root: str) -> FlyerItem:
    papers = in_a_row([paper.label for paper in flyer.paper])
    return FlyerItem(
        title=words(flyer.title),
        kind=_("{kind}, {paper}", kind=flyer.kind.label, paper=papers),
        sentence=words(flyer.sentence),
        target=Link(_("Siden, som koden åbner"), flyer.target_link or root + flyer.target),
    )
