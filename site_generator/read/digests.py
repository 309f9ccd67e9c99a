"""READ: files and folders as digests, without reading again what nobody has touched.

A file is known by its size, its times and its number on the disk, as git knows it. Times have
ticks, so one that changed less than two seconds before it was read is read again next time.
Nothing here knows what the files mean; only the standard library is needed.
"""

from __future__ import annotations

import json
import os
import stat
import tempfile
from collections.abc import Iterator
from hashlib import file_digest, sha256
from pathlib import Path

from site_generator.kept import Kept

_TICK = 2 * 10**9
_PARTS = 5  # size, two times, number, digest
_DEEPEST = 20
_NOT_READ = ("__pycache__",)


class Digests:
    """Digests of files, remembered between builds in `kept` under the name of `owner`."""

    def __init__(self, kept: Kept, owner: Path) -> None:
        self._kept, self._what = kept, f"digests {owner.absolute()}"
        self._before = _remembered(kept.find(self._what))
        self._seen: dict[str, list[int | str]] = {}
        self._now = _now_on_disk()

    def file(self, path: Path | str) -> str:
        """The digest of a regular file; another word for whatever else stands there."""
        try:
            found = os.stat(path)
            if not stat.S_ISREG(found.st_mode):
                return f"no file: {stat.S_IFMT(found.st_mode)}"
            return self._digest(os.fspath(path), found)
        except OSError as fault:
            return f"unreadable: {fault.errno}"

    def folder(self, folder: Path, leave_out: tuple[str, ...] = ()) -> str:
        """The digest of all that stands below a folder, names and links included.

        `leave_out` names entries at its top that do not count.
        """
        digest = sha256()
        for name, entry in _below(folder, leave_out):
            said = f"link {_target(entry)} " if entry.is_symlink() else ""
            is_folder = entry.is_dir(follow_symlinks=False)
            said += "folder" if is_folder else self.file(entry.path)
            digest.update(os.fsencode(f"{name}\0{said}\0"))
        return digest.hexdigest()

    def remember(self, all_seen: bool) -> None:
        """Keep what was learnt; with `all_seen` what was not met any more is forgotten."""
        now = self._seen if all_seen else self._before | self._seen
        if now != self._before:
            self._kept.keep(self._what, json.dumps(now).encode())

    def _digest(self, path: str, found: os.stat_result) -> str:
        known: list[int | str] = [
            found.st_size,
            found.st_mtime_ns,
            found.st_ctime_ns,
            found.st_ino,
        ]
        before = self._before.get(path)
        if before and before[:-1] == known:
            digest = str(before[-1])
        else:
            # In pieces: a film need not fit into memory.
            with open(path, "rb") as source:
                digest = file_digest(source, "sha256").hexdigest()
        if max(found.st_mtime_ns, found.st_ctime_ns) < self._now - _TICK:
            self._seen[path] = [*known, digest]
        return digest


def _remembered(kept: bytes | None) -> dict[str, list[int | str]]:
    """Nothing where another version kept it in another way."""
    try:
        told = json.loads(kept or b"{}")
        return told if all(len(known) == _PARTS for known in told.values()) else {}
    except (ValueError, TypeError, AttributeError):
        return {}


def _below(folder: Path, leave_out: tuple[str, ...] = ()) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Every entry below a folder by its path in it; a link is an entry and is not followed.

    What lies deeper than anybody lays it is not looked at: no house is made of it.
    """
    waiting = [("", os.fspath(folder), 0)]
    while waiting:
        above, path, depth = waiting.pop()
        for entry in _entries(path):
            if entry.name in (*_NOT_READ, *(() if above else leave_out)):
                continue
            yield above + entry.name, entry
            if entry.is_dir(follow_symlinks=False) and depth < _DEEPEST:
                waiting.append((f"{above}{entry.name}/", entry.path, depth + 1))


def _entries(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            return sorted(found, key=lambda entry: entry.name)
    except OSError:
        return []


def _target(entry: os.DirEntry[str]) -> str:
    try:
        return os.readlink(entry.path)
    except OSError:
        return ""


def _now_on_disk() -> int:
    """The moment as the file system counts it, in nanoseconds: what its files are compared with."""
    try:
        with tempfile.TemporaryFile() as made:
            return os.fstat(made.fileno()).st_mtime_ns
    except OSError:
        return 0
