"""The handbook and the other papers say what is true of the program as it is now."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from runpy import run_path

import pytest
from building import PROJECT, ROOT

from site_generator.commands.json_schema import editor_schemas
from site_generator.problems import Problem
from site_generator.read.source import parse_document
from site_generator.records.municipality import AUTHOR_FILES, read_municipality
from site_generator.records.shared_content import read_shared_content
from site_generator.records.validate import validate
from site_generator.resolve.hours import house_day
from site_generator.resolve.phone_hours import phone_day
from site_generator.rules import CHECKS, Circumstances, check
from site_generator.schema.opening_hours import OpeningHoursFile
from site_generator.schema.times import parse_slot

HANDBOOK = ROOT / "content" / "handbook"
PAPERS = [ROOT / "README.md", ROOT / "ARCHITECTURE.md", ROOT / "CHANGELOG.md"]
PAGES = sorted(HANDBOOK.rglob("*.md"))


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_the_reference_of_the_files_is_up_to_date():
    """Mend it with `make reference`."""
    written = run_path(str(ROOT / ".ci" / "reference.py"))["reference"]()
    assert (HANDBOOK / "filerne.md").read_text("utf-8") == written


def test_the_page_about_the_messages_is_up_to_date():
    """Mend it with `make reference`. Each rule stands under a heading that an editor knows."""
    made = run_path(str(ROOT / ".ci" / "beskeder.py"))
    assert (HANDBOOK / "beskeder.md").read_text("utf-8") == made["page"]()
    modules = {rule.__module__.rpartition(".")[2] for rule in CHECKS}
    assert modules == set(made["HEADINGS"])


def test_the_schemas_for_editors_are_up_to_date():
    """Mend them with `make schema`."""
    folder = ROOT / "content" / "schema"
    committed = {
        file.name.removesuffix(".schema.json"): json.loads(file.read_text("utf-8"))
        for file in folder.iterdir()
    }
    assert committed == editor_schemas()


@pytest.mark.parametrize("page", [*PAPERS, *PAGES], ids=named)
def test_links_between_the_papers_lead_somewhere(page: Path):
    text = page.read_text("utf-8")
    targets = re.findall(r"\]\(([^)\s]+)\)|src=\"([^\"]+)\"", re.sub(r"`[^`\n]*`", "", text))
    inside = [target for pair in targets for target in pair if target and ":" not in target]
    files = [target.partition("#")[0] for target in inside]
    assert [file for file in files if not (page.parent / file).exists()] == []


@pytest.mark.parametrize("page", [*PAPERS, *PAGES, ROOT / "CONTRIBUTING.md"], ids=named)
def test_every_make_target_that_is_named_is_there(page: Path):
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    commands = re.findall(r"^make .*|`make [^`]*", page.read_text("utf-8"), re.MULTILINE)
    words = {word for line in commands for word in re.split(r"[^a-z-]", line.partition("#")[0])}
    wanted = {word for word in words if len(word) > 1} - {"make", "eksempel", "ringkoebing-skjern"}
    assert wanted <= targets


def yaml_examples() -> Iterator[tuple[str, str]]:
    """Every YAML block of the handbook, with the page and line where it stands."""
    for page in PAGES:
        text = page.read_text("utf-8")
        for found in re.finditer(r"```yaml\n(.*?)```", text, re.DOTALL):
            yield f"{page.stem}:{text.count(chr(10), 0, found.start()) + 1}", found[1]


@pytest.mark.parametrize(("where", "text"), [*yaml_examples()], ids=lambda value: value[:30])
def test_every_example_in_the_handbook_can_be_read(where: str, text: str):
    assert parse_document(text, where).problems == []


def test_the_whole_examples_are_a_house_of_which_check_says_nothing(tmp_path: Path):
    """One of each author file, under its name; together they are one house."""
    text = (HANDBOOK / "eksempler.md").read_text("utf-8")
    examples = dict(re.findall(r"^## (\w+\.yml)\n.*?```yaml\n(.*?)```", text, re.M | re.S))
    assert set(examples) == set(AUTHOR_FILES)
    house = tmp_path / "solsikken"
    house.mkdir()
    for name, example in examples.items():
        (house / name).write_text(example, "utf-8")
    shared, _ = read_shared_content(ROOT / "content")
    municipality, problems = read_municipality(house, shared)
    assert municipality
    problems += check(municipality, Circumstances(shared, date(2026, 11, 25)))
    assert [str(problem) for problem in problems] == []


@pytest.mark.parametrize("name", ["opening_hours.yml", "offers.yml", "events.yml"])
def test_every_whole_example_in_the_handbook_can_be_used(name: str):
    """An example whose outermost names are all those of one file is an example of that file."""
    model = AUTHOR_FILES[name]
    tried, problems = 0, list[Problem]()
    for where, text in yaml_examples():
        document = parse_document(text, where)
        if document.block and document.block.keys() <= model.model_fields.keys():
            tried += 1
            problems += validate(model, document.block)[1]
    assert tried
    # What builds on the catalogue has the rest of its fields there.
    assert [p for p in problems if p.field not in ("title", "summary", "topics", "access")] == []


def test_the_christmas_of_the_handbook_is_what_families_see():
    text = (HANDBOOK / "aabningstider.md").read_text("utf-8")
    example = next(t for _, t in yaml_examples() if "Julehygge" in t)
    hours, _ = validate(OpeningHoursFile, parse_document(example, "eksempel").block)
    assert hours
    table = text.partition("### Eksempel: juleferien")[2].partition("###")[0]
    rows = re.findall(r"^\| (\d+)\. (\w+) \| (.*?), (.*?) \|", table, re.MULTILINE)
    assert len(rows) == 5
    for day, month, shown, reason in rows:
        on = date(2026, 12, int(day)) if month == "december" else date(2027, 1, int(day))
        resolved = house_day(hours, on, None)
        assert (resolved.hours.closed, resolved.reason) == (shown == "Lukket", reason)


def test_the_telephone_on_holidays_is_as_the_handbook_says():
    """Three rows of a table, and the sentence below it."""
    text = """
