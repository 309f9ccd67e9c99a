"""Somebody who does what a message says, to the letter, and nothing else.

Each `Way` is one form of words in which a remedy tells what to do. It gets the file's lines, the
index of the line that is told, what the remedy's words matched, and the message.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from site_generator.problems import Problem

Lines = list[str]
Do = Callable[[Lines, int, "re.Match[str]", str], None]

_VALUE = re.compile(r"^(\s*(?:- +)*(?:[\w-]+: +)?)(.*)$")


# What an author says where the remedy leaves it to them; anything else is a text.
_SAID = {"id": "nyt-id", "code": "ny-kode", "status": "demo", "time": "10-12", "access": "open"}


@dataclass(frozen=True)
class Way:
    words: re.Pattern[str]
    do: Do


def follow(problem: Problem, text: str) -> str | None:
    """The file after the remedy; None where the remedy leaves something for a person to decide."""
    for way in WAYS:
        if found := way.words.search(problem.remedy):
            lines = text.split("\n")
            try:
                way.do(lines, problem.line - 1, found, problem.message)
            except OtherwiseError:
                return None
            return "\n".join(lines)
    return None


class OtherwiseError(Exception):
    """The line is not of the form that this somebody knows."""


def _cited(message: str) -> str:
    found = re.search(r"«(.+?)»", message)
    if not found:
        raise OtherwiseError
    return found[1]


def _line_is(lines: Lines, at: int, found: re.Match[str], _: str) -> None:
    """The line as it is cited, as far in as it stands."""
    lines[at] = re.match(r"\s*", lines[at])[0] + found[1]  # type: ignore[index]


def _whole_line_is(lines: Lines, at: int, found: re.Match[str], _: str) -> None:
    lines[at] = found[1]


def _line_of_name_is(lines: Lines, at: int, found: re.Match[str], _: str) -> None:
    """«name: value», with the dash that may stand before it."""
    if "{" in lines[at]:
        raise OtherwiseError
    lines[at] = re.match(r"\s*(?:- +)*", lines[at])[0] + found[1]  # type: ignore[index]


def _value_is(lines: Lines, at: int, found: re.Match[str], message: str) -> None:
    """In place of what the message cites, or else of all that stands behind the colon."""
    cited = re.match(r"«(.+?)»", message)
    if cited and lines[at].count(cited[1]) == 1:
        lines[at] = lines[at].replace(cited[1], found[1])
        return
    if "{" in lines[at]:
        raise OtherwiseError
    lines[at] = _VALUE.sub(lambda line: line[1] + found[1], lines[at])


def _cited_is(lines: Lines, at: int, found: re.Match[str], message: str) -> None:
    if _cited(message) not in lines[at]:
        raise OtherwiseError
    lines[at] = lines[at].replace(_cited(message), found[1], 1)


def _below(lines: Lines, at: int, found: re.Match[str], _: str) -> None:
    """So that it begins where a word of another line begins."""
    column = lines[int(found[2]) - 1].index(found[1])
    _moved_by(lines, at, column - (len(lines[at]) - len(lines[at].lstrip())), found.string)


def _dash_below(lines: Lines, at: int, found: re.Match[str], _: str) -> None:
    column = lines[int(found[2]) - 1].index("-")
    _moved_by(lines, at, column - lines[at].index("-"), found.string)


def _moved_by(lines: Lines, at: int, by: int, remedy: str) -> None:
    """A line, and those of which the remedy says that they go as far."""
    more = re.search(r"Ryk linje (\d+)(?:-(\d+))? lige så langt", remedy)
    others = range(int(more[1]) - 1, int(more[2] or more[1])) if more else ()
    for index in (at, *others):
        line = lines[index]
        lines[index] = " " * by + line if by > 0 else line[-by:]


def _move(lines: Lines, at: int, found: re.Match[str], _: str) -> None:
    by = int(found[1])
    lines[at] = lines[at][by:] if found[2] == "venstre" else " " * by + lines[at]


def _deleted(lines: Lines, at: int, found: re.Match[str], _: str) -> None:
    del lines[at]


def _record_deleted(lines: Lines, at: int, found: re.Match[str], _: str) -> None:
    """A line, and where it begins a point of a list, the whole of that."""
    record = _record(lines, at) if lines[at].lstrip().startswith("- ") else range(at, at + 1)
    del lines[record.start : record.stop]


def _in_quotes(lines: Lines, at: int, found: re.Match[str], _: str) -> None:
    lines[at] = _VALUE.sub(
        lambda line: f"{line[1]}'{line[2]}'" if '"' in line[2] else f'{line[1]}"{line[2]}"',
        lines[at],
    )


def _quote_at_the_end(lines: Lines, at: int, found: re.Match[str], _: str) -> None:
    value = _VALUE.match(lines[at])
    assert value
    lines[at] += value[2][0]


def _straight_quotes(lines: Lines, at: int, found: re.Match[str], _: str) -> None:
    lines[at] = re.sub("[“”„»«]", '"', lines[at])


def _other_quotes(lines: Lines, at: int, found: re.Match[str], _: str) -> None:
    value = _VALUE.match(lines[at])
    assert value
    other = "'" if value[2][0] == '"' else '"'
    lines[at] = f"{value[1]}{other}{value[2]}{other}"


def _single_quotes(lines: Lines, at: int, found: re.Match[str], _: str) -> None:
    lines[at] = re.sub(r'"(.*)"', r"'\1'", lines[at])


def _shorter(lines: Lines, at: int, found: re.Match[str], _: str) -> None:
    lines[at] = lines[at][: -int(found[1])]


def _without(lines: Lines, at: int, found: re.Match[str], _: str) -> None:
    lines[at] = lines[at].replace(found[1], "", 1)


def _without_dash(lines: Lines, at: int, found: re.Match[str], _: str) -> None:
    lines[at] = lines[at].replace("- ", "", 1)


def _nearest(lines: Lines, at: int, name: str) -> int:
    """The line of a name in the record that a line belongs to."""
    begin = next((n for n in range(at, -1, -1) if lines[n].lstrip().startswith("- ")), 0)
    places = [n for n in _record(lines, begin) if re.match(rf"\s*(?:- +)?{name}:", lines[n])]
    if not places:
        raise OtherwiseError
    return places[0]


def _record(lines: Lines, begin: int) -> range:
    """A line and those below it that stand further in."""
    column = len(lines[begin]) - len(lines[begin].lstrip())
    end = begin + 1
    while end < len(lines) and (lines[end][: column + 1].isspace() or not lines[end].strip()):
        end += 1
    return range(begin, end)


def _swapped(lines: Lines, at: int, found: re.Match[str], _: str) -> None:
    """The values of two names, the nearest above or below the line that is told."""
    first, second = (_nearest(lines, at, found[name]) for name in (1, 2))
    a, b = _VALUE.match(lines[first]), _VALUE.match(lines[second])
    assert a
    assert b
    lines[first], lines[second] = a[1] + b[2], b[1] + a[2]


def _line_added(lines: Lines, at: int, found: re.Match[str], _: str) -> None:
    """Below the one that is told, as far in as its name; what the author has to say is a word."""
    if "{" in lines[at]:
        raise OtherwiseError
    column = len(re.match(r"\s*(?:- +)*", lines[at])[0])  # type: ignore[index]
    name = found[1].partition(":")[0]
    lines.insert(at + 1, " " * column + found[1].replace("…", _SAID.get(name, "Tekst")))


def _spaces(lines: Lines, at: int, found: re.Match[str], _: str) -> None:
    lines[at] = " " * int(found[1]) + lines[at].lstrip()


def _same_spaces(lines: Lines, at: int, found: re.Match[str], _: str) -> None:
    before = len(lines[at]) - len(lines[at].lstrip())
    lines[at] = " " * before + lines[at].lstrip()


def _http(lines: Lines, at: int, found: re.Match[str], _: str) -> None:
    old = found[1].replace("https://", "http://")
    assert old in lines[at], (old, lines[at])
    lines[at] = lines[at].replace(old, found[1], 1)


def _heading(lines: Lines, at: int, found: re.Match[str], _: str) -> None:
    lines[at] = "#" + lines[at]


def _dash(lines: Lines, at: int, found: re.Match[str], message: str) -> None:
    lines[at] = re.sub(rf"{_cited(message)}\s*", "- ", lines[at], count=1)


# The first form of words that fits counts.
WAYS = tuple(
    Way(re.compile(words), do)
    for words, do in (
        (r"^Skriv «(\s+- .+)», med stregen lige under", _whole_line_is),
        (r"^Skriv en bindestreg fra tastaturet: «(.+)»\.$", _line_is),
        (r"^Skriv en bindestreg .* i stedet: «- »", _dash),
        (r"^Skriv «(- .+)»\.$", _line_is),
        (r"^Skriv «([\w-]+: [^…»]+)»\.", _line_of_name_is),
        (r"^Ryk den, så den begynder lige under «(.+)» i linje (\d+)\.", _below),
        (r"^Ryk den, så (stregen) står lige under stregen i linje (\d+)\.", _dash_below),
        (r"^Ryk den (\d+) mellemrum mod (venstre|højre)\.", _move),
        (r"^Skriv (\d+) mellemrum foran teksten", _spaces),
        (r"tryk lige så mange gange på mellemrumstasten\.$", _same_spaces),
        (r"^Slet linjen\.$", _deleted),
        (r"^Behold den ene, og slet den anden\.$", _record_deleted),
        (r"^Slet stregen og mellemrummet efter den\.$", _without_dash),
        (r"^Mente du «([^»]+)»\?", _cited_is),
        (r"^Den hedder «([^»]+)»", _cited_is),
        (r"^Sæt hele teksten(?: efter kolonet)? i anførselstegn\.(?! Skal her)", _in_quotes),
        (r"^Sæt et anførselstegn til sidst", _quote_at_the_end),
        (r"^Skriv de lige anførselstegn", _straight_quotes),
        (r"^Sæt den anden slags anførselstegn", _other_quotes),
        (r"^Brug enkelte anførselstegn", _single_quotes),
        (r"^Gør den (\d+) tegn kortere\.$", _shorter),
        (r"^Slet «([^»]+)»\.$", _without),
        (r"^Byt om på «(\w+)» og «(\w+)»", _swapped),
        (r"^Tilføj en linje med «([^»]+)»\.$", _line_added),
        (r"^Skriv (https://\S+), og prøv det\.$", _http),
        (r"^Skriv https:// først, og prøv adressen: (\S+)\.$", _http),
        (r"^Skriv ## i stedet\.$", _heading),
        (r"^Skriv kun (\d{4})\.$", _value_is),
        (r"^Skriv ('\d+') med anførselstegn\.$", _value_is),
        (r"^Brug små bogstaver a-z, tal og bindestreg, fx ([a-z0-9-]+)\.$", _cited_is),
        (r"^Skriv (\d[\d.]*-\d[\d.]*), hvis de er byttet om", _cited_is),
        (r"fx ('#[0-9a-f]{6}')", _value_is),
        (r"^Skriv (?:fx )?(\d\d? \d\d \d\d \d\d|\d{1,2}[.:]\d\d|\d+)\.$", _value_is),
        (r"^Skriv fx (\d+\. \w+ \d{4})\.$", _cited_is),
        (r"^Skriv 8 cifre, fx (\d\d \d\d \d\d \d\d)", _value_is),
        (r"^Skriv minutter og sekunder, fx (\d+:\d+)", _value_is),
        (r"^Skriv fire cifre, fx (\d{4})", _value_is),
        (r"^Skriv et helt tal, fx (\d+)", _value_is),
        (r"^Skriv (ja) eller nej", _value_is),
        (r"^Skriv fx (https://\S+[^.\s])\.?$", _value_is),
        (r"^Skriv fx (\S+@\S+\w)\.?$", _value_is),
    )
)
