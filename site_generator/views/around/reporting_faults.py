"""PAGES: in the foot of every page, how to tell the house that something in it is wrong."""

from __future__ import annotations

from urllib.parse import quote

from site_generator.language.spoken import _
from site_generator.told.facts import Link
from site_generator.told.house import House


def way_to_report(house: House, page: str) -> Link | None:
    """By mail, with the page's address as the subject, else by form, else by telephone; None where
    the house can be reached in none of these ways."""
    contact = house.municipality.site.contact
    mail = f"mailto:{contact.email}?subject={quote(page, safe=':/')}" if contact.email else ""
    if written := mail or contact.form:
        return Link(_("Fundet en fejl? Skriv til huset"), written)
    if contact.phone:
        return Link(_("Fundet en fejl? Ring til huset"), contact.phone.href)
    return None
