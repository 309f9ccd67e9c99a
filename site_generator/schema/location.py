"""`location.yml`: where the house is: one place, several, or none at all."""

from __future__ import annotations

from pydantic import Field

from site_generator.schema.choices import PlaceKind
from site_generator.schema.record import Record
from site_generator.schema.shared import Picture
from site_generator.schema.times import Day
from site_generator.schema.values import (
    Degrees,
    Email,
    Line,
    PhoneNumber,
    PostalCode,
    Prose,
    Slug,
    Text,
    YesNo,
)


class Address(Record):
    """En adresse."""

    street: Line = Field(title="Vej og nummer", description="Fx Havnegade 12.")
    postal_code: PostalCode = Field(title="Postnummer", description="Fire cifre.")
    city: Line = Field(title="By", description="Fx Nykøbing.")


class PlaceAccess(Record):
    """Adgang for barnevogn og kørestol. Skriv kun det, I har set efter."""

    step_free: YesNo | None = Field(None, title="Ingen trin", description="Ja eller nej.")
    lift: YesNo | None = Field(None, title="Elevator", description="Ja eller nej.")
    accessible_toilet: YesNo | None = Field(
        None, title="Handicaptoilet", description="Ja eller nej."
    )
    pram_parking: YesNo | None = Field(
        None, title="Plads til barnevogn", description="Ja eller nej."
    )
    changing_table: YesNo | None = Field(None, title="Puslebord", description="Ja eller nej.")
    nursing_room: YesNo | None = Field(None, title="Ammerum", description="Ja eller nej.")
    hearing_loop: YesNo | None = Field(None, title="Teleslynge", description="Ja eller nej.")
    note: Text | None = Field(None, title="Mere om adgang", description="Fx en ramme ved bagdøren.")


class Place(Record):
    """Et sted, hvor familier kan komme."""

    id: Slug = Field(title="Id", description="Kort navn til adresser, fx hus. Lav det aldrig om.")
    name: Line = Field(title="Navn", description="Stedets navn, fx Familiens Hus.")
    kind: PlaceKind = Field(PlaceKind.HOUSE, title="Slags", description="Hvad er det for et sted?")
    address: Address | None = Field(None, title="Adresse", description="Vej, postnummer og by.")
    latitude: Degrees | None = Field(None, title="Breddegrad", description="Fx 55.67610.")
    longitude: Degrees | None = Field(None, title="Længdegrad", description="Fx 12.56834.")
    phone: PhoneNumber | None = Field(None, title="Telefon", description="Stedets eget nummer.")
    email: Email | None = Field(None, title="Mail", description="Stedets egen mail.")
    entrance: Text | None = Field(None, title="Indgang", description="Hvor er døren?")
    description: Prose | None = Field(
        None, title="Om stedet", description="Hvordan ser der ud, når man kommer ind?"
    )
    access: PlaceAccess | None = Field(
        None, title="Adgang", description="Barnevogn, kørestol, puslebord."
    )
    picture: Picture | None = Field(None, title="Billede", description="Huset eller døren.")


class LocationFile(Record):
    """location.yml: hvor huset er."""

    places: tuple[Place, ...] = Field((), title="Steder", description="Et eller flere steder.")
    without_address: Prose | None = Field(
        None,
        title="Uden adresse",
        description="For huse uden en dør at gå ind ad: hvordan man så får kontakt.",
    )
    reviewed: Day | None = Field(
        None,
        title="Set efter",
        description="Hvornår nogen sidst har set efter, om filen stadig passer.",
    )
