"""Processes that work side by side and end together: all when the work is stopped, each by itself
when the first one was killed.

Loaded where several are needed: one house is made, or checked, by the process that was begun.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.connection import wait as wait_for
from threading import Thread
from typing import TypeVar

__all__ = ["BrokenProcessPool", "as_they_come", "begin_beside", "begin_under_another", "pool_of"]

R = TypeVar("R")


def as_they_come(waiting: set[Future[R]]) -> Iterator[R]:
    """The results, each when it is there. Raises what the work raises, and BrokenProcessPool."""
    while waiting:
        done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
        yield from (future.result() for future in done)


@contextmanager
def pool_of(
    jobs: int, method: str, begin: Callable[..., None], given: tuple[object, ...]
) -> Iterator[ProcessPoolExecutor]:
    """`jobs` processes begun by a `method` of multiprocessing, each with a call of `begin`."""
    others = set(multiprocessing.active_children())
    context = multiprocessing.get_context(method)
    pool = ProcessPoolExecutor(jobs, context, begin, given)
    try:
        yield pool
    except BaseException:
        for child in set(multiprocessing.active_children()) - others:
            child.kill()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def begin_under_another() -> None:
    """What a process does first that must end with the one that began it."""
    # Ctrl+C reaches all processes of a terminal; the first one ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def begin_beside(prepare: Callable[[], object] | None) -> None:
    begin_under_another()
    if prepare:
        prepare()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        wait_for([parent.sentinel])
        os._exit(1)
