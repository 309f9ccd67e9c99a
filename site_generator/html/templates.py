"""RENDER: what every template can rely on, besides the one variable that its page gives it."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import MutableMapping
from typing import Any

from jinja2 import BaseLoader, BytecodeCache, Environment, StrictUndefined

from site_generator.html.escaping import EscapingGenerator, escaped
from site_generator.language.marked import Foreign, lang_attribute, plain
from site_generator.language.spoken import _, pgettext, spoken


class Templates(Environment):
    """Everything escaped, nothing undefined; `_` and `spoken` for the language of the page.

    `pgettext` is for a word that means two things. `plain` is for attributes and titles, where no
    markup can stand; `lang_of` then gives the element the language of such a text, where it is not
    that of the page. `policy_hash` is how a Content-Security-Policy names what stands in one
    `<script>`. `anchor` is the id of a card's heading, by what the card leads to.
    """

    code_generator_class = EscapingGenerator
    escaped = staticmethod(escaped)

    def __init__(self, loader: BaseLoader | None, compiled: BytecodeCache | None = None) -> None:
        """`compiled` is where compiled templates are kept. No template changes meanwhile."""
        super().__init__(
            loader=loader,
            bytecode_cache=compiled,
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
        )
        self.globals |= {"_": _, "pgettext": pgettext, "spoken": spoken, "lang_of": lang_of}
        self.filters |= {"plain": plain, "policy_hash": policy_hash, "anchor": anchor}

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Jinja lays each template's own globals over these, which is looked through for every
        name in every component. Ours have none of their own."""
        return self.globals if d is None or d is self.globals else super().make_globals(d)


def lang_of(text: str) -> str:
    return lang_attribute(text.language) if isinstance(text, Foreign) else ""


def anchor(href: str) -> str:
    """For example «kort-barselscafe»: an article is named by its heading."""
    return "kort-" + re.sub(r"[^\w-]+", "-", href).strip("-")


def policy_hash(script: str) -> str:
    """The content of a `<script>` as the policy names it (CSP Level 3, section 2.3.1)."""
    return f"sha256-{b64encode(hashlib.sha256(script.encode()).digest()).decode()}"
