"""The author format as JSON Schema: for editors that suggest keys and explain them in Danish.

Editors type values by YAML's own rules and know nothing of the catalogue, so the schema is a
little wider than the check: `year: 2026` is a number to them, an empty `offers:` is null, and an
offer that builds on the catalogue has the rest of its fields elsewhere.
"""

from __future__ import annotations

from typing import Any

from site_generator.records.municipality import AUTHOR_FILES
from site_generator.schema.dangers import DangersFile
from site_generator.schema.directions import DirectionsFile
from site_generator.schema.help_lines import HelpLinesFile
from site_generator.schema.offers import Offer
from site_generator.schema.pages import PageHead
from site_generator.schema.reading import ReadingFile
from site_generator.schema.retired import RetiredHousesFile
from site_generator.schema.search import SearchFile

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
_AS_TYPED = {"string": ["string", "number"], "array": ["array", "null"]}


def editor_schemas() -> dict[str, Any]:
    """One schema for each kind of author file, by the file's name without its ending."""
    models = {name.removesuffix(".yml"): model for name, model in AUTHOR_FILES.items()}
    schemas = {name: _schema(model) for name, model in {**models, **_OTHER_FILES}.items()}
    _leave_to_catalogue(schemas["offers"]["$defs"]["Offer"])
    return schemas


def _schema(model: Any) -> dict[str, Any]:
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    schema: dict[str, Any] = _widened(model.model_json_schema(by_alias=True))
    return head | schema


def _widened(schema: Any) -> Any:
    if isinstance(schema, list):
        return [_widened(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    wider = {key: _widened(value) for key, value in schema.items()}
    if wider.get("type") in ("string", "array"):
        wider["type"] = _AS_TYPED[wider["type"]]
    return wider


def _leave_to_catalogue(offer: dict[str, Any]) -> None:
    needed = [key for key in offer["required"] if key != "id"]
    offer["required"] = ["id"]
    offer["anyOf"] = [{"required": ["based_on"]}, {"required": needed}]
