"""PAGES: for professionals: how to refer, and every offer in one table."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from site_generator import addresses
from site_generator.danish import age_range, in_a_row, sentence
from site_generator.markup import to_html
from site_generator.schema.choices import Access
from site_generator.schema.offers import Offer
from site_generator.schema.site import Professionals
from site_generator.views.contact import contact_actions
from site_generator.views.elements import Action, Frame, Link, Page
from site_generator.views.house import House
from site_generator.views.offers import shown_offers

# The labels of Access speak to parents; these speak to those who send them.
_ACCESS = {
    Access.OPEN: "Åbent for alle",
    Access.SIGN_UP: "Familien tilmelder sig selv",
    Access.REFERRAL: "Henvisning",
    Access.ASSESSED: "Kommunens vurdering",
    Access.ASK: "Spørg huset",
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
    rows: tuple[OfferRow, ...]
    anyone_refers: bool


def professionals_page(house: House) -> Page:
    address = addresses.PROFESSIONALS
    site = house.municipality.site
    professionals = site.professionals
    lead = "Overblik til dig, der møder familier: læge, jordemoder, sundhedsplejerske, pædagog."
    root = addresses.way_up(address)
    view = ProfessionalsView(
        frame=house.frame(address, "Til fagfolk", lead),
        title="Til fagfolk",
        lead=lead,
        intro=to_html(str(professionals.intro)) if professionals else None,
        refer=to_html(str(professionals.refer)) if professionals and professionals.refer else None,
        actions=_actions(professionals) or contact_actions(site.contact),
        rows=tuple(offer_row(offer, root) for offer in shown_offers(house)),
        anyone_refers=any(offer.referred_by for offer in shown_offers(house)),
    )
    return Page(address, "pages/professionals.html", view, f"{house.slug}: site.yml, fagfolk")


def _actions(professionals: Professionals | None) -> tuple[Action, ...]:
    actions = []
    if professionals and professionals.phone:
        phone = professionals.phone
        actions.append(Action("call", f"Ring {phone}", phone.href))
    if professionals and professionals.email:
        actions.append(Action("write", "Skriv en mail", f"mailto:{professionals.email}"))
    return tuple(actions)


def offer_row(offer: Offer, root: str) -> OfferRow:
    groups = ", ".join(audience.label.lower() for audience in offer.audience)
    ages = age_range(offer.minimum_age, offer.maximum_age)
    provider = offer.provider
    return OfferRow(
        link=Link(str(offer.title), root + addresses.offer(offer.id)),
        audience=f"{sentence(groups)}. {ages}".rstrip(". "),
        access=_ACCESS[offer.access],
        referred_by=sentence(in_a_row([p.label for p in offer.referred_by])),
        provider=provider.name if provider else "Kommunen",
    )
