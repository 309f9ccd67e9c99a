"""Progress for long work: bars in a terminal, nothing where the output is read by a machine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bars


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

    def __init__(self) -> None:
        self._console = Console(stderr=True)

    @contextmanager
    def step(self, name: str, total: int | None) -> Iterator[Callable[[], None]]:
        columns = (TextColumn("{task.description:<14}"), BarColumn(), MofNCompleteColumn())
        hidden = not self._console.is_terminal
        with Bars(*columns, TimeElapsedColumn(), console=self._console, disable=hidden) as bars:
            task = bars.add_task(name, total=total)
            yield lambda: bars.advance(task)
