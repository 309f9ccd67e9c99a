"""The language that is being spoken: its catalogue, its direction, and texts that lack it.

Our own words are written in Danish in the code and the templates, inside `_()`; a catalogue for
each other language (`themes/<theme>/locales/<language>.po`, gettext's own format) holds the rest.
Which language is spoken is a context, as in every program that uses gettext: a page is made and
rendered inside `with speaking(…)`. Outside of it, Danish is spoken.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from markupsafe import Markup, escape

DANISH = "da"


@dataclass(frozen=True)
class Language:
    """A language with its catalogue. `code` is as in `lang="…"`: da, en, uk, ar."""

    code: str
    catalogue: NullTranslations

    @property
    def locale(self) -> Locale:
        """What Babel calls it. English is written as in Britain: 24 December, and the 24-hour
        clock that every sign in Denmark has."""
        return Locale.parse("en_GB" if self.code == "en" else self.code)

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`, as in `dir="…"`."""
        return self.locale.text_direction


_SPOKEN: ContextVar[Language | None] = ContextVar("spoken", default=None)
_IN_DANISH = Language(DANISH, NullTranslations())


def spoken() -> Language:
    """The language that is being spoken now."""
    return _SPOKEN.get() or _IN_DANISH


def speak(language: Language) -> None:
    """Speak a language from now on; for where a `with` cannot be, as between MkDocs' hooks."""
    _SPOKEN.set(language)


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    before = _SPOKEN.set(language)
    try:
        yield
    finally:
        _SPOKEN.reset(before)


def _(message: str) -> str:
    """A text of ours in the language that is spoken; in Danish where nobody has translated it."""
    return spoken().catalogue.gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """As `_`, for a text that depends on a number."""
    return spoken().catalogue.ngettext(one, many, count)


class Foreign(str):
    """A text in another language than the one spoken. In HTML it carries its `lang`
    (WCAG 2.2, 3.1.2), so that a screen reader does not read Danish aloud as English."""

    __slots__ = ("language",)
    language: str

    @classmethod
    def of(cls, text: str, language: str) -> Foreign:
        foreign = cls(text)
        foreign.language = language
        return foreign

    def __html__(self) -> str:
        return Markup('<span lang="{}">{}</span>').format(self.language, escape(str.__str__(self)))


def load_language(code: str, locales: Path) -> Language:
    """A language with its catalogue from a theme's `locales/`, where it has one."""
    file = locales / f"{code}.po"
    if code == DANISH or not file.is_file():
        return Language(code, NullTranslations())
    return Language(code, _catalogue(file, file.stat().st_mtime_ns))


@lru_cache(maxsize=32)
def _catalogue(file: Path, _stamp: int) -> GNUTranslations:
    with file.open("rb") as source:
        catalogue = read_po(source)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return GNUTranslations(compiled)
