"""PAGES: an author's Markdown becomes HTML that cannot run anything in a visitor's browser."""

from __future__ import annotations

from functools import lru_cache

import nh3
from markdown import Markdown
from markupsafe import Markup

_TAGS = {"p", "br", "h2", "h3", "h4", "ul", "ol", "li", "strong", "em", "a", "blockquote", "hr"}
_SCHEMES = {"https", "mailto", "tel", "webcal"}


@lru_cache(maxsize=8192)
def to_html(text: str) -> Markup:
    """Markdown to clean HTML. Headings begin at level 2: the page's own title is level 1.

    The only place where text becomes markup; everything else is escaped by the templates.
    """
    # `toc` only for moving the headings down; without marker it writes no table of contents.
    converter = Markdown(
        extensions=["sane_lists", "toc"],
        extension_configs={"toc": {"baselevel": 2, "marker": "", "toc_depth": 4}},
        output_format="html",
    )
    html = converter.convert(text)
    clean = nh3.clean(
        html, tags=_TAGS, attributes={"a": {"href"}}, url_schemes=_SCHEMES, link_rel=None
    )
    return Markup(clean)
