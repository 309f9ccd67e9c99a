"""`events.yml`: what happens when. An event belongs to an offer or stands alone."""

from __future__ import annotations

from pydantic import Field

from site_generator.schema.choices import Audience, OnClosedDay
from site_generator.schema.event_times import EventHours
from site_generator.schema.record import Record
from site_generator.schema.repeats import DaysOfMonth, DaysOfWeek, WeekNumbers
from site_generator.schema.retired import Retired
from site_generator.schema.shared import SignUp
from site_generator.schema.times import Day
from site_generator.schema.values import Cost, Count, Link, Slug, Text, YesNo


class Skipped(Record):
    """Dage uden aktiviteten."""

    date: Day | None = Field(None, title="Dato", description="Dagen. Brug from og to for flere.")
    from_: Day | None = Field(None, alias="from", title="Fra", description="Første dag.")
    to: Day | None = Field(None, title="Til", description="Sidste dag.")
    weeks: WeekNumbers | None = Field(
        None, title="Uger", description="Hele uger, hvert år: fx 7 eller 28-31."
    )
    reason: Text | None = Field(None, title="Grund", description="Fx «Ferie».")


class Added(Record):
    """En ekstra gang: på en anden dag, eller endnu en gang på en af de faste dage."""

    date: Day = Field(title="Dato", description="Dagen. Den faste gang bliver stående.")
    time: EventHours | None = Field(None, title="Tid", description="Udelad for den sædvanlige tid.")


class Cancelled(Record):
    """En aflyst dag. Den bliver stående på siden som aflyst."""

    date: Day = Field(title="Dato", description="Dagen, der er aflyst.")
    time: EventHours | None = Field(
        None, title="Tid", description="Kun når der er flere gange den dag: den, der er aflyst."
    )
    reason: Text = Field(title="Grund", description="Fx «Sygdom».")
    updated: Day | None = Field(None, title="Ændret den", description="Hvornår I aflyste.")


class Moved(Record):
    """En dag, der er flyttet. Den kan flyttes igen."""

    date: Day = Field(
        title="Dato", description="Den oprindelige dag, eller den dag, den står på nu."
    )
    to: Day = Field(title="Ny dato", description="Den nye dag.")
    time: EventHours | None = Field(
        None, title="Ny tid", description="Udelad for den sædvanlige tid."
    )
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
    """En aktivitet: én dag, et forløb, hver uge, i lige uger eller hver måned."""

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
    weekly: DaysOfWeek | None = Field(
        None,
        title="Hver uge",
        description="Ugedagen, fx torsdag. Flere: [tirsdag, torsdag]. Også «torsdag i lige uger».",
    )
    weeks: WeekNumbers | None = Field(
        None,
        title="I hvilke uger",
        description="lige, ulige eller ugenumre, fx 10-15, 20. Udelad for alle uger.",
    )
    every: Count = Field(
        1, title="Hver … uge", description="2 betyder hver 14. dag. I lige uger: brug weeks."
    )
    monthly: DaysOfMonth | None = Field(
        None,
        title="Hver måned",
        description="Fx «første tirsdag», «femte torsdag» eller «den 15.».",
    )
    from_: Day | None = Field(None, alias="from", title="Fra", description="Første dag.")
    until: Day | None = Field(None, title="Til", description="Sidste dag. Udelad, hvis ukendt.")
    meetings: Count | None = Field(None, title="Antal gange", description="For et forløb.")
    time: EventHours = Field(
        title="Tid", description="Fx 10.00-12.00, 18.00-9.00 for en nat, eller hele dagen."
    )
    days: Count = Field(
        1,
        title="Antal dage",
        description="Når det varer flere dage. «time» er da fra den første til den sidste dag.",
    )
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
    events_from: Link | None = Field(
        None,
        title="Hentes fra",
        description="Kalenderens offentlige adresse. Så bliver der hver nat lavet et forslag, når "
        "noget er ændret i den. Står der webcal:// først, så skriv https:// i stedet.",
    )
    retired: tuple[Retired, ...] = Field(
        (),
        title="Gamle aktiviteter",
        description="Aktiviteter, der er slettet, før de var slut, eller har nyt id.",
    )
