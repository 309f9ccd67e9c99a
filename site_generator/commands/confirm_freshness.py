"""`familiehus confirm-freshness`: the ticks in an issue become dates in the files of a house."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import click

from site_generator.commands import options
from site_generator.commands.danish_click import DanishCommand
from site_generator.commands.telling import ends_in_words
from site_generator.project import Project

# An issue holds 65,536 letters; the event around it is GitHub's own.
_MOST_BYTES = 2 * 1024 * 1024


@click.command("confirm-freshness", cls=DanishCommand)
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
def confirm_freshness_command(event: Path, folder: Path, today: date, project: Project) -> None:
    """Læs fluebenene i en sag fra GitHub, og læg de filer frem, der får ny dato.

    HÆNDELSE er den fil, som GitHub fortæller om en sag i. I mappen kommer reply.md, når der er
    noget at svare, og title.txt og husets nye filer, når noget får ny dato. Husets egen mappe
    bliver ikke rørt.
    """
    from site_generator.commands.freshness_issue import reply_to
    from site_generator.making.freshness.confirming import confirmed

    with ends_in_words("Husets filer er ikke ændret."):
        done = confirmed(project, _body(event), today)
        folder.mkdir(parents=True, exist_ok=True)
        if said := reply_to(done):
            (folder / "reply.md").write_text(said, "utf-8")
        for name, data in done.files.items():
            file = folder / "municipalities" / done.slug / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        if done.files:
            (folder / "title.txt").write_text(f"Stadig rigtigt: {done.slug}\n", "utf-8")


def _body(file: Path) -> str:
    try:
        with file.open("rb") as opened:
            return str(json.loads(opened.read(_MOST_BYTES))["issue"]["body"] or "")
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        raise click.UsageError(f"«{file}» fortæller ikke om en sag på GitHub.") from None
