"""IMPORTS: an empty sheet of activities that a secretary can fill in, and `sheet_rows.py` can read.

The headings are those of `sheet_columns.py`. Places, offers and answers are chosen from lists.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from site_generator.making.imports.empty_sheet import EmptyColumn, EmptySheet, workbook
from site_generator.making.imports.sheet_columns import HEADINGS
from site_generator.making.imports.sheet_rows import EXAMPLE

SHEET = "Aktiviteter"

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
_HOLDS = dict.fromkeys(("date", "end_date", "until", "closes"), "date") | {"seats": "number"}
_REPEATS = ("hver uge", "hver 14. dag", "lige uger", "ulige uger", "første tirsdag i måneden")
_GUIDE = (
    (
        "Sådan gør du",
        f"Skriv én aktivitet på hver række i arket «{SHEET}». Gem arket, og send "
        "det til den, der passer hjemmesiden.",
    ),
    ("Eksemplet", f"Rækken, der begynder med «{EXAMPLE}», kommer ikke med. Du kan slette den."),
    ("Navne på personer", "Skriv ingen navne eller mailadresser på familier eller kolleger."),
)


def heading(name: str) -> str:
    return HEADINGS[name][0].capitalize()


def template(places: Sequence[str], offers: Sequence[str], today: dt.date) -> bytes:
    """A workbook with the names of a house's places and offers to choose from."""
    choices: Mapping[str, Sequence[str]] = {
        "place": places,
        "offer": offers,
        "repeats": _REPEATS,
        "all_day": ("ja", "nej"),
    }
    columns = [
        EmptyColumn(
            heading(name),
            width,
            today if name == "date" else example,
            said,
            _HOLDS.get(name, "text"),
            choices.get(name, ()),
        )
        for name, width, example, said in _COLUMNS
    ]
    return workbook(EmptySheet(SHEET, columns, _GUIDE), today)
