"""RENDER: every calendar of a house, at its address."""

from __future__ import annotations

from collections.abc import Iterator

from site_generator import addresses
from site_generator.feeds.calendar import CalendarHead, new_calendar, to_bytes
from site_generator.feeds.series import series
from site_generator.feeds.subscription import changes_of_hours, subscription, uid
from site_generator.output import Artifact
from site_generator.schema.choices import Audience
from site_generator.told.house import House


def house_feeds(house: House) -> Iterator[Artifact]:
    """The whole house, each offer, each audience, each series, and the changes of hours.

    All of them always, also where nothing is on: who subscribes never looks at the address again,
    and keeps old dates for ever where it answers no more.
    """
    name = house.municipality.site.name
    everything = _head(house, addresses.FEED, name)
    yield Artifact(addresses.FEED, subscription(house, everything, house.occurrences))
    for offer_id, source in _offers(house).items():
        address = addresses.feed_of_offer(offer_id)
        chosen = [o for o in house.occurrences if source and o.event.offer == source]
        head = _head(house, address, _named(house, _offer_title(house, source)))
        yield Artifact(address, subscription(house, head, chosen))
    for audience in Audience:
        address = addresses.feed_for(audience.value)
        chosen = [o for o in house.occurrences if audience in house.audience_of(o)]
        head = _head(house, address, f"{name}: {audience.label}")
        yield Artifact(address, subscription(house, head, chosen))
    yield from _series(house)
    changes = _head(house, addresses.CHANGES_FEED, f"{name}: ændrede åbningstider")
    yield Artifact(addresses.CHANGES_FEED, changes_of_hours(house, changes))


def _offers(house: House) -> dict[str, str | None]:
    """Every offer that has a calendar, and the one whose activities stand in it."""
    municipality = house.municipality
    retired = {one.id: one.leads_to for one in municipality.retired_offers}
    return retired | {offer.id: offer.id for offer in municipality.offers}


def _series(house: House) -> Iterator[Artifact]:
    """One for each activity that ever was: the link to it may lie in somebody's mail."""
    events = {event.id: event for event in house.municipality.events.events}
    leads_to = {one.id: one.leads_to for one in house.municipality.events.retired}
    past = {activity.id for activity in house.history.activities}
    for name in dict.fromkeys((*events, *sorted(past | leads_to.keys()))):
        event = events.get(name) or events.get(leads_to.get(name) or "")
        address = addresses.series(name)
        title = (str(event.title or "") or _offer_title(house, event.offer)) if event else ""
        head = _head(house, address, _named(house, title))
        content = series(house, head, event) if event else to_bytes(new_calendar(head))
        yield Artifact(address, content)


def _named(house: House, title: str) -> str:
    name = house.municipality.site.name
    return f"{title}, {name}" if title else name


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
