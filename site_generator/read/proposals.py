"""READ: a change that somebody proposes, as the content that it would be once it is merged.

Nothing of it is checked out and nothing of it runs: the merging is done among git's own objects,
and only the plain files of the content are laid out, where the published program reads them like
any author's. What a proposal may weigh is known before a byte of it is unpacked.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from site_generator.read.git import git
from site_generator.read.versions import SHARED, changed_between, commit_of, unpack

CONTENT = ("municipalities", SHARED)
# A country of houses with their pictures and sound has room in it.
MOST_FILES = 20_000
MOST_BYTES = 500_000_000

_MADE_BY = "familiehus <familiehus@localhost>"


class CannotBeMergedError(Exception):
    """Both have changed the same lines, or have nothing in common."""


class TooLargeError(Exception):
    """More or larger files than any content has."""


@dataclass(frozen=True)
class Proposal:
    """Content as it would be. `root` is a project without its theme, and its history is that of
    the merge; `slugs` are the houses whose folders differ, `shared` whether what all share does."""

    root: Path
    slugs: tuple[str, ...]
    shared: bool


@contextmanager
def laid_out(root: Path, base: str, head: str) -> Iterator[Proposal]:
    """What lies in `municipalities/` and `content/` once `head` is merged into `base`, two names
    of commits, as long as it is read.

    Raises CannotBeMergedError, TooLargeError.
    """
    merged = _merge(root, base, head)
    _weigh(root, merged)
    with TemporaryDirectory() as folder, _worktree(root, merged, Path(folder) / "udgave") as tree:
        into = tree / _text(git(root, "rev-parse", "--show-prefix"))
        unpack(root, merged, CONTENT, into)
        for name in CONTENT:
            (into / name).mkdir(parents=True, exist_ok=True)
        files = changed_between(root, base, merged)
        there = {folder.name for folder in (into / "municipalities").iterdir() if folder.is_dir()}
        touched = {parts[1] for name in files if (parts := name.split("/"))[0] == "municipalities"}
        shared = any(name.startswith(f"{SHARED}/") for name in files)
        yield Proposal(into, tuple(sorted(touched & there)), shared)


def _merge(root: Path, base: str, head: str) -> str:
    """A commit of both, dated as the proposal is, so that the same two are the same content."""
    ours, theirs = commit_of(root, base), commit_of(root, head)
    tree = git(root, "merge-tree", "--write-tree", ours, theirs) if ours and theirs else b""
    if not tree:
        raise CannotBeMergedError
    when = _text(git(root, "show", "--no-patch", "--format=%ct", theirs))
    written = (
        f"tree {_text(tree)}\nparent {ours}\nparent {theirs}\n"
        f"author {_MADE_BY} {when} +0000\ncommitter {_MADE_BY} {when} +0000\n\nPreview\n"
    )
    return _text(git(root, "hash-object", "-t", "commit", "-w", "--stdin", put_in=written))


def _weigh(root: Path, commit: str) -> None:
    listed = git(root, "ls-tree", "-r", "-l", "-z", commit, "--", *CONTENT).split(b"\0")
    sizes = [words[3] for line in listed if len(words := line.split(None, 4)) == 5]
    if len(sizes) > MOST_FILES or sum(int(size) for size in sizes if size.isdigit()) > MOST_BYTES:
        raise TooLargeError


@contextmanager
def _worktree(root: Path, commit: str, folder: Path) -> Iterator[Path]:
    """A folder with a history and no file, so that what reads histories finds that of the merge."""
    git(root, "worktree", "prune")  # what a killed one has left
    git(root, "worktree", "add", "--quiet", "--no-checkout", "--detach", str(folder), commit)
    try:
        yield folder
    finally:
        git(root, "worktree", "remove", "--force", str(folder))


def _text(said: bytes) -> str:
    return said.decode("utf-8", "surrogateescape").strip()
