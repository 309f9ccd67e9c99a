"""WRITE: two folders change places in one step, where the system can do that.

Linux has renameat2(2) with RENAME_EXCHANGE, macOS renamex_np(2) with RENAME_SWAP; Python knows
neither. Elsewhere, and on file systems that cannot, there are two renamings: between them the
folder is missing for a moment, and the next build makes it anew.
"""

from __future__ import annotations

import ctypes
import os
import sys
from functools import cache
from pathlib import Path
from typing import Any

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2


def exchange(fresh: Path, target: Path) -> None:
    """Put `fresh` in the place of `target`; what stood there, if anything did, is then in `fresh`.

    Both must be in one file system.
    """
    if not os.path.lexists(target):
        fresh.rename(target)
    elif not _swapped(os.fsencode(fresh), os.fsencode(target)):
        _in_two_steps(fresh, target)


def _swapped(one: bytes, other: bytes) -> bool:
    library = _library()
    if sys.platform == "linux" and hasattr(library, "renameat2"):
        done = library.renameat2(_AT_FDCWD, one, _AT_FDCWD, other, _RENAME_EXCHANGE)
    elif sys.platform == "darwin" and hasattr(library, "renamex_np"):
        done = library.renamex_np(one, other, _RENAME_SWAP)
    else:
        return False
    return bool(done == 0)


def _in_two_steps(fresh: Path, target: Path) -> None:
    old = fresh.with_name(f"{fresh.name}-old")
    target.rename(old)
    try:
        fresh.rename(target)
    except OSError:
        old.rename(target)
        raise
    old.rename(fresh)


@cache
def _library() -> Any:
    return ctypes.CDLL(None)
