"""`flyers.yml`: what is printed. Content comes from the other files; this file chooses."""

from __future__ import annotations

from pydantic import Field

from site_generator.schema.choices import FlyerKind, Paper
from site_generator.schema.record import Record
from site_generator.schema.retired import Retired
from site_generator.schema.shared import Picture, Source
from site_generator.schema.values import Count, Line, Link, Slug, Text, YesNo


class Flyer(Record):
    """En flyer, plakat eller folder."""

    id: Slug = Field(title="Id", description="Kort navn, fx laegehus.")
    code: Slug = Field(
        title="Kode",
        description="Den korte adresse i QR-koden. Har den været på nettet, må den ikke laves om.",
    )
    kind: FlyerKind = Field(
        FlyerKind.FLYER,
        title="Slags",
        description="flyer, poster, waiting_room, leaflet, card, evaluation, month, overview, "
        "two_flyers (to på ét A4), strips (strimler til at rive af), rack_card (smal, 99 × 210 "
        "mm), large_print (stor skrift), letter (brev til rudekuvert), tally (skema til besøg uden "
        "navne) eller post (billede til skærme og sociale medier).",
    )
    paper: tuple[Paper, ...] = Field(
        (Paper.A5,),
        title="Papir",
        description="a3, a4 eller a5. rack_card er "
        "altid dl. Til post: square (1080 × 1080) og wide (1200 × 630).",
    )
    title: Text = Field(title="Overskrift", description="Den store linje øverst.")
    sentence: Text | None = Field(
        None, title="Sætning", description="Én sætning under overskriften."
    )
    picture: Picture | None = Field(
        None, title="Billede", description="Et billede på flyeren. De fleste er bedst uden."
    )
    offers: tuple[Slug, ...] = Field(
        (), title="Tilbud", description="Id fra offers.yml i den rækkefølge, de skal stå."
    )
    place: Slug | None = Field(
        None,
        title="Sted",
        description="Id fra location.yml, når flyeren kun er om ét sted: adresse og åbningstid.",
    )
    show_hours: YesNo = Field(True, title="Vis åbningstider", description="ja eller nej.")
    show_phone: YesNo = Field(True, title="Vis telefon", description="ja eller nej.")
    show_transport: YesNo = Field(False, title="Vis vej", description="ja eller nej.")
    events: Count | None = Field(None, title="Aktiviteter", description="Hvor mange der skal med.")
    target: Line = Field(
        "", title="QR-koden åbner", description="En side på husets site, fx tilbud/babycafe/."
    )
    target_link: Link | None = Field(
        None, title="QR-koden åbner et link", description="Fx husets eget spørgeskema."
    )
    languages: tuple[Line, ...] = Field(("da",), title="Sprog", description="Fx da og en.")
    staff_note: Text | None = Field(
        None, title="Til bagsiden", description="Det, medarbejderen kan sige (kort til evaluering)."
    )


class RetiredCode(Record):
    """En kode, der er trykt, men ikke bruges mere. Den skal stadig føre et sted hen."""

    code: Slug = Field(title="Kode", description="Den gamle kode.")
    forward: Line = Field("", title="Fører nu til", description="En side på husets site.")


class PrintedMaterial(Record):
    """Materiale, som kommunen har i forvejen."""

    title: Text = Field(title="Navn", description="Fx «Flyer til nye familier».")
    summary: Text | None = Field(None, title="Kort sagt", description="Hvem får det, og hvordan?")
    sources: tuple[Source, ...] = Field((), title="Kilder", description="Hvor det står.")


class FlyersFile(Record):
    """flyers.yml: flyers, plakater og QR-koder."""

    flyers: tuple[Flyer, ...] = Field((), title="Flyers", description="Et punkt for hver.")
    retired_codes: tuple[RetiredCode, ...] = Field(
        (), title="Gamle koder", description="Koder, der er trykt, men ikke bruges mere."
    )
    retired: tuple[Retired, ...] = Field(
        (),
        title="Gamle flyers",
        description="Flyers, der har været på nettet, men ikke er her mere. Deres PDF'er ligger "
        "stadig, hvor de lå: den nye i stedet, eller et ark, der siger, at de ikke bruges mere.",
    )
    existing: tuple[PrintedMaterial, ...] = Field(
        (), title="Findes i forvejen", description="Materiale, som kommunen allerede har."
    )
