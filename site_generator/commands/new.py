"""`familiehus new`: a municipality's folder with files that are ready to be filled in."""

from __future__ import annotations

from pathlib import Path

import click

from site_generator import __version__
from site_generator.commands import options
from site_generator.commands.danish_click import DanishCommand
from site_generator.commands.own_repository import PROGRAM, NotEmptyError, new_repository
from site_generator.commands.scaffold import SlugTakenError, new_municipality


@click.command("new", cls=DanishCommand)
@click.argument("slug", metavar="KOMMUNE")
@click.option("--name", default=None, help="Kommunens navn, fx «Vejle Kommune».")
@click.option(
    "--repository",
    type=click.Path(path_type=Path, file_okay=False),
    help="Lav et helt repository til kommunen i denne mappe, som skal være tom.",
)
@click.option(
    "--program",
    metavar="EJER/NAVN",
    help="Med --repository: hvor programmet familiehus ligger på GitHub. Det står i adressen: "
    "github.com/EJER/NAVN.",
)
@options.root_of_project
def new_command(
    slug: str, name: str | None, repository: Path | None, program: str | None, root: Path
) -> None:
    """Lav en ny kommune med filer, der er klar til at udfylde.

    KOMMUNE er mappens navn og bliver en del af adressen: små bogstaver a-z, tal og bindestreg.
    """
    from site_generator.schema.values import parse_slug

    try:
        parse_slug(slug)
        folder = (
            new_repository(repository, slug, name, _program(program), __version__)
            if repository
            else new_municipality(options.project_in(root).municipalities, slug, name)
        )
    except SlugTakenError:
        raise click.ClickException(f"Der er allerede en mappe, der hedder «{slug}».") from None
    except NotEmptyError:
        raise click.ClickException(
            f"«{repository}» er ikke tom. Vælg en mappe, der er tom eller ikke findes."
        ) from None
    except click.ClickException:
        raise
    except Exception as fault:
        raise click.ClickException(_fault_text(fault)) from None
    click.echo(f"Filerne ligger i {folder}/. Begynd med {folder}/site.yml.")
    if repository:
        click.echo(f"Læs {repository}/README.md: den siger, hvad du gør nu.")
    click.echo(f"Se siden med: familiehus serve {slug}")


def _program(program: str | None) -> str:
    if program is None:
        raise click.UsageError(
            "Skriv også, hvor programmet ligger på GitHub: --program EJER/NAVN. "
            "Det står i adressen: github.com/EJER/NAVN."
        )
    if not PROGRAM.fullmatch(program):
        raise click.UsageError(
            f"«{program}» er ikke et sted på GitHub. Skriv ejeren, en skråstreg og navnet: "
            "EJER/NAVN."
        )
    return program


def _fault_text(fault: Exception) -> str:
    context = getattr(fault, "context", None) or {}
    return f"{context.get('message', fault)} {context.get('remedy', '')}".strip()
