"""PAGES: what is left of a house that is there no more: every address it had leads on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from site_generator import addresses
from site_generator.language.codes import DANISH
from site_generator.output import Page
from site_generator.read.gone import GoneHouse
from site_generator.read.remembered import History, HouseHistory
from site_generator.schema.values import LANGUAGES
from site_generator.told.facts import Link
from site_generator.views.all_houses import ACCENT, LostView

_SECTIONS = (
    *(addresses.FRONT, addresses.OFFERS, addresses.CALENDAR, addresses.FIND_US, addresses.PODCAST),
    *(addresses.FLYERS, addresses.PROFESSIONALS, addresses.ABOUT, addresses.KNOWLEDGE),
    *(addresses.GUIDE, addresses.UNSURE, addresses.SEARCH, addresses.TRACKS, addresses.OFFLINE),
    *(addresses.PRIVACY, addresses.ACCESSIBILITY, addresses.STATEMENT, addresses.SCREEN),
)


@dataclass(frozen=True)
class GoneView(LostView):
    """`target` is opened at once, without a script; who stays can follow it as a link."""

    target: Link


def gone_house_pages(
    one: GoneHouse, past: History, there: HouseHistory, version: str, made_on: str
) -> Iterator[Page]:
    """A page at every address that the house has had, with addresses within the whole site.

    `there` is what the house that it leads to has: what is called the same there is opened.
    """
    same = set(_pages(there))
    for language, inner in dict.fromkeys(_had(past.of(one.house), past.articles)):
        address = addresses.in_language(inner, language)
        yield _page(one, address, inner if inner in same else "", version, made_on)


def _had(history: HouseHistory, articles: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Every page that the house has had, in every language."""
    own = (*_SECTIONS, *_pages(history), *map(addresses.article, articles))
    yield from product((DANISH, *(LANGUAGES.keys() & set(history.languages))), own)
    # A flyer may have more languages than its house, and a code in each of them.
    yield from product(LANGUAGES, (addresses.short(code.code) for code in history.codes))


def _pages(house: HouseHistory) -> Iterator[str]:
    yield from (addresses.short(code.code) for code in house.codes)
    yield from map(addresses.offer, house.offers)
    yield from map(addresses.episode, house.episodes)
    yield from map(addresses.local_page, house.pages)


def _page(one: GoneHouse, address: str, inner: str, version: str, made_on: str) -> Page:
    own = f"{one.house}/{address}"
    root = addresses.way_up(own)
    everyone = Link("Se alle familiehuse", root)
    target = everyone
    if one.leads_to:
        target = Link("Se det nye hus", f"{root}{one.leads_to}/{inner}")
    elif one.link:
        target = Link("Se, hvor du kan få hjælp nu", one.link)
    view = GoneView(
        title="Huset er her ikke mere",
        description="Huset er flyttet eller lukket.",
        lead="Du kommer videre nu.",
        links=tuple(dict.fromkeys((target, everyone))),
        stylesheet=f"{root}{addresses.STYLESHEET}?{version}",
        script=f"{root}{addresses.SCRIPT}?{version}",
        icon=f"{root}{addresses.ICON}",
        accent=ACCENT,
        demo_notice="",
        made_on=made_on,
        target=target,
    )
    return Page(own, "pages/gone.html", view, "content/retired_houses.yml")
