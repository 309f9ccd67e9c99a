"""PAGES: the page to search on. How it searches stands in `components/search_box/search_box.js`."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

from site_generator import addresses
from site_generator.language.spoken import _, ngettext
from site_generator.output import Artifact, Page
from site_generator.told.dangers import DangerView, Help, dangers, lines_for_each_danger
from site_generator.told.facts import HelpLineView, Link
from site_generator.told.help_lines import help_line
from site_generator.told.house import House
from site_generator.told.offers import shown_offers
from site_generator.views.around.contact import contact_actions
from site_generator.views.around.frame import page_frame
from site_generator.views.elements import Frame, SafeExit, WayOn
from site_generator.views.offers.guide import has_guide
from site_generator.views.offers.in_short import see_all_offers
from site_generator.views.search.index import search_index
from site_generator.views.search.typed import (
    groups_of_the_page,
    words_by_letters,
    words_of_the_page,
)

# More are not read, and the best stand first.
_MOST_SHOWN = 10


@dataclass(frozen=True)
class SearchView:
    """`counts[n]` says that n things were found; the last stands for as many and more.

    `words` are the addresses of the files of words, with spaces between them.
    """

    frame: Frame
    title: str
    index: str
    counts: tuple[str, ...]
    words: str
    groups: str
    typed: tuple[str, ...]
    dangers: tuple[DangerView, ...]
    way_out: SafeExit
    help_lines: tuple[HelpLineView, ...]
    nothing: WayOn
    links: tuple[Link, ...]


def search_page(house: House) -> Page:
    address = addresses.SEARCH
    root = addresses.way_up(address)
    title = _("Søg")
    lead = _("Find tilbud, aktiviteter og gode råd på siden.")
    index = search_index(house)
    view = SearchView(
        frame=page_frame(house, address, title, lead),
        title=title,
        index=f"{root}{addresses.SEARCH_INDEX}?{_version(index)}",
        counts=(
            _("Ingen resultater"),
            *(_found(count) for count in range(1, _MOST_SHOWN)),
            _("De {count} bedste resultater", count=_MOST_SHOWN),
        ),
        words=" ".join(
            f"{house.files(root)}{file.address}?{_version(file)}"
            for file in words_by_letters(house.shared)
        ),
        groups=groups_of_the_page(house.shared),
        typed=words_of_the_page(house.shared),
        dangers=tuple(_from_here(danger, root) for danger in dangers(house)),
        way_out=SafeExit(house.shared.leave_to, root + addresses.TRACKS),
        help_lines=tuple(help_line(line) for line in house.help_lines()),
        nothing=_way_on(house),
        links=tuple(_instead(house, root)),
    )
    return Page(address, "pages/search.html", view, "content/search.yml")


def _version(file: Artifact) -> str:
    return hashlib.sha256(file.content).hexdigest()[:8]


def _found(count: int) -> str:
    return ngettext("{count} resultat", "{count} resultater", count)


def _from_here(danger: DangerView, root: str) -> DangerView:
    """With links that lead on from the page of the search."""
    return replace(danger, help=tuple(_led_from(root, helping) for helping in danger.help))


def _led_from(root: str, helping: Help) -> Help:
    return helping if ":" in helping.href else replace(helping, href=root + helping.href)


def _way_on(house: House) -> WayOn:
    return WayOn(
        text=_("Prøv et andet ord, eller spørg os. Du behøver ikke vide, hvad det hedder."),
        links=(),
        actions=contact_actions(house.municipality.site.contact)[:2],
        help_lines=lines_for_each_danger(house),
    )


def _instead(house: House, root: str) -> Iterator[Link]:
    """The ways to everything, for those who would rather look than write, and without scripts."""
    if shown_offers(house):
        yield Link(see_all_offers(house), root + addresses.OFFERS)
    if has_guide(house):
        yield Link(_("Få hjælp til at finde det rette"), root + addresses.GUIDE)
    if house.municipality.events.events:
        yield Link(_("Se hele kalenderen"), root + addresses.CALENDAR)
    if house.articles():
        yield Link(_("Godt at vide"), root + addresses.KNOWLEDGE)
    yield Link(_("Find os"), root + addresses.FIND_US)
