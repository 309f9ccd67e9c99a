"""PAGES: whether something on a page is in Danish because nobody has translated it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from markupsafe import Markup

from site_generator.language.marked import Marked
from site_generator.output import Page
from site_generator.views.elements import Frame


def says_what_is_danish(page: Page) -> Page:
    """The page, whose frame says so where some of it is Danish only."""
    view: Any = page.view
    if not _has_danish(view):
        return page
    return replace(page, view=replace(view, frame=replace(view.frame, partly_danish=True)))


def _has_danish(value: object) -> bool:
    """Looks at the page's own content: what frames it is the same on every page."""
    if type(value) is str:  # most of what there is
        return False
    if isinstance(value, Marked):
        return value.untranslated
    if isinstance(value, Markup):
        return value.startswith('<div lang="da"')
    if isinstance(value, tuple):
        return any(_has_danish(entry) for entry in value)
    if isinstance(value, Frame):
        return _has_danish(value.safe_exit)
    if not hasattr(value, "__dataclass_fields__"):
        return False
    return any(map(_has_danish, vars(value).values()))
