"""What a whole process costs: how long one waits, how long processors work, how much memory."""

from __future__ import annotations

import os
import re
import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parents[3]

# What the system counts memory in.
_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True)
class Cost:
    """Of one process with all that it began: seconds, and the memory of the largest, in MiB.

    `memory` is 0 where it was less than that of the process that measures: see `cost_of`.
    """

    wall: float
    processor: float
    memory: float


class ProgramFailedError(Exception):
    """A program that was to be measured ended with an error; the text is what it said."""


def cost_of(command: Sequence[str], folder: Path) -> Cost:
    """Run a program in a folder, with this checkout's package before any that is installed.

    What began a program counts as its memory too, where that is more: whoever measures must stay
    small, and make no house in its own process. Raises ProgramFailedError.
    """
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    with tempfile.TemporaryFile() as said:
        start = perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=env, stdout=said, stderr=subprocess.STDOUT
        )
        _, status, used = os.wait4(process.pid, 0)
        wall = perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise ProgramFailedError(f"{' '.join(command)}\n{said.read().decode()}")
    return Cost(wall, used.ru_utime + used.ru_stime, _memory(used.ru_maxrss))


def _memory(most: int) -> float:
    return most * _UNIT / 1024 / 1024 if most > _own() else 0.0


def _own() -> int:
    """The most memory that this program has had, in the system's unit: a child counts from there.

    Linux counts for a process also what the one had that began it, which is no matter here.
    """
    status = Path("/proc/self/status")
    if status.is_file():
        found = re.search(r"^VmHWM:\s*(\d+) kB", status.read_text(), re.MULTILINE)
        if found:
            return int(found[1])
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
