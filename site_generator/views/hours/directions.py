"""PAGES: links to others who know the way, a map and a journey planner. Nothing is loaded."""

from __future__ import annotations

from collections.abc import Iterator

from site_generator.language.spoken import _
from site_generator.schema.location import Place
from site_generator.told.addresses import filled, in_a_link, map_link
from site_generator.told.facts import Link
from site_generator.told.house import House


def direction_links(house: House, place: Place) -> Iterator[Link]:
    """The journey to a place with an address."""
    if place.address:
        journey = filled(house.shared.directions.journey, address=in_a_link(place.address))
        yield Link(_("Find rejsen på Rejseplanen"), journey)


def map_links(house: House, place: Place) -> Iterator[Link]:
    """The maps that phones have apps for, which open by their addresses, and the free one."""
    if place.address is None:
        return
    known, address = house.shared.directions, in_a_link(place.address)
    yield Link("Google Maps", filled(known.map_google, address=address))
    yield Link(_("Apple Kort"), filled(known.map_apple, address=address))
    yield Link("OpenStreetMap", map_link(house, place))
