"""Pictures: the files are there and can be shown, and words say what they show."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path, PurePosixPath

from site_generator.problems import Problem
from site_generator.read.picture_files import (
    PICTURE_TYPES,
    fault_of_picture,
    is_nearly_white,
    size_if_known,
)
from site_generator.records.municipality import Municipality
from site_generator.rules.circumstances import Circumstances
from site_generator.rules.named_files import named_file
from site_generator.rules.reporting import error, warning
from site_generator.rules.walk import records_of_kind
from site_generator.schema.shared import Picture

_SMALLEST = 480
# So many pictures are read to the end, which is more than a house shows; of others the two ends.
_DECODED = 20


def pictures_exist(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """Every picture that is named lies in media/ and is of a kind that browsers show."""
    for picture in records_of_kind(municipality, Picture):
        yield from named_file(
            municipality, picture, "file", picture.file, PICTURE_TYPES, "et billede"
        )


def pictures_have_words(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """Who cannot see a picture is told what it shows (WCAG 2.2, 1.1.1)."""
    for picture in records_of_kind(municipality, Picture):
        if not picture.wrote("alt"):
            message = "Billedet mangler en tekst til dem, der ikke kan se det."
            remedy = "Tilføj en linje med «alt: …», og sig kort, hvad billedet viser."
            yield error(picture, "file", message, remedy)
        elif picture.alt:
            yield from _useful(picture, str(picture.alt))


def pictures_can_be_shown(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """Every picture in media/ is one, is not enormous, and has nothing hidden in it."""
    pictures = [
        name
        for name in sorted(municipality.media)
        if PurePosixPath(name).suffix.lower() in PICTURE_TYPES
    ]
    for number, name in enumerate(pictures):
        fault = fault_of_picture(municipality.folder / name, decode=number < _DECODED)
        if fault:
            path = f"{municipality.shown_as}/{name}"
            yield Problem(path=path, line=fault.line, message=fault.message, remedy=fault.remedy)


def pictures_fit_their_place(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """A picture is large enough to be looked at, and of a shape that has room on a page."""
    logo = municipality.site.brand.logo
    for picture in records_of_kind(municipality, Picture):
        file = municipality.folder / picture.file
        if picture.faulty("file") or picture.file not in municipality.media:
            continue
        size = size_if_known(file)
        if size and picture is logo:
            yield from _logo(picture, file, *size)
        elif size and file.suffix.lower() != ".svg":
            yield from _size(picture, *size)


def _size(picture: Picture, width: int, height: int) -> Iterator[Problem]:
    points = f"Billedet er {width} × {height} punkter"
    if height > 2 * width:
        message = f"{points}, meget højere, end det er bredt, og bliver smalt på siden."
        remedy = "Klip det til, så det højst er halvanden gang så højt, som det er bredt."
        yield warning(picture, "file", message, remedy)
    elif width > 4 * height:
        message = f"{points}, meget bredere, end det er højt, og bliver en stribe på en telefon."
        remedy = "Klip det til, så det højst er tre gange så bredt, som det er højt."
        yield warning(picture, "file", message, remedy)
    elif width < _SMALLEST:
        message = f"Billedet er kun {width} × {height} punkter og bliver lille på siden."
        remedy = f"Brug et, der er mindst {_SMALLEST} punkter bredt, eller undvær det."
        yield warning(picture, "file", message, remedy)


def _logo(picture: Picture, file: Path, width: int, height: int) -> Iterator[Problem]:
    if width > 5 * height or height > 3 * width:
        message = "Logoet er så langt og smalt, at det bliver for lille til at se øverst på siden."
        remedy = "Brug et logo, der højst er tre gange så bredt, som det er højt, fx kun mærket."
        yield warning(picture, "file", message, remedy)
    elif is_nearly_white(file):
        message = "Logoet er næsten hvidt og kan ikke ses på den lyse side."
        yield warning(picture, "file", message, "Brug det mørke logo, eller et med egen baggrund.")


def pictures_have_their_own_names(
    municipality: Municipality, _: Circumstances
) -> Iterator[Problem]:
    """No two pictures differ only in ending or capitals: the files made of it bear its name."""
    pictures = [
        name for name in municipality.media if PurePosixPath(name).suffix.lower() in PICTURE_TYPES
    ]
    for _stem, group in groupby(sorted(pictures, key=_stem_of), key=_stem_of):
        first, *others = sorted(group)
        for other in others:
            path = f"{municipality.shown_as}/{other}"
            message = f"Billedet hedder det samme som {first}."
            remedy = "Giv det et andet navn, også foran punktummet."
            yield Problem(path=path, line=1, message=message, remedy=remedy)


def _stem_of(name: str) -> str:
    return str(PurePosixPath(name).with_suffix("")).lower()


def _useful(picture: Picture, alt: str) -> Iterator[Problem]:
    file = PurePosixPath(picture.file)
    if alt.lower() in (file.name.lower(), file.stem.lower(), picture.file.lower()):
        message = "Teksten er filens navn og siger ikke, hvad billedet viser."
        yield warning(picture, "alt", message, "Skriv det, du ville sige i telefonen.")
    elif alt.lower().startswith(("billede af", "foto af", "et billede af", "et foto af")):
        message = "Teksten behøver ikke sige, at det er et billede."
        remedy = f"Slet «{' '.join(alt.split()[: alt.lower().split().index('af') + 1])}»."
        yield warning(picture, "alt", message, remedy)
