"""PAGES: which pages of a house are other than before, named as a visitor knows them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from site_generator import addresses
from site_generator.read.remembered import HouseHistory
from site_generator.schema.values import LANGUAGES
from site_generator.told.changes.fields import languages_in_words
from site_generator.told.house import House
from site_generator.views.pages import house_pages
from site_generator.wording.in_words import in_a_row

# The first that an address begins with; those with a page for each thing are counted.
_NAMES = (
    (addresses.CALENDAR, "kalenderen"),
    (addresses.FIND_US, "Find os"),
    (addresses.GUIDE, "vejviseren"),
    (addresses.SEARCH, "søgningen"),
    (addresses.PROFESSIONALS, "Til fagfolk"),
    (addresses.ABOUT, "Om huset"),
    (addresses.KNOWLEDGE, "Godt at vide"),
    (addresses.PODCAST, "podcasten"),
    (addresses.FLYERS, "Flyers"),
    (addresses.OFFERS_FOR, "listerne over tilbud"),
    (addresses.EMBEDDED, "det, kommunens hjemmeside viser"),
)
_FEW = 5


def pages_in_words(before: House, after: House, published: HouseHistory) -> Iterator[str]:
    """`published` is what the house had on the web before: its addresses may lead on."""
    was, now = _pages(before), _pages(after)
    changed = [name for name, page in now.items() if name in was and was[name] != page]
    if changed:
        yield f"{_counted(changed, len(now))}: {in_a_row(_named(changed))}."
    if come := [name for name in now if name not in was]:
        yield f"{_how_many(come, 'ny ', 'nye ')}: {_listed(come)}."
    if gone := [name for name in was if name not in now]:
        yield from _gone(gone, frozenset(_pages(replace(after, history=published))))


def _gone(gone: Sequence[str], there: frozenset[str]) -> Iterator[str]:
    """Of what has no page of its own any more: what leads on, and what is not there at all."""
    if leading := [name for name in gone if name in there]:
        yield f"{_how_many(leading)} fører nu videre til en anden: {_listed(leading)}."
    if lost := [name for name in gone if name not in there]:
        yield f"{_how_many(lost)} er der ikke mere: {_listed(lost)}."


def _pages(house: House) -> Mapping[str, object]:
    """What each page shows, by its address within the house; not the screen, and not the one that
    stands in for others without a network, which change whenever they do."""
    shown = {page.address.partition("/")[2]: page for page in house_pages(house, ())}
    return {
        address: (page.template, page.view)
        for address, page in shown.items()
        if not address.endswith((addresses.OFFLINE, addresses.SCREEN))
    }


def _how_many(pages: Sequence[str], one: str = "", more: str = "") -> str:
    return f"1 {one}side" if len(pages) == 1 else f"{len(pages)} {more}sider"


def _counted(changed: Sequence[str], of_all: int) -> str:
    if len(changed) == of_all:
        return f"Alle {of_all} sider ændrer sig"
    return f"{_how_many(changed)} ændrer sig"


def _listed(pages: Sequence[str]) -> str:
    named = [f"/{page}" for page in pages[:_FEW]]
    more = len(pages) - len(named)
    return in_a_row([*named, f"{more} til"] if more else named)


def _named(pages: Sequence[str]) -> list[str]:
    """The kinds of pages, in the order of a visit; languages besides Danish last."""
    danish = [page for page in pages if not _language(page)]
    found = dict.fromkeys(name for page in danish if (name := _name(page)))
    offers = sum(_is_offer(page) for page in danish)
    named = [*found, *([f"{offers} tilbud"] if offers else [])]
    other = len([page for page in danish if not _name(page) and not _is_offer(page)])
    if other:
        more = "anden" if other == 1 else "andre"
        named.append(f"{other} {more}" if named else "en af de mindre")
    codes = dict.fromkeys(code for page in pages if (code := _language(page)))
    if codes:
        named.append(f"siderne på {languages_in_words(list(codes))}")
    return named


def _language(page: str) -> str:
    first = page.partition("/")[0]
    return first if first in LANGUAGES and first != "da" else ""


def _is_offer(page: str) -> bool:
    return page.startswith(addresses.OFFERS) and page.count("/") == 2


def _name(page: str) -> str:
    if page == addresses.FRONT:
        return "forsiden"
    if page == addresses.OFFERS:
        return "Tilbud"
    return next((name for start, name in _NAMES if page.startswith(start)), "")
