"""Author files as an editor with our schemas reads them: YAML 1.2, and the first line's schema."""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jsonschema_rs import Draft202012Validator

from site_generator.commands.json_schema import editor_schemas

TIE = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")


class Core(yaml.SafeLoader):
    """YAML 1.2, as editors read it: «ja» and «10:30» are texts, «10.30» is a number."""


Core.yaml_implicit_resolvers = {}
for tag, look in {
    "bool": r"true|True|TRUE|false|False|FALSE",
    "null": r"~|null|Null|NULL|",
    "int": r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+",
    "float": r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?",
}.items():
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{look})$"), None)
# A leading zero means nothing in YAML 1.2; to PyYAML it means octal.
Core.add_constructor(
    "tag:yaml.org,2002:int",
    lambda loader, node: int(str(node.value), 0 if "x" in str(node.value) else 10),
)


@cache
def schemas() -> dict[str, Any]:
    return editor_schemas()


@cache
def schema_of(name: str) -> Draft202012Validator:
    return Draft202012Validator(schemas()[name.removesuffix(".yml")])


def schema_faults(file: Path, name: str) -> list[str]:
    """What the schema `name` finds wrong in a file."""
    faults = schema_of(name).iter_errors(yaml.load(file.read_text("utf-8"), Core))
    return [f"{fault.instance_path}: {fault.message[:200]}" for fault in faults]


def tied_to(file: Path, folder: Path) -> Path | None:
    """The schema that the first line of a file names, when the file lies in `folder`.

    The way is that of the address: an editor goes up by names, through links too.
    """
    tie = TIE.match(file.read_text("utf-8"))
    return Path(os.path.normpath(folder / tie[1])).resolve() if tie else None
