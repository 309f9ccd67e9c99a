"""IMPORTS: texts from other programs as they may stand on a page: no markup, no meeting links, no
pictures in place of letters, and nobody's mail address."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from html.parser import HTMLParser

from site_generator.read.decoding import FORBIDDEN
from site_generator.schema.values import MAX_TEXT

MAX_TITLE = 80
MAX_SUMMARY = 300

_MARKUP = re.compile(r"<(?:html|body|div|p|br|span|b|i|a|ul|li|table|!doctype)\b", re.IGNORECASE)
_BLOCKS = {"p", "div", "br", "li", "tr", "h1", "h2", "h3", "table", "ul", "ol"}
_SILENT = {"style", "script", "head", "title"}
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
# What Teams, Zoom and Meet write below a text: how to get in, which is not for everybody.
_MEETING = re.compile(
    r"^\s*(?:[_\-*~=]{8,}|-::~.*|.*\b(?:Microsoft Teams|Teams-møde|Zoom Meeting|Zoom-møde|"
    r"Google Meet|meet\.google\.com|teams\.microsoft\.com|zoom\.us)\b.*)$",
    re.IGNORECASE,
)
_UNSEEN = re.compile("[\u00ad\u180e\u200b-\u200f\u2060\ufeff\ufe0e\ufe0f\u061c]")


@dataclass(frozen=True)
class Cleaned:
    """A text, and what was taken out of it."""

    text: str
    mails: bool = False
    meeting: bool = False
    pictures: bool = False


def cleaned(text: str) -> Cleaned:
    """A text of one or more paragraphs as it may stand on a page."""
    text = text[:MAX_TEXT]
    plain = _without_markup(text) if _MARKUP.search(text) else text
    kept, meeting = _before_meeting(plain.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    public = [line for line in kept if not _MAIL.search(line)]
    lettered = [_letters(line) for line in public]
    return Cleaned(
        "\n".join(_paragraphs(lettered)),
        mails=public != kept,
        meeting=meeting,
        pictures=any(_pictures(line) for line in public),
    )


def one_line(text: str) -> str:
    return " ".join(text.split())


def _before_meeting(lines: list[str]) -> tuple[list[str], bool]:
    at = next((at for at, line in enumerate(lines) if _MEETING.match(line[:500])), None)
    return (lines, False) if at is None else (lines[:at], True)


def _pictures(line: str) -> bool:
    return any(unicodedata.category(letter) in ("So", "Sk", "Cs", "Co") for letter in line)


def _letters(line: str) -> str:
    """Without pictures, which a flyer's letters lack and a screen reader spells out."""
    line = _UNSEEN.sub("", FORBIDDEN.sub(" ", unicodedata.normalize("NFC", line)))
    kept = (c for c in line if unicodedata.category(c) not in ("So", "Sk", "Cs", "Co", "Cn"))
    return one_line("".join(kept))


def _paragraphs(lines: list[str]) -> list[str]:
    """Without blank lines at the ends, and never two in a row."""
    kept: list[str] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(line)
    return kept[:-1] if kept and not kept[-1] else kept


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.silent += tag in _SILENT
        if tag in _BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in _SILENT and self.silent > 0
        if tag in _BLOCKS and tag != "br":
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.parts.append(re.sub(r"\s+", " ", data))


def _without_markup(text: str) -> str:
    reader = _Text()
    reader.feed(text)
    reader.close()
    return "".join(reader.parts)
