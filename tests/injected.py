"""A house that uses everything, with what a stranger might write in every field of every file.

What the schema or a rule refuses is told, and the field keeps what stood there: `Injected.told`.
Whatever is left has to be harmless on every page, in every feed and on paper.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from author_fields import Field, everywhere, fill_in
from building import PROJECT, ROOT, TODAY

from site_generator.problems import Problem
from site_generator.records.municipality import AUTHOR_FILES, read_municipality
from site_generator.records.shared_content import SharedContent, read_shared_content
from site_generator.rules import Circumstances, check
from site_generator.schema.pages import PageHead, TranslationHead
from site_generator.schema.record import Record

HOUSE = PROJECT / "municipalities" / "eksempel"
_CASES = ROOT / "tests" / "cases" / "injection"
PAYLOADS: dict[str, str] = yaml.safe_load((_CASES / "payloads.yml").read_text("utf-8"))
# Short enough for the lines of a sheet.
ON_PAPER: dict[str, str] = yaml.safe_load((_CASES / "on_paper.yml").read_text("utf-8"))
_FILLED = "Fyld"


@dataclass
class Place:
    """A text of an author file: the mapping or list in which it stands, and what stood there."""

    file: str
    field: Field
    around: Any
    key: Any
    payload: str
    before: str

    def put(self) -> None:
        self.around[self.key] = self.payload

    def put_back(self) -> None:
        if self.before == _FILLED:
            del self.around[self.key]
        else:
            self.around[self.key] = self.before

    @property
    def name(self) -> str:
        return f"{self.field.owner}.{self.field.key}"


@dataclass
class Injected:
    """A house being filled. `turn` says which payload the first field gets, the next one the next:
    after as many turns as there are payloads every field has had every one."""

    folder: Path
    turn: int
    shared: SharedContent
    payloads: dict[str, str] = field(default_factory=lambda: PAYLOADS)
    files: dict[str, Any] = field(default_factory=dict)
    bodies: dict[str, list[str]] = field(default_factory=dict)
    placed: list[Place] = field(default_factory=list)
    told: list[Place] = field(default_factory=list)

    def fill(self) -> None:
        """Put payloads in, and take out again what is told, until nothing is."""
        shutil.copytree(HOUSE, self.folder)
        page = self.folder / "pages" / "vaer-med-som-frivillig.ar.md"
        page.write_text("---\ntitle: Titel\nsummary: Kort.\n---\nTekst.\n", "utf-8")
        for name, model in self._read():
            fill_in(model, self.files[name], _FILLED)
            for number, (where, around, key) in enumerate(everywhere(model, self.files[name])):
                self._place(name, where, around, key, number)
        for _ in range(30):
            errors = [one for one in self._problems() if one.level == "error"]
            if not errors:
                return
            self._take_out(errors)
        raise AssertionError(errors)

    def _place(self, name: str, where: Field, around: Any, key: Any, number: int) -> None:
        kinds = list(self.payloads.values())
        payload = kinds[(self.turn + number) % len(kinds)].replace("§", f"m{number}x")
        place = Place(name, where, around, key, payload, around[key])
        if where.takes(payload):
            place.put()
            self.placed.append(place)
        else:
            self.told.append(place)
            if place.before == _FILLED:
                place.put_back()

    def _read(self) -> Iterator[tuple[str, type[Record]]]:
        for name, model in AUTHOR_FILES.items():
            self.files[name] = _parsed((self.folder / name).read_text("utf-8"))
            yield name, model
        for file in sorted((self.folder / "pages").glob("*.md")):
            name = f"pages/{file.name}"
            _, head, body = file.read_text("utf-8").split("---\n", 2)
            self.files[name] = _parsed(head)
            self.bodies[name] = [body, *self._paragraphs(len(self.bodies))]
            yield name, PageHead if file.name.count(".") == 1 else TranslationHead

    def _paragraphs(self, number: int) -> Iterator[str]:
        """A third of the payloads, in a paragraph, a point, a heading and a link."""
        for payload in list(self.payloads.values())[(self.turn + number) % 3 :: 3]:
            text = payload.replace("§", f"m{number}x")
            yield f"\n{text}\n\n- {text}\n\n## {text}\n\n[{text}](https://ond.example/)\n"

    def _problems(self) -> list[Problem]:
        self._write()
        house, problems = read_municipality(self.folder, self.shared)
        if house:
            problems += check(house, Circumstances(shared=self.shared, today=TODAY))
        return problems

    def _write(self) -> None:
        self.lines: dict[tuple[str, int], list[tuple[int, Any]]] = {}
        for name, data in self.files.items():
            head = "---\n" if name in self.bodies else ""
            lines = head.split("\n")[:-1]
            for line, place in _dumped(data, 0):
                lines.append(line)
                self.lines[name, len(lines)] = place
            lines += ["---"] if name in self.bodies else []
            for number, text in enumerate(self.bodies.get(name, [])):
                for line in text.split("\n"):
                    lines.append(line)
                    self.lines[name, len(lines)] = [(id(self.bodies[name]), number)]
            (self.folder / name).write_text("\n".join([*lines, ""]), "utf-8")

    def _take_out(self, errors: list[Problem]) -> None:
        below = f"municipalities/{self.folder.name}/"
        places = [(one.path.removeprefix(below), one.line) for one in errors]
        found = [place for name, line in places for place in self._guilty(name, line)]
        guilty = {id(place) for place in found}
        found_in_a_page = [self._taken_from_page(name, line) for name, line in places]
        assert guilty or any(found_in_a_page), errors
        for place in [one for one in self.placed if id(one) in guilty]:
            place.put_back()
            self.placed.remove(place)
            self.told.append(place)

    def _taken_from_page(self, name: str, line: int) -> bool:
        """Empty the paragraph of a page that an error is about."""
        body = self.bodies.get(name, [])
        number = dict(self.lines.get((name, line), [])).get(id(body), 0)
        if number:
            body[number] = ""
        return bool(number)

    def _guilty(self, name: str, line: int) -> list[Place]:
        """What an error on a line is about: what stands there or below, else in its record."""
        chains = {lines[-1]: lines for (file, _), lines in self.lines.items() if file == name}
        for mapping, key in reversed(self.lines.get((name, line), [])):
            for is_near in (
                lambda chain, pair=(mapping, key): pair in chain,
                lambda chain, one=mapping: one in dict(chain),
            ):
                near = [
                    place
                    for place in self.placed
                    if is_near(chains.get((id(place.around), place.key), []))
                ]
                if near:
                    return near
        is_body = id(self.bodies.get(name)) in dict(self.lines.get((name, line), []))
        return [one for one in self.placed if one.file == name and not is_body]

    def leave_out_flyers(self, errors: list[Problem]) -> None:
        """A sheet has little room: whatever does not fit is told, and is not made."""
        flyers = self.files["flyers.yml"]["flyers"]
        names = {f"municipalities/{self.folder.name}/flyers.yml": "flyers.yml"}
        chains = [self.lines[names[error.path], error.line] for error in errors]
        for index in sorted({dict(chain)[id(flyers)] for chain in chains}, reverse=True):
            del flyers[index]
        self._write()


def _parsed(text: str) -> dict[str, Any]:
    """A file as its mappings, lists and texts."""
    return dict(yaml.load(text, Loader=yaml.BaseLoader))


def _dumped(value: Any, indent: int) -> Iterator[tuple[str, list[tuple[int, Any]]]]:
    """Lines of YAML, each text in quotes on a line of its own; with each line what stands on it:
    the identity of each mapping or list around it, and the key."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in pairs:
        opening = " " * indent + (f"{key}:" if isinstance(value, dict) else "-")
        here = [(id(value), key)]
        if isinstance(inner, str):
            yield f"{opening} {json.dumps(inner, ensure_ascii=False)}", here
        elif not inner:
            yield f"{opening} {'{}' if isinstance(inner, dict) else '[]'}", here
        else:
            yield opening, here
            for line, below in _dumped(inner, indent + 2):
                yield line, here + below


def injected_house(root: Path, turn: int, payloads: dict[str, str] = PAYLOADS) -> Injected:
    """A project in the new folder `root` with one house, filled."""
    for name in ("content", "themes"):
        (root / name).symlink_to(ROOT / name)
    shared, _ = read_shared_content(root / "content")
    house = Injected(root / "municipalities" / "eksempel", turn, shared, payloads)
    house.fill()
    return house
