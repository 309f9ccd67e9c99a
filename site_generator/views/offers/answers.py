"""PAGES: which offers are an answer, and which stand first.

What pauses answers nothing: it may stand last, marked. What is only for some, such as fathers,
stands after what is for everyone, unless it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable

from site_generator.schema.choices import Audience, OfferStatus
from site_generator.schema.offers import Offer
from site_generator.told.dangers import article_about
from site_generator.told.house import House
from site_generator.told.offers import shown_offers
from site_generator.told.once import once
from site_generator.views.offers.facets import is_for_age
from site_generator.views.offers.needs import Need

_ONLY_SOME = {
    Audience.MOTHERS,
    Audience.FATHERS,
    Audience.PARTNERS,
    Audience.YOUNG_PARENTS,
    Audience.YOUNG_PEOPLE,
    Audience.SINGLE_PARENTS,
    Audience.SEPARATED_PARENTS,
    Audience.CHILDREN,
}
_BOTH = {Audience.MOTHERS, Audience.FATHERS}
# Both of a couple that is expecting: a partner beside them is no other kind of family.
_EXPECTING_TOGETHER = {Audience.EXPECTING, Audience.PARTNERS, Audience.FIRST_TIME_PARENTS}


def is_ready(offer: Offer) -> bool:
    return offer.status is OfferStatus.ACTIVE


@once
def ready_offers(house: House) -> tuple[Offer, ...]:
    return tuple(filter(is_ready, shown_offers(house)))


def only_for(offer: Offer) -> tuple[Audience, ...]:
    """The groups that an offer is only for; none where any parent may come."""
    groups = set(offer.audience)
    if Audience.PARENTS in groups or groups >= _BOTH or groups <= _EXPECTING_TOGETHER:
        return () if groups != {Audience.PARTNERS} else offer.audience
    return tuple(group for group in offer.audience if group in _ONLY_SOME)


@once
def helping(house: House, need: Need) -> tuple[Offer, ...]:
    """The offers that help with a need: those that are above all about it first."""
    found = [offer for offer in shown_offers(house) if _helps(offer, need)]
    if article_about(house, need.topics):
        # An evening about a little of everything is no answer to violence.
        found = [offer for offer in found if offer.topics[0] in need.topics]
    return in_order(found, need)


def in_order(offers: Iterable[Offer], need: Need) -> tuple[Offer, ...]:
    def rank(offer: Offer) -> tuple[bool, bool, bool]:
        only_some = bool(set(only_for(offer)) - set(need.people))
        return not is_ready(offer), only_some, offer.topics[0] not in need.topics

    return tuple(sorted(offers, key=rank))


def _helps(offer: Offer, need: Need) -> bool:
    about = set(need.topics) | set(need.also)
    if about.isdisjoint(offer.topics) and not set(need.people) & set(only_for(offer)):
        return False
    return need.ages is None or is_for_age(offer, *need.ages)
