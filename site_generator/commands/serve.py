"""`familiehus serve`: one municipality in the browser, following what one saves."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import click

from site_generator.build import build, look
from site_generator.commands import options
from site_generator.commands.danish_click import DanishCommand
from site_generator.commands.telling import tell
from site_generator.making.beside import Beside
from site_generator.making.progress import Silent
from site_generator.problems import Problem, has_errors
from site_generator.project import Order, Project
from site_generator.write.standing import NotOurFolderError

_DANISH = "da"


@click.command("serve", cls=DanishCommand)
@click.argument("slug", metavar="KOMMUNE")
@click.option("--port", default=8000, show_default=True, help="Porten på din egen maskine.")
@options.site(".cache/serve")
@options.day
@options.root
def serve_command(slug: str, port: int, site: Path, today: date, project: Project) -> None:
    """Se en kommunes sider i browseren, mens du retter i filerne."""
    from site_generator.html.mkdocs_preview import preview

    order = Order(project, site, (slug,), today)
    try:
        first = look(order, _DANISH)
    except NotOurFolderError as fault:
        raise options.not_our_folder(fault, "--site") from None
    if has_errors(first) and not (site / slug).is_dir():
        tell(first)
        click.echo("Ret fejlene, og prøv igen.", err=True)
        sys.exit(1)
    click.echo(f"Se siden på http://127.0.0.1:{port}/{slug}/ (stop med Ctrl+C).", err=True)
    shared = (folder for folder in (*project.content, *project.themes) if folder.is_dir())
    watched = (project.municipalities / slug, *shared)
    beside = Beside(partial(build, order, Silent()))
    try:
        preview(site, Following(order, beside, first).rebuild, watched, slug, port)
    finally:
        beside.stop()


class Following:
    """What is done when something is saved: pages first, then all the rest beside them."""

    def __init__(
        self, order: Order, beside: Beside[tuple[Problem, ...]], first: tuple[Problem, ...]
    ) -> None:
        """`first` is what was wrong when the first look was made."""
        self._order, self._beside = order, beside
        self._first: tuple[Problem, ...] | None = first

    def rebuild(self, looked_at: str, show_the_rest: Callable[[str], None]) -> str:
        """The notice over the pages now; the one that holds in the end is shown by itself."""
        from site_generator.html.faults import notice

        def done(problems: tuple[Problem, ...]) -> None:
            tell(problems)
            show_the_rest(notice(problems, pages_are_new=True))

        self._beside.stop()
        problems, self._first = self._first, None
        if problems is None:
            problems = look(self._order, _language_of(looked_at))
        if has_errors(problems):
            # What only warns is told when all is made: each thing once.
            tell(problems)
            return notice(problems)
        self._beside.start(done)
        return ""


def _language_of(address: str) -> str:
    """`uk` of `/skive/uk/kalender/`; Danish where no language stands there."""
    parts = address.split("/")
    return parts[2] if len(parts) > 2 and len(parts[2]) == 2 else _DANISH
