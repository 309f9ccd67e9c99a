"""READ and VALIDATE: Markdown pages with a head of YAML between two lines of `---`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from site_generator.problems import Problem
from site_generator.read.source import Document, parse_document, read_text, unreadable
from site_generator.records.validate import validate
from site_generator.schema.pages import PageHead
from site_generator.schema.values import slugify

_HEAD = re.compile(r"\A---[ \t]*\n(?P<head>.*?\n)---[ \t]*(?:\n|\Z)(?P<body>.*)\Z", re.DOTALL)
_SLUG = re.compile(r"^[a-z0-9]+(?:-[a-z0-9]+)*$")
_ADD_HEAD = "Begynd filen med tre linjer: «---», «title: …», «summary: …», og luk med «---»."


@dataclass(frozen=True)
class MarkdownPage:
    """A page written in Markdown. `body_line` is the line (from 1) on which the body begins."""

    slug: str
    path: str
    head: PageHead
    body: str
    body_line: int


def read_pages(folder: Path, shown_as: str) -> tuple[tuple[MarkdownPage, ...], list[Problem]]:
    """All Markdown pages of a folder, by their order and name."""
    pages: list[MarkdownPage] = []
    problems: list[Problem] = []
    try:
        files = sorted(folder.iterdir()) if folder.is_dir() else []
    except OSError:
        remedy = "Se efter, om du har lov til at læse den."
        message = "Mappen kan ikke åbnes."
        return (), [Problem(path=shown_as, line=1, message=message, remedy=remedy)]
    for file in files:
        page, faults = _read_page(file, f"{shown_as}/{file.name}")
        problems += faults
        if page:
            pages.append(page)
    return tuple(sorted(pages, key=lambda page: (page.head.order, page.slug))), problems


def _read_page(file: Path, shown_as: str) -> tuple[MarkdownPage | None, list[Problem]]:
    wrong_name = _wrong_name(file, shown_as)
    if wrong_name:
        return None, [wrong_name]
    text, problems = read_text(file, shown_as)
    if text is None:
        return None, problems
    document, body = _head_and_body(text, shown_as)
    head, faults = validate(PageHead, document.block)
    problems += document.problems + faults
    if head is None:
        return None, problems
    body_line = text.count("\n", 0, len(text) - len(body)) + 1
    return MarkdownPage(file.stem, shown_as, head, body, body_line), problems


def _head_and_body(text: str, shown_as: str) -> tuple[Document, str]:
    """The two parts of a page. Without a head all is body, so that the rules still see it."""
    parts = _HEAD.match(text)
    if parts:
        # The head keeps its line numbers: an empty line stands for the first "---".
        return parse_document("\n" + parts["head"], shown_as), parts["body"]
    message = "Siden mangler et hoved med titel og kort tekst."
    problem = Problem(path=shown_as, line=1, message=message, remedy=_ADD_HEAD)
    return unreadable(shown_as, [problem]), text


def _wrong_name(file: Path, shown_as: str) -> Problem | None:
    if file.suffix != ".md" or file.is_symlink() or not file.is_file():
        message = "Her kan kun ligge sider i Markdown."
        return Problem(path=shown_as, line=1, message=message, remedy="Giv filen et navn på .md.")
    if not _SLUG.match(file.stem):
        remedy = f"Kald den fx {slugify(file.stem) or 'side'}.md."
        message = "Filens navn kan ikke bruges i en adresse."
        return Problem(path=shown_as, line=1, message=message, remedy=remedy)
    return None
