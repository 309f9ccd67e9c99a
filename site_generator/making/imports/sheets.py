"""IMPORTS: a spreadsheet, or a table as text, as rows of cells.

A workbook is a zip of XML. Before it is opened its size unpacked is added up, so that no bomb is;
how many rows and columns it may have is bounded, whatever it says of itself.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from site_generator.making.imports.happening import Remark, SourceError
from site_generator.making.imports.source_text import text_of

Cell = str | int | float | bool | dt.datetime | dt.date | dt.time | None

MOST_ROWS = 3000
_MOST_COLUMNS = 60
_MOST_UNPACKED = 60 * 1024 * 1024
_MOST_FILES = 2000
_LONGEST_CELL = 5000
# A workbook that was begun on an old Mac counts its days from 1904. A number that is a date, which
# no number of seats or kroner is as large as, is told as other workbooks have it.
_YEARS_OF_1904 = 1462
_OLDEST = 35_000


@dataclass(frozen=True)
class Row:
    """One row. `number` is as the program shows it, from 1; `merged` where it is one wide cell;
    `hidden` where nobody sees it."""

    number: int
    cells: tuple[Cell, ...]
    merged: bool = False
    hidden: bool = False

    def told_if_hidden(self, where: str, title: str) -> Remark | None:
        """What must be told of a row that nobody sees: hidden things are not for families."""
        said = (
            f"«{title}» står på en skjult række og er ikke taget med. Vis den, hvis den skal med."
        )
        return Remark("left_out", where, said) if self.hidden else None


@dataclass(frozen=True)
class Sheet:
    """A sheet. `name` is empty where the file has only one without a name."""

    name: str
    rows: tuple[Row, ...]
    remarks: tuple[Remark, ...] = ()

    @property
    def shown_as(self) -> str:
        return f"Arket «{self.name}»" if self.name else "Filen"

    def where(self, number: int) -> str:
        return f"Række {number} i arket «{self.name}»" if self.name else f"Række {number}"


def read_csv(data: bytes) -> list[Sheet]:
    """The rows of a text with commas, semicolons or tabs between its cells."""
    text = text_of(data).lstrip("\ufeff")
    first = text.split("\n", 1)[0].strip().lower()
    if re.fullmatch(r"sep=.", first):  # which Excel writes for itself
        text = text.split("\n", 1)[1]
    rows: list[Row] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        for cells in reader:
            if len(rows) > MOST_ROWS:
                raise _too_many()
            shown = tuple(cell.strip()[:_LONGEST_CELL] or None for cell in cells[:_MOST_COLUMNS])
            rows.append(Row(reader.line_num, shown))
    except csv.Error:
        raise SourceError("Filen er ikke en tabel.", "Gem regnearket som .xlsx i stedet.") from None
    return [Sheet("", tuple(rows))]


def _delimiter(text: str) -> str:
    """What stands most often between cells, in the lines where headings are."""
    beginning = text[:5000]
    return max(";\t,|", key=lambda sign: (beginning.count(sign), sign == ";"))


def read_workbook(data: bytes) -> list[Sheet]:
    """The sheets of a workbook that can be seen, with the values that formulas gave last."""
    _refuse_bombs(data)
    values, formulas = _opened(data, values=True), _opened(data, values=False)
    return [
        _sheet(values[name], formulas[name])
        for name in values.sheetnames
        if hasattr(values[name], "iter_rows") and values[name].sheet_state == "visible"
    ]


def _refuse_bombs(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            entries = packed.infolist()
    except (zipfile.BadZipFile, ValueError, OSError):
        raise SourceError(
            "Regnearket kan ikke åbnes.", "Gem det som en almindelig .xlsx-fil uden kode."
        ) from None
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > _MOST_FILES or unpacked > _MOST_UNPACKED:
        raise SourceError(
            "Regnearket fylder for meget, når det er pakket ud.",
            "Lav et nyt ark, der kun har aktiviteterne.",
        )


def _opened(data: bytes, *, values: bool) -> Any:
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of looks that openpyxl does not keep
        try:
            return load_workbook(io.BytesIO(data), data_only=values, keep_links=False)
        except Exception:  # whatever a stranger's file makes a reader of files do
            raise SourceError(
                "Regnearket kan ikke åbnes.", "Åbn det i Excel, og gem det igen som .xlsx."
            ) from None


def _sheet(values: Any, formulas: Any) -> Sheet:
    if values.max_row > MOST_ROWS:
        last = max((row for row, _ in values._cells), default=0)
        if last > MOST_ROWS:
            raise _too_many()
    merged, wide = _merged(values)
    unseen = _hidden_columns(values)
    out_of_sight = {number for number, row in values.row_dimensions.items() if row.hidden}
    rows: list[Row] = []
    remarks: list[Remark] = []
    for number in range(1, min(values.max_row, MOST_ROWS) + 1):
        cells = tuple(
            None if column in unseen else _cell(values, number, column, merged)
            for column in _columns(values)
        )
        rows.append(Row(number, cells, number in wide, number in out_of_sight))
        remarks += _unsaved(values, formulas, number)
    if hidden := [one for one in _columns(values) if one in unseen and _has_words(values, one)]:
        remarks.append(_of_hidden(values, hidden))
    return Sheet(str(values.title), tuple(rows), tuple(remarks))


def _columns(sheet: Any) -> range:
    return range(1, min(sheet.max_column, _MOST_COLUMNS) + 1)


def _hidden_columns(sheet: Any) -> set[int]:
    """What somebody has hidden is not for families. One entry may stand for several columns."""
    return {
        column
        for one in sheet.column_dimensions.values()
        if one.hidden
        for column in range(one.min or 0, min(one.max or 0, _MOST_COLUMNS) + 1)
    }


def _has_words(sheet: Any, column: int) -> bool:
    return any(at == column and cell.value is not None for (_, at), cell in sheet._cells.items())


def _of_hidden(sheet: Any, columns: Sequence[int]) -> Remark:
    letters = ", ".join(_letters(column) for column in columns)
    said = f"Skjulte kolonner er ikke læst: {letters}. Vis dem, hvis de skal med."
    return Remark("note", f"Arket «{sheet.title}»", said)


def _letters(column: int) -> str:
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(column))


def _merged(sheet: Any) -> tuple[dict[tuple[int, int], tuple[int, int]], set[int]]:
    """The cell that holds the value of each merged one, and the rows that are one wide cell."""
    holders: dict[tuple[int, int], tuple[int, int]] = {}
    wide = set()
    for area in list(sheet.merged_cells.ranges)[:1000]:
        first = (area.min_row, area.min_col)
        if area.min_row == area.max_row and area.max_col - area.min_col >= 2:
            wide.add(area.min_row)
        for row in range(area.min_row, min(area.max_row, MOST_ROWS) + 1):
            for column in range(area.min_col, min(area.max_col, _MOST_COLUMNS) + 1):
                holders[row, column] = first
    return holders, wide


def _cell(
    sheet: Any, row: int, column: int, merged: dict[tuple[int, int], tuple[int, int]]
) -> Cell:
    found = sheet._cells.get(merged.get((row, column), (row, column)))
    value: Cell = found.value if found is not None else None
    if isinstance(value, str):
        return value.strip()[:_LONGEST_CELL] or None
    if isinstance(value, dt.timedelta):  # 24:00, which is no clock
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60}.{minutes % 60:02}"
    if isinstance(value, int | float) and sheet.parent.epoch.year == 1904:
        return value + _YEARS_OF_1904 if value > _OLDEST else value
    known = bool | int | float | dt.datetime | dt.date | dt.time
    return value if isinstance(value, known) else None


def _unsaved(values: Any, formulas: Any, number: int) -> Iterator[Remark]:
    """Formulas without a value: the file was made by a program and never opened in Excel."""
    for column in _columns(values):
        written = formulas._cells.get((number, column))
        found = values._cells.get((number, column))
        if written is None or written.data_type != "f" or (found and found.value is not None):
            continue
        where = f"Række {number} i arket «{values.title}»"
        said = (
            f"Formlen i {written.coordinate} har ingen gemt værdi. Åbn arket i Excel, og gem det."
        )
        yield Remark("question", where, said)


def _too_many() -> SourceError:
    return SourceError(
        f"Arket har over {MOST_ROWS} rækker.", "Lav et nyt ark, der kun har aktiviteterne."
    )
