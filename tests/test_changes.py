"""What a change means for families: edits as commits of a real repository, and what is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
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
