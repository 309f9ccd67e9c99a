"""VERIFY: the built site read back: every link leads somewhere, every page has its bones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from site_generator.problems import Problem

_LINKS = {"a": "href", "link": "href", "script": "src", "img": "src", "audio": "src"}


@dataclass
class _Reader(HTMLParser):
    """What matters of one page, gathered while reading it."""

    links: list[tuple[int, str]] = field(default_factory=list)
    ids: Counter[str] = field(default_factory=Counter)
    tags: Counter[str] = field(default_factory=Counter)
    lang: str = ""
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
        target = values.get(_LINKS.get(tag, ""))
        if target is not None:
            self.links.append((line, target))
            is_loaded = tag != "a" and values.get("rel") != "canonical"
            if is_loaded and urlsplit(target).netloc:
                self.loads_elsewhere.append((line, target))


def verify(site: Path) -> list[Problem]:
    """Everything wrong with a built site; `site` is the folder above the houses."""
    pages = {path: _read(path) for path in sorted(site.rglob("*.html"))}
    problems: list[Problem] = []
    for path, page in pages.items():
        problems += _bones(site, path, page)
        problems += _links(site, path, page, pages)
    return problems


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
        found = _find(site, path, target)
        shown = path.relative_to(site).as_posix()
        if found is None:
            continue
        anchor = unquote(urlsplit(target).fragment)
        if not found.is_file():
            yield _problem(shown, line, f"Linket «{target}» fører ingen steder hen.", "Ret det.")
        elif anchor and found in pages and not pages[found].ids[anchor]:
            yield _problem(
                shown, line, f"Linket «{target}» peger på et sted, som ikke er der.", "Ret det."
            )


def _find(site: Path, path: Path, target: str) -> Path | None:
    """The file that a link leads to; None where it leads out of the site."""
    parts = urlsplit(target)
    if parts.scheme or parts.netloc:
        return None
    start = site if parts.path.startswith("/") else path.parent
    file = (start / unquote(parts.path).lstrip("/")).resolve() if parts.path else path.resolve()
    return file / "index.html" if file.is_dir() else file


def _problem(path: str, line: int, message: str, remedy: str) -> Problem:
    return Problem(path=path, line=line, message=message, remedy=remedy)
