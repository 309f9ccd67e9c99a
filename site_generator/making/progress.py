"""Progress for long work: bars in a terminal, nothing where the output is read by a machine."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol


class Progress(Protocol):
    """Something that can show how far a step has come."""

    @contextmanager
    def step(self, name: str, total: int | None) -> Iterator[Callable[[], None]]:
        """A step of `total` parts (None: not known); calling what it gives counts one part."""
        yield lambda: None


class Silent:
    """Shows nothing."""

    @contextmanager
    def step(self, name: str, total: int | None) -> Iterator[Callable[[], None]]:
        yield lambda: None


class Terminal:
    """Shows a bar for each step on standard error; plain silence where that is no terminal."""

    @contextmanager
    def step(self, name: str, total: int | None) -> Iterator[Callable[[], None]]:
        if not sys.stderr.isatty():
            yield lambda: None
            return
        with _bar(name, total) as advance:
            yield advance


@contextmanager
def _bar(name: str, total: int | None) -> Iterator[Callable[[], None]]:
    # Takes as long to load as everything else of a build of which nothing has changed.
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description:<10}"), BarColumn(), MofNCompleteColumn())
    with Bars(*columns, TimeElapsedColumn(), console=Console(stderr=True)) as bars:
        task = bars.add_task(name, total=total)
        yield lambda: bars.advance(task)
