"""READ: the lines of a YAML file become parser events, over all faults of syntax."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import yaml

from site_generator.problems import Problem
from site_generator.read.yaml_bounds import TooManyError, counted, too_many
from site_generator.read.yaml_faults import YamlFault, explain
from site_generator.read.yaml_repairs import Repair, repairs
from site_generator.read.yaml_slips import take_out_slips

# libyaml reads about ten times faster than the pure Python parser; both give the same events.
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

_MAX_FAULTS = 100

# How many characters are read again in all, over the faults of a file: beyond that the faults
# found so far are enough to go on with, and an editor would wait for the rest.
_MAX_READ_AGAIN = 1_500_000

# How many lines behind the last one asked of a repair are looked at, for what ends further down.
_FURTHER = 200

# How far behind a fault a repair must let the parser read, to be as good as any.
_FAR_ENOUGH = 60
# How many lines may be read again to compare repairs; beyond that the last resort has to do.
_BUDGET = 150_000


@dataclass(frozen=True)
class Parsed:
    """The events (None where there is no reading on), and the lines as they were read at last."""

    events: list[Any] | None
    lines: list[str]
    problems: list[Problem]


def parse(lines: list[str], shown_as: str) -> Parsed:
    """Read lines as YAML. A faulty line is reported, mended as well as can be, and read again."""
    reader = _Reader(lines, shown_as)
    read_again = 0
    for _ in range(_MAX_FAULTS):
        text = "\n".join(lines)
        try:
            events = list(counted(yaml.parse(text, Loader=_Loader)))
        except TooManyError as end:
            return Parsed(None, lines, [*reader.problems, too_many(shown_as, end.line)])
        except yaml.YAMLError as error:
            reader.mend(explain(error, lines))
            read_again += _read_until(error, text)
            if read_again > _MAX_READ_AGAIN:
                reader.tell_of_more()
                break
        else:
            return Parsed(events, lines, reader.problems)
    return Parsed(None, lines, reader.problems)


def _read_until(error: yaml.YAMLError, text: str) -> int:
    """How many characters the parser read before it stumbled."""
    mark = getattr(error, "problem_mark", None)
    return int(mark.index) if mark else len(text)


class _Reader:
    """Mends lines in place, fault by fault, and tells each fault once."""

    def __init__(self, lines: list[str], shown_as: str) -> None:
        self.lines = lines
        self.path = shown_as
        self.problems: list[Problem] = []
        self.budget = _BUDGET
        self.heap = (0, "")
        for line, message, remedy in take_out_slips(lines):
            self.tell(line, message, remedy)

    def mend(self, fault: YamlFault) -> None:
        repair = self.best_repair(fault)
        # Of lines in a row that make no sense without the one above, the first is the fault.
        in_heap = repair.is_last_resort and self.heap == (repair.line - 1, repair.message)
        if not in_heap:
            self.tell(repair.line, repair.message, repair.remedy)
        self.heap = (repair.line, repair.message)
        for index, line in repair.lines.items():
            self.lines[index] = line

    def tell_of_more(self) -> None:
        """The rest of a large file is not looked through; the last fault told says so."""
        if self.problems:
            last = self.problems.pop()
            more = "Ret fejlene hertil først; der kan stå flere længere nede."
            self.problems.append(replace(last, remedy=f"{last.remedy} {more}"))

    def tell(self, line: int, message: str, remedy: str) -> None:
        if all(problem.line != line for problem in self.problems):
            problem = Problem(path=self.path, line=line, message=message, remedy=remedy)
            self.problems.append(problem)

    def best_repair(self, fault: YamlFault) -> Repair:
        """The repair with which the parser gets furthest; of several, the likeliest."""
        *candidates, best = repairs(fault, self.lines)
        enough = fault.line + _FAR_ENOUGH
        known_doubles: set[int] = set()
        with contextlib.suppress(_StumbleError):
            for line in _names_twice(self.lines, enough):
                known_doubles.add(line)
        furthest = fault.line, False
        for candidate in candidates[: self.budget // enough]:
            self.budget -= enough
            # To move many lines so that a few more can be read is no gain.
            gain = self.reach(candidate, enough, known_doubles) - 2 * (len(candidate.lines) - 1)
            if (gain, candidate.ends_earlier) > furthest:
                best, furthest = candidate, (gain, candidate.ends_earlier)
            if gain == enough:
                break
        return best

    def reach(self, repair: Repair, enough: int, known_doubles: set[int]) -> int:
        """The line (from 1) of the first fault after a repair; `enough` where none comes before.

        A name that stands twice in one place is a fault too: a line moved to the wrong record.
        """
        near = self.lines[: enough + _FURTHER]
        lines = [repair.lines.get(index, line) for index, line in enumerate(near)]
        try:
            doubles = (line for line in _names_twice(lines, enough) if line not in known_doubles)
            return next(doubles, enough)
        except _StumbleError as fault:
            return min(fault.line, enough)


class _StumbleError(Exception):
    """The parser stumbled at `line` (from 1)."""

    def __init__(self, line: int) -> None:
        self.line = line


def _names_twice(lines: list[str], enough: int) -> Iterator[int]:
    """The lines (from 1) before `enough` on which a name stands that its mapping has already."""
    names: list[set[str] | None] = []  # of the open mappings; None for a list
    expecting_name = [False]
    try:
        for event in yaml.parse("\n".join(lines[: enough + _FURTHER]), Loader=_Loader):
            line = event.start_mark.line + 1 if event.start_mark else 1
            if line > enough:
                return
            if _is_double(event, names, expecting_name):
                yield line
    except yaml.YAMLError as error:
        raise _StumbleError(explain(error, lines).line) from None


def _is_double(event: Any, names: list[set[str] | None], expecting_name: list[bool]) -> bool:
    """Follow one event; whether it is a name that its mapping has already."""
    if isinstance(event, yaml.CollectionEndEvent):
        names.pop()
        expecting_name.pop()
        return False
    if not isinstance(event, yaml.NodeEvent):
        return False
    is_name = expecting_name[-1]
    mapping = names[-1] if names else None
    if mapping is not None:
        expecting_name[-1] = not is_name
    double = False
    if is_name and mapping is not None and isinstance(event, yaml.ScalarEvent):
        double = event.value in mapping
        mapping.add(event.value)
    if isinstance(event, yaml.CollectionStartEvent):
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        names.append(set() if is_mapping else None)
        expecting_name.append(is_mapping)
    return double
