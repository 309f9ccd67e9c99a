"""Reading PDFs as their users do: a camera, a screen reader, and somebody who copies the text."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import NamedTemporaryFile

import pikepdf
import pypdfium2
import segno
import zxingcpp
from PIL import Image

INCH = 25.4


@dataclass(frozen=True)
class Tag:
    """An element of the structure tree, in the order in which it is read aloud."""

    name: str
    alt: str
    language: str


@dataclass(frozen=True)
class Code:
    """A QR code as a camera sees it. `width` in millimetres with its quiet zone."""

    text: str
    width: float


def rendered(pdf: Path | bytes, dpi: int = 100) -> Iterator[Image.Image]:
    """Every page in greyscale, as a cheap printer and a poor camera would leave it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            yield page.render(scale=dpi / 72, grayscale=True).to_pil().convert("L")
    finally:
        document.close()


def first_page(pdf: bytes, dpi: int) -> Image.Image:
    """The first page as a good printer has it, in RGB."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return document[0].render(scale=dpi / 72).to_pil().convert("RGB")
    finally:
        document.close()


def codes(picture: Image.Image, dpi: int = 100) -> list[Code]:
    return [
        Code(found.text, _width(found, dpi))
        for found in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)
    ]


def _width(found: zxingcpp.Barcode, dpi: int) -> float:
    corners = found.position
    side = (
        (corners.top_right.x - corners.top_left.x) ** 2
        + (corners.top_right.y - corners.top_left.y) ** 2
    ) ** 0.5
    modules = segno.make(found.text, error="m", micro=False).symbol_size(border=0)[0]
    return side / dpi * INCH * (modules + 8) / modules


def text_of(pdf: Path | bytes) -> str:
    """All text with single spaces. Hyphens at the ends of lines join what they divide."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()
    whole = " ".join(pages).replace("\u00ad", "").replace("\ufffe", "").replace("\x02", "")
    return " ".join(re.sub(r"-\s*\n\s*(?=[a-zæøå])", "", whole).split())


def text_by_poppler(pdf: bytes) -> str:
    """The same as most readers on Linux find it."""
    with NamedTemporaryFile(suffix=".pdf") as file:
        file.write(pdf)
        file.flush()
        found = subprocess.run(["pdftotext", file.name, "-"], capture_output=True, check=True)
    return " ".join(found.stdout.decode().split())


def opened(pdf: Path | bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(pdf) if isinstance(pdf, bytes) else pdf)


def tags(pdf: pikepdf.Pdf) -> list[Tag]:
    return list(_tags(pdf.Root.StructTreeRoot))


def _tags(element: pikepdf.Object) -> Iterator[Tag]:
    if "/S" in element:
        alt, language = element.get("/Alt", ""), element.get("/Lang", "")
        yield Tag(str(element.S).lstrip("/"), str(alt), str(language))
    children = element.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary) and ("/S" in child or "/K" in child):
            yield from _tags(child)


def fonts(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary]:
    """The descriptor of every font in the file."""
    for element in pdf.objects:
        if isinstance(element, pikepdf.Dictionary) and element.get("/Type") == "/FontDescriptor":
            yield element
