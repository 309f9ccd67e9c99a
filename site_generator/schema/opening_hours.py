"""`opening_hours.yml`: weekly hours, holidays, exceptions; house and telephone apart."""

from __future__ import annotations

from typing import Any

from pydantic import ConfigDict, Field, PrivateAttr, model_validator
from pydantic_core import PydanticCustomError

from site_generator.read.placed import Block, Items
from site_generator.schema.choices import Applies
from site_generator.schema.record import Record, fault
from site_generator.schema.times import (
    CLOSED,
    HOURS_SCHEMA,
    UNKNOWN,
    WEEKDAYS,
    Day,
    DayHours,
    HoursOfDay,
)
from site_generator.schema.values import NO, Line, Prose, Slug, Text, YesNo
from site_generator.schema.weekday_keys import KEY_PATTERN, spread_out
from site_generator.schema.weeks import FirstDay, LastDay, WeekNumbers, parse_weeks_of_year


def _names_of_days(schema: dict[str, Any]) -> None:
    """Editors know `man-tor` too, which stands in no list of fields."""
    schema["patternProperties"] = {KEY_PATTERN: HOURS_SCHEMA}


class Week(Record):
    """Ugens åbningstider. En dag, der ikke er nævnt, er lukket. Skriv gerne man-tor."""

    model_config = ConfigDict(json_schema_extra=_names_of_days)

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

    @model_validator(mode="before")
    @classmethod
    def _spread_out(cls, value: Any) -> Any:
        if isinstance(value, Block):
            spread_out(value)
        return value

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
    valid_from: FirstDay | None = Field(None, title="Gælder fra", description="Første dag.")
    valid_to: LastDay | None = Field(None, title="Gælder til", description="Sidste dag.")
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


# What holds where nobody has written `holidays:`. 1 May is an ordinary day to most.
UNDECIDED = HolidayPolicy(
    public_holidays=UNKNOWN,
    constitution_day=UNKNOWN,
    christmas_eve=UNKNOWN,
    new_years_eve=UNKNOWN,
)


class HoursException(Record):
    """En dag eller nogle dage, hvor der gælder noget andet."""

    date: Day | None = Field(
        None, title="Dato", description="Dagen. Brug from og to eller weeks for flere dage."
    )
    from_: FirstDay | None = Field(
        None, alias="from", title="Fra", description="Første dag, eller fx uge 28 2027."
    )
    to: LastDay | None = Field(None, title="Til", description="Sidste dag, som er med.")
    weeks: WeekNumbers | None = Field(
        None, title="Uger", description="I stedet for from og to, fx uge 28-30 2027."
    )
    every_year: YesNo = Field(
        False, title="Hvert år", description="ja, når det kommer igen hvert år fra da af."
    )
    hours: HoursOfDay = Field(title="Tider", description="Tiderne den dag, eller lukket.")
    reason: Text | None = Field(None, title="Grund", description="Fx «Personaledag».")
    applies_to: Applies | None = Field(
        None,
        title="Gælder",
        description="Udelad, når den gælder huset. Telefonen passes så i sin egen tid, mens huset "
        "er åbent. house: kun huset. phone: kun telefonen. both: tiderne er også telefonens.",
    )
    places: tuple[Slug, ...] = Field((), title="Steder", description="Udelad, når alle er med.")

    @model_validator(mode="before")
    @classmethod
    def _as_days(cls, value: Any) -> Any:
        return _weeks_as_days(value, yearly=True)


class TemporarilyClosed(Record):
    """Huset er lukket en tid."""

    from_: FirstDay = Field(alias="from", title="Fra", description="Første lukkedag.")
    until: LastDay | None = Field(
        None, title="Til", description="Sidste lukkedag. Udelad, hvis ukendt."
    )
    reason: Text = Field(title="Grund", description="Fx «Vi bygger om».")
    instead: Text | None = Field(None, title="I stedet", description="Hvor man kan få hjælp imens.")
    places: tuple[Slug, ...] = Field((), title="Steder", description="Udelad, når alle er med.")


