"""PAGES: which pages and files a house has, and at which address; each address once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from site_generator import addresses
from site_generator.feeds.house_feeds import house_feeds
from site_generator.html.theme import Theme
from site_generator.kept import Kept
from site_generator.language.spoken import DANISH, Language, speaking
from site_generator.output import Artifact, Page
from site_generator.pictures.photographs import Pictures, render_media
from site_generator.pictures.share_picture import Card, share_picture
from site_generator.print.printed import PrintedFile
from site_generator.problems import Problem
from site_generator.read.file_dates import NO_DATES, FileDates
from site_generator.read.remembered import NOTHING_KNOWN, HouseHistory
from site_generator.records.municipality import Municipality
from site_generator.records.shared_content import SharedContent
from site_generator.told.house import House, all_occurrences
from site_generator.told.offers import shown_offers
from site_generator.views.around.partly_danish import says_what_is_danish
from site_generator.views.calendar.calendar import calendar_pages
from site_generator.views.flyers.codes import code_pages
from site_generator.views.flyers.flyers import flyers_page
from site_generator.views.front import front_page
from site_generator.views.hours.find_us import find_us_page
from site_generator.views.leading_on import leading_pages
from site_generator.views.offers.finder import offers_pages
from site_generator.views.offers.guide import guide_pages, has_guide
from site_generator.views.offers.offer import offer_page
from site_generator.views.offline import offline_page, worker
from site_generator.views.professionals import professionals_page
from site_generator.views.search.index import search_index
from site_generator.views.search.page import search_page
from site_generator.views.texts.podcast import episode_page, podcast_page
from site_generator.views.texts.texts import (
    about_page,
    accessibility_page,
    article_page,
    knowledge_page,
    local_page,
    not_found_page,
    privacy_page,
    statement_page,
    tracks_page,
)
from site_generator.write.write import MARK

_Addressed = TypeVar("_Addressed", Page, Artifact)


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
    own = site.base_url
    above = f"{base_url.rstrip('/')}/{municipality.slug}/" if base_url else ""
    return House(
        municipality=municipality,
        shared=shared,
        pictures=Pictures(municipality.folder),
        today=today,
        base_url=f"{own.rstrip('/')}/" if own else above,
        version=theme.version(site.brand.colour),
        languages=tuple(theme.language(code) for code in dict.fromkeys(site.languages)),
        occurrences=all_occurrences(municipality, today),
        history=history,
        dates=dates,
    )


def house_pages(house: House, printed: Sequence[PrintedFile]) -> list[Page]:
    """Every page of a house in all its languages, with addresses within the whole site."""
    return [
        _below(house, page)
        for language in house.languages
        for page in _in_language(house, language, printed)
    ]


def _in_language(house: House, language: Language, printed: Sequence[PrintedFile]) -> list[Page]:
    with speaking(language):
        pages = list(_house_pages(house, printed))
        taken = {page.address for page in pages}
        pages += [page for page in leading_pages(house) if page.address not in taken]
    if language.code == DANISH:
        return [*pages, not_found_page(house)]
    return [
        replace(told, address=addresses.in_language(told.address, language.code))
        for told in map(says_what_is_danish, pages)
    ]


def house_files(
    house: House, theme: Theme, prints: Iterable[Artifact], kept: Kept
) -> list[Artifact]:
    """Every file of a house that is no page, with addresses within the whole site."""
    return [_below(house, artifact) for artifact in (*_house_files(house, theme, kept), *prints)]


def _house_pages(house: House, printed: Sequence[PrintedFile]) -> Iterator[Page]:
    municipality = house.municipality
    yield front_page(house)
    yield find_us_page(house)
    yield search_page(house)
    yield about_page(house)
    yield professionals_page(house)
    yield privacy_page(house)
    yield accessibility_page(house)
    yield statement_page(house)
    yield tracks_page(house)
    if municipality.site.offline:
        yield offline_page(house)
    yield from (local_page(house, page) for page in municipality.pages)
    if municipality.offers:
        yield from offers_pages(house)
        yield from (offer_page(house, offer) for offer in shown_offers(house))
    if has_guide(house):
        yield from guide_pages(house)
    if municipality.events.events:
        yield from calendar_pages(house)
    if house.articles():
        yield knowledge_page(house)
        yield from (article_page(house, page) for page in house.articles())
    if municipality.podcasts:
        podcast = municipality.podcasts
        yield podcast_page(house, podcast)
        yield from (episode_page(house, podcast, episode) for episode in podcast.episodes)
    if house.has_flyers:
        yield flyers_page(house, printed)
    yield from code_pages(house)


def _house_files(house: House, theme: Theme, kept: Kept) -> Iterator[Artifact]:
    municipality = house.municipality
    # Lets the house be built anew by itself within a whole site (write.new_folder).
    yield Artifact(MARK, b"")
    yield from theme_files(theme, municipality.site.brand.colour)
    yield from (Artifact(f"{addresses.ASSETS}{name}", text) for name, text in theme.vendor)
    yield from _search_indexes(house)
    yield Artifact(addresses.WORKER, worker(house, theme))
    if house.base_url:
        yield Artifact(addresses.SHARE_PICTURE, _share_picture(house, theme, kept))
    yield from house_feeds(house)
    yield from render_media(municipality.folder, municipality.media, kept)


def _search_indexes(house: House) -> Iterator[Artifact]:
    for language in house.languages:
        with speaking(language):
            index = search_index(house)
        yield replace(index, address=addresses.in_language(index.address, language.code))


def _share_picture(house: House, theme: Theme, kept: Kept) -> bytes:
    site = house.municipality.site
    card = Card(site.name, site.municipality, site.brand.colour, theme.heading_font)
    return share_picture(card, house.share_photograph, kept)


def theme_files(theme: Theme, accent: str) -> Iterator[Artifact]:
    yield Artifact(addresses.STYLESHEET, theme.stylesheet(accent))
    yield Artifact(addresses.SCRIPT, theme.script.encode())
    yield Artifact(addresses.ICON, theme.icon(accent))


def _below(house: House, thing: _Addressed) -> _Addressed:
    return replace(thing, address=f"{house.slug}/{thing.address}")


def shared_addresses(things: Iterable[Page | Artifact]) -> Iterator[Problem]:
    """Two things at one address: one would silently replace the other."""
    seen: dict[str, str] = {}
    for thing in things:
        source = thing.source if isinstance(thing, Page) else thing.address
        if thing.address in seen:
            message = (
                f"To sider har samme adresse, /{thing.address}: {seen[thing.address]} og {source}."
            )
            remedy = "Giv den ene et andet id eller filnavn."
            yield Problem(path=source, line=1, message=message, remedy=remedy)
        seen.setdefault(thing.address, source)
