"""RENDER: what is wrong, laid over the last good page while somebody writes."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from site_generator.problems import Problem, has_errors, in_reading_order

_MOST = 8
_STYLE = (
    "position:sticky;top:0;z-index:9;max-height:60vh;overflow:auto;padding:1rem 1.25rem;"
    "background:#fff4f2;color:#40110a;border-bottom:4px solid #b3261e;font:18px/1.5 system-ui"
)


_OLD = "Det, du har gemt, kan ikke vises endnu. Du ser den sidste udgave, der var i orden."
_NEW = "Du ser det, du har gemt. Men papiret kan ikke laves endnu."


def notice(problems: Sequence[Problem], pages_are_new: bool = False) -> str:
    """HTML that stands above a page: each error with its file, line and remedy; nothing where
    there is none. Warnings stop nothing and stand in the terminal."""
    if not has_errors(problems):
        return ""
    errors = [problem for problem in in_reading_order(problems) if problem.level == "error"]
    more = f"<p>Og {len(errors) - _MOST} fejl mere.</p>" if len(errors) > _MOST else ""
    items = "".join(f"<li>{_item(problem)}</li>" for problem in errors[:_MOST])
    return (
        f'<div role="alert" lang="da" dir="ltr" style="{_STYLE}">'
        f"<strong>{_NEW if pages_are_new else _OLD}</strong><ul>{items}</ul>{more}</div>"
    )


def _item(problem: Problem) -> str:
    where = f"{problem.path}, linje {problem.line}"
    return f"<b>{escape(where)}</b><br>{escape(f'{problem.message} {problem.remedy}'.strip())}"
