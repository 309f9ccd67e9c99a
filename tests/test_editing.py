"""Editors that know the schema say what `check` says, as far as a schema can know.

The values are data (`cases/editing/values.yml`); what a schema cannot know is listed there by
name and reason. A list of a disagreement that is none any more fails as well.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from runpy import run_path
from typing import Any, NamedTuple

import pytest
import yaml
from author_schema import Core, schema_faults, schema_of, tied_to
from building import PROJECT, ROOT
from PIL import Image

from site_generator.commands.json_schema import SNIPPETS, editor_schemas
from site_generator.problems import has_errors
from site_generator.read.source import parse_document
from site_generator.records.municipality import AUTHOR_FILES, read_municipality
from site_generator.records.shared_content import (
    SharedContent,
    build_on_catalogue,
    read_shared_content,
)
from site_generator.records.validate import validate
from site_generator.rules import Circumstances, check

HERE = Path(__file__).parent
# Every value as it is typed: nothing is a number or a date yet.
VALUES = yaml.load((HERE / "cases/editing/values.yml").read_text("utf-8"), yaml.BaseLoader)
TODAY = date(2026, 11, 22)

SITE = """\
name: Familiens Hus
municipality: Testkommune
status: demo
headline: Et hus for alle familier
intro: Kom og vær med.
access: both
"""


@cache
def shared() -> SharedContent:
    return read_shared_content(ROOT / "content")[0]


def schema_takes(name: str, text: str) -> bool:
    """Whether an editor that knows the schema is silent."""
    return bool(schema_of(name).is_valid(yaml.load(text, Core)))


def check_takes(name: str, text: str, folder: Path) -> bool:
    """Whether `check` finds no error in a file of a house."""
    files = {"site.yml": SITE, "location.yml": "places:\n  - {id: hus, name: Familiens Hus}\n"}
    (folder / "media").mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (900, 600)).save(folder / "media/huset.jpg")
    for file, content in {**files, name: text}.items():
        (folder / file).write_text(content + "\n", "utf-8")
    municipality, problems = read_municipality(folder, shared())
    if municipality:
        problems += check(municipality, Circumstances(shared(), TODAY))
    return not has_errors(p for p in problems if p.path.endswith(f"/{name}"))


class Typed(NamedTuple):
    kind: str
    value: str
    verdict: str


def typed() -> Iterator[Typed]:
    for kind, case in VALUES["kinds"].items():
        for verdict in ("good", "bad"):
            yield from (Typed(kind, value, verdict) for value in case[verdict])
        for entry in case.get("unknowable", ()):
            yield from (Typed(kind, value, reason) for reason, value in entry.items())


def text_of(typed: Typed) -> tuple[str, str]:
    case = VALUES["kinds"][typed.kind]
    text = case["in"].replace("{}", typed.value, 1)
    return case["file"], SITE + text if case["file"] == "site.yml" else text


@pytest.mark.parametrize(
    "typed", [*typed()], ids=lambda t: f"{t.kind}: {t.verdict}: {t.value}"[:80]
)
def test_schema_and_check_say_the_same_of_a_value(typed: Typed, tmp_path: Path) -> None:
    """Both take what is good and neither what is bad; what a schema cannot know is listed."""
    name, text = text_of(typed)
    said = schema_takes(name, text), check_takes(name, text, tmp_path / "testkommune")
    if typed.verdict in ("good", "bad"):
        assert said == (typed.verdict == "good",) * 2, text
    else:
        assert typed.verdict in VALUES["reasons"]
        assert said[0] != said[1], f"both say {said[0]}: {text}"


def test_there_are_enough_values_and_every_reason_is_needed() -> None:
    values = [*typed()]
    assert len(values) >= 300
    assert {one.verdict for one in values} == {"good", "bad", *VALUES["reasons"]}


HOUSES = sorted((PROJECT / "municipalities").glob("*/*.yml"))


@pytest.mark.parametrize("file", HOUSES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_the_schema_takes_what_the_houses_have_written(file: Path) -> None:
    assert schema_faults(file, file.stem) == []


@pytest.mark.parametrize("file", sorted((ROOT / "content").rglob("*.yml")), ids=lambda f: f.stem)
def test_the_schema_takes_what_all_houses_share(file: Path) -> None:
    name = "catalogue" if file.parent.name == "catalogue" else file.stem
    assert schema_faults(file, name) == []


def changed(data: Any) -> Iterator[Any]:
    """The content of a file with one thing in it put wrong, for every thing in it."""
    if isinstance(data, dict):
        yield {**data, "ukendt_navn": "x"}
        yield from ({**data, key: other} for key, one in data.items() for other in wrong(one))
        yield from ({**data, key: new} for key, one in data.items() for new in changed(one))
    elif isinstance(data, list):
        yield [*data, ""]
        for n, one in enumerate(data):
            yield from ([*data[:n], new, *data[n + 1 :]] for new in changed(one))


def wrong(value: Any) -> Iterator[Any]:
    """What is never right instead of a value: another shape."""
    yield [["x"]]
    if isinstance(value, dict | list):
        yield "ikke en liste"
    if not isinstance(value, dict):
        yield {"ukendt_navn": "x"}


@pytest.mark.parametrize("name", AUTHOR_FILES)
def test_schema_and_check_refuse_the_same_shapes_of_a_whole_file(name: str) -> None:
    text = (PROJECT / "municipalities/eksempel" / name).read_text("utf-8")
    # As texts: a number would lose the zeros at its end when it is written again.
    every = [*changed(yaml.load(text, yaml.BaseLoader))]
    taken = []
    tried = every[:: max(1, len(every) // 80)]
    for new in tried:
        text = yaml.dump(new, allow_unicode=True, sort_keys=False, width=10**6)
        document = parse_document(text, name)
        problems = [*document.problems]
        if name == "offers.yml":
            problems += build_on_catalogue(document.block, shared())
        refused = bool(problems + validate(AUTHOR_FILES[name], document.block)[1])
        if schema_takes(name, text) == refused:
            taken.append(text)
    assert len(tried) > 20
    assert taken == []


RECORDS = {
    record.__name__: record
    for record, _ in run_path(str(ROOT / ".ci" / "reference.py"))["every_record"]()
}


def bodies() -> Iterator[tuple[str, Any]]:
    for record, snippets in yaml.safe_load(SNIPPETS.read_text("utf-8")).items():
        yield from ((record, snippet["body"]) for snippet in snippets)


@pytest.mark.parametrize(("record", "body"), [*bodies()], ids=lambda value: str(value)[:40])
def test_what_editors_put_in_for_a_record_can_be_read(record: str, body: Any) -> None:
    text = re.sub(r"\$\{\d+:([^}]*)\}", r"\1", yaml.dump(body, allow_unicode=True, sort_keys=False))
    written_by_author = validate(RECORDS[record], parse_document(text, record).block)[1]
    # What builds on the catalogue has the rest of its fields there.
    elsewhere = ("title", "summary", "topics", "access") if "based_on" in body else ()
    assert [problem for problem in written_by_author if problem.field not in elsewhere] == []


SHARED = [*(PROJECT / "content").glob("*.yml"), *(PROJECT / "content/catalogue").glob("*.yml")]
STARTER = sorted((ROOT / "site_generator/commands/starter").glob("*.yml"))


@pytest.mark.parametrize(
    "file", [*HOUSES, *SHARED], ids=lambda file: f"{file.parent.name}/{file.stem}"
)
def test_every_author_file_is_tied_to_its_schema(file: Path) -> None:
    name = "catalogue" if file.parent.name == "catalogue" else file.stem
    assert tied_to(file, file.parent) == ROOT / "content/schema" / f"{name}.schema.json"


@pytest.mark.parametrize("file", STARTER, ids=lambda file: file.stem)
def test_a_new_house_is_tied_too(file: Path) -> None:
    """It will lie in municipalities/<house>/."""
    schema = tied_to(file, ROOT / "municipalities/new")
    assert schema == ROOT / "content/schema" / f"{file.stem}.schema.json"


def test_the_settings_of_the_editor_name_every_schema_and_file() -> None:
    """For a file whose first line has been lost. Comments are allowed in this kind of JSON."""
    text = (ROOT / ".vscode/settings.json").read_text("utf-8")
    schemas = json.loads(re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE))["yaml.schemas"]
    assert {Path(schema).name.split(".")[0] for schema in schemas} == {*editor_schemas()} - {"page"}
    tied = {ROOT / schema: [*PROJECT.glob(files)] for schema, files in schemas.items()}
    assert all(schema.is_file() for schema in tied)
    assert {file for files in tied.values() for file in files} == {*HOUSES, *SHARED}
