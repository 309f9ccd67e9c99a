"""RENDER: pages become HTML, with the templates of a theme.

MkDocs says where a theme's templates are; a page goes straight through them, with one variable of
ours, `view`. Templates are compiled once for all houses and kept between builds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from platform import python_version

import jinja2
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from site_generator.html.mkdocs_theme import template_loader
from site_generator.html.templates import Templates
from site_generator.kept import Kept
from site_generator.language.spoken import speaking
from site_generator.output import Artifact, Page


class Renderer:
    """The templates of one theme. `kept` is where compiled templates are kept."""

    def __init__(self, theme: Path, kept: Kept) -> None:
        self._theme, self._kept = theme, kept

    def pages(self, pages: Iterable[Page]) -> Iterator[Artifact]:
        """Every page as the file that it becomes.

        Errors in a template are raised as Jinja raises them: they are ours, never an author's.
        """
        for page in pages:
            end = "index.html" if page.address.endswith("/") or not page.address else ""
            yield Artifact(page.address + end, self._html(page).encode())

    def _html(self, page: Page) -> str:
        with speaking(page.language):
            html = self._templates.get_template(page.template).render(view=page.view)
        return "\n".join(filter(None, map(str.strip, html.splitlines()))) + "\n"

    @cached_property
    def _templates(self) -> Templates:
        return Templates(template_loader(self._theme), _Compiled(self._kept))


class _Compiled(BytecodeCache):
    """Templates as Python's own code, which is another one for each version."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def load_bytecode(self, bucket: Bucket) -> None:
        code = self._kept.find(_name(bucket))
        if code is not None:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept.keep(_name(bucket), bucket.bytecode_to_string())


def _name(bucket: Bucket) -> str:
    versions = f"jinja {jinja2.__version__} python {python_version()}"
    return f"escaping template {versions} {bucket.key} {bucket.checksum}"
