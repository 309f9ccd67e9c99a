"""From a fresh clone to the sentence about a changed Thursday: `make bench-clone`.

Does on a machine what the check of a change of content does on GitHub's, step by step, and prints
the seconds of each: of the clock, and of the processor, which another program cannot lengthen. What
follows the set-up should be 20 seconds of work at most; the set-up is kept between runs there.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

ROOT = Path(__file__).resolve().parents[2]
HOURS = "municipalities/eksempel/opening_hours.yml"
STEPS = (
    ("set up", ("make", "--silent", "setup")),
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
        change_thursday(clone)
        work = 0.0
        for name, command in STEPS:
            clock, processor, said = timed(command, clone)
            work += clock if name != "set up" else 0
            print(f"{name:<20} {clock:6.1f} s, {processor:5.1f} s of a processor")
        print(f"{'after the set-up':<20} {work:6.1f} s")
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


def timed(command: tuple[str, ...], folder: Path) -> tuple[float, float, str]:
    """Seconds of the clock, seconds of the processor, and what was said."""
    start, before = perf_counter(), os.times()
    said = run(command, folder)
    after = os.times()
    used = after.children_user + after.children_system
    return perf_counter() - start, used - before.children_user - before.children_system, said


def run(command: tuple[str | Path, ...], folder: Path) -> str:
    own = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VENV")}
    done = subprocess.run(command, cwd=folder, env=own, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{command[0]} failed:\n{done.stdout}{done.stderr}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
