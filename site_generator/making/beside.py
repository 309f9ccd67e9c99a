"""Work in a process of its own, which can be stopped at any moment.

It begins clean and not as a copy: the first process has threads. A build that is stopped leaves
the site as it was, and what it left beside it is swept by the next.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
from collections.abc import Callable
from multiprocessing.connection import Connection
from threading import Lock, Thread
from typing import Generic, TypeVar

from site_generator.making.pool import begin_under_another

R = TypeVar("R")


class Beside(Generic[R]):
    """The same work again and again, one at a time."""

    def __init__(self, work: Callable[[], R]) -> None:
        """`work` and what it gives go from one process to another."""
        self._work, self._lock = work, Lock()
        self._running: multiprocessing.process.BaseProcess | None = None

    def start(self, done: Callable[[R], None]) -> None:
        """Begin anew. `done` gets what it gives, in a thread of its own, unless it is stopped."""
        self.stop()
        context = multiprocessing.get_context("spawn")
        told, telling = context.Pipe(duplex=False)
        running = context.Process(target=_do, args=(self._work, telling), daemon=True)
        running.start()
        telling.close()
        self._running = running
        Thread(target=self._wait, args=(running, told, done), daemon=True).start()

    def stop(self) -> None:
        """End what is running, and wait until it has ended; it tells nothing any more."""
        with self._lock:
            running, self._running = self._running, None
        if running:
            running.kill()
            running.join()

    def _wait(
        self,
        running: multiprocessing.process.BaseProcess,
        told: Connection,
        done: Callable[[R], None],
    ) -> None:
        with contextlib.suppress(EOFError), told:
            given = told.recv()
            with self._lock:
                if self._running is running:
                    done(given)


def _do(work: Callable[[], object], telling: Connection) -> None:
    begin_under_another()
    if hasattr(os, "nice"):
        os.nice(5)  # whoever writes saves again, and comes first
    telling.send(work())
