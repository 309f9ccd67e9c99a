"""`events.yml`: what happens when. An event belongs to an offer or stands alone."""

from __future__ import annotations

from pydantic import Field

from site_generator.schema.choices import Audience, OnClosedDay
from site_generator.schema.record import Record
from site_generator.schema.retired import Retired
from site_generator.schema.shared import SignUp
from site_generator.schema.times import Day, DayOfMonth, Hours, Weekday
from site_generator.schema.values import Cost, Count, Link, Slug, Text, YesNo


class Skipped(Record):
    """Dage uden aktiviteten."""

    date: Day | None = Field(None, title="Dato", description="Dagen. Brug from og to for flere.")
    from_: Day | None = Field(None, alias="from", title="Fra", description="Første dag.")
    to: Day | None = Field(None, title="Til", description="Sidste dag.")
    reason: Text | None = Field(None, title="Grund", description="Fx «Ferie».")


class Added(Record):
    """En ekstra dag."""

    date: Day = Field(title="Dato", description="Dagen.")
    time: Hours | None = Field(None, title="Tid", description="Udelad for den sædvanlige tid.")


class Cancelled(Record):
    """En aflyst dag. Den bliver stående på siden som aflyst."""

    date: Day = Field(title="Dato", description="Dagen, der er aflyst.")
    reason: Text = Field(title="Grund", description="Fx «Sygdom».")
    updated: Day | None = Field(None, title="Ændret den", description="Hvornår I aflyste.")


class Moved(Record):
    """En dag, der er flyttet."""

    date: Day = Field(title="Dato", description="Den oprindelige dag.")
    to: Day = Field(title="Ny dato", description="Den nye dag.")
    time: Hours | None = Field(None, title="Ny tid", description="Udelad for den sædvanlige tid.")
    place: Slug | None = Field(None, title="Nyt sted", description="Id fra location.yml.")
    reason: Text | None = Field(None, title="Grund", description="Fx «Lokalet er optaget».")
    updated: Day | None = Field(None, title="Ændret den", description="Hvornår I flyttede.")


class EventSignUp(SignUp):
    """Tilmelding til en aktivitet."""

    opens: Day | None = Field(None, title="Åbner", description="Første dag, man kan tilmelde sig.")
    closes: Day | None = Field(
        None, title="Lukker", description="Sidste dag, man kan tilmelde sig."
    )


class Event(Record):
    """En aktivitet: én dag, et forløb, hver uge, hver anden uge eller hver måned."""

    id: Slug = Field(
        title="Id", description="Kort navn. Lav det aldrig om: kalendere kender det på id'et."
    )
    offer: Slug | None = Field(
        None, title="Tilbud", description="Id fra offers.yml, som aktiviteten hører til."
    )
    title: Text | None = Field(
        None, title="Navn", description="Udelad, når den hedder det samme som tilbuddet."
    )
    summary: Text | None = Field(None, title="Kort sagt", description="Hvad der sker.")
    date: Day | None = Field(None, title="Dato", description="For noget, der sker én gang.")
    dates: tuple[Day, ...] = Field((), title="Datoer", description="For et forløb: alle dage.")
    weekly: Weekday | None = Field(None, title="Hver uge", description="Ugedagen, fx torsdag.")
    every: Count = Field(1, title="Hver … uge", description="2 betyder hver anden uge.")
    monthly: DayOfMonth | None = Field(None, title="Hver måned", description="Fx «første tirsdag».")
    from_: Day | None = Field(None, alias="from", title="Fra", description="Første dag.")
    until: Day | None = Field(None, title="Til", description="Sidste dag. Udelad, hvis ukendt.")
    meetings: Count | None = Field(None, title="Antal gange", description="For et forløb.")
    time: Hours = Field(title="Tid", description="Fx 10.00-12.00.")
    place: Slug | None = Field(
        None, title="Sted", description="Id fra location.yml. Udelad, når der kun er ét sted."
    )
    venue: Text | None = Field(None, title="Andet sted", description="Fx «Biblioteket».")
    online: Link | None = Field(None, title="På nettet", description="Link til mødet.")
    audience: tuple[Audience, ...] = Field(
        (), title="Hvem er det for", description="Udelad for det samme som tilbuddet."
    )
    cost: Cost | None = Field(None, title="Pris", description="gratis, eller prisen i ord.")
    seats: Count | None = Field(None, title="Pladser", description="Hvor mange der er plads til.")
    full: YesNo = Field(False, title="Alt er optaget", description="ja, når der ikke er plads.")
    sign_up: EventSignUp | None = Field(
        None, title="Tilmelding", description="Link, telefon eller mail, og frister."
    )
    skip: tuple[Skipped, ...] = Field((), title="Spring over", description="Dage uden aktivitet.")
    add: tuple[Added, ...] = Field((), title="Ekstra dage", description="Dage ud over de faste.")
    cancelled: tuple[Cancelled, ...] = Field(
        (), title="Aflyst", description="Dage, der er aflyst, med grund."
    )
    moved: tuple[Moved, ...] = Field((), title="Flyttet", description="Dage, der er flyttet.")
    on_public_holidays: OnClosedDay = Field(
        OnClosedDay.SKIP, title="Helligdage", description="skip (standard) eller keep."
    )
    when_house_is_closed: OnClosedDay = Field(
        OnClosedDay.SKIP, title="Når huset er lukket", description="skip (standard) eller keep."
    )
    in_school_holidays: OnClosedDay = Field(
        OnClosedDay.KEEP, title="Skoleferier", description="keep (standard) eller skip."
    )
    updated: Day | None = Field(None, title="Ændret den", description="Sidste ændring.")


class EventsFile(Record):
    """events.yml: det, der sker i huset."""

    events: tuple[Event, ...] = Field(
        (), title="Aktiviteter", description="Et punkt for hver aktivitet."
    )
    retired: tuple[Retired, ...] = Field(
        (),
        title="Gamle aktiviteter",
        description="Aktiviteter, der er slettet, før de var slut, eller har nyt id.",
    )
