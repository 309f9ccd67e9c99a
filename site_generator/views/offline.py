"""PAGES: what can be read without a network, and the worker that keeps it on the telephone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from markupsafe import Markup

from site_generator import addresses
from site_generator.html.theme import Theme
from site_generator.language.spoken import _, spoken
from site_generator.output import Page
from site_generator.told.facts import Fact, Link
from site_generator.told.house import House
from site_generator.told.numbers import numbers
from site_generator.told.special_days import special_days
from site_generator.told.week import HoursTable, common_tables, phone_tables, place_tables
from site_generator.views.around.frame import page_frame
from site_generator.views.around.written_in import written_in
from site_generator.views.elements import Frame
from site_generator.views.hours.find_us import address_lines
from site_generator.wording.in_words import plain_date, words
from site_generator.wording.markup import to_html

# Where a theme's worker wants to be told about the house.
_GAP = '"house"'


@dataclass(frozen=True)
class OfflinePlace:
    """A place, and its own hours where the file speaks of places."""

    anchor: str
    name: str
    address: tuple[str, ...]
    entrance: str
    hours: tuple[HoursTable, ...]


@dataclass(frozen=True)
class OfflineView:
    """What one asks for on the way there: numbers, hours, places, and the pages that are kept."""

    frame: Frame
    title: str
    lead: str
    numbers: tuple[Fact, ...]
    hours: tuple[HoursTable, ...]
    phone: tuple[HoursTable, ...]
    phone_note: str
    by_appointment: Markup | None
    special_days: tuple[tuple[str, str], ...]
    places: tuple[OfflinePlace, ...]
    links: tuple[Link, ...]


def offline_page(house: House) -> Page:
    """Shown without a network in place of a page that is not kept."""
    address, file = addresses.OFFLINE, house.municipality.opening_hours
    title = _("Du er uden net")
    lead = _(
        "Siden er ikke gemt på din telefon. Her er det vigtigste, som det var den {date}.",
        date=plain_date(house.today),
    )
    view = OfflineView(
        frame=page_frame(house, address, title, lead),
        title=title,
        lead=lead,
        numbers=numbers(house),
        hours=common_tables(house, _("Huset er åbent")),
        phone=phone_tables(house),
        phone_note=words(file.phone_note) if file else "",
        by_appointment=to_html(words(file.by_appointment))
        if file and file.by_appointment
        else None,
        special_days=special_days(house),
        places=tuple(_places(house)),
        links=tuple(_links(house, addresses.way_up(address))),
    )
    return Page(
        address,
        "pages/offline.html",
        view,
        written_in(house.municipality.site, "offline"),
        spoken(),
    )


def _places(house: House) -> Iterator[OfflinePlace]:
    for place in house.municipality.location.places:
        hours = place_tables(house, place.id, _("Åbent"))
        address, entrance = address_lines(place), words(place.entrance)
        if hours or address or entrance:
            yield OfflinePlace(place.id, place.name, address, entrance, hours)


def _links(house: House, root: str) -> Iterator[Link]:
    names = {
        addresses.FRONT: _("Forsiden"),
        addresses.FIND_US: _("Find os"),
        addresses.CALENDAR: _("Kalender"),
    }
    return (Link(names[kept], root + kept) for kept in _kept(house))


def worker(house: House, theme: Theme) -> bytes:
    """`sw.js`: keeps the pages, or, for a house that does not want it, clears what it kept."""
    if not house.kept_offline:
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
