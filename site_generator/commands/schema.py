"""`familiehus schema`: the author format for editors that suggest and explain."""

from __future__ import annotations

import json
from pathlib import Path

import click

from site_generator.commands.danish_click import DanishCommand


@click.command("schema", cls=DanishCommand)
@click.option(
    "--to",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="Skriv en fil for hver af filerne i denne mappe. Ellers skrives alt på skærmen.",
)
def schema_command(folder: Path | None) -> None:
    """Filernes opbygning som JSON Schema, til editorer, der kan foreslå og forklare."""
    from site_generator.commands.json_schema import editor_schemas

    schemas = editor_schemas()
    if folder is None:
        click.echo(json.dumps(schemas, ensure_ascii=False, indent=2))
        return
    folder.mkdir(parents=True, exist_ok=True)
    for name, schema in schemas.items():
        text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        (folder / f"{name}.schema.json").write_text(text, "utf-8")
