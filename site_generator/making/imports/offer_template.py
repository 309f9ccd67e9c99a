"""IMPORTS: an empty sheet of offers that a secretary can fill in, and `offer_rows.py` can read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from site_generator.making.imports.empty_sheet import EmptyColumn, EmptySheet, workbook
from site_generator.making.imports.offer_columns import COLUMNS, Column, heading, shape_at
from site_generator.making.imports.sheet_rows import EXAMPLE
from site_generator.schema.choices import Choice

SHEET = "Tilbud"
_HOLDS = {"reviewed": "date", "seats": "number"}
_GUIDE = (
    (
        "Sådan gør du",
        f"Skriv ét tilbud på hver række i arket «{SHEET}». Et nyt tilbud skal have navn, «Kort "
        "sagt», emner og adgang. Til et fælles tilbud er navnet nok. Gem arket, og send det til "
        "den, der passer hjemmesiden.",
    ),
    (
        "Tilbud, I har",
        "Vælg navnet, og skriv kun det, der skal være anderledes. En tom celle ændrer intet.",
    ),
    ("Eksemplet", f"Rækken, der begynder med «{EXAMPLE}», kommer ikke med. Du kan slette den."),
    ("Navne på personer", "Skriv ingen navne eller mailadresser på familier eller kolleger."),
)


def template_of_offers(
    offers: Sequence[str], standard: Sequence[str], places: Sequence[str], today: dt.date
) -> bytes:
    """A workbook with the names of a house's offers and places, and of the shared offers, to
    choose from."""
    names = {
        "title": tuple(dict.fromkeys([*offers, *standard])),
        "standard": standard,
        "places": places,
        "is_new": ("ja",),
    }
    columns = [_empty(column, names) for column in COLUMNS]
    return workbook(EmptySheet(SHEET, columns, (*_GUIDE, *_words())), today)


def _empty(column: Column, names: Mapping[str, Sequence[str]]) -> EmptyColumn:
    example = f"{EXAMPLE} {column.example}" if column.name == "title" else column.example
    return EmptyColumn(
        heading(column.name),
        column.width,
        example,
        column.help,
        _HOLDS.get(column.name, "text"),
        names.get(column.name) or _answers(column),
    )


def _answers(column: Column) -> Sequence[str]:
    """What can be chosen as the schema has it, in its Danish words."""
    if not column.path:
        return ()
    shape = shape_at(column.path)
    one = shape.item or shape
    if one.kind == "choice":
        choice: type[Choice] = one.of
        return [answer.danish for answer in choice]
    return ("ja", "nej") if one.kind == "yes_no" else ()


def _words() -> Iterator[tuple[str, str]]:
    """Where several can be chosen a cell's list gives only one: all of them stand here."""
    for column in COLUMNS:
        if column.path and shape_at(column.path).item and (answers := _answers(column)):
            yield f"Ord til «{heading(column.name)}»", "; ".join(answers) + "."
