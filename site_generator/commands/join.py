"""`familiehus join`: one site of the parts that several machines have built."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from site_generator.build import join
from site_generator.commands import options
from site_generator.commands.danish_click import DanishCommand
from site_generator.commands.telling import ends_in_words, tell
from site_generator.project import Order, Project
from site_generator.write.standing import NotOurFolderError


@click.command("join", cls=DanishCommand)
@click.argument(
    "parts",
    nargs=-1,
    required=True,
    metavar="DEL...",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
)
@options.site("site")
@options.day
@options.base_url
@options.root
def join_command(
    parts: tuple[Path, ...], site: Path, today: date, base_url: str, project: Project
) -> None:
    """Saml de dele, som flere maskiner har bygget med --shard.

    Brug samme --date og --base-url, som delene er bygget med.
    """
    try:
        with ends_in_words(""):
            missing = join(Order(project, site, (), today, base_url), parts)
    except NotOurFolderError as folder:
        raise options.not_our_folder(folder, "--site") from None
    if missing:
        tell(missing)
        sys.exit(1)
    click.echo(f"Siderne ligger i {site}/.", err=True)
