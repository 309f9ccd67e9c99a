"""`familiehus issue-form`: what somebody wrote in a form on GitHub becomes files and a comment."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from site_generator.commands.danish_click import DanishCommand
from site_generator.commands.issue_events import answers_an_issue, event_of, lay_out
from site_generator.commands.telling import ends_in_words
from site_generator.project import Project


@click.command("issue-form", cls=DanishCommand)
@answers_an_issue
def issue_form_command(event: Path, folder: Path, today: date, project: Project) -> None:
    """Læs en formular fra GitHub, og læg de filer frem, den fører til.

    HÆNDELSE er den fil, som GitHub fortæller om en sag i. I mappen kommer reply.md, der er svaret
    til den, der har skrevet. Er alt i orden, kommer også title.txt og husets nye filer. Husets egen
    mappe bliver ikke rørt.
    """
    from site_generator.commands.issue_form_reply import reply, title
    from site_generator.making.issue_forms.answering import answered

    with ends_in_words("Husets filer er ikke ændret."):
        done = answered(project, event_of(event, "author_association"), today)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "reply.md").write_text(reply(done), "utf-8")
        if done.files:
            lay_out(folder, done.slug, done.files, title(done))
