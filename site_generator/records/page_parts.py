"""READ and VALIDATE: the two parts of a Markdown file, its head of YAML and its body."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TypeVar

from site_generator.problems import Problem
from site_generator.read.author_files import read_text
from site_generator.read.source import Document, parse_document, unreadable
from site_generator.records.validate import validate
from site_generator.schema.record import Record

_HEAD = re.compile(r"\A---[ \t]*\n(?P<head>.*?\n)---[ \t]*(?:\n|\Z)(?P<body>.*)\Z", re.DOTALL)
_ADD_HEAD = "Begynd filen med tre linjer: «---», «title: …», «summary: …», og luk med «---»."

# Characters: about twenty times the longest page there is. Nobody reads more on a telephone.
MAX_BODY = 40_000

R = TypeVar("R", bound=Record)


def read_parts(
    model: type[R], file: Path, shown_as: str
) -> tuple[tuple[R, str, int] | None, list[Problem]]:
    """Head, body, and the line on which the body begins."""
    text, problems = read_text(file, shown_as)
    if text is None:
        return None, problems
    document, body = _head_and_body(text, shown_as)
    head, faults = validate(model, document.block)
    problems += document.problems + faults
    body_line = text.count("\n", 0, len(text) - len(body)) + 1
    if len(body) > MAX_BODY:
        problems.append(_too_long(body, body_line, shown_as))
        body = ""  # told, and too much for the rules and the pages to look through
    return (head, body, body_line) if head else None, problems


def _too_long(body: str, body_line: int, shown_as: str) -> Problem:
    """At the line with the first letter for which there is no room."""
    message = f"Siden er på {len(body)} tegn, og der er plads til {MAX_BODY}."
    remedy = "Del den i flere sider. Er der kommet noget forkert med ind, så slet det."
    line = body_line + body.count("\n", 0, MAX_BODY)
    return Problem(path=shown_as, line=line, message=message, remedy=remedy)


def _head_and_body(text: str, shown_as: str) -> tuple[Document, str]:
    """The two parts of a page. Without a head all is body, so that the rules still see it."""
    parts = _HEAD.match(text)
    if parts:
        # The head keeps its line numbers: an empty line stands for the first "---".
        return parse_document("\n" + parts["head"], shown_as), parts["body"]
    message = "Siden mangler et hoved med titel og kort tekst."
    problem = Problem(path=shown_as, line=1, message=message, remedy=_ADD_HEAD)
    return unreadable(shown_as, [problem]), text
