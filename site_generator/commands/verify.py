"""`familiehus verify`: the built site read back."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from site_generator.commands.danish_click import DanishCommand
from site_generator.commands.telling import tell
from site_generator.problems import has_errors


@click.command("verify", cls=DanishCommand)
@click.argument(
    "site", default="site", type=click.Path(path_type=Path, exists=True, file_okay=False)
)
def verify_command(site: Path) -> None:
    """Læs de byggede sider igen, og find døde links og andre fejl."""
    from site_generator.verify.site import verify

    problems = verify(site)
    tell(problems)
    sys.exit(has_errors(problems))
