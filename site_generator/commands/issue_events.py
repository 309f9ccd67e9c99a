"""What commands share that answer an issue on GitHub: the event that tells of it, and the files
that become a pull request."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click

from site_generator.commands import options

_Command = TypeVar("_Command", bound=Callable[..., Any])

# An issue holds 65,536 letters; the event around it is GitHub's own.
_MOST_BYTES = 2 * 1024 * 1024


def answers_an_issue(command: _Command) -> _Command:
    """The arguments of such a command: `event`, `folder`, `today` and `project`."""
    for asked in (options.root, options.day, _folder, _event):
        command = asked(command)
    return command


_event = click.argument(
    "event", metavar="HÆNDELSE", type=click.Path(path_type=Path, dir_okay=False)
)
_folder = click.option(
    "--to",
    "folder",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="Mappen, som svaret og de nye filer bliver lagt i.",
)


def event_of(file: Path, *keys: str) -> Any:
    """The event as GitHub tells it, whose issue has a text or null under each key.

    Raises UsageError.
    """
    try:
        with file.open("rb") as opened:
            event = json.loads(opened.read(_MOST_BYTES))
        if all(isinstance(event["issue"][key], str | None) for key in keys):
            return event
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        pass
    raise click.UsageError(f"«{file}» fortæller ikke om en sag på GitHub.")


def lay_out(folder: Path, slug: str, files: Mapping[str, bytes], title: str) -> None:
    """A house's new files below `folder`, and the title of their pull request."""
    for name, data in files.items():
        file = folder / "municipalities" / slug / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    (folder / "title.txt").write_text(f"{title}\n", "utf-8")
