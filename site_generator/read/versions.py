"""READ: another version of the content, unpacked beside the one that lies here.

Nothing is checked out: the author's files stay as they are. Links are left out, since they could
lead anywhere.
"""

from __future__ import annotations

import tarfile
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

from site_generator.read.git import git

# What decides what families are told. The handbook and the schemas are for those who write.
SHARED = "content"
_NOT_FOR_FAMILIES = ("content/handbook/", "content/schema/")


def commit_of(root: Path, name: str) -> str:
    """The whole id of the commit that a name means; empty where there is none."""
    said = git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    return said.decode().strip()


def changed_files(root: Path, commit: str) -> tuple[str, ...]:
    """The files of the content that differ between a commit and what lies here, new ones too."""
    paths = ("municipalities", SHARED)
    differing = git(
        root, "diff", "--name-only", "-z", "--no-renames", "--relative", commit, "--", *paths
    )
    new = git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", *paths)
    return _for_families(differing + new)


def changed_between(root: Path, before: str, after: str) -> tuple[str, ...]:
    """The files of the content that differ between two commits."""
    paths = ("municipalities", SHARED)
    named = ("--name-only", "-z", "--no-renames", "--relative", before, after)
    return _for_families(git(root, "diff", *named, "--", *paths))


def _for_families(names: bytes) -> tuple[str, ...]:
    """Names between zeros, without those of what no family reads."""
    told = (name.decode("utf-8", "replace") for name in names.split(b"\0") if name)
    return tuple(sorted({name for name in told if not name.startswith(_NOT_FOR_FAMILIES)}))


def houses_in(root: Path, commit: str) -> frozenset[str]:
    """The folders of the houses that there were in a commit."""
    said = git(root, "ls-tree", "-d", "--name-only", "-z", commit, "--", "municipalities/")
    names = (name.decode("utf-8", "replace") for name in said.split(b"\0") if name)
    return frozenset(name.rpartition("/")[2] for name in names)


def unpack(root: Path, commit: str, folders: Iterable[str], into: Path) -> None:
    """Lay the folders as they were in a commit into another folder, as far as they were there."""
    there = [name for name in folders if git(root, "ls-tree", "--name-only", commit, "--", name)]
    packed = git(root, "archive", "--format=tar", commit, "--", *there) if there else b""
    if packed:
        with tarfile.open(fileobj=BytesIO(packed)) as archive:
            _lay(archive, into)


def _lay(archive: tarfile.TarFile, into: Path) -> None:
    """Plain files, and only below the folder. Not by `extractall`: what makes that safe is not in
    the Python 3.11.2 of Debian 12."""
    for one in archive:
        target = into / one.name
        content = archive.extractfile(one) if one.isfile() else None
        if content and ".." not in target.parts and target.is_relative_to(into):
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content.read())
