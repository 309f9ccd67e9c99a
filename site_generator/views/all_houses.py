"""PAGES: the page above all houses: every municipality, searchable by typing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from site_generator import addresses
from site_generator.language.spoken import Language, _
from site_generator.output import Page
from site_generator.records.municipality import Municipality
from site_generator.schema.choices import GONE, HouseAccess, SiteStatus
from site_generator.told.ages import children_of
from site_generator.told.facts import Link
from site_generator.told.house import preview_notice
from site_generator.told.offers import offers_counted
from site_generator.views.around.drawing import house_drawing
from site_generator.views.texts.lost import LostNote, lost_notes
from site_generator.wording.in_words import words
from site_generator.write.memory import HouseCard

ACCENT = "#1f5c57"


_ACCESS = {
    HouseAccess.OPEN: "Ingen henvisning",
    HouseAccess.BOTH: "Noget er åbent for alle",
    HouseAccess.SOME: "Noget er åbent for alle",
    HouseAccess.ASSESSED: "Efter en samtale med kommunen",
}


@dataclass(frozen=True)
class AllHousesView:
    """`examples` are municipalities that do not exist: nobody looks for them by name."""

    title: str
    description: str
    lead: str
    cards: tuple[HouseCard, ...]
    examples: tuple[HouseCard, ...]
    demo_notice: str
    stylesheet: str
    script: str
    icon: str
    accent: str
    made_on: str
    preview: Link | None


@dataclass(frozen=True)
class LostView:
    """The page for an address above the houses that is not there."""

    title: str
    description: str
    lead: str
    links: tuple[Link, ...]
    stylesheet: str
    script: str
    icon: str
    accent: str
    demo_notice: str
    made_on: str
    lost: tuple[LostNote, ...] = field(default=(), kw_only=True)


def all_houses_page(
    cards: Iterable[HouseCard], version: str, made_on: str, preview: Link | None = None
) -> Page:
    """`preview` leads from a preview to the page that holds."""
    every = tuple(sorted(cards, key=_by_name))
    real = tuple(card for card in every if not card.fictional)
    view = AllHousesView(
        title="Find dit familiehus",
        description="Familiehuse i Danmark: råd, støtte og fællesskab, når du venter barn "
        "eller har små børn.",
        lead="Få råd, støtte og mød andre, når du venter barn eller har børn.",
        cards=real or every,
        examples=tuple(card for card in every if real and card.fictional),
        demo_notice=preview_notice() if preview else _demo_notice(every),
        stylesheet=f"{addresses.STYLESHEET}?{version}",
        script=f"{addresses.SCRIPT}?{version}",
        icon=addresses.ICON,
        accent=ACCENT,
        made_on=made_on,
        preview=preview,
    )
    return Page("index.html", "pages/all_houses.html", view, "alle huse")


def _demo_notice(cards: tuple[HouseCard, ...]) -> str:
    """Said while no house is in use; an official house among them must be found by searchers."""
    return (
        ""
        if any(card.in_use for card in cards)
        else "Siderne er lavet ud fra offentlige rapporter, ikke af kommunerne."
    )


def _by_name(card: HouseCard) -> str:
    """Danish order for the names in use: æ, ø, å come last, as their code points do."""
    return card.municipality.casefold()


def house_card(municipality: Municipality) -> HouseCard:
    """What is shown of a house, as far as it could be read."""
    site = municipality.site
    offers = [offer for offer in municipality.offers if offer.status not in GONE]
    badges = [offers_counted(len(offers))] if offers else []
    badges.append(children_of(site))
    # What is not known is not promised.
    if site.access in _ACCESS:
        badges.append(_ACCESS[site.access])
    cities = [p.address.city for p in municipality.location.places if p.address]
    return HouseCard(
        municipality=site.municipality,
        name=site.name,
        href=f"{municipality.slug}/",
        headline=str(words(site.headline)),
        badges=tuple(badges),
        words=" ".join([site.municipality, site.name, *cities]).casefold(),
        in_use=site.status is SiteStatus.OFFICIAL,
        address=site.base_url or "",
        drawing=house_drawing(municipality),
        colour=str(site.brand.colour),
        fictional=site.fictional,
    )


def lost_page(
    base_path: str, version: str, made_on: str, languages: Iterable[Language] = ()
) -> Page:
    """GitHub Pages shows this one for every address that is not there, in any language."""
    view = LostView(
        title="Vi kan ikke finde siden",
        description="Siden findes ikke.",
        lead="Måske er den flyttet. Find dit familiehus på listen.",
        links=(Link("Se alle familiehuse", base_path),),
        stylesheet=f"{base_path}{addresses.STYLESHEET}?{version}",
        script=f"{base_path}{addresses.SCRIPT}?{version}",
        icon=f"{base_path}{addresses.ICON}",
        accent=ACCENT,
        demo_notice="",
        made_on=made_on,
        lost=lost_notes(languages, lambda _language: (Link(_("Se alle familiehuse"), base_path),)),
    )
    return Page(addresses.NOT_FOUND, "pages/lost.html", view, "404")
