"""PAGES: an offer as it stands on a sheet, for families and for those who refer them."""

from __future__ import annotations

import re

from site_generator.print.sheets import OfferLines, OverviewRow, Row
from site_generator.schema.offers import Offer
from site_generator.told.attending import how_to_attend
from site_generator.told.for_professionals import offer_row
from site_generator.told.house import House
from site_generator.told.offers import offer_in_a_line
from site_generator.wording.in_words import words
from site_generator.wording.markup import to_text

# The mark of a point of a Markdown list, at the beginning of its line.
_STEPS = re.compile(r"^ {0,3}(\d{1,2}[.)]|[-*+])\s+", re.MULTILINE)


def offer_lines(house: House, offer: Offer) -> OfferLines:
    return OfferLines(
        title=words(offer.title),
        summary=words(offer.summary),
        facts=offer_in_a_line(offer),
        practical=" ".join(how_to_attend(house, offer)),
    )


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


def referring(house: House) -> tuple[Row, ...]:
    """How to refer, step by step: the number or dash of each, empty for running text."""
    professionals = house.municipality.site.professionals
    written = words(professionals.refer) if professionals else ""
    paragraphs = _STEPS.split(written.strip())
    # What stands before the first step, then pairs of a mark and its words.
    first, *rest = (part.strip() for part in paragraphs)
    steps = [Row("", first), *map(Row, rest[::2], rest[1::2])]
    return tuple(Row(_mark(step.label), to_text(step.text)) for step in steps if step.text)


def _mark(written: str) -> str:
    return written if written[:1].isdigit() else "–" if written else ""
