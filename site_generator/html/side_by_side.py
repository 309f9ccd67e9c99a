"""RENDER: what a component shows, made fit to stand on one page with all that others show.

Components are written for pages where each stands once and gets words that know their language.
"""

from __future__ import annotations

import re

from markupsafe import Markup

from site_generator.language.marked import Marked, tagged

_OWN_ID = re.compile(r' id="([^"]+)"')
_POINTING = re.compile(
    r'( (?:id|for|aria-labelledby|aria-describedby|aria-controls)="| href="#)([^"]*)'
)
_MENU = re.compile(r'(<nav\b[^>]* aria-label="[^"]*)')

# Private characters that no author writes stand around a text that is to be found again.
_TRACED = re.compile("\ue000(.*?)\ue001", re.DOTALL)
_TAG = re.compile(r"(<[^>]*>)")


def set_apart(html: str, name: str) -> Markup:
    """HTML of our own templates, whose ids are found once on a page: each now ends in `name`,
    and so does what points at it. What points elsewhere stays.

    Menus get the name too: in a screen reader's list of landmarks each must be a different one.
    """
    own = set(_OWN_ID.findall(html))

    def renamed(match: re.Match[str]) -> str:
        ids = (f"{word}-{name}" if word in own else word for word in match[2].split())
        return match[1] + " ".join(ids)

    return Markup(_MENU.sub(rf"\1 ({name})", _POINTING.sub(renamed, html)))


def traced(text: str) -> str:
    """The same text, which `in_language` finds again in the HTML that it comes out in."""
    found = Marked(text)
    found.html, found.untranslated = Markup("\ue000{}\ue001").format(text), False
    return found


def in_language(html: str, language: str, direction: str) -> str:
    """HTML in which every traced text that is read says its language (WCAG 2.2, 3.1.2).

    In attributes no markup can stand; the name of a language is in that language already.
    """
    pieces = _TAG.split(html)
    return "".join(
        _TRACED.sub(r"\1", piece)
        if piece.startswith("<") or ' lang="' in before
        else _TRACED.sub(lambda text: tagged("span", Markup(text[1]), language, direction), piece)
        for before, piece in zip(["", *pieces], pieces, strict=False)
    )
