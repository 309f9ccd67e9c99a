"""Brings the catalogues of each theme up to date with the code and the templates.

New texts come in without a translation, texts that nobody says any more go out. Line numbers and
dates are left out, so that a catalogue changes only where a text does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
HEADER = "# What visitors read, in {name}. Renew with: make messages"

# Headers that change with the day or name a person.
UNWANTED = re.compile(
    r'^"(Project-Id-Version|Report-Msgid-Bugs-To|POT-Creation-Date|PO-Revision-Date'
    r"|Last-Translator|Language-Team|Generated-By):.*\n",
    re.MULTILINE,
)


def template(theme: Path) -> Catalog:
    """Every text that the package and a theme's templates say."""
    texts = Catalog()
    for folder, method in ((ROOT / "site_generator", "python"), (theme, "jinja2")):
        ending = "py" if method == "python" else "html"
        found = extract_from_dir(
            folder, [(f"**.{ending}", method)], keywords=KEYWORDS, strip_comment_tags=True
        )
        for name, _line, message, _comments, context in found:
            place = (folder / name).relative_to(ROOT).as_posix()
            texts.add(message, locations=[(place, 0)], context=context)
    return texts


def renewed(file: Path, texts: Catalog) -> bytes:
    """A catalogue as it should be, with the translations that it has."""
    with file.open("rb") as source:
        catalogue = read_po(source, locale=file.stem)
    catalogue.header_comment = HEADER.format(name=catalogue.locale.get_display_name("en"))
    catalogue.update(texts, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    written = BytesIO()
    write_po(written, catalogue, width=100, sort_output=True, include_lineno=False)
    return UNWANTED.sub("", written.getvalue().decode()).encode()


def catalogues() -> Iterator[tuple[Path, bytes]]:
    """Every catalogue of every theme, and what it should hold."""
    for theme in sorted((ROOT / "themes").iterdir()):
        texts = template(theme)
        for file in sorted(theme.glob("locales/*.po")):
            yield file, renewed(file, texts)


if __name__ == "__main__":
    for file, content in catalogues():
        file.write_bytes(content)
