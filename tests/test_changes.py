"""What a change means for families: edits as commits of a real repository, and what is told."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree, rmtree
from typing import Any

import pytest
import yaml
from building import replace_in
from click.testing import CliRunner
from past import Past, golden_past

from site_generator.commands.cli import main

CASES = Path(__file__).parent / "cases" / "changes"
NOTHING = "Intet ændrer sig for familier.\n"


def cases(name: str) -> list[Any]:
    found = yaml.safe_load((CASES / f"{name}.yml").read_text("utf-8"))
    return [pytest.param(case, id=case["name"]) for case in found]


@pytest.fixture(scope="module")
def past(tmp_path_factory: pytest.TempPathFactory) -> Past:
    """The golden municipality, committed. Every test begins at its first commit."""
    past = golden_past(tmp_path_factory.mktemp("changes") / "project")
    past.git("tag", "begun")
    return past


@pytest.fixture(autouse=True)
def as_it_was(past: Past) -> Iterator[None]:
    yield
    past.git("reset", "-q", "--hard", "begun")
    past.git("clean", "-q", "-f", "-d")


def edit(past: Past, edits: list[dict[str, Any]]) -> None:
    for one in edits:
        file = past.root / "municipalities" / "testkommune" / one["file"]
        if one.get("delete"):
            file.unlink()
        else:
            replace_in(file, one["old"], one["new"])


def make(past: Past, case: dict[str, Any]) -> None:
    """What was there before, as one commit, and the edits as another."""
    for edits in (case.get("before", []), case["edits"]):
        edit(past, edits)
        past.commit()


def told(past: Past, base: str, *options: str) -> str:
    command = ["changes", base, *options, "--root", str(past.root), "--date", "2026-11-22"]
    result = CliRunner().invoke(main, command, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.mark.parametrize("case", [*cases("typical"), *cases("harmful")])
def test_an_edit_is_told_in_these_sentences(past: Past, case: dict[str, Any]):
    """All of them and no others, in this order."""
    make(past, case)
    assert told(past, "HEAD^").splitlines() == case["told"].splitlines()


def test_nothing_is_asked_of_who_has_changed_nothing(past: Past):
    assert told(past, "HEAD") == NOTHING


def test_what_is_not_committed_yet_is_told_and_left_as_it_lies(past: Past):
    """An editor asks before saving; a new file counts too, and nothing is checked out."""
    past.write("municipalities/testkommune/pages/barsel.md", "---\ntitle: A\nsummary: B\n---\nC\n")
    edit(past, [{"file": "location.yml", "old": "Prøvevej 2", "new": "Prøvevej 14"}])
    before = past.git("status", "--porcelain")
    said = told(past, "HEAD")
    assert "Vej og nummer: nu Prøvevej 14, før Prøvevej 2." in said
    assert "Siden «A» er ny." in said
    assert past.git("status", "--porcelain") == before


def test_a_house_that_comes_and_one_that_goes(past: Past):
    houses = past.root / "municipalities"
    copytree(houses / "testkommune", houses / "nyby")
    past.commit()
    assert told(past, "HEAD^").splitlines() == [
        "Testhuset",
        "  Huset",
        "  - Nyt hus: Testhuset, Test Kommune, med 4 tilbud og 2 aktiviteter.",
    ]
    rmtree(houses / "nyby")
    past.commit()
    said = told(past, "HEAD^").splitlines()
    assert said == ["Testhuset", "  Er det meningen? Hele huset er væk: Testhuset."]


def test_what_many_houses_share_is_told_once(past: Past):
    houses = past.root / "municipalities"
    for slug in ("by-a", "by-b", "by-c"):
        copytree(houses / "testkommune", houses / slug)
    past.commit()
    replace_in(past.root / "content/catalogue/babycafe.yml", "title: ", "title: Den nye ")
    past.commit()
    said = told(past, "HEAD^")
    assert said.splitlines()[0] == "4 huse"
    assert said.count("Babycafé") < 4
    alone = json.loads(told(past, "HEAD^", "by-b", "--format", "json"))
    assert [account["houses"] for account in alone] == [["by-b"]]


def test_a_large_change_is_bounded(past: Past):
    many = "".join(
        f"  - id: a{n}\n    title: Ny {n}\n    date: 2027-01-{n % 28 + 1:02}\n    time: 10-11\n"
        for n in range(60)
    )
    edit(past, [{"file": "events.yml", "old": "events:\n", "new": f"events:\n{many}"}])
    said = told(past, "HEAD")
    assert "  - … og 48 til." in said
    assert len(said.splitlines()) <= 40
    whole = json.loads(told(past, "HEAD", "--format", "json"))
    assert len(whole[0]["changes"]["Aktiviteter"]) == 60


@pytest.mark.parametrize("base", ["findes-ikke", "--output=x", "HEAD:README.md", ""])
def test_a_version_that_git_does_not_know_is_told(past: Past, base: str):
    result = CliRunner().invoke(main, ["changes", "--root", str(past.root), "--", base])
    assert result.exit_code == 2
    assert f"Git kender ingen udgave, der hedder «{base}»." in result.output


def test_a_house_that_is_not_there_is_told(past: Past):
    command = ["changes", "HEAD", "testkomune", "--root", str(past.root)]
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 2
    assert "Mente du «testkommune»?" in result.output


def test_a_link_in_an_old_version_leads_nowhere(past: Past, tmp_path: Path):
    """It is not followed, and what it names is not read."""
    (tmp_path / "secret.yml").write_text("getting_there: []\n", "utf-8")
    transport = past.root / "municipalities/testkommune/transport.yml"
    text = transport.read_text("utf-8")
    transport.unlink()
    transport.symlink_to(tmp_path / "secret.yml")
    past.commit()
    transport.unlink()
    transport.write_text(text, "utf-8")
    past.commit()
    assert "Vejen hertil: rettet." in told(past, "HEAD^")
