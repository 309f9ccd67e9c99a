"""`content/search.yml`: words that help the search to find what people mean."""

from __future__ import annotations

from pydantic import Field

from site_generator.schema.dangers import SearchWords
from site_generator.schema.record import Record


class SearchFile(Record):
    """search.yml: ord til søgningen."""

    skipped: SearchWords = Field(
        default_factory=SearchWords,
        title="Sprunget over",
        description="Ord, der ikke siger noget om, hvad man leder efter, fx «jeg» og «hvordan».",
    )
