"""TOLD: where a house is, in one line."""

from __future__ import annotations

from site_generator.language.spoken import isolated
from site_generator.told.house import House


def house_address(house: House) -> str:
    """The address of a house with one place, in one line; empty for several places or none."""
    places = house.municipality.location.places
    address = places[0].address if len(places) == 1 else None
    if address is None:
        return ""
    return isolated(f"{address.street}, {address.postal_code} {address.city}")
