"""`familiehus news`: what a new version of the program means for those who write."""

from __future__ import annotations

import click

from site_generator import __version__
from site_generator.commands import options
from site_generator.commands.danish_click import DanishCommand
from site_generator.project import Project


@click.command("news", cls=DanishCommand)
@click.argument("base", metavar="UDGAVE")
@options.root
def news_command(base: str, project: Project) -> None:
    """Fortæl, hvad der er nyt for redaktører siden UDGAVE.

    UDGAVE er programmets tal, fx 0.1.0, eller en gren eller ændring, fx main: så er det tallet i
    requirements.txt dengang. Er det ikke ændret, bliver der ikke sagt noget.
    """
    from site_generator.read.changelog import changelog, for_editors, number, pin_in

    before = number(base if number(base) else _pinned_in(project, base))
    now = number(pin_in(project.root) or __version__)
    if before is None or now is None or before == now:
        return
    if now < before:
        click.echo("## Programmet går tilbage til en ældre udgave\n")
        click.echo("Er det meningen? Felter og sider, der er kommet til siden, virker ikke.\n")
        return
    parts = list(for_editors(changelog(), before, now))
    for name, text in parts:
        click.echo(f"## Nyt for redaktører i {name}\n\n{text}\n")
    if not parts:
        click.echo("## Programmet er fornyet\n\nDer er intet nyt, redaktører skal vide.\n")


def _pinned_in(project: Project, base: str) -> str:
    """The version that was asked for in a commit; empty where none was."""
    from site_generator.read.changelog import pinned
    from site_generator.read.git import git
    from site_generator.read.remembered import PIN
    from site_generator.read.versions import commit_of

    commit = commit_of(project.root, base)
    if not commit:
        raise click.UsageError(
            f"Git kender ingen udgave, der hedder «{base}». Skriv programmets tal, fx 0.1.0, eller "
            "en gren eller en ændring, fx main eller HEAD."
        )
    return pinned(git(project.root, "show", f"{commit}:./{PIN}").decode("utf-8", "replace"))
