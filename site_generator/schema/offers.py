"""`offers.yml`: what a family can get. An offer may build on the shared catalogue."""

from __future__ import annotations

from pydantic import Field

from site_generator.schema.choices import (
    Access,
    Audience,
    Delivery,
    OfferStatus,
    Profession,
    Sector,
    Topic,
)
from site_generator.schema.record import Record
from site_generator.schema.retired import Retired
from site_generator.schema.shared import Picture, SignUp, Source
from site_generator.schema.times import AgeText, Day
from site_generator.schema.values import Cost, Count, Line, Link, Prose, Slug, Text, YesNo


class Provider(Record):
    """Hvem der står for tilbuddet."""

    name: Line = Field(title="Navn", description="Fx Home-Start.")
    sector: Sector = Field(
        Sector.MUNICIPALITY, title="Hvem", description="municipality, region eller civil_society."
    )
    link: Link | None = Field(None, title="Link", description="Deres egen side.")


class Offer(Record):
    """Et tilbud."""

    id: Slug = Field(title="Id", description="Kort navn til adressen, fx fars-legestue.")
    based_on: Slug | None = Field(
        None,
        title="Bygger på",
        description="Et tilbud i content/catalogue. Det, du selv skriver, går forud.",
    )
    title: Text = Field(title="Navn", description="Hvad tilbuddet hedder.")
    summary: Text = Field(
        title="Kort sagt", description="Én eller to sætninger: hvad får jeg ud af at komme?"
    )
    description: Prose | None = Field(
        None, title="Beskrivelse", description="Hvad der sker, når man kommer. Må have afsnit."
    )
    topics: tuple[Topic, ...] = Field(
        title="Emner", description="Det, tilbuddet hjælper med. Det vigtigste først."
    )
    audience: tuple[Audience, ...] = Field(
        (Audience.PARENTS,), title="Hvem er det for", description="En eller flere grupper."
    )
    minimum_age: AgeText | None = Field(
        None, title="Barnets alder fra", description="Fx 4 måneder."
    )
    maximum_age: AgeText | None = Field(None, title="Barnets alder til", description="Fx 6 år.")
    eligibility: Text | None = Field(
        None, title="Betingelser", description="Fx «Du er under 25 år»."
    )
    access: Access = Field(
        title="Adgang",
        description="open, sign_up, referral, assessed, eller ask, når det ikke er til at sige.",
    )
    application_process: Text | None = Field(
        None, title="Sådan kommer du med", description="Med ord, trin for trin."
    )
    referred_by: tuple[Profession, ...] = Field(
        (), title="Hvem kan henvise", description="De faggrupper, der kan henvise."
    )
    sign_up: SignUp | None = Field(
        None, title="Tilmelding", description="Link, telefon eller mail."
    )
    anonymous: YesNo | None = Field(None, title="Anonymt", description="Kan man være anonym?")
    registration: Text | None = Field(
        None,
        title="Det skriver vi ned",
        description="Hvilke oplysninger der bliver gemt, og hvorfor.",
    )
    cost: Cost | None = Field(None, title="Pris", description="gratis, eller prisen i ord.")
    schedule: Text | None = Field(
        None, title="Hvornår i ord", description="Fx «En gang om ugen». Datoer står i events.yml."
    )
    duration: Text | None = Field(
        None, title="Varighed", description="Fx «Otte gange af 1-1½ time»."
    )
    delivery: tuple[Delivery, ...] = Field(
        (), title="Hvordan", description="house, elsewhere, home_visit, phone eller online."
    )
    places: tuple[Slug, ...] = Field(
        (), title="Steder", description="Id fra location.yml. Udelad, når der kun er ét sted."
    )
    venue: Text | None = Field(None, title="Andet sted", description="Fx «Kirkecenteret».")
    professions: tuple[Profession, ...] = Field(
        (), title="Hvem møder du", description="De faggrupper, man møder."
    )
    provider: Provider | None = Field(
        None, title="Hvem står for det", description="Udelad, når det er kommunen."
    )
    partners: tuple[Provider, ...] = Field(
        (), title="Sammen med", description="Dem, kommunen laver det sammen med."
    )
    seats: Count | None = Field(None, title="Pladser", description="Hvor mange der er plads til.")
    wait_time: Text | None = Field(None, title="Ventetid", description="Fx «Ingen ventetid».")
    interpretation: Text | None = Field(None, title="Tolk", description="Om man kan få tolk.")
    legal_basis: Line | None = Field(None, title="Lov", description="Fx «Barnets lov § 29».")
    elements: tuple[Text, ...] = Field((), title="Dele", description="Delene i et længere forløb.")
    status: OfferStatus = Field(
        OfferStatus.ACTIVE,
        title="Status",
        description="active, inactive, temporarily closed eller defunct.",
    )
    status_reason: Text | None = Field(
        None,
        title="Grund til pause",
        description="Hvorfor det holder pause eller er slut, og hvornår det begynder igen.",
    )
    picture: Picture | None = Field(None, title="Billede", description="Et billede fra tilbuddet.")
    reviewed: Day | None = Field(
        None, title="Set efter", description="Hvornår teksten sidst er læst igennem."
    )
    sources: tuple[Source, ...] = Field(
        (), title="Kilder", description="Hvor oplysningerne kommer fra."
    )


class OffersFile(Record):
    """offers.yml: husets tilbud."""

    offers: tuple[Offer, ...] = Field((), title="Tilbud", description="Et punkt for hvert tilbud.")
    retired: tuple[Retired, ...] = Field(
        (),
        title="Gamle tilbud",
        description="Tilbud, der har været på siden, men er slettet eller har nyt id.",
    )
