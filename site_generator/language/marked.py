"""Texts that carry markup of their own: words in another language, numbers read left to right.

Such a text is a `str` like any other, so it can stand in an attribute, a feed or a message; where
a template puts it into a page, its markup comes along. Sentences are put together with `fill` and
`join`, which keep it; f-strings, `+` and `.join` drop it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from markupsafe import Markup, escape


class Marked(str):
    """A text with markup. `untranslated`: some of it is Danish because nobody has translated it."""

    __slots__ = ("html", "untranslated")
    html: Markup
    untranslated: bool

    def __html__(self) -> str:
        return self.html


class Foreign(Marked):
    """A text in another language than the one spoken. In HTML it carries its `lang`
    (WCAG 2.2, 3.1.2), so that a screen reader does not read Danish aloud as English."""

    __slots__ = ("direction", "language")
    language: str
    direction: str

    @classmethod
    def of(
        cls, text: str, language: str, direction: str = "", untranslated: bool = True
    ) -> Foreign:
        """`direction` (ltr, rtl) is given where it is not that of the page."""
        foreign = cls(text)
        foreign.language, foreign.direction = language, direction
        foreign.html = tagged("span", plain(text), language, direction)
        foreign.untranslated = untranslated
        return foreign


def respelt(text: str, change: Callable[[str], str]) -> str:
    """The same text with another beginning or end, such as a capital letter, in its language.

    A text put together from several languages stays as it is.
    """
    if isinstance(text, Foreign):
        return Foreign.of(change(plain(text)), text.language, text.direction, text.untranslated)
    return text if isinstance(text, Marked) else change(text)


def lang_attribute(language: str) -> Markup:
    """The attribute that names a language, with a space before it."""
    return Markup(f' lang="{escape(language)}"')


def tagged(tag: str, content: str, language: str, direction: str) -> Markup:
    """Text, or markup, in an element that names its language, and its direction where given."""
    way = f' dir="{escape(direction)}"' if direction else ""
    return Markup(f"<{tag}{lang_attribute(language)}{way}>{escape(content)}</{tag}>")


def left_to_right(text: str) -> Marked:
    """A number or a time that keeps its order in a text from right to left, digits and all."""
    number = Marked(text)
    number.html, number.untranslated = Markup(f'<bdi dir="ltr">{escape(text)}</bdi>'), False
    return number


def plain(text: str) -> str:
    """The text alone, for where no markup can stand: attributes, titles."""
    return str.__str__(text)


def fill(template: str, *parts: object, **named: object) -> str:
    """A sentence with its gaps filled, as `str.format` does; it keeps the markup of its parts."""
    text = template.format(*parts, **named)
    values = [*parts, *named.values()]
    if not any(isinstance(value, Marked) for value in values):
        return text
    return _mixed(text, Markup(escape(template)).format(*parts, **named), values)


def join(between: str, parts: Sequence[str]) -> str:
    """Texts in a row; it keeps their markup."""
    text = between.join(parts)
    if not any(isinstance(part, Marked) for part in parts):
        return text
    return _mixed(text, Markup(escape(between)).join(parts), parts)


def _mixed(text: str, html: Markup, parts: Sequence[object]) -> Marked:
    mixed = Marked(text)
    mixed.html = html
    mixed.untranslated = any(isinstance(part, Marked) and part.untranslated for part in parts)
    return mixed
