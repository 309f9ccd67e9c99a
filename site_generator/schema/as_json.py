"""How the values of an author file stand in JSON Schema, for editors that help while one types.

`pattern` is about texts and `minimum` about numbers, so a value may be both: YAML takes `4760`
for a number and `"4760"` for a text. `patternErrorMessage` is what VS Code shows instead of the
pattern, and `examples` are what it offers.
"""

from __future__ import annotations

from typing import Any

from site_generator.schema.patterns import whole

# What YAML may take a text for: «2027», «7.5», «true».
ANY_TEXT: dict[str, Any] = {"type": ["string", "number", "boolean"]}


def text_like(pattern: str, remedy: str, *examples: str, **more: Any) -> dict[str, Any]:
    """A text of a certain look. `remedy` says in Danish how it is written."""
    hints = {"examples": list(examples)} if examples else {}
    return {
        "type": "string",
        "pattern": whole(pattern),
        "patternErrorMessage": remedy,
        **hints,
        **more,
    }


def number_like(
    pattern: str, remedy: str, *examples: str, least: float, most: float, kind: str = "integer"
) -> dict[str, Any]:
    """A number, or the same in quotes."""
    limits = {"type": ["string", kind], "minimum": least, "maximum": most}
    return {**text_like(pattern, remedy, *examples), **limits}


def one_or_several(single: dict[str, Any], *examples: Any) -> dict[str, Any]:
    """A value, or a list of such."""
    several = {"type": "array", "items": single}
    return {"anyOf": [single, several], "examples": list(examples)}
