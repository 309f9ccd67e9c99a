"""WRITE: a whole site or nothing: everything goes into a temporary folder, which then takes the
place of the old one. A build that fails leaves the old site standing.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from site_generator.output import Artifact

# Marks a folder as made by us, so that nobody's own folder is ever replaced by mistake.
MARK = ".familiehus"


class NotOurFolderError(Exception):
    """The output folder holds something that this program did not make."""


@contextmanager
def new_folder(target: Path) -> Iterator[Path]:
    """An empty folder that becomes `target` when the block ends well, and vanishes if it fails.

    Raises NotOurFolderError where `target` holds files and was not made by this program.
    """
    # The folder itself is replaced, not a link to it, and not the name "." for it.
    target = target.resolve()
    _refuse_foreign(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    # Beside the target, so that the renaming stays within one file system.
    fresh = Path(tempfile.mkdtemp(prefix=f".{target.name}-new-", dir=target.parent))
    try:
        yield fresh
        (fresh / MARK).touch()
        fresh.chmod(0o755)
        _swap(fresh, target)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def write_files(files: Iterable[Artifact], folder: Path) -> None:
    """Write files below a folder; an address that leads out of it is a mistake of ours."""
    for file in files:
        path = folder / file.address
        if not path.resolve().is_relative_to(folder.resolve()):
            raise ValueError(f"address leaves the site: {file.address}")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)


def _refuse_foreign(target: Path) -> None:
    if target.exists() and not (target.is_dir() and _is_ours(target)):
        raise NotOurFolderError(target)


def _is_ours(folder: Path) -> bool:
    """Made here: as a whole, as a part of one, or part by part; an empty folder is free to take."""
    if (folder / MARK).exists() or (folder.parent / MARK).exists():
        return True
    return all((entry / MARK).exists() for entry in folder.iterdir())


def _swap(fresh: Path, target: Path) -> None:
    old = fresh.with_name(fresh.name.replace("-new-", "-old-"))
    if target.exists():
        target.rename(old)
    try:
        fresh.rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)
