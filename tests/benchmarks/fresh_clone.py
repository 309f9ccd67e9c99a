"""From a fresh clone to the sentence about a changed Thursday: `make bench-clone`.

Does on a machine what the check of a change of content does on GitHub's, step by step, and prints
the seconds of each: of the clock, and of the processor, which another program cannot lengthen. What
follows the set-up should be 20 seconds of work at most. There, what publishing has kept (`.cache`,
above all the flyers) comes with the set-up; here it is made first, before anything is changed.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

Command = tuple[str | Path, ...]

ROOT = Path(__file__).resolve().parents[2]
HOURS = "municipalities/eksempel/opening_hours.yml"
SET_UP = (
    ("set up", ("make", "--silent", "setup")),
    ("what main has kept", (".venv/bin/familiehus", "build", "eksempel")),
)
STEPS = (
    ("check", (".ci/check-changed", "HEAD^1")),
    ("build and read back", (".ci/build-changed", "HEAD^1")),
    ("tell", (".ci/tell-changes", "HEAD^1")),
)


def main() -> int:
    with TemporaryDirectory() as folder:
        clone = Path(folder) / "clone"
        start = perf_counter()
        run(("git", "clone", "--quiet", ROOT, clone), Path(folder))
        print(f"{'clone':<20} {perf_counter() - start:6.1f} s")
        take(SET_UP, clone)
        change_thursday(clone)
        clock, processor, said = take(STEPS, clone)
        print(f"{'after the set-up':<20} {clock:6.1f} s, {processor:5.1f} s of a processor")
        print(f"{'all':<20} {perf_counter() - start:6.1f} s\n")
        sentences = [line for line in said.splitlines() if "orsdag" in line]
        print(*sentences[:3], sep="\n")
        return not sentences


def change_thursday(clone: Path) -> None:
    """Thursday's hours in the first week that is written, closed; committed on a branch."""
    file = clone / HOURS
    text, changed = re.subn(
        r"(?m)^( +thursday: ).*$", r"\1lukket", file.read_text("utf-8"), count=1
    )
    if not changed:
        sys.exit(f"no Thursday in {HOURS}")
    file.write_text(text, "utf-8")
    who = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
    run(("git", *who, "commit", "--quiet", "--all", "--message", "Torsdag"), clone)


def take(steps: Sequence[tuple[str, Command]], folder: Path) -> tuple[float, float, str]:
    """Take and print each step: the seconds of all, and what the last one said."""
    clock, processor, said = 0.0, 0.0, ""
    for name, command in steps:
        took, used, said = timed(command, folder)
        print(f"{name:<20} {took:6.1f} s, {used:5.1f} s of a processor", flush=True)
        clock, processor = clock + took, processor + used
    return clock, processor, said


def timed(command: Command, folder: Path) -> tuple[float, float, str]:
    """Seconds of the clock, seconds of the processor, and what was said."""
    start, before = perf_counter(), os.times()
    said = run(command, folder)
    after = os.times()
    used = after.children_user + after.children_system
    return perf_counter() - start, used - before.children_user - before.children_system, said


def run(command: Command, folder: Path) -> str:
    own = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VENV")}
    done = subprocess.run(command, cwd=folder, env=own, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{command[0]} failed:\n{done.stdout}{done.stderr}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
