"""IMPORTS: a file or an address becomes activities, whatever kind it is."""

from __future__ import annotations

from pathlib import Path

from site_generator.making.imports.calendars import read_calendar
from site_generator.making.imports.fetching import MOST_BYTES, Rules, fetched, is_address
from site_generator.making.imports.happening import Read, SourceError
from site_generator.making.imports.offer_rows import has_offers
from site_generator.making.imports.sheet_rows import has_activities, read_sheets
from site_generator.making.imports.sheets import Sheet, read_csv, read_workbook
from site_generator.making.imports.source_text import text_of

_BLANK = "\ufeff \r\n\t"
_ZIP, _OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


def bytes_of(source: str, rules: Rules | None = None) -> bytes:
    """The bytes of a file or of what stands at an address. Raises SourceError."""
    if is_address(source):
        return fetched(source, rules)
    try:
        with Path(source).open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise SourceError(f"Der er ingen fil, der hedder «{source}».", "Ret navnet.") from None
    except (OSError, ValueError):
        raise SourceError(f"«{source}» kan ikke læses.", "Vælg en almindelig fil.") from None
    if len(data) > MOST_BYTES:
        raise SourceError("Filen er over 10 MB.", "Gem kun det, der er for familier.")
    return data


def read_source(data: bytes) -> Read:
    """All activities of a source. Its bytes tell what kind it is: names lie. Raises SourceError."""
    if _is_calendar(data):
        return read_calendar(data)
    sheets = _sheets(data, "kalender")
    if has_offers(sheets) and not has_activities(sheets):
        raise SourceError("Det er et ark med tilbud.", "Hent det ind med familiehus import-offers.")
    return read_sheets(sheets)


def read_sheets_of_offers(data: bytes) -> list[Sheet]:
    """The sheets of a file, which no calendar is. Raises SourceError."""
    if _is_calendar(data):
        raise SourceError("Det er en kalender.", "Hent den ind med familiehus import-events.")
    return _sheets(data, "tabel")


def _is_calendar(data: bytes) -> bool:
    return _beginning(data)[:15].upper() == "BEGIN:VCALENDAR"


def _beginning(data: bytes) -> str:
    return "" if data.startswith((_ZIP, _OLD_EXCEL)) else text_of(data[:4000]).lstrip(_BLANK)


def _sheets(data: bytes, wanted: str) -> list[Sheet]:
    """The sheets of a workbook or a table; `wanted` is what a page on the web is not."""
    if data.startswith(_ZIP):
        return read_workbook(data)
    if data.startswith(_OLD_EXCEL):
        raise SourceError(
            "Det er et gammelt regneark (.xls).", "Åbn det i Excel, og gem som .xlsx."
        )
    beginning = _beginning(data)
    if beginning.startswith("<"):
        raise SourceError(f"Der kom en hjemmeside og ingen {wanted}.", _NO_PAGE[wanted])
    if not beginning:
        raise SourceError("Filen er tom.", "Eksportér den igen.")
    return read_csv(data)


_NO_PAGE = {
    "kalender": "Brug kalenderens iCal-adresse; den ender som regel på .ics.",
    "tabel": "Gem regnearket som .xlsx eller .csv, og brug den fil.",
}
