"""PAGES: what is left of a house that is there no more: every address it had leads on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from site_generator import addresses
from site_generator.output import Page
from site_generator.read.gone import GoneHouse
from site_generator.read.remembered import HouseHistory
from site_generator.schema.values import LANGUAGES
from site_generator.told.facts import Link
from site_generator.views.all_houses import ACCENT, LostView

_SECTIONS = (
    *(addresses.FRONT, addresses.OFFERS, addresses.CALENDAR, addresses.FIND_US, addresses.PODCAST),
    *(addresses.FLYERS, addresses.PROFESSIONALS, addresses.ABOUT),
)


@dataclass(frozen=True)
class GoneView(LostView):
    """`target` is opened at once, without a script; who stays can follow it as a link."""

    target: Link


def gone_house_pages(
    one: GoneHouse, history: HouseHistory, there: HouseHistory, version: str, made_on: str
) -> Iterator[Page]:
    """A page at every address that the house has had, with addresses within the whole site.

    `there` is what the house that it leads to has: what is called the same there is opened.
    """
    same = set(_pages(there))
    for address in dict.fromkeys((*_SECTIONS, *_pages(history))):
        yield _page(one, address, address if address in same else "", version, made_on)
    for language in sorted(LANGUAGES.keys() - {"da"}):
        for code in history.codes:  # printed in every language that a flyer has
            inner = addresses.short(code.code)
            address = addresses.in_language(inner, language)
            yield _page(one, address, inner if inner in same else "", version, made_on)


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
