"""`familiehus confirm-freshness`: the ticks in an issue become dates in the files of a house."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from site_generator.commands.danish_click import DanishCommand
from site_generator.commands.issue_events import answers_an_issue, event_of, lay_out
from site_generator.commands.telling import ends_in_words
from site_generator.project import Project


@click.command("confirm-freshness", cls=DanishCommand)
@answers_an_issue
def confirm_freshness_command(event: Path, folder: Path, today: date, project: Project) -> None:
    """Læs fluebenene i en sag fra GitHub, og læg de filer frem, der får ny dato.

    HÆNDELSE er den fil, som GitHub fortæller om en sag i. I mappen kommer reply.md, når der er
    noget at svare, og title.txt og husets nye filer, når noget får ny dato. Husets egen mappe
    bliver ikke rørt.
    """
    from site_generator.commands.freshness_issue import reply_to
    from site_generator.making.freshness.confirming import confirmed

    with ends_in_words("Husets filer er ikke ændret."):
        done = confirmed(project, str(event_of(event, "body")["issue"]["body"] or ""), today)
        folder.mkdir(parents=True, exist_ok=True)
        if said := reply_to(done):
            (folder / "reply.md").write_text(said, "utf-8")
        if done.files:
            lay_out(folder, done.slug, done.files, f"Stadig rigtigt: {done.slug}")
