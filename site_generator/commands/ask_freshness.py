"""`familiehus ask-freshness`: an issue for each house: what nobody looked at for a year."""

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


@click.command("ask-freshness", cls=DanishCommand)
@options.slugs
@click.option(
    "--to",
    "folder",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="Mappen, som teksterne bliver lagt i.",
)
@click.option(
    "--open",
    "open_issues",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="De sager, der er åbne, som «gh issue list --json number,body» skriver dem.",
)
@options.repository
@options.day
@options.root
def ask_freshness_command(
    slugs: tuple[str, ...],
    folder: Path,
    open_issues: Path | None,
    repository: str,
    today: date,
    project: Project,
) -> None:
    """Skriv en sag til hvert hus om det, som ingen har set efter i et år.

    I mappen kommer en mappe for hvert hus: title.txt og body.md, og number.txt, når husets sag er
    åben. Er der intet at spørge om mere, kommer der kun number.txt, og sagen kan lukkes.
    """
    from site_generator.commands.freshness_issue import body_of, title_of
    from site_generator.making.freshness.asking import houses_to_ask

    with ends_in_words("Der er ikke skrevet nogen sager."):
        known = _issues(open_issues) if open_issues else []
        for asked in houses_to_ask(project, slugs, today, known):
            own = folder / asked.house.slug
            body = body_of(asked, repository)
            if asked.things and body == asked.before:
                continue
            own.mkdir(parents=True, exist_ok=True)
            if asked.number:
                (own / "number.txt").write_text(f"{asked.number}\n", "utf-8")
            if asked.things:
                (own / "title.txt").write_text(f"{title_of(asked)}\n", "utf-8")
                (own / "body.md").write_text(body, "utf-8")


def _issues(file: Path) -> list[dict[str, Any]]:
    try:
        issues = json.loads(file.read_text("utf-8"))
        return [{"number": int(one["number"]), "body": str(one["body"])} for one in issues]
    except (ValueError, KeyError, TypeError):
        raise click.UsageError(f"«{file}» fortæller ikke om sager på GitHub.") from None
