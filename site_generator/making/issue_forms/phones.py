"""ISSUE FORMS: a telephone number is changed wherever it stands as one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pydantic_core import PydanticCustomError

from site_generator.making.issue_forms.form import Answers, UnclearError
from site_generator.making.issue_forms.wish import Wish
from site_generator.schema.values import parse_phone
from site_generator.wording.in_words import in_a_row
from site_generator.write.author_edits import Edit, Path, Set, Value, value_at

_NUMBER_IN_TEXT = re.compile(r"\+?\d(?:[ .\-–]?\d){7,13}")


def new_number(answers: Answers, texts: Mapping[str, str]) -> Wish:
    """`texts` are the house's files by name. Raises UnclearError where it is not clear which
    number is meant, or the new one is none."""
    new = str(_phone(answers["new"]))
    found = {name: list(_phones(value_at(text, ()))) for name, text in texts.items()}
    old = _old(answers["old"], found)
    if old == _digits(new):
        raise UnclearError(f"Nummeret er allerede {new}.")
    if not old:
        return Wish({"site.yml": [Set(("contact", "phone"), new)]})
    edits: dict[str, list[Edit]] = {
        name: [Set(path, new) for path, number in numbers if _digits(number) == old]
        for name, numbers in found.items()
    }
    return Wish({name: some for name, some in edits.items() if some}, tuple(_told(old, texts)))


def _phone(text: str) -> object:
    try:
        return parse_phone(text)
    except PydanticCustomError as fault:
        context = fault.context or {}
        raise UnclearError(f"{context.get('message')} {context.get('remedy')}") from None


def _digits(number: str) -> str:
    try:
        return parse_phone(number).digits
    except PydanticCustomError:
        return ""


def _phones(value: Value | None, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Where numbers stand in a file."""
    if isinstance(value, list):
        for at, item in enumerate(value):
            yield from _phones(item, (*path, at))
    elif isinstance(value, dict):
        for name, inner in value.items():
            if name == "phone" and isinstance(inner, str):
                yield (*path, name), inner
            else:
                yield from _phones(inner, (*path, name))


def _old(said: str, found: Mapping[str, list[tuple[Path, str]]]) -> str:
    """The digits of the number that is to go; empty where the house has none."""
    there = {_digits(number): number for numbers in found.values() for _, number in numbers}
    shown = in_a_row(sorted(there.values()))
    if not said and len(there) > 1:
        raise UnclearError(f"Huset har flere numre: {shown}. Skriv, hvilket der er det gamle.")
    if not said:
        return next(iter(there), "")
    old = str(_phone(said))
    if _digits(old) not in there:
        has = (
            f"Husets numre er {shown}." if there else "Huset har ingen numre. Lad feltet stå tomt."
        )
        raise UnclearError(f"Nummeret {old} står ikke hos huset. {has}")
    return _digits(old)


def _told(old: str, texts: Mapping[str, str]) -> Iterator[str]:
    """A number within a sentence is somebody's to change who can read the sentence."""
    for name, text in texts.items():
        for at, line in enumerate(text.split("\n"), 1):
            key, _, _ = line.partition(":")
            numbers = _NUMBER_IN_TEXT.findall(line if key.strip(" -") != "phone" else "")
            if any(_digits(number) == old for number in numbers):
                yield f"Det gamle nummer står også i en tekst: {name}, linje {at}. Ret den selv."
