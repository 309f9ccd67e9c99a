"""RENDER: pages become HTML files through MkDocs. The only module that knows MkDocs.

MkDocs 1.6 is the last of its line, so it gets plain values and gives back files: every page goes
in as an empty generated document that names its template, and comes out rendered with one
variable of ours, `view`.
"""

from __future__ import annotations

import logging
import re
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel

from site_generator.html.templates import prepare
from site_generator.language.spoken import speak, speaking, spoken
from site_generator.output import Page


class _GeneratedPages(BasePlugin):  # type: ignore[misc]
    """Forwards our pages to MkDocs and our templates' rules to Jinja."""

    def __init__(self, pages: Mapping[str, Page], advance: Callable[[], None]) -> None:
        super().__init__()
        self.pages = pages
        self.advance = advance

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        return Files([_file(config, name, page) for name, page in self.pages.items()])

    def on_env(self, env: Environment, /, **_: Any) -> Environment:
        return prepare(env)

    def on_page_markdown(self, markdown: str, /, *, page: Any, **_: Any) -> str:
        page.meta["template"] = self.pages[page.file.src_uri].template
        return markdown

    def on_page_context(self, context: Any, /, *, page: Any, **_: Any) -> Any:
        shown = self.pages[page.file.src_uri]
        context["view"] = shown.view
        # MkDocs renders the page next, and calls no hook around that.
        speak(shown.language)
        self.advance()
        return context

    def on_post_page(self, output: str, /, **_: Any) -> str:
        return "\n".join(line for line in map(str.strip, output.splitlines()) if line) + "\n"


def render_pages(
    pages: Sequence[Page], theme: Path, folder: Path, advance: Callable[[], None] = lambda: None
) -> None:
    """Write every page into `folder` with the templates of `theme`.

    What stands in the folder stays, but the first parts of the pages' addresses must be new.

    `advance` is called once for each page, for showing progress. Errors in a template are raised
    as Jinja raises them: they are ours, never an author's.
    """
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    folder.mkdir(parents=True, exist_ok=True)
    # MkDocs empties the folder that it builds into, so it gets one of its own.
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        docs, built = Path(scratch, "docs"), Path(scratch, "built")
        docs.mkdir()
        config = _config(theme, docs, built)
        named = {f"{number}.md": page for number, page in enumerate(pages)}
        config.plugins["familiehus"] = _GeneratedPages(named, advance)
        with speaking(spoken()):
            build(config)
        for entry in built.iterdir():
            entry.rename(folder / entry.name)


class _PreviewServer(LiveReloadServer):  # type: ignore[misc]
    """Reloads the page by an inline script, which our policy forbids: a preview goes without it."""

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        injected: bytes = super()._inject_js_into_html(_POLICY.sub(b"", content), epoch)
        return injected


_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')


def serve(
    site: Path, rebuild: Callable[[], None], watched: Sequence[Path], slug: str, port: int
) -> None:
    """Show `site` in a browser at localhost, and build it anew when something watched changes."""
    server = _PreviewServer(
        builder=rebuild, host="127.0.0.1", port=port, root=str(site), mount_path="/"
    )
    server.url = f"http://127.0.0.1:{port}/{slug}/"
    for path in watched:
        server.watch(str(path))
    try:
        server.serve()
    except KeyboardInterrupt:
        server.shutdown()


def _config(theme: Path, docs: Path, folder: Path) -> MkDocsConfig:
    config = MkDocsConfig()
    config.load_dict(
        {
            "site_name": "familiehus",
            "docs_dir": str(docs),
            "site_dir": str(folder),
            "theme": {"name": None, "custom_dir": str(theme.resolve())},
            "plugins": [],
        }
    )
    errors, _ = config.validate()
    if errors:
        raise ValueError(errors)
    # MkDocs' own sitemap and 404 would carry its idea of our addresses.
    config.theme.static_templates = set()
    return config


def _file(config: MkDocsConfig, name: str, page: Page) -> File:
    file = File.generated(config, name, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    end = "index.html" if page.address.endswith("/") else ""
    file.dest_uri = page.address + end
    return file
