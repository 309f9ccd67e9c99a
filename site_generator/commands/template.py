"""`familiehus template`: an empty sheet of activities or of offers to be filled in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from site_generator.commands import options
from site_generator.commands.danish_click import DanishCommand
from site_generator.commands.telling import ends_in_words
from site_generator.project import Project


@click.command("template", cls=DanishCommand)
@click.argument(
    "file", metavar="FIL", required=False, type=click.Path(path_type=Path, dir_okay=False)
)
@click.option(
    "--to",
    "slug",
    required=True,
    metavar="KOMMUNE",
    help="Mappen i municipalities. Dens steder og tilbud kan vælges i arket.",
)
@click.option(
    "--offers", "of_offers", is_flag=True, help="Et ark til tilbud, ikke til aktiviteter."
)
@options.day
@options.root
def template_command(
    file: Path | None, slug: str, of_offers: bool, today: date, project: Project
) -> None:
    """Lav et tomt regneark til aktiviteter eller tilbud, som en kollega kan udfylde.

    Arket bliver gemt som FIL, ellers som aktiviteter.xlsx eller tilbud.xlsx. Når det er udfyldt,
    hentes det ind med familiehus import-events eller, når det er tilbud, familiehus import-offers.
    """
    file = file or Path("tilbud.xlsx" if of_offers else "aktiviteter.xlsx")
    options.house_of(project, slug)
    if file.exists():
        raise click.ClickException(
            f"Der er allerede en fil, der hedder {file}. Vælg et andet navn."
        )
    data = _sheet(project, slug, today, of_offers=of_offers)
    with ends_in_words("Arket er ikke gemt."):
        file.write_bytes(data)
    command = "import-offers" if of_offers else "import-events"
    click.echo(f"Arket ligger i {file}. Hent det ind med: familiehus {command} {file} --to {slug}")


def _sheet(project: Project, slug: str, today: date, *, of_offers: bool) -> bytes:
    from site_generator.making.imports.offer_template import template_of_offers
    from site_generator.making.imports.template import template
    from site_generator.records.municipality import read_municipality
    from site_generator.records.shared_content import read_shared_content

    shared, _ = read_shared_content(*project.content)
    house, _ = read_municipality(project.municipalities / slug, shared)
    if house is None:
        raise click.ClickException(f"site.yml kan ikke læses. Kør «familiehus check {slug}».")
    places = [place.name for place in house.location.places]
    offers = [str(offer.title) for offer in house.offers]
    if not of_offers:
        return template(places, offers, today)
    standard = [str(offer.title) for offer in shared.standard_offers]
    return template_of_offers(offers, standard, places, today)
