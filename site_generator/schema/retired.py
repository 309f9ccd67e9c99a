"""What has been on the web and is there no more: it leaves something that leads on."""

from __future__ import annotations

from pydantic import Field

from site_generator.schema.record import Record
from site_generator.schema.values import Line, Link, Slug


class Retired(Record):
    """Noget, der har været på nettet, men er slut eller har fået et andet id."""

    id: Slug = Field(title="Id", description="Det gamle id.")
    leads_to: Slug | None = Field(
        None,
        title="Fører nu til",
        description="Id'et på det, der er kommet i stedet. Udelad, når der ikke er noget.",
    )


class RetiredPage(Record):
    """En side fra mappen pages, som er slettet eller har fået et andet navn."""

    page: Slug = Field(title="Side", description="Filens gamle navn uden .md.")
    forward: Line = Field("", title="Fører nu til", description="En side på husets site.")


class RetiredHouse(Record):
    """Et hus, der er lukket, eller hvis mappe har fået et andet navn."""

    house: Slug = Field(title="Hus", description="Mappens gamle navn.")
    leads_to: Slug | None = Field(
        None, title="Fører nu til", description="Mappen med det hus, der er kommet i stedet."
    )
    link: Link | None = Field(
        None, title="Fører nu til et link", description="Fx kommunens egen side om sit familiehus."
    )


class RetiredHousesFile(Record):
    """retired_houses.yml: huse, der har været på nettet, men ikke er her mere."""

    houses: tuple[RetiredHouse, ...] = Field((), title="Huse", description="Et punkt for hvert.")
