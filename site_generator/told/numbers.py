"""TOLD: the numbers of a house that one can ring, each with whose it is."""

from __future__ import annotations

from collections.abc import Iterator

from site_generator.language.spoken import _, isolated
from site_generator.schema.values import Phone
from site_generator.told.facts import Fact, Link
from site_generator.told.help_lines import duty_line
from site_generator.told.house import House


def numbers(house: House) -> tuple[Fact, ...]:
    """The house's own, those of its places, and who answers when all is closed; each once."""
    found: dict[str, Fact] = {}
    for fact in _numbers(house):
        if fact.link:
            found.setdefault(fact.link.href, fact)
    return tuple(found.values())


def _numbers(house: House) -> Iterator[Fact]:
    site = house.municipality.site
    if site.contact.phone:
        yield _number(site.name, site.contact.phone)
    for place in house.municipality.location.places:
        if place.phone:
            yield _number(place.name, place.phone)
    if duty := duty_line(house):
        yield Fact("phone", duty.name, duty.summary, Link(duty.call, duty.href))


def _number(whose: str, phone: Phone) -> Fact:
    call = _("Ring {phone}", phone=isolated(phone))
    return Fact("phone", whose, "", Link(call, phone.href))
