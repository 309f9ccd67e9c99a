"""RENDER: where a theme's templates are, as MkDocs configures it.

MkDocs 1.6 is the last of its line, so it gets plain values and gives back plain things: whoever
replaces it rewrites this module.
"""

from __future__ import annotations

from pathlib import Path

from jinja2 import BaseLoader
from mkdocs.theme import Theme


def template_loader(theme: Path) -> BaseLoader:
    """What finds the templates of the theme in a folder, as MkDocs configures it."""
    loader: BaseLoader | None = Theme(name=None, custom_dir=str(theme.resolve())).get_env().loader
    if loader is None:
        raise ValueError(f"no templates: {theme}")
    return loader
