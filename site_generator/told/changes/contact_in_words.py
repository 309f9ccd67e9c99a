"""TOLD: other numbers, addresses and ways to the house, as sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from site_generator.told.changes.contact import Change, PlaceCame, TextLeftBehind
from site_generator.told.changes.fields import languages_in_words, now_and_before
from site_generator.wording.in_words import sentence


def contact_in_words(changes: Iterable[Change]) -> Iterator[str]:
    said: dict[str, None] = {}
    for change in changes:
        said[_in_words(change)] = None
    yield from said


def _in_words(change: Change) -> str:
    if isinstance(change, PlaceCame):
        return f"Nyt sted: {change.name}." if change.new else f"Stedet {change.name} er væk."
    if isinstance(change, TextLeftBehind):
        told = f"tekst: rettet på dansk, men ikke på {languages_in_words(change.languages)}."
        return f"{change.about}, {told}" if change.about else sentence(told)
    field = change.field
    told = (
        now_and_before(field.title, field.before, field.after)
        if field.before or field.after
        else f"{field.title}: rettet."
    )
    return f"{change.about}, {told}" if change.about else sentence(told)
