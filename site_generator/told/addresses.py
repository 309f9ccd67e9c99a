"""TOLD: where a house is: in one line, and on a map."""

from __future__ import annotations

from urllib.parse import quote

from site_generator.language.spoken import isolated
from site_generator.schema.location import Address, Place
from site_generator.told.house import House


def house_address(house: House) -> str:
    """The address of a house with one place, in one line; empty for several places or none."""
    places = house.municipality.location.places
    address = places[0].address if len(places) == 1 else None
    if address is None:
        return ""
    return isolated(f"{address.street}, {address.postal_code} {address.city}")


def map_link(house: House, place: Place) -> str:
    """Opens the free map at a place, by its point where that is known, which is more exact; empty
    without an address."""
    if place.address is None:
        return ""
    known = house.shared.directions
    if place.latitude and place.longitude:
        point = {"latitude": f"{place.latitude:.5f}", "longitude": f"{place.longitude:.5f}"}
        return filled(known.map, **point)
    return filled(known.map_search, address=in_a_link(place.address))


def in_a_link(address: Address) -> str:
    return quote(f"{address.street}, {address.postal_code} {address.city}")


def filled(template: str, **gaps: str) -> str:
    """The address of a map with these values. Whatever else stands in braces stays: the addresses
    are others'."""
    for name, value in gaps.items():
        template = template.replace(f"{{{name}}}", value)
    return template
