"""`familiehus preview`: a change that nobody has said yes to, built beside what is published."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from site_generator.commands import options
from site_generator.commands.danish_click import DanishCommand
from site_generator.commands.telling import ends_in_words
from site_generator.making.progress import Terminal
from site_generator.project import Order, Project
from site_generator.write.standing import NotOurFolderError


@click.command("preview", cls=DanishCommand)
@click.argument("version", metavar="UDGAVE")
@click.option(
    "--base",
    default="HEAD",
    show_default=True,
    metavar="UDGAVE",
    help="Det, ændringen bliver lagt oven på.",
)
@options.site("forhaandsvisning")
@click.option(
    "--from-disk",
    is_flag=True,
    help="Lav siderne, så de kan åbnes fra en mappe på din maskine, uden en server.",
)
@options.day
@options.base_url
@options.jobs
@options.root
def preview_command(
    version: str,
    base: str,
    site: Path,
    from_disk: bool,
    today: date,
    base_url: str,
    jobs: int,
    project: Project,
) -> None:
    """Byg de kommuner, som UDGAVE ændrer, mærket som en forhåndsvisning.

    UDGAVE er en gren eller en ændring i git. Kun municipalities og content bliver taget fra den;
    programmet er det, der ligger her. Kan den ikke bygges, siger siden hvorfor. --base-url er de
    rigtige siders adresse: det er dem, QR-koder fører til.
    """
    from site_generator.commands.preview_story import preview
    from site_generator.read.versions import commit_of
    from site_generator.write.openable import make_openable

    for name in (version, base):
        if not commit_of(project.root, name):
            raise click.UsageError(f"Git kender ingen udgave, der hedder «{name}».")
    order = Order(project, site, (), today, base_url, jobs=jobs)
    try:
        with ends_in_words(""):
            reason = preview(order, base, version, Terminal())
            if from_disk:
                make_openable(site)
    except NotOurFolderError as folder:
        raise options.not_our_folder(folder, "--site") from None
    if reason:
        click.echo(f"{reason.title}. {reason.lead}", err=True)
    click.echo(f"Forhåndsvisningen ligger i {site}/.", err=True)
