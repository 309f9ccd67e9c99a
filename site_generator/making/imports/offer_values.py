"""IMPORTS: a cell of a sheet of offers as `offers.yml` would have it, in its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import TypeAdapter, ValidationError

from site_generator.making.editor.kinds import Shape
from site_generator.making.imports.matching import place_of
from site_generator.making.imports.plain_text import cleaned, one_line
from site_generator.making.imports.sheet_columns import plain
from site_generator.making.imports.sheet_values import UnreadableError, is_yes, text_in
from site_generator.making.imports.sheets import Cell
from site_generator.problems import did_you_mean, nearest
from site_generator.schema.choices import Choice
from site_generator.schema.location import Place
from site_generator.schema.values import LocalText
from site_generator.wording.in_words import in_a_row
from site_generator.write.author_edits import Value

_FEW = 6
_NO = ("nej", "n", "falsk", "false", "no", "0")


def offer_value(cell: Cell, shape: Shape, places: Sequence[Place]) -> Value:
    """What a cell says; empty where it says nothing. Raises UnreadableError."""
    if not text_in(cell):
        return ""
    value = _written(cell, shape, places)
    if value:
        typed(value, shape)
    return value


def typed(value: Value, shape: Shape) -> Any:
    """A value as the schema reads it. Raises UnreadableError, with what the schema says."""
    try:
        return TypeAdapter(shape.type).validate_python(value)
    except ValidationError as fault:
        told = fault.errors(include_url=False)[0].get("ctx", {})
        raise UnreadableError(
            f"{told.get('message', 'Det kan ikke læses.')} {told.get('remedy', '')}".strip()
        ) from None


def means_the_same(one: Any, other: Any) -> bool:
    """Whether two values as the schema reads them tell a family the same: of texts, in Danish,
    however their lines are broken."""
    if isinstance(one, LocalText) and isinstance(other, LocalText):
        return str(one).split() == str(other).split()
    return bool(one == other)


def _written(cell: Cell, shape: Shape, places: Sequence[Place]) -> Value:
    if shape.kind == "yes_no":
        return _yes_or_no(cell)
    if shape.kind == "text":
        found = cleaned(text_in(cell)).text
        return found if shape.long else one_line(found)
    text = one_line(text_in(cell))
    if shape.kind == "choice":
        return str(_chosen(text, shape.of).value)
    if shape.kind == "list" and shape.item and shape.item.kind == "choice":
        return [one.value for one in _choices(text_in(cell), shape.item.of)]
    if shape.kind == "list":
        return [_place(name, places) for name in _parts(text_in(cell))]
    return text


def _yes_or_no(cell: Cell) -> Value:
    if is_yes(cell):
        return "ja"
    return "nej" if cell is False or text_in(cell).lower() in _NO else text_in(cell)


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.replace("\n", ";").split(";") if part.strip()]


def _choices(text: str, choice: type[Choice]) -> Iterator[Choice]:
    """What is divided by semicolons, or by commas: «Dig, der er alene med barn» has one itself, so
    as much as can be is taken for one choice."""
    for part in _parts(text):
        words = [word.strip() for word in part.split(",") if word.strip()]
        while words:
            ends = range(len(words), 0, -1)
            end = next((e for e in ends if _named(", ".join(words[:e]), choice)), 1)
            yield _chosen(", ".join(words[:end]), choice)
            words = words[end:]


def _chosen(text: str, choice: type[Choice]) -> Choice:
    found = _named(text, choice)
    if found is None:
        raise UnreadableError(f"«{text[:60]}» kan ikke vælges. {_remedy(text, choice)}")
    return found


def _remedy(text: str, choice: type[Choice]) -> str:
    words = [one.danish for one in choice]
    if near := nearest(text, words):
        return f"Mente du «{near}»?"
    if len(words) > _FEW:
        return "Ordene at vælge imellem står i arket fra familiehus template --offers."
    return f"Skriv {in_a_row([f'«{word}»' for word in words], 'or')}."


def _named(text: str, choice: type[Choice]) -> Choice | None:
    said = plain(text)
    return next((one for one in choice if said in (plain(one.danish), plain(one.value))), None)


def _place(name: str, places: Sequence[Place]) -> str:
    found = place_of(name, places).fields.get("place")
    if found is None:
        remedy = did_you_mean(name, [place.name for place in places])
        raise UnreadableError(
            f"«{name[:60]}» er ikke et af stederne i location.yml. "
            f"{remedy or 'Skriv det under «Andet sted».'}"
        )
    return str(found)
