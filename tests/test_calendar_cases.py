"""What families find in their calendars: every case in cases/calendars, from author files to bytes.

A case has `files` (laid over the small house of test_cases.py), the `today` of the build, and the
`entries` of some feeds, each as `begin - end  key  summary` with what its text says behind it, as
far as it stands between what the activity is and where to look for changes.
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import yaml
from building import ROOT
from feed_readers import Entry, faults_of, read_with_icalendar
from test_cases import HOUSE, lay_out

from site_generator.feeds.house_feeds import house_feeds
from site_generator.html.theme import load_theme
from site_generator.making.houses import open_house
from site_generator.problems import has_errors
from site_generator.records.municipality import read_municipality
from site_generator.records.shared_content import read_shared_content
from site_generator.rules import Circumstances, check
from site_generator.told.house import House

HERE = Path(__file__).parent
CASES = sorted((HERE / "cases" / "calendars").glob("*.yml"))
DENMARK = ZoneInfo("Europe/Copenhagen")


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_case(file: Path, tmp_path: Path) -> None:
    """Every feed of a case holds just the entries that are written there."""
    case = yaml.safe_load(file.read_text("utf-8"))
    found = {feed.address: feed.content for feed in house_feeds(house_of(case, tmp_path))}
    for address, entries in case["entries"].items():
        assert faults_of(found[address]) == []
        read = sorted(
            read_with_icalendar(found[address]), key=lambda entry: (entry.start, entry.uid)
        )
        assert [in_words(entry) for entry in read] == entries, address


def house_of(case: dict[str, Any], folder: Path) -> House:
    """The house of a case on its day; an editor would not have been stopped."""
    lay_out(folder / "testkommune", {**HOUSE, **case["files"]}, [])
    shared, _ = read_shared_content(HERE / "broken" / "content")
    municipality, problems = read_municipality(folder / "testkommune", shared)
    assert municipality is not None
    today: date = case["today"]
    problems += check(municipality, Circumstances(shared=shared, today=today))
    assert not has_errors(problems), [str(problem) for problem in problems]
    return open_house(municipality, shared, load_theme(ROOT / "themes" / "familiehus"), today, "")


def in_words(entry: Entry) -> str:
    words = f"{moment(entry.start)} - {moment(entry.end)}  {entry.uid.partition('@')[0]}"
    return f"{words}  {' | '.join([entry.summary, *entry.description.splitlines()])}"


def moment(at: date) -> str:
    if isinstance(at, datetime):
        return f"{at.astimezone(DENMARK):%Y-%m-%d %H.%M}"
    return f"{at:%Y-%m-%d}"
