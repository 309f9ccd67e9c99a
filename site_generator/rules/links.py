"""Links in texts: safe, and to something that is there."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit

from site_generator import addresses
from site_generator.problems import Problem, nearest
from site_generator.records.municipality import Municipality
from site_generator.rules.circumstances import Circumstances
from site_generator.rules.house_addresses import HouseAddresses, house_addresses
from site_generator.rules.shown_pictures import PHOTOGRAPHS
from site_generator.rules.walk import Passage, passages_of
from site_generator.schema.location import LocationFile, Place
from site_generator.schema.offers import Offer
from site_generator.schema.opening_hours import OpeningHoursFile
from site_generator.schema.podcasts import Episode
from site_generator.schema.shared import Contact
from site_generator.schema.site import Film, Professionals
from site_generator.wording.markdown import look_at

_SCHEME = re.compile(r"^([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_SAFE_SCHEMES = ("https", "mailto", "tel", "webcal")
_MAIL = re.compile(r"[^@/?#]+@[^@/?#]+\.[^@/?#.]+")
_PHONE = re.compile(r"\+?[\d ().-]{8,20}")
_HOUSE = "https://huset.invalid/hus/"

# What is wrong with a link, and what to do about it.
_Fault = tuple[str, str]

_NOT_FROM_EACH = (
    "Teksten står på flere sider, og linket virker ikke fra dem alle.",
    "Skriv hele adressen med https:// foran, eller skriv med ord, hvor det står.",
)


def links_are_safe(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """Links in texts lead to https, mailto, tel or webcal, or to a page of the site."""
    for passage, target, at in _links(municipality):
        if fault := _fault_of_scheme(target):
            yield passage.problem(*fault, at=at)


def links_lead_somewhere(
    municipality: Municipality, circumstances: Circumstances
) -> Iterator[Problem]:
    """A link within the house leads to a page, a file or a place on a page that is there."""
    known = house_addresses(municipality, circumstances)
    for passage, target, at in _links(municipality):
        if _fault_of_scheme(target) or _SCHEME.match(target):
            continue
        faults = [_fault_of_target(target, base, known) for base in _stands_on(passage)]
        if fault := _NOT_FROM_EACH if len(faults) > 1 and any(faults) else faults[0]:
            yield passage.problem(*fault, at=at)


def _links(municipality: Municipality) -> Iterator[tuple[Passage, str, int]]:
    for passage in passages_of(municipality):
        for found in look_at(passage.text).found if passage.markdown else ():
            if found.kind == "link":
                yield passage, re.sub(r"[\x00-\x20]", "", html.unescape(found.what)), found.at


def _fault_of_scheme(target: str) -> _Fault | None:
    scheme = _SCHEME.match(target)
    if not target:
        return "Linket har ingen adresse.", "Skriv adressen i parentesen, eller slet linket."
    if scheme and scheme[1].lower() == "http":
        return "Linket er ikke sikret med https.", f"Skriv https:{target[5:65]}, og prøv det."
    if scheme and scheme[1].lower() not in _SAFE_SCHEMES:
        message = f"Links med «{scheme[1]}:» bliver fjernet."
        return message, "Brug en adresse, der begynder med https://, mailto: eller tel:."
    if target.startswith(("//", "\\")):
        return "Adressen mangler https: foran.", "Skriv https:// først."
    if target.startswith("www."):
        return "Adressen mangler https:// foran.", f"Skriv https://{target[:60]}."
    return None


def _stands_on(passage: Passage) -> tuple[str, ...]:
    """The addresses of the pages on which a text stands, within the house."""
    record = passage.record
    if passage.page:
        return (addresses.local_page(passage.page.slug),)
    if isinstance(record, Offer):
        return (addresses.offer(record.id),)
    if isinstance(record, Episode):
        return (addresses.episode(record.id),)
    if isinstance(record, Professionals):
        return (addresses.PROFESSIONALS,)
    if isinstance(record, Place | LocationFile | OpeningHoursFile):
        return (addresses.FIND_US,)
    if isinstance(record, Contact):
        return addresses.FRONT, addresses.FIND_US
    if isinstance(record, Film):
        return addresses.FRONT, addresses.ABOUT
    return (addresses.ABOUT,) if passage.key == "about" else (addresses.FRONT,)


def _fault_of_target(target: str, base: str, known: HouseAddresses) -> _Fault | None:
    """What is wrong with a link to somewhere in the house from a page of it."""
    whole = urlsplit(urljoin(f"{_HOUSE}{base}", target))
    anchor = unquote(whole.fragment)
    inside = whole.geturl().startswith(_HOUSE) and not target.startswith("/")
    address = unquote(whole.path).removeprefix("/hus/") if inside else None
    if address is not None and known.has(address):
        if not anchor or known.has_anchor(address, anchor):
            return None
        return f"Stedet «#{anchor[:40]}» findes ikke på siden.", f"Slet «#{anchor[:40]}» i linket."
    message = f"Linket «{target[:60]}» fører ingen steder hen."
    return message, _remedy(target, base, known)


def _remedy(target: str, base: str, known: HouseAddresses) -> str:
    if _MAIL.fullmatch(target):
        return f"Er det en mailadresse, så skriv mailto:{target}."
    if _PHONE.fullmatch(unquote(target)):
        return f"Er det et telefonnummer, så skriv tel:{re.sub(r'[^+0-9]', '', unquote(target))}."
    right = _meant(unquote(target), known)
    if right is not None:
        return f"Skriv {addresses.way_up(base) + right}."
    if "media/" in target:
        name = PurePosixPath(target.rpartition("media/")[2][:60])
        if name.suffix.lower() in PHOTOGRAPHS:  # published in other sizes, by other names
            pdf = f"{addresses.way_up(base)}media/{name.with_suffix('.pdf')}"
            return f"Et link kan ikke føre til et billede. Gem det som PDF i media, og skriv {pdf}."
        return f"Læg filen i mappen media, og skriv {addresses.way_up(base)}media/{name}."
    if re.match(r"[\w-]+(?:\.[\w-]+)*\.(?:dk|com|org|net|eu|info)(?:/|$)", target):
        return f"Er det en anden side, så skriv https://{target[:60]}."
    return (
        f"Skriv fx {addresses.way_up(base)}{addresses.FIND_US}, eller hele adressen med https://."
    )


def _meant(target: str, known: HouseAddresses) -> str | None:
    """The address in the house that an author probably meant, whatever way he wrote it."""
    path, _, anchor = target.partition("#")
    bare = re.sub(r"^(?:\.{1,2}/|/)+", "", path).removesuffix("index.html").removesuffix(".md")
    bare = bare.removeprefix("pages/")
    end = f"#{anchor}" if anchor else ""
    for candidate in (bare, f"{bare.rstrip('/')}/", f"media/{bare}"):
        if bare and known.has(candidate):
            return candidate + (end if not anchor or known.has_anchor(candidate, anchor) else "")
    near = nearest(bare, known.pages, 0.8)
    return near or None
