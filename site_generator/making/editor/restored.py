"""EDITOR: what a form has saved, put back into the file as its author wrote it.

A form writes a file anew: without comments, in its own order, one way for each value. Only where
the new file means something else is the old one changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import TypeAdapter, ValidationError

from site_generator.making.editor.kinds import Shape, fields_of
from site_generator.schema.opening_hours import Week
from site_generator.schema.record import Record
from site_generator.schema.times import WEEKDAYS
from site_generator.schema.weekday_keys import days_of
from site_generator.write.author_edits import Edit, Remove, Set, Value, edited, value_at


def restored(before: str, after: str, model: type[Record]) -> str:
    """The old text of a file with what differs in the new one. Raises CannotEditError where the
    old one is written in a way that a program cannot edit, or the new one is no YAML."""
    was, now = value_at(before, ()) or {}, value_at(after, ()) or {}
    assert isinstance(was, dict)
    assert isinstance(now, dict)
    wanted = _record(was, now, model)
    return edited(before, list(_edits(was, wanted)))


def _edits(was: Mapping[str, Value], wanted: Mapping[str, Value]) -> Iterator[Edit]:
    yield from (Remove((name,)) for name in was if name not in wanted)
    yield from (Set((name,), value) for name, value in wanted.items() if was.get(name) != value)


def _record(was: Mapping[str, Value], now: Mapping[str, Value], model: type) -> dict[str, Value]:
    """A record as it was written, but for what means something else now."""
    if model is Week:
        return _week(was, now)
    shapes = {name: shape for name, _, shape in fields_of(model)}
    # What was written and empty means nothing, and a form leaves it out.
    kept = [name for name in was if name in now or was[name] in ("", [], {})]
    return {
        name: _value(was.get(name), now.get(name, was.get(name, "")), shapes.get(name))
        for name in [*kept, *(name for name in now if name not in was)]
    }


def _value(was: Value | None, now: Value, shape: Shape | None) -> Value:
    if was is None or was == now or shape is None:
        return now
    if shape.kind == "record" and isinstance(was, dict) and isinstance(now, dict):
        return _record(was, now, shape.of)
    if shape.kind == "list" and shape.item and shape.item.kind in ("record", "text"):
        one = isinstance(was, dict)
        items = _items(was if isinstance(was, list) else [was], now, shape.item)
        return items[0] if one and len(items) == 1 else items
    if shape.kind == "text":
        return _text(was, now)
    return was if _same(was, now, shape) else now


def _text(was: Value, now: Value) -> Value:
    """Each language as it was written, where a form has only taken the blank end from it."""
    if isinstance(now, dict):
        by_language = was if isinstance(was, dict) else {"da": was}
        return {name: _text(by_language.get(name, ""), text) for name, text in now.items()}
    same = isinstance(was, str) and isinstance(now, str) and was.strip() == now.strip()
    return was if same else now


def _items(was: Sequence[Value], now: Value, shape: Shape) -> list[Value]:
    """Each item of now beside the one that it was: by id, by all it says, or by its place."""
    new = now if isinstance(now, list) else [now]
    free = dict(enumerate(was))
    pairs: dict[int, Value] = {}
    for test in (_has_id, lambda one, other: _means(one, other, shape)):
        for at, item in enumerate(new):
            found = next((n for n, one in free.items() if test(one, item)), None)
            if at not in pairs and found is not None:
                pairs[at] = free.pop(found)
    for at in range(len(new)):
        if at not in pairs and at in free:
            pairs[at] = free.pop(at)
    return [_value(pairs.get(at), item, shape) for at, item in enumerate(new)]


def _has_id(one: Value, other: Value) -> bool:
    if not isinstance(one, dict) or not isinstance(other, dict):
        return False
    return "id" in one and one["id"] == other.get("id")


def _means(one: Value, other: Value, shape: Shape) -> bool:
    """Whether nothing would be changed."""
    return _value(one, other, shape) == one


def _week(was: Mapping[str, Value], now: Mapping[str, Value]) -> dict[str, Value]:
    """Days that stand together stay so while they are alike."""
    shapes = {name: shape for name, _, shape in fields_of(Week)}
    wanted = {WEEKDAYS[day]: value for name, value in now.items() for day in days_of(name)}
    made: dict[str, Value] = {}
    for name, value in was.items():
        days = [WEEKDAYS[day] for day in days_of(name)]
        there = {day: wanted.pop(day) for day in days if day in wanted}
        same = [day for day in days if day in there and _same(value, there[day], shapes[day])]
        if same == days:
            made[name] = value
        else:
            made |= {day: value if day in same else there[day] for day in days if day in there}
    return made | wanted


def _same(was: Value, now: Value, shape: Shape) -> bool:
    """Whether both are read as the same, though written in two ways."""
    one, other = _read(was, shape), _read(now, shape)
    return one is not None and one == other


def _read(value: Value, shape: Shape) -> Any:
    try:
        return TypeAdapter(shape.type).validate_python(value)
    except (ValidationError, ValueError, TypeError):
        return None
