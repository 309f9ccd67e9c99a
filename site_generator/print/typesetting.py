"""RENDER: documents become PDFs and preview pictures through Typst. The only module that knows it.

Typst was chosen because it refuses to make a PDF that is not accessible (PDF/UA-1), needs no
library of the system, and takes milliseconds (ADR 008). Author text reaches it as a JSON string
and is never read as markup.

Typst remembers what it has done, by all that it was given, for the next ten documents. What it
remembers is gone with the compiler, so documents that share something are set one after the other.
It also starts threads of its own, which a fork does not copy: a process that has set a document
and then forks leaves its children waiting for ever. Who sets paper in several processes sets none
before they begin.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from hashlib import sha256
from importlib.metadata import version as package_version
from pathlib import Path
from typing import Any

import typst

from site_generator.print.print_shop import with_bleed_box
from site_generator.print.qr import qr_svg
from site_generator.print.sheets import Document, with_fewer_hours

_STANDARD = "ua-1"
# Typst says of a document in Arabic that its pages are bound at the right. A browser takes that for
# the direction of every line on them, and reads mail addresses from the wrong end. What it says
# instead is as long, so that nothing in the file moves.
_BOUND_AT_THE_RIGHT, _BOUND_AT_THE_LEFT = b"/Direction/R2L", b"/Direction/L2R"
_OVERFLOW = "OVERFLOW"
_STEP = "STEP"
# The kinds that are laid out in bands (main.typ), of which the step is looked for only once.
_IN_BANDS = ("flyer", "poster", "waiting_room")
_WITHOUT_INK = {
    "ink": "black",
    "print_shop": False,
    "accent": "",
    "ground": "",
    "tint": "",
    "line": "",
}
# The main file, whose only argument is JSON in a string.
_PRINTED = '#import "/main.typ": printed\n#printed(json(bytes("{data}")))'
_FOUND_STEP = '#import "/main.typ": found-step\n#found-step(json(bytes("{data}")))'
_NO_LETTER = re.compile(r"the text `(\"(?:[^\"\\]|\\.)*\")` could not be displayed")
# How Rust writes a letter in a message: `\u{1680}`, `\"`, `\n`.
_ESCAPE = re.compile(r"\\(?:u\{([0-9a-f]+)\}|(.))")
_ESCAPED = {"n": "\n", "r": "\r", "t": "\t", "0": "\0"}


@dataclass(frozen=True)
class Misfit:
    """What stands in the way of a document. `field` is one of a Sheet's.

    `over` is how many characters do not fit, and `fits` how many points of a list do (None where
    it is no list). `word` is one that is wider than its column. `letters` holds letters that none
    of our fonts has.
    """

    field: str
    over: int = 0
    fits: int | None = None
    word: str = ""
    letters: str = ""


class DoesNotFitError(Exception):
    """Raised with every Misfit of a document."""

    def __init__(self, misfits: tuple[Misfit, ...]) -> None:
        super().__init__(misfits)
        self.misfits = misfits


class UnreadableTemplateError(Exception):
    """A template is wrong, or gave a warning: never an author's fault."""


