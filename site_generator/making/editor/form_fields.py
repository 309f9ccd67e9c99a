"""EDITOR: the fields of a record as Sveltia CMS takes them (its `schema/sveltia-cms.json`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pydantic.fields import FieldInfo

from site_generator.making.editor.kinds import Shape, fields_of, shape_of
from site_generator.schema.offers import Offer
from site_generator.schema.record import Record
from site_generator.schema.values import LANGUAGES

Field = dict[str, Any]

# What a place or an offer is chosen from: the file, and what names one in it.
_RELATIONS = {
    "place": ("location", "places.*.id", ["places.*.name"]),
    "places": ("location", "places.*.id", ["places.*.name"]),
    "offer": ("offers", "offers.*.id", ["offers.*.id"]),
}
# What lists of records are told apart by when they are folded together.
_SUMMARIES = ("name", "title", "id", "date", "from", "place", "valid_from", "document")


@dataclass(frozen=True)
class Forms:
    """The forms of one house, with its `languages`; `files` are the names without their ending."""

    slug: str
    languages: Sequence[str]
    files: frozenset[str]

    def fields(self, model: type[Record]) -> list[Field]:
        return [
            self._field(name, info, shape, info.is_required() and not _elsewhere(model, name))
            for name, info, shape in fields_of(model)
        ]

    def _field(self, name: str, info: FieldInfo, shape: Shape, required: bool) -> Field:
        made: Field = {
            "name": name,
            "label": info.title or name,
            "required": required,
            **self._widget(name, shape, required),
        }
        return made | ({"hint": info.description} if info.description else {})

    def _widget(self, name: str, shape: Shape, required: bool) -> Field:
        related = self._related(name, shape)
        if related:
            return related
        match shape.kind:
            case "text":
                return self._text(shape, required)
            case "choice":
                return {"widget": "select", "options": _choices(shape.of)}
            case "yes_no":
                return {"widget": "select", "options": _options({"ja": "Ja", "nej": "Nej"})}
            case "media":
                return {"widget": "file", "choose_url": False}
            case "record":
                return {"widget": "object", "fields": self.fields(shape.of)}
            case "list":
                assert shape.item
                return self._list(shape.item)
            case _:
                return {"widget": "string"}

    def _related(self, name: str, shape: Shape) -> Field | None:
        inner = shape.item or shape
        if name not in _RELATIONS or inner.kind != "line":
            return None
        file, value, shown = _RELATIONS[name]
        if file not in self.files:
            return None
        return {
            "widget": "relation",
            "collection": self.slug,
            "file": file,
            "value_field": value,
            "display_fields": shown,
            **({"multiple": True} if shape.kind == "list" else {}),
        }

    def _text(self, shape: Shape, required: bool) -> Field:
        """A text in each language of the house; only the Danish one must be there."""
        widget = "text" if shape.long else "string"
        return {
            "widget": "object",
            "fields": [
                {
                    "name": code,
                    "label": LANGUAGES[code].capitalize(),
                    "widget": widget,
                    "required": required and code == "da",
                }
                for code in self.languages
            ],
        }

    def _list(self, item: Shape) -> Field:
        if item.kind == "choice":
            return {"widget": "select", "multiple": True, "options": _choices(item.of)}
        if item.kind == "record":
            fields = self.fields(item.of)
            return {"widget": "list", "collapsed": True, "fields": fields} | _summary(item.of)
        if item.kind == "text":
            return {"widget": "list", "fields": self._text(item, required=False)["fields"]}
        return {
            "widget": "list",
            "field": {"name": "item", "label": "Punkt", **self._widget("", item, False)},
        }


def _elsewhere(model: type[Record], name: str) -> bool:
    """Whether a value that must be there may come from another field, or from the catalogue."""
    if model is Offer:
        return name != "id"
    return name in ("from", "to") and "weeks" in model.model_fields


def _choices(choice: Any) -> list[dict[str, str]]:
    return _options({one.value: one.danish for one in choice})


def _options(labels: dict[str, str]) -> list[dict[str, str]]:
    return [{"label": label, "value": value} for value, label in labels.items()]


def _summary(model: type[Record]) -> Field:
    """What is shown of an item that is folded together."""
    shapes = {name: shape_of(shape.type) for name, _, shape in fields_of(model)}
    shown = [name for name in _SUMMARIES if name in shapes]
    if not shown:
        return {}
    dots = [f"{name}.da" if shapes[name].kind == "text" else name for name in shown[:2]]
    return {"summary": " ".join(f"{{{{fields.{name}}}}}" for name in dots)}
