"""IMPORTS: dates, hours and answers as people and Excel write them in a cell."""

from __future__ import annotations

import datetime as dt
import re

from pydantic_core import PydanticCustomError

from site_generator.making.imports.sheets import Cell
from site_generator.schema.event_times import parse_event_hours
from site_generator.schema.times import MONTHS_DA, WEEKDAYS_DA, Slot, parse_clock, plain_marks

# Excel's own day 0; it takes 1900 for a leap year, which only shows before March of it.
_EPOCH = dt.datetime(1899, 12, 30)
_SERIALS = range(36526, 73415)  # the years 2000 to 2100

_MONTH_NAMES = {name[:3]: number for number, name in enumerate(MONTHS_DA, 1)} | {
    "may": 5,
    "oct": 10,
}
_DAY_NAMES = {name[:3]: number for number, name in enumerate(WEEKDAYS_DA)}
_WEEKDAY = re.compile(
    rf"^(?P<day>{'|'.join(WEEKDAYS_DA)}|{'|'.join(n[:4] for n in WEEKDAYS_DA)}|"
    rf"{'|'.join(_DAY_NAMES)})s?\.?,?\s+(?:d\.|den)?\s*",
    re.IGNORECASE,
)
_ISO = re.compile(r"^(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?:[T ].*)?$")
_NUMBERS = re.compile(
    r"^(?P<day>\d{1,2})\s*[./-]\s*(?P<month>\d{1,2})(?:\s*[./ -]\s*(?P<year>\d{4}|\d{2}))?\.?"
    r"(?:\s+\d{1,2}[.:]\d{2}.*)?$"
)
_WORDS = re.compile(
    r"^(?:d\.|den)?\s*(?P<day>\d{1,2})\.?\s*(?P<month>[a-zæøå]{3,9})\.?,?(?:\s+(?P<year>\d{4}|\d{2}))?$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:,|;|\n|\+|&|\bog\b)\s*")
_KL = re.compile(r"\b(?:kl(?:okken)?\b\.?|klokkeslæt)\s*", re.IGNORECASE)
_SECONDS = re.compile(r"(\d{1,2}[.:]\d{2})[.:]\d{2}\b")
_BARE = re.compile(r"\b(\d{2})(\d{2})\b")


_HALF_DAY = re.compile(r"\b(\d{1,2})([.:]\d{2})?\s*([ap])\.?m\b\.?", re.IGNORECASE)


class UnreadableError(Exception):
    """What stands in a cell, and why it cannot be taken, in Danish."""


def dates_in(cell: Cell, *, month_first: bool = False) -> tuple[dt.date, ...]:
    """The dates of a cell, in order: one, or several with commas or «og» between. A year that only
    the last of them has is the year of all. Raises UnreadableError."""
    if isinstance(cell, dt.datetime):
        return (cell.date(),)
    if isinstance(cell, dt.date):
        return (cell,)
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return (_from_serial(cell),)
    text = plain_marks(" ".join(str(cell or "").split()))
    parts = [part for part in _BETWEEN.split(_commas_within(text)) if part]
    year = _year_of(parts[-1]) if parts else None
    found = tuple(_date(part, year, month_first) for part in parts[:60])
    if not found:
        raise UnreadableError("Der mangler en dato.")
    return tuple(dict.fromkeys(found))


def _commas_within(text: str) -> str:
    """«torsdag, 3. december» and «3. december, 2026» are one date."""
    text = (
        re.sub(r"(?<=[a-zæøå]),(?=\s+(?:den |d\. ?)?\d)", "", text)
        if _WEEKDAY.match(text)
        else text
    )
    return re.sub(r",(?=\s*\d{4}\b)", "", text)


def _from_serial(number: float) -> dt.date:
    if int(number) not in _SERIALS:
        raise UnreadableError(f"«{number}» er ikke en dato.")
    return (_EPOCH + dt.timedelta(days=int(number))).date()


def _year_of(text: str) -> int | None:
    found = _ISO.match(_bare(text)) or _NUMBERS.match(_bare(text)) or _WORDS.match(_bare(text))
    return _year(found["year"]) if found and found["year"] else None


def _bare(text: str) -> str:
    return _WEEKDAY.sub("", text).strip()


