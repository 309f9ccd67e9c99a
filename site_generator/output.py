"""What a house is made of when it is written: pages, files, pictures."""

from __future__ import annotations

from dataclasses import dataclass, field

from site_generator.language.spoken import Language, spoken


@dataclass(frozen=True)
class Page:
    """One page: its address within the site, its template and the only thing the template gets.

    `address` ends in `/` or `.html`. `source` is the author's file that decides the page,
    `file` or `file:line`. `language` is the one that was spoken when the page was made; it is
    spoken again while the page is rendered.
    """

    address: str
    template: str
    view: object
    source: str
    language: Language = field(default_factory=spoken)


@dataclass(frozen=True)
class Artifact:
    """One file that is no page: a stylesheet, a picture, a feed."""

    address: str
    content: bytes


@dataclass(frozen=True)
class Image:
    """A picture in several widths; `srcset` is empty for drawings."""

    src: str
    srcset: str
    width: int
    height: int
    alt: str
    credit: str
