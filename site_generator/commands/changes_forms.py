"""The account of a change as text, as Markdown for a pull request, and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from site_generator.commands.markdown import bullets, escaped, on_a_line
from site_generator.told.changes.account import NOTHING, Account, bounded


def as_text(accounts: Sequence[Account]) -> str:
    return "\n".join(_text_lines(accounts)) + "\n"


def _text_lines(accounts: Sequence[Account]) -> Iterator[str]:
    shown, more = bounded(accounts)
    if not shown:
        yield NOTHING
    for at, account in enumerate(shown):
        yield from ["", account.name] if at else [account.name]
        for section in account.sections:
            indent = "  - " if section.title else "  "
            yield from [f"  {section.title}"] if section.title else []
            yield from (f"{indent}{on_a_line(sentence)}" for sentence in section.sentences)
    yield from ["", more] if more else []


def as_markdown(accounts: Sequence[Account]) -> str:
    return "\n".join(_markdown_lines(accounts)) + "\n"


def _markdown_lines(accounts: Sequence[Account]) -> Iterator[str]:
    shown, more = bounded(accounts)
    if not shown:
        yield NOTHING
    for account in shown:
        yield from (f"### {escaped(account.name)}", "")
        for section in account.sections:
            if section.title:
                yield from (f"**{section.title}**", "")
            yield from bullets(section.sentences)
            yield ""
    yield from [escaped(more)] if more else []


def as_json(accounts: Sequence[Account]) -> str:
    """All of it, also what is too much to read."""
    told = [
        {
            "houses": [slug for slug in account.slugs if slug],
            "name": account.name,
            "questions": list(account.questions),
            "not_compared": list(account.unread),
            "changes": {section.title: list(section.sentences) for section in account.sections},
        }
        for account in accounts
    ]
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


FORMS = {"text": as_text, "markdown": as_markdown, "json": as_json}