house: [{week: {man-fre: 9-15}}]
phone: [{week: {man-fre: 9-12}}]
holidays: {public_holidays: lukket, christmas_eve: 10-11}
exceptions: [{date: 2026-12-25, hours: 10-12, applies_to: phone}]
temporarily_closed: {from: 2026-12-01, until: 2026-12-04, reason: Vi bygger om}
"""
    hours, problems = validate(OpeningHoursFile, parse_document(text, "eksempel").block)
    assert hours and not problems
    days = {"2026-12-02": "9-12", "2026-12-24": "10-11", "2026-12-25": "10-12", "2027-01-01": ""}
    for day, written in days.items():
        answered = phone_day(hours, date.fromisoformat(day)).hours.slots
        assert answered == ((parse_slot(written),) if written else ())


def test_the_shortest_week_holds_wherever_it_stands():
    """And the whole of it: a day that it leaves out is closed."""
    short = "{valid_from: 2027-06-28, valid_to: 2027-08-08, week: {torsdag: 9-13}}"
    long = "{week: {mandag: 9-15, torsdag: 9-18}}"
    for order in (f"[{short}, {long}]", f"[{long}, {short}]"):
        block = parse_document(f"house: {order}\n", "eksempel").block
        hours, _ = validate(OpeningHoursFile, block)
        assert hours
        assert house_day(hours, date(2027, 7, 1), None).hours.slots == (parse_slot("9-13"),)
        assert house_day(hours, date(2027, 7, 5), None).hours.closed
        assert house_day(hours, date(2027, 8, 9), None).hours.slots == (parse_slot("9-15"),)


def test_the_files_that_the_papers_name_are_there():
    """Whoever follows ARCHITECTURE.md finds what it speaks of."""
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    named = set(re.findall(r"`((?:[a-z_]+/)*[a-z_]+(?:\.py|\.yml|\.typ|/))`", text))
    theme = ROOT / "themes" / "familiehus"
    folders = [
        ROOT,
        PROJECT,  # the example; a repository may have published none
        ROOT / "site_generator",
        theme,
        theme / "print",
        theme / "components/action_list",
    ]
    missing = {name for name in named if not any((folder / name).exists() for folder in folders)}
    assert len(named) > 20
    assert missing == set()
