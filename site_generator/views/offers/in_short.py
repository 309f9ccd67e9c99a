"""PAGES: an offer in short: as a card, in a line, counted."""

from __future__ import annotations

from site_generator import addresses
from site_generator.language.spoken import _, ngettext
from site_generator.schema.offers import Offer
from site_generator.told.house import House
from site_generator.told.offers import pause, short_access, shown_offers
from site_generator.told.once import once
from site_generator.views.elements import OfferCard
from site_generator.views.offers.answers import is_ready, only_for
from site_generator.wording.in_words import words


@once
def see_all_offers(house: House) -> str:
    """What a link to the list of offers says."""
    count = len(shown_offers(house))
    if count == 1:
        return _("Se tilbuddet")
    # Other languages say 21 as they say 1, so that one offer has a sentence of its own.
    return ngettext("Se alle {count} tilbud", "Se alle {count} tilbud", count)


def offer_card(offer: Offer, root: str) -> OfferCard:
    # Said at once, so that nobody opens what is not for them.
    badges = [group.label for group in only_for(offer)]
    if is_ready(offer):
        badges.append(short_access(offer))
    if offer.cost and offer.cost.free:
        badges.append(_("Gratis"))
    if offer.anonymous:
        badges.append(_("Du kan være anonym"))
    return OfferCard(
        title=words(offer.title),
        href=root + addresses.offer(offer.id),
        summary=words(offer.summary),
        badges=tuple(badges),
        pause=pause(offer),
    )
