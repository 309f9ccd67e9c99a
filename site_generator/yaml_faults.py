"""READ: what a YAML parser complains about, said in Danish with line and remedy."""

from __future__ import annotations

from dataclasses import dataclass

import yaml


@dataclass(frozen=True)
class YamlFault:
    """A fault of syntax. `structural` faults concern the line itself, not only its value."""

    line: int
    message: str
    remedy: str
    structural: bool = False


_QUOTES = "Sæt hele teksten efter kolonet i anførselstegn."
_INDENT = "Ryk linjen, så den begynder lige under linjen over, den hører sammen med."

# What the parser says → (whose mark, message, remedy, structural). libyaml and the pure Python
# parser word some complaints differently; both are here. The first match counts.
_EXPLANATIONS: tuple[tuple[str, str, str, str, bool], ...] = (
    (
        "mapping values are not allowed",
        "problem",
        "Der er et kolon midt i teksten, eller linjen er rykket forkert ind.",
        _QUOTES,
        False,
    ),
    (
        "could not find expected ':'",
        "context",
        "Linjen mangler et kolon efter navnet.",
        "Skriv fx «title: Babycafé», eller ryk linjen ind under teksten, den hører til.",
        True,
    ),
    (
        "unknown escape character",
        "problem",
        "Der er en omvendt skråstreg (\\) i en tekst med dobbelte anførselstegn.",
        "Brug enkelte anførselstegn ('…') i stedet.",
        False,
    ),
    (
        "quoted scalar",
        "context",
        "Anførselstegnet først i teksten bliver ikke lukket.",
        "Sæt et anførselstegn til sidst, eller slet det første.",
        False,
    ),
    (
        "while parsing a flow",
        "context",
        "En kantet eller krøllet parentes bliver ikke lukket.",
        "Luk den, eller sæt teksten i anførselstegn, hvis parentesen er en del af den.",
        False,
    ),
    (
        "that cannot start any token",
        "problem",
        "Teksten begynder med et tegn, som YAML bruger til noget andet.",
        _QUOTES,
        False,
    ),
    (
        "while scanning an alias",
        "problem",
        "Teksten begynder med en stjerne (*).",
        _QUOTES,
        False,
    ),
    (
        "while scanning an anchor",
        "problem",
        "Teksten begynder med et og-tegn (&).",
        _QUOTES,
        False,
    ),
    ("while scanning a tag", "problem", "Teksten begynder med et udråbstegn.", _QUOTES, False),
    ("while parsing a tag", "problem", "Teksten begynder med et udråbstegn.", _QUOTES, False),
    ("undefined tag handle", "problem", "Teksten begynder med et udråbstegn.", _QUOTES, False),
    (
        "while scanning a directive",
        "problem",
        "Linjen begynder med et procenttegn.",
        _QUOTES,
        True,
    ),
    (
        "while scanning a block scalar",
        "problem",
        "Tegnet | eller > står forkert.",
        "Skriv det alene efter kolonet, og begynd teksten på næste linje, rykket ind.",
        False,
    ),
    ("while parsing a block", "problem", "Linjen er rykket forkert ind.", _INDENT, True),
)


def explain(error: yaml.YAMLError, lines: list[str]) -> YamlFault:
    """The fault behind a parser's complaint, at the line where the author can mend it."""
    said = " ".join(str(getattr(error, part, None) or "") for part in ("context", "problem"))
    problem = _line(getattr(error, "problem_mark", None), lines)
    context = _line(getattr(error, "context_mark", None), lines) or problem
    for pattern, mark, message, remedy, structural in _EXPLANATIONS:
        if pattern in said:
            line = context if mark == "context" else problem
            return YamlFault(line, message, remedy, structural)
    return YamlFault(problem, "Linjen kan ikke læses.", _INDENT, structural=True)


def _line(mark: yaml.Mark | None, lines: list[str]) -> int:
    """The marked line (from 1); at the end of the file, the last one with text on it."""
    line = mark.line + 1 if mark else 1
    line = min(line, len(lines))
    while line > 1 and not lines[line - 1].strip():
        line -= 1
    return line
