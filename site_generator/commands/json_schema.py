"""The author format as JSON Schema: for editors that suggest keys and explain them in Danish.

How a single value looks stands with its parser in `schema/`. Here its records are made the way
authors write them: what may be left out may be left empty, defaults are Danish words, and an
offer that builds on the catalogue has the rest of its fields elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaWarningKind

from site_generator.commands.json_conditions import CONDITIONS
from site_generator.records.municipality import AUTHOR_FILES
from site_generator.schema.choices import Choice
from site_generator.schema.dangers import DangersFile
from site_generator.schema.directions import DirectionsFile
from site_generator.schema.help_lines import HelpLinesFile
from site_generator.schema.offers import Offer
from site_generator.schema.pages import PageHead
from site_generator.schema.reading import ReadingFile
from site_generator.schema.retired import RetiredHousesFile
from site_generator.schema.search import SearchFile
from site_generator.schema.times import CLOSED, Age
from site_generator.schema.values import LANGUAGES

_OTHER_FILES = {
    "catalogue": Offer,
    "help_lines": HelpLinesFile,
    "dangers": DangersFile,
    "search": SearchFile,
    "directions": DirectionsFile,
    "for_professionals": ReadingFile,
    "retired_houses": RetiredHousesFile,
    "page": PageHead,
}
_NOT_EMPTY = {"pattern": "\\S", "patternErrorMessage": "Skriv noget efter kolonet."}
SNIPPETS = Path(__file__).parent / "editor_snippets.yml"


def editor_schemas() -> dict[str, Any]:
    """One schema for each kind of author file, by the file's name without its ending."""
    models = {name.removesuffix(".yml"): model for name, model in AUTHOR_FILES.items()}
    snippets = yaml.safe_load(SNIPPETS.read_text("utf-8"))
    every = {**models, **_OTHER_FILES}
    schemas = {name: _schema(model, snippets) for name, model in every.items()}
    _leave_to_catalogue(schemas["offers"]["$defs"]["Offer"])
    return schemas


class _AsAuthorsWrite(GenerateJsonSchema):
    """Defaults as they would stand in the file; one that nobody would write is left out."""

    def emit_warning(self, kind: JsonSchemaWarningKind, detail: str) -> None:
        """It warns of what it cannot write; `encode_default` has left that out on purpose."""

    def encode_default(self, dft: Any) -> Any:
        if isinstance(dft, bool):
            return "ja" if dft else "nej"
        if isinstance(dft, Choice):
            return dft.value
        if isinstance(dft, Age):
            return f"{dft.months // 12} år"
        if isinstance(dft, tuple):
            return [self.encode_default(one) for one in dft]
        return "lukket" if dft == CLOSED else dft if isinstance(dft, str | int) else None


def _schema(model: Any, snippets: Mapping[str, Any]) -> dict[str, Any]:
    schema = model.model_json_schema(by_alias=True, schema_generator=_AsAuthorsWrite)
    definitions = schema.get("$defs", {})
    for name, record in {model.__name__: schema, **definitions}.items():
        _as_record(name, record, snippets.get(name))
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _as_record(name: str, record: dict[str, Any], snippets: Any) -> None:
    """One mapping of an author file: its name in the program is nobody's business."""
    record.pop("title", None)
    needed = record.get("required", [])
    for key, value in record.get("properties", {}).items():
        made = _needed(value) if key in needed else _optional(value)
        record["properties"][key] = _languages(made) if key == "languages" else made
    for pattern, value in record.get("patternProperties", {}).items():
        record["patternProperties"][pattern] = _optional(value)
    record.update(CONDITIONS.get(name, {}))
    if snippets:
        record["defaultSnippets"] = snippets


def _needed(value: Mapping[str, Any]) -> dict[str, Any]:
    """A value that must be there: a text with a letter in it, a list with a point."""
    made = dict(value)
    if made.get("type") == "array":
        made = {**made, "minItems": 1, "items": _needed(made["items"])}
    elif "anyOf" in made:
        made["anyOf"] = [_needed(one) for one in made["anyOf"]]
    elif made.get("type") == "object":
        made["properties"] = {
            key: _needed(one) if key in made.get("required", ()) else _optional(one)
            for key, one in made["properties"].items()
        }
    elif "string" in made.get("type", ()) and "pattern" not in made:
        made |= _NOT_EMPTY
    return made


def _optional(value: Mapping[str, Any]) -> dict[str, Any]:
    """A value that may be missing, and so may be empty: nothing stands after its colon."""
    made = {key: one for key, one in value.items() if (key, one) not in _NOTHING}
    if "anyOf" in made:
        kinds = [one for one in made.pop("anyOf") if one != {"type": "null"}]
        if len(kinds) == 1 and "$ref" not in kinds[0]:
            return _optional({**kinds[0], **made})
        return {**made, "anyOf": [*(_inside(one) for one in kinds), {"type": "null"}]}
    if "$ref" in made:
        return {"anyOf": [{"$ref": made.pop("$ref")}, {"type": "null"}], **made}
    kinds = made.get("type", [])
    made["type"] = [*([kinds] if isinstance(kinds, str) else kinds), "null"]
    return _inside(made)


def _inside(value: Mapping[str, Any]) -> dict[str, Any]:
    """A list, or a text by language, that may be left out: what stands in it may not be empty."""
    made = dict(value)
    if "items" in made:
        made["items"] = _needed(made["items"])
    return _needed(made) if made.get("type") == "object" else made


_NOTHING: tuple[tuple[str, Any], ...] = (("default", None), ("default", []))


def _languages(value: dict[str, Any]) -> dict[str, Any]:
    """Which languages there are is a rule of its own, told where they are written."""
    known = {"enum": list(LANGUAGES), "enumDescriptions": list(LANGUAGES.values())}
    return {**value, "items": known}


def _leave_to_catalogue(offer: dict[str, Any]) -> None:
    needed = [key for key in offer["required"] if key != "id"]
    offer["required"] = ["id"]
    offer["anyOf"] = [{"required": ["based_on"]}, {"required": needed}]
