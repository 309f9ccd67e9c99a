"""VERIFY: the built site read back: every link leads somewhere, every page has its bones."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from site_generator.addresses import STYLESHEET
from site_generator.problems import Problem
from site_generator.verify.feeds import fault_of_feed
from site_generator.verify.podcast import faults_of_podcast

_LINKS = {"a": "href", "link": "href"} | dict.fromkeys(
    ("script", "img", "audio", "video", "source", "track", "iframe"), "src"
)


@dataclass
class _Reader(HTMLParser):
    """What matters of one page, gathered while reading it."""

    links: list[tuple[int, str]] = field(default_factory=list)
    ids: Counter[str] = field(default_factory=Counter)
    tags: Counter[str] = field(default_factory=Counter)
    lang: str = ""
    base_path: str = ""
    without_alt: list[int] = field(default_factory=list)
    loads_elsewhere: list[tuple[int, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        line = self.getpos()[0]
        self.tags[tag] += 1
        if values.get("id"):
            self.ids[str(values["id"])] += 1
        if tag == "html":
            self.lang = values.get("lang") or ""
        if tag == "img" and "alt" not in values:
            self.without_alt.append(line)
        for target in _targets(tag, values):
            self.links.append((line, target))
            is_loaded = tag != "a" and values.get("rel") not in ("canonical", "alternate")
            if is_loaded and urlsplit(target).netloc:
                self.loads_elsewhere.append((line, target))
            if tag == "link" and values.get("rel") == "stylesheet":
                self.base_path = target.partition(STYLESHEET)[0]


def _targets(tag: str, values: dict[str, str | None]) -> list[str]:
    """The addresses that an element leads to or loads."""
    one = values.get(_LINKS.get(tag, ""))
    several = [part.split()[0] for part in (values.get("srcset") or "").split(",") if part.strip()]
    return several if one is None else [one, *several]


def verify(site: Path) -> list[Problem]:
    """Everything wrong with a built site; `site` is the folder above the houses."""
    site = site.resolve()
    pages = {path: _read(path) for path in sorted(site.rglob("*.html"))}
    if not pages:
        return [_problem(site.name, 1, "Her er ingen sider.", "Byg dem med «familiehus build».")]
    problems: list[Problem] = []
    for path, page in pages.items():
        problems += _bones(site, path, page)
        problems += _links(site, path, page, pages)
    for path in sorted(site.rglob("*.ics")):
        problems += fault_of_feed(path.read_bytes(), path.relative_to(site).as_posix())
    for path in sorted(site.rglob("podcast/feed.xml")):
        shown = path.relative_to(site).as_posix()
        problems += faults_of_podcast(path.read_bytes(), _sizes(path.parent.parent), shown)
    return problems


def _sizes(house: Path) -> dict[str, int]:
    """The bytes of each file by its address in a house's folder."""
    files = (file for file in house.rglob("*.*") if file.is_file())
    return {file.relative_to(house).as_posix(): file.stat().st_size for file in files}


def _read(path: Path) -> _Reader:
    reader = _Reader()
    reader.feed(path.read_text("utf-8"))
    return reader


def _bones(site: Path, path: Path, page: _Reader) -> Iterator[Problem]:
    shown = path.relative_to(site).as_posix()
    if page.tags["h1"] != 1:
        yield _problem(
            shown, 1, f"Siden har {page.tags['h1']} hovedoverskrifter.", "Den skal have én."
        )
    if not page.lang:
        yield _problem(shown, 1, "Siden siger ikke, hvilket sprog den er på.", "Sæt lang på html.")
    if not page.tags["title"]:
        yield _problem(shown, 1, "Siden har ingen titel.", "Giv den en.")
    for name, count in page.ids.items():
        if count > 1:
            yield _problem(
                shown, 1, f"Id'et «{name}» står {count} gange.", "Det skal være ét sted."
            )
    for line in page.without_alt:
        yield _problem(shown, line, "Et billede har ingen tekst.", "Giv det en alt.")
    for line, target in page.loads_elsewhere:
        yield _problem(shown, line, f"Siden henter noget fra {target}.", "Læg det i siden selv.")


def _links(site: Path, path: Path, page: _Reader, pages: dict[Path, _Reader]) -> Iterator[Problem]:
    for line, target in page.links:
        found = _find(site, path, target, page.base_path)
        shown = path.relative_to(site).as_posix()
        if found is None:
            continue
        anchor = unquote(urlsplit(target).fragment)
        if not found.is_file() or not found.is_relative_to(site):
            yield _problem(shown, line, f"Linket «{target}» fører ingen steder hen.", "Ret det.")
        elif anchor and found in pages and not pages[found].ids[anchor]:
            yield _problem(
                shown, line, f"Linket «{target}» peger på et sted, som ikke er der.", "Ret det."
            )


def _find(site: Path, path: Path, target: str, base_path: str) -> Path | None:
    """The file that a link leads to; None where it leads out of the site.

    A link that begins with a slash counts from the server's own top, which may lie above the
    site or, where a house has its own domain, below it. Only the pages for lost visitors have
    such links, and they stand in the folder that their `base_path` leads to.
    """
    parts = urlsplit(target)
    if parts.scheme or parts.netloc:
        return None
    if not parts.path:
        return path
    below, start = parts.path, path.parent
    if below.startswith("/"):
        known = base_path.startswith("/") and below.startswith(base_path)
        below, start = (below.removeprefix(base_path), start) if known else (below[1:], site)
    file = start / unquote(below)
    # As a browser does: "…/../" leads up even from a folder that is not there.
    file = Path(os.path.normpath(file))
    return file / "index.html" if file.is_dir() else file


def _problem(path: str, line: int, message: str, remedy: str) -> Problem:
    return Problem(path=path, line=line, message=message, remedy=remedy)
