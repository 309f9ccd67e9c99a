"""`familiehus admin`: forms for all files, at `/admin/` beside the houses."""

from __future__ import annotations

import re
from pathlib import Path

import click

from site_generator.commands import options
from site_generator.commands.danish_click import DanishCommand
from site_generator.commands.telling import ends_in_words
from site_generator.project import Project

_REPOSITORY = re.compile(r"https://github\.com/(?P<name>[A-Za-z0-9-]+/[A-Za-z0-9._-]+?)/?")
_ORIGIN = re.compile(r"https://[a-z0-9.-]+(?::\d+)?/?")


def _repository(_: click.Context, __: click.Parameter, value: str) -> str:
    """`owner/name`, which is what Sveltia CMS asks for."""
    found = _REPOSITORY.fullmatch(value)
    if value and not found:
        example = "https://github.com/kommunen/familiehus"
        raise click.BadParameter(f"«{value}» er ikke et projekt på GitHub. Skriv fx {example}.")
    return found["name"] if found else ""


def _origin(_: click.Context, __: click.Parameter, value: str) -> str:
    if value and not _ORIGIN.fullmatch(value):
        raise click.BadParameter(
            f"«{value}» er ikke en adresse. Skriv fx https://login.eksempel.dk."
        )
    return value.rstrip("/")


@click.command("admin", cls=DanishCommand)
@options.site("site")
@click.option(
    "--repository",
    callback=_repository,
    default="",
    metavar="ADRESSE",
    help="Filernes adresse på GitHub, fx https://github.com/kommunen/familiehus. Der bliver "
    "ændringerne foreslået. Udelad den for at prøve.",
)
@click.option(
    "--branch", default="main", show_default=True, help="Den gren, som siderne udgives fra."
)
@click.option(
    "--sign-in",
    callback=_origin,
    default="",
    metavar="ADRESSE",
    help="Adressen på jeres OAuth-tjeneste. Udelad den, når I logger ind med et token.",
)
@click.option(
    "--packages",
    default=".cache/editor",
    show_default=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="Mappen, som .ci/fetch-editor har lagt Sveltia CMS i.",
)
@options.root
def admin_command(
    site: Path, repository: str, branch: str, sign_in: str, packages: Path, project: Project
) -> None:
    """Lav siden /admin/, hvor man retter alle husenes filer i formularer.

    Kør den efter «familiehus build» eller «familiehus join». Hver ændring bliver en pull request.
    """
    from site_generator.making.editor.configuration import Backend, configuration, shapes
    from site_generator.making.editor.page import UnknownPackageError, admin_page
    from site_generator.write.standing import MARK, write_files

    if not (site / MARK).is_file():
        raise click.UsageError(f"Der er ingen sider i «{site}». Kør «familiehus build» først.")
    try:
        with ends_in_words("Siden /admin/ er ikke lavet."):
            backend = Backend(repository, branch, sign_in)
            write_files(admin_page(configuration(project, backend), shapes(), packages), site)
    except UnknownPackageError as fault:
        raise click.ClickException(f"{fault} Kør .ci/fetch-editor.") from None
    click.echo(f"Formularerne ligger i {site}/admin/.", err=True)
