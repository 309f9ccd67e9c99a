"""PAGES: an author's Markdown becomes HTML that cannot run anything in a visitor's browser."""

from __future__ import annotations

import json
import re
from functools import lru_cache

import nh3
from markdown import Markdown
from markupsafe import Markup

from site_generator.language.marked import Foreign, plain, tagged

_TAGS = {"p", "br", "h2", "h3", "h4", "ul", "ol", "li", "strong", "em", "a", "blockquote", "hr"}
_HEADING = re.compile(r"^(#{1,6})(?=[ \w])", re.MULTILINE)
_SCHEMES = {"https", "mailto", "tel", "webcal"}


def to_html(text: str) -> Markup:
    """Markdown to clean HTML. Its highest heading becomes level 2, under the page's own title.

    The only place where text becomes markup; everything else is escaped by the templates. What
    is in another language than the page comes in an element that says so.
    """
    html = _to_html(plain(text))
    return tagged("div", html, text.language, text.direction) if isinstance(text, Foreign) else html


# What could end a script element, or begin a comment in one, and ends a line in old JavaScript.
_BREAKS_OUT = {ord(letter): f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"}


def to_json(data: object) -> Markup:
    """Data for a `<script>` that no browser runs. Nothing an author writes can end the element:
    the letters that could are written as JSON's own escapes."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(_BREAKS_OUT))


@lru_cache(maxsize=8192)
def _to_html(text: str) -> Markup:
    # `toc` only for moving the headings; without marker it writes no table of contents.
    highest = min((len(marks) for marks in _HEADING.findall(text)), default=2)
    converter = Markdown(
        extensions=["sane_lists", "toc"],
        extension_configs={"toc": {"baselevel": 3 - highest, "marker": ""}},
        output_format="html",
    )
    html = converter.convert(text)
    clean = nh3.clean(
        html, tags=_TAGS, attributes={"a": {"href"}}, url_schemes=_SCHEMES, link_rel=None
    )
    return Markup(clean)
