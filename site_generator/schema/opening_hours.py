"""`opening_hours.yml`: weekly hours, holidays, exceptions; house and telephone apart."""

from __future__ import annotations

from pydantic import Field

from site_generator.schema.choices import Applies
from site_generator.schema.record import Record
from site_generator.schema.times import CLOSED, WEEKDAYS, Day, DayHours, HoursOfDay
from site_generator.schema.values import Line, Slug, Text


class Week(Record):
    """Ugens åbningstider. En dag, der ikke er nævnt, er lukket."""

    monday: HoursOfDay = Field(CLOSED, title="Mandag", description="Fx 10.30-15.00 eller lukket.")
    tuesday: HoursOfDay = Field(CLOSED, title="Tirsdag", description="Fx 10.30-15.00 eller lukket.")
    wednesday: HoursOfDay = Field(
        CLOSED, title="Onsdag", description="Fx 10.30-15.00 eller lukket."
    )
    thursday: HoursOfDay = Field(
        CLOSED, title="Torsdag", description="Fx 10.30-15.00 eller lukket."
    )
    friday: HoursOfDay = Field(CLOSED, title="Fredag", description="Fx 10.30-15.00 eller lukket.")
    saturday: HoursOfDay = Field(CLOSED, title="Lørdag", description="Fx 10-12 eller lukket.")
    sunday: HoursOfDay = Field(CLOSED, title="Søndag", description="Fx 10-12 eller lukket.")

    def on(self, weekday: int) -> DayHours:
        """The hours of a weekday (0 is Monday)."""
        hours: DayHours = getattr(self, WEEKDAYS[weekday])
        return hours


class Schedule(Record):
    """Åbningstider for ét sted, eller telefontid."""

    place: Slug | None = Field(
        None, title="Sted", description="Id fra location.yml. Udelad, når der kun er ét sted."
    )
    week: Week = Field(title="Uge", description="Tiderne dag for dag.")
    valid_from: Day | None = Field(None, title="Gælder fra", description="Første dag.")
    valid_to: Day | None = Field(None, title="Gælder til", description="Sidste dag.")
    note: Text | None = Field(None, title="Bemærkning", description="Fx «Ring på klokken».")


class HolidayPolicy(Record):
    """Hvad huset gør på helligdage og de fire dage, som hvert hus selv bestemmer over."""

    public_holidays: HoursOfDay = Field(
        CLOSED, title="Helligdage", description="lukket, eller tider, hvis huset holder åbent."
    )
    labour_day: HoursOfDay | None = Field(
        None, title="1. maj", description="lukket, eller tider. Udelad for almindelige tider."
    )
    constitution_day: HoursOfDay = Field(
        CLOSED, title="5. juni, grundlovsdag", description="lukket, eller tider."
    )
    christmas_eve: HoursOfDay = Field(
        CLOSED, title="24. december", description="lukket, eller tider."
    )
    new_years_eve: HoursOfDay = Field(
        CLOSED, title="31. december", description="lukket, eller tider."
    )


class HoursException(Record):
    """En dag eller nogle dage, hvor der gælder noget andet."""

    date: Day | None = Field(
        None, title="Dato", description="Dagen. Brug from og to for flere dage."
    )
    from_: Day | None = Field(None, alias="from", title="Fra", description="Første dag.")
    to: Day | None = Field(None, title="Til", description="Sidste dag, som er med.")
    hours: HoursOfDay = Field(title="Tider", description="Tiderne den dag, eller lukket.")
    reason: Text | None = Field(None, title="Grund", description="Fx «Personaledag».")
    applies_to: Applies = Field(
        Applies.BOTH, title="Gælder", description="house, phone eller both."
    )
    places: tuple[Slug, ...] = Field((), title="Steder", description="Udelad, når alle er med.")


class TemporarilyClosed(Record):
    """Huset er lukket en tid."""

    from_: Day = Field(alias="from", title="Fra", description="Første lukkedag.")
    until: Day | None = Field(
        None, title="Til", description="Sidste lukkedag. Udelad, hvis ukendt."
    )
    reason: Text = Field(title="Grund", description="Fx «Vi bygger om».")
    instead: Text | None = Field(None, title="I stedet", description="Hvor man kan få hjælp imens.")
    places: tuple[Slug, ...] = Field((), title="Steder", description="Udelad, når alle er med.")


class SchoolHoliday(Record):
    """En skoleferie i kommunen."""

    name: Line = Field(title="Navn", description="Fx Efterårsferie.")
    from_: Day = Field(alias="from", title="Fra", description="Første dag.")
    to: Day = Field(title="Til", description="Sidste dag.")


class OpeningHoursFile(Record):
    """opening_hours.yml: hvornår huset og telefonen er åbne."""

    house: tuple[Schedule, ...] = Field(
        (), title="Huset", description="Et punkt for hvert sted (og hver periode)."
    )
    phone: tuple[Schedule, ...] = Field((), title="Telefon", description="Telefontiden.")
    phone_note: Text | None = Field(
        None, title="Om telefonen", description="Fx «Du kan altid ringe i åbningstiden»."
    )
    by_appointment: Text | None = Field(
        None,
        title="Kun efter aftale",
        description="For huse uden faste tider: hvordan man aftaler en tid.",
    )
    holidays: HolidayPolicy = Field(
        default_factory=HolidayPolicy,
        title="Helligdage",
        description="Hvad huset gør på helligdage.",
    )
    exceptions: tuple[HoursException, ...] = Field(
        (), title="Undtagelser", description="Dage, hvor der gælder noget andet."
    )
    temporarily_closed: TemporarilyClosed | None = Field(
        None, title="Lukket en tid", description="Når huset er lukket i en periode."
    )
    school_holidays: tuple[SchoolHoliday, ...] = Field(
        (), title="Skoleferier", description="Kommunens skoleferier."
    )
