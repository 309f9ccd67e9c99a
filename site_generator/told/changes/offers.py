"""TOLD: offers that are new, paused, ended, translated, or other than before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from site_generator.schema.choices import OfferStatus
from site_generator.schema.offers import Offer
from site_generator.told.changes.fields import FieldChange, field_changes, language_changes
from site_generator.told.house import House
from site_generator.told.offers import shown_offers

Kind = Literal["new", "gone", "paused", "again", "changed"]


@dataclass(frozen=True)
class OfferChange:
    """What has become of an offer. `stale` are languages in which it still says the old thing."""

    kind: Kind
    offer: Offer
    fields: tuple[FieldChange, ...] = ()
    translated: tuple[str, ...] = ()
    untranslated: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()


def offer_changes(before: House, after: House) -> Iterator[OfferChange]:
    """In the order of the file as it is now; what has ended comes last."""
    was = {offer.id: offer for offer in shown_offers(before)}
    now = {offer.id: offer for offer in shown_offers(after)}
    for name, offer in now.items():
        if name not in was:
            yield OfferChange("new", offer)
        elif was[name] != offer:
            yield from _changed(was[name], offer, after.municipality.site.languages)
    yield from (OfferChange("gone", offer) for name, offer in was.items() if name not in now)


def _changed(was: Offer, now: Offer, languages: Sequence[str]) -> Iterator[OfferChange]:
    if was.status != now.status:
        paused = now.status is OfferStatus.TEMPORARILY_CLOSED
        yield OfferChange("paused" if paused else "again", now)
    fields = tuple(field_changes(was, now, "status", "status_reason", "partners", "places"))
    come, gone, stale = map(tuple, language_changes(was, now, languages))
    if fields or come or gone or stale:
        yield OfferChange("changed", now, fields, come, gone, stale)
