"""`familiehus import-events`: what stands in a calendar or a sheet comes into `events.yml`."""

from __future__ import annotations

from datetime import date

import click

from site_generator.commands.danish_click import DanishCommand
from site_generator.commands.importing import asks, into, write_and_tell
from site_generator.commands.options import house_of
from site_generator.project import Project


@click.command("import-events", cls=DanishCommand)
@click.argument("source", metavar="KILDE", required=False)
@asks
def import_events_command(
    source: str | None, slug: str, dry: bool, form: str, today: date, project: Project
) -> None:
    """Hent aktiviteter ind i events.yml fra en kalender eller et regneark.

    KILDE er en fil (.ics fra Outlook, Google eller Apple, .csv eller .xlsx) eller kalenderens
    offentlige adresse (https:// eller webcal://). Udelad den, når adressen står i events.yml under
    «events_from». Intet kommer med to gange, og det, du selv har rettet, bliver stående. Er
    resultatet ikke i orden, bliver intet skrevet.

    Et ark med tilbud hentes ind med familiehus import-offers.
    """
    from site_generator.making.importing import address_of, import_events
    from site_generator.making.imports.sources import bytes_of, read_source

    house_of(project, slug)
    with into("events.yml"):
        read = read_source(bytes_of(source or address_of(project, slug)))
        done = import_events(project, slug, read, today)
    write_and_tell(project, slug, done, dry=dry, form=form)
