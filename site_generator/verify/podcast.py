"""VERIFY: a podcast's feed read back: what it names is there, and of the size it says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element, ParseError, fromstring

from site_generator.problems import Problem

_FEED = "podcast/feed.xml"
_SELF = "{http://www.w3.org/2005/Atom}link"


def faults_of_podcast(content: bytes, sizes: Mapping[str, int], shown_as: str) -> Iterator[Problem]:
    """What is wrong with a feed. `sizes` has the bytes of each file by its address in the house."""
    try:
        root = fromstring(content)
    except ParseError as fault:
        yield _problem(shown_as, f"Podcastens feed kan ikke læses: {fault}.")
        return
    own = next((link.get("href", "") for link in root.iter(_SELF)), "")
    base = own.removesuffix(_FEED)
    for element in root.iter():
        address = element.get("url") or element.get("href") or ""
        if base and address.startswith(base):
            yield from _fault_of_file(element, address.removeprefix(base), sizes, shown_as)


def _fault_of_file(
    element: Element, name: str, sizes: Mapping[str, int], shown_as: str
) -> Iterator[Problem]:
    if name not in sizes:
        yield _problem(shown_as, f"Feedet nævner {name}, som ikke er der.")
    elif element.tag == "enclosure" and element.get("length") != str(sizes[name]):
        said = element.get("length")
        yield _problem(shown_as, f"{name} er på {sizes[name]} bytes, og feedet siger {said}.")


def _problem(path: str, message: str) -> Problem:
    return Problem(path=path, line=1, message=message, remedy="Byg siden igen.")
