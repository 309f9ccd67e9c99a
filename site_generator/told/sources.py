"""TOLD: where the facts stand."""

from __future__ import annotations

from site_generator.language.spoken import in_danish
from site_generator.schema.offers import Offer
from site_generator.schema.shared import Source
from site_generator.told.facts import SourceView
from site_generator.told.house import House


def sources(*lists: tuple[Source, ...]) -> tuple[SourceView, ...]:
    """Each source once, in the order in which they are given."""
    views = (
        SourceView(
            in_danish(source.document, untranslated=False),
            in_danish(source.publisher or "", untranslated=False),
            source.year,
            in_danish(source.section, untranslated=False),
        )
        for every in lists
        for source in every
    )
    return tuple(dict.fromkeys(views))


def sources_of(house: House, offer: Offer) -> tuple[SourceView, ...]:
    """The offer's own sources, else those of the house; then those of the standard offer.

    A text that comes from the catalogue stands in the catalogue's source, not in the house's.
    """
    inherited = offer.path_of("sources") != offer.path_of()
    own = () if inherited else offer.sources
    return sources(own or house.municipality.site.sources, _standard(house, offer))


def _standard(house: House, offer: Offer) -> tuple[Source, ...]:
    found = [standard for standard in house.shared.standard_offers if standard.id == offer.based_on]
    return found[0].sources if found else ()
