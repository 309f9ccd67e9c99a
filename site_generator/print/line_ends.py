"""PAGES: what stays on one line of a sheet.

A page on the web is as wide as its reader has it; a line of paper that ends «op til 1» hangs there
for a year.
"""

from __future__ import annotations

import re
from typing import Any

_HARD_SPACE = "\u00a0"
_LETTER, _SMALL = r"[^\W\d_]", r"[^\W\d_A-ZÆØÅА-ЯҐЄІЇ]"
_CLOCK = r"\d{1,2}(?:[.:]\d\d)?"
# A number with what it counts and the short word before it: «kl. 9», «tirs. 10–12», «op til 6 år»,
# «20 kr.», «2. december», «0000 Eksempelby»; and that of a house with its street.
_WITH_NUMBER = re.compile(
    rf"\b{_LETTER}+ \d+{_LETTER}?,"
    rf"|(?:\b{_LETTER}{{1,4}}\.? )?"
    rf"(?:{_CLOCK}–{_CLOCK}|\d{{1,2}}[.:]\d\d|\d+(?: \d{{2,3}})*(?: {_LETTER}+|\. {_SMALL}+)?)"
)
# What is no text, or is divided in a way of its own.
_AS_THEY_ARE = {
    *("kind", "paper", "language", "direction", "ink", "accent", "ground", "tint", "line"),
    *("logo", "picture", "qr", "phone_number", "phone_link", "mail", "link", "icon"),
}


def held_together(text: str) -> str:
    """A text in which a number is not parted from its word."""
    return _WITH_NUMBER.sub(lambda found: found[0].replace(" ", _HARD_SPACE), text)


def with_good_line_ends(value: Any) -> Any:
    """The fields of a sheet (sheets.py) with their texts held together. Where that is too wide for
    its column the templates part them all the same."""
    if isinstance(value, str):
        return held_together(value)
    if isinstance(value, dict):
        return {
            key: field if key in _AS_THEY_ARE else with_good_line_ends(field)
            for key, field in value.items()
        }
    if isinstance(value, (list, tuple)):
        return [with_good_line_ends(one) for one in value]
    return value
