"""Dates, clock times, hours and ages as people write them."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from datetime import date, time
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema

from site_generator.problems import did_you_mean
from site_generator.schema.record import fault

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAYS_DA = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
MONTHS_DA = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)

_ISO_DATE = re.compile(r"^(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})$")
_DANISH_DATE = re.compile(r"^(?P<day>\d{1,2})[./-](?P<month>\d{1,2})[./-](?P<year>\d{4})$")
_DATE_IN_WORDS = re.compile(r"^(?P<day>\d{1,2})\. ?(?P<month>[a-zæøå]+) (?P<year>\d{4})$", re.I)


def parse_date(value: Any) -> date:
    """A calendar date from `2026-12-24`, `24.12.2026` or `24. december 2026`."""
    text = _scalar(value, "en dato", "2026-12-24")
    found = _ISO_DATE.match(text) or _DANISH_DATE.match(text) or _DATE_IN_WORDS.match(text)
    if not found:
        raise fault(f"«{shown(text)}» er ikke en dato.", "Skriv år-måned-dag, fx 2026-12-24.")
    month = _month(found["month"])
    try:
        day = date(int(found["year"]), month, int(found["day"]))
    except ValueError:
        raise fault(f"Datoen «{text}» findes ikke.", "Se efter i en kalender.") from None
    if not 2000 <= day.year <= 2100:
        raise fault(f"Året {day.year} kan ikke være rigtigt.", "Skriv et år mellem 2000 og 2100.")
    return day


def _month(text: str) -> int:
    if text.isdigit():
        return int(text)
    if text.lower() in MONTHS_DA:
        return MONTHS_DA.index(text.lower()) + 1
    raise fault(f"«{shown(text)}» er ikke en måned.", did_you_mean(text, MONTHS_DA))


_CLOCK = re.compile(r"^(?:kl\.? ?)?(?P<hour>\d{1,2})(?:[.:](?P<minute>\d{2}))?$")


def parse_clock(value: Any) -> time:
    """A time of day from `10.30`, `10:30` or `10`."""
    text = _scalar(value, "et klokkeslæt", "10.30")
    found = _CLOCK.match(text)
    if not found:
        raise fault(f"«{shown(text)}» er ikke et klokkeslæt.", "Skriv fx 10.30.")
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if hour > 23 or minute > 59:
        raise fault(f"Klokken kan ikke være «{text}».", "Skriv et klokkeslæt fra 0.00 til 23.59.")
    return time(hour, minute)


@dataclass(frozen=True, order=True)
class Slot:
    """Some hours of one day, local time; it ends after it starts."""

    opens: time
    closes: time


_RANGE = re.compile(r"^(?P<opens>.+?) ?(?:-|–|—|til) ?(?P<closes>.+)$")


def parse_slot(value: Any) -> Slot:
    """Hours from `10.30-15.00`, `9-12` or `kl. 10 til 12.30`."""
    text = _scalar(value, "et tidsrum", "10.30-15.00")
    found = _RANGE.match(text)
    if not found:
        raise fault(f"«{shown(text)}» er ikke et tidsrum.", "Skriv fra og til, fx 10.30-15.00.")
    opens, closes = parse_clock(found["opens"].strip()), parse_clock(found["closes"].strip())
    if closes <= opens:
        remedy = "Byt om på dem, eller ret det ene klokkeslæt."
        raise fault(f"Tidsrummet «{text}» slutter, før det begynder.", remedy)
    return Slot(opens, closes)


@dataclass(frozen=True)
class DayHours:
    """What holds on a day: slots in order; none and not by appointment means closed."""

    slots: tuple[Slot, ...] = ()
    by_appointment: bool = False

    @property
    def closed(self) -> bool:
        return not self.slots and not self.by_appointment


CLOSED = DayHours()
_CLOSED_WORDS = ("closed", "lukket")
_APPOINTMENT_WORDS = ("by_appointment", "by appointment", "efter aftale")


def parse_day_hours(value: Any) -> DayHours:
    """Hours of a day: `10-15`, a list of such, `lukket` or `efter aftale`."""
    if isinstance(value, str) and value.lower() in _CLOSED_WORDS:
        return CLOSED
    if isinstance(value, str) and value.lower() in _APPOINTMENT_WORDS:
        return DayHours(by_appointment=True)
    texts = re.split(r"\s*(?:,|;| og )\s*", value) if isinstance(value, str) else value
    if not isinstance(texts, list):
        raise fault("Her skal der stå åbningstider.", "Skriv fx 10.30-15.00 eller lukket.")
    slots = sorted(parse_slot(text) for text in texts)
    for first, second in itertools.pairwise(slots):
        if second.opens < first.closes:
            raise fault("To tidsrum på samme dag overlapper.", "Ret dem, eller læg dem sammen.")
    return DayHours(tuple(slots))


@dataclass(frozen=True, order=True)
class Age:
    """A child's age in whole months."""

    months: int


