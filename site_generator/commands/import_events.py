"""`familiehus import-events`: what stands in a calendar or a sheet comes into `events.yml`."""

from __future__ import annotations

import sys
from datetime import date

import click

from site_generator.commands import options
from site_generator.commands.danish_click import DanishCommand
from site_generator.commands.telling import ends_in_words
from site_generator.problems import did_you_mean, has_errors
from site_generator.project import Project


@click.command("import-events", cls=DanishCommand)
@click.argument("source", metavar="KILDE", required=False)
@click.option("--to", "slug", required=True, metavar="KOMMUNE", help="Mappen i municipalities.")
@click.option("--dry-run", "dry", is_flag=True, help="Fortæl kun, hvad der ville ske. Skriv intet.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown"]),
    default="text",
    show_default=True,
    help="text er til mennesker, markdown til pull requests.",
)
@options.day
@options.root
def import_events_command(
    source: str | None, slug: str, dry: bool, form: str, today: date, project: Project
) -> None:
    """Hent aktiviteter ind i events.yml fra en kalender eller et regneark.

    KILDE er en fil (.ics fra Outlook, Google eller Apple, .csv eller .xlsx) eller kalenderens
    offentlige adresse (https:// eller webcal://). Udelad den, når adressen står i events.yml under
    «events_from». Intet kommer med to gange, og det, du selv har rettet, bliver stående. Er
    resultatet ikke i orden, bliver intet skrevet.
    """
    from site_generator.commands.import_report import report, report_in_markdown
    from site_generator.making.importing import address_of, import_into, write_import
    from site_generator.making.imports.happening import SourceError
    from site_generator.making.imports.sources import bytes_of, read_source

    if slug not in project.slugs():
        remedy = did_you_mean(slug, project.slugs())
        raise click.UsageError(f"Der er ingen kommune, der hedder «{slug}». {remedy}")
    try:
        with ends_in_words("events.yml er ikke ændret."):
            read = read_source(bytes_of(source or address_of(project, slug)))
            done = import_into(project, slug, read, today)
            if not dry:
                write_import(project, slug, done.files)
    except SourceError as fault:
        raise click.ClickException(" ".join(map(str, fault.args))) from None
    told = report_in_markdown(done) if form == "markdown" else report(done, dry=dry)
    click.echo(told, nl=False)
    sys.exit(has_errors(done.problems))
