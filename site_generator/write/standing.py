"""WRITE: the folder that holds the built site: made aside, put in place in one step, swept.

New houses are made in a folder beside the site. When all of them are ready each takes the place
of its old self in one step, so that whoever looks, and whoever kills the program, finds it old or
new and never half. Only one build at a time works on a site; what a killed one left beside it is
swept by the next.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from site_generator.write.exchange import exchange
from site_generator.write.lock import locked

if TYPE_CHECKING:  # which brings all languages along, and nothing may have changed
    from site_generator.output import Artifact

# Marks a folder as made by us, so that nobody's own folder is ever replaced by mistake.
MARK = ".familiehus"


class NotOurFolderError(Exception):
    """The output folder holds something that this program did not make."""


class Site:
    """A built site. `folder` is replaced part by part, and a link to it stays a link."""

    def __init__(self, folder: Path) -> None:
        # The folder itself is built, not a link to it, and not the name "." for it.
        self.folder = folder.resolve()
        self.aside = self.folder.with_name(f".{self.folder.name}-new")

    @contextmanager
    def opened(self) -> Iterator[None]:
        """Alone with the site, and with an empty folder `aside` that vanishes in the end.

        Raises NotOurFolderError where the site holds files and was not made by this program.
        """
        _refuse_foreign(self.folder)
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        with locked(self.folder.with_name(f".{self.folder.name}-lock")):
            self._sweep()
            try:
                yield
            finally:
                self._sweep()

    def holds(self, name: str) -> bool:
        """Whether a house of that name stands in the site."""
        return (self.folder / name / MARK).is_file()

    def place(self, name: str) -> None:
        """Put what was made aside in the place of what stands; the old goes aside."""
        _refuse_foreign(self.folder / name)
        self.folder.mkdir(exist_ok=True)
        exchange(self.aside / name, self.folder / name)

    def place_files(self, names: Iterable[str]) -> None:
        """Put single files of the folder aside in their places, one after the other."""
        for name in names:
            target = self.folder / name
            if target.is_dir():
                remove(target)
            (self.aside / name).replace(target)

    def remove_all_but(self, names: Iterable[str]) -> None:
        """Take away what no house and no file above them stands for any more."""
        expected = {name.partition("/")[0] for name in names} | {MARK}
        for entry in self.folder.iterdir() if self.folder.is_dir() else ():
            if entry.name not in expected:
                remove(entry)

    def look_of(self, names: Iterable[str]) -> str:
        """A digest of all that stands under some names: changes whenever a file there does.

        By size and times, which nobody can turn back: nothing is read.
        """
        digest = sha256()
        for name in names:
            for line in _look(os.path.join(self.folder, name), name):
                digest.update(os.fsencode(line))
        return digest.hexdigest()

    def _sweep(self) -> None:
        remove(self.aside)


@contextmanager
def new_folder(target: Path) -> Iterator[Path]:
    """An empty folder that becomes `target` when the block ends well, and vanishes if it fails.

    Raises NotOurFolderError where `target` holds files and was not made by this program.
    """
    site = Site(target)
    with site.opened():
        site.aside.mkdir()
        fresh = site.aside / "folder"
        fresh.mkdir()
        yield fresh
        (fresh / MARK).touch()
        exchange(fresh, site.folder)


def write_files(files: Iterable[Artifact], folder: Path) -> None:
    """Write files below a folder; an address that leads out of it is a mistake of ours."""
    made = set()
    for file in files:
        path = os.path.normpath(os.path.join(folder, file.address))
        if not path.startswith(f"{folder}{os.sep}"):
            raise ValueError(f"address leaves the site: {file.address}")
        parent = os.path.dirname(path)
        if parent not in made:
            os.makedirs(parent, exist_ok=True)
            made.add(parent)
        with open(path, "wb") as target:
            target.write(file.content)


def remove(path: Path) -> None:
    """Take away a file or a folder, whatever it is; nothing where there is none."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with contextlib.suppress(OSError):
            path.unlink()


def _refuse_foreign(target: Path) -> None:
    if target.exists() and not (target.is_dir() and _is_ours(target)):
        raise NotOurFolderError(target)


def _is_ours(folder: Path) -> bool:
    """Made here: as a whole, as a part of one, or part by part; an empty folder is free to take."""
    if (folder / MARK).exists() or (folder.parent / MARK).exists():
        return True
    return all((entry / MARK).exists() for entry in folder.iterdir())


def _look(path: str, name: str) -> Iterator[str]:
    try:
        entries = sorted(os.scandir(path), key=lambda entry: entry.name)
    except NotADirectoryError:
        yield _line(name, os.lstat(path))
        return
    except OSError:
        yield f"{name} missing\n"
        return
    yield f"{name}/\n"
    for entry in entries:
        inner = f"{name}/{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            yield from _look(entry.path, inner)
        else:
            yield _line(inner, entry.stat(follow_symlinks=False))


def _line(name: str, found: os.stat_result) -> str:
    times = f"{found.st_mtime_ns} {found.st_ctime_ns}"
    return f"{name} {found.st_mode} {found.st_size} {times} {found.st_ino}\n"
