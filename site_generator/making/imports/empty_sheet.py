"""IMPORTS: an empty sheet that a secretary can fill in, with names to choose from and a guide."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

_LISTS, _HELP = "Lister", "Vejledning"
_ROWS = 300


@dataclass(frozen=True)
class EmptyColumn:
    """One column: how many letters wide it is, the example below its heading, and what to write.
    `holds` says how Excel shall take what is written: else `10.30` becomes a number."""

    heading: str
    width: int
    example: str | dt.date
    help: str
    holds: str = "text"
    choices: Sequence[str] = ()


@dataclass(frozen=True)
class EmptySheet:
    """A sheet with its columns, and the lines of its guide that come before them."""

    name: str
    columns: Sequence[EmptyColumn]
    guide: Sequence[tuple[str, str]]


_FORMATS = {"text": "@", "date": "dd-mm-yyyy"}


def workbook(empty: EmptySheet, today: dt.date) -> bytes:
    """The bytes of a workbook: the sheet, what can be chosen in it, and the guide."""
    from openpyxl import Workbook

    book = Workbook()
    book.properties.created = book.properties.modified = dt.datetime(
        today.year, today.month, today.day
    )
    sheet: Any = book.active
    sheet.title = empty.name
    _head(sheet, empty.columns)
    _lists(book, sheet, empty.columns)
    _guide(book.create_sheet(_HELP), empty)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _head(sheet: Any, columns: Sequence[EmptyColumn]) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    for number, column in enumerate(columns, 1):
        cell = sheet.cell(1, number, column.heading)
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="E8E1D5")
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.column_dimensions[get_column_letter(number)].width = column.width
        sheet.cell(2, number, column.example or None).font = Font(italic=True, color="6B6B6B")
        if form := _FORMATS.get(column.holds):
            for row in range(2, _ROWS + 1):
                sheet.cell(row, number).number_format = form
    sheet.freeze_panes = "B2"


def _lists(book: Any, sheet: Any, columns: Sequence[EmptyColumn]) -> None:
    """What can be chosen stands in a sheet that is not shown. Other answers may be written too."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    hidden = book.create_sheet(_LISTS)
    hidden.sheet_state = "hidden"
    chosen = [(number, one.choices) for number, one in enumerate(columns, 1) if one.choices]
    for at, (number, choices) in enumerate(chosen, 1):
        for row, choice in enumerate(choices, 1):
            hidden.cell(row, at, choice).data_type = "s"
        letter, own = get_column_letter(at), get_column_letter(number)
        validation = DataValidation(
            type="list",
            formula1=f"{_LISTS}!${letter}$1:${letter}${len(choices)}",
            allow_blank=True,
            showErrorMessage=False,
        )
        validation.add(f"{own}2:{own}{_ROWS}")
        sheet.add_data_validation(validation)


def _guide(sheet: Any, empty: EmptySheet) -> None:
    from openpyxl.styles import Alignment

    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 26, 80
    lines = [*empty.guide, *((column.heading, column.help) for column in empty.columns)]
    for row, (name, said) in enumerate(lines, 1):
        sheet.cell(row, 1, name).alignment = Alignment(vertical="top")
        sheet.cell(row, 2, said).alignment = Alignment(vertical="top", wrap_text=True)
