"""IMPORTS: the rows of a sheet as offers, each with what its cells say and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from site_generator.making.imports import offer_columns
from site_generator.making.imports.happening import Remark, SourceError
from site_generator.making.imports.offer_columns import COLUMNS, Path, heading, shape_at
from site_generator.making.imports.offer_values import offer_value
from site_generator.making.imports.plain_text import cleaned, one_line
from site_generator.making.imports.sheet_columns import Columns, columns_of, first_with
from site_generator.making.imports.sheet_rows import EXAMPLE, has_activities
from site_generator.making.imports.sheet_values import UnreadableError, is_yes, price_in
from site_generator.making.imports.sheets import Row, Sheet
from site_generator.schema.location import Place
from site_generator.write.author_edits import Value

# Columns that only a sheet of offers has.
_OWN = {"standard", "topics", "access", "audience"}


@dataclass(frozen=True)
class OfferRow:
    """One offer of a sheet. `said` has the values of its cells at their paths in `offers.yml`, in
    its words; `standard` is the shared offer it names; `is_new` where somebody has said so."""

    where: str
    title: str
    standard: str
    is_new: bool
    said: Mapping[Path, Value]


@dataclass(frozen=True)
class OfferRows:
    rows: tuple[OfferRow, ...]
    remarks: tuple[Remark, ...]


def has_offers(sheets: Sequence[Sheet]) -> bool:
    """Whether any of the sheets has headings that only offers have."""
    found = (_columns_of(sheet) for sheet in sheets)
    return any(columns and _OWN & columns.at.keys() for columns in found)


def read_offers(sheets: Sequence[Sheet], places: Sequence[Place]) -> OfferRows:
    """All offers of some sheets. Raises SourceError where none of them is a sheet of offers."""
    readings = [
        _Reading(sheet, columns, places) for sheet in sheets if (columns := _columns_of(sheet))
    ]
    if not readings and has_activities(sheets):
        raise SourceError(
            "Det er et ark med aktiviteter.", "Hent det ind med familiehus import-events."
        )
    if not readings:
        raise SourceError(
            f"Der er ikke en kolonne, der hedder «{heading('title')}», og en mere om tilbuddene.",
            "Skriv overskrifter over kolonnerne, eller begynd med arket fra "
            "familiehus template --offers.",
        )
    rows = tuple(row for reading in readings for row in reading.rows())
    return OfferRows(rows, tuple(remark for reading in readings for remark in reading.remarks))


def _columns_of(sheet: Sheet) -> Columns | None:
    """None for activities too: they have a date, and offers have none."""
    if columns_of(sheet.rows):
        return None
    return first_with(sheet.rows, offer_columns.NAMES, _are_of_offers)


def _are_of_offers(columns: Columns) -> bool:
    """One heading alone may be a word of anything, as in the guide of our own sheet."""
    return bool({"title", "standard"} & columns.at.keys()) and len(columns.at) > 1


class _Reading:
    def __init__(self, sheet: Sheet, columns: Columns, places: Sequence[Place]) -> None:
        self.sheet, self.columns, self.places = sheet, columns, places
        self.remarks = [*sheet.remarks, *columns.remarks(sheet.shown_as)]

    def rows(self) -> Iterator[OfferRow]:
        for row in self.sheet.rows:
            if row.number > self.columns.begin and not row.merged and (found := self._row(row)):
                yield found

    def _row(self, row: Row) -> OfferRow | None:
        title, standard = (self._line(row, name) for name in ("title", "standard"))
        if not (title or standard) or title.startswith(EXAMPLE):
            return None
        where = self.sheet.where(row.number)
        if hidden := row.told_if_hidden(where, title or standard):
            self.remarks.append(hidden)
            return None
        said = dict(self._said(row, where, title or standard))
        is_new = is_yes(self.columns.cell(row, "is_new"))
        return OfferRow(where, title or standard, standard, is_new, said)

    def _line(self, row: Row, name: str) -> str:
        return one_line(cleaned(self.columns.text(row, name)).text)

    def _said(self, row: Row, where: str, title: str) -> Iterator[tuple[Path, Value]]:
        for column in COLUMNS:
            if not column.path or column.name == "title" or column.name not in self.columns.at:
                continue
            try:
                value = self._value(row, where, title, column.name, column.path)
            except UnreadableError as why:
                self._ask(where, f"«{title}»: «{heading(column.name)}» er ikke taget med. {why}")
                continue
            if value:
                yield column.path, value

    def _value(self, row: Row, where: str, title: str, name: str, path: Path) -> Value:
        shape = shape_at(path)
        if shape.kind == "text" and cleaned(self.columns.text(row, name)).mails:
            self._ask(
                where,
                f"«{title}»: «{heading(name)}» har en mailadresse, og den linje er ikke taget med. "
                f"Skal familier bruge den, så skriv den under «{heading('email')}».",
            )
        cell = self.columns.cell(row, name)
        return offer_value(price_in(cell) if name == "cost" else cell, shape, self.places)

    def _ask(self, where: str, said: str) -> None:
        self.remarks.append(Remark("question", where, said))
