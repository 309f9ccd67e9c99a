"""PAGES: an offer as it stands on a sheet, for families and for those who refer them."""

from __future__ import annotations

from site_generator.print.sheets import OfferLines, OverviewRow
from site_generator.schema.offers import Offer
from site_generator.told.for_professionals import offer_row
from site_generator.told.house import House
from site_generator.told.offers import offer_in_a_line
from site_generator.wording.in_words import words
from site_generator.wording.markup import to_text


def offer_lines(offer: Offer) -> OfferLines:
    return OfferLines(words(offer.title), words(offer.summary), offer_in_a_line(offer))


def overview_row(offer: Offer) -> OverviewRow:
    row = offer_row(offer, "")
    return OverviewRow(
        title=row.link.label,
        summary=words(offer.summary),
        audience=row.audience,
        access=row.access,
        refer=row.referred_by,
        provider=row.provider,
    )


def referring(house: House) -> str:
    professionals = house.municipality.site.professionals
    return to_text(words(professionals.refer)) if professionals and professionals.refer else ""
