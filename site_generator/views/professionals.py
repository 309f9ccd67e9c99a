"""PAGES: for professionals: how to refer, and every offer in one table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from site_generator import addresses
from site_generator.language.spoken import N_, _, isolated, spoken
from site_generator.output import Page
from site_generator.schema.choices import Access, FlyerKind, Paper
from site_generator.schema.offers import Offer
from site_generator.schema.site import Professionals
from site_generator.told.house import House
from site_generator.views.around.contact import contact_actions
from site_generator.views.around.frame import page_frame
from site_generator.views.elements import Action, Frame, Link
from site_generator.views.offers.in_short import shown_offers
from site_generator.wording.in_words import age_range, in_a_row, sentence, words
from site_generator.wording.markup import to_html

# The labels of Access speak to parents; these speak to those who send them.
_ACCESS = {
    Access.OPEN: N_("Åbent for alle"),
    Access.SIGN_UP: N_("Familien tilmelder sig selv"),
    Access.REFERRAL: N_("Henvisning"),
    Access.ASSESSED: N_("Kommunens vurdering"),
    Access.ASK: N_("Spørg huset"),
}


@dataclass(frozen=True)
class OfferRow:
    """One offer in the overview."""

    link: Link
    audience: str
    access: str
    referred_by: str
    provider: str


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
    )
    return Page(address, "pages/professionals.html", view, f"{house.slug}: site.yml, fagfolk")


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


def offer_row(offer: Offer, root: str) -> OfferRow:
    groups = _(", ").join(audience.label.lower() for audience in offer.audience)
    ages = age_range(offer.minimum_age, offer.maximum_age)
    provider = offer.provider
    return OfferRow(
        link=Link(words(offer.title), root + addresses.offer(offer.id)),
        audience=f"{sentence(groups)}. {ages}".rstrip(". "),
        access=_(_ACCESS[offer.access]),
        referred_by=sentence(in_a_row([p.label for p in offer.referred_by])),
        provider=provider.name if provider else _("Kommunen"),
    )
