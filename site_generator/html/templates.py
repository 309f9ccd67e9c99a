"""RENDER: what every template can rely on, besides the one variable that its page gives it."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode

from jinja2 import Environment, StrictUndefined

from site_generator.language.marked import Foreign, lang_attribute, plain
from site_generator.language.spoken import _, pgettext, spoken


def prepare(environment: Environment) -> Environment:
    """Everything escaped, nothing undefined; `_` and `spoken` for the language of the page.

    `pgettext` is for a word that means two things. `plain` is for attributes and titles, where no
    markup can stand; `lang_of` then gives the element the language of such a text, where it is not
    that of the page. `policy_hash` is how a Content-Security-Policy names what stands in one
    `<script>`. `anchor` is the id of a card's heading, by what the card leads to.
    """
    environment.autoescape = True
    environment.undefined = StrictUndefined
    environment.trim_blocks = environment.lstrip_blocks = True
    environment.globals |= {"_": _, "pgettext": pgettext, "spoken": spoken, "lang_of": lang_of}
    environment.filters |= {"plain": plain, "policy_hash": policy_hash, "anchor": anchor}
    return environment


def lang_of(text: str) -> str:
    return lang_attribute(text.language) if isinstance(text, Foreign) else ""


def anchor(href: str) -> str:
    """For example «kort-barselscafe»: an article is named by its heading."""
    return "kort-" + re.sub(r"[^\w-]+", "-", href).strip("-")


def policy_hash(script: str) -> str:
    """The content of a `<script>` as the policy names it (CSP Level 3, section 2.3.1)."""
    return f"sha256-{b64encode(hashlib.sha256(script.encode()).digest()).decode()}"
