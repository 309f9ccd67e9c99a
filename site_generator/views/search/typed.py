"""PAGES: the words that a search listens for, as they stand in `content/`.

Those that tell of danger in its own language stand in the page, as many as it can carry, so that
they need no network. All follow in small files, by the letters that are typed: parents write in
their own language, whatever the page is in.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import accumulate

from site_generator import addresses
from site_generator.language.spoken import spoken
from site_generator.output import Artifact
from site_generator.records.shared_content import SharedContent
from site_generator.schema.dangers import SearchWords

# Octets of one danger in the page, which weighs no more than 14 KB. The most important come first.
_CARRIED = 1600
# The languages of each file in `addresses.SEARCH_WORDS`.
_LETTERS = (("da", "en"), ("uk",), ("ar",))


def words_of_the_page(shared: SharedContent) -> tuple[str, ...]:
    """For each danger the words that alone are enough, in the language that is spoken."""
    code = spoken().code
    return tuple(_carried(danger.words.by_language(code)) for danger in shared.dangers)


def _carried(words: tuple[str, ...]) -> str:
    lengths = accumulate(len(word.encode()) + 1 for word in words)
    return "|".join(word for word, length in zip(words, lengths, strict=True) if length < _CARRIED)


def groups_of_the_page(shared: SharedContent) -> str:
    """The groups that these words name, in the language that is spoken: `child=barn/baby|…`."""
    code = spoken().code
    carried = " ".join(words_of_the_page(shared))
    named = (group for group in shared.word_groups if f"${group.id}" in carried)
    return _groups((group.id, group.words.by_language(code)) for group in named)


def words_by_letters(shared: SharedContent) -> tuple[Artifact, ...]:
    """A file for each kind of letters: what nobody types is not fetched.

    As JSON: `[skipped, people, [[words, acts, harmless], …], [[to, words, weak?], …], groups]`.
    """
    return tuple(
        Artifact(address, _told(shared, languages))
        for address, languages in zip(addresses.SEARCH_WORDS, _LETTERS, strict=True)
    )


def _told(shared: SharedContent, languages: tuple[str, ...]) -> bytes:
    def row(written: SearchWords) -> str:
        return "|".join(_words(written, languages))

    dangers = [[row(d.words), row(d.acts), row(d.harmless)] for d in shared.dangers]
    leads = [[" ".join(lead.to), row(lead.words), *[1] * lead.weak] for lead in shared.search.leads]
    groups = _groups((group.id, _words(group.words, languages)) for group in shared.word_groups)
    told = [row(shared.search.skipped), row(shared.people), dangers, leads, groups]
    return (json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _words(written: SearchWords, languages: tuple[str, ...]) -> tuple[str, ...]:
    words = (word for code in languages for word in written.by_language(code))
    return tuple(dict.fromkeys(words))


def _groups(named: Iterable[tuple[str, tuple[str, ...]]]) -> str:
    return "|".join(f"{name}={'/'.join(words)}" for name, words in named)
