"""PAGES: what one can do now: how to get into an offer, how to get hold of the house.

Nothing ends without a way to act, and wherever there is a way to write it stands beside the
number: not everybody can hear, or dares to call.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from site_generator import addresses
from site_generator.language.spoken import _
from site_generator.schema.choices import Access, OfferStatus
from site_generator.schema.offers import Offer
from site_generator.schema.shared import Contact
from site_generator.told.facts import Action
from site_generator.told.house import House
from site_generator.told.joining import sign_up_actions
from site_generator.views.around.contact import contact_actions
from site_generator.wording.in_words import words

_LINK = re.compile(r"\]\((https://[^()\s]{1,1000})\)")


def offer_ways(house: House, offer: Offer, root: str) -> tuple[Action, ...]:
    """How to get into an offer: its own ways, else the house's; never a way in while it pauses."""
    own = tuple(_own_ways(house, offer))
    if offer.status is not OfferStatus.ACTIVE or not own:
        return house_ways(house, root)
    if any(map(_is_written, own)):
        return own
    return (*own, *_written(_without_booking(house)))


def house_ways(house: House, root: str) -> tuple[Action, ...]:
    """The quickest way to get hold of the house, and one in writing.

    A time is not what it offers here: that leads to a talk, and not into whatever one read about.
    """
    reachable = _without_booking(house) or contact_actions(house.municipality.site.contact)
    found = dict.fromkeys((*reachable[:1], *_written(reachable)))
    return tuple(found) or tuple(_elsewhere(house, root))


def _own_ways(house: House, offer: Offer) -> Iterator[Action]:
    """In the words of what one does there: not everything that has a page is signed up for."""
    booking = house.municipality.site.contact.booking
    for action in sign_up_actions(offer.sign_up):
        if action.kind == "form" and action.href == booking:
            yield Action("book", _("Book en tid"), action.href)
        elif action.kind == "form" and offer.access is not Access.SIGN_UP:
            yield replace(action, label=_("Se, hvordan du kommer med"))
        else:
            yield action


def _without_booking(house: House) -> tuple[Action, ...]:
    ways = contact_actions(house.municipality.site.contact)
    return tuple(way for way in ways if way.kind != "book")


def _written(ways: Iterable[Action]) -> tuple[Action, ...]:
    return tuple(way for way in ways if _is_written(way))[:1]


def _is_written(way: Action) -> bool:
    return way.kind not in ("call", "go")


def _elsewhere(house: House, root: str) -> Iterator[Action]:
    """Of a house of which no number is known: the page that its authors name, and what we tell."""
    for link in links_in_words(house.municipality.site.contact):
        site = (urlsplit(link).hostname or link).removeprefix("www.")
        yield Action("go", _("Find kontakt på {site}", site=site), link)
    yield Action("go", _("Se, hvordan du får kontakt"), root + addresses.FIND_US)


def links_in_words(contact: Contact) -> tuple[str, ...]:
    """The links that stand in «Kontakt i ord»."""
    return tuple(dict.fromkeys(_LINK.findall(words(contact.ways))))
