"""A small municipality of every kind of page, compared with how it looked when it was last read.

What changes here changes on every site. Read the difference as a visitor would; where it is
meant, accept it with `make bless`.
"""

from __future__ import annotations

import re
import shutil
from difflib import unified_diff
from pathlib import Path

import pytest
from building import GOLDEN, build_site, files_below, golden_project

EXPECTED = GOLDEN / "expected"
ADDRESSES = "addresses.txt"

# Change with the templates for print, and with every word of the stylesheet and the scripts;
# neither is compared here.
SIZE = re.compile(r"PDF, \d+ KB")
VERSION = re.compile(r"\?[0-9a-f]{8}(?=\")")


def test_the_golden_site_is_as_it_was_blessed(tmp_path: Path, request: pytest.FixtureRequest):
    """Every page is word for word what was blessed, and every file stands at its address."""
    built = built_pages(tmp_path)
    if request.config.getoption("--bless"):
        bless(built)
    differences = list(compare(blessed_pages(), built))
    if differences:
        hint = "If this is how the pages should be, run: make bless"
        pytest.fail("\n\n".join([*differences, hint]), pytrace=False)


def test_the_golden_municipality_is_without_fault(tmp_path: Path):
    """The golden files are a model to learn from, so `check` has nothing to say about them."""
    problems = build_site(golden_project(tmp_path / "project"), tmp_path / "site")
    assert [str(problem) for problem in problems] == []


def built_pages(folder: Path) -> dict[str, str]:
    """The pages as text by their addresses, and the list of all addresses."""
    build_site(golden_project(folder / "project"), folder / "site")
    files = files_below(folder / "site")
    pages = {
        address: SIZE.sub("PDF, n KB", VERSION.sub("?version", content.decode()))
        for address, content in files.items()
        if address.endswith(".html")
    }
    return pages | {ADDRESSES: "".join(f"{address}\n" for address in files)}


def blessed_pages() -> dict[str, str]:
    return {path: content.decode() for path, content in files_below(EXPECTED).items()}


def bless(built: dict[str, str]) -> None:
    shutil.rmtree(EXPECTED, ignore_errors=True)
    for address, text in built.items():
        file = EXPECTED / address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


def compare(blessed: dict[str, str], built: dict[str, str]) -> list[str]:
    """One unified diff for each page that is not the same; a missing page is an empty one."""
    names = sorted(blessed.keys() | built.keys())
    diffs = (diff(name, blessed.get(name, ""), built.get(name, "")) for name in names)
    return [text for text in diffs if text]


def diff(name: str, old: str, new: str) -> str:
    lines = unified_diff(old.splitlines(), new.splitlines(), f"blessed/{name}", f"built/{name}")
    return "\n".join(line.rstrip("\n") for line in lines)
