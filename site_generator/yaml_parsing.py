"""READ: the lines of a YAML file become parser events, over all faults of syntax."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from site_generator.problems import Problem
from site_generator.yaml_faults import explain
from site_generator.yaml_repairs import Repair, repairs
from site_generator.yaml_slips import take_out_slips

# libyaml reads about ten times faster than the pure Python parser; both give the same events.
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

_MAX_FAULTS = 100

# How far behind a fault a repair must let the parser read, to be as good as any.
_FAR_ENOUGH = 60
# Beyond these, repairs are not compared any more: each costs a reading of the file.
_MANY_LINES = 2000
_MAX_COMPARED = 30


@dataclass(frozen=True)
class Parsed:
    """The events (None where there is no reading on), and the lines as they were read at last."""

    events: list[Any] | None
    lines: list[str]
    problems: list[Problem]


def parse(lines: list[str], shown_as: str) -> Parsed:
    """Read lines as YAML. A faulty line is reported, mended as well as can be, and read again."""
    found = [*_told(shown_as, take_out_slips(lines))]
    told = {problem.line for problem in found}
    heap = (0, "")
    for number in range(_MAX_FAULTS):
        try:
            return Parsed(list(yaml.parse("\n".join(lines), Loader=_Loader)), lines, found)
        except yaml.YAMLError as error:
            repair = _repair(error, lines, compare=number < _MAX_COMPARED)
        # Of lines in a row that make no sense without the one above, the first is the fault.
        in_heap = repair.is_last_resort and heap == (repair.line - 1, repair.message)
        if repair.line not in told and not in_heap:
            found += _told(shown_as, [(repair.line, repair.message, repair.remedy)])
            told.add(repair.line)
        heap = (repair.line, repair.message)
        for index, line in repair.lines.items():
            lines[index] = line
    return Parsed(None, lines, found)


def _repair(error: yaml.YAMLError, lines: list[str], *, compare: bool) -> Repair:
    """The repair with which the parser gets furthest; of several, the smallest and likeliest."""
    *candidates, best = repairs(explain(error, lines), lines)
    if not compare or len(lines) > _MANY_LINES:
        return best
    furthest = best.line, False
    enough = best.line + _FAR_ENOUGH
    known_doubles = _known_doubles(lines)
    for candidate in candidates:
        repaired = [candidate.lines.get(index, line) for index, line in enumerate(lines)]
        # To move many lines so that a few more can be read is no gain.
        gain = _reach(repaired, enough, known_doubles) - 2 * (len(candidate.lines) - 1)
        reached = gain, candidate.ends_earlier
        if reached > furthest:
            best, furthest = candidate, reached
    return best


def _doubles(lines: list[str]) -> Iterator[int]:
    """The lines (from 1) on which a name stands that its mapping has already, up to a fault.

    Raises the parser's complaint when it comes to it.
    """
    names: list[set[str] | None] = []  # of the open mappings; None for a list
    expecting_name = [False]
    for event in yaml.parse("\n".join(lines), Loader=_Loader):
        if _is_double(event, names, expecting_name):
            yield event.start_mark.line + 1 if event.start_mark else 1


def _reach(lines: list[str], enough: int, known_doubles: set[int]) -> int:
    """The line (from 1) of the first fault; `enough` where there is none before that line.

    A name that stands twice in one place is a fault too: a line moved to the wrong record.
    """
    try:
        doubles = (line for line in _doubles(lines) if line not in known_doubles)
        return min(next(doubles, enough), enough)
    except yaml.YAMLError as error:
        return min(explain(error, lines).line, enough)


def _known_doubles(lines: list[str]) -> set[int]:
    found: set[int] = set()
    with contextlib.suppress(yaml.YAMLError):
        for line in _doubles(lines):
            found.add(line)
    return found


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


def _told(path: str, faults: Iterable[tuple[int, str, str]]) -> Iterator[Problem]:
    for line, message, remedy in faults:
        yield Problem(path=path, line=line, message=message, remedy=remedy)
