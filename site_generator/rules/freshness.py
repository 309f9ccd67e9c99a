"""Whether somebody has read the texts lately."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from site_generator.problems import Problem
from site_generator.records.municipality import Municipality
from site_generator.rules.circumstances import Circumstances
from site_generator.rules.reporting import error, warning
from site_generator.schema.choices import SiteStatus
from site_generator.schema.offers import Offer
from site_generator.schema.pages import PageHead
from site_generator.schema.site import SiteFile

_Reviewed = SiteFile | Offer | PageHead


def texts_are_reviewed(
    municipality: Municipality, circumstances: Circumstances
) -> Iterator[Problem]:
    """Texts are read through every 12 months; a site in use says when.

    The date of a standard offer is the catalogue's business.
    """
    official = municipality.site.status is SiteStatus.OFFICIAL
    for record in _reviewed_records(municipality):
        if not record.is_own("reviewed"):
            continue
        if record.reviewed:
            yield from _age(record, record.reviewed, circumstances.today)
        elif official and not record.wrote("reviewed"):
            message = "Der står ikke, hvornår teksten sidst er læst igennem."
            remedy = f"Læs den, og tilføj «reviewed: {circumstances.today}»."
            yield warning(record, "reviewed", message, remedy)


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
    elif statement and statement.date <= _months_before(circumstances.today, 11):
        message = (
            "Tilgængelighedserklæringen er over 11 måneder gammel; den skal ses efter hvert år."
        )
        yield warning(statement, "date", message, "Gå den igennem i WAS-Tool, og ret datoen.")


_AHEAD = "Datoen ligger i fremtiden."
_MEND_DATE = "Skriv den dag, det er gjort."


def _age(record: _Reviewed, reviewed: date, today: date) -> Iterator[Problem]:
    if reviewed > today:
        yield error(record, "reviewed", _AHEAD, _MEND_DATE)
    elif reviewed < _months_before(today, 12):
        message = "Teksten er ikke læst igennem i over 12 måneder."
        yield warning(record, "reviewed", message, f"Læs den, og skriv «reviewed: {today}».")


def _reviewed_records(municipality: Municipality) -> Iterator[_Reviewed]:
    yield municipality.site
    yield from municipality.offers
    yield from (page.head for page in municipality.pages)


def _months_before(day: date, months: int) -> date:
    """The same day some months earlier, or the 28th where that month is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, 28))
