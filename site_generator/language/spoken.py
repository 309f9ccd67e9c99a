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
from functools import cached_property, lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from site_generator.language.codes import DANISH
from site_generator.language.marked import Foreign, fill, left_to_right


@dataclass(frozen=True)
class Language:
    """A language with its catalogue. `code` is as in `lang="…"`: da, en, uk, ar."""

    code: str
    catalogue: NullTranslations

    @cached_property
    def locale(self) -> Locale:
        """What Babel calls it. English is written as in Britain: 24 December, and the 24-hour
        clock that every sign in Denmark has."""
        return Locale.parse("en_GB" if self.code == "en" else self.code)

    @cached_property
    def direction(self) -> str:
        """`ltr` or `rtl`, as in `dir="…"`."""
        return self.locale.text_direction

    @property
    def tag(self) -> str:
        """What a browser's own words for dates are asked for: Western digits also in Arabic,
        as on every sign in Denmark."""
        digits = "-u-nu-latn" if self.code == "ar" else ""
        return str(self.locale).replace("_", "-") + digits

    def opposite_of(self, direction: str) -> str:
        """A direction that must be said since it is not that of this language; else nothing."""
        return "" if direction == self.direction else direction


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


def _(message: str, **values: object) -> str:
    """A text of ours in the language that is spoken; in Danish where nobody has translated it.

    Its gaps, such as `{phone}`, are filled with the values; their markup is kept.
    """
    said = spoken().catalogue.gettext(message) if message else ""
    return fill(said, **values) if values else said


def ngettext(one: str, many: str, count: int, **values: object) -> str:
    """As `_`, for a text that depends on a number, which also fills the gap `{count}`."""
    return fill(spoken().catalogue.ngettext(one, many, count), count=count, **values)


def pgettext(context: str, message: str, **values: object) -> str:
    """As `_`, for a word that means several things; the context says which, to translators."""
    said = spoken().catalogue.pgettext(context, message)
    return fill(said, **values) if values else said


def N_(message: str) -> str:  # noqa: N802 (gettext's own name for it)
    """Marks a text that is translated later, where it is shown."""
    return message


def in_danish(text: str, untranslated: bool = True) -> str:
    """A Danish text on a page in any language: marked as Danish where another is spoken.

    `untranslated` is False for what has no translation, such as the title of a report.
    """
    now = spoken()
    if now.code == DANISH or not text:
        return text
    return Foreign.of(text, DANISH, now.opposite_of("ltr"), untranslated)


def isolated(text: object) -> str:
    """A telephone number, a time or an address, in the order in which it stands everywhere: in a
    text from right to left its groups of digits would change places."""
    return left_to_right(str(text)) if spoken().direction == "rtl" else str(text)


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
