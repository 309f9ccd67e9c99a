"""What single values look like, as regular expressions that JSON Schema knows (ECMA 262).

Editors try them while one types, so they say what the parsers in this folder say, as far as a
pattern can: not whether an end lies before its beginning, or a week 53 is in a year's calendar.
There is no flag for «in any case» in JSON Schema, hence the classes of letters; and editors read
patterns with the flag `u`, which knows no needless backslash.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

SPACE, GAP = r"\s+", r"\s*"


def any_case(words: str) -> str:
    """A text in small and capital letters; its spaces stand for any."""
    return "".join(_letter(letter) for letter in words)


def _letter(letter: str) -> str:
    if letter == " ":
        return SPACE
    if letter.upper() != letter.lower():
        return f"[{letter.upper()}{letter.lower()}]"
    return re.sub(r"([.+*?()\[\]{}|^$\\/])", r"\\\1", letter)


def one_of(patterns: Iterable[str]) -> str:
    return f"(?:{'|'.join(patterns)})"


def words(*known: str) -> str:
    """One of some words, in any case. The longest first, or «i» would hide «ikke»."""
    return one_of(any_case(word) for word in sorted(known, key=len, reverse=True))


def whole(pattern: str) -> str:
    """A value that is this and nothing else; the spaces around it are nobody's fault."""
    return f"^{GAP}{one_of([pattern])}{GAP}$"


def several(part: str, between: str) -> str:
    return f"{part}(?:{between}{part})*"


# ---- Dates ----

YEAR = "(?:20[0-9]{2}|2100)"
_LEAP_YEAR = "(?:20(?:[02468][048]|[13579][26]))"
_UP_TO = {
    31: "(?:0?[1-9]|[12][0-9]|3[01])",
    30: "(?:0?[1-9]|[12][0-9]|30)",
    28: "(?:0?[1-9]|1[0-9]|2[0-8])",
    29: "29",
}
_MONTHS = {31: (1, 3, 5, 7, 8, 10, 12), 30: (4, 6, 9, 11), 28: (2,), 29: (2,)}


def dates(names: tuple[str, ...]) -> str:
    """`2026-12-24`, `24.12.2026` and `24. december 2026`, of days that there are."""
    return one_of(pattern for last in _UP_TO for pattern in _dates_until(last, names))


def _dates_until(last: int, names: tuple[str, ...]) -> tuple[str, str, str]:
    day, year = _UP_TO[last], _LEAP_YEAR if last == 29 else YEAR
    numbers = one_of(f"0?{n}" if n < 10 else str(n) for n in _MONTHS[last])
    month = words(*(names[n - 1] for n in _MONTHS[last]))
    hyphen = "[-\u2010-\u2012\u2212]"
    return (
        f"{year}{hyphen}{numbers}{hyphen}{day}",
        f"{day}[./\u2010-\u2012\u2212-]{numbers}[./\u2010-\u2012\u2212-]{year}",
        rf"{day}\.{GAP}{month}{SPACE}{year}",
    )


# ---- Weeks by their numbers ----

WEEK_NUMBER = "0?(?:[1-9]|[1-4][0-9]|5[0-3])"
_DASH = "[-\u2010-\u2014\u2212]"


def weeks_of_year(*, with_year: bool) -> str:
    """`uge 42 2026`, `uge 28-30 2027`; without a year too, unless it is needed."""
    to = rf"{GAP}(?:{_DASH}|{words('til', 'og')}){GAP}(?:{any_case('uge')}{SPACE})?"
    weeks = f"{words('uge', 'uger', 'ugerne')}{SPACE}{WEEK_NUMBER}(?:{to}{WEEK_NUMBER})?"
    before = rf"{YEAR}(?:,|\s)+{weeks}"
    after = rf"{weeks}(?:,?{SPACE}{any_case('i')}|,)?{SPACE}{YEAR}"
    return one_of([before, after] if with_year else [before, after, weeks])


# ---- Times of day ----

_KL = rf"(?:[Kk][Ll]\.?{GAP})?"
CLOCK = f"{_KL}(?:[01]?[0-9]|2[0-3])(?:[.:][0-5][0-9])?"
_END = rf"(?:{CLOCK}|{_KL}24(?:[.:]00)?)"
SLOT_BETWEEN = f"{GAP}(?:{_DASH}|{any_case('til')}){GAP}"
SLOT = f"{CLOCK}{SLOT_BETWEEN}{_END}"


def slots(all_day: Iterable[str]) -> str:
    return one_of([SLOT, words(*all_day)])


def hours_of_day(part: str, alone: Iterable[str]) -> str:
    """`10-12 og 13-15`, or one of the words that stand alone, such as `lukket`."""
    between = rf"(?:{GAP}[,;]{GAP}|{SPACE}{words('og', 'samt')}{SPACE})(?:{any_case('og')}{SPACE})?"
    return one_of([several(part, between), words(*alone)])


# ---- What repeats ----

