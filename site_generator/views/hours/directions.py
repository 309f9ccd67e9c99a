"""PAGES: links to others who know the way, a map and a journey planner. Nothing is loaded."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from site_generator.language.spoken import _
from site_generator.schema.location import Address, Place
from site_generator.told.facts import Link
from site_generator.told.house import House


def direction_links(house: House, place: Place) -> Iterator[Link]:
    """The journey to a place with an address."""
    if place.address:
        journey = _filled(house.shared.directions.journey, address=_written(place.address))
        yield Link(_("Find rejsen på Rejseplanen"), journey)


def map_links(house: House, place: Place) -> Iterator[Link]:
    """The maps that phones have apps for, which open by their addresses, and the free one; there
    a point on the map is more exact where it is known."""
    if place.address is None:
        return
    known, address = house.shared.directions, _written(place.address)
    yield Link("Google Maps", _filled(known.map_google, address=address))
    yield Link(_("Apple Kort"), _filled(known.map_apple, address=address))
    if place.latitude and place.longitude:
        point = {"latitude": f"{place.latitude:.5f}", "longitude": f"{place.longitude:.5f}"}
        yield Link("OpenStreetMap", _filled(known.map, **point))
    else:
        yield Link("OpenStreetMap", _filled(known.map_search, address=address))


def _written(address: Address) -> str:
    return quote(f"{address.street}, {address.postal_code} {address.city}")


def _filled(template: str, **gaps: str) -> str:
    """Whatever else stands in braces stays: the addresses are others'."""
    for name, value in gaps.items():
        template = template.replace(f"{{{name}}}", value)
    return template
