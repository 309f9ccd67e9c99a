"""The point of a picture that is kept where the picture is cut: in words, or in percent."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema

from site_generator.problems import nearest
from site_generator.schema.as_json import number_like, text_like
from site_generator.schema.patterns import words
from site_generator.schema.record import fault
from site_generator.schema.times import plain_marks, shown


@dataclass(frozen=True)
class Focus:
    """Percent from the left and from the top of a picture as it is shown upright.

    The point comes to lie as far in from the edges of what is cut out as it lay in the whole
    picture, as `object-position` has it in CSS: so it never falls outside.
    """

    across: int
    down: int


MIDDLE = Focus(50, 50)
_DOWN = {"øverst": 0, "nederst": 100}
_ACROSS = {"til venstre": 0, "til højre": 100}
WORDS = {
    "midt": MIDDLE,
    **{word: Focus(50, down) for word, down in _DOWN.items()},
    **{word: Focus(across, 50) for word, across in _ACROSS.items()},
    **{
        f"{below} {beside}": Focus(across, down)
        for below, down in _DOWN.items()
        for beside, across in _ACROSS.items()
    },
}
_REMEDY = "Skriv fx «øverst til venstre», eller procent fra venstre og fra oven: [30, 40]."


def parse_focus(value: Any) -> Focus:
    """`øverst til venstre`, or `30, 40`: percent from the left and from the top, also as a list."""
    if isinstance(value, list):
        return _from_percent(value)
    if not isinstance(value, str):
        raise fault("Her skal der stå et sted på billedet.", _REMEDY)
    text = plain_marks(value).lower()
    if text in WORDS:
        return WORDS[text]
    if "," in text:
        return _from_percent([part.strip() for part in text.split(",")])
    near = nearest(text, WORDS)
    remedy = f"Mente du «{near}»?" if near else _REMEDY
    raise fault(f"«{shown(value)}» er ikke et sted på et billede.", remedy)


def _from_percent(values: list[Any]) -> Focus:
    if len(values) != 2:
        raise fault(f"Her står {len(values)} tal, og der skal stå to.", _REMEDY)
    across, down = map(_percent, values)
    return Focus(across, down)


def _percent(value: Any) -> int:
    if not isinstance(value, str):
        raise fault("Her skal der stå to tal.", _REMEDY)
    found = re.fullmatch(r"([0-9]{1,3}) ?%?", plain_marks(value))
    if found and int(found[1]) <= 100:
        return int(found[1])
    message = f"«{shown(value)}» er ikke procent: et helt tal fra 0 til 100."
    raise fault(message, _REMEDY)


_ONE = "(?:100|0?[0-9]{1,2}) ?%?"
_PERCENT = number_like(_ONE, _REMEDY, least=0, most=100)
_PAIR = {"type": "array", "items": _PERCENT, "minItems": 2, "maxItems": 2}
_SCHEMA = {
    "anyOf": [
        {"enum": list(WORDS)},
        text_like(words(*WORDS), _REMEDY),
        text_like(f"{_ONE} ?, ?{_ONE}", _REMEDY),
        _PAIR,
    ],
    "examples": ["øverst til venstre", "30, 40"],
}

FocalPoint = Annotated[Focus, PlainValidator(parse_focus), WithJsonSchema(_SCHEMA)]
