"""`familiehus issue-form`: what somebody wrote in a form on GitHub becomes files and a comment."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import click

from site_generator.commands import options
from site_generator.commands.danish_click import DanishCommand
from site_generator.commands.telling import ends_in_words
from site_generator.project import Project

# An issue holds 65,536 letters; the event around it is GitHub's own.
_MOST_BYTES = 2 * 1024 * 1024


@click.command("issue-form", cls=DanishCommand)
@click.argument("event", metavar="HÆNDELSE", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--to",
    "folder",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="Mappen, som svaret og de nye filer bliver lagt i.",
)
@options.day
@options.root
def issue_form_command(event: Path, folder: Path, today: date, project: Project) -> None:
    """Læs en formular fra GitHub, og læg de filer frem, den fører til.

    HÆNDELSE er den fil, som GitHub fortæller om en sag i. I mappen kommer reply.md, der er svaret
    til den, der har skrevet. Er alt i orden, kommer også title.txt og husets nye filer. Husets egen
    mappe bliver ikke rørt.
    """
    from site_generator.commands.issue_form_reply import reply, title
    from site_generator.making.issue_forms.answering import answered

    with ends_in_words("Husets filer er ikke ændret."):
        done = answered(project, _event(event), today)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "reply.md").write_text(reply(done), "utf-8")
        if not done.files:
            return
        house = folder / "municipalities" / done.slug
        house.mkdir(parents=True, exist_ok=True)
        for name, data in done.files.items():
            (house / name).write_bytes(data)
        (folder / "title.txt").write_text(f"{title(done)}\n", "utf-8")


def _event(file: Path) -> Any:
    try:
        with file.open("rb") as opened:
            event = json.loads(opened.read(_MOST_BYTES))
        if isinstance(event["issue"]["author_association"], str):
            return event
    except (ValueError, KeyError, TypeError, RecursionError):
        pass
    raise click.UsageError(f"«{file}» fortæller ikke om en sag på GitHub.")
