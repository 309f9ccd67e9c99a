"""How hard the texts are to read, as LIX: our own at most 35, a house's own below 45."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from site_generator.problems import Problem
from site_generator.records.municipality import Municipality
from site_generator.records.shared_content import SharedContent
from site_generator.rules.circumstances import Circumstances
from site_generator.rules.readability import EASY, FEWEST_WORDS, HARD, count_words, lix
from site_generator.rules.walk import passages_of

_REMEDY = "Del de lange sætninger, og vælg kortere ord."


@dataclass(frozen=True)
class SharedText:
    """A text that all houses share, as a reader meets it: title, summary and all of it."""

    path: str
    text: str

    @property
    def lix(self) -> int:
        return lix(self.text)


def shared_texts(shared: SharedContent) -> Iterator[SharedText]:
    """Articles, legal pages and standard offers."""
    for page in (*shared.articles, *shared.legal.values()):
        parts = (page.head.title, page.head.summary, page.body)
        yield SharedText(page.path, "\n\n".join(map(str, parts)))
    for offer in shared.standard_offers:
        told = (offer.summary, offer.description, offer.application_process, offer.registration)
        texts = [str(text) for text in (*told, *offer.elements) if text]
        yield SharedText(offer.path_of(), "\n\n".join(texts))


def shared_texts_are_easy(shared: SharedContent) -> Iterator[Problem]:
    """What all houses show is easy to read."""
    for text in shared_texts(shared):
        if text.lix > EASY:
            message = f"Teksten har lixtal {text.lix}; fælles tekster må højst have {EASY}."
            yield Problem(path=text.path, line=1, message=message, remedy=_REMEDY, level="warning")


def own_texts_are_readable(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """A longer text of a house is not as hard to read as a newspaper."""
    danish = (passage for passage in passages_of(municipality) if passage.language == "da")
    for passage in danish:
        if count_words(passage.text) >= FEWEST_WORDS and lix(passage.text) > HARD:
            message = f"Teksten har lixtal {lix(passage.text)} og er svær at læse."
            yield passage.problem(message, _REMEDY, "warning")
