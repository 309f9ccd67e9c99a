"""PAGES: an offer in short: as a card, in a line, counted."""

from __future__ import annotations

from site_generator import addresses
from site_generator.language.marked import join
from site_generator.language.spoken import _, ngettext
from site_generator.schema.choices import GONE, OfferStatus
from site_generator.schema.offers import Offer
from site_generator.told.house import House
from site_generator.views.elements import OfferCard
from site_generator.views.offers.facets import short_access
from site_generator.wording.in_words import age_range, in_a_row, sentence, words


def offers_counted(count: int) -> str:
    return ngettext("{count} tilbud", "{count} tilbud", count)


def see_all_offers(house: House) -> str:
    """What a link to the list of offers says."""
    return ngettext("Se tilbuddet", "Se alle {count} tilbud", len(shown_offers(house)))


def shown_offers(house: House) -> tuple[Offer, ...]:
    """All offers but those that have ended."""
    return tuple(offer for offer in house.municipality.offers if offer.status not in GONE)


def offer_card(offer: Offer, root: str) -> OfferCard:
    badges = [short_access(offer), *([_("Gratis")] if offer.cost and offer.cost.free else [])]
    if offer.anonymous:
        badges.append(_("Du kan være anonym"))
    return OfferCard(
        title=words(offer.title),
        href=root + addresses.offer(offer.id),
        summary=words(offer.summary),
        badges=tuple(badges),
        pause=pause(offer),
    )


def offer_in_a_line(offer: Offer) -> str:
    """For whom an offer is and how one gets in, in a line: what a flyer has room for."""
    groups = sentence(in_a_row([audience.label.lower() for audience in offer.audience]))
    ages = age_range(offer.minimum_age, offer.maximum_age)
    return ". ".join(filter(None, (groups, ages, short_access(offer)))) + "."


def pause(offer: Offer) -> str:
    if offer.status is not OfferStatus.TEMPORARILY_CLOSED:
        return ""
    return join(" ", [part for part in (_("Holder pause."), words(offer.status_reason)) if part])
