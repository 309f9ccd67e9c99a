"""PAGES: the gallery: every component of a theme with its examples, for whoever changes them.

It is for developers, so its own words are English on every page. Those of the components come in
the language of the page; those of the examples are Danish, and marked so, as an author's own
words are where nobody has translated them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from site_generator import addresses
from site_generator.html.components import Component, Example
from site_generator.html.side_by_side import in_language, set_apart, traced
from site_generator.language.codes import DANISH
from site_generator.language.marked import Foreign
from site_generator.language.spoken import in_danish, spoken
from site_generator.output import Page
from site_generator.schema.values import LANGUAGES
from site_generator.views.all_houses import ACCENT
from site_generator.views.elements import LanguageLink


@dataclass(frozen=True)
class ShownExample:
    name: str
    html: Markup


@dataclass(frozen=True)
class ShownComponent:
    name: str
    reason: str
    examples: tuple[ShownExample, ...]


@dataclass(frozen=True)
class GalleryView:
    title: str
    description: str
    lead: str
    contents: str
    components: tuple[ShownComponent, ...]
    languages: tuple[LanguageLink, ...]
    stylesheet: str
    script: str
    icon: str
    accent: str


def gallery_page(components: Sequence[Component], version: str) -> Page:
    """The gallery in the language that is spoken. Its stylesheet, script and drawing stand beside
    it, as they stand beside a house's front page, so that the examples' addresses lead to them.
    """
    language = spoken()
    view = GalleryView(
        title=_in_english("Components"),
        description=_in_english("Every component of the theme, with its examples."),
        lead=_in_english(
            "Every component with its examples, as a page shows them. The words in the examples "
            "are Danish; their links lead nowhere."
        ),
        contents=_in_english(f"All {len(components)} components"),
        components=tuple(map(_component, components)),
        languages=tuple(_languages(language.code)),
        stylesheet=f"{addresses.STYLESHEET}?{version}",
        script=f"{addresses.SCRIPT}?{version}",
        icon=addresses.ICON,
        accent=ACCENT,
    )
    address = addresses.in_language("index.html", language.code)
    return Page(address, "pages/gallery.html", view, "gallery")


def _in_english(text: str) -> str:
    now = spoken()
    return text if now.code == "en" else Foreign.of(text, "en", now.opposite_of("ltr"), False)


def _languages(current: str) -> Iterator[LanguageLink]:
    up = "./" if current == DANISH else "../"
    for code, name in LANGUAGES.items():
        href = up + addresses.in_language("", code)
        yield LanguageLink(code, name, href, absolute="", current=code == current)


def _component(component: Component) -> ShownComponent:
    shown = [example for example in component.examples if not example.hidden]
    return ShownComponent(
        name=component.name,
        reason=_in_english(component.reason),
        examples=tuple(_example(component, *numbered) for numbered in enumerate(shown, 1)),
    )


def _example(component: Component, number: int, example: Example) -> ShownExample:
    return ShownExample(
        name=in_danish(example.name, untranslated=False),
        html=set_apart(_html(component, example), f"{component.name}-{number}"),
    )


def _html(component: Component, example: Example) -> str:
    if spoken().code == DANISH:
        return component.html(example)
    html = component.html(example, _traced(example.arguments))
    return in_language(html, DANISH, spoken().opposite_of("ltr"))


def _traced(value: Any) -> Any:
    """The same arguments with every text in them traced; most are read, some only chosen by."""
    if isinstance(value, dict):
        return {name: _traced(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_traced(inner) for inner in value]
    return traced(value) if isinstance(value, str) else value
