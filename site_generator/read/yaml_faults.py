"""READ: what a YAML parser complains about, said in Danish with line and remedy."""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml


@dataclass(frozen=True)
class YamlFault:
    """A fault of syntax, at the line (from 1) where the author can mend it."""

    line: int
    message: str
    remedy: str


_QUOTES = "Sæt hele teksten efter kolonet i anførselstegn."
_INDENT = "Ryk linjen, så den begynder lige under linjen over, den hører sammen med."

_COLON_OR_INDENT = "Der er et kolon midt i teksten, eller linjen er rykket forkert ind."
_TWO_COLONS = re.compile(r":\s.*:(?:\s|$)")
_MISPLACED = "Linjen er rykket forkert ind."
_UNCLOSED = "En kantet eller krøllet parentes bliver ikke lukket."
_AFTER_QUOTE = re.compile(r""":\s+(?:"[^"]*"|'[^']*')\s*[^\s#,\]}]""")
_BEHIND_QUOTE = (
    "Der står tekst efter det andet anførselstegn.",
    "Sæt den anden slags anførselstegn («'» eller «\"») om hele teksten, eller slet dem.",
)

# What the parser says → (whose mark, message, remedy). libyaml and the pure Python
# parser word some complaints differently; both are here. The first match counts.
_EXPLANATIONS: tuple[tuple[str, str, str, str], ...] = (
    (
        "mapping values are not allowed",
        "problem",
        _COLON_OR_INDENT,
        _QUOTES,
    ),
    (
        "could not find expected ':'",
        "context",
        "Linjen mangler et kolon efter navnet.",
        "Skriv fx «title: Babycafé», eller ryk linjen ind under teksten, den hører til.",
    ),
    (
        "unknown escape character",
        "problem",
        "Der er en omvendt skråstreg (\\) i en tekst med dobbelte anførselstegn.",
        "Brug enkelte anførselstegn ('…') i stedet.",
    ),
    (
        "quoted scalar",
        "context",
        "Anførselstegnet først i teksten bliver ikke lukket.",
        "Sæt et anførselstegn til sidst, eller slet det første.",
    ),
    (
        "while parsing a flow",
        "context",
        _UNCLOSED,
        "Luk den, eller sæt teksten i anførselstegn, hvis parentesen er en del af den.",
    ),
    (
        "that cannot start any token",
        "problem",
        "Teksten begynder med et tegn, som YAML bruger til noget andet.",
        _QUOTES,
    ),
    (
        "while scanning an alias",
        "problem",
        "Teksten begynder med en stjerne (*).",
        _QUOTES,
    ),
    (
        "while scanning an anchor",
        "problem",
        "Teksten begynder med et og-tegn (&).",
        _QUOTES,
    ),
    ("while scanning a tag", "problem", "Teksten begynder med et udråbstegn.", _QUOTES),
    ("while parsing a tag", "problem", "Teksten begynder med et udråbstegn.", _QUOTES),
    ("undefined tag handle", "problem", "Teksten begynder med et udråbstegn.", _QUOTES),
    (
        "while scanning a directive",
        "problem",
        "Linjen begynder med et procenttegn.",
        _QUOTES,
    ),
    ("directive", "problem", "Linjen begynder med et procenttegn.", "Slet linjen."),
    (
        "while scanning a block scalar",
        "problem",
        "Tegnet | eller > står forkert.",
        "Skriv det alene efter kolonet, og begynd teksten på næste linje, rykket ind.",
    ),
    (
        "sequence entries are not allowed",
        "problem",
        "Teksten begynder med en streg og et mellemrum.",
        _QUOTES,
    ),
    (
        "mapping keys are not allowed",
        "problem",
        "Teksten begynder med et spørgsmålstegn og et mellemrum.",
        _QUOTES,
    ),
    ("while parsing a block", "problem", _MISPLACED, _INDENT),
)


_CURLY = re.compile(r":\s+[“”„‟»«‘’‚]")
_LINK_FIRST = re.compile(r":\s+\[[^\]]*\]\((\S+)\)\s*$")
_FLOW_FIRST = re.compile(
    r"(?:^\s*|:\s+|-\s+)(?:(?P<square>\[)[^\]]*\]|(?P<curly>\{)[^}]*\})\s*[^\s#,\]}]"
)


def _about_the_line(message: str, line: str) -> tuple[str, str] | None:
    """What the line itself shows better than the parser's complaint."""
    if message == _COLON_OR_INDENT and _CURLY.search(line):
        return (
            "Teksten står mellem bøjede anførselstegn, og dem kender filen ikke.",
            'Skriv de lige anførselstegn fra tastaturet (") i stedet, både først og sidst.',
        )
    if message == _COLON_OR_INDENT and _TWO_COLONS.search(line):
        return "Der er et kolon midt i teksten.", _QUOTES
    if message == _MISPLACED and _AFTER_QUOTE.search(line):
        return _BEHIND_QUOTE
    if message in (_MISPLACED, _UNCLOSED) and (link := _LINK_FIRST.search(line)):
        remedy = f"{_QUOTES} Skal her kun stå en adresse, så skriv den alene: {link[1]}."
        return "Teksten begynder med [.", remedy
    if message in (_MISPLACED, _UNCLOSED) and (found := _FLOW_FIRST.search(line)):
        return f"Teksten begynder med {found['square'] or found['curly']}.", _QUOTES
    return None


def explain(error: yaml.YAMLError, lines: list[str]) -> YamlFault:
    """The fault behind a parser's complaint, at the line where the author can mend it."""
    said = " ".join(str(getattr(error, part, None) or "") for part in ("context", "problem"))
    problem = _line(getattr(error, "problem_mark", None), lines)
    context = _line(getattr(error, "context_mark", None), lines) or problem
    for pattern, mark, message, remedy in _EXPLANATIONS:
        if pattern in said:
            line = context if mark == "context" else problem
            return YamlFault(
                line, *(_about_the_line(message, lines[line - 1]) or (message, remedy))
            )
    return YamlFault(problem, "Linjen kan ikke læses.", _INDENT)


def _line(mark: yaml.Mark | None, lines: list[str]) -> int:
    """The marked line (from 1); at the end of the file, the last one with text on it."""
    line = mark.line + 1 if mark else 1
    line = min(line, len(lines))
    while line > 1 and not lines[line - 1].strip():
        line -= 1
    return line
