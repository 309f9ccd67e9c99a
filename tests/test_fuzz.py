"""Whatever an author's files hold: no traceback, no slow read, and every message has its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from building import ROOT
from fuzz import SMALL, Fuzzer

from site_generator.problems import Problem

CASES = 500
PARTS = 5
# Seeds that once broke something, each with what it was.
KEPT = ROOT / "tests" / "cases" / "fuzz" / "seeds.txt"


def seeds_kept() -> list[int]:
    lines = KEPT.read_text("utf-8").splitlines()
    return [int(line.split()[0]) for line in lines if line and not line.startswith("#")]


def broken_by(folder: Path, seeds: list[int]) -> list[str]:
    fuzzer = Fuzzer(folder / "project", (SMALL,))
    return [str(broken) for seed in seeds for broken in fuzzer.case(seed)]


@pytest.mark.parametrize("part", range(PARTS))
def test_torn_files_break_no_promise(tmp_path: Path, part: int) -> None:
    """`make fuzz` tries ten thousand more, also of large houses."""
    assert broken_by(tmp_path, list(range(part, CASES, PARTS))) == []


def test_what_once_broke_is_whole(tmp_path: Path) -> None:
    assert broken_by(tmp_path, seeds_kept()) == []


def test_a_case_is_its_seed(tmp_path: Path) -> None:
    """The files are as they were after each case, and the same seed does the same."""
    fuzzer = Fuzzer(tmp_path / "project", (SMALL,))
    before = {file: file.read_bytes() for file in fuzzer.folder.rglob("*") if file.is_file()}
    told = [[fuzzer.told(seed) for seed in range(20)] for _ in range(2)]
    assert told[0] == told[1]
    assert sum(map(bool, told[0])) > 10
    assert before == {
        file: file.read_bytes() for file in fuzzer.folder.rglob("*") if file.is_file()
    }


def raising(*_: object) -> list[Problem]:
    raise KeyError("x")


def misplaced(*_: object) -> list[Problem]:
    path = "municipalities/testkommune/site.yml"
    return [Problem(path=path, line=9999, message="Forkert.", remedy="Ret det.")]


def without_remedy(*_: object) -> list[Problem]:
    return [Problem(path="municipalities/testkommune/site.yml", line=1, message="Nej.", remedy="")]


@pytest.mark.parametrize(
    ("rules", "seen"),
    [(raising, "KeyError"), (misplaced, "line 9999 of"), (without_remedy, "no sentence")],
)
def test_the_fuzzer_sees_what_is_broken(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    rules: Callable[..., list[Problem]],
    seen: str,
) -> None:
    """A rule that raises, one that names a line that there is not, one that leaves people alone."""
    monkeypatch.setattr("fuzz.check", rules)
    found = "\n".join(broken_by(tmp_path, list(range(5))))
    assert seen in found
