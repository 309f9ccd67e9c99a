"""READ: how a line that the parser stumbled over can be put so that it reads on.

For one fault there are several ways to read what the author meant. Each is tried, and the one
with which the parser gets furthest is what is told: an author who forgot a space hears of that
space, and not of the ten lines behind it that seemed wrong without it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from site_generator.read.yaml_faults import YamlFault

# Stands in for a value that could not be read; from Unicode's private area, so no author types it.
SET_ASIDE = "\ue0ff"

_AROUND = 500
_FAR_BACK = 40
_FEW_BACK = 10
_MISPLACED = "Linjen er rykket forkert ind."

_KEY = re.compile(r"^(?P<before>\s*(?:- +)*)(?P<key>[A-Za-zÆØÅæøå_][\w-]*) *:(?=\s|$)")
_KEY_WITHOUT_SPACE = re.compile(r"^(\s*(?:- +)*)([A-Za-z_][\w-]*):(?!//)(\S.*)$")
_FIRST_WORD = re.compile(r"^(\s*(?:- +)*)([A-Za-z_][\w-]*)(?=[ =;,.]|$)")
_BLOCK_TEXT = re.compile(r"^(\s*(?:- +)*[A-Za-z_][\w-]*:\s+)[|>]")
_OPEN_QUOTE = re.compile(r"""^\s*(?:- +)*(?:[A-Za-z_][\w-]*:\s+)?(?:"[^"]*|'[^']*)$""")


# In which columns each name of a file stands, and how often.
Columns = dict[str, Counter[int]]


@dataclass(frozen=True)
class Repair:
    """Some lines put differently (by index from 0), and what to tell about which line (from 1)."""

    line: int
    lines: Mapping[int, str]
    message: str
    remedy: str
    # It ends what ran on over several lines, so another fault at the same line is progress.
    ends_earlier: bool = False
    is_last_resort: bool = False


def repairs(fault: YamlFault, lines: Sequence[str]) -> Iterator[Repair]:
    """The ways to read on after a fault, the likeliest first; the last one always can be done."""
    index = fault.line - 1
    columns = _columns_of_names(lines[max(0, index - _AROUND) : index + _AROUND])
    yield from _with_space(lines, index)
    yield from _with_value_aside(fault, lines, index)
    yield from _with_quote_aside(lines, index)
    yield from _without_dash(lines, index)
    yield from _suspects(lines, index, columns)
    yield from _text_begun_too_far(lines, index)
    yield from _as_key(fault, lines, index)
    yield from _moved(fault, lines, index, columns)
    above = _previous(lines, index)
    if _KEY.match(lines[above]) and not _is_point(lines[above]):
        yield from _moved(fault, lines, above, columns)
    yield Repair(fault.line, {index: ""}, fault.message, fault.remedy, is_last_resort=True)


def _with_space(lines: Sequence[str], index: int) -> Iterator[Repair]:
    """A colon without a space: here, or above where it went unnoticed as part of a text."""
    for at in range(index, max(-1, index - _FEW_BACK), -1):
        if found := _KEY_WITHOUT_SPACE.match(lines[at]):
            text = f"{found[1]}{found[2]}: {found[3]}"
            message = "Der mangler et mellemrum efter kolonet."
            yield Repair(at + 1, {at: text}, message, f"Skriv «{text.strip()[:60]}».")


def _with_value_aside(fault: YamlFault, lines: Sequence[str], index: int) -> Iterator[Repair]:
    if found := _KEY.match(lines[index]):
        text = f"{found[0]} {SET_ASIDE}"
        yield Repair(fault.line, {index: text}, fault.message, fault.remedy)
    if found := _BLOCK_TEXT.match(lines[index]):
        yield Repair(fault.line, {index: f"{found[1]}|"}, fault.message, fault.remedy)
    if found := re.match(r"^\s*- +(?=\S)", lines[index]):
        text = f"{found[0]}{SET_ASIDE}"
        yield Repair(fault.line, {index: text}, fault.message, fault.remedy)


def _with_quote_aside(lines: Sequence[str], index: int) -> Iterator[Repair]:
    """A quote further up that was not closed on its line, and ran on to another quote."""
    for above in range(index - 1, max(-1, index - _FAR_BACK), -1):
        if _OPEN_QUOTE.match(lines[above]) and (found := _KEY.match(lines[above])):
            message = "Anførselstegnet først i teksten bliver ikke lukket."
            remedy = "Sæt et anførselstegn til sidst, eller slet det første."
            aside = {above: f"{found[0]} {SET_ASIDE}"}
            yield Repair(above + 1, aside, message, remedy, ends_earlier=True)
            return


def _moved(
    fault: YamlFault, lines: Sequence[str], index: int, columns: Columns
) -> Iterator[Repair]:
    """The line, alone or with those below that stand as far in, in line with one above it."""
    line = lines[index]
    if not line.strip() or line.lstrip().startswith("#"):
        return
    is_text = not _KEY.match(line) and not _is_point(line)
    for column, above in _columns_above(lines, index, columns):
        shift = column - _column(line)
        if not shift:
            continue
        for run in (range(index, index + 1), _run(lines, index)):
            message, remedy = _MISPLACED, _way(lines, index, above, shift) + _with_it(lines, run)
            if is_text and index == fault.line - 1:
                message, remedy = fault.message, fault.remedy
            moved = {at: _shifted(lines[at], shift) for at in run}
            yield Repair(index + 1, moved, message, remedy)


def _suspects(lines: Sequence[str], index: int, columns: Columns) -> Iterator[Repair]:
    """Lines a little above that stand in another column than the same name does elsewhere.

    The parser stumbles only when a later line no longer fits to the one that stands wrong.
    """
    for at in range(index, max(-1, index - _FAR_BACK), -1):
        column = _usual_column(lines[at], columns)
        if column is None or column == _column(lines[at]):
            continue
        shift = column - _column(lines[at])
        above = next((up for up, there in _keys_above(lines, at) if there == column), None)
        remedy = _way(lines, at, above, shift)
        yield Repair(at + 1, {at: _shifted(lines[at], shift)}, _MISPLACED, remedy)


def _text_begun_too_far(lines: Sequence[str], index: int) -> Iterator[Repair]:
    """The first line of a text after `|`, further in than the others: they seem to be outside."""
    above = index - 1
    while above > 0 and not _KEY.match(lines[above]) and not _is_point(lines[above]):
        above -= 1
    first = next((at for at in range(above + 1, index) if lines[at].strip()), index)
    shift = _indent(lines[index]) - _indent(lines[first])
    if _BLOCK_TEXT.match(lines[above]) and shift < 0 and lines[index].strip():
        moved = {first: _shifted(lines[first], shift)}
        yield Repair(first + 1, moved, _MISPLACED, _way(lines, first, None, shift))


def _way(lines: Sequence[str], at: int, above: int | None, shift: int) -> str:
    """How to move a line: to begin below the one above, where there is such a line."""
    if above is None:
        return f"Ryk den {abs(shift)} mellemrum mod {'venstre' if shift < 0 else 'højre'}."
    if _is_point(lines[at]) and _is_point(lines[above]):
        return f"Ryk den, så stregen står lige under stregen i linje {above + 1}."
    return f"Ryk den, så den begynder lige under «{_word(lines[above])}» i linje {above + 1}."


def _with_it(lines: Sequence[str], run: range) -> str:
    """What is told of the lines below that go the same way."""
    last = max((at for at in run if lines[at].strip()), default=run.start)
    if last == run.start:
        return ""
    which = f"linje {run.start + 2}" + (f"-{last + 1}" if last > run.start + 1 else "")
    return f" Ryk {which} lige så langt."


def _columns_of_names(lines: Sequence[str]) -> Columns:
    """In which columns each name stands, and how often."""
    columns: Columns = {}
    for line in lines:
        if key := _KEY.match(line):
            columns.setdefault(key["key"], Counter())[_column(line)] += 1
    return columns


def _usual_column(line: str, columns: Columns) -> int | None:
    """Where the name of a line stands in the rest of the file, if it stands there at all."""
    key = _KEY.match(line)
    if not key:
        return None
    others = columns[key["key"]] - Counter([_column(line)])
    return others.most_common(1)[0][0] if others else None


def _columns_above(lines: Sequence[str], index: int, columns: Columns) -> list[tuple[int, int]]:
    """Columns in which lines above begin, each with the nearest such line; the likeliest first.

    That is where the same name stands elsewhere, else where it has the shortest way.
    """
    nearest: dict[int, int] = {}
    for above, column in _keys_above(lines, index):
        nearest.setdefault(column, above)
    usual, here = _usual_column(lines[index], columns), _column(lines[index])

    def likelihood(place: tuple[int, int]) -> tuple[bool, int, int]:
        return place[0] != usual, abs(place[0] - here), place[0]

    return sorted(nearest.items(), key=likelihood)[:6]


def _keys_above(lines: Sequence[str], index: int) -> Iterator[tuple[int, int]]:
    """Lines above with a name or a dash, the nearest first, each with the column of its text.

    For a point of a list only the other points.
    """
    is_point = _is_point(lines[index])
    for above in range(index - 1, max(-1, index - _FAR_BACK), -1):
        if _is_point(lines[above]) or (_KEY.match(lines[above]) and not is_point):
            yield above, _column(lines[above])


def _is_point(line: str) -> bool:
    return line.lstrip().startswith("- ")


def _column(line: str) -> int:
    """Where the text of a line begins, behind a dash if there is one."""
    dash = re.match(r"\s*- +", line)
    return dash.end() if dash else _indent(line)


def _run(lines: Sequence[str], index: int) -> range:
    """A line and those below it that stand at least as far in."""
    end = index + 1
    while end < len(lines) and (
        not lines[end].strip() or _indent(lines[end]) >= _indent(lines[index])
    ):
        end += 1
    return range(index, end)


def _without_dash(lines: Sequence[str], index: int) -> Iterator[Repair]:
    found = re.match(r"^(\s*)- +(?=([A-Za-z_][\w-]*:))", lines[index])
    # What begins other points of the list («- id:») surely begins this one too.
    if found and not any(line.lstrip().startswith(f"- {found[2]}") for line in lines[:index]):
        text = found[1] + lines[index][found.end() :]
        message = "Stregen foran begynder et nyt punkt, og her skal der ikke være et."
        yield Repair(index + 1, {index: text}, message, "Slet stregen og mellemrummet efter den.")


def _as_key(fault: YamlFault, lines: Sequence[str], index: int) -> Iterator[Repair]:
    """A name without its colon; the value is lost, but nobody complains that it is missing."""
    if found := _FIRST_WORD.match(lines[index]):
        text = f"{found[1]}{found[2]}: {SET_ASIDE}"
        yield Repair(fault.line, {index: text}, fault.message, fault.remedy)


def _previous(lines: Sequence[str], index: int) -> int:
    above = index - 1
    while above > 0 and (not lines[above].strip() or lines[above].lstrip().startswith("#")):
        above -= 1
    return max(above, 0)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _shifted(line: str, shift: int) -> str:
    return " " * max(0, _indent(line) + shift) + line.lstrip() if line.strip() else line


def _word(line: str) -> str:
    return line.lstrip(" -").split(":")[0].split(" ")[0][:30]
