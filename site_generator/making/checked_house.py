"""The story of one house in a check: read → check → resolve and tell, and nothing is made that
nobody is told of.

No page is made: that no two of them have one address follows from the rules (`rules/identity.py`).
"""

from __future__ import annotations

from site_generator.making.houses import Workshop, house_of, jobs_of, read_house
from site_generator.print.house_prints import print_problems
from site_generator.problems import has_errors
from site_generator.read.remembered import HouseHistory
from site_generator.views.all_houses import house_card
from site_generator.write.memory import Told


def check_house(shop: Workshop, slug: str, history: HouseHistory) -> Told:
    """What a build of a house would tell, with as little as possible made of it."""
    municipality, problems = read_house(shop, slug, history)
    card = house_card(municipality) if municipality else None
    if municipality is None or has_errors(problems) or not shop.whole:
        return Told(slug, tuple(problems), card)
    house = house_of(shop, municipality, history)
    typesetter, kept = shop.typesetter(municipality.site.theme), shop.order.project.kept
    problems += print_problems(jobs_of(shop, house), typesetter, kept)
    return Told(slug, tuple(problems), card)
