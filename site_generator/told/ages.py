"""TOLD: which families a house is there for."""

from __future__ import annotations

from site_generator.language.spoken import _
from site_generator.records.municipality import Municipality
from site_generator.schema.choices import GONE, Audience
from site_generator.schema.site import SiteFile
from site_generator.wording.in_words import age_range


def children_of(site: SiteFile) -> str:
    """The ages of the children whose families the house helps."""
    return age_range(site.minimum_age, site.maximum_age)


def is_for_expecting(municipality: Municipality) -> bool:
    """Whether a house has something for those who expect a child: else it is not promised."""
    return any(
        Audience.EXPECTING in offer.audience
        for offer in municipality.offers
        if offer.status not in GONE
    )


def families_of(municipality: Municipality) -> str:
    """Whom a house is for, in a sentence."""
    name = municipality.site.name
    if is_for_expecting(municipality):
        return _("{house} er for dig, der venter barn, og familier med børn.", house=name)
    return _("{house} er for familier med børn.", house=name)
