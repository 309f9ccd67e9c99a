"""RENDER: what was rendered before, kept by what went into it, so that only what changed is made.

A key is a digest of everything that decides the result. What nobody has asked for in a month is
thrown away. The folder may be deleted at any time.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

_MONTH = 30 * 24 * 60 * 60


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
        file.touch()
        return content

    def tidy(self) -> None:
        """Throw away what has not been used in the month before anything was used last."""
        used = {file: file.stat().st_mtime for file in self._folder.glob("??/*")}
        newest = max(used.values(), default=0)
        for file, when in used.items():
            if when < newest - _MONTH:
                file.unlink(missing_ok=True)

    def _keep(self, file: Path, content: bytes) -> None:
        """Written aside and then put in place: another build never reads half a file."""
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=file.parent)
        with os.fdopen(handle, "wb") as target:
            target.write(content)
        Path(name).replace(file)