class Typesetter:
    """Sets documents with the templates of one theme, in one thread and one process."""

    def __init__(self, templates: Path) -> None:
        """`templates` is the theme's `print/`, with `main.typ` and `fonts/`."""
        self._templates = templates
        self._steps: dict[bytes, int | None] = {}

    @cached_property
    def version(self) -> str:
        """Changes with everything but the document that decides what a PDF looks like."""
        files = sorted(file for file in self._templates.rglob("*") if file.is_file())
        parts = [
            *map(package_version, ("typst", "segno")),
            *(f"{file.name} {_digest(file)}" for file in files),
        ]
        return sha256("\n".join(parts).encode()).hexdigest()

    def _fitting(self, document: Document, **options: Any) -> Any:
        """The document as it is, else with what its hours say where they are too much."""
        try:
            return self._set(document, **options)
        except DoesNotFitError:
            shorter = replace(document, sheets=tuple(map(with_fewer_hours, document.sheets)))
            if shorter == document:
                raise
        return self._set(shorter, **options)

    def pdf(self, document: Document) -> bytes:
        """The PDF/UA-1 of a document, the same bytes for the same document.

        Raises DoesNotFitError where its texts do not fit.
        """
        pdf: bytes = self._fitting(document, format="pdf", pdf_standards=[_STANDARD])
        pdf = pdf.replace(_BOUND_AT_THE_RIGHT, _BOUND_AT_THE_LEFT, 1)
        for_print_shop = any(sheet.print_shop for sheet in document.sheets)
        return with_bleed_box(pdf) if for_print_shop else pdf

    def picture(self, document: Document) -> bytes:
        """The PNG of a sheet for screens, of which a pixel is a point (page.typ)."""
        return self.preview(document, 72)

    def preview(self, document: Document, ppi: float) -> bytes:
        """The first page as a PNG picture with `ppi` points an inch."""
        pages = self._fitting(document, format="png", ppi=ppi)
        first: bytes = pages[0] if isinstance(pages, list) else pages
        return first

    def _set(self, document: Document, **options: Any) -> Any:
        sheets = [self._with_step(_with_code(sheet)) for sheet in document.as_data["sheets"]]
        try:
            data = document.as_data | {"sheets": sheets}
            made, warnings = self._compile(_PRINTED, data, **options)
        except typst.TypstError as fault:
            raise _misfits(document, fault) from fault
        if warnings:
            raise UnreadableTemplateError("; ".join(warning.message for warning in warnings))
        return made

    def _with_step(self, sheet: dict[str, Any]) -> dict[str, Any]:
        """A sheet with the step it is laid out at; None where Typst is to find it on the way.

        It is the same for the sheet in every ink, for the print shop and in a pack.
        """
        if sheet["kind"] not in _IN_BANDS:
            return sheet | {"step": None}
        bare = sheet | _WITHOUT_INK
        key = sha256(json.dumps(bare).encode()).digest()
        if key not in self._steps:
            self._steps[key] = self._find_step(bare)
        return sheet | {"step": self._steps[key]}

    def _find_step(self, sheet: dict[str, Any]) -> int | None:
        try:
            self._compile(_FOUND_STEP, sheet)
        except typst.TypstError as told:
            _, found, number = told.message.partition(_STEP)
            return int(number) if found else None
        return None

    def _compile(self, main: str, data: Mapping[str, Any], **options: Any) -> Any:
        source = main.replace("{data}", _in_a_string(json.dumps(data, ensure_ascii=False)))
        return self._compiler.compile_with_warnings(source.encode(), **options)

    @cached_property
    def _compiler(self) -> typst.Compiler:
        return typst.Compiler(
            root=str(self._templates),
            font_paths=_fonts(self._templates / "fonts"),
            ignore_system_fonts=True,
        )


def _with_code(sheet: dict[str, Any]) -> dict[str, Any]:
    """A sheet of which the QR code is drawn."""
    return sheet | {"qr": sheet["qr"] | {"svg": qr_svg(sheet["qr"]["link"])}}


def _in_a_string(text: str) -> str:
    """A text inside the quotes of a string of Typst, which knows no other marks than these two."""
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _digest(file: Path) -> str:
    return sha256(file.read_bytes()).hexdigest()


@cache
def _fonts(folder: Path) -> typst.Fonts:
    """Only the fonts of the theme, so that the same bytes come out on every machine."""
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)]
    )


def _misfits(document: Document, fault: typst.TypstError) -> Exception:
    """What a Typst error says about the texts; UnreadableTemplateError where it is not theirs."""
    told = fault.diagnostic or fault.message
    if _OVERFLOW in fault.message:
        found = json.loads(fault.message.partition(_OVERFLOW)[2])
        return DoesNotFitError(
            tuple(Misfit(m["key"], m["over"], m.get("fits"), m.get("word", "")) for m in found)
        )
    letters = "".join(dict.fromkeys("".join(map(_read_back, _NO_LETTER.findall(told)))))
    if letters:
        fields = dict.fromkeys(_fields_with(document.as_data["sheets"], letters))
        return DoesNotFitError(tuple(Misfit(field, letters=letters) for field in fields))
    return UnreadableTemplateError(told)


def _read_back(told: str) -> str:
    """A text as Typst quotes it in its messages, which is how Rust does: `"\\u{1680} \\""`."""

    def letter(escape: re.Match[str]) -> str:
        return chr(int(escape[1], 16)) if escape[1] else _ESCAPED.get(escape[2], escape[2])

    return _ESCAPE.sub(letter, told[1:-1])


def _fields_with(sheets: list[Mapping[str, Any]], letters: str) -> Iterator[str]:
    """The fields of the sheets in whose texts one of some letters stands."""
    for sheet in sheets:
        for field, value in sheet.items():
            if any(letter in json.dumps(value, ensure_ascii=False) for letter in letters):
                yield field
