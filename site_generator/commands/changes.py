"""`familiehus changes`: what a change means for families, in sentences."""

from __future__ import annotations

from datetime import date

import click

from site_generator.commands import options
from site_generator.commands.danish_click import DanishCommand
from site_generator.commands.telling import ends_in_words
from site_generator.problems import did_you_mean
from site_generator.project import Project


@click.command("changes", cls=DanishCommand)
@click.argument("base", metavar="UDGAVE")
@options.slugs
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    show_default=True,
    help="text er til mennesker, markdown til pull requests, json til programmer.",
)
@options.day
@options.root
def changes_command(
    base: str, slugs: tuple[str, ...], form: str, today: date, project: Project
) -> None:
    """Fortæl, hvad der bliver anderledes for familier siden UDGAVE, fx main.

    Uden KOMMUNE bliver alle sammenlignet. Er noget måske en fejl, bliver der spurgt: «Er det
    meningen?» Filerne bliver ikke rørt.
    """
    from site_generator.commands.changes_forms import FORMS
    from site_generator.making.changes import changes, known_houses
    from site_generator.read.versions import commit_of

    commit = commit_of(project.root, base)
    if not commit:
        raise click.UsageError(
            f"Git kender ingen udgave, der hedder «{base}». Skriv en gren eller en ændring, "
            "fx main eller HEAD."
        )
    known = known_houses(project, commit) if slugs else ()
    for slug in slugs:
        if slug not in known:
            remedy = did_you_mean(slug, known)
            raise click.UsageError(f"Der er ingen kommune, der hedder «{slug}». {remedy}")
    with ends_in_words(""):
        told = changes(project, commit, slugs, today)
    click.echo(FORMS[form](told), nl=False)
