"""TOLD: where the facts stand."""

from __future__ import annotations

from site_generator.language.spoken import in_danish
from site_generator.schema.shared import Source
from site_generator.told.facts import SourceView


def sources(*lists: tuple[Source, ...]) -> tuple[SourceView, ...]:
    """Each source once, in the order in which they are given."""
    views = (
        SourceView(
            in_danish(source.document, untranslated=False),
            source.year,
            in_danish(source.section, untranslated=False),
        )
        for every in lists
        for source in every
    )
    return tuple(dict.fromkeys(views))
