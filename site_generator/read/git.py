"""READ: what git says, in a handful of processes however long the history is.

Names of files come as bytes between zeros: any name can stand in a history, also one with quotes,
line breaks or stars. Where there is no git, or no such thing, there is simply no answer.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

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


def contents(root: Path, blobs: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each blob with its text. What is not there (a clone without blobs) is left out."""
    told = git(root, "cat-file", "--batch", put_in="".join(f"{blob}\n" for blob in blobs))
    place = 0
    while place < len(told):
        end = told.index(b"\n", place)
        blob, *kind = told[place:end].split()
        place = end + 1
        if len(kind) == 2:
            size = int(kind[1])
            yield blob.decode(), told[place : place + size].decode("utf-8", "replace")
            place += size + 1


def git(root: Path, *arguments: str, put_in: str = "") -> bytes:
    """What git says; nothing where there is no git, or no such thing."""
    command = ("git", "-C", str(root), *arguments)
    own = {name: value for name, value in os.environ.items() if name not in _FOREIGN}
    # Asked through a file: with one pipe only, the answer is read in one go.
    with TemporaryFile() as asked:
        asked.write(put_in.encode())
        asked.seek(0)
        try:
            done = subprocess.run(
                command,
                stdin=asked,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                check=False,
                env=own,
            )
        except OSError:
            return b""
    return done.stdout if done.returncode == 0 else b""
