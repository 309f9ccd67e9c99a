"""The story of one house: read → check → resolve and tell → render → write aside."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain, product
from pathlib import Path

from site_generator.addresses import (
    ASSETS,
    EMBED_SCRIPT,
    PODCAST_COVER,
    SHARE_PICTURE,
    WORKER,
    in_language,
)
from site_generator.feeds.house_feeds import house_feeds
from site_generator.feeds.podcast import podcast_files
from site_generator.html.theme import Theme, screen_theme_files, theme_files
from site_generator.kept import Kept
from site_generator.language.codes import DANISH
from site_generator.language.spoken import speaking
from site_generator.making.houses import Workshop, house_of, jobs_of, read_house
from site_generator.output import Artifact
from site_generator.pictures.photographs import keep_photographs, render_media
from site_generator.pictures.podcast_cover import Cover, podcast_cover
from site_generator.pictures.share_picture import Card, share_picture
from site_generator.print.house_prints import Prints, print_jobs
from site_generator.print.screen_pictures import screen_pictures
from site_generator.problems import has_errors
from site_generator.read.remembered import HouseHistory
from site_generator.rules.shown_pictures import published_media
from site_generator.told.house import House
from site_generator.told.podcast import can_be_subscribed_to
from site_generator.views.all_houses import house_card
from site_generator.views.offline import worker
from site_generator.views.pages import house_pages, shared_addresses
from site_generator.views.screen import screen_files
from site_generator.views.search.index import search_index
from site_generator.views.search.typed import words_by_letters
from site_generator.views.staff.page import staff_page
from site_generator.write.memory import Told
from site_generator.write.standing import MARK, write_files


def make_house(
    shop: Workshop,
    slug: str,
    history: HouseHistory,
    aside: Callable[[], Path | None],
) -> Told:
    """Make the whole site of a house below the folder that `aside` gives: `<slug>/index.html` …

    Where the house or what all share has an error, or `aside` gives nothing, nothing is written.
    """
    municipality, problems = read_house(shop, slug, history)
    card = house_card(municipality) if municipality else None
    if municipality is None or has_errors(problems) or not shop.whole:
        return Told(slug, tuple(problems), card)
    house = house_of(shop, municipality, history)
    _keep_pictures(shop, house)
    prints = _print(shop, house)
    problems += prints.problems
    pages = [*house_pages(house, prints.printed), staff_page(house, problems)]
    problems += shared_addresses(pages)
    folder = None if has_errors(problems) else aside()
    if folder:
        write_files(shop.renderer(municipality.site.theme).pages(pages), folder)
        files = (*own_files(shop, house), *feeds(house), *screen(shop, house), *prints.files)
        write_files(of_house(house, files), folder)
    return Told(slug, tuple(problems), card)


def _keep_pictures(shop: Workshop, house: House) -> None:
    """Make the pictures before they are asked for. Each wants up to 50 MiB for a moment: before
    the paper of the first house these are free again when Typst has grown."""
    find_photographs(shop, house)
    kept, name = shop.order.project.kept, house.municipality.site.theme
    theme = shop.theme(name)
    made = (_share_picture(house, theme, kept), _podcast_cover(house, theme, kept))
    for _ in chain(*made, screen_pictures(house, shop.typesetter(name), kept)):
        pass


def find_photographs(shop: Workshop, house: House) -> None:
    """Encode those that may be seen, and find out which have no AVIF: pages ask for that."""
    municipality = house.municipality
    media = published_media(municipality, house.today)
    found = keep_photographs(municipality.folder, media, shop.order.project.kept)
    house.pictures.without_avif.update(found)


def _print(shop: Workshop, house: House) -> Prints:
    typesetter = shop.typesetter(house.municipality.site.theme)
    return print_jobs(jobs_of(shop, house), typesetter, shop.order.project.kept)


def of_house(house: House, files: Iterable[Artifact]) -> Iterator[Artifact]:
    """Files of a house, with addresses within the whole site."""
    for file in files:
        yield replace(file, address=f"{house.slug}/{file.address}")


def own_files(shop: Workshop, house: House) -> Iterator[Artifact]:
    """Every file of a house that is no page, no feed and no paper."""
    municipality, kept = house.municipality, shop.order.project.kept
    theme = shop.theme(municipality.site.theme)
    yield Artifact(MARK, b"")
    yield from theme_files(theme, municipality.site.brand.colour)
    yield from screen_theme_files(theme, municipality.site.brand.colour)
    yield from (Artifact(f"{ASSETS}{name}", text) for name, text in theme.vendor)
    yield from _search_indexes(house)
    yield from words_by_letters(house.shared)
    yield Artifact(WORKER, worker(house, theme))
    yield from _share_picture(house, theme, kept)
    yield from _for_other_sites(house, theme)
    yield from _podcast_cover(house, theme, kept)
    media = published_media(municipality, house.today)
    yield from render_media(municipality.folder, media, kept)


def screen(shop: Workshop, house: House) -> Iterator[Artifact]:
    """What the screen of a house lives on, and it as pictures."""
    typesetter = shop.typesetter(house.municipality.site.theme)
    yield from screen_files(house)
    yield from screen_pictures(house, typesetter, shop.order.project.kept)


def _for_other_sites(house: House, theme: Theme) -> Iterator[Artifact]:
    """What others show of the house, where it wants that: data, and the script that reads it."""
    if not house.is_embedded:
        return
    from site_generator.feeds.data import data_schema, house_data

    yield Artifact(EMBED_SCRIPT, theme.embed_script)
    yield data_schema()
    yield from _in_each_language(house, house_data)


def _share_picture(house: House, theme: Theme, kept: Kept) -> Iterator[Artifact]:
    if house.base_url:
        site = house.municipality.site
        card = Card(site.name, site.municipality, site.brand.colour, theme.heading_font)
        yield Artifact(SHARE_PICTURE, share_picture(card, house.share_photograph, kept))


def _podcast_cover(house: House, theme: Theme, kept: Kept) -> Iterator[Artifact]:
    podcast, site = house.municipality.podcasts, house.municipality.site
    if podcast and can_be_subscribed_to(house):
        cover = Cover(str(podcast.title), site.name, site.brand.colour, theme.heading_font)
        yield Artifact(PODCAST_COVER, podcast_cover(cover, house.photograph(podcast.cover), kept))


def feeds(house: House) -> Iterator[Artifact]:
    """Every feed of a house: calendars in each of its languages, and its podcast; none of what
    nobody has said yes to."""
    if house.preview:
        return
    yield from podcast_files(house)
    yield from _in_each_language(house, house_feeds)


def _in_each_language(
    house: House, make: Callable[[House], Iterable[Artifact]]
) -> Iterator[Artifact]:
    """What is followed from outside. Who follows it in a language that is there no more goes on
    hearing, in Danish."""
    for language in house.languages:
        with speaking(language):
            made = list(make(house))
        codes = [language.code]
        if language.code == DANISH:
            codes += house.municipality.site.retired_languages
        for code, file in product(dict.fromkeys(codes), made):
            yield replace(file, address=in_language(file.address, code))


def _search_indexes(house: House) -> Iterator[Artifact]:
    for language in house.languages:
        with speaking(language):
            index = search_index(house)
        yield replace(index, address=in_language(index.address, language.code))