_AND = rf"(?:{GAP}[,;+&]{GAP}|{SPACE}{any_case('og')}{SPACE})"
_TO = rf"(?:{GAP}{_DASH}{GAP}|{SPACE}{any_case('til')}{SPACE})"


def _span(part: str) -> str:
    return f"{part}(?:{_TO}{part})?"


def weeks(named: Iterable[str]) -> str:
    """`lige`, `i ulige uger`, `uge 7`, `10-15, 20`."""
    word = rf"(?:(?:{any_case('i')}{SPACE})?{words(*named)}(?:{SPACE}{words('uge', 'uger')}\.?)?)"
    return one_of([word, week_numbers()])


def week_numbers() -> str:
    week = rf"(?:{words('uge', 'uger')}\.?{GAP})?0*{WEEK_NUMBER}"
    return f"(?:{any_case('i')}{SPACE})?{several(_span(week), _AND)}"


def weekly(names: Iterable[str], danish: Iterable[str], in_weeks: Iterable[str]) -> str:
    """`torsdag`, `hver tirsdag og torsdag`, `mandag-fredag`, `torsdag i lige uger`."""
    plural = (f"{name}e" for name in danish)
    day = f"(?:{any_case('hver')}{SPACE})?{words(*names, *plural)}"
    named = f"{words(*in_weeks)}{SPACE}{words('uge', 'uger')}"
    number = f"{words('uge', 'uger')}{GAP}0*{WEEK_NUMBER}"
    more = _span(f"(?:{words('uge', 'uger')}{GAP})?0*{WEEK_NUMBER}")
    rest = rf"(?:{_TO}0*{WEEK_NUMBER})?(?:{_AND}{more})*"
    where = f"{SPACE}(?:{any_case('i')}{SPACE})?(?:{named}|{number}{rest})"
    return f"{several(_span(day), _AND)}(?:{where})?"


def monthly(nth: Iterable[str], names: Iterable[str]) -> str:
    """`første tirsdag`, `første og tredje tirsdag`, `den 15.`, `sidste dag`."""
    den = f"(?:{any_case('den')}{SPACE})?"
    number = rf"{den}(?:0?[1-9]|[12][0-9]|3[01])\.?"
    which = f"{den}{words(*nth)}"
    of_week = f"(?:{which}{_AND})*{which}{SPACE}{words(*names, 'dag', 'day')}"
    every = f"(?:{any_case('hver')}{SPACE})?"
    month = f"(?:{SPACE}{any_case('i')}{SPACE}{every}{words('måned', 'måneden')})?"
    return f"{every}{several(f'(?:{number}|{of_week})', _AND)}{month}"


def names_of_days(
    danish: Iterable[str], english: Iterable[str], several_days: Iterable[str]
) -> str:
    """`mandag`, `man`, `man-tor`, `lør og søn`, `weekend`: how a day of a week is called."""
    day = rf"{one_of(_beginning(name) for name in (*danish, *english))}\.?"
    to = rf"(?:{GAP}[-–—]{GAP}|{SPACE}{words('til', 'to')}{SPACE})"
    comma = f"{GAP},{GAP}(?:{any_case('og')}{SPACE})?"
    between = f"(?:{comma}|{SPACE}{words('og', 'and')}{SPACE}|{GAP}&{GAP})"
    return one_of([several(f"{day}(?:{to}{day})?", between), words(*several_days)])


def _beginning(name: str) -> str:
    """A name or the beginning of it, three letters at least."""
    pattern = ""
    for letter in reversed(name[3:]):
        pattern = f"(?:{any_case(letter)}{pattern})?"
    return any_case(name[:3]) + pattern


# ---- Numbers and addresses ----

_SEPARATOR = r"[\s.()/\u2010-\u2014\u2212-]*"


def phone() -> str:
    """Eight digits, a short number of 3, 4 or 6, or + and a country's code, with spaces."""
    digit = f"[0-9]{_SEPARATOR}"
    denmark = rf"(?:(?:\+|0{_SEPARATOR}0){_SEPARATOR}4{_SEPARATOR}5{_SEPARATOR})?"
    counts = f"(?:{digit}){{3,4}}|(?:{digit}){{6}}"
    abroad = rf"\+{_SEPARATOR}(?:{digit}){{7,14}}"
    return f"{_SEPARATOR}(?:{denmark}(?:{digit}){{8}}|{counts}|{abroad})"


_HOST = "[^\\s<>\"'`\\\\{}|^@/?#:\\[\\]"
_PATH = "[^\\s<>\"'`\\\\{}|^]"
_ADDRESS = rf"https://{_HOST}.]*\.{_HOST}]*(?::[0-9]*)?"
LINK = f"{_ADDRESS}(?:[/?#]{_PATH}*)?"
_FILE = rf"\.{words('htm', 'html', 'php', 'asp', 'aspx', 'cfm', 'jsp', 'xml', 'pdf')}"
BASE_ADDRESS = rf"(?!https://[^/]+/.*{_FILE}\s*$){_ADDRESS}(?:/(?:(?![?#]){_PATH})*)?"
