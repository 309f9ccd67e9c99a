"""The story of a build: read → validate → resolve → pages → render → write."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path
from urllib.parse import urlsplit

from site_generator.feeds.gone_house import gone_house_feeds
from site_generator.html.mkdocs_adapter import render_pages
from site_generator.html.theme import Theme, load_theme
from site_generator.kept import Kept
from site_generator.output import Artifact, Page
from site_generator.pages import house_files, house_pages, open_house, shared_addresses, theme_files
from site_generator.print.house_prints import Prints, print_jobs
from site_generator.print.jobs import Job, house_jobs
from site_generator.print.typesetting import Typesetter
from site_generator.problems import Problem, has_errors
from site_generator.progress import Progress, Silent
from site_generator.project import Contents, Project, read_project
from site_generator.read.file_dates import file_dates
from site_generator.read.gone import gone_houses
from site_generator.read.published import what_is_there
from site_generator.told.house import House
from site_generator.views.all_houses import ACCENT, all_houses_page, lost_page
from site_generator.views.gone_houses import gone_house_pages
from site_generator.wording.in_words import plain_date
from site_generator.write.write import new_folder, write_files

DEFAULT_THEME = "familiehus"


@dataclass(frozen=True)
class Order:
    """What to build. `slugs` empty means all; `base_url` empty means not known.

    With `print_shop` the flyers also come with bleed and crop marks.
    """

    project: Project
    site: Path
    slugs: tuple[str, ...]
    today: date
    base_url: str
    print_shop: bool = False

    @property
    def kept(self) -> Kept:
        """What earlier builds rendered. The folder may be deleted at any time."""
        return Kept(self.project.root / ".cache" / "rendered")


def build(order: Order, progress: Progress) -> tuple[Problem, ...]:
    """Build the whole site, or only the houses named, each of which then replaces its old self.

    Gives back all problems. Where one is an error nothing is written.
    """
    with progress.step("Læser", total=None) as advance:
        contents = read_project(order.project, order.slugs, order.today, advance)
    if has_errors(contents.problems):
        return contents.problems
    houses = _open(order, contents)
    prints = _print(order, houses, progress)
    pages = {house.slug: house_pages(house, prints[house.slug].printed) for house in houses}
    problems = contents.problems + _told(prints)
    problems += tuple(shared_addresses(page for group in pages.values() for page in group))
    if has_errors(problems):
        return problems
    works = [Work(house, pages[house.slug], prints[house.slug].files) for house in houses]
    order.kept.tidy()
    if order.slugs:
        _write_some(order, works, progress)
    else:
        _write_all(order, contents, works, progress)
    return problems


def check(order: Order) -> tuple[Problem, ...]:
    """Everything that is wrong, also what would not fit on paper. Writes nothing but the cache."""
    contents = read_project(order.project, order.slugs, order.today)
    # A house that could only be read in part would be printed in part.
    if has_errors(contents.problems):
        return contents.problems
    return contents.problems + _told(_print(order, _open(order, contents), Silent()))


def _open(order: Order, contents: Contents) -> list[House]:
    root, history = order.project.root, contents.history
    return [
        open_house(
            m,
            contents.shared,
            _theme(order, m.site.theme),
            order.today,
            order.base_url,
            history.of(m.slug),
            file_dates(root, m.slug, history.of(m.slug), order.today),
        )
        for m in contents.municipalities
    ]


def _print(order: Order, houses: Sequence[House], progress: Progress) -> dict[str, Prints]:
    """Every house's flyers, by its slug."""
    jobs = {house.slug: _jobs(order, house) for house in houses}
    names = {house.municipality.site.theme for house in houses}
    setters = {name: Typesetter(order.project.themes / name / "print") for name in names}
    with progress.step("Sætter flyers", sum(map(len, jobs.values()))) as advance:
        return {
            house.slug: print_jobs(
                jobs[house.slug], setters[house.municipality.site.theme], order.kept, advance
            )
            for house in houses
        }


def _jobs(order: Order, house: House) -> list[Job]:
    theme = _theme(order, house.municipality.site.theme)
    return list(house_jobs(house, theme.folder / "locales", order.print_shop))


def _told(prints: Mapping[str, Prints]) -> tuple[Problem, ...]:
    return tuple(problem for made in prints.values() for problem in made.problems)


@dataclass(frozen=True)
class Work:
    """A house with all that has been prepared for it."""

    house: House
    pages: list[Page]
    prints: tuple[Artifact, ...]


def _write_all(order: Order, contents: Contents, works: Sequence[Work], progress: Progress) -> None:
    with new_folder(order.site) as folder:
        _render(order, works, folder, progress)
        theme = _theme(order, DEFAULT_THEME)
        houses = [work.house for work in works]
        render_pages(_pages_above(order, houses, theme), theme.folder, folder)
        write_files(theme_files(theme, ACCENT), folder)
        _write_gone(order, contents, theme, folder)


def _write_gone(order: Order, contents: Contents, theme: Theme, folder: Path) -> None:
    """What is left of houses that are there no more."""
    version, made_on = theme.version(ACCENT), plain_date(order.today)
    for one in gone_houses(order.project.content):
        history = contents.history.of(one.house)
        there = what_is_there(order.project.municipalities / (one.leads_to or one.house))
        pages = list(gone_house_pages(one, history, there, version, made_on))
        render_pages(pages, theme.folder, folder)
        write_files(gone_house_feeds(one, history), folder)


def _write_some(order: Order, works: Sequence[Work], progress: Progress) -> None:
    for work in works:
        with new_folder(order.site / work.house.slug) as folder:
            below = folder / "new"
            _render(order, [work], below, progress)
            _lift(below / work.house.slug, folder)


def _render(order: Order, works: Sequence[Work], folder: Path, progress: Progress) -> None:
    by_theme = sorted(works, key=_theme_name)
    with progress.step("Skriver sider", sum(len(work.pages) for work in works)) as advance:
        for name, group in groupby(by_theme, key=_theme_name):
            members = list(group)
            theme = _theme(order, name)
            pages = [page for work in members for page in work.pages]
            render_pages(pages, theme.folder, folder, advance)
            write_files(_files(order, members, theme), folder)


def _theme_name(work: Work) -> str:
    return work.house.municipality.site.theme


def _files(order: Order, works: Iterable[Work], theme: Theme) -> Iterable[Artifact]:
    for work in works:
        yield from house_files(work.house, theme, work.prints, order.kept)


def _pages_above(order: Order, houses: Sequence[House], theme: Theme) -> list[Page]:
    version = theme.version(ACCENT)
    base_path = f"{urlsplit(order.base_url).path.rstrip('/')}/"
    return [
        all_houses_page(tuple(houses), version, plain_date(order.today)),
        lost_page(base_path, version, plain_date(order.today)),
    ]


def _theme(order: Order, name: str) -> Theme:
    return load_theme(order.project.themes / name)


def _lift(inner: Path, outer: Path) -> None:
    """Move everything in `inner` up into `outer`, and take the emptied folder away."""
    for entry in inner.iterdir():
        entry.rename(outer / entry.name)
    inner.rmdir()
    inner.parent.rmdir()
