"""PAGES: the fixed words of the templates."""

from __future__ import annotations

from site_generator.language.spoken import _
from site_generator.print.sheets import Words
from site_generator.wording.in_words import weekday_names


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
        greeting=_("Kære familie"),
        kind_regards=_("Venlig hilsen"),
        week=_("Uge"),
        tally=_("Sæt en streg for hver familie. Skriv aldrig navne."),
        came_by=_("Kom forbi"),
        called=_("Ringede"),
        total=_("I alt"),
        days=weekday_names(),
    )
