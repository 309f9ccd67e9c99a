"""PAGES: which pages a house has, and at which address; each address once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from site_generator import addresses
from site_generator.language.codes import DANISH
from site_generator.language.spoken import Language, speaking
from site_generator.output import Page
from site_generator.print.printed import PrintedFile
from site_generator.problems import Problem
from site_generator.told.house import House
from site_generator.told.offers import shown_offers
from site_generator.views.around.partly_danish import says_what_is_danish
from site_generator.views.around.written_in import with_way_to_its_file
from site_generator.views.calendar.calendar import calendar_pages
from site_generator.views.embedded import embedded_pages
from site_generator.views.flyers.codes import code_pages
from site_generator.views.flyers.flyers import flyers_page
from site_generator.views.front import front_page
from site_generator.views.hours.find_us import find_us_page
from site_generator.views.leading_on import leading_pages, pages_of_retired_languages
from site_generator.views.offers.finder import offers_pages
from site_generator.views.offers.guide import guide_pages, has_guide
from site_generator.views.offers.offer import offer_page
from site_generator.views.offline import offline_page
from site_generator.views.professionals import professionals_page
from site_generator.views.screen import screen_page
from site_generator.views.search.page import search_page
from site_generator.views.texts.podcast import episode_pages, podcast_page
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


def house_pages(
    house: House, printed: Sequence[PrintedFile], languages: Sequence[Language] = ()
) -> list[Page]:
    """Every page of a house in all its languages, or only in some, with addresses within the
    whole site."""
    spoken = languages or house.languages
    pages = [
        with_way_to_its_file(house, page)
        for language in spoken
        for page in _in_language(house, language, printed)
    ]
    pages += _screen(house, spoken)
    return [replace(page, address=f"{house.slug}/{page.address}") for page in pages]


def _screen(house: House, languages: Sequence[Language]) -> Iterator[Page]:
    """Beside the Danish pages, once: it speaks all languages, and nobody can tap on it."""
    for language in languages:
        if language.code == DANISH:
            with speaking(language):
                yield screen_page(house)


def _in_language(house: House, language: Language, printed: Sequence[PrintedFile]) -> list[Page]:
    with speaking(language):
        pages = list(_house_pages(house, printed))
        taken = {page.address for page in pages}
        pages += [page for page in leading_pages(house) if page.address not in taken]
        if language.code == DANISH:
            retired = pages_of_retired_languages(house, pages)
            return [*pages, *retired, not_found_page(house)]
    return [
        replace(told, address=addresses.in_language(told.address, language.code))
        for told in map(says_what_is_danish, pages)
    ]


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
    if house.kept_offline:
        yield offline_page(house)
    yield from (local_page(house, page) for page in municipality.pages)
    if municipality.offers:
        yield from offers_pages(house)
        yield from (offer_page(house, offer) for offer in shown_offers(house))
    if has_guide(house):
        yield from guide_pages(house)
    # Also where nothing is on any more: telephones have links to it, and calendars lead to it.
    yield from calendar_pages(house)
    if house.articles():
        yield knowledge_page(house)
        yield from (article_page(house, page) for page in house.articles())
    if municipality.podcasts:
        yield podcast_page(house, municipality.podcasts)
        yield from episode_pages(house, municipality.podcasts)
    if house.has_flyers:
        yield flyers_page(house, printed)
    yield from code_pages(house)
    yield from embedded_pages(house) if house.is_embedded else ()


def shared_addresses(pages: Iterable[Page]) -> Iterator[Problem]:
    """Two things at one address: one would silently replace the other."""
    seen: dict[str, str] = {}
    for page in pages:
        if page.address in seen:
            both = f"{seen[page.address]} og {page.source}"
            message = f"To sider har samme adresse, /{page.address}: {both}."
            remedy = "Giv den ene et andet id eller filnavn."
            file, _, line = page.source.partition(":")
            yield Problem(path=file, line=int(line or 1), message=message, remedy=remedy)
        seen.setdefault(page.address, page.source)
