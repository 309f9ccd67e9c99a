"""Whether GitHub asks those who look after a house."""

from __future__ import annotations

from collections.abc import Iterator

from site_generator.problems import Problem
from site_generator.read.owners import FILE, line_of_owners
from site_generator.records.municipality import Municipality
from site_generator.rules.circumstances import Circumstances
from site_generator.rules.reporting import warning


def maintainers_are_asked(
    municipality: Municipality, circumstances: Circumstances
) -> Iterator[Problem]:
    """CODEOWNERS says of the house's folder what its site.yml does."""
    site, asked = municipality.site, circumstances.owners
    if asked is None or asked == site.maintainers or site.faulty("maintainers"):
        return
    line = line_of_owners(municipality.slug, site.maintainers)
    if site.maintainers:
        message = "De, der passer siden, bliver ikke spurgt, når nogen retter i mappen."
        remedy = f"Skriv linjen «{line}» i {FILE} i stedet for en, der måske er der allerede."
    else:
        names = ", ".join(asked)
        message = f"{FILE} siger, at {names} passer siden. Det står der ikke her."
        remedy = f"Skriv «maintainers: [{names}]» her, eller slet linjen i {FILE}."
    yield warning(site, "maintainers", message, remedy)
