"""EDITOR: what the values of a field look like, told from its type."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from site_generator.schema.choices import Choice
from site_generator.schema.record import Record
from site_generator.schema.values import LocalText, Markdown, Media

Kind = Literal["line", "text", "choice", "yes_no", "media", "record", "list"]


@dataclass(frozen=True)
class Shape:
    """One value. `of` is the type of a choice or a record; `item` is what a list holds; `long` is
    a text of several paragraphs. `type` is all that pydantic knows of it."""

    kind: Kind
    type: Any
    of: Any = None
    item: Shape | None = None
    long: bool = False


def fields_of(model: type[Record]) -> Iterator[tuple[str, FieldInfo, Shape]]:
    """The fields of a record by the names that authors write."""
    for name, info in model.model_fields.items():
        type_: Any = info.annotation
        for extra in info.metadata:
            type_ = Annotated[type_, extra]
        yield info.alias or name, info, shape_of(type_)


def shape_of(type_: Any) -> Shape:
    """The shape of a type; what may be missing looks as it does where it is there."""
    given = type_
    extras: tuple[Any, ...] = ()
    while True:
        if get_origin(type_) is Annotated:
            type_, *more = get_args(type_)
            extras = (*extras, *more)
        elif get_origin(type_) in (Union, UnionType):
            (type_,) = (one for one in get_args(type_) if one is not type(None))
        else:
            break
    if get_origin(type_) is tuple:
        return Shape("list", given, item=shape_of(get_args(type_)[0]))
    if Media.__metadata__[0] in extras:  # type: ignore[attr-defined]
        return Shape("media", given)
    return _single(type_, given)


def _single(type_: Any, given: Any) -> Shape:
    if not isinstance(type_, type):
        return Shape("line", given)
    if issubclass(type_, LocalText):
        return Shape("text", given, long=issubclass(type_, Markdown))
    if issubclass(type_, Choice):
        return Shape("choice", given, of=type_)
    if issubclass(type_, Record):
        return Shape("record", given, of=type_)
    return Shape("yes_no" if type_ is bool else "line", given)
