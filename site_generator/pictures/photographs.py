"""RENDER: photographs in several widths, without the place and camera that the file tells of.

A photograph's EXIF block often holds the coordinates of where it was taken, which may be
someone's home. Encoding anew leaves it out (promise: picture metadata removed).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from io import BytesIO
from pathlib import Path, PurePosixPath

from PIL import Image as Pillow
from PIL import __version__ as pillow_version

from site_generator.kept import Kept
from site_generator.language.spoken import in_danish
from site_generator.output import Artifact, Image
from site_generator.pictures.sound import without_notes
from site_generator.read.drawings import clean_drawing
from site_generator.read.picture_files import size_of_drawing, size_of_photograph
from site_generator.read.true_colours import in_srgb, upright
from site_generator.schema.shared import Picture
from site_generator.wording.in_words import words

WIDTHS = (480, 960, 1600)
_QUALITY = 80
_PHOTOGRAPHS = (".jpg", ".jpeg", ".png", ".webp")
_DRAWING_SIZE = (240, 80)


@dataclass(frozen=True)
class Pictures:
    """The pictures of one municipality. `folder` is where its `media/` is.

    `sizes` are those that were looked up: the logo stands on every page.
    """

    folder: Path
    sizes: dict[str, tuple[int, int]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def image(self, picture: Picture, root: str) -> Image:
        """A picture as a page shows it; `root` leads from the page to the house's folder."""
        alt = words(picture.alt)
        credit = in_danish(picture.credit or "", untranslated=False)
        if not is_photograph(picture.file):
            width, height = self._size(picture.file)
            return Image(root + picture.file, "", width, height, alt, credit)
        width, height = self._size(picture.file)
        widths = _widths(width)
        addresses = [f"{root}{_name(picture.file, wide)} {wide}w" for wide in widths]
        largest = widths[-1]
        src = root + _name(picture.file, widths[0])
        srcset = ", ".join(addresses)
        return Image(src, srcset, largest, round(height * largest / width), alt, credit)

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


def _render_photograph(folder: Path, name: str, kept: Kept) -> Iterator[Artifact]:
    """A photograph in each of its widths, encoded only if it has changed."""
    file = folder / name
    digest = sha256(file.read_bytes()).hexdigest()
    for width in _widths(size_of_photograph(file)[0]):
        what = f"webp sRGB {pillow_version} {_QUALITY} {width} {digest}"
        yield Artifact(_name(name, width), kept.get(what, partial(_encoded, file, width)))


def _encoded(file: Path, width: int) -> bytes:
    with Pillow.open(file) as opened:
        picture = upright(opened)
    size = (width, max(1, round(picture.height * width / picture.width)))
    target = BytesIO()
    small = in_srgb(picture.resize(size, Pillow.Resampling.LANCZOS))
    small.info.clear()
    small.save(target, "WEBP", quality=_QUALITY)
    return target.getvalue()


def _widths(width: int) -> list[int]:
    """The widths to make: never larger than the photograph, at least one."""
    return [wide for wide in WIDTHS if wide < width] + ([width] if width <= WIDTHS[-1] else [])


def _name(file: str, width: int) -> str:
    path = PurePosixPath(file)
    return f"{path.parent}/{path.stem}-{width}.webp"


def is_photograph(file: str) -> bool:
    """Whether it is made of points, and not drawn."""
    return PurePosixPath(file).suffix.lower() in _PHOTOGRAPHS
