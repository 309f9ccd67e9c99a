"""The story of a first look: the pages that somebody reads while writing, before all the rest.

Paper, feeds and the other languages take most of the time of a house, and nobody waits for them
in front of a browser. Until they are made they stand as they stood.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from site_generator.language.spoken import Language
from site_generator.making.houses import Workshop, house_of, jobs_of, read_house, workshop
from site_generator.making.plan import Plan
from site_generator.making.processes import each
from site_generator.making.whole_house import (
    feeds,
    find_photographs,
    of_house,
    own_files,
    screen,
)
from site_generator.output import Artifact
from site_generator.print.house_prints import prints_at_hand
from site_generator.problems import Problem, has_errors
from site_generator.told.house import House
from site_generator.views.all_houses import house_card
from site_generator.views.pages import house_pages, shared_addresses
from site_generator.write.memory import Told
from site_generator.write.standing import Site, write_files


def look_first(plan: Plan, site: Site, slug: str, language: str) -> Told:
    """Make a house aside for a first look in a language; nothing where it has an error."""
    prepare = partial(workshop, plan.order, plan.keys.shared)
    (told,) = each(partial(_make, plan, site, language), [slug], 1, prepare)
    return told


def _make(plan: Plan, site: Site, language: str, slug: str) -> Told:
    shop, history = workshop(plan.order, plan.keys.shared), plan.history.of(slug)
    municipality, problems = read_house(shop, slug, history)
    card = house_card(municipality) if municipality else None
    if municipality and shop.whole and not has_errors(problems):
        house = house_of(shop, municipality, history)
        problems += _write(shop, house, site, language)
    return Told(slug, tuple(problems), card)


def _write(shop: Workshop, house: House, site: Site, language: str) -> list[Problem]:
    stood = site.folder / house.slug
    name = house.municipality.site.theme
    typesetter, kept = shop.typesetter(name), shop.order.project.kept
    find_photographs(shop, house)
    prints = prints_at_hand(jobs_of(shop, house), typesetter, kept, stood)
    looked_at = _languages(house, language) if site.holds(house.slug) else ()
    pages = house_pages(house, prints.printed, looked_at)
    problems = list(shared_addresses(pages))
    if not problems:
        write_files(shop.renderer(name).pages(pages), site.aside)
        files = (*own_files(shop, house), *prints.files, *_others(shop, house, site))
        write_files(of_house(house, files), site.aside)
        _leave(stood, site.aside / house.slug)
    return problems


def _languages(house: House, language: str) -> Sequence[Language]:
    return [spoken for spoken in house.languages if spoken.code == language]


def _others(shop: Workshop, house: House, site: Site) -> Iterator[Artifact]:
    """Feeds and the days of the screen, made only where none stand."""
    if not site.holds(house.slug):
        yield from feeds(house)
        yield from screen(shop, house)


def _leave(stood: Path, fresh: Path) -> None:
    """What was not made stands as it stood: the same files under their names in the new folder."""
    for folder, _, names in os.walk(stood):
        beside = fresh / os.path.relpath(folder, stood)
        beside.mkdir(parents=True, exist_ok=True)
        for name in names:
            if not (beside / name).exists():
                _link(Path(folder, name), beside / name)


def _link(file: Path, name: Path) -> None:
    try:
        os.link(file, name)
    except OSError:  # a file system that knows no second name for a file
        shutil.copy2(file, name)
