"""PAGES: the fixed words of the templates."""

from __future__ import annotations

from site_generator.language.spoken import _
from site_generator.print.sheets import Words


def fixed_words() -> Words:
    return Words(
        offers=_("Det kan du få"),
        events=_("Det sker"),
        find_us=_("Find os"),
        call=_("Ring"),
        for_whom=_("For hvem"),
        way_in=_("Sådan kommer man ind"),
        refer=_("Hvem henviser"),
        provider=_("Hvem står bag"),
        offer=_("Tilbud"),
        overview=_("Tilbuddene"),
        how_to_refer=_("Sådan henviser du"),
    )
