"""`transport.yml`: how to get to each place."""

from __future__ import annotations

from pydantic import Field

from site_generator.schema.choices import Vehicle
from site_generator.schema.record import Record
from site_generator.schema.times import Day
from site_generator.schema.values import Count, Line, Slug, Text


class Stop(Record):
    """Et stoppested nær huset."""

    kind: Vehicle = Field(title="Hvad", description="bus, train, metro, light_rail eller ferry.")
    name: Line = Field(title="Stoppested", description="Fx Torvet.")
    lines: tuple[Line, ...] = Field((), title="Linjer", description="Fx 1A og 15.")
    walk_minutes: Count | None = Field(
        None, title="Minutter til fods", description="Hvor langt er der at gå?"
    )


class GettingThere(Record):
    """Vejen til ét sted."""

    place: Slug | None = Field(
        None, title="Sted", description="Id fra location.yml. Udelad, når der kun er ét sted."
    )
    summary: Text | None = Field(
        None, title="Kort sagt", description="Én sætning: er det let at komme hertil?"
    )
    stops: tuple[Stop, ...] = Field((), title="Stoppesteder", description="Bus, tog og færge.")
    car: Text | None = Field(None, title="Bil", description="Hvor man kan parkere, og hvor længe.")
    accessible_parking: Text | None = Field(
        None, title="Handicapparkering", description="Hvor pladserne er."
    )
    bicycle: Text | None = Field(None, title="Cykel", description="Hvor cyklen kan stå.")
    pram: Text | None = Field(None, title="Barnevogn", description="Vejen med barnevogn.")


class TransportFile(Record):
    """transport.yml: hvordan man kommer til huset."""

    getting_there: tuple[GettingThere, ...] = Field(
        (), title="Sådan kommer du hertil", description="Et punkt for hvert sted."
    )
    reviewed: Day | None = Field(
        None,
        title="Set efter",
        description="Hvornår nogen sidst har set efter, om filen stadig passer.",
    )
