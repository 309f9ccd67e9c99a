"""READ: which QR codes have been published, from the history of the files.

What is printed hangs on doors for years, so a code that was ever on the main branch counts as
printed. The history knows that better than any list that somebody must keep. Where there is no
history (files from a zip), nothing is known, and nothing is refused.
"""

from __future__ import annotations

import re
import subprocess
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

# The main branch as the server has it, then as it is here; else what is checked out.
_MAIN = ("origin/HEAD", "origin/main", "main", "HEAD")
_FILES = ":(glob)municipalities/*/flyers.yml"
_ENTRY = re.compile(r"^\s*(-\s+)?(id|code):\s*[\"']?([a-z0-9-]+)", re.MULTILINE)


@dataclass(frozen=True)
class PublishedCode:
    """A code, and the ids of the flyers that it has stood on; none where it was retired."""

    code: str
    flyers: frozenset[str]


def published_codes(root: Path) -> Mapping[str, tuple[PublishedCode, ...]]:
    """Every code that was ever on the main branch, by the slug of its municipality."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for slug, text in _versions(root):
        for code, flyer in _codes(text):
            found[slug][code] |= {flyer} if flyer else set()
    return {
        slug: tuple(PublishedCode(code, frozenset(ids)) for code, ids in sorted(codes.items()))
        for slug, codes in found.items()
    }


def _codes(text: str) -> Iterator[tuple[str, str]]:
    """Each code with the id of its flyer, in whichever order they stand."""
    entry: dict[str, str] = {}
    for first, key, value in _ENTRY.findall(text):
        if first and "code" in entry:
            yield entry["code"], entry.get("id", "")
        entry = {key: value} if first else entry | {key: value}
    if "code" in entry:
        yield entry["code"], entry.get("id", "")


def _versions(root: Path) -> Iterator[tuple[str, str]]:
    """Every version of every flyers.yml on the main branch, with the slug of its folder."""
    branch = next((name for name in _MAIN if _git(root, "rev-parse", "--verify", "-q", name)), "")
    if not branch:
        return
    wanted = []
    commit = ""
    options = ("--first-parent", "--diff-filter=AM", "--name-only", "--format=commit %H")
    log = _git(root, "log", branch, "-m", *options, "--relative", "--", _FILES)
    for line in log.decode("utf-8", "replace").splitlines():
        if line.startswith("commit "):
            commit = line.removeprefix("commit ")
        elif line:
            wanted.append((line.split("/")[-2], f"{commit}:./{line}"))
    yield from zip(
        (slug for slug, _ in wanted), _contents(root, [name for _, name in wanted]), strict=True
    )


def _contents(root: Path, names: list[str]) -> Iterator[str]:
    """The contents of `commit:path` for each name, through one process: there may be thousands."""
    told = _git(root, "cat-file", "--batch", put_in="\n".join(names))
    place = 0
    for _ in names:
        head, _, _ = told[place:].partition(b"\n")
        start = place + len(head) + 1
        place = start + int(head.split()[-1]) + 1
        yield told[start : place - 1].decode("utf-8", "replace")


def _git(root: Path, *arguments: str, put_in: str = "") -> bytes:
    """What git says; nothing where there is no git, or no such thing."""
    command = ("git", "-C", str(root), *arguments)
    try:
        done = subprocess.run(command, input=put_in.encode(), capture_output=True, check=False)
    except OSError:
        return b""
    return done.stdout if done.returncode == 0 else b""
