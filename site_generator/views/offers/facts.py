"""PAGES: the facts of one offer: for whom, when, where, the price, how to get in."""

from __future__ import annotations

from collections.abc import Iterator

from site_generator import addresses
from site_generator.language.marked import fill, join
from site_generator.language.spoken import _, in_danish
from site_generator.schema.choices import Access, Audience, Delivery, Profession
from site_generator.schema.offers import Offer
from site_generator.told.facts import Fact, Link
from site_generator.told.house import House
from site_generator.told.people import groups_in_words, people
from site_generator.views.offers.answers import is_ready
from site_generator.wording.in_words import age_range, in_a_row, sentence, without_full_stop, words


def facts_of(house: House, offer: Offer, root: str) -> Iterator[Fact]:
    """What a parent asks first: for whom, when, where, price, how to get in."""
    yield Fact("people", _("Hvem"), _for_whom(offer))
    if offer.schedule:
        yield Fact("calendar", _("Hvornår"), words(offer.schedule))
    if offer.duration:
        yield Fact("clock", _("Varighed"), words(offer.duration))
    yield from _where(house, offer, root)
    if is_ready(offer):  # Nobody should come in vain.
        yield Fact("door", _("Adgang"), _access_in_words(offer))
    if offer.cost:
        yield Fact(
            "coin", _("Pris"), _("Gratis") if offer.cost.free else in_danish(offer.cost.text)
        )
    if offer.anonymous is not None:
        answer = (
            _("Du behøver ikke sige dit navn") if offer.anonymous else _("Du skal sige dit navn")
        )
        yield Fact("shield", _("Navn"), answer)
    yield from _more_facts(offer)


def _for_whom(offer: Offer) -> str:
    groups = groups_in_words(offer.audience)
    everyone = offer.audience == (Audience.PARENTS,)
    ages = age_range(offer.minimum_age, offer.maximum_age)
    named = sentence(_(", ").join(g[0].lower() + g[1:] for g in groups))
    parts = [ages if everyone and ages else named]
    if ages and not everyone:
        parts.append(ages)
    if offer.eligibility:
        parts.append(without_full_stop(words(offer.eligibility)))
    return join(". ", parts)


def _access_in_words(offer: Offer) -> str:
    if offer.access is Access.REFERRAL and offer.referred_by:
        return _("Du kan blive henvist af {who}", who=_professions(offer.referred_by, "or"))
    if offer.access in (Access.OPEN, Access.SIGN_UP) and offer.referred_by:
        return fill("{0}. {1}", offer.access.label, _also_referred(offer))
    return offer.access.label


def _also_referred(offer: Offer) -> str:
    who = _professions(offer.referred_by, "or")
    return sentence(_("{who} kan også henvise dig", who=who))


def _professions(professions: tuple[Profession, ...], joint: str = "standard") -> str:
    return in_a_row([profession.label for profession in professions], joint)


def _where(house: House, offer: Offer, root: str) -> Iterator[Fact]:
    find_us = root + addresses.FIND_US
    places = [place for place_id in offer.places if (place := house.municipality.place(place_id))]
    names = [place.name for place in places]
    if not names and Delivery.HOUSE in offer.delivery and not offer.venue:
        names = [house.municipality.site.name]
    ways = [way.label.lower() for way in offer.delivery if way not in _AT_A_PLACE]
    text = in_a_row([*names, *([words(offer.venue)] if offer.venue else []), *ways])
    if text:
        link = Link(_("Find vej"), find_us) if names else None
        yield Fact("pin", _("Hvor"), sentence(text), link)


_AT_A_PLACE = (Delivery.HOUSE, Delivery.ELSEWHERE)


def _more_facts(offer: Offer) -> Iterator[Fact]:
    if offer.professions:
        yield Fact("hands", _("Du møder"), sentence(in_a_row(people(offer.professions))))
    if offer.seats:
        yield Fact("chair", _("Pladser"), str(offer.seats))
    if offer.wait_time:
        yield Fact("hourglass", _("Ventetid"), words(offer.wait_time))
    if offer.interpretation:
        yield Fact("speech", _("Tolk"), words(offer.interpretation))
    providers = [offer.provider] if offer.provider else []
    names = [provider.name for provider in (*providers, *offer.partners)]
    if names:
        label = _("Hvem står for det") if offer.provider else _("Sammen med")
        links = [provider.link for provider in (*providers, *offer.partners) if provider.link]
        link = Link(_("Læs mere hos dem"), links[0]) if len(links) == 1 else None
        yield Fact("house", label, in_a_row(names), link)
