"""TOLD: an offer in short: how one gets in, for whom it is, whether it is open now."""

from __future__ import annotations

from site_generator.language.marked import join
from site_generator.language.spoken import N_, _, ngettext
from site_generator.schema.choices import GONE, Access, OfferStatus
from site_generator.schema.offers import Offer
from site_generator.told.house import House
from site_generator.told.once import once
from site_generator.told.people import groups_in_words
from site_generator.wording.in_words import age_range, in_a_row, sentence, words

_FEW = 2

SHORT_ACCESS = {
    Access.OPEN: N_("Kom uden henvisning"),
    Access.SIGN_UP: N_("Tilmeld dig selv"),
    Access.REFERRAL: N_("Med henvisning"),
    Access.ASSESSED: N_("Efter en samtale med kommunen"),
    Access.ASK: N_("Spørg huset"),
}


def short_access(offer: Offer) -> str:
    if offer.access is Access.REFERRAL:
        return _referred(offer)
    return _(SHORT_ACCESS[offer.access])


def _referred(offer: Offer) -> str:
    """Who it is that refers, where it is one or two: whom to ask is more than that one must."""
    who = [profession.label for profession in offer.referred_by]
    if 0 < len(who) <= _FEW:
        return sentence(_("{who} henviser dig", who=in_a_row(who, "or")))
    return _("En fagperson henviser dig")


@once
def shown_offers(house: House) -> tuple[Offer, ...]:
    """All offers but those that have ended."""
    return tuple(offer for offer in house.municipality.offers if offer.status not in GONE)


def offer_in_a_line(offer: Offer) -> str:
    """For whom an offer is and how one gets in, in a line: what a flyer has room for.

    The groups are only set apart by commas, as some of them have an «og» of their own."""
    groups = sentence(_(", ").join(group.lower() for group in groups_in_words(offer.audience)))
    ages = age_range(offer.minimum_age, offer.maximum_age)
    way_in = pausing(offer) or short_access(offer)
    return ". ".join(filter(None, (groups, ages, way_in))) + "."


def pausing(offer: Offer) -> str:
    """In place of the way into an offer that one cannot get now, where there is no room for why."""
    paused = offer.status is OfferStatus.TEMPORARILY_CLOSED
    return _("Holder pause lige nu") if paused else ""


def pause(offer: Offer) -> str:
    if offer.status is not OfferStatus.TEMPORARILY_CLOSED:
        return ""
    return join(" ", [part for part in (_("Holder pause."), words(offer.status_reason)) if part])


def ended_in_words(offer: Offer) -> str:
    """Of one that is shown no more, beside the dates that it had; empty while it is shown."""
    if offer.status is OfferStatus.DEFUNCT:
        return _("Tilbuddet er slut.")
    return _("Tilbuddet er ikke i gang lige nu.") if offer.status in GONE else ""


def offers_counted(count: int) -> str:
    return ngettext("{count} tilbud", "{count} tilbud", count)
