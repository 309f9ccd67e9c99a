"""`familiehus build`: the sites of all municipalities, or of some."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from time import perf_counter

import click

from site_generator.build import build
from site_generator.commands import options
from site_generator.commands.danish_click import DanishCommand
from site_generator.commands.telling import ends_in_words, tell
from site_generator.making.progress import Terminal
from site_generator.problems import has_errors
from site_generator.project import Order, Project
from site_generator.write.standing import NotOurFolderError

_AS_THEY_STOOD = "De gamle står, som de stod."


@click.command("build", cls=DanishCommand)
@options.slugs
@options.site("site")
@options.day
@options.base_url
@options.repository
@click.option(
    "--print-shop",
    is_flag=True,
    help="Lav også flyers til et trykkeri: 3 mm til at skære af og skæremærker.",
)
@options.jobs
@click.option(
    "--shard",
    type=options.Shard(),
    default="1/1",
    help="Byg kun en del af kommunerne, fx 2/3, når flere maskiner deles om dem. "
    "Saml delene med «familiehus join».",
)
@options.root
def build_command(
    slugs: tuple[str, ...],
    site: Path,
    today: date,
    base_url: str,
    repository: str,
    print_shop: bool,
    jobs: int,
    shard: tuple[int, int],
    project: Project,
) -> None:
    """Byg siderne. Uden KOMMUNE bliver alle bygget.

    Kun det, der er ændret, bliver bygget igen. Er der fejl, bliver intet skrevet, og de gamle
    sider bliver stående.
    """
    start = perf_counter()
    order = Order(
        project, site, slugs, today, base_url, print_shop, jobs, shard, repository=repository
    )
    try:
        with ends_in_words(f"Ingen sider er skrevet. {_AS_THEY_STOOD}"):
            problems = build(order, Terminal())
    except NotOurFolderError as folder:
        raise options.not_our_folder(folder, "--site") from None
    tell(problems)
    if has_errors(problems):
        click.echo(f"Ingen sider er skrevet. {_AS_THEY_STOOD}", err=True)
        sys.exit(1)
    click.echo(f"Siderne ligger i {site}/ ({perf_counter() - start:.1f} sekunder).", err=True)
