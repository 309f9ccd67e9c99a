"""IMPORTS: the bytes of a file from another program as text: UTF-8, UTF-16, or what Windows uses
for Danish; of what is neither, charset-normalizer makes the best guess."""

from __future__ import annotations

import codecs

from charset_normalizer import from_bytes

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Letters that Danish text has and that a wrong guess makes something else of.
_DANISH = "æøåÆØÅé"


def text_of(data: bytes) -> str:
    """The text of a file. Never raises: what is no letter in any alphabet is shown as «�»."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if data.count(0) > len(data) // 4:
        return data.decode("utf-16-be" if data[:1] == b"\0" else "utf-16-le", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _guessed(data)


def _guessed(data: bytes) -> str:
    windows = data.decode("cp1252", "replace")
    if any(letter in windows for letter in _DANISH):
        return windows
    best = from_bytes(data[:200_000]).best()
    return data.decode(best.encoding, "replace") if best else windows
