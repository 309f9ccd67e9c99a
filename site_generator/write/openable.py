"""WRITE: a built site changed so that its files can be opened from a disk."""

from __future__ import annotations

from pathlib import Path

from site_generator.addresses import NOT_FOUND, SCRIPT, WORKER
from site_generator.html.from_disk import page_from_disk, script_from_disk


def make_openable(site: Path) -> None:
    """Change every page and script. What only a server shows or hands out, goes."""
    for gone in (*site.rglob(NOT_FOUND), *site.rglob(WORKER)):
        gone.unlink()
    for page in site.rglob("*.html"):
        page.write_text(_opened(page), "utf-8")
    for script in site.rglob(SCRIPT):
        script.write_text(script_from_disk(script.read_text("utf-8")), "utf-8")


def _opened(page: Path) -> str:
    def read(name: str) -> bytes:
        return (page.parent / name).read_bytes()

    return page_from_disk(page.read_text("utf-8"), read)
