"""TOLD: which families a house is there for."""

from __future__ import annotations

from site_generator.schema.site import SiteFile
from site_generator.wording.in_words import age_range


def children_of(site: SiteFile) -> str:
    """The ages of the children whose families the house helps."""
    return age_range(site.minimum_age, site.maximum_age)
