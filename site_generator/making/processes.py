"""The same work on many things, in as many processes as there are cores.

The first process makes ready what all need, and the others begin as copies of it where the system
can do that (Linux) and where it has one thread only: others are not copied, and who waits for them
waits for ever (Typst has some as soon as it has set anything). Else each makes ready for itself.
How they end stands in `pool.py`.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
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
        else:
            yield from _side_by_side(work, things, jobs, None if copied else prepare)
    finally:
        gc.unfreeze()


def _side_by_side(
    work: Callable[[T], R],
    things: Sequence[T],
    jobs: int,
    prepare: Callable[[], object] | None,
) -> Iterator[R]:
    """`prepare` is given where processes do not begin as copies of this one."""
    # Takes as long to load as the rest of a check that finds nothing new.
    from site_generator.making.pool import BrokenProcessPool, as_they_come, begin_beside, pool_of

    try:
        with pool_of(jobs, "spawn" if prepare else "fork", begin_beside, (prepare,)) as pool:
            yield from as_they_come({pool.submit(_one, work, thing) for thing in things})
    except BrokenProcessPool as fault:
        raise ProcessLostError from fault


def _can_copy_itself() -> bool:
    tasks = Path("/proc/self/task")
    return sys.platform == "linux" and tasks.is_dir() and len(list(tasks.iterdir())) == 1


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
