"""RENDER: what was rendered before, kept by what went into it, so that only what changed is made.

A key is a digest of everything that decides the result. What nobody has asked for in a month is
thrown away. The folder may be deleted at any time.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

_MONTH = 30 * 24 * 60 * 60
_DAY = 24 * 60 * 60


class Kept:
    """A folder of results. May be used by several threads and several builds at once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, what: str, make: Callable[[], bytes]) -> bytes:
        """The result for `what`, a text that says everything it depends on; made where missing."""
        name = sha256(what.encode()).hexdigest()
        file = self._folder / name[:2] / name
        try:
            content = file.read_bytes()
        except OSError:
            content = make()
            self._keep(file, content)
            return content
        _mark_as_used(file)
        return content

    def tidy(self) -> None:
        """Throw away what has not been used for a month."""
        oldest = time.time() - _MONTH
        for file in self._folder.glob("??/*"):
            if file.stat().st_mtime < oldest:
                file.unlink(missing_ok=True)

    def _keep(self, file: Path, content: bytes) -> None:
        """Written aside and then put in place: another build never reads half a file."""
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=file.parent)
        with os.fdopen(handle, "wb") as target:
            target.write(content)
        Path(name).replace(file)


def _mark_as_used(file: Path) -> None:
    """At most once a day, since writing costs more than reading."""
    if time.time() - file.stat().st_mtime > _DAY:
        file.touch()
