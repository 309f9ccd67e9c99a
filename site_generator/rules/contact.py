"""Whether a family can get hold of the house, find it, and get into each offer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_generator.problems import Problem
from site_generator.records.municipality import Municipality
from site_generator.rules.circumstances import Circumstances
from site_generator.rules.reporting import error, warning
from site_generator.schema.choices import Access, Delivery, OfferStatus
from site_generator.schema.offers import Offer

_PRESSED = ("phone", "email", "form", "booking", "secure_post")
_WAYS = (*_PRESSED, "ways")
# As in Markdown: [skive.dk](https://www.skive.dk).
_LINK = re.compile(r"\]\(https://[^()\s]{1,1000}\)")


def house_can_be_reached(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """A family can reach the house in at least one way."""
    if not _has_contact(municipality):
        site = municipality.site
        message = "Der står ikke, hvordan familier får fat i huset."
        remedy = "Tilføj «phone:», «email:», «form:», «booking:» eller «ways:» under «contact:»."
        yield error(site, "contact", message, remedy)


def words_about_contact_lead_on(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """Where contact is only told in words there is something to press in them."""
    contact, places = municipality.site.contact, municipality.location.places
    if contact.wrote(*_PRESSED) or any(place.wrote("phone", "email") for place in places):
        return
    if contact.ways and not _LINK.search(str(contact.ways)):
        message = "Der er hverken nummer, mail eller link, så familier har intet at trykke på."
        remedy = "Skriv en side som link, fx [skive.dk](https://www.skive.dk)."
        yield warning(contact, "ways", message, remedy)


def house_can_be_found(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """The house has a place, or says how one meets it without."""
    location, site = municipality.location, municipality.site
    if location.wrote("places", "without_address"):
        return
    message = "Der står ikke, hvor huset er."
    remedy = "Tilføj stedet i location.yml, eller skriv «without_address:», hvis der ikke er et."
    yield warning(location if location.path_of() else site, "places", message, remedy)


def offers_can_be_got_into(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """Who reads about an offer also reads how to get in."""
    for offer in municipality.offers:
        if offer.status in (OfferStatus.ACTIVE, OfferStatus.TEMPORARILY_CLOSED):
            yield from _way_in(offer, municipality)


def offers_at_the_house_have_a_place(
    municipality: Municipality, _: Circumstances
) -> Iterator[Problem]:
    """An offer that is given in the house needs a house to be given in."""
    if municipality.location.wrote("places"):
        return
    for offer in municipality.offers:
        if Delivery.HOUSE in offer.delivery and not offer.wrote("venue"):
            message = "Tilbuddet er i huset, men location.yml har ingen steder."
            remedy = "Tilføj stedet i location.yml, eller ret «delivery:»."
            yield warning(offer, "delivery", message, remedy)


def phone_hours_have_a_number(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """Where there are telephone hours, there is a number to call."""
    hours, contact = municipality.opening_hours, municipality.site.contact
    numbers = contact.wrote("phone") or municipality.site.faulty("contact")
    numbers = numbers or any(place.wrote("phone") for place in municipality.location.places)
    if hours and hours.phone and not numbers:
        message = "Der er telefontid, men intet telefonnummer."
        yield warning(hours, "phone", message, "Tilføj «phone:» under «contact:» i site.yml.")


def _has_contact(municipality: Municipality) -> bool:
    site, places = municipality.site, municipality.location.places
    house = site.contact.wrote(*_WAYS) or site.faulty("contact")
    return house or any(place.wrote("phone", "email") for place in places)


def _way_in(offer: Offer, municipality: Municipality) -> Iterator[Problem]:
    if offer.faulty("access") or offer.wrote("application_process"):
        return
    if offer.access is Access.REFERRAL and not offer.wrote("referred_by"):
        message = "Man skal henvises til tilbuddet, men der står ikke af hvem."
        remedy = "Tilføj «referred_by:» med faggrupper, eller «application_process:» med ord."
        yield error(offer, "access", message, remedy)
    elif offer.access is Access.SIGN_UP and not _has_sign_up(offer, municipality):
        message = "Man skal tilmelde sig, men der står ikke hvordan."
        remedy = "Tilføj «sign_up:» med link, phone eller email, eller «application_process:»."
        # With the house's own number on the page a family can at least ask.
        report = warning if _has_contact(municipality) else error
        yield report(offer, "access", message, remedy)


def _has_sign_up(offer: Offer, municipality: Municipality) -> bool:
    events = (event for event in municipality.events.events if event.offer == offer.id)
    ways = [offer.sign_up, *(event.sign_up for event in events)]
    return offer.faulty("sign_up") or any(
        sign_up.wrote("link", "phone", "email", "note") for sign_up in ways if sign_up
    )
