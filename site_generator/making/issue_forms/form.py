"""ISSUE FORMS: a form as GitHub shows it, and the text of an issue as the answers to it.

GitHub makes Markdown of a form: each label as a heading, and below it what was typed. Who typed
may have put anything there, also the headings of other questions.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from site_generator.making.imports.plain_text import cleaned, one_line

_EMPTY = "_No response_"
_LONGEST_LINE, _LONGEST = 300, 3000
_OTHER_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


class UnclearError(Exception):
    """What is missing in a form, or cannot be right: Danish sentences."""

    @property
    def said(self) -> tuple[str, ...]:
        return tuple(map(str, self.args))


@dataclass(frozen=True)
class Field:
    """One question. `options` are the answers among which one is chosen, if any."""

    id: str
    label: str
    required: bool = False
    several_lines: bool = False
    options: tuple[str, ...] = ()


@dataclass(frozen=True)
class Form:
    """`kind` is the name of its file without its ending."""

    kind: str
    name: str
    fields: tuple[Field, ...]


# The answers by the ids of the questions. One that is not answered is empty.
Answers = Mapping[str, str]


def read_forms(folder: Path, kinds: Sequence[str]) -> list[Form]:
    """The forms of these kinds that lie in a folder."""
    files = [folder / f"{kind}.yml" for kind in kinds]
    return [_form(file) for file in files if file.is_file()]


def _form(file: Path) -> Form:
    form = yaml.safe_load(file.read_text("utf-8"))
    fields = tuple(
        Field(
            part["id"],
            part["attributes"]["label"],
            part.get("validations", {}).get("required", False),
            part["type"] == "textarea",
            tuple(part["attributes"].get("options", ())),
        )
        for part in form["body"]
        if "id" in part
    )
    return Form(file.stem, form["name"], fields)


def form_of(body: str, forms: Sequence[Form]) -> Form:
    """The form that a text was written in. Raises UnclearError where it is none, or several."""
    headings = {line.removeprefix("### ").strip() for line in _lines(body) if line[:4] == "### "}
    found = [form for form in forms if headings >= {field.label for field in form.fields}]
    if len(found) != 1:
        raise UnclearError(
            "Jeg kan ikke se, hvilken formular det er. Overskrifterne skal stå, som de stod: ret "
            "kun det, der står under dem, eller begynd forfra med «New issue»."
        )
    return found[0]


def answers_in(body: str, form: Form) -> Answers:
    """What was answered. Raises UnclearError with all that is missing or too long."""
    by_label: dict[str, list[str]] = {}
    faults: list[str] = []
    known, label = {field.label for field in form.fields}, ""
    for line in _lines(body):
        heading = line.removeprefix("### ").strip() if line.startswith("### ") else ""
        if heading in known:
            if heading in by_label:
                faults.append(f"«{heading}» står der to gange. Behold den ene.")
            label, by_label[heading] = heading, []
        elif label:
            by_label[label].append(line)
    answers = {field.id: _answer(field, by_label.get(field.label, ())) for field in form.fields}
    faults += [fault for field in form.fields for fault in _faults(field, answers[field.id])]
    if faults:
        raise UnclearError(*faults)
    return answers


def _lines(body: str) -> list[str]:
    return _OTHER_LINE_ENDS.sub("\n", body).split("\n")


def _answer(field: Field, lines: Sequence[str]) -> str:
    text = "\n".join(lines).strip()
    if text == _EMPTY or (field.options and text == "None"):
        return ""
    # A sign more than may be there, so that what is cut shows as too long.
    plain = cleaned(text[: _LONGEST + 1]).text
    return plain if field.several_lines else one_line(plain)


def _faults(field: Field, answer: str) -> list[str]:
    longest = _LONGEST if field.several_lines else _LONGEST_LINE
    if len(answer) > longest:
        return [f"«{field.label}»: svaret er over {longest} tegn. Skriv det kortere."]
    if field.required and not answer:
        return [f"«{field.label}» mangler et svar."]
    if answer and field.options and answer not in field.options:
        choices = " eller ".join(f"«{option}»" for option in field.options)
        return [f"«{field.label}»: vælg {choices}."]
    return []
