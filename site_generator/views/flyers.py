"""PAGES: what there is in print. A list for now; the PDFs come with the flyers themselves."""

from __future__ import annotations

from dataclasses import dataclass

from site_generator import addresses
from site_generator.danish import in_a_row
from site_generator.schema.flyers import Flyer
from site_generator.views.elements import Frame, Link, Page, SourceView
from site_generator.views.house import House, sources, words


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
    lead = "Her kan du se, hvad huset har på papir, og hvor det fører hen."
    root = addresses.way_up(address)
    view = FlyersView(
        frame=house.frame(address, "Flyers og plakater", lead),
        title="Flyers og plakater",
        lead=lead,
        flyers=tuple(_flyer(flyer, root) for flyer in house.municipality.flyers.flyers),
        existing=tuple(
            MaterialItem(str(m.title), words(m.summary), sources(m.sources))
            for m in house.municipality.flyers.existing
        ),
    )
    return Page(address, "pages/flyers.html", view, f"{house.slug}: flyers.yml")


def _flyer(flyer: Flyer, root: str) -> FlyerItem:
    papers = in_a_row([paper.label for paper in flyer.paper])
    return FlyerItem(
        title=str(flyer.title),
        kind=f"{flyer.kind.label}, {papers}",
        sentence=words(flyer.sentence),
        target=Link("Siden, som koden åbner", flyer.target_link or root + flyer.target),
    )
