"""READ: whom GitHub asks before a house's folder changes: what `.github/CODEOWNERS` says of it.

Source: docs.github.com, "About code owners": a pattern and then owners on a line, `#` begins a
comment, the last pattern that fits counts.
"""

from __future__ import annotations

from pathlib import Path

FILE = ".github/CODEOWNERS"


def line_of_owners(slug: str, owners: tuple[str, ...]) -> str:
    """The line for a house; `owners` are without their @."""
    return " ".join((f"/municipalities/{slug}/", *(f"@{owner}" for owner in owners)))


def owners_of(root: Path, slug: str) -> tuple[str, ...] | None:
    """Who is asked about a house, without the @. None where the project lies nowhere on GitHub."""
    if not (root / ".github").is_dir():
        return None
    try:
        text = (root / FILE).read_text("utf-8", "replace")
    except OSError:
        return ()
    lines = [line.partition("#")[0].split() for line in text.splitlines()]
    found = [line[1:] for line in lines if line and line[0].strip("/") == f"municipalities/{slug}"]
    return tuple(owner.removeprefix("@") for owner in found[-1]) if found else ()
