"""A house as the program builds it: pages as HTML, calendars, PDFs, all of them bytes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

from building import ROOT
from html_tree import Element, read_html
from test_cases import HERE, lay_out

from proof.houses import Written
from site_generator.feeds.house_feeds import house_feeds
from site_generator.html.rendering import Renderer
from site_generator.html.theme import Theme, load_theme
from site_generator.language.spoken import Language, speaking
from site_generator.making.houses import open_house
from site_generator.output import Page
from site_generator.print.house_prints import print_jobs
from site_generator.print.jobs import house_jobs
from site_generator.print.typesetting import Typesetter
from site_generator.problems import Problem, has_errors
from site_generator.project import Project
from site_generator.records.municipality import read_municipality
from site_generator.records.shared_content import SharedContent, read_shared_content
from site_generator.rules import Circumstances, check
from site_generator.told.house import House
from site_generator.views.calendar.calendar import calendar_pages
from site_generator.views.flyers.flyers import flyers_page
from site_generator.views.front import front_page
from site_generator.views.hours.find_us import find_us_page
from site_generator.views.offline import offline_page, worker
from site_generator.views.professionals import professionals_page
from site_generator.views.search.index import search_index

THEME = ROOT / "themes" / "familiehus"
BASE = "https://www.eksempel.dk/"


@dataclass(frozen=True)
class Built:
    house: House
    problems: tuple[Problem, ...]

    @cached_property
    def pages(self) -> dict[str, Element]:
        """The Danish pages that tell of hours and activities, by address."""
        return self.pages_in(self.house.languages[0])

    def pages_in(self, language: Language) -> dict[str, Element]:
        with speaking(language):
            pages = [*_pages(self.house)]
        made = _renderer().pages(pages)
        return {
            page.address: read_html(file.content.decode())
            for page, file in zip(pages, made, strict=True)
        }

    @property
    def found(self) -> list[dict[str, str]]:
        """What the search finds, in Danish."""
        with speaking(self.house.languages[0]):
            entries: list[dict[str, str]] = json.loads(search_index(self.house).content)
        return entries

    @cached_property
    def feeds(self) -> dict[str, dict[str, bytes]]:
        """Every calendar by language and address."""
        found = {}
        for language in self.house.languages:
            with speaking(language):
                found[language.code] = {a.address: a.content for a in house_feeds(self.house)}
        return found

    @property
    def worker(self) -> str:
        return worker(self.house, _theme()).decode()

    def paper(self) -> dict[str, bytes]:
        """The PDFs in colour, each by the id of its flyer; none where one cannot hold what stands
        on it, which stops its author."""
        jobs = [
            job
            for job in house_jobs(self.house, THEME / "locales", False)
            if job.variant == "" and len(job.flyers) == 1 and job.name == job.flyers[0].id
        ]
        prints = print_jobs(jobs, _typesetter(), Project(ROOT).kept)
        if has_errors(prints.problems):
            return {}
        found = {file.address: file.content for file in prints.files}
        return {job.name: found[job.address] for job in jobs if job.address in found}


def build(written: Written) -> Built | None:
    """As `familiehus build` does; None where `check` would have stopped the author."""
    with TemporaryDirectory() as folder:
        home = Path(folder) / "testkommune"
        lay_out(home, written.files, [])
        municipality, problems = read_municipality(home, _shared())
        assert municipality is not None, [str(problem) for problem in problems]
        problems += check(municipality, Circumstances(shared=_shared(), today=written.today))
        if has_errors(problems):
            return None
        house = open_house(municipality, _shared(), _theme(), written.today, BASE)
        return Built(house, tuple(problems))


def errors_of(written: Written) -> list[str]:
    with TemporaryDirectory() as folder:
        home = Path(folder) / "testkommune"
        lay_out(home, written.files, [])
        municipality, problems = read_municipality(home, _shared())
        assert municipality is not None
        problems += check(municipality, Circumstances(shared=_shared(), today=written.today))
        return [str(problem) for problem in problems if has_errors([problem])]


def _pages(house: House) -> Iterator[Page]:
    """In the language that is spoken."""
    yield front_page(house)
    yield find_us_page(house)
    yield from calendar_pages(house)
    yield offline_page(house)
    yield flyers_page(house, ())
    yield professionals_page(house)


@cache
def _shared() -> SharedContent:
    return read_shared_content(HERE / "broken" / "content")[0]


@cache
def _theme() -> Theme:
    return load_theme(THEME)


@cache
def _renderer() -> Renderer:
    return Renderer(THEME, Project(ROOT).kept)


@cache
def _typesetter() -> Typesetter:
    return Typesetter(THEME / "print")
