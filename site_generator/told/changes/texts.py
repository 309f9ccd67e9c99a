"""TOLD: pages and texts that are new, gone or harder to read, and languages of the whole site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from site_generator.records.markdown_pages import MarkdownPage
from site_generator.rules.readability import EASY, FEWEST_WORDS, count_words, lix
from site_generator.rules.walk import Passage, passages_of
from site_generator.told.changes.fields import languages_in_words
from site_generator.told.house import House
from site_generator.wording.in_words import words

# Less than this is one word more or less.
_NOTICED = 3


def texts_in_words(before: House, after: House) -> Iterator[str]:
    yield from _languages(before, after)
    if before.demo_notice and not after.demo_notice:
        yield "Siden går i drift. Nu kan søgemaskiner finde den."
    yield from _come_and_gone("Siden", _pages(before), _pages(after))
    yield from _come_and_gone("Artiklen", _articles(before), _articles(after))
    yield from _come_and_gone("Afsnittet", _episodes(before), _episodes(after))
    yield from _harder(_danish(before), _danish(after))


def _languages(before: House, after: House) -> Iterator[str]:
    was, now = before.municipality.site.languages, after.municipality.site.languages
    if come := [code for code in now if code not in was]:
        yield f"Hele siden findes nu også på {languages_in_words(come)}."


Texts = Mapping[str, tuple[str, object]]


def _come_and_gone(what: str, was: Texts, now: Texts) -> Iterator[str]:
    for name, (title, content) in now.items():
        if name not in was:
            yield (
                f"{what} «{title}» er ny."
                if what == "Siden"
                else f"{what} «{title}» er kommet til."
            )
        elif was[name] != (title, content):
            yield f"{what} «{title}» er skrevet om."
    yield from (f"{what} «{title}» er væk." for name, (title, _) in was.items() if name not in now)


def _pages(house: House) -> Texts:
    pages = house.municipality.pages
    return {page.slug: (words(page.head.title), (page.head, page.body)) for page in pages}


def _articles(house: House) -> Texts:
    return {one.slug: (words(one.head.title), (one.head, one.body)) for one in house.articles()}


def _episodes(house: House) -> Texts:
    podcast = house.municipality.podcasts
    return {one.id: (words(one.title), one) for one in (podcast.episodes if podcast else ())}


@dataclass(frozen=True)
class LongText:
    """A Danish text: what it is called, how hard it is to read, whether it says anything."""

    name: str
    number: int
    words: int


def _danish(house: House) -> dict[str, LongText]:
    """Each Danish text by its place; of a field with several texts the last."""
    found = {}
    for passage in passages_of(house.municipality):
        if passage.language == "da":
            name = _name(passage)
            owner = getattr(passage.record, "id", "")
            found[f"{owner} {name} {passage.key}"] = LongText(
                name, lix(passage.text), count_words(passage.text)
            )
    return found


def _name(passage: Passage) -> str:
    """What a reader knows the text by: the page's or the record's own title, else its field."""
    if isinstance(passage.page, MarkdownPage):
        return f"«{words(passage.page.head.title)}»"
    title = getattr(passage.record, "title", None)
    if title:
        return f"«{title}»"
    return f"«{type(passage.record).model_fields[passage.key].title or passage.key}»"


def _harder(was: Mapping[str, LongText], now: Mapping[str, LongText]) -> Iterator[str]:
    for place, text in now.items():
        old = was.get(place)
        if old is None or text.words < FEWEST_WORDS or text.number <= EASY:
            continue
        if old.words < FEWEST_WORDS:
            yield f"Teksten i {text.name} er blevet svær at læse: lixtal {text.number}."
        elif text.number - old.number >= _NOTICED:
            numbers = f"lixtal {text.number}, før {old.number}"
            yield f"Teksten i {text.name} er sværere at læse: {numbers}."
