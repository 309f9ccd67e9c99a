"""What was made before, kept by what went into it, so that only what has changed is made again.

The name of an entry is a digest of everything that decides it; the entry begins with a digest of
its own content, so that one that is cut, emptied or written over is taken for missing. What nobody
has asked for in a month is thrown away. The folder may be deleted at any time, and where nothing
can be kept (disk full, no permission) everything is made each time.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

_MONTH = 30 * 24 * 60 * 60
_DIGEST = sha256().digest_size


class Kept:
    """A folder of results. May be used by several processes, threads and builds at once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, what: str, make: Callable[[], bytes]) -> bytes:
        """The result for `what`, a text that says everything it depends on; made where missing."""
        content = self.find(what)
        if content is None:
            content = make()
            self.keep(what, content)
        return content

    def find(self, what: str) -> bytes | None:
        """The result for `what`, None where it is missing or damaged."""
        file = self._file(what)
        try:
            entry = file.read_bytes()
            os.utime(file)
        except OSError:
            return None
        digest, content = entry[:_DIGEST], entry[_DIGEST:]
        return content if sha256(content).digest() == digest else None

    def keep(self, what: str, content: bytes) -> None:
        """Written aside and then put in place: another build never reads half an entry."""
        file = self._file(what)
        with contextlib.suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=file.parent)
            try:
                with os.fdopen(handle, "wb") as target:
                    target.write(sha256(content).digest() + content)
                _put(Path(name), file)
            except OSError:
                Path(name).unlink(missing_ok=True)

    def tidy(self) -> None:
        """Throw away what has not been used in the month before anything was used last."""
        used: dict[Path, float] = {}
        for file in self._folder.glob("??/*"):
            with contextlib.suppress(OSError):  # another build tidies too
                used[file] = file.lstat().st_mtime
        newest = max(used.values(), default=0)
        for file, when in used.items():
            if when < newest - _MONTH:
                with contextlib.suppress(OSError):
                    file.unlink()

    def _file(self, what: str) -> Path:
        # A folder may be called by bytes that are no letters, which Python reads as surrogates.
        name = sha256(what.encode("utf-8", "surrogatepass")).hexdigest()
        return self._folder / name[:2] / name


def _put(fresh: Path, file: Path) -> None:
    """In one step; what stands there though it is no file is damage, and goes."""
    if file.is_dir() and not file.is_symlink():
        shutil.rmtree(file)
    fresh.replace(file)
