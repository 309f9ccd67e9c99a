"""TOLD: what has become of offers, as sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from site_generator.told.changes.fields import now_and_before, translations_in_words
from site_generator.told.changes.offers import OfferChange
from site_generator.told.offers import offer_in_a_line
from site_generator.wording.in_words import words


def offers_in_words(changes: Iterable[OfferChange]) -> Iterator[str]:
    for change in changes:
        title = f"«{words(change.offer.title)}»"
        if change.kind == "changed":
            yield from (f"{title}, {said}" for said in _changed(change))
        else:
            yield _became(change, title)


def _became(change: OfferChange, title: str) -> str:
    if change.kind == "new":
        return f"Nyt tilbud: {title}. {offer_in_a_line(change.offer)}"
    if change.kind == "gone":
        return f"Tilbuddet {title} er ikke på siden mere."
    if change.kind == "again":
        return f"Tilbuddet {title} er i gang igen."
    return f"Tilbuddet {title} holder pause. {words(change.offer.status_reason)}".rstrip()


def _changed(change: OfferChange) -> Iterator[str]:
    for field in change.fields:
        yield now_and_before(field.title, field.before, field.after)
    yield from translations_in_words(change)
