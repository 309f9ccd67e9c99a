"""TOLD: pages and texts that are new, gone or harder to read, and languages of the whole site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from site_generator.rules.readability import EASY, FEWEST_WORDS, count_words, lix
from site_generator.rules.walk import Passage, passages_of
from site_generator.told.changes.fields import languages_in_words
from site_generator.told.house import House
from site_generator.wording.in_words import words

# Less than this is one word more or less.
_NOTICED = 3


def texts_in_words(before: House, after: House) -> Iterator[str]:
    yield from _languages(before, after)
    yield from _come_and_gone("Siden", _pages(before), _pages(after))
    yield from _come_and_gone("Artiklen", _articles(before), _articles(after))
    yield from _come_and_gone("Afsnittet", _episodes(before), _episodes(after))
    yield from _harder(_long_texts(before), _long_texts(after))


def _languages(before: House, after: House) -> Iterator[str]:
    was, now = before.municipality.site.languages, after.municipality.site.languages
    if come := [code for code in now if code not in was]:
        yield f"Hele siden findes nu også på {languages_in_words(come)}."
    if gone := [code for code in was if code not in now]:
        yield f"Siden findes ikke mere på {languages_in_words(gone)}."


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


def _long_texts(house: House) -> dict[str, tuple[str, int]]:
    """How hard each longer Danish text is, by its place; and what it is called."""
    found = {}
    for passage in passages_of(house.municipality):
        if passage.language == "da" and count_words(passage.text) >= FEWEST_WORDS:
            name = _name(passage)
            found[f"{name} {passage.key}"] = (name, lix(passage.text))
    return found


def _name(passage: Passage) -> str:
    """What a reader knows the text by: the page's or the record's own title, else its field."""
    if passage.page:
        return f"«{words(passage.page.head.title)}»"
    title = getattr(passage.record, "title", None) or getattr(passage.record, "name", None)
    if title:
        return f"«{title}»"
    return (type(passage.record).model_fields[passage.key].title or passage.key).lower()


def _harder(
    was: Mapping[str, tuple[str, int]], now: Mapping[str, tuple[str, int]]
) -> Iterator[str]:
    for place, (name, number) in now.items():
        old = was.get(place, ("", EASY))[1]
        if number > EASY and number - old >= _NOTICED and place in was:
            yield f"Teksten i {name} er sværere at læse: lixtal {number}, før {old}."
