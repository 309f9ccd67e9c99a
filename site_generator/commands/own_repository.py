"""`familiehus new --repository`: a repository of its own, with a house and without a program."""

from __future__ import annotations

import json
import re
from pathlib import Path

from site_generator.commands.scaffold import copied, likely_name, new_municipality, quotable

_TEMPLATE = Path(__file__).parent / "repository"
# As GitHub names a repository: nothing else can stand in the address of a workflow.
PROGRAM = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+")


class NotEmptyError(Exception):
    """Something lies in the folder already."""


def new_repository(folder: Path, slug: str, name: str | None, program: str, version: str) -> Path:
    """Make the repository in a folder that is not there or is empty; gives the house's folder.

    `program` (owner/name) is where the program's own repository is on GitHub, `version` that of
    the program, which is pinned. Raises NotEmptyError; nothing is overwritten.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if any(entry.name != ".git" for entry in folder.iterdir()):
        raise NotEmptyError(folder)
    municipality = quotable(name or "") or likely_name(slug)
    gaps = {"slug": slug, "municipality": municipality, "program": program, "version": version}
    copied(_TEMPLATE, folder, gaps)
    (folder / "municipalities").mkdir()
    _write_schemas(folder / "content" / "schema")
    return new_municipality(folder / "municipalities", slug, name, serve=f"familiehus serve {slug}")


def _write_schemas(folder: Path) -> None:
    """What lets an editor suggest and explain; the houses' files name them by their place."""
    from site_generator.commands.json_schema import editor_schemas

    folder.mkdir(parents=True)
    for name, schema in editor_schemas().items():
        text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        (folder / f"{name}.schema.json").write_text(text, "utf-8")
