"""All records and all texts of a municipality, for rules that concern every one of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, TypeVar, cast, get_args

from site_generator.problems import Level, Problem
from site_generator.read.placed import PlacedText
from site_generator.records.markdown_pages import MarkdownPage, Translation
from site_generator.records.municipality import Municipality
from site_generator.schema.record import Record
from site_generator.schema.values import LocalText, Markdown

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Passage:
    """A text where it stands: a field of a record in one language, or the body of a page.

    `markdown` tells those that have paragraphs, lists and links; in others they are not shown.
    """

    record: Record
    key: str
    text: str
    language: str = "da"
    page: MarkdownPage | Translation | None = None
    markdown: bool = False

    def problem(self, message: str, remedy: str, level: Level = "error", at: int = 0) -> Problem:
        """A problem at a character of the text, shown at the line of the file where it stands."""
        return Problem(
            path=self.page.path if self.page else self.record.path_of(self.key),
            line=self._line(at),
            field=self.key,
            message=message,
            remedy=remedy,
            level=level,
        )

    def _line(self, at: int) -> int:
        if self.page:
            return self.page.body_line + self.text.count("\n", 0, at)
        if isinstance(self.text, PlacedText):
            return self.text.line_at(at)
        return self.record.line_of(self.key)


def records_of(municipality: Municipality) -> Iterator[Record]:
    """Every record of every file, each before the records inside it."""
    files = (
        municipality.site,
        municipality.location,
        municipality.transport,
        municipality.opening_hours,
        *municipality.offers,
        municipality.events,
        municipality.podcasts,
        municipality.flyers,
        *(page.head for page in municipality.pages),
    )
    for record in files:
        if record is not None:
            yield from _records_in(record)


def records_of_kind(municipality: Municipality, kind: type[R]) -> Iterator[R]:
    for record in records_of(municipality):
        if isinstance(record, kind):
            yield record


def passages_of(municipality: Municipality) -> tuple[Passage, ...]:
    """Every text that visitors read: fields in all languages, and the bodies of local pages."""
    if "passages" not in municipality.memo:
        municipality.memo["passages"] = tuple(_all_passages(municipality))
    return cast(tuple[Passage, ...], municipality.memo["passages"])


def _all_passages(municipality: Municipality) -> Iterator[Passage]:
    translations = {id(page.head): page.translations for page in municipality.pages}
    for record in records_of(municipality):
        for passage in _passages_in(record):
            # The head of a page knows its title in every language; each stands in its own file.
            one = translations.get(id(record), {}).get(passage.language)
            yield replace(passage, record=one.head) if one else passage
    for page in municipality.pages:
        yield from bodies_of(page)


def bodies_of(page: MarkdownPage) -> Iterator[Passage]:
    """What a page says, in each language that it is written in."""
    yield Passage(page.head, "", page.body, page=page, markdown=True)
    for language, one in page.translations.items():
        yield Passage(one.head, "", one.body, language, page=one, markdown=True)


def _passages_in(record: Record) -> Iterator[Passage]:
    for name, key in _fields_with(type(record), (str, LocalText)):
        value = getattr(record, name)
        for text in value if isinstance(value, tuple) else (value,):
            if isinstance(text, str):
                yield Passage(record, key, text)
            elif isinstance(text, LocalText):
                is_markdown = isinstance(text, Markdown)
                for language, words in text.by_language.items():
                    yield Passage(record, key, words, language, markdown=is_markdown)


def _records_in(record: Record) -> Iterator[Record]:
    yield record
    for name, _ in _fields_with(type(record), (Record,)):
        value = getattr(record, name)
        for inner in value if isinstance(value, tuple) else (value,):
            if inner is not None:
                yield from _records_in(inner)


@cache
def _fields_with(model: type[Record], kinds: tuple[type, ...]) -> tuple[tuple[str, str], ...]:
    """The fields of a model that may hold one of the kinds: their names here and in the file."""
    return tuple(
        (name, info.alias or name)
        for name, info in model.model_fields.items()
        if _mentions(info.annotation, kinds)
    )


def _mentions(annotation: Any, kinds: tuple[type, ...]) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, kinds):
        return True
    return any(_mentions(inner, kinds) for inner in get_args(annotation))
