"""TOLD: what a QR code opens, in words: who scans wants to know where it leads."""

from __future__ import annotations

from urllib.parse import urlsplit

from site_generator import addresses
from site_generator.language.spoken import _
from site_generator.schema.choices import FlyerKind
from site_generator.schema.flyers import Flyer
from site_generator.told.house import House
from site_generator.wording.in_words import words


def opens(house: House, flyer: Flyer) -> str:
    """What the code of a flyer opens, as a line beside it."""
    if flyer.target_link:
        if flyer.kind is FlyerKind.EVALUATION:
            return _("Koden åbner spørgsmålene")
        return _("Koden åbner {host}", host=urlsplit(flyer.target_link).hostname)
    return opens_page(house, flyer.target)


def opens_page(house: House, target: str) -> str:
    """What a code with a page of the house as its target opens."""
    address = target.partition("#")[0]
    name = _names(house).get(address)
    if not address or name is None:
        return _("Koden åbner husets forside")
    return _("Koden åbner siden om «{name}»", name=name)


def page_name(house: House, target: str) -> str:
    """What a page of the house is about; the house itself where we have no name for it."""
    return _names(house).get(target.partition("#")[0]) or house.municipality.site.name


def _names(house: House) -> dict[str, str]:
    """The pages that a code mostly leads to, and what each is about."""
    municipality = house.municipality
    named = {addresses.offer(offer.id): words(offer.title) for offer in municipality.offers}
    named |= {addresses.local_page(p.slug): words(p.head.title) for p in municipality.pages}
    named |= {addresses.article(p.slug): words(p.head.title) for p in house.articles()}
    if municipality.podcasts:
        episodes = municipality.podcasts.episodes
        named |= {addresses.episode(episode.id): words(episode.title) for episode in episodes}
        named[addresses.PODCAST] = words(municipality.podcasts.title)
    return named | {
        addresses.OFFERS: _("Husets tilbud"),
        addresses.CALENDAR: _("Kalender"),
        addresses.FIND_US: _("Find os"),
        addresses.ABOUT: _("Om huset"),
        addresses.PROFESSIONALS: _("Til fagfolk"),
        addresses.FLYERS: _("Flyers og plakater"),
        addresses.KNOWLEDGE: _("Godt at vide"),
    }
