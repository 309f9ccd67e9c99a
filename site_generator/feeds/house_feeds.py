"""RENDER: every calendar of a house, at its address."""

from __future__ import annotations

from collections.abc import Iterator

from site_generator import addresses
from site_generator.feeds.calendar import CalendarHead
from site_generator.feeds.series import series
from site_generator.feeds.subscription import changes_of_hours, subscription, uid
from site_generator.output import Artifact
from site_generator.schema.choices import Audience
from site_generator.told.house import House
from site_generator.told.offers import shown_offers


def house_feeds(house: House) -> Iterator[Artifact]:
    """The whole house, each offer, each audience, each series, and the changes of hours."""
    name = house.municipality.site.name
    everything = _head(house, addresses.FEED, name)
    yield Artifact(addresses.FEED, subscription(house, everything, house.occurrences))
    for offer in shown_offers(house):
        address = addresses.feed_of_offer(offer.id)
        chosen = [o for o in house.occurrences if o.event.offer == offer.id]
        head = _head(house, address, f"{offer.title}, {name}")
        yield Artifact(address, subscription(house, head, chosen))
    for audience in _audiences(house):
        address = addresses.feed_for(audience.value)
        chosen = [o for o in house.occurrences if audience in house.audience_of(o)]
        head = _head(house, address, f"{name}: {audience.label}")
        yield Artifact(address, subscription(house, head, chosen))
    yield from _series(house)
    changes = _head(house, addresses.CHANGES_FEED, f"{name}: ændrede åbningstider")
    yield Artifact(addresses.CHANGES_FEED, changes_of_hours(house, changes))


def _audiences(house: House) -> list[Audience]:
    """Everyone whom something is for, whether or not it is on: subscribers never meet a 404."""
    municipality = house.municipality
    groups = [event.audience for event in municipality.events.events]
    groups += [offer.audience for offer in municipality.offers]
    named = {audience for group in groups for audience in group}
    return [audience for audience in Audience if audience in named]


def _series(house: House) -> Iterator[Artifact]:
    for event in house.municipality.events.events:
        address = addresses.series(event.id)
        title = str(event.title or "") or _offer_title(house, event.offer)
        head = _head(house, address, f"{title}, {house.municipality.site.name}")
        yield Artifact(address, series(house, head, event))


def _offer_title(house: House, offer_id: str | None) -> str:
    offer = house.municipality.offer(offer_id)
    return str(offer.title) if offer else ""


def _head(house: House, address: str, name: str) -> CalendarHead:
    site = house.municipality.site
    return CalendarHead(
        uid=uid(house, address.removesuffix(".ics").replace("/", "-")),
        name=name,
        description=f"Fra {site.name}, {site.municipality}. Ændringer kan tage op til et døgn.",
        accent=site.brand.colour,
        url=house.absolute(address) if house.base_url else "",
    )
