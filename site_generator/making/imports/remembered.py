"""IMPORTS: what was imported last, so that nothing comes twice and what a person has changed since
can be told from what the source has.

It lies beside `events.yml` as `.imported.json`, and is committed with it. It holds no names that a
source has for its activities, only digests, and nothing that is not in `events.yml` too.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from site_generator.making.imports.rhythm import Fields

NAME = ".imported.json"


@dataclass(frozen=True)
class Imported:
    """An activity as it was imported last. `fields` are all but its id; `source` is the same for
    all that have come from one calendar or sheet, whatever its file is called."""

    id: str
    fields: Fields
    source: str


def remembered(text: str) -> dict[str, Imported]:
    """What was imported last, by the source's key. What cannot be read counts as nothing."""
    try:
        found = json.loads(text) if text.strip() else {}
        events = found["events"] if found else {}
        return {
            key: Imported(str(one["id"]), dict(one["fields"]), str(one["source"]))
            for key, one in events.items()
        }
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}


def to_remember(imported: Mapping[str, Imported]) -> bytes:
    events: dict[str, Any] = {
        key: {"id": one.id, "source": one.source, "fields": one.fields}
        for key, one in sorted(imported.items())
    }
    told = {
        "note": "Skrevet af familiehus import-events. Ret i events.yml, ikke her.",
        "events": events,
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
