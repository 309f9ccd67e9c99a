"""Dates, clock times, hours and ages as people write them."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from datetime import date, time
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from site_generator.problems import did_you_mean
from site_generator.schema.as_json import number_like, text_like
from site_generator.schema.patterns import (
    GAP,
    SPACE,
    any_case,
    dates,
    hours_of_day,
    one_of,
    slots,
    words,
)
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
        raise _no_date(text)
    month = _month(found["month"])
    try:
        day = date(int(found["year"]), month, int(found["day"]))
    except ValueError:
        raise fault(f"Datoen «{text}» findes ikke.", "Se efter i en kalender.") from None
    if not 2000 <= day.year <= 2100:
        raise fault(f"Året {day.year} kan ikke være rigtigt.", "Skriv et år mellem 2000 og 2100.")
    return day


_WITHOUT_YEAR = re.compile(rf"^\d{{1,2}}\. ?(?:{'|'.join(MONTHS_DA)})$", re.I)


def _no_date(text: str) -> PydanticCustomError:
    if _WITHOUT_YEAR.match(text):
        return fault(f"«{text}» mangler årstallet.", f"Skriv fx {text} 2027.")
    return fault(f"«{shown(text)}» er ikke en dato.", "Skriv år-måned-dag, fx 2026-12-24.")


def _month(text: str) -> int:
    if text.isdigit():
        return int(text)
    if text.lower() in MONTHS_DA:
        return MONTHS_DA.index(text.lower()) + 1
    raise fault(f"«{shown(text)}» er ikke en måned.", did_you_mean(text, MONTHS_DA))


_CLOCK = re.compile(r"^(?:kl\.? ?)?(?P<hour>\d{1,2})(?:[.:](?P<minute>\d{2}))?$", re.IGNORECASE)
_CLOCK_REMEDY = "Skriv et klokkeslæt fra 0.00 til 23.59. Kun et sluttidspunkt kan være 24.00."


def parse_clock(value: Any) -> time:
    """A time of day from `10.30`, `10:30` or `10`."""
    text = _scalar(value, "et klokkeslæt", "10.30")
    found = _CLOCK.match(text)
    if not found:
        raise fault(f"«{shown(text)}» er ikke et klokkeslæt.", "Skriv fx 10.30.")
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if hour > 23 or minute > 59:
        raise fault(f"Klokken kan ikke være «{text}».", _CLOCK_REMEDY)
    return time(hour, minute)


_DAY = 24 * 60
_NOON, _MORNING = time(12), time(6)


@dataclass(frozen=True, order=True)
class Slot:
    """Some hours, local time. Where it closes at or before the hour it opens, that is next day.

    So it closes at 0.00 where an author writes 24.00, and lasts the clock round from 0.00 to 0.00.
    """

    opens: time
    closes: time

    @property
    def first_minute(self) -> int:
        """When it opens, in minutes after midnight."""
        return _minutes(self.opens)

    @property
    def last_minute(self) -> int:
        """When it closes, in minutes after the midnight before it opens."""
        return _minutes(self.closes) + (_DAY if self.closes <= self.opens else 0)

    @property
    def all_day(self) -> bool:
        return self.last_minute - self.first_minute == _DAY

    @property
    def days_later(self) -> int:
        """1 where the date has changed when it closes, else 0."""
        return int(self.closes <= self.opens)

    def common(self, other: Slot) -> Slot | None:
        """The time that is in both; None where there is none."""
        first = max(self.first_minute, other.first_minute)
        last = min(self.last_minute, other.last_minute)
        return Slot(_clock(first), _clock(last)) if first < last else None


ALL_DAY = Slot(time(0), time(0))


def _minutes(moment: time) -> int:
    return moment.hour * 60 + moment.minute


def _clock(minutes: int) -> time:
    hour, minute = divmod(minutes % _DAY, 60)
    return time(hour, minute)


_RANGE = re.compile(r"^(?P<opens>.+?) ?(?:-|–|—|til) ?(?P<closes>.+)$", re.IGNORECASE)
_ALL_DAY_WORDS = ("hele døgnet", "døgnet rundt", "hele dagen")
_MIDNIGHT = re.compile(r"^(?:kl\.? ?)?24(?:[.:]00)?$", re.IGNORECASE)


def parse_slot(value: Any) -> Slot:
    """Hours from `10.30-15.00`, `kl. 10 til 12`, `18-24`, `18.00-01.00`, `hele døgnet`."""
    text = _scalar(value, "et tidsrum", "10.30-15.00")
    if text.lower() in _ALL_DAY_WORDS:
        return ALL_DAY
    found = _RANGE.match(text)
    if not found:
        raise fault(f"«{shown(text)}» er ikke et tidsrum.", "Skriv fra og til, fx 10.30-15.00.")
    ends = found["closes"].strip()
    opens = parse_clock(found["opens"].strip())
    slot = Slot(opens, time(0) if _MIDNIGHT.match(ends) else parse_clock(ends))
    if slot.closes <= slot.opens and not _goes_on_at_night(slot):
        raise _backwards(text, slot)
    return slot


def _goes_on_at_night(slot: Slot) -> bool:
    """From the afternoon into the night, or the clock round. Else two times have been mixed up."""
    into_the_night = slot.opens >= _NOON and slot.closes <= _MORNING
    return slot.closes == time(0) or into_the_night


def _backwards(text: str, slot: Slot) -> PydanticCustomError:
    opens, closes = (f"{moment.hour}.{moment.minute:02}" for moment in (slot.opens, slot.closes))
    if opens == closes:
        message = f"Tidsrummet «{text}» begynder og slutter samtidig."
        return fault(message, "Ret det ene klokkeslæt, eller skriv «hele døgnet».")
    remedy = f"Skriv {closes}-{opens}, hvis de er byttet om. Går det hen over midnat, så skriv "
    remedy += f"{opens}-24.00 den ene dag og 0.00-{closes} den næste."
    return fault(f"Tidsrummet «{text}» slutter, før det begynder.", remedy)


@dataclass(frozen=True)
class DayHours:
    """What holds on a day: slots in order, by appointment, or both; with neither it is closed.

    Where `known` is false nobody has said, and there is neither.
    """

    slots: tuple[Slot, ...] = ()
    by_appointment: bool = False
    known: bool = True

    @property
    def closed(self) -> bool:
        return self.known and not self.slots and not self.by_appointment


CLOSED = DayHours()
UNKNOWN = DayHours(known=False)
_CLOSED_WORDS = ("closed", "lukket")
_APPOINTMENT_WORDS = ("by_appointment", "by appointment", "efter aftale")
_UNKNOWN_WORDS = ("unknown", "ukendt", "ved ikke")
_AND = re.compile(r"\s*(?:,|;| og | samt )\s*(?:og )?", re.IGNORECASE)


def parse_day_hours(value: Any) -> DayHours:
    """Hours of a day: `10-15`, `12-16 og efter aftale`, a list, `lukket`, `ukendt`."""
    if isinstance(value, DayHours):
        return value
    if isinstance(value, str):
        value = plain_marks(value)
    if isinstance(value, str) and value.lower() in _CLOSED_WORDS:
        return CLOSED
    if isinstance(value, str) and value.lower() in _UNKNOWN_WORDS:
        return UNKNOWN
    texts = _AND.split(value) if isinstance(value, str) else value
    if not isinstance(texts, list):
        raise fault("Her skal der stå åbningstider.", "Skriv fx 10.30-15.00 eller lukket.")
    times = [text for text in texts if not _is_appointment(text)]
    slots = sorted(parse_slot(text) for text in times)
    for first, second in itertools.pairwise(slots):
        if second.first_minute < first.last_minute:
            raise fault("To tidsrum på samme dag overlapper.", "Ret dem, eller læg dem sammen.")
    return DayHours(tuple(slots), by_appointment=len(times) < len(texts))


def _is_appointment(text: Any) -> bool:
    return isinstance(text, str) and text.lower().removeprefix("kun ") in _APPOINTMENT_WORDS


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
    r"^(?:(?P<h>\d{1,2}):)?(?P<m>\d{1,3}):(?P<s>\d{2})$|^(?P<min>\d{1,3}) ?[Mm]in\.?$"
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


# Spaces and dashes of text programs look like those of the keyboard and mean the same.
_PLAIN_MARKS = str.maketrans(
    dict.fromkeys("\u00a0\u2007\u2009\u200a\u202f", " ")
    | dict.fromkeys("\u2010\u2011\u2012\u2212", "-")
)


def plain_marks(text: str) -> str:
    """A value with the spaces and hyphens of a keyboard, and never two spaces in a row."""
    return " ".join(text.translate(_PLAIN_MARKS).split())


def _scalar(value: Any, what: str, example: str) -> str:
    if isinstance(value, str):
        return plain_marks(value)
    raise fault(f"Her skal der stå {what}, ikke en liste.", f"Skriv fx {example} efter kolonet.")


DATE_PATTERN = dates(MONTHS_DA)
_PART = one_of(
    [slots(_ALL_DAY_WORDS), f"(?:{any_case('kun')}{SPACE})?{words(*_APPOINTMENT_WORDS)}"]
)
_HOURS_REMEDY = "Skriv fx 10.30-15.00, lukket, efter aftale eller ukendt."
HOURS_SCHEMA = {
    "anyOf": [
        text_like(
            hours_of_day(_PART, (*_CLOSED_WORDS, *_UNKNOWN_WORDS)),
            _HOURS_REMEDY,
            *("10.30-15.00", "lukket", "efter aftale", "12-16 og efter aftale", "ukendt"),
        ),
        {"type": "array", "items": text_like(_PART, _HOURS_REMEDY, "10.30-15.00")},
    ]
}
_AGE_PATTERN = one_of(
    [
        f"0?[0-9]{{1,2}}(?:{GAP}{any_case('år')})?",
        f"[0-9]{{1,3}}{GAP}{words('måned', 'måneder', 'uge', 'uger', 'mdr', 'mdr.')}",
    ]
)
_AGE_SCHEMA = number_like(
    _AGE_PATTERN, "Skriv fx 4 måneder eller 6 år.", "4 måneder", "6 år", least=0, most=99
)
_DURATION_PATTERN = rf"(?:[0-9]{{1,2}}:)?[0-9]{{1,3}}:[0-9]{{2}}|[0-9]{{1,3}}{GAP}[Mm]in\.?"

Day = Annotated[
    date,
    PlainValidator(parse_date),
    WithJsonSchema(text_like(DATE_PATTERN, "Skriv år-måned-dag, fx 2026-12-24.", "2026-12-24")),
]
HoursOfDay = Annotated[DayHours, PlainValidator(parse_day_hours), WithJsonSchema(HOURS_SCHEMA)]
AgeText = Annotated[Age, PlainValidator(parse_age), WithJsonSchema(_AGE_SCHEMA)]
Duration = Annotated[
    int,
    PlainValidator(parse_duration),
    WithJsonSchema(text_like(_DURATION_PATTERN, "Skriv minutter og sekunder, fx 23:15.", "23:15")),
]
