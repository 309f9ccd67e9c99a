"""A remedy that is followed to the letter mends what it is about, and nothing else changes.

The faults are those of the cases in tests/cases and of brokenkommune: each is told in a house of
its own, somebody does what the message says (remedies.py), and the house is looked at again.
"""

from __future__ import annotations

import re
import shutil
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
import yaml
from remedies import follow
from test_broken import FOLDER as BROKEN
from test_cases import CASES, HERE, HOUSE, lay_out

from site_generator.problems import Problem
from site_generator.records.municipality import read_municipality
from site_generator.records.shared_content import read_shared_content
from site_generator.rules import Circumstances, check

TODAY = date(2026, 11, 22)
# What a rule could not say as long as the value beside it could not be read.
COMES_TO_LIGHT = ("Aktiviteten er ikke tirsdag den 1. december 2026.",)
SHARED, _ = read_shared_content(HERE / "broken" / "content")


def problems_in(folder: Path, today: date) -> list[Problem]:
    house, problems = read_municipality(folder, SHARED)
    if house:
        problems += check(house, Circumstances(shared=SHARED, today=today))
    return list(dict.fromkeys(problems))


def told_in(problems: list[Problem]) -> Counter[str]:
    """What is told of each file, without the lines, which move when one is added or deleted."""
    return Counter(
        f"{one.path}  {re.sub(r'linje [0-9, og]+', 'linje', one.message)}" for one in problems
    )


def both(problems: list[Problem]) -> tuple[list[Problem], list[Problem]]:
    """All of them, and the errors: warnings may come of what could not be looked at before."""
    return problems, [
        one for one in problems if one.level == "error" and one.message not in COMES_TO_LIGHT
    ]


def wrong_after_each(folder: Path, today: date = TODAY) -> tuple[list[str], set[str]]:
    """What is wrong after each remedy was followed, and the messages that were followed."""
    before = problems_in(folder, today)
    wrong, followed = [], set()
    for problem in before:
        file = folder.parent / problem.path.removeprefix("municipalities/")
        if not file.is_file() or file.suffix not in (".yml", ".md"):
            continue
        text = file.read_text("utf-8", errors="surrogateescape")
        mended = follow(problem, text)
        if mended is None:
            continue
        file.write_text(mended, "utf-8", errors="surrogateescape")
        after, errors = (told_in(found) for found in both(problems_in(folder, today)))
        file.write_text(text, "utf-8", errors="surrogateescape")
        followed.add(re.sub("«.*?»", "«…»", problem.message))
        was = told_in(before)
        (itself,) = told_in([problem])
        if after[itself] >= was[itself] or errors - was:
            wrong.append(f"{problem} → {list(errors - was) or 'told again'}")
    return wrong, followed


@pytest.mark.parametrize("file", CASES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_what_a_message_says_mends_it(file: Path, tmp_path: Path):
    case = yaml.safe_load(file.read_text("utf-8"))
    folder = tmp_path / "testkommune"
    lay_out(folder, {**HOUSE, **case["files"]}, case.get("media", []))
    wrong, _ = wrong_after_each(folder, case.get("today", TODAY))
    assert wrong == []


def test_each_of_many_faults_can_be_mended_alone(tmp_path: Path):
    folder = shutil.copytree(BROKEN / "brokenkommune", tmp_path / "brokenkommune")
    wrong, followed = wrong_after_each(folder)
    assert wrong == []
    assert len(followed) >= 30