_AGE = re.compile(r"^(?P<number>\d{1,3}) ?(?P<unit>år|mdr\.?|måned(?:er)?|uger?)?$", re.I)


def parse_age(value: Any) -> Age:
    """An age from `4 måneder`, `6 år` or `6` (years)."""
    text = _scalar(value, "en alder", "4 måneder")
    found = _AGE.match(text)
    if not found:
        raise fault(f"«{shown(text)}» er ikke en alder.", "Skriv fx 4 måneder eller 6 år.")
    number, unit = int(found["number"]), (found["unit"] or "år").lower()
    months = number * 12 if unit == "år" else number // 4 if unit.startswith("uge") else number
    if months > 99 * 12:
        raise fault(f"Alderen «{text}» kan ikke være rigtig.", "Skriv en alder under 100 år.")
    return Age(months)


_DURATION = re.compile(
    r"^(?:(?P<h>\d{1,2}):)?(?P<m>\d{1,3}):(?P<s>\d{2})$|^(?P<min>\d{1,3}) ?min\.?$"
)


def parse_duration(value: Any) -> int:
    """The length of an episode in seconds, from `23:15`, `1:02:30` or `23 min`."""
    text = _scalar(value, "en varighed", "23:15")
    found = _DURATION.match(text)
    if not found:
        raise fault(
            f"«{shown(text)}» er ikke en varighed.", "Skriv minutter og sekunder, fx 23:15."
        )
    if found["min"]:
        return int(found["min"]) * 60
    return int(found["h"] or 0) * 3600 + int(found["m"]) * 60 + int(found["s"])


def parse_weekday(value: Any) -> int:
    """A day of the week from 0 (Monday) to 6, from `thursday` or `torsdag`."""
    text = _scalar(value, "en ugedag", "torsdag").lower()
    for names in (WEEKDAYS, WEEKDAYS_DA):
        if text in names:
            return names.index(text)
    raise fault(f"«{shown(text)}» er ikke en ugedag.", did_you_mean(text, WEEKDAYS_DA))


def shown(text: str) -> str:
    """An author's text, short enough to stand in a message."""
    return text if len(text) <= 60 else f"{text[:57]}…"


def _scalar(value: Any, what: str, example: str) -> str:
    if isinstance(value, str):
        return value
    raise fault(f"Her skal der stå {what}, ikke en liste.", f"Skriv fx {example} efter kolonet.")


Day = Annotated[
    date,
    PlainValidator(parse_date),
    WithJsonSchema({"type": "string", "examples": ["2026-12-24"]}),
]
HoursOfDay = Annotated[
    DayHours,
    PlainValidator(parse_day_hours),
    WithJsonSchema(
        {
            "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}],
            "examples": ["10.30-15.00", "lukket", "efter aftale"],
        }
    ),
]
AgeText = Annotated[
    Age, PlainValidator(parse_age), WithJsonSchema({"type": "string", "examples": ["4 måneder"]})
]
Duration = Annotated[
    int, PlainValidator(parse_duration), WithJsonSchema({"type": "string", "examples": ["23:15"]})
]
