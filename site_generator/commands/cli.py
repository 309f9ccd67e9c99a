"""The command `familiehus`: arguments in, problems and exit codes out.

Each command is a module of its own, and loads what is heavy only when it runs.
"""

from __future__ import annotations

import click

from site_generator import __version__
from site_generator.commands.build import build_command
from site_generator.commands.changes import changes_command
from site_generator.commands.check import check_command
from site_generator.commands.danish_click import DanishGroup
from site_generator.commands.gallery import gallery_command
from site_generator.commands.join import join_command
from site_generator.commands.new import new_command
from site_generator.commands.schema import schema_command
from site_generator.commands.serve import serve_command
from site_generator.commands.verify import verify_command


@click.group(cls=DanishGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="familiehus %(version)s", help="Vis versionen.")
def main() -> None:
    """Byg, se og kontrollér familiehusenes hjemmesider.

    Kommunernes oplysninger står i municipalities/. En kommune kaldes ved sin mappes navn.
    """


for command in (
    build_command,
    changes_command,
    check_command,
    gallery_command,
    join_command,
    new_command,
    schema_command,
    serve_command,
    verify_command,
):
    main.add_command(command)
