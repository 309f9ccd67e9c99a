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

from site_generator.addresses import ASSETS, WORKER, in_language
from site_generator.feeds.house_feeds import house_feeds
from site_generator.html.theme import theme_files
from site_generator.language.spoken import speaking
from site_generator.making.houses import Workshop, open_house
from site_generator.making.processes import each
from site_generator.output import Artifact
from site_generator.pictures.photographs import render_media
from site_generator.print.house_prints import Prints, print_jobs
from site_generator.print.jobs import house_jobs
from site_generator.project import Order, Project
from site_generator.read.remembered import NOTHING_KNOWN
from site_generator.records.municipality import Municipality, read_municipality
from site_generator.rules import Circumstances, check
from site_generator.told.house import House
from site_generator.views.offline import worker
from site_generator.views.pages import house_pages, shared_addresses
from site_generator.views.search.index import search_index
from site_generator.views.search.typed import words_of_all_languages
from site_generator.write.standing import MARK, write_files


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
    house = _opened(shop, watch, slug)
    name = house.municipality.site.theme
    with watch.stage("paper"):
        prints = _prints(shop, house)
    with watch.stage("pages: what they show"):
        pages = house_pages(house, prints.printed)
        assert not list(shared_addresses(pages))
    with watch.stage("pages: HTML"):
        files = list(shop.renderer(name).pages(pages))
    with watch.stage("feeds"):
        files += _below(slug, _feeds(house))
    with watch.stage("pictures, search, theme"):
        files += _below(slug, _other_files(shop, house))
    with watch.stage("write"):
        write_files([*files, *_below(slug, prints.files)], target)


def _opened(shop: Workshop, watch: Stopwatch, slug: str) -> House:
    order = shop.order
    with watch.stage("read"):
        municipality = _read(shop, slug)
    with watch.stage("check"):
        tuple(check(municipality, Circumstances(shop.shared, order.today, NOTHING_KNOWN)))
    with watch.stage("resolve"):
        theme = shop.theme(municipality.site.theme)
        return open_house(municipality, shop.shared, theme, order.today, order.base_url)


def _read(shop: Workshop, slug: str) -> Municipality:
    folder = shop.order.project.municipalities / slug
    municipality, problems = read_municipality(folder, shop.shared)
    assert municipality, problems
    return municipality


def _prints(shop: Workshop, house: House) -> Prints:
    name = house.municipality.site.theme
    jobs = house_jobs(house, shop.theme(name).folder / "locales", shop.order.print_shop)
    return print_jobs(jobs, shop.typesetter(name), shop.order.project.kept)


def _feeds(house: House) -> Iterator[Artifact]:
    for language in house.languages:
        with speaking(language):
            feeds = list(house_feeds(house))
        for feed in feeds:
            yield replace(feed, address=in_language(feed.address, language.code))


def _other_files(shop: Workshop, house: House) -> Iterator[Artifact]:
    municipality = house.municipality
    theme = shop.theme(municipality.site.theme)
    yield Artifact(MARK, b"")
    yield from theme_files(theme, municipality.site.brand.colour)
    yield from (Artifact(f"{ASSETS}{name}", text) for name, text in theme.vendor)
    for language in house.languages:
        with speaking(language):
            index = search_index(house)
        yield replace(index, address=in_language(index.address, language.code))
    yield words_of_all_languages(house.shared)
    yield Artifact(WORKER, worker(house, theme))
    yield from render_media(municipality.folder, municipality.media, shop.order.project.kept)


def _below(slug: str, files: Iterator[Artifact] | tuple[Artifact, ...]) -> list[Artifact]:
    return [replace(file, address=f"{slug}/{file.address}") for file in files]


if __name__ == "__main__":
    root, target, day = sys.argv[1:]
    print(json.dumps(seconds_of_stages(Path(root), Path(target), date.fromisoformat(day))))
