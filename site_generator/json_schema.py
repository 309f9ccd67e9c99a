"""The author format as JSON Schema: for editors that suggest keys and explain them in Danish."""

from __future__ import annotations

from typing import Any

from site_generator.municipality import AUTHOR_FILES
from site_generator.schema.help_lines import HelpLinesFile
from site_generator.schema.offers import Offer
from site_generator.schema.pages import PageHead

_OTHER_FILES = {"catalogue": Offer, "help_lines": HelpLinesFile, "page": PageHead}


def editor_schemas() -> dict[str, Any]:
    """One schema for each kind of author file, by the file's name without its ending."""
    models = {name.removesuffix(".yml"): model for name, model in AUTHOR_FILES.items()}
    return {name: _schema(model) for name, model in {**models, **_OTHER_FILES}.items()}


def _schema(model: Any) -> dict[str, Any]:
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    schema: dict[str, Any] = model.model_json_schema(by_alias=True)
    return head | schema
