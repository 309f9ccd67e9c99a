"""TOLD: what those who refer families are told of an offer."""

from __future__ import annotations

from dataclasses import dataclass

from site_generator import addresses
from site_generator.language.spoken import N_, _
from site_generator.schema.choices import Access
from site_generator.schema.offers import Offer
from site_generator.schema.site import SiteFile
from site_generator.schema.values import Phone
from site_generator.told.facts import Link
from site_generator.told.offers import pausing
from site_generator.told.people import groups_in_words
from site_generator.wording.in_words import age_range, in_a_row, sentence, words

# The labels of Access speak to parents; these speak to those who send them.
_ACCESS = {
    Access.OPEN: N_("Åbent for alle"),
    Access.SIGN_UP: N_("Familien tilmelder sig selv"),
    Access.REFERRAL: N_("Henvisning"),
    Access.ASSESSED: N_("Kommunens vurdering"),
    Access.ASK: N_("Spørg huset"),
}


def contact_of(site: SiteFile) -> tuple[Phone | None, str]:
    """The number and the mail address for those who refer: their own, else those of the house."""
    own = site.professionals
    contact = own if own and (own.phone or own.email) else site.contact
    return contact.phone, str(contact.email or "")


@dataclass(frozen=True)
class OfferRow:
    """One offer in the overview."""

    link: Link
    audience: str
    access: str
    referred_by: str
    provider: str


def offer_row(offer: Offer, root: str) -> OfferRow:
    groups = _(", ").join(group.lower() for group in groups_in_words(offer.audience))
    ages = age_range(offer.minimum_age, offer.maximum_age)
    provider = offer.provider
    return OfferRow(
        link=Link(words(offer.title), root + addresses.offer(offer.id)),
        audience=f"{sentence(groups)}. {ages}".rstrip(". "),
        access=pausing(offer) or _(_ACCESS[offer.access]),
        referred_by=sentence(in_a_row([p.label for p in offer.referred_by])),
        provider=provider.name if provider else _("Kommunen"),
    )
