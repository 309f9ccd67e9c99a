"""Cases as data: author files in, problems and values out. The name of a case says what it shows.

A case has `files` (laid over a small house without faults), and the `problems` that are told, each
as `file:line  message remedy`. `values` are looked up in the files as read (source) or as typed
(schema, rules); `media` are pictures to lie in the house's folder, where it matters with their
width, height and colour; white ones can be seen through on one half. `recordings` are files of the
example, under the name that they have in the house, where it matters with how many bytes are kept.
`published` is what the house has had on the web, field by field a `HouseHistory`.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from building import PROJECT
from PIL import Image
from pydantic import TypeAdapter

from site_generator.problems import in_reading_order
from site_generator.read.remembered import HouseHistory
from site_generator.read.source import read_document
from site_generator.records.municipality import read_municipality
from site_generator.records.shared_content import read_shared_content
from site_generator.rules import Circumstances, check

HERE = Path(__file__).parent
CASES = sorted(
    file for kind in ("source", "schema", "rules") for file in HERE.glob(f"cases/{kind}/*.yml")
)

# A house without faults.
HOUSE = {
    "site.yml": """\
name: Familiens Hus
municipality: Testkommune
status: demo
headline: Et hus for alle familier
intro: Kom og vær med.
access: both
contact:
  phone: 00 00 00 00
""",
    "location.yml": """\
places:
  - id: hus
    name: Familiens Hus
""",
}


@pytest.mark.parametrize("file", CASES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_case(file: Path, tmp_path: Path) -> None:
    """What is told of the files, and what stands in them, is what the case says."""
    case = yaml.safe_load(file.read_text("utf-8"))
    folder = tmp_path / "testkommune"
    lay_out(folder, {**HOUSE, **case["files"]}, case.get("media", []))
    lay_out_recordings(folder, case.get("recordings", []))
    history = TypeAdapter(HouseHistory).validate_python(case.get("published", {}))
    today = case.get("today", date(2026, 11, 22))
    assert problems_in(folder, today, history) == case.get("problems", [])
    for where, value in case.get("values", {}).items():
        assert value_at(folder, where) == value, where


def lay_out(folder: Path, files: dict[str, str], pictures: list[str]) -> None:
    for name, text in files.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    for picture in pictures:
        name, _, rest = picture.partition(" ")
        width, height, colour = (rest or "8 8 black").split(" ")
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shown = Image.new("RGBA" if colour == "white" else "RGB", (int(width), int(height)))
        shown.paste(colour, (0, 0, int(width) // 2, int(height)))
        shown.save(target)


def lay_out_recordings(folder: Path, recordings: list[str]) -> None:
    for recording in recordings:
        name, source, *kept = recording.split(" ")
        content = (PROJECT / "municipalities" / "eksempel" / "media" / source).read_bytes()
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content[: int(kept[0])] if kept else content)


def problems_in(folder: Path, today: date, history: HouseHistory) -> list[str]:
    shared, _ = read_shared_content(HERE / "broken" / "content")
    municipality, problems = read_municipality(folder, shared)
    assert municipality is not None
    problems += check(municipality, Circumstances(shared, today, history))
    prefix = "municipalities/testkommune/"
    return [str(problem).removeprefix(prefix) for problem in in_reading_order(problems)]


def value_at(folder: Path, where: str) -> str:
    """The text at `site.yml contact.phone` of a file as read."""
    name, _, path = where.partition(" ")
    value: Any = read_document(folder / name, name).block
    for step in path.split("."):
        value = value[int(step)] if isinstance(value, list) else value[step]
    return str(value)
