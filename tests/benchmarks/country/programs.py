"""What is measured: our commands on a collection, and beside them Hugo and a plain copy."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.country.collection import EXAMPLE, make_collection
from benchmarks.country.hugo_data import prepare
from benchmarks.country.measuring import ProgramFailedError

DAY = "2026-11-25"
FAMILIEHUS = (sys.executable, "-m", "site_generator")

EVERYTHING = "everything, from nothing"
PAPER_KEPT = "everything, paper kept"
NOTHING = "nothing changed"
HOUR = "one opening hour, with flyers"
CHECK = "check SLUG then, with flyers"
NO_FLYERS = "all but flyers, from nothing"
PICTURES_KEPT = "all but flyers, pictures kept"
HOUR_NO_FLYERS = "one opening hour, no flyers"
CHECK_NO_FLYERS = "check SLUG then, no flyers"
HELP = "--help"
HUGO = "Hugo, the same pages"
HUGO_NO_FLYERS = "Hugo, no flyers"
COPY = "cp -r of everything"

_MONDAY = re.compile(r"^( +monday: ).*$", re.MULTILINE)


def _nothing() -> None:
    """What many programs need to be ready."""


@dataclass(frozen=True)
class Program:
    """One line of the table. `ready` is called before it each time, `done` after, unmeasured."""

    name: str
    command: Sequence[str]
    folder: Path
    ready: Callable[[], None] = _nothing
    done: Callable[[], None] = _nothing
    beside: str = HUGO

    @property
    def ours(self) -> bool:
        return tuple(self.command[: len(FAMILIEHUS)]) == FAMILIEHUS


class Country:
    """A collection of houses, and beside it what is made of it, all in one folder."""

    def __init__(self, folder: Path, houses: int, flyers: bool = True) -> None:
        self.project = folder / "project"
        self.site, self.anew = folder / "site", folder / "anew"
        self.hugo, self.of_hugo, self.copy = folder / "hugo", folder / "of-hugo", folder / "copy"
        slugs = make_collection(houses, self.project)
        # The first that is made has everything: hours, activities, flyers. Some 60 pages.
        self.edited = (*slugs, EXAMPLE)[1]
        self._edits, self._pages = 0, 0
        if not flyers:
            for file in self.project.glob("municipalities/*/flyers.yml"):
                file.unlink()

    def forget(self) -> None:
        """Take away what was built, and what was kept for the next time."""
        _remove(self.site)
        _remove(self.project / ".cache")

    def forget_site(self) -> None:
        """Take away where the site is built anew, with all flyers and pictures still kept."""
        _remove(self.anew)

    def edit(self) -> None:
        """One opening hour of one house becomes what it never was before."""
        self._edits += 1
        file = self.project / "municipalities" / self.edited / "opening_hours.yml"
        hour, minute = divmod(self._edits, 60)
        new = rf"\g<1>{7 + hour}.{minute:02}-15.00"
        text, found = _MONDAY.subn(new, file.read_text("utf-8"), count=1)
        assert found, file
        file.write_text(text, "utf-8")

    def ready_for_hugo(self) -> None:
        """The first time its data is prepared: the site has been built before, then."""
        _remove(self.of_hugo)
        if not self._pages:
            self._pages = len(prepare(self.project, self.site, self.hugo))

    def compare_with_hugo(self) -> None:
        """Raises ProgramFailedError where Hugo has not written every page."""
        found = sum(1 for _ in self.of_hugo.rglob("*.html"))
        if found != self._pages:
            raise ProgramFailedError(f"Hugo wrote {found} pages of {self._pages}")

    def remove_copy(self) -> None:
        _remove(self.copy)


def programs(country: Country, plain: Country, hugo: Path) -> Iterator[Program]:
    """Everything in the order of one round; `plain` is the same collection without flyers."""
    yield _build(EVERYTHING, country, country.site, country.forget)
    yield _hugo(HUGO, country, hugo)
    yield _copy(country)
    yield _build(PAPER_KEPT, country, country.anew, country.forget_site)
    yield _build(NOTHING, country, country.site)
    yield _build(HOUR, country, country.site, country.edit)
    yield _check(CHECK, country)
    yield _build(NO_FLYERS, plain, plain.site, plain.forget, HUGO_NO_FLYERS)
    yield _hugo(HUGO_NO_FLYERS, plain, hugo)
    yield _build(PICTURES_KEPT, plain, plain.anew, plain.forget_site, HUGO_NO_FLYERS)
    yield _build(HOUR_NO_FLYERS, plain, plain.site, plain.edit, HUGO_NO_FLYERS)
    yield _check(CHECK_NO_FLYERS, plain, HUGO_NO_FLYERS)
    yield Program(HELP, (*FAMILIEHUS, "--help"), country.project)


def _build(
    name: str,
    country: Country,
    site: Path,
    ready: Callable[[], None] = _nothing,
    beside: str = HUGO,
) -> Program:
    command = (*FAMILIEHUS, "build", "--date", DAY, "--site", str(site))
    return Program(name, command, country.project, ready, beside=beside)


def _check(name: str, country: Country, beside: str = HUGO) -> Program:
    command = (*FAMILIEHUS, "check", country.edited, "--date", DAY)
    return Program(name, command, country.project, country.edit, beside=beside)


def _copy(country: Country) -> Program:
    command = ("cp", "-r", str(country.site), str(country.copy))
    return Program(COPY, command, country.project, country.remove_copy)


def _hugo(name: str, country: Country, hugo: Path) -> Program:
    command = (str(hugo), "--source", str(country.hugo), "--destination", str(country.of_hugo))
    ready, done = country.ready_for_hugo, country.compare_with_hugo
    return Program(name, command, country.project, ready, done, beside=name)


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
