"""PAGES: the drawing that stands for a house where there is no photograph."""

from __future__ import annotations

from site_generator.records.municipality import Municipality

_WITHOUT_A_DOOR = "phone"
# Nothing is known but that there is a door to come in by.
_UNKNOWN = "other"


def house_drawing(municipality: Municipality) -> str:
    """What kind of place it is, by its first one; a house without an address is called."""
    location = municipality.location
    if location.places:
        return str(location.places[0].kind.value)
    return _WITHOUT_A_DOOR if location.without_address else _UNKNOWN
