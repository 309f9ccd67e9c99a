"""`familiehus serve`: one municipality in the browser, following what one saves."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from site_generator.build import build
from site_generator.commands import options
from site_generator.commands.danish_click import DanishCommand
from site_generator.commands.telling import tell
from site_generator.making.progress import Silent
from site_generator.problems import has_errors
from site_generator.project import Order, Project


@click.command("serve", cls=DanishCommand)
@click.argument("slug", metavar="KOMMUNE")
@click.option("--port", default=8000, show_default=True, help="Porten på din egen maskine.")
@options.site(".cache/serve")
@options.day
@options.root
def serve_command(slug: str, port: int, site: Path, today: date, project: Project) -> None:
    """Se en kommunes sider i browseren, mens du retter i filerne."""
    from site_generator.html.faults import notice
    from site_generator.html.mkdocs_preview import preview

    order = Order(project, site, (slug,), today)

    def rebuild() -> str:
        problems = build(order, Silent())
        tell(problems)
        return notice(problems)

    if has_errors(first := build(order, Silent())) and not (site / slug).is_dir():
        tell(first)
        click.echo("Ret fejlene, og prøv igen.", err=True)
        sys.exit(1)
    click.echo(f"Se siden på http://127.0.0.1:{port}/{slug}/ (stop med Ctrl+C).", err=True)
    watched = (project.municipalities / slug, project.content, project.themes)
    preview(site, rebuild, watched, slug, port)
