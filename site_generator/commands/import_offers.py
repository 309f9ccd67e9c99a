"""`familiehus import-offers`: the offers of a sheet come into `offers.yml`."""

from __future__ import annotations

from datetime import date

import click

from site_generator.commands.danish_click import DanishCommand
from site_generator.commands.importing import asks, into, write_and_tell
from site_generator.commands.options import house_of
from site_generator.project import Project


@click.command("import-offers", cls=DanishCommand)
@click.argument("source", metavar="KILDE")
@asks
def import_offers_command(
    source: str, slug: str, dry: bool, form: str, today: date, project: Project
) -> None:
    """Hent tilbud ind i offers.yml fra et regneark.

    KILDE er et udfyldt ark fra familiehus template --offers, eller jeres eget (.xlsx eller .csv).
    Nye tilbud kommer til, fælles tilbud bliver slået til, og i dem, I har, bliver kun det ændret,
    som arket siger. En tom celle ændrer intet. Det, du selv har rettet, bliver stående. Er
    resultatet ikke i orden, bliver intet skrevet.
    """
    from site_generator.making.importing import import_offers
    from site_generator.making.imports.sources import bytes_of, read_sheets_of_offers

    house_of(project, slug)
    with into("offers.yml"):
        done = import_offers(project, slug, read_sheets_of_offers(bytes_of(source)), today)
    write_and_tell(project, slug, done, dry=dry, form=form)
