"""What could act in a built site, found by reading every file: markup, linked data, feeds, styles.

Each finding is a sentence that names the file. Nothing is known of what was written where: a site
of one house is compared with what any page of this project may hold.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
from html_tree import Element, read_html

# What stands for a payload in what an author wrote; see injected.py.
MARK = re.compile(r"m\d+x")
_SCHEMES = ("https", "mailto", "tel", "webcal")
_SCHEME = re.compile(r"[\s\x00-\x20]*([A-Za-z][A-Za-z0-9+.-]*|&[^:]*)\s*:")
_LEADS = ("href", "src", "action", "formaction", "data", "poster", "ping", "background", "cite")
_FOREIGN = frozenset(["iframe", "object", "embed", "base", "applet", "frame", "math", "plaintext"])
_OF_CALENDARS = frozenset(
    """BEGIN END VERSION PRODID CALSCALE METHOD NAME SOURCE URL COLOR REFRESH-INTERVAL UID DTSTAMP
    DTSTART DTEND DURATION SUMMARY DESCRIPTION LOCATION GEO STATUS SEQUENCE LAST-MODIFIED CREATED
    RRULE RDATE EXDATE RECURRENCE-ID TRANSP CLASS CATEGORIES TZID TZOFFSETFROM TZOFFSETTO TZNAME
    X-WR-CALNAME X-WR-CALDESC X-WR-TIMEZONE X-PUBLISHED-TTL""".split()  # noqa: SIM905
)
_PARTS = frozenset(["VCALENDAR", "VEVENT", "VTIMEZONE", "STANDARD", "DAYLIGHT"])


def what_could_act(site: Path) -> Iterator[str]:
    """Every file below a folder, read as its kind is read."""
    for file in sorted(site.rglob("*")):
        reader = _READERS.get(file.suffix)
        if reader and file.is_file():
            for found in reader(file):
                yield f"{file.relative_to(site)}: {found}"


def _in_page(file: Path) -> Iterator[str]:
    try:
        page = read_html(file.read_text("utf-8"))
    except ValueError as broken:
        yield str(broken)
        return
    for element in page.all():
        yield from _in_element(element)


def _in_element(element: Element) -> Iterator[str]:
    # Ours, in a page for a frame: links open in the whole window, and no address is changed.
    ours = element.tag == "base" and element.attributes == {"target": "_top"}
    if element.tag in _FOREIGN and not ours:
        yield f"<{element.tag}>"
    if element.tag == "script":
        yield from _in_script(element)
    if element.tag == "style" and MARK.search("".join(map(str, element.children))):
        yield "a style sheet with an author's words"
    if element.tag == "meta" and element["http-equiv"].lower() == "refresh":
        yield from _of_target(element["content"].partition("url=")[2])
    for name, value in element.attributes.items():
        yield from (f"<{element.tag} {name}={value}>: {one}" for one in _in_attribute(name, value))


def _in_attribute(name: str, value: str | None) -> Iterator[str]:
    value = value or ""
    if name.startswith("on") or name in ("srcdoc", "ping") or MARK.search(name):
        yield "acts"
    if name == "style" and MARK.search(value):
        yield "a style with an author's words"
    if name in _LEADS or name.endswith(":href"):
        yield from _of_target(value)
    if name in ("src", "srcset", "poster") and re.match(r"\s*(?:https?:)?//", value):
        yield "asks another server"


def _in_script(element: Element) -> Iterator[str]:
    text = "".join(map(str, element.children))
    if element["type"] in ("application/ld+json", "application/json"):
        try:
            json.loads(text)
        except ValueError as broken:
            yield f"data is no JSON: {broken}"
    elif MARK.search(text) or MARK.search(element["src"]) or "//" in element["src"]:
        yield f"a script with an author's words: {element['src']}{text[:80]}"


def _of_target(target: str) -> Iterator[str]:
    scheme = _SCHEME.match(target)
    if scheme and scheme[1].lower() not in _SCHEMES:
        yield f"leads to {target}"
    if re.search(r"[\s<>\"\\]", target.strip()) or re.match(r"[\s/\\]{2}", target):
        yield f"leads to {target!r}"


_LINE = re.compile(
    r"""(?P<name>[A-Z-]+)(?P<more>(?:;[A-Z-]+=(?:"[^"]*"|[^":;]*))*):(?P<value>.*)"""
)


def _in_calendar(file: Path) -> Iterator[str]:
    text = file.read_bytes().decode().replace("\r\n ", "")
    for line in text.split("\r\n")[:-1]:
        found = _LINE.fullmatch(line)
        if not found or found["name"] not in _OF_CALENDARS or MARK.search(found["more"]):
            yield f"a line of its own: {line!r}"
        elif found["name"] in ("BEGIN", "END") and found["value"] not in _PARTS:
            yield f"an entry of its own: {line!r}"
    if re.search(r"[\r\n]", text.replace("\r\n", "")):
        yield "a line that ends otherwise than the others"


def _in_json(file: Path) -> Iterator[str]:
    try:
        json.loads(file.read_text("utf-8"))
    except ValueError as broken:
        yield f"no JSON: {broken}"


def _in_xml(file: Path) -> Iterator[str]:
    try:
        root = ElementTree.fromstring(file.read_bytes())
    except ElementTree.ParseError as broken:
        yield f"no XML: {broken}"
        return
    for element in root.iter():
        tag = str(element.tag).rpartition("}")[2]
        if tag in ("script", "handler", "foreignObject", "set", "animate"):
            yield f"<{tag}>"
        for name, value in element.attrib.items():
            plain = name.rpartition("}")[2]
            if plain.startswith("on"):
                yield f"<{tag} {plain}>"
            if plain in ("href", "src", "url"):
                yield from _of_target(value)


def _in_text(file: Path) -> Iterator[str]:
    if found := MARK.search(file.read_text("utf-8")):
        yield f"an author's words in what browsers run: {found[0]}"


def _on_paper(file: Path) -> Iterator[str]:
    with pikepdf.open(file) as document:
        for key in ("/OpenAction", "/AA"):
            if key in document.Root and "/S" in str(document.Root[key]):
                yield f"{key} in a PDF"
        for page in document.pages:
            for note in page.get("/Annots", []):
                action = note.get("/A", {})
                if str(action.get("/S", "/URI")) not in ("/URI", "/GoTo"):
                    yield f"a PDF that acts: {action.get('/S')}"
                yield from _of_target(str(action.get("/URI", "")))


_READERS = {
    ".html": _in_page,
    ".ics": _in_calendar,
    ".json": _in_json,
    ".xml": _in_xml,
    ".svg": _in_xml,
    ".css": _in_text,
    ".js": _in_text,
    ".pdf": _on_paper,
}
