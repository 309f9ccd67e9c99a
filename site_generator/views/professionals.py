"""PAGES: for professionals: how to refer, and every offer in one table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from site_generator import addresses
from site_generator.language.marked import join
from site_generator.language.spoken import _, in_danish, isolated, spoken
from site_generator.output import Page
from site_generator.schema.choices import FlyerKind, Paper
from site_generator.schema.reading import Reading
from site_generator.schema.site import Professionals
from site_generator.told.facts import Action, Link
from site_generator.told.for_professionals import OfferRow, offer_row
from site_generator.told.house import House
from site_generator.told.offers import shown_offers
from site_generator.views.around.contact import contact_actions
from site_generator.views.around.frame import page_frame
from site_generator.views.around.written_in import written_in
from site_generator.views.elements import Frame
from site_generator.wording.in_words import words
from site_generator.wording.markup import to_html


@dataclass(frozen=True)
class ReadingItem:
    """Something to read or hear; `origin` says who made it, and when."""

    title: str
    summary: str
    origin: str
    href: str


@dataclass(frozen=True)
class ProfessionalsView:
    frame: Frame
    title: str
    lead: str
    intro: Markup | None
    refer: Markup | None
    actions: tuple[Action, ...]
    prints: tuple[Link, ...]
    rows: tuple[OfferRow, ...]
    anyone_refers: bool
    reading: tuple[ReadingItem, ...]


def professionals_page(house: House) -> Page:
    address = addresses.PROFESSIONALS
    site = house.municipality.site
    professionals = site.professionals
    lead = _("Overblik til dig, der møder familier: læge, jordemoder, sundhedsplejerske, pædagog.")
    root = addresses.way_up(address)
    refer = words(professionals.refer) if professionals else ""
    view = ProfessionalsView(
        frame=page_frame(house, address, _("Til fagfolk"), lead),
        title=_("Til fagfolk"),
        lead=lead,
        intro=to_html(words(professionals.intro)) if professionals else None,
        refer=to_html(refer) if refer else None,
        actions=_actions(professionals) or contact_actions(site.contact),
        prints=tuple(_prints(house, root)),
        rows=tuple(offer_row(offer, root) for offer in shown_offers(house)),
        anyone_refers=any(offer.referred_by for offer in shown_offers(house)),
        reading=tuple(_reading_item(item) for item in house.shared.reading),
    )
    return Page(address, "pages/professionals.html", view, written_in(site, "professionals"))


def _reading_item(item: Reading) -> ReadingItem:
    publisher = in_danish(item.publisher or "", untranslated=False)
    origin = join(", ", [part for part in (publisher, item.year) if part])
    return ReadingItem(words(item.title), words(item.summary), origin, item.link or "")


def _prints(house: House, root: str) -> Iterator[Link]:
    """What a surgery prints: this very overview on paper, and what can be handed out."""
    flyers = house.municipality.flyers.flyers
    for flyer in flyers:
        if flyer.kind is FlyerKind.OVERVIEW and spoken().code in flyer.languages:
            file = addresses.flyer_file(flyer.id, Paper.A4.value, spoken().code)
            yield Link(_("Print overblikket"), house.files(root) + file)
    if flyers:
        yield Link(_("Print flyers og plakater"), root + addresses.FLYERS)


def _actions(professionals: Professionals | None) -> tuple[Action, ...]:
    actions = []
    if professionals and professionals.phone:
        phone = professionals.phone
        actions.append(Action("call", _("Ring {phone}", phone=isolated(phone)), phone.href))
    if professionals and professionals.email:
        actions.append(Action("write", _("Skriv en mail"), f"mailto:{professionals.email}"))
    return tuple(actions)
