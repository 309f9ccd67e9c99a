"""WRITE: some values in the head of a Markdown page are changed; its text is not, by a byte."""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_generator.write.author_edits import CannotEditError, Edit, edited

# As records/page_parts.py reads it, with the line ends and the mark that reading takes away.
_HEAD = re.compile(
    r"\A(?P<first>\ufeff?---[ \t]*\r?\n)(?P<head>.*?\n)(?P<rest>---[ \t]*\r?(?:\n.*)?)\Z", re.DOTALL
)


def edited_page(text: str, edits: Sequence[Edit]) -> str:
    """A page with some values of its head changed. Raises CannotEditError, as `edited` does."""
    parts = _HEAD.match(text)
    if not parts:
        raise CannotEditError("Siden mangler et hoved mellem to linjer med «---».")
    return parts["first"] + edited(parts["head"], edits) + parts["rest"]
