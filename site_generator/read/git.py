"""READ: what git says, in a handful of processes however long the history is.

Names of files come as bytes between zeros: any name can stand in a history, also one with quotes,
line breaks or stars. Where there is no git, or no such thing, there is simply no answer.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, cast

# The main branch as the server has it, then as it is here. Each is a pattern, since a name that
# is not there would be an error, and a pattern that fits nothing is none.
_MAIN = (
    *(f"--remotes=origin/{name}" for name in ("HEA[D]", "mai[n]", "maste[r]")),
    *(f"--branches={name}" for name in ("mai[n]", "maste[r]")),
)
_ID = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_FILE = b"100"  # the mode of a plain file; links (120) and submodules (160) hold no text of ours

# These say where a hook's own repository is, and would go before the folder that is asked about.
_FOREIGN = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")


@dataclass(frozen=True)
class Tips:
    """What is checked out, and the main branch. `prefix` leads from the repository to the root."""

    head: str
    main: str
    prefix: str
    shallow: bool


@dataclass(frozen=True)
class Commit:
    """`when` is its committer's clock, in seconds since 1970."""

    id: str
    when: int
    parents: tuple[str, ...]


# What a file became between a commit and one of its parents: its name, and its new content's id,
# empty where it is no plain file any more.
Change = tuple[str, str]
Edge = tuple[str, str]


def tips_of(root: Path) -> Tips | None:
    """Where the history of a folder ends; None where it has none."""
    said = git(root, "rev-parse", "--is-shallow-repository", "--show-prefix", "HEAD", *_MAIN)
    lines = said.decode("utf-8", "surrogateescape").splitlines()
    ids = [line for line in lines[2:] if _ID.fullmatch(line)]
    if not ids:
        return None
    return Tips(ids[0], (ids[1:] or ids)[0], lines[1], lines[0] == "true")


def commits(root: Path, tips: Tips) -> list[Commit]:
    """Everything that leads to the tips, parents before their children."""
    said = git(root, "rev-list", "--parents", "--timestamp", "--topo-order", tips.head, tips.main)
    found = [line.split() for line in said.decode().splitlines()]
    return [Commit(words[1], int(words[0]), tuple(words[2:])) for words in reversed(found)]


def changes(root: Path, edges: Sequence[Edge], paths: Sequence[str]) -> Mapping[Edge, list[Change]]:
    """What changed between each commit and a parent, or the empty one at the beginning.

    Names are within `root`, also where the repository is larger.
    """
    options = ("--stdin", "--root", "--always", "-r", "--raw", "-z", "--no-renames", "--relative")
    asked = "".join(f"{commit} {parent}".rstrip() + "\n" for commit, parent in edges)
    told = git(root, "diff-tree", *options, "--no-abbrev", "--", *paths, put_in=asked)
    found: dict[Edge, list[Change]] = {}
    following = iter(edges)
    edge = ("", "")
    words = iter(told.split(b"\0"))
    for word in words:
        if word.startswith(b":"):
            _, mode, _, blob, _ = word.split()
            name = next(words).decode("utf-8", "surrogateescape")
            kept = blob.decode() if mode.startswith(_FILE) else ""
            found.setdefault(edge, []).append((name, kept))
        elif word:
            edge = next(following)
    return found


def contents(root: Path, blobs: Sequence[str]) -> Iterator[str]:
    """The text of each, as git hands it on: one is read while git looks for the next.

    Empty for what is not there (a clone without blobs), and for all where there is no git.
    """
    asked = "".join(f"{blob}\n" for blob in blobs)
    with _running(root, ("cat-file", "--batch"), asked) as (_, said):
        for _ in blobs:
            _, *kind = said.readline().split() or [b""]
            size = int(kind[1]) if len(kind) == 2 else -1
            yield said.read(size + 1)[:size].decode("utf-8", "replace") if size >= 0 else ""


def git(root: Path, *arguments: str, put_in: str = "") -> bytes:
    """What git says; nothing where there is no git, or no such thing."""
    with _running(root, arguments, put_in) as (process, said):
        told = said.read()
        return told if process and process.wait() == 0 else b""


@contextmanager
def _running(
    root: Path, arguments: Sequence[str], put_in: str
) -> Iterator[tuple[subprocess.Popen[bytes] | None, IO[bytes]]]:
    """A process of git and its answer, which is empty where there is no git."""
    command = ("git", "-C", str(root), *arguments)
    own = {name: value for name, value in os.environ.items() if name not in _FOREIGN}
    # Asked through a file: with one pipe only, neither waits for the other.
    with TemporaryFile() as asked:
        asked.write(put_in.encode())
        asked.seek(0)
        try:
            process = subprocess.Popen(
                command, stdin=asked, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=own
            )
        except OSError:
            yield None, BytesIO()
            return
        with process:
            yield process, cast(IO[bytes], process.stdout)
