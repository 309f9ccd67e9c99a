"""The hours of an activity: some hours of a day, a night, or whole days."""

from __future__ import annotations

import re
from datetime import time
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema

from site_generator.schema.as_json import text_like
from site_generator.schema.patterns import slots
from site_generator.schema.record import fault
from site_generator.schema.times import Slot, parse_clock, plain_marks, shown

# From midnight to midnight. Hours that end when they begin mean nothing else.
ALL_DAY = Slot(time(0), time(0))
_ALL_DAY_WORDS = ("hele dagen", "hele døgnet", "all day", "all_day")
_RANGE = re.compile(r"^(?P<opens>.+?) ?(?:-|–|—|til) ?(?P<closes>.+)$", re.IGNORECASE)
_MIDNIGHT = re.compile(r"^(?:kl\.? ?)?24(?:[.:]00)?$", re.IGNORECASE)


def parse_event_hours(value: Any) -> Slot:
    """Hours from `10.30-12.00`, `18-24`, `hele dagen`, or `18.00-9.00`, which ends the day after.

    Whether the end is a slip of the pen is for the rules: they know how many days it lasts.
    """
    if not isinstance(value, str):
        message = "Her skal der stå et tidsrum, ikke en liste."
        raise fault(message, "Skriv fx 10.30-15.00 efter kolonet.")
    value = plain_marks(value)
    if value.lower() in _ALL_DAY_WORDS:
        return ALL_DAY
    found = _RANGE.match(value)
    if not found:
        remedy = "Skriv fra og til, fx 10.30-15.00, eller hele dagen."
        raise fault(f"«{shown(value)}» er ikke et tidsrum.", remedy)
    opens, closes = parse_clock(found["opens"].strip()), _end(found["closes"].strip())
    if opens == closes != time(0):
        raise fault(f"«{shown(value)}» begynder og slutter samtidig.", "Ret det ene klokkeslæt.")
    return Slot(opens, closes)


def _end(text: str) -> time:
    return time(0) if _MIDNIGHT.match(text) else parse_clock(text)


def goes_over_midnight(slot: Slot) -> bool:
    """Whether it ends on the day after: an evening, a night, or a whole day."""
    return slot.closes <= slot.opens


def days_later(slot: Slot, days: int) -> int:
    """1 where it ends on the day after its last one. What lasts several days ends on the last of
    them, whatever the hour; but 24 is the end of that day, not its beginning."""
    return int(slot.closes == time(0) or (days == 1 and goes_over_midnight(slot)))


def is_a_night(slot: Slot) -> bool:
    """Whether hours that end before they begin are plainly meant: until midnight, or from an
    evening to a morning. What else ends before it begins is a slip of the pen."""
    return slot.closes == time(0) or (slot.opens.hour >= 15 and slot.closes <= time(12))


EventHours = Annotated[
    Slot,
    PlainValidator(parse_event_hours),
    WithJsonSchema(
        text_like(
            slots(_ALL_DAY_WORDS),
            "Skriv fra og til, fx 10.30-15.00, eller hele dagen.",
            *("10.30-12.00", "18.00-9.00", "hele dagen"),
        )
    ),
]
