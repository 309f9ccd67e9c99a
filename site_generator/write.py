"""WRITE: a whole site or nothing: everything goes into a temporary folder, which then takes the
place of the old one. A build that fails leaves the old site standing.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from site_generator.views.elements import Artifact

# Marks a folder as made by us, so that nobody's own folder is ever replaced by mistake.
MARK = ".familiehus"


class NotOurFolderError(Exception):
    """The output folder holds something that this program did not make."""


@contextmanager
def new_folder(target: Path) -> Iterator[Path]:
    """An empty folder that becomes `target` when the block ends well, and vanishes if it fails.

    Raises NotOurFolderError where `target` holds files and was not made by this program.
    """
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
    if not target.exists() or (target / MARK).exists():
        return
    if not target.is_dir() or any(target.iterdir()):
        raise NotOurFolderError(target)


def _swap(fresh: Path, target: Path) -> None:
    old = fresh.with_name(fresh.name.replace("-new-", "-old-"))
    if target.exists():
        target.rename(old)
    fresh.rename(target)
    shutil.rmtree(old, ignore_errors=True)
