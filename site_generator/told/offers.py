"""TOLD: an offer in short: how one gets in, for whom it is, whether it is open now."""

from __future__ import annotations

from site_generator.language.marked import join
from site_generator.language.spoken import N_, _, ngettext
from site_generator.schema.choices import GONE, Access, OfferStatus
from site_generator.schema.offers import Offer
from site_generator.told.house import House
from site_generator.told.once import once
from site_generator.wording.in_words import age_range, in_a_row, sentence, words

SHORT_ACCESS = {
    Access.OPEN: N_("Kom uden henvisning"),
    Access.SIGN_UP: N_("Tilmeld dig selv"),
    Access.REFERRAL: N_("Med henvisning"),
    Access.ASSESSED: N_("Efter en samtale med kommunen"),
    Access.ASK: N_("Spørg huset"),
}


def short_access(offer: Offer) -> str:
    return _(SHORT_ACCESS[offer.access])


@once
def shown_offers(house: House) -> tuple[Offer, ...]:
    """All offers but those that have ended."""
    return tuple(offer for offer in house.municipality.offers if offer.status not in GONE)


def offer_in_a_line(offer: Offer) -> str:
    """For whom an offer is and how one gets in, in a line: what a flyer has room for."""
    groups = sentence(in_a_row([audience.label.lower() for audience in offer.audience]))
    ages = age_range(offer.minimum_age, offer.maximum_age)
    return ". ".join(filter(None, (groups, ages, short_access(offer)))) + "."


def pause(offer: Offer) -> str:
    if offer.status is not OfferStatus.TEMPORARILY_CLOSED:
        return ""
    return join(" ", [part for part in (_("Holder pause."), words(offer.status_reason)) if part])


def offers_counted(count: int) -> str:
    return ngettext("{count} tilbud", "{count} tilbud", count)
