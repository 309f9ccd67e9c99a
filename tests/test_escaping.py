"""Templates escape as MarkupSafe does, by less work: nothing differs, and nothing is mixed up."""

from __future__ import annotations

import pytest
from jinja2 import BaseLoader, DictLoader, Environment, StrictUndefined
from jinja2.exceptions import UndefinedError
from markupsafe import Markup, escape

from site_generator.html.escaping import escaped
from site_generator.html.templates import Templates
from site_generator.language.marked import Foreign, fill, left_to_right

HOSTILE = """<script>alert(1)</script>"'&"""
VALUES = {
    "a text": HOSTILE,
    "markup": Markup("<b>fed</b>"),
    "a text that reads like the markup": "<b>fed</b>",
    "Danish": Foreign.of(HOSTILE, "da", "ltr"),
    "English, the same words": Foreign.of(HOSTILE, "en"),
    "a number": left_to_right(HOSTILE),
    "a sentence": fill("{0} & {1}", HOSTILE, left_to_right("12")),
    "a count": 7,
    "nothing": None,
}

TEMPLATE = """
{% macro shown(value, more="&") %}<p title="{{ value }}">{{ value }}{{ more }}</p>{% endmacro %}
{% set kept %}{{ value }}{% endset %}
{{ shown(value) }}{{ shown(value=value, more=value) }}{{ kept }}{{ value if value else "<none>" }}
{% for one in [value, value] %}{{ loop.index }}{{ one }}{% endfor %}{{ value ~ "&" }}
{% call(x) wrapped() %}{{ x }}{{ value }}{% endcall %}
"""
WRAPPED = "{% macro wrapped() %}<div>{{ caller('<') }}</div>{% endmacro %}"


def loader() -> BaseLoader:
    return DictLoader({"page": WRAPPED + TEMPLATE})


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
def test_every_value_is_escaped_as_by_markupsafe(value: object):
    """Also where an equal text with another markup has just been escaped."""
    for other in VALUES.values():
        escaped(other)
    assert escaped(value) == str(escape(value))


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
def test_templates_say_what_jinja_alone_would_say(value: object):
    alone = Environment(
        loader=loader(),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    expected = alone.get_template("page").render(value=value)
    assert Templates(loader()).get_template("page").render(value=value) == expected


def test_nothing_undefined_is_shown():
    with pytest.raises(UndefinedError):
        Templates(DictLoader({"page": "{{ missing }}"})).get_template("page").render()


def test_escaping_can_be_turned_off_where_a_template_says_so():
    page = "{% autoescape false %}{{ value }}{% endautoescape %}{{ value }}"
    extended = Templates(DictLoader({"page": page}))
    assert extended.get_template("page").render(value="<") == "<&lt;"
