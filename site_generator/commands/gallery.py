"""`familiehus gallery`: every component of the theme, for those who change it."""

from __future__ import annotations

from pathlib import Path

import click

from site_generator.commands import options
from site_generator.commands.danish_click import DanishCommand
from site_generator.project import DEFAULT_THEME, Project
from site_generator.write.standing import NotOurFolderError


@click.command("gallery", cls=DanishCommand)
@click.option(
    "--to",
    "folder",
    default="build/gallery",
    show_default=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="Mappen, som galleriet skrives i.",
)
@options.root
def gallery_command(folder: Path, project: Project) -> None:
    """Vis alle temaets komponenter med deres eksempler, på hvert sprog.

    Til dem, der laver om på temaet.
    """
    from site_generator.commands.gallery_story import build_gallery

    try:
        build_gallery(project.theme(DEFAULT_THEME), folder, project.kept)
    except NotOurFolderError as refused:
        raise options.not_our_folder(refused, "--to") from None
    click.echo(f"Galleriet ligger i {folder}/.", err=True)
