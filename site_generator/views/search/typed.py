"""PAGES: the words that a search listens for, as they stand in `content/`.

Those of the page's own language stand in the page, so that danger is seen without a network. Those
of all languages follow in a small file: parents write in their own, whatever the page is in.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

from site_generator import addresses
from site_generator.language.spoken import spoken
from site_generator.output import Artifact
from site_generator.records.shared_content import SharedContent
from site_generator.schema.dangers import SearchWords


@dataclass(frozen=True)
class DangerWords:
    """How one danger is written, with «|» between the phrases; see `content/dangers.yml`."""

    words: str
    acts: str
    harmless: str


@dataclass(frozen=True)
class TypedWords:
    """`skipped` says nothing, `people` are near to one."""

    skipped: str
    people: str
    dangers: tuple[DangerWords, ...]


def words_of_the_page(shared: SharedContent) -> TypedWords:
    """In the language that is spoken."""
    code = spoken().code
    return _typed(shared, lambda written: written.by_language(code))


def words_of_all_languages(shared: SharedContent) -> Artifact:
    """As JSON: `[skipped, people, [[words, acts, harmless], …], [[to, words, weak?], …]]`."""
    typed = _typed(shared, lambda written: written.all)
    dangers = [[danger.words, danger.acts, danger.harmless] for danger in typed.dangers]
    leads = [
        [" ".join(lead.to), "|".join(lead.words.all), *[1] * lead.weak]
        for lead in shared.search.leads
    ]
    told = [typed.skipped, typed.people, dangers, leads]
    content = json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n"
    return Artifact(addresses.SEARCH_WORDS, content.encode())


def _typed(shared: SharedContent, chosen: Callable[[SearchWords], tuple[str, ...]]) -> TypedWords:
    def row(written: SearchWords) -> str:
        return "|".join(chosen(written))

    return TypedWords(
        skipped=row(shared.search.skipped),
        people=row(shared.people),
        dangers=tuple(
            DangerWords(row(danger.words), row(danger.acts), row(danger.harmless))
            for danger in shared.dangers
        ),
    )
