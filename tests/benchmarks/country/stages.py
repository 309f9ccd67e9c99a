"""Where the time of a build goes: all houses one after the other in one process, stage by stage.

A process of its own, begun by `country.py` with the project, the folder to write in, and the day.
Prints the processor's seconds as JSON. The calls are those of `make_house` in
`site_generator/making/whole_house.py`, and tests/test_country.py compares what comes of them with
what a build writes. What several media tell is worked out by the first that asks, which is paper.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from time import process_time

from site_generator.making.houses import Workshop, open_house
from site_generator.making.processes import each
from site_generator.making.whole_house import feeds, own_files, screen
from site_generator.output import Artifact
from site_generator.print.house_prints import Prints, print_jobs
from site_generator.print.jobs import house_jobs
from site_generator.problems import Problem
from site_generator.project import Order, Project
from site_generator.read.remembered import NOTHING_KNOWN
from site_generator.records.municipality import Municipality, read_municipality
from site_generator.rules import Circumstances, check
from site_generator.told.house import House
from site_generator.views.pages import house_pages, shared_addresses
from site_generator.views.staff.page import staff_page
from site_generator.write.standing import write_files


class Stopwatch:
    """The processor's seconds of each stage, all threads together, in the order of the stages."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        start = process_time()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + process_time() - start


def seconds_of_stages(root: Path, target: Path, today: date) -> dict[str, float]:
    """Make every house of a project below the folder `target`; gives the seconds of each stage."""
    watch, project = Stopwatch(), Project(root)
    with watch.stage("what all share"):
        shop = Workshop(Order(project, target, (), today))
    make = partial(_make_house, shop, target, watch)
    for _ in each(make, project.slugs(), jobs=1, prepare=lambda: None):
        pass
    return watch.seconds


def _make_house(shop: Workshop, target: Path, watch: Stopwatch, slug: str) -> None:
    house, problems = _opened(shop, watch, slug)
    name = house.municipality.site.theme
    with watch.stage("paper"):
        prints = _prints(shop, house)
    with watch.stage("pages: what they show"):
        told = [*problems, *prints.problems]
        pages = [*house_pages(house, prints.printed), staff_page(house, told)]
        assert not list(shared_addresses(pages))
    with watch.stage("pages: HTML"):
        files = list(shop.renderer(name).pages(pages))
    with watch.stage("feeds"):
        files += _below(slug, feeds(house))
    with watch.stage("pictures, search, theme"):
        files += _below(slug, own_files(shop, house))
        files += _below(slug, screen(shop, house))
    with watch.stage("write"):
        write_files([*files, *_below(slug, prints.files)], target)


def _opened(shop: Workshop, watch: Stopwatch, slug: str) -> tuple[House, list[Problem]]:
    order = shop.order
    with watch.stage("read"):
        municipality, problems = _read(shop, slug)
    with watch.stage("check"):
        problems += check(municipality, Circumstances(shop.shared, order.today, NOTHING_KNOWN))
    with watch.stage("resolve"):
        theme = shop.theme(municipality.site.theme)
        house = open_house(municipality, shop.shared, theme, order.today, order.base_url)
        return house, problems


def _read(shop: Workshop, slug: str) -> tuple[Municipality, list[Problem]]:
    folder = shop.order.project.municipalities / slug
    municipality, problems = read_municipality(folder, shop.shared)
    assert municipality, problems
    return municipality, list(problems)


def _prints(shop: Workshop, house: House) -> Prints:
    name = house.municipality.site.theme
    jobs = house_jobs(house, shop.theme(name).folder / "locales", shop.order.print_shop)
    return print_jobs(jobs, shop.typesetter(name), shop.order.project.kept)


def _below(slug: str, files: Iterator[Artifact] | tuple[Artifact, ...]) -> list[Artifact]:
    return [replace(file, address=f"{slug}/{file.address}") for file in files]


if __name__ == "__main__":
    root, target, day = sys.argv[1:]
    print(json.dumps(seconds_of_stages(Path(root), Path(target), date.fromisoformat(day))))
