"""The costs of many rounds as a table: medians, from least to most, and beside Hugo and `cp -r`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from statistics import median

from benchmarks.country.measuring import Cost
from benchmarks.country.programs import COPY, Program
from benchmarks.country.promises import MEMORY, PROMISES, yes_or_no

HEAD = ("", "wall s", "", "cpu s", "MiB", "/ Hugo", "/ cp", "promise")
_LINE = "{:<33}{:>7} {:<15}{:>7}{:>6}{:>8}{:>8}  {}"

Costs = Mapping[str, Sequence[Cost]]


def costs_table(programs: Sequence[Program], costs: Costs, houses: int) -> Iterator[str]:
    """One line for each program, and one for the memory of the largest process of ours."""
    yield _LINE.format(*HEAD).rstrip()
    for program in programs:
        yield _line(program, costs, houses).rstrip()
    yield _memory(programs, costs)


def stages_table(cold: Mapping[str, float], kept: Mapping[str, float]) -> Iterator[str]:
    """The processor's seconds of each stage, and its part of all."""
    yield f"{'one process, cpu s':<33}{'from nothing':>16}{'paper kept':>16}"
    for name in cold:
        yield f"{name:<33}{_part(name, cold)}{_part(name, kept)}"
    yield f"{'together':<33}{sum(cold.values()):>10.2f}{'':6}{sum(kept.values()):>10.2f}"


def _line(program: Program, costs: Costs, houses: int) -> str:
    own = costs[program.name]
    walls = [cost.wall for cost in own]
    to_hugo = ratio(own, costs[program.beside])
    promise = PROMISES.get(program.name)
    return _LINE.format(
        program.name,
        f"{median(walls):.2f}",
        f"({min(walls):.2f}-{max(walls):.2f})",
        f"{median(cost.processor for cost in own):.2f}",
        _memory_of(own),
        f"{to_hugo:.2f}",
        f"{ratio(own, costs[COPY]):.1f}",
        promise.told(median(walls), to_hugo, houses) if promise else "",
    )


def ratio(one: Sequence[Cost], other: Sequence[Cost]) -> float:
    """How many times longer one waits: the median of what each round says by itself."""
    return median(a.wall / b.wall for a, b in zip(one, other, strict=True))


def _memory(programs: Sequence[Program], costs: Costs) -> str:
    ours = max(cost.memory for program in programs if program.ours for cost in costs[program.name])
    judged = f"≤ {MEMORY} MiB: {yes_or_no(ours <= MEMORY)}"
    return f"{'most memory of a process':<33}{ours:>35.0f}{'':18}{judged}"


def _memory_of(costs: Sequence[Cost]) -> str:
    """Empty where no process was larger than the one that measures."""
    most = max(cost.memory for cost in costs)
    return f"{most:.0f}" if most else ""


def _part(name: str, seconds: Mapping[str, float]) -> str:
    return f"{seconds[name]:>10.2f}{seconds[name] / sum(seconds.values()):>6.0%}"
