"""PAGES: the ways to get in touch, as buttons and facts."""

from __future__ import annotations

from collections.abc import Iterator

from site_generator.language.spoken import _, isolated
from site_generator.schema.shared import Contact
from site_generator.told.facts import Action


def contact_actions(contact: Contact) -> tuple[Action, ...]:
    """Every way to reach the house that its authors have given, the quickest first."""
    return tuple(_contact_actions(contact))


def contact_title(contact: tuple[Action, ...]) -> str:
    return _("Flere måder at få fat i os") if contact else _("Sådan får du fat i os")


def _contact_actions(contact: Contact) -> Iterator[Action]:
    if contact.phone:
        yield Action("call", _("Ring {phone}", phone=isolated(contact.phone)), contact.phone.href)
    if contact.booking:
        yield Action("book", _("Book en tid"), contact.booking)
    if contact.form:
        yield Action("form", _("Udfyld formularen"), contact.form)
    if contact.secure_post:
        yield Action("secure", _("Skriv sikkert med Digital Post"), contact.secure_post)
    if contact.email:
        yield Action("write", _("Skriv en mail"), f"mailto:{contact.email}")
