"""IMPORTS: an empty sheet of activities that a secretary can fill in, and `sheets.py` can read.

The headings are those of `sheet_columns.py`. Places, offers and answers are chosen from lists.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from typing import Any

from site_generator.making.imports.sheet_columns import HEADINGS
from site_generator.making.imports.sheet_rows import EXAMPLE

SHEET, _LISTS, _HELP = "Aktiviteter", "Lister", "Vejledning"
_ROWS = 300

# Each column: what it holds, how wide it is, the example, and what to write.
_COLUMNS: tuple[tuple[str, int, str, str], ...] = (
    ("title", 30, f"{EXAMPLE} Babycafé", "Aktivitetens navn, som familier skal se det."),
    ("offer", 24, "", "Vælg tilbuddet, hvis den hører til et. Ellers lad den stå tom."),
    ("date", 14, "", "Dagen, fx 3-12-2026. Gentages den, er det den første dag."),
    ("time", 10, "10.00", "Hvornår den begynder, fx 10.00."),
    ("end_time", 10, "11.30", "Hvornår den slutter, fx 11.30."),
    ("all_day", 11, "nej", "Ja, hvis den varer hele dagen. Så skal der ikke stå klokkeslæt."),
    ("end_date", 14, "", "Sidste dag, hvis den varer flere dage i træk. Ellers tom."),
    ("repeats", 22, "hver uge", "Vælg, eller skriv fx første tirsdag i måneden. Tom: én gang."),
    ("until", 14, "", "Sidste dag, den gentages. Tom, hvis du ikke ved det."),
    ("skip", 26, "", "Dage uden aktiviteten, fx 24-12-2026, 31-12-2026."),
    ("place", 24, "", "Vælg huset, eller skriv et andet sted."),
    ("text", 44, "Kom, som du er.", "Hvad der sker, med få ord. Højst 300 tegn."),
    ("cost", 12, "gratis", "gratis, eller prisen i ord."),
    ("seats", 10, "", "Hvor mange der er plads til. Tom, hvis alle kan komme."),
    ("link", 30, "", "Link til tilmelding, med https:// først."),
    ("phone", 18, "", "Nummer til tilmelding."),
    ("closes", 16, "", "Sidste dag, man kan tilmelde sig."),
    ("cancelled", 16, "", "Dage, der er aflyst, fx 10-12-2026."),
    ("reason", 26, "", "Hvorfor, fx sygdom."),
)
_DATES = ("date", "end_date", "until", "closes")
_REPEATS = ("hver uge", "hver 14. dag", "lige uger", "ulige uger", "første tirsdag i måneden")


def heading(name: str) -> str:
    return HEADINGS[name][0].capitalize()


def template(places: Sequence[str], offers: Sequence[str], today: dt.date) -> bytes:
    """A workbook with the names of a house's places and offers to choose from."""
    from openpyxl import Workbook

    book = Workbook()
    book.properties.created = book.properties.modified = dt.datetime(
        today.year, today.month, today.day
    )
    sheet: Any = book.active
    sheet.title = SHEET
    _fill_in(sheet, today)
    _lists(
        book,
        sheet,
        {"place": places, "offer": offers, "repeats": _REPEATS, "all_day": ("ja", "nej")},
    )
    _guide(book.create_sheet(_HELP))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _fill_in(sheet: Any, today: dt.date) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    for column, (name, width, example, _) in enumerate(_COLUMNS, 1):
        cell = sheet.cell(1, column, heading(name))
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="E8E1D5")
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.column_dimensions[get_column_letter(column)].width = width
        shown = sheet.cell(2, column, today if name == "date" else example or None)
        shown.font = Font(italic=True, color="6B6B6B")
        if name in _DATES:
            for row in range(2, _ROWS + 1):
                sheet.cell(row, column).number_format = "dd-mm-yyyy"
        elif name not in ("seats",):
            for row in range(2, _ROWS + 1):
                sheet.cell(row, column).number_format = "@"  # or 10.30 becomes a number
    sheet.freeze_panes = "B2"


def _lists(book: Any, sheet: Any, lists: dict[str, Sequence[str]]) -> None:
    """What can be chosen stands in a sheet that is not shown. Other answers may be written too."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    hidden = book.create_sheet(_LISTS)
    hidden.sheet_state = "hidden"
    names = [name for name, *_ in _COLUMNS]
    for column, (name, choices) in enumerate(lists.items(), 1):
        for row, choice in enumerate(choices, 1):
            hidden.cell(row, column, choice).data_type = "s"
        if not choices:
            continue
        letter = get_column_letter(column)
        chosen = DataValidation(
            type="list",
            formula1=f"{_LISTS}!${letter}$1:${letter}${len(choices)}",
            allow_blank=True,
            showErrorMessage=False,
        )
        own = get_column_letter(names.index(name) + 1)
        chosen.add(f"{own}2:{own}{_ROWS}")
        sheet.add_data_validation(chosen)


def _guide(sheet: Any) -> None:
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 26, 80
    lines = [
        (
            "Sådan gør du",
            f"Skriv én aktivitet på hver række i arket «{SHEET}». Gem arket, og send "
            "det til den, der passer hjemmesiden.",
        ),
        ("Eksemplet", f"Rækken, der begynder med «{EXAMPLE}», kommer ikke med. Du kan slette den."),
        ("Navne på personer", "Skriv ingen navne eller mailadresser på familier eller kolleger."),
    ]
    lines += [(heading(name), said) for name, _, _, said in _COLUMNS]
    for row, (name, said) in enumerate(lines, 1):
        sheet.cell(row, 1, name)
        sheet.cell(row, 2, said)
