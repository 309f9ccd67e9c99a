"""`content/for_professionals.yml`: what those who meet families can read and hear."""

from __future__ import annotations

from pydantic import Field

from site_generator.schema.record import Record
from site_generator.schema.shared import Source
from site_generator.schema.values import Line, Link, Text


class Reading(Record):
    """Noget, fagfolk kan læse eller lytte til."""

    title: Text = Field(title="Titel", description="Hvad det hedder, eller hvad det handler om.")
    summary: Text = Field(title="Kort sagt", description="Hvad man får ud af det.")
    publisher: Line | None = Field(None, title="Udgiver", description="Hvem der har lavet det.")
    year: Line | None = Field(None, title="År", description="Året, det er udgivet.")
    link: Link | None = Field(None, title="Link", description="Hvor det ligger, når I er sikre.")
    sources: tuple[Source, ...] = Field(
        (), title="Kilder", description="Hvor oplysningerne kommer fra."
    )


class ReadingFile(Record):
    """for_professionals.yml: læs og lyt, til fagfolk."""

    items: tuple[Reading, ...] = Field(
        (), title="Læs og lyt", description="Et punkt for hver tekst eller udsendelse."
    )
