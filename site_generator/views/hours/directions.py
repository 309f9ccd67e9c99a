"""PAGES: links to others who know the way, a map and a journey planner. Nothing is loaded."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from site_generator.language.spoken import _
from site_generator.schema.location import Place
from site_generator.told.facts import Link
from site_generator.told.house import House


def direction_links(house: House, place: Place) -> Iterator[Link]:
    """For a place with an address; a point on the map is more exact where it is known."""
    if place.address is None:
        return
    known = house.shared.directions
    written = f"{place.address.street}, {place.address.postal_code} {place.address.city}"
    address = quote(written)
    yield Link(_("Find rejsen på Rejseplanen"), _filled(known.journey, address=address))
    if place.latitude and place.longitude:
        point = {"latitude": f"{place.latitude:.5f}", "longitude": f"{place.longitude:.5f}"}
        yield Link(_("Se stedet på OpenStreetMap"), _filled(known.map, **point))
    else:
        found = _filled(known.map_search, address=address)
        yield Link(_("Se stedet på OpenStreetMap"), found)


def _filled(template: str, **gaps: str) -> str:
    """Whatever else stands in braces stays: the addresses are others'."""
    for name, value in gaps.items():
        template = template.replace(f"{{{name}}}", value)
    return template
