"""PLACE: what was made takes its place, and what stands above the houses is renewed."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path

from site_generator.addresses import ASSETS, NOT_FOUND
from site_generator.making.plan import Plan
from site_generator.read.gone import GoneHouse
from site_generator.write.memory import HouseCard, Standing, Told
from site_generator.write.standing import MARK, Site

# What stands above all houses, remembered under the name that no house can have.
_ABOVE = ""
_FOLDER_ABOVE = ASSETS.rstrip("/")
_FILES_ABOVE = ("index.html", NOT_FOUND, MARK)


def stands(site: Site, standing: Mapping[str, Standing], slug: str, key: str) -> bool:
    """Whether a house stands as it was put there, made of what is there now."""
    known = standing.get(slug)
    return known is not None and known.key == key and known.look == site.look_of([slug])


def put_in_place(
    plan: Plan,
    site: Site,
    standing: Mapping[str, Standing],
    told: Mapping[str, Told],
    standing_well: set[str],
) -> None:
    """Each house that was made takes its place; then what is above them; then what is gone goes."""
    now = dict(standing)
    for slug in plan.wanted.keys() - standing_well:
        site.place(slug)
        now[slug] = Standing(plan.wanted[slug], site.look_of([slug]))
    now[_ABOVE] = _above(plan, site, standing, told)
    if plan.order.is_whole:
        site.remove_all_but([*plan.slugs, *_names_above(plan.gone)])
        now = {slug: entry for slug, entry in now.items() if slug in (_ABOVE, *plan.slugs)}
    if now != standing:
        plan.memory.keep_standing(str(site.folder), now)
        plan.order.project.kept.tidy()


def put_together(plan: Plan, site: Site, found: Mapping[str, Path]) -> None:
    """Copies of houses that were made elsewhere take their places."""
    for slug, folder in found.items():
        shutil.copytree(folder, site.aside / slug)
        site.place(slug)
    _above(plan, site, {}, {})
    site.remove_all_but([*plan.slugs, *_names_above(plan.gone)])


def _above(
    plan: Plan, site: Site, standing: Mapping[str, Standing], told: Mapping[str, Told]
) -> Standing:
    """The page of all houses, and what is left of those that are gone, where it is not there."""
    cards = [card for slug in plan.slugs if (card := _card(plan, site, told, slug))]
    key = plan.keys.above([asdict(card) for card in cards], plan.gone)
    names = _names_above(plan.gone)
    if standing.get(_ABOVE) != Standing(key, site.look_of(names)):
        from site_generator.making.above import make_above, make_gone

        make_above(plan.order, cards, site.aside)
        make_gone(plan.order, plan.gone, plan.history, site.aside)
        for folder in (_FOLDER_ABOVE, *(one.house for one in plan.gone)):
            site.place(folder)
        site.place_files(_FILES_ABOVE)
    return Standing(key, site.look_of(names))


def _names_above(gone: Iterable[GoneHouse]) -> list[str]:
    return [_FOLDER_ABOVE, *_FILES_ABOVE, *(one.house for one in gone)]


def _card(plan: Plan, site: Site, told: Mapping[str, Told], slug: str) -> HouseCard | None:
    """What is shown of a house. One that was not asked for is shown if it stands, as it is now."""
    if slug in told:
        return told[slug].card
    if not site.holds(slug):
        return None
    known = plan.memory.told(plan.keys.house(slug), slug)
    if known is None:
        from site_generator.making.houses import card_of, workshop

        return card_of(workshop(plan.order, plan.keys.shared), slug)
    return known.card
