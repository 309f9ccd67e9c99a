"""`familiehus template`: an empty sheet of activities to be filled in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from site_generator.commands import options
from site_generator.commands.danish_click import DanishCommand
from site_generator.commands.telling import ends_in_words
from site_generator.problems import did_you_mean
from site_generator.project import Project


@click.command("template", cls=DanishCommand)
@click.argument(
    "file",
    metavar="FIL",
    default="aktiviteter.xlsx",
    type=click.Path(path_type=Path, dir_okay=False),
)
@click.option(
    "--to",
    "slug",
    required=True,
    metavar="KOMMUNE",
    help="Mappen i municipalities. Dens steder og tilbud kan vælges i arket.",
)
@options.day
@options.root
def template_command(file: Path, slug: str, today: date, project: Project) -> None:
    """Lav et tomt regneark til aktiviteter, som en kollega kan udfylde.

    Arket bliver gemt som FIL, ellers som aktiviteter.xlsx. Når det er udfyldt, hentes det ind med
    familiehus import-events.
    """
    from site_generator.making.imports.template import template
    from site_generator.records.municipality import read_municipality
    from site_generator.records.shared_content import read_shared_content

    if slug not in project.slugs():
        remedy = did_you_mean(slug, project.slugs())
        raise click.UsageError(f"Der er ingen kommune, der hedder «{slug}». {remedy}")
    if file.exists():
        raise click.ClickException(
            f"Der er allerede en fil, der hedder {file}. Vælg et andet navn."
        )
    house, _ = read_municipality(
        project.municipalities / slug, read_shared_content(*project.content)[0]
    )
    if house is None:
        raise click.ClickException(f"site.yml kan ikke læses. Kør «familiehus check {slug}».")
    places = [place.name for place in house.location.places]
    data = template(places, [str(offer.title) for offer in house.offers], today)
    with ends_in_words("Arket er ikke gemt."):
        file.write_bytes(data)
    click.echo(
        f"Arket ligger i {file}. Hent det ind med: familiehus import-events {file} --to {slug}"
    )
