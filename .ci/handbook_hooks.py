"""What no setting of MkDocs does: in the search, lists come after the pages that explain."""

from __future__ import annotations

from typing import Any

# Everything is named in them, so any word would lead there first.
LISTS = ("filerne.md", "beskeder.md", "adr/", "developers/")


def on_page_markdown(markdown: str, *, page: Any, **_: Any) -> str:
    if page.file.src_uri.startswith(LISTS):
        page.meta["search"] = {"boost": 0.01}
    return markdown
