"""The same work on many things, in as many processes as there are cores.

The first process makes ready what all need, and the others begin as copies of it where the system
can do that (Linux) and where it has one thread only: others are not copied, and who waits for them
waits for ever (Typst has some as soon as it has set anything). Else each makes ready for itself.
All of them end at once when the work is stopped, and one whose first one was killed ends by itself.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.connection import wait as wait_for
from pathlib import Path
from threading import Thread
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

# So many things leave some 20 MiB behind at most.
_UNTIL_COLLECTED = 8


class ProcessLostError(Exception):
    """A process was killed from outside, mostly because memory ran out."""


def cores() -> int:
    """How many processes can work at once on this machine, as far as we may use it."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def each(
    work: Callable[[T], R], things: Sequence[T], jobs: int, prepare: Callable[[], object]
) -> Iterator[R]:
    """The results of `work` on each thing, as they come; begun in the order of the things.

    `prepare` is called before anything is worked on. Raises what the work raises, and
    ProcessLostError.
    """
    jobs = min(jobs, len(things))
    if jobs <= 1 or _can_copy_itself():
        prepare()
    copied = _can_copy_itself()
    gc.freeze()  # what is here already is nobody's garbage, and copies of it stay shared
    try:
        if jobs <= 1:
            yield from (_one(work, thing) for thing in things)
            return
        start = (_begin, (None if copied else prepare,))
        with _pool(jobs, "fork" if copied else "spawn", *start) as pool:
            yield from _as_they_come({pool.submit(_one, work, thing) for thing in things})
    finally:
        gc.unfreeze()


def _can_copy_itself() -> bool:
    tasks = Path("/proc/self/task")
    return sys.platform == "linux" and tasks.is_dir() and len(list(tasks.iterdir())) == 1


def _as_they_come(waiting: set[Future[R]]) -> Iterator[R]:
    try:
        while waiting:
            done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
            yield from (future.result() for future in done)
    except BrokenProcessPool as fault:
        raise ProcessLostError from fault


@contextmanager
def _pool(
    jobs: int, method: str, begin: Callable[..., None], given: tuple[object, ...]
) -> Iterator[ProcessPoolExecutor]:
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


def _begin(prepare: Callable[[], object] | None) -> None:
    begin_under_another()
    if prepare:
        prepare()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        wait_for([parent.sentinel])
        os._exit(1)


_done = 0


def _one(work: Callable[[T], R], thing: T) -> R:
    """Garbage is collected between things, when little is alive, and not each time: during the
    work it costs an eighth of the time and finds next to nothing."""
    global _done
    gc.disable()
    try:
        return work(thing)
    finally:
        gc.enable()
        _done += 1
        if _done % _UNTIL_COLLECTED == 0:
            gc.collect()
