"""READ: slips of the pen that can be seen in the line itself, before a parser stumbles over them.

A tab, a dash without a space, a quote that is never closed: the parser would complain lines below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from site_generator.read.unseen import also
from site_generator.read.yaml_repairs import SET_ASIDE

# The line (from 1), what is wrong, and what to do.
Slip = tuple[int, str, str]

_MAX_SLIPS = 100

_SEPARATOR = re.compile(r"^(?:---|\.\.\.)(?:\s|$)")
_NOTHING = re.compile(r"\s*(?:#|$)")
_GLUED_DASH = re.compile(r"^(\s*)-([A-Za-z_][\w-]*:(?:\s.*)?)$")
_GLUED_POINT = re.compile(r"^(\s*)-(\w.*)$")
_OPEN_QUOTE = re.compile(r"""^(\s*(?:- +)*[\w-]+:\s+)(?:"[^"]*|'[^']*)$""")
_NEXT_POINT = re.compile(r"^\s*(?:- +\S|[A-Za-z_][\w-]*:(?:\s|$))")
_HARD_SPACE = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_INDENTATION = re.compile(r"\s*")
_BEGINNING = re.compile(r"\s*(?:-\s+)*(?:[A-Za-z_][\w-]*:\s+)?")
_BULLET = re.compile(r"^(?P<before>\s*)(?P<mark>[–—•·‣▪●−*])(?:\s+|(?<=[–—•]))(?P<text>\S.*)$")
_KEY = re.compile(r"[A-Za-z_][\w-]*:(?:\s|$)")
_BLOCK_TEXT = re.compile(r":\s+[|>][-+0-9]*\s*(?:#.*)?$")


def take_out_slips(lines: list[str]) -> list[Slip]:
    """Tell the slips, and put the lines so that they can be read (in place)."""
    slips = list(_hard_spaces(lines))
    begun = False
    for index in _outside_of_texts(lines):
        for slip in _slips_of(lines, index, begun=begun):
            slips.append((index + 1, *slip))
        begun = begun or not _NOTHING.match(lines[index])
    return slips[:_MAX_SLIPS]


def _hard_spaces(lines: list[str]) -> Iterator[Slip]:
    """Spaces of Word and web pages where YAML takes only those of the space bar: one slip a file,
    since who copies one line so copies the next."""
    outside = set(_outside_of_texts(lines))
    wrong = []
    for index, line in enumerate(lines):
        begins = _BEGINNING.match(line) if index in outside else _INDENTATION.match(line)
        if begins and _HARD_SPACE.search(begins[0]):
            lines[index] = _HARD_SPACE.sub(" ", begins[0]) + line[begins.end() :]
            wrong.append((index + 1, begins[0]))
    if wrong:
        first, *others = wrong
        yield first[0], *_told_of_hard_space(first[1], [line for line, _ in others])


def _told_of_hard_space(begins: str, others: Sequence[int]) -> tuple[str, str]:
    copied = "et hårdt mellemrum, kopieret fra Word, Teams eller en webside."
    remedy = f"Slet det, og tryk på mellemrumstasten i stedet.{also(others)}"
    if _HARD_SPACE.search(str(_INDENTATION.match(begins)[0])):  # type: ignore[index]
        message = "Linjen er rykket ind med hårde mellemrum, kopieret fra Word, Teams eller nettet."
        remedy = "Slet luften foran teksten, og tryk lige så mange gange på mellemrumstasten."
        return message, remedy + also(others)
    if _HARD_SPACE.search(begins.partition(":")[2]):
        return f"Efter kolonet står {copied}", remedy
    return f"Efter stregen står {copied}", remedy


def _slips_of(lines: list[str], index: int, *, begun: bool) -> Iterator[tuple[str, str]]:
    line = lines[index]
    if "\t" in line[: _indent(line)] and line.strip():
        lines[index] = line = " " * _likely_indent(lines, index) + line.strip()
        remedy = "Slet luften foran teksten, og brug mellemrumstasten i stedet: to for hvert trin."
        yield "Linjen er rykket ind med tabulator.", remedy
    if _SEPARATOR.match(line) and (begun or line[0] == "."):
        lines[index] = ""
        yield f"«{line[:3]}» deler filen i to, og resten bliver ikke læst.", "Slet linjen."
    elif found := _typographic_dash(lines, index):
        lines[index] = f"{found['before']}- {found['text']}"
        remedy = f"Skriv en bindestreg fra tastaturet: «- {found['text'].strip()[:60]}»."
        yield f"«{found['mark']}» er ikke den streg, en liste skal have.", remedy
    elif found := _glued_dash(lines, index):
        lines[index] = f"{found[1]}- {found[2]}"
        remedy = f"Skriv «- {found[2].strip()[:60]}»."
        yield "Der mangler et mellemrum efter stregen.", remedy
    elif (found := _OPEN_QUOTE.match(line)) and _NEXT_POINT.match(_next(lines, index)):
        lines[index] = found[1] + SET_ASIDE
        remedy = "Sæt et anførselstegn til sidst, eller slet det første."
        yield "Anførselstegnet først i teksten bliver ikke lukket.", remedy


def _outside_of_texts(lines: list[str]) -> Iterator[int]:
    """The indices of the lines that are not part of a text after `|` or `>`."""
    text_of: int | None = None
    for index, line in enumerate(lines):
        indent = _indent(line)
        if text_of is not None and line.strip() and indent <= text_of:
            text_of = None
        if text_of is None:
            if _BLOCK_TEXT.search(line):
                text_of = indent
            yield index


def _likely_indent(lines: list[str], index: int) -> int:
    """How far in a line belongs whose own indentation says nothing."""
    above, below = _previous(lines, index), _next(lines, index)
    is_point = lines[index].lstrip().startswith("- ")
    if is_point:
        point = next((line for line in (above, below) if line.lstrip().startswith("- ")), "")
        return _indent(point) if point else _indent(above) + 2
    if above.rstrip().endswith((":", "|", ">", "|-", ">-")):
        return max(_indent(below), _indent(above) + 2)
    return len(above) - len(above.lstrip(" -"))


def _glued_dash(lines: list[str], index: int) -> re.Match[str] | None:
    """A dash without a space: before a name, or among the points of a list."""
    point = _GLUED_POINT.match(lines[index])
    if not point or _GLUED_DASH.match(lines[index]):
        return _GLUED_DASH.match(lines[index])
    neighbours = _previous(lines, index), _next(lines, index)
    return point if any(line.startswith(point[1] + "- ") for line in neighbours) else None


def _typographic_dash(lines: list[str], index: int) -> re.Match[str] | None:
    """The dash or bullet of a text program where a point of a list begins."""
    point = _BULLET.match(lines[index])
    if not point:
        return None
    above, below = _previous(lines, index), _next(lines, index)
    beside = f"{point['before']}- ", f"{point['before']}{point['mark']}"
    in_list = above.rstrip().endswith(":") or above.startswith(beside) or below.startswith(beside)
    return point if in_list or _KEY.match(point["text"]) else None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _previous(lines: list[str], index: int) -> str:
    """The line above with something on it."""
    return _first_of(lines, range(index - 1, -1, -1))


def _next(lines: list[str], index: int) -> str:
    """The next line with something on it."""
    return _first_of(lines, range(index + 1, len(lines)))


def _first_of(lines: list[str], indices: range) -> str:
    return next((lines[index] for index in indices if not _NOTHING.match(lines[index])), "")
