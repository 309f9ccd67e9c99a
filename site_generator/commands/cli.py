"""The command `familiehus`: arguments in, problems and exit codes out.

Each command is a module of its own, and loads what is heavy only when it runs.
"""

from __future__ import annotations

from importlib import import_module

import click

from site_generator import __version__
from site_generator.commands.danish_click import DanishGroup

# Each in the module of its name, which is loaded only when it is asked for: also while a command
# is loaded Ctrl+C ends in a sentence.
_COMMANDS = (
    *("admin", "ask-freshness", "build", "changes", "check", "confirm-freshness", "gallery"),
    *("import-events", "import-offers", "issue-form", "join", "new", "news", "preview"),
    *("put-back", "schema", "serve", "template", "verify"),
)


class _Commands(DanishGroup):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        name = cmd_name.replace("-", "_")
        module = import_module(f"{__package__}.{name}")
        command: click.Command = getattr(module, f"{name}_command")
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="familiehus %(version)s", help="Vis versionen.")
def main() -> None:
    """Byg, se og kontrollér familiehusenes hjemmesider.

    Kommunernes oplysninger står i municipalities/. En kommune kaldes ved sin mappes navn.
    """
