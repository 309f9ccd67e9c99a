"""How a house is read, checked and opened, in a build and in a check alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from site_generator.html.theme import Theme, load_theme
from site_generator.pictures.photographs import Pictures
from site_generator.print.former import former_jobs
from site_generator.print.jobs import Job, house_jobs
from site_generator.print.typesetting import Typesetter
from site_generator.problems import Problem, did_you_mean, has_errors
from site_generator.project import Order, Project
from site_generator.read.file_dates import NO_DATES, FileDates, file_dates
from site_generator.read.layers import files_of
from site_generator.read.owners import owners_of
from site_generator.read.remembered import NOTHING_KNOWN, History, HouseHistory
from site_generator.records.municipality import Municipality, read_municipality
from site_generator.records.shared_content import SharedContent, read_shared_content
from site_generator.rules import Circumstances, check
from site_generator.rules.collection import (
    articles_are_kept,
    history_is_whole,
    houses_are_kept,
    houses_leave_what_is_beside_them_alone,
)
from site_generator.rules.published_address import own_address_can_be_served
from site_generator.rules.reading_ease import shared_texts_are_easy
from site_generator.told.house import House, all_occurrences
from site_generator.views.all_houses import house_card
from site_generator.write.memory import HouseCard

if TYPE_CHECKING:  # which brings Jinja along, and a check renders nothing
    from site_generator.html.rendering import Renderer


class Workshop:
    """What all houses of an order share, read once in each process. Not to be changed."""

    def __init__(self, order: Order) -> None:
        self.order = order
        self.shared, problems = read_shared_content(*order.project.content)
        self.problems = (*problems, *shared_texts_are_easy(self.shared))
        # Pages are made of it. Where it is not whole it is told, and no house can be made.
        self.whole = not has_errors(self.problems)
        self.theme: Callable[[str], Theme] = cache(self._theme)
        self.renderer: Callable[[str], Renderer] = cache(self._renderer)
        self.typesetter: Callable[[str], Typesetter] = cache(self._typesetter)

    def _theme(self, name: str) -> Theme:
        return load_theme(self.order.project.theme(name))

    def _renderer(self, name: str) -> Renderer:
        from site_generator.html.rendering import Renderer

        return Renderer(self.order.project.theme(name), self.order.project.kept)

    def _typesetter(self, name: str) -> Typesetter:
        return Typesetter(self.order.project.theme(name) / "print")


@lru_cache(maxsize=1)
def workshop(order: Order, shared_key: str) -> Workshop:
    """The workshop of an order; `shared_key` changes with everything that is in it."""
    return Workshop(order)


def read_house(
    shop: Workshop, slug: str, history: HouseHistory
) -> tuple[Municipality | None, list[Problem]]:
    """A municipality as far as it can be read, and all that is wrong with its files."""
    order = shop.order
    municipality, problems = read_municipality(order.project.municipalities / slug, shop.shared)
    if municipality:
        owners = owners_of(order.project.root, slug)
        problems += check(municipality, Circumstances(shop.shared, order.today, history, owners))
        problems += own_address_can_be_served(municipality, order.base_url)
        problems += _theme_problems(order.project, municipality)
    return municipality, problems


def _theme_problems(project: Project, municipality: Municipality) -> Iterator[Problem]:
    site = municipality.site
    if not project.theme(site.theme).is_dir():
        yield Problem(
            path=site.path_of("theme"),
            line=site.line_of("theme"),
            message=f"Temaet «{site.theme}» findes ikke.",
            remedy=did_you_mean(site.theme, project.theme_names()),
        )


def house_of(shop: Workshop, municipality: Municipality, history: HouseHistory) -> House:
    """The house of a municipality as an order wants it."""
    order, theme = shop.order, shop.theme(municipality.site.theme)
    dates = file_dates(order.project.root, municipality.slug, history, order.today)
    house = open_house(
        municipality, shop.shared, theme, order.today, order.base_url, history, dates
    )
    return replace(house, preview=order.preview, repository=order.repository)


def open_house(
    municipality: Municipality,
    shared: SharedContent,
    theme: Theme,
    today: date,
    base_url: str,
    history: HouseHistory = NOTHING_KNOWN,
    dates: FileDates = NO_DATES,
) -> House:
    """A municipality's house on a day. `base_url` is that of the folder above all houses."""
    site = municipality.site
    above = f"{base_url.rstrip('/')}/{municipality.slug}/" if base_url else ""
    return House(
        municipality=municipality,
        shared=shared,
        pictures=Pictures(municipality.folder),
        today=today,
        base_url=f"{site.base_url.rstrip('/')}/" if site.base_url else above,
        version=theme.version(site.brand.colour),
        languages=tuple(theme.language(code) for code in dict.fromkeys(site.languages)),
        occurrences=all_occurrences(municipality, today),
        history=history,
        dates=dates,
    )


def jobs_of(shop: Workshop, house: House) -> Iterator[Job]:
    """Every PDF of a house, and what stands where others stood."""
    theme = shop.theme(house.municipality.site.theme)
    locales = theme.folder / "locales"
    jobs = list(house_jobs(house, locales, shop.order.print_shop))
    return iter((*jobs, *former_jobs(house, jobs, locales)))


def collection_problems(
    shop: Workshop, slugs: Sequence[str], history: History
) -> Iterator[Problem]:
    """What is wrong with no house, but with what all share, and with what is there no more."""
    yield from shop.problems
    yield from history_is_whole(history)
    yield from houses_leave_what_is_beside_them_alone(slugs)
    yield from houses_are_kept(history, slugs, shop.shared)
    articles = files_of(shop.order.project.content, "articles", "*.md")
    yield from articles_are_kept(history, (file.stem for file in articles), shop.shared)


def card_of(shop: Workshop, slug: str) -> HouseCard | None:
    """What is shown of a house above all houses, from its files as they are."""
    municipality, _ = read_municipality(shop.order.project.municipalities / slug, shop.shared)
    return house_card(municipality) if municipality else None
