"""IMPORTS: what was imported last, so that nothing comes twice and what a person has changed since
can be told from what the source has.

It lies beside `events.yml` and `offers.yml` as `.imported.json`, and is committed with them. It
holds no names that a source has for its activities, only digests, and nothing that is not in those
files too.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from site_generator.making.imports.rhythm import Fields

NAME = ".imported.json"
What = Literal["events", "offers"]
_NOTES: Mapping[What, str] = {
    "events": "Skrevet af familiehus import-events. Ret i events.yml, ikke her.",
    "offers": "Skrevet af familiehus import-offers. Ret i offers.yml, ikke her.",
}


@dataclass(frozen=True)
class Imported:
    """An activity or an offer as it was imported last. `fields` are all but its id; `source` is the
    same for all activities that have come from one calendar or sheet, whatever its file is called;
    offers have none."""

    id: str
    fields: Fields
    source: str


def remembered(text: str, what: What = "events") -> dict[str, Imported]:
    """What was imported last, by the source's key. What cannot be read counts as nothing."""
    try:
        return {
            key: Imported(str(one["id"]), dict(one["fields"]), str(one["source"]))
            for key, one in _all(text).get(what, {}).items()
        }
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}


def to_remember(imported: Mapping[str, Imported], text: str = "", what: What = "events") -> bytes:
    """The file with what has been imported now. The other kind stays as it stood in `text`."""
    now: dict[str, Any] = {
        key: {"id": one.id, "source": one.source, "fields": one.fields}
        for key, one in sorted(imported.items())
    }
    both = {one: now if one == what else _all(text).get(one) for one in _NOTES}
    kept = {one: found for one, found in both.items() if found}
    notes = " ".join(_NOTES[one] for one in kept)
    return (json.dumps({"note": notes, **kept}, ensure_ascii=False, indent=1) + "\n").encode(
        "utf-8"
    )


def _all(text: str) -> dict[str, Any]:
    """The file as it stands; empty where it cannot be read."""
    try:
        found = json.loads(text) if text.strip() else {}
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
