"""READ: an author's YAML file becomes plain text values that know their lines.

In: the bytes of a file. Out: nested `Block` (mapping), `Items` (list) and `str`, and every
problem of reading. Every scalar is text; the schema decides its type, so that `10:30`, `9.30`,
`no` and `0101` mean what was written (YAML 1.1 would read 630, 9.3, false and 65).

After a fault the reading goes on, so that one run reports all faults of a file: the faulty value
is set aside (`Block.set_aside`) and nobody complains later that it is missing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from site_generator.problems import Problem
from site_generator.read.author_files import read_text
from site_generator.read.decoding import FORBIDDEN
from site_generator.read.placed import Block, Items, PlacedText
from site_generator.read.yaml_bounds import beyond_bounds
from site_generator.read.yaml_parsing import parse
from site_generator.read.yaml_repairs import SET_ASIDE

MAX_DEPTH = 12
_MAX_FAULTS = 100

# One of the words that one may choose between: what stands behind it is surely a note.
_CHOICE = re.compile("[a-z_]+")
_REMEDY_OF_CUT = {
    False: "Sæt hele teksten efter kolonet i anførselstegn. Er det en note til jer selv, så "
    "skriv et mellemrum efter #.",
    True: "Er det en note til jer selv, så skriv et mellemrum efter #. Ellers sæt hele teksten "
    "efter kolonet i anførselstegn.",
}

# What YAML takes for a note though it begins like a word: «#7a4300», «#solsikken».
_CUT = re.compile(r"\s*(#[^\s#].{0,80})")


@dataclass(frozen=True)
class Document:
    """One author file as read. `path` is as shown to the author, with forward slashes."""

    path: str
    block: Block
    problems: list[Problem] = field(default_factory=list)
    text: str = ""


def read_document(file: Path, shown_as: str) -> Document:
    """Read one YAML file. Never raises for anything that can stand in it."""
    text, problems = read_text(file, shown_as)
    if text is None:
        return unreadable(shown_as, problems)
    return parse_document(text, shown_as, problems)


def parse_document(text: str, shown_as: str, problems: list[Problem] | None = None) -> Document:
    """YAML text to a document. Faults are reported and the reading goes on behind them."""
    found = list(problems or [])
    if too_much := beyond_bounds(text, shown_as):
        return unreadable(shown_as, [*found, too_much])
    parsed = parse(text.split("\n"), shown_as)
    found += parsed.problems
    if parsed.events is None:
        return unreadable(shown_as, found, text)
    builder = _Builder(shown_as, parsed.lines, parsed.events)
    block = builder.document()
    return Document(shown_as, block, found + builder.problems, text)


def unreadable(shown_as: str, problems: list[Problem], text: str = "") -> Document:
    """A document that stands for a file that could not be read, for the reasons given."""
    block = Block(shown_as, 1)
    block.unreadable = True
    return Document(shown_as, block, problems, text)


class _Builder:
    """Parser events to blocks; collects what YAML allows and this project does not."""

    def __init__(self, shown_as: str, lines: list[str], events: list[Any]) -> None:
        self.path = shown_as
        self.lines = lines
        self.events = iter(events)
        self.problems: list[Problem] = []

    def document(self) -> Block:
        next(self.events)  # the start of the stream
        event = next(self.events)
        if isinstance(event, yaml.StreamEndEvent):
            return Block(self.path, 1)
        root = self.value(next(self.events), depth=0)
        if isinstance(root, Block):
            return root
        if root not in ("", SET_ASIDE):
            remedy = "Skriv fx «name: Familiens Hus» på første linje."
            self.report(event, "Filen skal bestå af navne og værdier med kolon imellem.", remedy)
        block = Block(self.path, 1)
        block.unreadable = root != ""
        return block

    def value(self, event: Any, depth: int) -> Any:
        self.refuse_yaml_extras(event)
        if isinstance(event, yaml.ScalarEvent):
            return self.text(event)
        if isinstance(event, yaml.AliasEvent):
            return SET_ASIDE
        if depth == MAX_DEPTH:
            self.report(event, "Der er for mange niveauer inde i hinanden her.", "Ryk teksten ud.")
            self.skip(event)
            return SET_ASIDE
        if isinstance(event, yaml.MappingStartEvent):
            return self.block(event, depth)
        return self.items(event, depth)

    def text(self, event: Any) -> PlacedText:
        self.tell_what_is_cut(event)
        first, last = event.start_mark.line, event.end_mark.line
        as_written = self.lines[first : last + 1] if last > first else ()
        return PlacedText.at(first + 1, self.shown(event), as_written)

    def tell_what_is_cut(self, event: Any) -> None:
        """A « #word» behind a value: to YAML the rest of the line is a note, and is not shown."""
        line = event.end_mark.line
        if event.style not in (None, "") or line >= len(self.lines):
            return
        if found := _CUT.match(self.lines[line], event.end_mark.column):
            message = f"«{found[1][:40]}» bliver ikke vist: efter et mellemrum begynder # en note."
            self.report(event, message, _REMEDY_OF_CUT[bool(_CHOICE.fullmatch(event.value))], line)

    def shown(self, event: Any) -> str:
        """The text of a scalar, without what a code such as "\\u202e" would hide in it."""
        text = str(event.value).strip()
        if not FORBIDDEN.search(text.replace(SET_ASIDE, "")):
            return text
        remedy = "Slet koden efter den omvendte skråstreg (\\)."
        self.report(event, "Teksten har en kode for et skjult tegn.", remedy)
        return FORBIDDEN.sub(" ", text).strip()

    def block(self, start: Any, depth: int) -> Block | str:
        block = Block(self.path, start.start_mark.line + 1)
        whole = True
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self.key(event)
            value = self.value(next(self.events), depth + 1)
            self.put(block, key, value, event)
            whole = whole and key is not None
        return block if block or whole else SET_ASIDE

    def key(self, event: Any) -> str | None:
        self.refuse_yaml_extras(event)
        if isinstance(event, yaml.ScalarEvent):
            return str(event.value)
        remedy = "Sæt teksten i anførselstegn, hvis den begynder med { eller [."
        self.report(event, "Her skal der stå et navn med kolon efter.", remedy)
        self.skip(event)
        return None

    def put(self, block: Block, key: str | None, value: Any, event: Any) -> None:
        if key is None:
            return
        if key in block.lines:
            self.tell_double(block, key, value, event)
            return
        block.lines[key] = event.start_mark.line + 1
        if value == SET_ASIDE:
            block.set_aside.add(key)
        elif not _is_empty(value):
            block[key] = value

    def tell_double(self, block: Block, key: str, value: Any, event: Any) -> None:
        """A name that stands twice: the next point without its dash, or the same thing twice."""
        line, first = event.start_mark.line, block.lines[key]
        if block.without_dash:
            return  # the names that follow belong to the point of which this has been told
        opening = next(iter(block.lines))
        if key == opening and self.lines[first - 1].lstrip().startswith("- "):
            block.without_dash = True
            message = f"Her begynder et nyt punkt, men der mangler en streg foran «{key}»."
            column = len(self.lines[first - 1]) - len(self.lines[first - 1].lstrip())
            written = f"{' ' * column}- {self.lines[line].strip()[:60]}"
            remedy = f"Skriv «{written}», med stregen lige under den i linje {first}."
        elif isinstance(value, str):
            message = f"«{key}» står her to gange, første gang i linje {first}."
            remedy = "Behold den ene, og slet den anden."
            if value != block.get(key, value):
                remedy = "Behold den linje, der er rigtig, og slet den anden."
        else:
            message = f"«{key}» står her to gange, første gang i linje {first}."
            remedy = f"Flyt linjerne under det op under «{key}» i linje {first}, og slet så denne."
        self.report(event, message, remedy)

    def items(self, start: Any, depth: int) -> Items | str:
        items = Items(start.start_mark.line + 1)
        whole = True
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            value = self.value(event, depth + 1)
            if _is_empty(value):
                self.report(event, "Punktet i listen er tomt.", "Slet stregen, eller skriv noget.")
            elif value != SET_ASIDE and not self.swallowed_point(value):
                items.append(value)
                items.lines.append(event.start_mark.line + 1)
                continue
            whole = False
        return items if items or whole else SET_ASIDE

    def swallowed_point(self, text: Any) -> bool:
        """A point that is indented too far, and that YAML takes for more text of the one above."""
        if not isinstance(text, PlacedText):
            return False
        for line, written in enumerate(text.as_written[1:], text.line + 1):
            if re.match(r"\s*-[ \w]", written):
                message = "Punktet er rykket for langt ind og bliver til en del af det ovenover."
                remedy = "Sæt stregen lige under stregen over den, med et mellemrum efter."
                self.problems.append(_problem(self.path, line, message, remedy))
                return True
        return False

    def skip(self, event: Any) -> None:
        """Read on to the end of what `event` opens."""
        level = int(isinstance(event, yaml.CollectionStartEvent))
        while level:
            event = next(self.events)
            level += isinstance(event, yaml.CollectionStartEvent)
            level -= isinstance(event, yaml.CollectionEndEvent)

    def refuse_yaml_extras(self, event: Any) -> None:
        quote = "Sæt hele teksten i anførselstegn, hvis tegnet er en del af den; ellers slet det."
        if isinstance(event, yaml.AliasEvent):
            self.report(event, f"«*{event.anchor}» er en henvisning, som ikke bruges her.", quote)
        elif event.anchor is not None:
            self.report(event, f"«&{event.anchor}» er et anker, som ikke bruges her.", quote)
        if getattr(event, "tag", None) not in (None, "!"):
            self.report(event, "Udråbstegnet først i værdien er en YAML-kode.", quote)

    def report(self, event: Any, message: str, remedy: str, line: int | None = None) -> None:
        """A problem where an event begins, or on another line (from 0)."""
        if len(self.problems) < _MAX_FAULTS:
            line = event.start_mark.line if line is None else line
            self.problems.append(_problem(self.path, line + 1, message, remedy))


def _is_empty(value: Any) -> bool:
    return value in ("", [], {}) and not getattr(value, "set_aside", None)


def _problem(path: str, line: int, message: str, remedy: str) -> Problem:
    return Problem(path=path, line=line, message=message, remedy=remedy)
