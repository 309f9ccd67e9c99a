"""PAGES: an author's Markdown becomes HTML that cannot run anything in a visitor's browser."""

from __future__ import annotations

import json
import re
from functools import lru_cache

import nh3
from markupsafe import Markup, escape

from site_generator.language.codes import DANISH
from site_generator.language.marked import Foreign, plain, respelt, tagged
from site_generator.language.spoken import spoken
from site_generator.wording.markdown import html_of, words_alone

_WORDS = {"p", "br", "h2", "h3", "h4", "strong", "em", "s", "a", "blockquote", "hr", "pre", "code"}
_TAGS = _WORDS | {"ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td"}
_ATTRIBUTES = {"a": {"href"}, "ol": {"start"}, "th": {"scope"}}
_TO_FILE = re.compile(r"(?:\.{1,2}/)*media/")
_SCHEMES = {"https", "mailto", "tel", "webcal"}
_HOURS = re.compile(r"(?:kl\. )?\d{1,2}(?:[.:]\d{2})?–\d{1,2}(?:[.:]\d{2})?")


def to_html(text: str) -> Markup:
    """Markdown to clean HTML. Its highest heading becomes level 2, under the page's own title.

    The only place where text becomes markup; everything else is escaped by the templates. What
    is in another language than the page comes in an element that says so.
    """
    html = _to_html(plain(text), spoken().code != DANISH)
    return tagged("div", html, text.language, text.direction) if isinstance(text, Foreign) else html


def to_text(text: str) -> str:
    """Markdown to its words on one line, in the language they are in: for feeds, paper, posts."""
    return respelt(text, words_alone)


def _as_written(target: str) -> str:
    return target


def _way_to_files(target: str) -> str:
    """Files lie once, beside the pages in Danish, from where authors write the way to them."""
    return f"../{target}" if _TO_FILE.match(target) else target


# What could end a script element, or begin a comment in one, and ends a line in old JavaScript.
_BREAKS_OUT = {ord(letter): f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"}


def to_json(data: object) -> Markup:
    """Data for a `<script>` that no browser runs. Nothing an author writes can end the element:
    the letters that could are written as JSON's own escapes."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(_BREAKS_OUT))


def with_whole_hours(text: str) -> Markup:
    """A text as it stands in a page, of which no hours are divided between two lines."""
    return Markup(_HOURS.sub(r'<span class="whole">\g<0></span>', plain(escape(text))))


@lru_cache(maxsize=8192)
def _to_html(text: str, below: bool) -> Markup:
    """`below`: it stands on a page in another language, one folder further down than in Danish."""
    clean = nh3.clean(
        html_of(text, _way_to_files if below else _as_written),
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        link_rel=None,
    )
    return Markup(clean.strip())
