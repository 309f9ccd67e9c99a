"""`familiehus check`: every fault in the files, with what to do about it."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from site_generator.build import check
from site_generator.commands import options
from site_generator.commands.danish_click import DanishCommand
from site_generator.commands.telling import FORMS, ends_in_words, tell
from site_generator.making.progress import Terminal
from site_generator.problems import has_errors
from site_generator.project import Order, Project


@click.command("check", cls=DanishCommand)
@options.slugs
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMS)),
    default="text",
    show_default=True,
    help="text er til mennesker, github og markdown til pull requests, json til programmer.",
)
@click.option(
    "--lix", "with_lix", is_flag=True, help="Vis lixtallet for hver af de fælles tekster."
)
@options.day
@options.jobs
@options.root
def check_command(
    slugs: tuple[str, ...], form: str, with_lix: bool, today: date, jobs: int, project: Project
) -> None:
    """Find fejl i filerne. Uden KOMMUNE bliver alle set efter."""
    if with_lix:
        _tell_lix(project)
    with ends_in_words(""):
        problems = check(Order(project, Path(), slugs, today, jobs=jobs), Terminal())
    tell(problems, form)
    sys.exit(has_errors(problems))


def _tell_lix(project: Project) -> None:
    """On standard error: what is checked by programs stays what it was."""
    from site_generator.records.shared_content import read_shared_content
    from site_generator.rules.reading_ease import shared_texts

    shared, _ = read_shared_content(*project.content)
    for text in shared_texts(shared):
        click.echo(f"{text.lix:>3}  {text.path}", err=True)
