"""Sources as other programs write them, made from cases, and a house they are imported into."""

from __future__ import annotations

import io
import shutil
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import openpyxl
from building import PROJECT, ROOT
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH

from site_generator.making.imports.merging import Coming, Merging
from site_generator.making.imports.remembered import remembered, to_remember
from site_generator.making.imports.sources import read_source
from site_generator.making.imports.template import heading, template
from site_generator.records.municipality import Municipality, read_municipality
from site_generator.records.shared_content import read_shared_content
from site_generator.write.author_edits import edited, value_at

TODAY = date(2026, 11, 30)

# The house of eksempel, with one activity that was written by hand, and odd ways to write it.
BY_HAND = """\
# Vores egen note øverst.
events:
- id: babyrytmik   # den faste
  offer:   "babyrytmik"
  weekly: onsdag
  from: 2027-01-13
  until: 2027-06-23
  time: 10-10.45   # kom lidt før

# Nederst
"""


class House:
    """A folder in which files are imported, as `familiehus import-events` does it, but without
    making every page to see what has changed."""

    def __init__(self, root: Path, events: str = BY_HAND) -> None:
        self.root, self.text, self.last = root, events, ""
        self.folder = root / "municipalities/eksempel"
        shutil.copytree(PROJECT / "municipalities/eksempel", self.folder)
        self.shared, _ = read_shared_content(ROOT / "content")

    def read(self) -> tuple[Municipality, list[Any]]:
        (self.folder / "events.yml").write_bytes(self.text.encode("utf-8"))
        house, problems = read_municipality(self.folder, self.shared)
        assert house
        return house, problems

    def takes(self, data: bytes, today: date = TODAY) -> Coming:
        house, problems = self.read()
        assert problems == []
        found = value_at(self.text, ("events",))
        merging = Merging(house, found or [], remembered(self.last), today)
        coming = merging.merge(read_source(data))
        self.text = edited(self.text, coming.edits)
        self.last = to_remember(coming.remembered).decode("utf-8")
        return coming

    @property
    def events(self) -> list[Any]:
        """The activities as they stand, but for the one by hand."""
        found: Any = value_at(self.text, ("events",))
        return [event for event in found if event["id"] != "babyrytmik"]


def source_of(case: dict[str, Any]) -> bytes:
    """The bytes of a case's source."""
    if "sheets" in case:
        return _workbook(case["sheets"], case.get("epoch", "1900"))
    if "template" in case:
        return _filled(case["template"])
    text = case["source"]
    if case.get("line_ends") == "crlf":
        text = text.replace("\n", "\r\n")
    data = text.encode(case.get("encoding", "utf-8"))
    return _folded(data, int(case["fold_bytes"])) if "fold_bytes" in case else data


def _folded(data: bytes, most: int) -> bytes:
    """Long lines go on behind a blank, also in the middle of a letter (RFC 5545, 3.1)."""
    lines = []
    for line in data.split(b"\r\n"):
        lines += [line[:most]]
        rest = line[most:]
        while rest:
            lines.append(b" " + rest[: most - 1])
            rest = rest[most - 1 :]
    return b"\r\n".join(lines)


def _workbook(sheets: dict[str, Any], epoch: str) -> bytes:
    book = openpyxl.Workbook()
    book.epoch = MAC_EPOCH if epoch == "1904" else WINDOWS_EPOCH
    book.remove(book.active)
    for name, told in sheets.items():
        sheet = book.create_sheet(name)
        sheet.sheet_state = "hidden" if told.get("hidden") else "visible"
        for place, value in told["cells"].items():
            _put(sheet[place], value)
        _put_dates(sheet, told.get("rows_of_dates"))
        for area in told.get("merged", ()):
            sheet.merge_cells(area)
        for number in told.get("hidden_rows", ()):
            sheet.row_dimensions[int(number)].hidden = True
        for letter in told.get("hidden_columns", ()):
            sheet.column_dimensions[letter].hidden = True
    out = io.BytesIO()
    book.save(out)
    return _with_values(out.getvalue(), sheets)


def _put(cell: Any, value: Any) -> None:
    if not isinstance(value, dict):
        cell.value = str(value)
        return
    ((kind, told), *_) = value.items()
    if kind == "date":
        cell.value = datetime.fromisoformat(str(told))
    elif kind == "time":
        cell.value = time.fromisoformat(told)
    elif kind == "hours":
        hour, minute = map(int, told.split(":"))
        cell.value = timedelta(hours=hour, minutes=minute)
    elif kind == "number":
        cell.value = float(told) if "." in str(told) else int(told)
    else:
        cell.value = told


def _put_dates(sheet: Any, told: dict[str, Any] | None) -> None:
    for number, day in enumerate(told["dates"] if told else (), int(told["from"]) if told else 0):
        sheet[f"A{number}"] = told["title"]
        _put(sheet[f"{told['column']}{number}"], {"date": day})
        for column in told["copy"]:
            sheet[f"{column}{number}"] = sheet[f"{column}2"].value


def _with_values(data: bytes, sheets: dict[str, Any]) -> bytes:
    """What Excel saves beside a formula, and openpyxl cannot: its last value."""
    import zipfile

    values = {
        place: value["value"]
        for told in sheets.values()
        for place, value in told["cells"].items()
        if isinstance(value, dict) and "formula" in value and "value" in value
    }
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as packed, zipfile.ZipFile(out, "w") as new:
        for entry in packed.infolist():
            text = packed.read(entry)
            if entry.filename.startswith("xl/worksheets/"):
                for place, value in values.items():
                    formula = f'<c r="{place}"><f>'.encode()
                    begin = text.find(formula)
                    end = text.find(b"</c>", begin)
                    if begin >= 0:
                        cell = text[begin:end].split(b"<v")[0]
                        text = text[:begin] + cell + f"<v>{value}</v>".encode() + text[end:]
            new.writestr(entry, text)
    return out.getvalue()


def _filled(rows: list[dict[str, Any]]) -> bytes:
    """Our own template with rows below its example."""
    book = openpyxl.load_workbook(io.BytesIO(template(["Familiehuset Solsikken"], [], TODAY)))
    sheet = book["Aktiviteter"]
    columns = {cell.value: cell.column for cell in sheet[1]}
    for number, row in enumerate(rows, 3):
        for name, value in row.items():
            _put(sheet.cell(number, columns[heading(name)]), value)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
