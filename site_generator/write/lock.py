"""WRITE: one build at a time works on a site.

The lock is the system's (flock): it is gone with the process that held it, however that ended.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows: two builds at once are then the user's own affair
    fcntl = None  # type: ignore[assignment]


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Wait until nobody else holds the lock called `file`, and hold it."""
    if fcntl is None:
        yield
        return
    with _held(file):
        try:
            yield
        finally:
            # Whoever waits for it holds a file without a name then, and looks again.
            file.unlink(missing_ok=True)


@contextmanager
def _held(file: Path) -> Iterator[None]:
    while True:
        with file.open("ab") as handle:
            fcntl.flock(handle, fcntl.LOCK_EX)
            if _is_still_there(file, handle.fileno()):
                yield
                return


def _is_still_there(file: Path, descriptor: int) -> bool:
    with contextlib.suppress(OSError):
        return os.path.samestat(file.stat(), os.fstat(descriptor))
    return False
