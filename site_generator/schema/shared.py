"""Records that stand in several author files: pictures, sources, contact."""

from __future__ import annotations

from pydantic import Field

from site_generator.schema.focus import MIDDLE, FocalPoint, Focus
from site_generator.schema.record import Record
from site_generator.schema.times import Day
from site_generator.schema.values import Email, Line, Link, Media, PhoneNumber, Prose, Text, YesNo


class Picture(Record):
    """Et billede med en tekst til dem, der ikke kan se det."""

    file: Media = Field(title="Fil", description="Billedet i mappen media, fx media/huset.jpg.")
    alt: Text | None = Field(
        None,
        title="Tekst til dem, der ikke kan se billedet",
        description="Sig kort, hvad billedet viser.",
    )
    credit: Line | None = Field(None, title="Fotograf", description="Hvem har taget billedet?")
    focus: FocalPoint | None = Field(
        None,
        title="Det vigtigste sted",
        description="Hvad der skal med, når billedet bliver skåret til: på papir og i delte links.",
    )
    shows_children: YesNo | None = Field(
        None,
        title="Børn på billedet",
        description="Om rigtige børn kan ses. Er svaret ja, skal consent med. Vises ikke.",
    )
    consent: Day | None = Field(
        None,
        title="Samtykke",
        description="Dagen, da forældrene sagde ja på skrift. Skriv ingen navne. Vises ikke.",
    )
    consent_until: Day | None = Field(
        None,
        title="Samtykket gælder til",
        description="Sidste dag, billedet må vises, hvis der er aftalt en. Vises ikke.",
    )

    @property
    def point(self) -> Focus:
        """What is kept where the picture is cut: the middle, where the author does not say."""
        return self.focus or MIDDLE


class Source(Record):
    """Hvor en oplysning kommer fra."""

    document: Line = Field(title="Dokument", description="Dokumentets titel.")
    publisher: Line | None = Field(
        None, title="Udgiver", description="Hvem der har udgivet det, fx en styrelse."
    )
    year: Line = Field(title="År", description="Året, det er udgivet.")
    section: Line = Field(title="Afsnit", description="Afsnittet eller boksen, det står i.")


class SignUp(Record):
    """Sådan tilmelder man sig."""

    link: Link | None = Field(None, title="Link", description="Side, hvor man tilmelder sig.")
    phone: PhoneNumber | None = Field(None, title="Telefon", description="Ring og tilmeld dig.")
    email: Email | None = Field(None, title="Mail", description="Skriv og tilmeld dig.")
    note: Text | None = Field(
        None, title="Forklaring", description="Fx hvad man skal oplyse, når man tilmelder sig."
    )


class Contact(Record):
    """Sådan får man fat i huset."""

    phone: PhoneNumber | None = Field(None, title="Telefon", description="Husets hovednummer.")
    email: Email | None = Field(None, title="Mail", description="Husets mailadresse.")
    form: Link | None = Field(None, title="Formular", description="Formular på nettet.")
    booking: Link | None = Field(
        None, title="Book en tid", description="Side, hvor man selv booker."
    )
    secure_post: Link | None = Field(
        None, title="Sikker post", description="Link til Digital Post, når man skriver om sig selv."
    )
    video: Text | None = Field(
        None, title="Videosamtale", description="Sådan får man en samtale på skærmen."
    )
    ways: Prose | None = Field(
        None,
        title="Kontakt i ord",
        description="Hvordan familier får kontakt, når nummer og adresse ikke kendes endnu.",
    )
