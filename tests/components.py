"""The component folders of the theme, read as the tests of every component want them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from building import ROOT
from jinja2 import Environment, FileSystemLoader
from jinja2.runtime import Macro

from site_generator.templates import prepare

THEME = ROOT / "themes" / "familiehus"
NAMES = tuple(sorted(folder.name for folder in (THEME / "components").iterdir()))


@dataclass(frozen=True)
class Example:
    """One entry of an `examples.yml`. `list_item`: what comes out stands in a list."""

    component: str
    name: str
    arguments: dict[str, Any]
    hidden: bool
    list_item: bool

    def html(self, arguments: dict[str, Any] | None = None) -> str:
        """The example rendered, with its own arguments or with others."""
        html = str(macro(self.component)(**(self.arguments if arguments is None else arguments)))
        return f"<ul>{html}</ul>" if self.list_item else html


def folder_of(component: str) -> Path:
    return THEME / "components" / component


@cache
def environment() -> Environment:
    """Templates work here as in a build: everything escaped, nothing undefined."""
    return prepare(Environment(loader=FileSystemLoader(THEME)))


def macro(component: str) -> Macro:
    """The one macro of a component, which has the component's name."""
    template = environment().get_template(f"components/{component}/{component}.html")
    return getattr(template.module, component)


def examples_of(component: str) -> Iterator[Example]:
    entries = yaml.safe_load((folder_of(component) / "examples.yml").read_text("utf-8"))
    for entry in entries:
        yield Example(
            component=component,
            name=entry["name"],
            arguments=entry["arguments"],
            hidden=entry.get("hidden", False),
            list_item=entry.get("list_item", False),
        )


EXAMPLES = tuple(example for name in NAMES for example in examples_of(name))
