"""RENDER: photographs in several widths, without the place and camera that the file tells of.

A photograph's EXIF block often holds the coordinates of where it was taken, which may be
someone's home. Encoding anew leaves it out (promise: picture metadata removed).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from operator import ge
from pathlib import Path, PurePosixPath

from site_generator.kept import Kept
from site_generator.language.spoken import in_danish
from site_generator.output import Artifact, Image, ImageSource
from site_generator.pictures.encoding import AVIF, JPEG, PNG, WEBP, Encoder, Format
from site_generator.pictures.sound import without_notes
from site_generator.read.drawings import clean_drawing
from site_generator.read.picture_files import (
    can_be_seen_through,
    size_of_drawing,
    size_of_photograph,
)
from site_generator.schema.shared import Picture
from site_generator.wording.in_words import words

WIDTHS = (480, 960, 1600)
# The best first: a browser takes the first that it knows.
FORMATS = (AVIF, WEBP)
_PHOTOGRAPHS = (".jpg", ".jpeg", ".png", ".webp")
_DRAWING_SIZE = (240, 80)
_FALLBACK = 960


@dataclass(frozen=True)
class Pictures:
    """The pictures of one municipality. `folder` is where its `media/` is.

    `sizes` are those that were looked up: the logo stands on every page. `without_avif` are the
    photographs that `keep_photographs` found to be no smaller in it.
    """

    folder: Path
    sizes: dict[str, tuple[int, int]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    without_avif: set[str] = field(default_factory=set, init=False, repr=False, compare=False)

    def image(self, picture: Picture, root: str) -> Image:
        """A picture as a page shows it; `root` leads from the page to the house's folder."""
        alt = words(picture.alt)
        credit = in_danish(picture.credit or "", untranslated=False)
        width, height = self._size(picture.file)
        if not is_photograph(picture.file):
            src = root + picture.file
            return Image(src, src, (), width, height, alt, credit)
        largest = _widths(width)[-1]
        return Image(
            src=root + _fallback(self.folder, picture.file, width)[0],
            small=root + _name(picture.file, _widths(width)[0], WEBP),
            sources=tuple(
                _source(root, picture.file, width, into)
                for into in FORMATS
                if into is not AVIF or picture.file not in self.without_avif
            ),
            width=largest,
            height=round(height * largest / width),
            alt=alt,
            credit=credit,
        )

    def _size(self, file: str) -> tuple[int, int]:
        if file not in self.sizes:
            self.sizes[file] = _size_of(self.folder / file)
        return self.sizes[file]


def _size_of(file: Path) -> tuple[int, int]:
    if is_photograph(file.name):
        return size_of_photograph(file)
    return size_of_drawing(file) or _DRAWING_SIZE


def render_media(folder: Path, files: frozenset[str], kept: Kept) -> Iterator[Artifact]:
    """Every file of `media/` as it is published, with addresses relative to the house."""
    for name in sorted(files):
        if is_photograph(name):
            yield from _render_photograph(folder, name, kept)
        elif name.lower().endswith(".svg"):
            yield Artifact(name, clean_drawing((folder / name).read_bytes()))
        else:
            yield Artifact(name, without_notes(name, (folder / name).read_bytes()))


def keep_photographs(folder: Path, files: frozenset[str], kept: Kept) -> frozenset[str]:
    """Encode what has changed, before it is asked for. Gives those that have no AVIF."""
    photographs = sorted(filter(is_photograph, files))
    return frozenset(name for name in photographs if not _has_avif(folder, name, kept))


def _has_avif(folder: Path, name: str, kept: Kept) -> bool:
    return any(
        file.address.endswith(AVIF.suffix) for file in _render_photograph(folder, name, kept)
    )


def _render_photograph(folder: Path, name: str, kept: Kept) -> tuple[Artifact, ...]:
    """A photograph in each of its widths and formats; in AVIF only where each width is smaller than
    in WebP. Pictures of few colours are not: then a browser is to take the WebP."""
    made = list(_encoded(folder, name, kept))
    avif, webp = (
        [len(file.content) for kind, file in made if kind is into] for into in (AVIF, WEBP)
    )
    larger = any(map(ge, avif, webp))
    return tuple(file for into, file in made if not (larger and into is AVIF))


def _encoded(folder: Path, name: str, kept: Kept) -> Iterator[tuple[Format, Artifact]]:
    """All that can be made of a photograph, encoded only if it has changed."""
    file = folder / name
    digest, encoder = sha256(file.read_bytes()).hexdigest(), Encoder(file)
    for address, width, into in _made_of(folder, name):
        what = f"{into} {width} {digest}"
        content = kept.get(what, partial(encoder.encoded, width, into))
        yield into, Artifact(address, content)


def _made_of(folder: Path, name: str) -> Iterator[tuple[str, int, Format]]:
    """The address, width and format of each file that is made of a photograph."""
    width = size_of_photograph(folder / name)[0]
    for into in FORMATS:
        yield from ((_name(name, wide, into), wide, into) for wide in _widths(width))
    yield _fallback(folder, name, width)


def _fallback(folder: Path, name: str, width: int) -> tuple[str, int, Format]:
    """What browsers show that know neither of the formats: one width, enough for a telephone."""
    wide = [wide for wide in _widths(width) if wide <= _FALLBACK][-1]
    into = PNG if can_be_seen_through(folder / name) else JPEG
    return _name(name, wide, into), wide, into


def _source(root: str, name: str, width: int, into: Format) -> ImageSource:
    files = (f"{root}{_name(name, wide, into)} {wide}w" for wide in _widths(width))
    return ImageSource(into.type, ", ".join(files))


def _widths(width: int) -> list[int]:
    """The widths to make: never larger than the photograph, at least one."""
    return [wide for wide in WIDTHS if wide < width] + ([width] if width <= WIDTHS[-1] else [])


def _name(file: str, width: int, into: Format) -> str:
    path = PurePosixPath(file)
    return f"{path.parent}/{path.stem}-{width}.{into.suffix}"


def is_photograph(file: str) -> bool:
    """Whether it is made of points, and not drawn."""
    return PurePosixPath(file).suffix.lower() in _PHOTOGRAPHS
