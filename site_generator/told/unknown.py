"""TOLD: that nobody has said when it is open, and whom to ask."""

from __future__ import annotations

from site_generator.language.spoken import _, isolated
from site_generator.schema.times import UNKNOWN
from site_generator.told.house import House
from site_generator.wording.in_words import day_hours_in_words, sentence


def not_known() -> str:
    """«Tiderne kendes ikke endnu», the same in every medium."""
    return sentence(day_hours_in_words(UNKNOWN))


def whom_to_ask(house: House, *, by_phone: bool = True) -> str:
    """How to hear whether it is open; empty where no way is known.

    Who does not know when the telephone is answered is not told to call.
    """
    contact = house.municipality.site.contact
    if contact.phone and by_phone:
        return _("Ring {phone}, før du kommer.", phone=isolated(contact.phone))
    if contact.email:
        return _("Skriv til {email}, og spørg.", email=isolated(contact.email))
    other_way = contact.form or contact.booking or contact.ways
    return _("Spørg os, før du kommer.") if other_way and by_phone else ""
