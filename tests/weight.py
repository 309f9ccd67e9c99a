"""How heavy a page is on its way to a phone: HTML, stylesheet and script, compressed."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from html_tree import Element, read_html

# One first network flight, ten packets (DESIGN, section 8), and everything but pictures.
MOST_BEFORE_SEEING = 14 * 1024
MOST_IN_ALL = 30 * 1024


@dataclass(frozen=True, order=True)
class Weight:
    """Bytes, compressed as web servers do. `seeing`: HTML and CSS; `all`: scripts too."""

    seeing: int
    all: int
    address: str

    @property
    def faults(self) -> list[str]:
        limits = ((self.seeing, MOST_BEFORE_SEEING), (self.all, MOST_IN_ALL))
        return [f"{self.address}: {size} > {most} bytes" for size, most in limits if size > most]


def weight(file: Path, site: Path) -> Weight:
    """The weight of one page of a built site, with all that it loads but pictures and sound."""
    html = file.read_bytes()
    page = read_html(html.decode())
    styles = sum(compressed(found(file, site, link["href"])) for link in links(page, "stylesheet"))
    scripts = sum(
        compressed(found(file, site, script["src"]))
        for script in page.all("script")
        if script["src"]
    )
    seeing = len(gzip.compress(html, 6)) + styles
    return Weight(seeing, seeing + scripts, file.relative_to(site).as_posix())


def links(page: Element, relation: str) -> list[Element]:
    return [link for link in page.all("link") if link["rel"] == relation]


def found(file: Path, site: Path, target: str) -> Path:
    path = target.partition("?")[0]
    return site / path.lstrip("/") if path.startswith("/") else file.parent / path


@cache
def compressed(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 6))
