"""Whether somebody has looked through texts and facts lately."""

from __future__ import annotations

from collections.abc import Iterator

from site_generator.problems import Problem
from site_generator.records.municipality import Municipality
from site_generator.rules.circumstances import Circumstances
from site_generator.rules.reporting import error, warning
from site_generator.rules.reviewed_things import FactsFile, is_stale, months_before, things_of
from site_generator.schema.choices import SiteStatus


def texts_are_reviewed(
    municipality: Municipality, circumstances: Circumstances
) -> Iterator[Problem]:
    """Texts and facts are looked through every 12 months; a site in use says when."""
    today = circumstances.today
    for thing in things_of(municipality):
        words = _FACTS if isinstance(thing.record, FactsFile) else _TEXT
        if thing.reviewed and thing.reviewed > today:
            yield error(thing.record, "reviewed", _AHEAD, _MEND_DATE)
        elif is_stale(thing, municipality, today):
            old, never, look = words
            remedy = f"{look}, og {'skriv' if thing.reviewed else 'tilføj'} «reviewed: {today}»."
            yield warning(thing.record, "reviewed", old if thing.reviewed else never, remedy)


_TEXT = (
    "Teksten er ikke læst igennem i over 12 måneder.",
    "Der står ikke, hvornår teksten sidst er læst igennem.",
    "Læs den",
)
_FACTS = (
    "Oplysningerne er ikke set efter i over 12 måneder.",
    "Der står ikke, hvornår oplysningerne sidst er set efter.",
    "Se efter, om de passer",
)


def statement_is_fresh(
    municipality: Municipality, circumstances: Circumstances
) -> Iterator[Problem]:
    """The law wants an accessibility statement, looked through every year."""
    site = municipality.site
    statement = site.accessibility_statement
    if site.status is SiteStatus.OFFICIAL and not site.wrote("accessibility_statement"):
        message = "Tilgængelighedserklæringen mangler, og loven kræver den, når siden er i drift."
        remedy = "Lav den i WAS-Tool, og tilføj «accessibility_statement:» med link og date."
        yield error(site, "accessibility_statement", message, remedy)
    elif statement and statement.date > circumstances.today:
        yield error(statement, "date", _AHEAD, _MEND_DATE)
    elif statement and statement.date <= months_before(circumstances.today, 11):
        message = (
            "Tilgængelighedserklæringen er over 11 måneder gammel; den skal ses efter hvert år."
        )
        yield warning(statement, "date", message, "Gå den igennem i WAS-Tool, og ret datoen.")


_AHEAD = "Datoen ligger i fremtiden."
_MEND_DATE = "Skriv den dag, det er gjort."
