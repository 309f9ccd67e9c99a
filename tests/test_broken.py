"""brokenkommune is wrong in every way we could think of; every message to its authors is here.

After a change of words: `pytest tests/test_broken.py --bless`, and read the difference.
"""

from __future__ import annotations

import difflib
from datetime import date
from pathlib import Path

import pytest

from site_generator.problems import Problem, as_text, in_reading_order
from site_generator.records.municipality import read_municipality
from site_generator.records.shared_content import read_shared_content
from site_generator.rules import Circumstances, check

FOLDER = Path(__file__).parent / "broken"
EXPECTED = FOLDER / "expected_problems.txt"
TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def problems() -> list[Problem]:
    shared, found = read_shared_content(FOLDER / "content")
    municipality, faults = read_municipality(FOLDER / "brokenkommune", shared)
    assert municipality is not None
    return in_reading_order(
        found + faults + check(municipality, Circumstances(shared=shared, today=TODAY))
    )


def test_every_fault_is_told_once_with_line_and_remedy(
    problems: list[Problem], request: pytest.FixtureRequest
) -> None:
    """The whole list, in order, is as it was when somebody last read it with an editor's eyes."""
    told = as_text(problems)
    if request.config.getoption("--bless"):
        EXPECTED.write_text(told, "utf-8")
    expected = EXPECTED.read_text("utf-8")
    difference = difflib.unified_diff(
        expected.splitlines(), told.splitlines(), "expected_problems.txt", "told now", lineterm=""
    )
    assert told == expected, "\n".join(difference)


def test_messages_are_whole_sentences(problems: list[Problem]) -> None:
    """What is wrong and what to do about it: both begin large and end with a full stop."""
    for problem in problems:
        for sentence in (problem.message, problem.remedy):
            assert sentence.endswith((".", "?")), problem
            assert sentence[0] in "«[" or sentence[0].isupper(), problem


def test_messages_are_for_people(problems: list[Problem]) -> None:
    """No word of Python, of the parser or of what stands in for a lost value reaches an author."""
    for problem in problems:
        for word in ("None", "tuple", "str", "dict", "mapping", "token", "uden-id", "from_"):
            assert f" {word} " not in f" {problem.message} {problem.remedy} ", problem
            assert f"«{word}»" not in f"{problem.message} {problem.remedy}", problem


def test_problems_stand_on_lines_that_exist(problems: list[Problem]) -> None:
    """Each line that is named is a line of its file."""
    for problem in problems:
        file = FOLDER / problem.path.removeprefix("municipalities/")
        if "Filen mangler" in problem.message:
            assert not file.exists()
            assert problem.line == 1
            continue
        text = file.read_text("utf-8", "replace")
        assert 1 <= problem.line <= len(text.splitlines()), problem
