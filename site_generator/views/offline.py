"""PAGES: what can be read without a network, and the worker that keeps it on the telephone."""

from __future__ import annotations

import json
from hashlib import sha256

from site_generator import addresses
from site_generator.html.theme import Theme
from site_generator.language.spoken import _, spoken
from site_generator.output import Page
from site_generator.told.facts import Link
from site_generator.told.house import House
from site_generator.views.around.frame import page_frame
from site_generator.views.texts.texts import SimpleView

# Where a theme's worker wants to be told about the house.
_GAP = '"house"'


def offline_page(house: House) -> Page:
    """Shown without a network in place of a page that is not kept."""
    address = addresses.OFFLINE
    root = addresses.way_up(address)
    title = _("Du er uden net")
    lead = _("Siden er ikke gemt på din telefon. Disse sider kan du læse alligevel:")
    names = {
        addresses.FRONT: _("Forsiden"),
        addresses.FIND_US: _("Find os"),
        addresses.CALENDAR: _("Kalender"),
    }
    links = tuple(Link(names[kept], root + kept) for kept in _kept(house))
    view = SimpleView(page_frame(house, address, title, lead), title, lead, links)
    return Page(address, "pages/simple.html", view, f"{house.slug}: uden net", spoken())


def worker(house: House, theme: Theme) -> bytes:
    """`sw.js`: keeps the pages, or, for a house that does not want it, clears what it kept."""
    if not house.municipality.site.offline:
        return theme.worker_off.encode()
    return theme.worker.replace(_GAP, json.dumps(_about(house), ensure_ascii=False)).encode()


def _kept(house: House) -> list[str]:
    """Hours and telephone, the way, and what is on: what is asked for on the way there."""
    calendar = [addresses.CALENDAR] if house.municipality.events.events else []
    return [addresses.FRONT, addresses.FIND_US, *calendar]


def _about(house: House) -> dict[str, object]:
    """`first` is fetched at the first visit, `pages` and `files` are kept once they were read."""
    codes = [language.code for language in house.languages]
    away = [addresses.in_language(addresses.OFFLINE, code) for code in codes]
    files = [f"{file}?{house.version}" for file in (addresses.STYLESHEET, addresses.SCRIPT)]
    files.append(addresses.ICON)
    pages = [addresses.in_language(page, code) for code in codes for page in _kept(house)]
    return {
        "version": _version(house),
        "first": [*_kept(house), *away, *files],
        "pages": [*pages, *away],
        "files": files,
        "away": addresses.OFFLINE,
        "languages": [addresses.in_language("", code) for code in codes],
    }


def _version(house: House) -> str:
    """Changes with the day, the look, and what the kept pages say: then they are fetched anew."""
    m = house.municipality
    said = repr((m.site, m.opening_hours, m.location, m.transport, m.events))
    return sha256(f"{house.today} {house.version} {said}".encode()).hexdigest()[:8]