class SchoolHoliday(Record):
    """En skoleferie i kommunen."""

    name: Line = Field(title="Navn", description="Fx Efterårsferie.")
    from_: FirstDay = Field(
        alias="from", title="Fra", description="Første dag. Udelad from og to med weeks."
    )
    to: LastDay = Field(title="Til", description="Sidste dag.")
    weeks: WeekNumbers | None = Field(
        None, title="Uger", description="I stedet for from og to, fx uge 42 2026."
    )

    @model_validator(mode="before")
    @classmethod
    def _as_days(cls, value: Any) -> Any:
        return _weeks_as_days(value)


def _alone_too(schema: dict[str, Any]) -> None:
    """Editors know too that one closing may stand without the dash of a list."""
    several = {"type": schema.pop("type"), "items": schema.pop("items")}
    schema["anyOf"] = [several, several["items"]]


class OpeningHoursFile(Record):
    """opening_hours.yml: hvornår huset og telefonen er åbne."""

    _places: frozenset[str] | None = PrivateAttr(None)

    house: tuple[Schedule, ...] = Field(
        (), title="Huset", description="Et punkt for hvert sted (og hver periode)."
    )
    phone: tuple[Schedule, ...] = Field((), title="Telefon", description="Telefontiden.")
    phone_note: Text | None = Field(
        None, title="Om telefonen", description="Fx «Du kan altid ringe i åbningstiden»."
    )
    by_appointment: Prose | None = Field(
        None,
        title="Kun efter aftale",
        description="For huse uden faste tider: hvordan man aftaler en tid.",
    )
    holidays: HolidayPolicy = Field(
        default_factory=lambda: UNDECIDED,
        title="Helligdage",
        description="Hvad huset gør på helligdage. Uden den kender ingen tiderne på de dage.",
    )
    exceptions: tuple[HoursException, ...] = Field(
        (), title="Undtagelser", description="Dage, hvor der gælder noget andet."
    )
    temporarily_closed: tuple[TemporarilyClosed, ...] = Field(
        (),
        title="Lukket en tid",
        description="Når huset er lukket i en periode, eller flere.",
        json_schema_extra=_alone_too,
    )
    school_holidays: tuple[SchoolHoliday, ...] = Field(
        (), title="Skoleferier", description="Kommunens skoleferier."
    )
    reviewed: Day | None = Field(
        None,
        title="Set efter",
        description="Hvornår nogen sidst har set efter, om filen stadig passer.",
    )

    @property
    def places_of_house(self) -> frozenset[str] | None:
        """The ids in location.yml; None where the file is read alone."""
        return self._places

    def belongs_to(self, places: frozenset[str]) -> None:
        """Say which places the house has, once both files are read. What names one of two is not
        about both, also where nothing else in the file names a place."""
        self._places = places

    @model_validator(mode="before")
    @classmethod
    def _one_closing_or_several(cls, value: Any) -> Any:
        """Most houses have one closing at most, and write it without the dash of a list."""
        closing = value.get("temporarily_closed") if isinstance(value, Block) else None
        if closing is not None and not isinstance(closing, Items):
            line = value.line_of("temporarily_closed")
            points = Items(line)
            points.append(closing)
            points.lines.append(line)
            value["temporarily_closed"] = points
        return value


def _weeks_as_days(value: Any, *, yearly: bool = False) -> Any:
    """Weeks of a year as `from` and `to`, so that all the rest knows days only."""
    written = value.get("weeks") if isinstance(value, Block) else None
    if written is None:
        return value
    for key in ("date", "from", "to"):
        if isinstance(value.get(key), str):
            message = f"Her står både «weeks» og «{key}»."
            raise fault(message, "Behold det ene.", value.line_of("weeks"))
    try:
        weeks = parse_weeks_of_year(written)
    except PydanticCustomError:  # told at the field itself
        value.set_aside |= {"from", "to"}
        return value
    span = weeks.span(weeks.year) if weeks.year else None
    every_year = value.wrote("every_year") and str(value.get("every_year")).lower() not in NO
    if span is None and not (yearly and every_year):
        remedy = f"Skriv fx {written} 2027{', eller tilføj «every_year: ja»' * yearly}."
        raise fault(f"«{written}» mangler årstallet.", remedy, value.line_of("weeks"))
    for key, day in zip(("from", "to"), span or (), strict=False):
        value[key], value.lines[key] = day, value.line_of("weeks")
    return value
