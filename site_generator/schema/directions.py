"""`content/directions.yml`: where the links to a map and to a journey planner lead."""

from __future__ import annotations

from pydantic import Field

from site_generator.schema.record import Record
from site_generator.schema.values import Line


class DirectionsFile(Record):
    """directions.yml: kort og rejseplan. Adresserne er andres og kan skifte."""

    map: Line = Field(
        "https://www.openstreetmap.org/?mlat={latitude}&mlon={longitude}#map=17/{latitude}/{longitude}",
        title="Kort",
        description="Adressen på et kort. {latitude} og {longitude} bliver stedets punkt.",
    )
    map_search: Line = Field(
        "https://www.openstreetmap.org/search?query={address}",
        title="Kort uden punkt",
        description="Søgning på et kort, når stedets punkt ikke er kendt. {address} er adressen.",
    )
    map_google: Line = Field(
        "https://www.google.com/maps/search/?api=1&query={address}",
        title="Google Maps",
        description="Kortet på Android-telefoner. {address} er adressen.",
    )
    map_apple: Line = Field(
        "https://maps.apple.com/?q={address}",
        title="Apple Kort",
        description="Kortet på iPhone. {address} er adressen.",
    )
    journey: Line = Field(
        "https://www.rejseplanen.dk/webapp/index.html?language=da_DA#!Z%7C{address}!timeSel%7Cdepart",
        title="Rejseplan",
        description="Adressen på en rejseplan. {address} bliver stedets adresse.",
    )
