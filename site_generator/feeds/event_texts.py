"""RENDER: what a calendar entry says: title, place and a plain text with all one needs to know."""

from __future__ import annotations

from collections.abc import Iterator

from icalendar import Event

from site_generator import addresses
from site_generator.resolve.recurrence import Occurrence
from site_generator.told.house import House
from site_generator.wording.in_words import day_and_month, sentence, words

CANCELLED_PREFIX = "AFLYST: "


def describe(event: Event, house: House, occurrence: Occurrence) -> None:
    """Put the texts of an occurrence into a calendar entry."""
    title = house.title_of(occurrence)
    cancelled = occurrence.status == "cancelled"
    event.add("SUMMARY", CANCELLED_PREFIX + title if cancelled else title)
    event.add("STATUS", "CANCELLED" if cancelled else "CONFIRMED")
    # A cancelled meeting no longer makes anyone busy.
    event.add("TRANSP", "TRANSPARENT" if cancelled else "OPAQUE")
    event.add("CLASS", "PUBLIC")
    where = where_in_words(house, occurrence)
    if where:
        event.add("LOCATION", where)
    place = house.place_of(occurrence)
    if place and place.latitude and place.longitude:
        event.add("GEO", (place.latitude, place.longitude))
    event.add("DESCRIPTION", "\n".join(_lines(house, occurrence)))
    categories = [audience.label for audience in house.audience_of(occurrence)]
    if categories:
        event.add("CATEGORIES", categories)
    if house.base_url:
        event.add("URL", house.absolute(_address(house, occurrence)))


def _address(house: House, occurrence: Occurrence) -> str:
    """Where the occurrence stands: on the sheet of its month, so that the link never changes.

    The calendar's first page shows some weeks only. What is over stands nowhere.
    """
    if occurrence.date < house.today:
        return addresses.CALENDAR
    return f"{addresses.calendar_month(occurrence.date.replace(day=1))}#{occurrence.key}"


def where_in_words(house: House, occurrence: Occurrence) -> str:
    """Name and address, for example «Solsikken, Solsikkevej 1, 0000 Eksempelby»."""
    place = house.place_of(occurrence)
    if place is None:
        event = occurrence.event
        return words(event.venue) or (event.online or "")
    parts = [place.name]
    if place.address:
        parts += [place.address.street, f"{place.address.postal_code} {place.address.city}"]
    return ", ".join(parts)


def _lines(house: House, occurrence: Occurrence) -> Iterator[str]:
    offer, event = house.offer_of(occurrence), occurrence.event
    if occurrence.status == "cancelled":
        yield f"Aflyst. {occurrence.reason}".strip()
    if occurrence.status == "moved":
        elsewhen = occurrence.date != occurrence.original_date
        before = f" fra {day_and_month(occurrence.original_date)}" if elsewhen else ""
        yield f"Flyttet{before}. {occurrence.reason}".strip()
    if event.full:
        yield "Alt er optaget."
    summary = words(event.summary) or (str(offer.summary) if offer else "")
    if summary:
        yield summary
    cost = event.cost or (offer.cost if offer else None)
    if cost:
        yield "Det er gratis." if cost.free else f"Pris: {cost.text}"
    if offer:
        yield f"{sentence(offer.access.label)}."
    yield from _contact(house, occurrence)


def _contact(house: House, occurrence: Occurrence) -> Iterator[str]:
    sign_up, contact = occurrence.event.sign_up, house.municipality.site.contact
    if sign_up and sign_up.link:
        yield f"Tilmelding: {sign_up.link}"
    if contact.phone:
        yield f"Ring til os: {contact.phone}"
    if house.base_url:
        yield f"Se, om det er ændret: {house.absolute(addresses.CALENDAR)}"
