"""The fields of the author files as the models declare them, and where a house writes them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from pydantic import PlainValidator

from site_generator.schema.record import Record
from site_generator.schema.values import LANGUAGES, parse_markdown, parse_text

Parser = Callable[[Any], Any]
Value = Any


@dataclass(frozen=True)
class Field:
    """A field of a record: what reads its values (None: a choice of words), or the record in it."""

    owner: str
    key: str
    parser: Parser | None = None
    record: type[Record] | None = None

    @property
    def by_language(self) -> bool:
        return self.parser in (parse_text, parse_markdown)

    def takes(self, text: str) -> bool:
        """Whether the schema would take a text for a value of this field."""
        try:
            return self.parser is not None and self.parser(text) is not None
        except Exception:
            return False


@cache
def fields_of(model: type[Record]) -> tuple[Field, ...]:
    """The fields of a record, a list counted as what stands in it."""
    return tuple(
        field
        for name, info in model.model_fields.items()
        for field in _fields(
            (model.__name__, info.alias or name), info.annotation, tuple(info.metadata)
        )
    )


def _fields(
    name: tuple[str, str], annotation: Any, metadata: tuple[Any, ...] = ()
) -> Iterator[Field]:
    parsers = [one.func for one in metadata if isinstance(one, PlainValidator)]
    if parsers:
        yield Field(*name, parsers[0])
    elif get_origin(annotation) is Annotated:
        kind, *more = get_args(annotation)
        yield from _fields(name, kind, tuple(more))
    elif isinstance(annotation, type) and issubclass(annotation, Record):
        yield Field(*name, record=annotation)
    elif get_args(annotation):
        for one in dict.fromkeys(get_args(annotation)):
            if one not in (type(None), Ellipsis):
                yield from _fields(name, one)
    else:
        yield Field(*name)


def all_fields(model: type[Record]) -> Iterator[Field]:
    """The fields of a record and of every record in it."""
    for field in fields_of(model):
        yield from all_fields(field.record) if field.record else (field,)


def everywhere(model: type[Record], data: dict[str, Value]) -> Iterator[tuple[Field, Any, Any]]:
    """Each text that stands in a record and the records in it: its field, and the mapping or list
    in which it stands with the key or index, so that another text may be put in its place."""
    for field in fields_of(model):
        yield from _places(field, data, field.key) if field.key in data else ()


def _places(field: Field, around: Any, key: Any) -> Iterator[tuple[Field, Any, Any]]:
    value = around[key]
    if isinstance(value, list):
        for index in range(len(value)):
            yield from _places(field, value, index)
    elif isinstance(value, dict) and field.record:
        yield from everywhere(field.record, value)
    elif isinstance(value, dict) and field.by_language:
        yield from ((field, value, code) for code in LANGUAGES if code in value)
    elif isinstance(value, str) and not field.record:
        yield field, around, key


def fill_in(model: type[Record], data: dict[str, Value], text: str) -> None:
    """Give a record, and the first of each list in it, the fields of text that it lacks."""
    for field in fields_of(model):
        if field.record:
            for inner in _records(data.get(field.key)):
                fill_in(field.record, inner, text)
        elif field.key not in data and field.takes(text):
            data[field.key] = text


def _records(value: Any) -> list[dict[str, Value]]:
    found = value if isinstance(value, list) else [value]
    return [one for one in found if isinstance(one, dict)][:1]
