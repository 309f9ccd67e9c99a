"""TOLD: when an offer is held, what it costs and how one signs up, in a few words for paper.

What is printed hangs there for months, so all of it holds as long as no author changes anything:
the rhythm of what comes back, the first day of a course that begins, a deadline that is not over.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from site_generator.language.spoken import _, isolated
from site_generator.resolve.recurrence import Occurrence
from site_generator.schema.events import Event
from site_generator.schema.offers import Offer
from site_generator.told import times
from site_generator.told.house import House
from site_generator.told.joining import price_in_words
from site_generator.wording.in_words import (
    day_of_month,
    in_a_row,
    sentence,
    weekday,
    without_full_stop,
    words,
)


def how_to_attend(house: House, offer: Offer) -> Iterator[str]:
    """When it is, the price, the deadline and where one signs up: a sentence of each, if known."""
    coming = [one for one in house.coming if one.event.offer == offer.id]
    held = [one for one in coming if one.status == "planned" and not one.event.full]
    when = _when(offer, held)
    if when:
        yield f"{without_full_stop(when)}."
    if offer.cost:
        yield price_in_words(offer.cost)
    if deadline := _deadline(held, house.today):
        yield _("Tilmeld dig senest den {date}.", date=day_of_month(deadline))
    if ways := _ways(house, offer):
        yield _("Tilmelding: {ways}.", ways=in_a_row(ways, "or"))


def _when(offer: Offer, held: list[Occurrence]) -> str:
    """The author's first sentence; else «tirsdag kl. 10–12», or the first day of a course."""
    if offer.schedule:
        return words(offer.schedule).partition(". ")[0]
    regular = _by_event(one for one in held if _comes_every_week(one.event))
    if regular:
        return sentence(in_a_row([_weekly(one) for one in regular]))
    begins = next((one for one in held if one.date == _first_day(one.event)), None)
    return times.when_with_date(begins) if begins else ""


def _comes_every_week(event: Event) -> bool:
    return bool(event.weekly) and event.every == 1 and not event.weeks


def _weekly(occurrence: Occurrence) -> str:
    return _(
        "hver {weekday} {hours}", weekday=weekday(occurrence.date), hours=times.hours(occurrence)
    )


def _by_event(held: Iterator[Occurrence]) -> list[Occurrence]:
    """The next of each weekday and time, in the order of the week."""
    nexts = {(one.date.weekday(), one.slot): one for one in reversed(list(held))}
    return [nexts[key] for key in sorted(nexts, key=lambda key: (key[0], key[1].opens))]


def _first_day(event: Event) -> date | None:
    return event.dates[0] if event.dates else event.date


def _deadline(held: list[Occurrence], today: date) -> date | None:
    """Of what comes next alone: what follows has its own."""
    sign_up = held[0].event.sign_up if held else None
    return sign_up.closes if sign_up and sign_up.closes and sign_up.closes >= today else None


def _ways(house: House, offer: Offer) -> list[str]:
    """Where it is not the house's own number, which stands on the sheet. Links are for the code."""
    sign_up, contact = offer.sign_up, house.municipality.site.contact
    ways = (sign_up.phone, sign_up.email) if sign_up else ()
    return [isolated(str(way)) for way in ways if way and way not in (contact.phone, contact.email)]
