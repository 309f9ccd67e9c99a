"""`familiehus new`: a municipality's folder with files that are ready to be filled in."""

from __future__ import annotations

import click

from site_generator.commands import options
from site_generator.commands.danish_click import DanishCommand
from site_generator.commands.scaffold import SlugTakenError, new_municipality
from site_generator.project import Project


@click.command("new", cls=DanishCommand)
@click.argument("slug", metavar="KOMMUNE")
@click.option("--name", default=None, help="Kommunens navn, fx «Vejle Kommune».")
@options.root
def new_command(slug: str, name: str | None, project: Project) -> None:
    """Lav en ny kommune med filer, der er klar til at udfylde.

    KOMMUNE er mappens navn og bliver en del af adressen: små bogstaver a-z, tal og bindestreg.
    """
    from site_generator.schema.values import parse_slug

    try:
        parse_slug(slug)
        folder = new_municipality(project.municipalities, slug, name)
    except SlugTakenError:
        raise click.ClickException(f"Der er allerede en mappe, der hedder «{slug}».") from None
    except Exception as fault:
        raise click.ClickException(_fault_text(fault)) from None
    click.echo(f"Filerne ligger i {folder}/. Begynd med {folder}/site.yml.")
    click.echo(f"Se siden med: familiehus serve {slug}")


def _fault_text(fault: Exception) -> str:
    context = getattr(fault, "context", None) or {}
    return f"{context.get('message', fault)} {context.get('remedy', '')}".strip()
