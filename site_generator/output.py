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
class ImageSource:
    """A picture in one format and several widths, as `<source>` in HTML names them."""

    type: str
    srcset: str


@dataclass(frozen=True)
class Image:
    """A picture as pages show it. `src` is what every browser can show.

    `sources` are the same in newer formats, the best first; drawings have none. `small` is for
    places with room for one address and a little picture: a logo, what stands before a film.
    """

    src: str
    small: str
    sources: tuple[ImageSource, ...]
    width: int
    height: int
    alt: str
    credit: str
