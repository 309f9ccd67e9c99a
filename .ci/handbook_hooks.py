"""What no setting of MkDocs does: in the search, pages that explain come first, and lists last."""

from __future__ import annotations

from typing import Any

# Everything is named in them, so any word would lead there first.
LISTS = ("filerne.md", "beskeder.md", "adr/", "developers/")
# What most colleagues look for.
EVERYDAY = ("aabningstider.md", "kalender.md", "tilbud.md", "flyers.md")


def on_page_markdown(markdown: str, *, page: Any, **_: Any) -> str:
    if page.file.src_uri.startswith(LISTS):
        page.meta["search"] = {"boost": 0.01}
    elif page.file.src_uri in EVERYDAY:
        page.meta["search"] = {"boost": 4}
    return markdown