def _date(text: str, year: int | None, month_first: bool) -> dt.date:
    bare = _bare(text)
    if re.fullmatch(r"\d{5}", bare):
        return _from_serial(int(bare))
    found = _ISO.match(bare) or _NUMBERS.match(bare) or _WORDS.match(bare)
    if not found:
        raise UnreadableError(f"«{text[:60]}» er ikke en dato. Skriv fx 3. december 2026.")
    own = _year(found["year"]) if found["year"] else year
    if own is None:
        raise UnreadableError(f"«{text[:60]}» mangler årstallet.")
    day, month = int(found["day"]), _month(found["month"], text)
    if month_first and found.re is _NUMBERS:
        day, month = month, day
    try:
        made = dt.date(own, month, day)
    except ValueError:
        raise UnreadableError(f"Datoen «{text[:60]}» findes ikke.") from None
    _agree(text, made)
    return made


def _month(text: str, whole: str) -> int:
    if text.isdigit():
        return int(text)
    number = _MONTH_NAMES.get(text.lower()[:3])
    if number is None:
        raise UnreadableError(f"«{whole[:60]}» er ikke en dato. Skriv fx 3. december 2026.")
    return number


def _year(text: str) -> int:
    year = int(text) + (2000 if len(text) == 2 else 0)
    if not 2000 <= year <= 2100:
        raise UnreadableError(f"Året {year} kan ikke være rigtigt.")
    return year


def _agree(text: str, day: dt.date) -> None:
    """A weekday that does not fit says that one of them is wrong, and nobody knows which."""
    found = _WEEKDAY.match(text)
    if found and _DAY_NAMES[found["day"].lower()[:3]] != day.weekday():
        name = WEEKDAYS_DA[day.weekday()]
        said = f"«{text[:60]}» passer ikke: den dag er en {name}. Ret dagen eller datoen."
        raise UnreadableError(said)


def hours_in(begin: Cell, end: Cell) -> Slot:
    """The hours of one cell («kl. 10.30–12»), or of one for each end. Raises UnreadableError."""
    first, last = clock_text(begin), clock_text(end)
    text = f"{first}-{last}" if first and last else first or last
    if not text:
        raise UnreadableError("Der mangler et klokkeslæt.")
    try:
        return parse_event_hours(text)
    except PydanticCustomError as fault:
        context = fault.context or {}
        if _is_one_clock(text):
            said = f"Der står kun, at den begynder kl. {text}. Skriv også, hvornår den slutter."
            raise UnreadableError(said) from None
        raise UnreadableError(f"{context.get('message')} {context.get('remedy')}") from None


def _is_one_clock(text: str) -> bool:
    try:
        parse_clock(text)
    except PydanticCustomError:
        return False
    return True


def clock_text(cell: Cell) -> str:
    """A clock, or the hours from one to another, as `parse_event_hours` takes them."""
    if isinstance(cell, dt.datetime):
        return f"{cell.hour}.{cell.minute:02}"
    if isinstance(cell, dt.time):
        return f"{cell.hour}.{cell.minute:02}"
    if isinstance(cell, float) and 0 < cell < 1:  # a part of a day
        minutes = round(cell * 24 * 60)
        return f"{minutes // 60}.{minutes % 60:02}"
    if isinstance(cell, float) and cell == int(cell):
        cell = int(cell)
    text = _KL.sub("", plain_marks(" ".join(str("" if cell is None else cell).split()))).strip()
    text = _BARE.sub(r"\1.\2", _SECONDS.sub(r"\1", text))
    text = _HALF_DAY.sub(_by_24_hours, text)
    return re.sub(r"\s*(?:-|–|—|\btil\b)\s*", "-", text)


def _by_24_hours(found: re.Match[str]) -> str:
    """An English Outlook writes «9:30 AM» and «12:15 PM»."""
    hour = int(found[1]) % 12 + (12 if found[3].lower() == "p" else 0)
    return f"{hour}{found[2] or ''}"


def is_yes(cell: Cell) -> bool:
    """«ja», «x», «sand», a tick."""
    if isinstance(cell, bool | int | float):
        return bool(cell)
    return str(cell or "").strip().lower() in (
        "ja",
        "j",
        "x",
        "sand",
        "true",
        "yes",
        "1",
        "✓",
        "ok",
    )


def price_in(cell: Cell) -> str:
    """A price in words; a bare number is kroner."""
    text = " ".join(text_in(cell).split())
    return f"{text} kr." if text.isdigit() else text


def text_in(cell: Cell) -> str:
    """A cell as text; whole numbers without a point, dates as people write them."""
    if isinstance(cell, float) and cell == int(cell):
        return str(int(cell))
    if isinstance(cell, dt.datetime | dt.date):
        return f"{cell.day}. {MONTHS_DA[cell.month - 1]} {cell.year}"
    return "" if cell is None else str(cell).strip()
