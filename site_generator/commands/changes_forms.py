"""The account of a change as text, as Markdown for a pull request, and as JSON for programs.

What stands in it was written by anybody who can open a pull request. In Markdown every sign that
could mean something is made to mean nothing, and nobody is called by name.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from site_generator.told.changes.account import NOTHING, Account, bounded

_LONGEST = 400
# ASCII signs that mean something in Markdown, HTML or GitHub's own spelling (#12, @name, $x$).
_SIGNS = re.compile(r"([\\`*_{}\[\]()<>#+!|~&:@$^=\"'/-])")
# Letters that nobody sees, and those that turn the order of what follows.
_UNSEEN = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]+"
)
# After these GitHub looks for names, numbers and addresses in what has been rendered.
_CALLS = re.compile(r"(@|#|(?<=\w)/(?=\w)|://|\b(?:www|GH)(?=[.-]))", re.IGNORECASE)
_BREAK = "\u2060"


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
            yield from (f"{indent}{_plain(sentence)}" for sentence in section.sentences)
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
            yield from (f"- {escaped(sentence)}" for sentence in section.sentences)
            yield ""
    yield from [escaped(more)] if more else []


def escaped(text: str) -> str:
    """A text of a stranger's as it can stand in Markdown on GitHub: it shows, and does nothing."""
    parts = _CALLS.split(_plain(text))
    broken = "".join(f"{part}{_BREAK}" if at % 2 else part for at, part in enumerate(parts))
    # A number at the beginning of a line would make a list of it.
    return re.sub(r"^(\d+)([.)])", r"\1\\\2", _SIGNS.sub(r"\\\1", broken))


def _plain(text: str) -> str:
    """One line of letters that can be seen, not too long."""
    seen = " ".join(_UNSEEN.sub(" ", str(text)).split())
    return seen if len(seen) <= _LONGEST else f"{seen[:_LONGEST]}…"


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
