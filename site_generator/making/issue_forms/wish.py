"""ISSUE FORMS: what a form comes to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from site_generator.write.author_edits import Edit


@dataclass(frozen=True)
class Wish:
    """Edits of a house, by the names of its files, and what the asker should know, in Danish."""

    edits: Mapping[str, Sequence[Edit]]
    remarks: tuple[str, ...] = ()
