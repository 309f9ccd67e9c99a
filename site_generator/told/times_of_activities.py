"""TOLD: the times of an activity, once its offer has been heard too.

An offer that has ended, or is not held for now, is shown no more; its dates are in people's
calendars all the same. They are not taken out, which no subscriber would notice: they are
cancelled, with the offer's reason. What the author has cancelled keeps its own.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from site_generator.records.municipality import Municipality
from site_generator.resolve.recurrence import Occurrence, occurrences
from site_generator.schema.choices import GONE
from site_generator.schema.events import Event
from site_generator.schema.offers import Offer


def times_of(
    municipality: Municipality, event: Event, first: date, last: date
) -> tuple[Occurrence, ...]:
    """Every time of an activity from first to last, both included, as families are told of it."""
    found = occurrences(event, municipality.opening_hours, first, last)
    offer = municipality.offer(event.offer)
    if offer is None or offer.status not in GONE:
        return found
    return tuple(ended(one, offer) for one in found)


def ended(occurrence: Occurrence, offer: Offer) -> Occurrence:
    """The same, cancelled with its offer."""
    if occurrence.status == "cancelled":
        return occurrence
    return replace(occurrence.changed("cancelled", offer.status_reason), offer_ended=True)
