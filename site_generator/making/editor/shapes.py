"""EDITOR: how a file looks in the forms, where one value may be written in several ways.

In a form a text is always one of languages and hours are always one line. What the page's script
(`served/editor.js`) turns a file into, and back, it is told here.
"""

from __future__ import annotations

from itertools import product
from typing import Any

from site_generator.making.editor.kinds import Shape, fields_of
from site_generator.schema.opening_hours import Week
from site_generator.schema.record import Record
from site_generator.schema.times import WEEKDAYS, WEEKDAYS_DA
from site_generator.schema.weekday_keys import days_of


def shape_for_script(model: type[Record]) -> dict[str, Any]:
    """`{kind: record, fields: {name: …}}`; what is one line has no entry."""
    fields = {name: _shape(shape) for name, _, shape in fields_of(model)}
    made: dict[str, Any] = {"kind": "record", "fields": fields}
    return made | ({"days": _names_of_days()} if model is Week else {})


def _shape(shape: Shape) -> dict[str, Any]:
    if shape.kind == "record":
        return shape_for_script(shape.of)
    if shape.kind == "list":
        assert shape.item
        return {"kind": "list", "item": _shape(shape.item)}
    return {"kind": shape.kind if shape.kind in ("text", "media") else "line"}


def _names_of_days() -> dict[str, list[str]]:
    """`man-ons` and its like, and which days they stand for. An unusual name is left as it is."""
    short = [name[:3] for name in WEEKDAYS_DA]
    spans = [f"{first}-{last}" for first, last in product(short, short) if first != last]
    names = [*WEEKDAYS_DA, *short, *spans, "hverdage", "alle dage", "weekend"]
    return {name: [WEEKDAYS[day] for day in days_of(name)] for name in names if days_of(name)}
