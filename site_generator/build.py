"""The story of a build: read → validate → resolve → pages → render → write."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path
from urllib.parse import urlsplit

from site_generator.mkdocs_adapter import render_pages
from site_generator.pages import house_files, house_pages, open_house, shared_addresses, theme_files
from site_generator.problems import Problem, has_errors
from site_generator.progress import Progress
from site_generator.project import Project, read_project
from site_generator.theme import Theme, load_theme
from site_generator.views.all_houses import ACCENT, all_houses_page, lost_page
from site_generator.views.elements import Artifact, Page
from site_generator.views.house import House
from site_generator.wording import plain_date
from site_generator.write import new_folder, write_files

DEFAULT_THEME = "familiehus"


@dataclass(frozen=True)
class Order:
    """What to build. `slugs` empty means all; `base_url` empty means not known."""

    project: Project
    site: Path
    slugs: tuple[str, ...]
    today: date
    base_url: str


def build(order: Order, progress: Progress) -> tuple[Problem, ...]:
    """Build the whole site, or only the houses named, each of which then replaces its old self.

    Gives back all problems. Where one is an error nothing is written.
    """
    with progress.step("Læser", total=None) as advance:
        contents = read_project(order.project, order.slugs, order.today, advance)
    if has_errors(contents.problems):
        return contents.problems
    houses = [
        open_house(m, contents.shared, _theme(order, m.site.theme), order.today, order.base_url)
        for m in contents.municipalities
    ]
    pages = {house.slug: house_pages(house) for house in houses}
    clashes = tuple(shared_addresses(page for group in pages.values() for page in group))
    if clashes:
        return contents.problems + clashes
    if order.slugs:
        _write_some(order, houses, pages, progress)
    else:
        _write_all(order, houses, pages, progress)
    return contents.problems


def _write_all(
    order: Order, houses: Sequence[House], pages: dict[str, list[Page]], progress: Progress
) -> None:
    with new_folder(order.site) as folder:
        _render(order, houses, pages, folder, progress)
        theme = _theme(order, DEFAULT_THEME)
        render_pages(_pages_above(order, houses, theme), theme.folder, folder)
        write_files(theme_files(theme, ACCENT), folder)


def _write_some(
    order: Order, houses: Sequence[House], pages: dict[str, list[Page]], progress: Progress
) -> None:
    for house in houses:
        with new_folder(order.site / house.slug) as folder:
            below = folder / "new"
            _render(order, [house], pages, below, progress)
            _lift(below / house.slug, folder)


def _render(
    order: Order,
    houses: Sequence[House],
    pages: dict[str, list[Page]],
    folder: Path,
    progress: Progress,
) -> None:
    by_theme = sorted(houses, key=lambda house: house.municipality.site.theme)
    total = sum(len(pages[house.slug]) for house in houses)
    with progress.step("Skriver sider", total) as advance:
        for name, group in groupby(by_theme, key=lambda house: house.municipality.site.theme):
            members = list(group)
            theme = _theme(order, name)
            chosen = [page for house in members for page in pages[house.slug]]
            render_pages(chosen, theme.folder, folder, advance)
            write_files(_files(members, theme), folder)


def _files(houses: Iterable[House], theme: Theme) -> Iterable[Artifact]:
    for house in houses:
        yield from house_files(house, theme)


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
