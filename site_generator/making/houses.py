"""The story of one house: read → check → resolve and tell → render → write aside."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache, lru_cache
from itertools import product
from pathlib import Path

from site_generator.addresses import ASSETS, SHARE_PICTURE, WORKER, in_language
from site_generator.feeds.house_feeds import house_feeds
from site_generator.html.rendering import Renderer
from site_generator.html.theme import Theme, load_theme, theme_files
from site_generator.language.codes import DANISH
from site_generator.language.spoken import speaking
from site_generator.output import Artifact
from site_generator.pictures.photographs import Pictures, render_media
from site_generator.pictures.share_picture import Card, share_picture
from site_generator.print.house_prints import Prints, print_jobs
from site_generator.print.jobs import house_jobs
from site_generator.print.typesetting import Typesetter
from site_generator.problems import Problem, did_you_mean, has_errors
from site_generator.project import Order
from site_generator.read.file_dates import NO_DATES, FileDates, file_dates
from site_generator.read.remembered import NOTHING_KNOWN, History, HouseHistory
from site_generator.records.municipality import Municipality, read_municipality
from site_generator.records.shared_content import SharedContent, read_shared_content
from site_generator.rules import Circumstances, check
from site_generator.rules.published import articles_are_kept, history_is_whole, houses_are_kept
from site_generator.rules.reading_ease import shared_texts_are_easy
from site_generator.told.house import House, all_occurrences
from site_generator.views.all_houses import house_card
from site_generator.views.offline import worker
from site_generator.views.pages import house_pages, shared_addresses
from site_generator.views.search.index import search_index
from site_generator.views.search.typed import words_of_all_languages
from site_generator.write.memory import HouseCard, Told
from site_generator.write.standing import MARK, write_files


class Workshop:
    """What all houses of an order share, read once in each process. Not to be changed."""

    def __init__(self, order: Order) -> None:
        self.order = order
        self.shared, problems = read_shared_content(order.project.content)
        self.problems = (*problems, *shared_texts_are_easy(self.shared))
        self.theme: Callable[[str], Theme] = cache(self._theme)
        self.renderer: Callable[[str], Renderer] = cache(self._renderer)
        self.typesetter: Callable[[str], Typesetter] = cache(self._typesetter)

    def _theme(self, name: str) -> Theme:
        return load_theme(self.order.project.themes / name)

    def _renderer(self, name: str) -> Renderer:
        return Renderer(self.order.project.themes / name, self.order.project.kept)

    def _typesetter(self, name: str) -> Typesetter:
        return Typesetter(self.order.project.themes / name / "print")


@lru_cache(maxsize=1)
def workshop(order: Order, shared_key: str) -> Workshop:
    """The workshop of an order; `shared_key` changes with everything that is in it."""
    return Workshop(order)


def make_house(
    shop: Workshop,
    slug: str,
    history: HouseHistory,
    aside: Callable[[], Path | None],
) -> Told:
    """Make the whole site of a house below the folder that `aside` gives: `<slug>/index.html` …

    Where the house has an error, or `aside` gives nothing, nothing is written.
    """
    municipality, problems = read_house(shop, slug, history)
    card = house_card(municipality) if municipality else None
    if municipality is None or has_errors(problems):
        return Told(slug, tuple(problems), card)
    theme, order = shop.theme(municipality.site.theme), shop.order
    dates = file_dates(order.project.root, slug, history, order.today)
    house = open_house(
        municipality, shop.shared, theme, order.today, order.base_url, history, dates
    )
    prints = _print(shop, house)
    pages = house_pages(house, prints.printed)
    problems += [*prints.problems, *shared_addresses(pages)]
    folder = None if has_errors(problems) else aside()
    if folder:
        write_files(shop.renderer(municipality.site.theme).pages(pages), folder)
        write_files(_files(shop, house, prints), folder)
    return Told(slug, tuple(problems), card)


def read_house(
    shop: Workshop, slug: str, history: HouseHistory
) -> tuple[Municipality | None, list[Problem]]:
    """A municipality as far as it can be read, and all that is wrong with its files."""
    order = shop.order
    municipality, problems = read_municipality(order.project.municipalities / slug, shop.shared)
    if municipality:
        problems += check(municipality, Circumstances(shop.shared, order.today, history))
        problems += _theme_problems(order.project.themes, municipality)
    return municipality, problems


def _theme_problems(themes: Path, municipality: Municipality) -> Iterator[Problem]:
    site = municipality.site
    if not (themes / site.theme).is_dir():
        yield Problem(
            path=site.path_of("theme"),
            line=site.line_of("theme"),
            message=f"Temaet «{site.theme}» findes ikke.",
            remedy=did_you_mean(site.theme, sorted(f.name for f in themes.iterdir() if f.is_dir())),
        )


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


def _print(shop: Workshop, house: House) -> Prints:
    name = house.municipality.site.theme
    jobs = house_jobs(house, shop.theme(name).folder / "locales", shop.order.print_shop)
    return print_jobs(jobs, shop.typesetter(name), shop.order.project.kept)


def _files(shop: Workshop, house: House, prints: Prints) -> Iterator[Artifact]:
    """Every file of a house that is no page, with addresses within the whole site."""
    for artifact in (*_own_files(shop, house), *prints.files):
        yield replace(artifact, address=f"{house.slug}/{artifact.address}")


def _own_files(shop: Workshop, house: House) -> Iterator[Artifact]:
    municipality, kept = house.municipality, shop.order.project.kept
    theme = shop.theme(municipality.site.theme)
    yield Artifact(MARK, b"")
    yield from theme_files(theme, municipality.site.brand.colour)
    yield from (Artifact(f"{ASSETS}{name}", text) for name, text in theme.vendor)
    yield from _search_indexes(house)
    yield words_of_all_languages(house.shared)
    yield Artifact(WORKER, worker(house, theme))
    if house.base_url:
        site = municipality.site
        card = Card(site.name, site.municipality, site.brand.colour, theme.heading_font)
        yield Artifact(SHARE_PICTURE, share_picture(card, house.share_photograph, kept))
    yield from _feeds(house)
    yield from render_media(municipality.folder, municipality.media, kept)


def _feeds(house: House) -> Iterator[Artifact]:
    for language in house.languages:
        with speaking(language):
            feeds = list(house_feeds(house))
        codes = [language.code]
        if language.code == DANISH:
            # Who subscribes in a language that is there no more goes on hearing, in Danish.
            codes += house.municipality.site.retired_languages
        for code, feed in product(dict.fromkeys(codes), feeds):
            yield replace(feed, address=in_language(feed.address, code))


def _search_indexes(house: House) -> Iterator[Artifact]:
    for language in house.languages:
        with speaking(language):
            index = search_index(house)
        yield replace(index, address=in_language(index.address, language.code))


def collection_problems(
    shop: Workshop, slugs: Sequence[str], history: History
) -> Iterator[Problem]:
    """What is wrong with no house, but with what all share, and with what is there no more."""
    yield from shop.problems
    yield from history_is_whole(history)
    yield from houses_are_kept(history, slugs, shop.shared)
    articles = (shop.order.project.content / "articles").glob("*.md")
    yield from articles_are_kept(history, (file.stem for file in articles), shop.shared)


def card_of(shop: Workshop, slug: str) -> HouseCard | None:
    """What is shown of a house above all houses, from its files as they are."""
    municipality, _ = read_municipality(shop.order.project.municipalities / slug, shop.shared)
    return house_card(municipality) if municipality else None
