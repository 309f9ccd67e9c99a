"""READ: a theme's component folders: what each is for, its macro, and its examples.

An example is written once and used three times: by the tests, in the gallery, and by whoever
wants to know what a component can do.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from jinja2 import FileSystemLoader
from jinja2.runtime import Macro

from site_generator.html.templates import Templates

_FIRST_COMMENT = re.compile(r"\{#(.*?)#\}", re.DOTALL)


@dataclass(frozen=True)
class Example:
    """One entry of an `examples.yml`.

    `hidden`: with these arguments the component shows nothing. `list_item`: what comes out
    stands in a list, which is the page's.
    """

    name: str
    arguments: Mapping[str, Any]
    hidden: bool = False
    list_item: bool = False


@dataclass(frozen=True)
class Component:
    """A folder of `components/`. `reason` is the comment that its template begins with."""

    folder: Path
    reason: str
    examples: tuple[Example, ...]
    environment: Templates

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def macro(self) -> Macro:
        """The one macro, which has the component's name."""
        template = self.environment.get_template(f"components/{self.name}/{self.name}.html")
        macro: Macro = getattr(template.module, self.name)
        return macro

    def html(self, example: Example, arguments: Mapping[str, Any] | None = None) -> str:
        """An example rendered in the language that is spoken, with its own arguments or others."""
        html = str(self.macro(**(example.arguments if arguments is None else arguments)))
        return f'<ul class="plain">{html}</ul>' if example.list_item else html


def load_components(theme: Path) -> tuple[Component, ...]:
    """Every component of a theme, by name. Templates work here as they do in a build."""
    environment = Templates(FileSystemLoader(theme))
    return tuple(_load(folder, environment) for folder in sorted((theme / "components").iterdir()))


def _load(folder: Path, environment: Templates) -> Component:
    comment = _FIRST_COMMENT.match((folder / f"{folder.name}.html").read_text("utf-8"))
    entries = yaml.safe_load((folder / "examples.yml").read_text("utf-8"))
    return Component(
        folder=folder,
        reason=" ".join(comment[1].split()) if comment else "",
        examples=tuple(Example(**entry) for entry in entries),
        environment=environment,
    )
