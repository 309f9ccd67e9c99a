"""One account of the hours: for a house on a day, what every medium tells of it.

A case in `cases/told` has `files` (laid over a small house without faults), the day of the build
(`today`), and what is told in each medium that it names; `problems` are all that `check` says.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from building import ROOT
from icalendar import Calendar
from test_cases import HOUSE, lay_out, problems_in

from site_generator.feeds.house_feeds import house_feeds
from site_generator.html.theme import load_theme
from site_generator.making.houses import open_house
from site_generator.print.contents import sheet_of
from site_generator.print.sheets import Rows
from site_generator.read.remembered import NOTHING_KNOWN
from site_generator.records.municipality import read_municipality
from site_generator.records.shared_content import read_shared_content
from site_generator.schema.choices import Paper
from site_generator.told.house import House
from site_generator.views.around.linked_data import office
from site_generator.views.flyers.announcements import announcements
from site_generator.views.hours.find_us import FindUsView, find_us_page

HERE = Path(__file__).parent
CASES = sorted((HERE / "cases" / "told").glob("*.yml"))
FLYER = "flyers:\n  - {id: f, code: f, kind: flyer, paper: [a4], title: Kom ind, sentence: Kom.}\n"

Told = list[str] | list[list[str]]


def house_in(folder: Path, today: date) -> House:
    shared, _ = read_shared_content(HERE / "broken" / "content")
    municipality, _ = read_municipality(folder, shared)
    assert municipality is not None
    theme = load_theme(ROOT / "themes" / "familiehus")
    return open_house(municipality, shared, theme, today, "https://www.eksempel.dk/")


def today_box(house: House) -> Told:
    view = find_us(house).today
    if view is None:
        return []
    closings = [f"{c.title} {c.text}" for c in view.closings if not c.coming]
    said = [(s.label, s.text, s.reason, s.next) for s in view.statuses]
    return [*closings, *(" | ".join(filter(None, part)) for part in said)]


def find_us(house: House) -> FindUsView:
    view = find_us_page(house).view
    assert isinstance(view, FindUsView)
    return view


def script(house: House) -> Told:
    """What the script is given of the coming days, the days that are like no others left out."""
    view = find_us(house).today
    assert view
    return [
        " ".join(str(part) for part in day if part)
        for status in view.statuses
        for day in json.loads(status.days)
        if len(day) > 2
    ]


def tables(house: House) -> Told:
    view = find_us(house)
    at_places = [table for place in view.places for table in place.hours]
    return [
        "; ".join(
            [table.title, *(f"{days} {hours}" for days, hours in table.rows), table.note]
        ).removesuffix("; ")
        for table in (*view.hours, *at_places, *view.phone)
    ]


def other_days(house: House) -> Told:
    return [": ".join(row) for row in find_us(house).special_days]


def paper(house: House) -> Told:
    [flyer] = house.municipality.flyers.flyers
    sheet = sheet_of(house, flyer, Paper.A4)
    notes = [f"{place.address} {place.note}" for place in sheet.places if place.note]
    return [*_rows(sheet.hours), *_rows(sheet.phone_hours), *notes]


def _rows(rows: Rows | None) -> Iterator[str]:
    if rows:
        yield from (f"{row.label} {row.text}" for row in rows.rows)
        yield from filter(None, [rows.note])


def posts(house: House) -> Told:
    """What the posts say of hours and of coming by."""
    words = ("åben", "Kom forbi", "Lukket", "lukket", "Tiderne")
    return [
        f"{post.channel}: {line}"
        for post in announcements(house)
        for paragraph in post.paragraphs
        for line in paragraph
        if any(word in line for word in words)
    ]


def feed(house: House) -> Told:
    [content] = [a.content for a in house_feeds(house) if a.address == "kalender/aendringer.ics"]
    entries = Calendar.from_ical(content).walk("VEVENT")
    return [f"{e['DTSTART'].dt} {e['SUMMARY']}" for e in entries]


def linked(house: House) -> Told:
    data: Any = office(house)
    return [
        " ".join(
            [
                entry.get("validFrom", ""),
                entry.get("validThrough", ""),
                ",".join(day[:2] for day in entry.get("dayOfWeek", [])),
                "-".join(entry[key] for key in ("opens", "closes") if key in entry) or "closed",
            ]
        )
        for place in data.get("location", [data])
        for key in ("openingHoursSpecification", "specialOpeningHoursSpecification")
        for entry in place.get(key, [])
    ]


MEDIA: dict[str, Callable[[House], Told]] = {
    "today_box": today_box,
    "script": script,
    "tables": tables,
    "other_days": other_days,
    "paper": paper,
    "posts": posts,
    "feed": feed,
    "linked": linked,
}


def case_of(file: Path) -> dict[str, Any]:
    case: dict[str, Any] = yaml.safe_load(file.read_text("utf-8"))
    return case


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_case(file: Path, tmp_path: Path) -> None:
    """Each medium of the case says what is written there, and `check` no more than is."""
    case = case_of(file)
    folder = tmp_path / "testkommune"
    lay_out(folder, {**HOUSE, "flyers.yml": FLYER, **case["files"]}, [])
    known = {"title", "today", "files", "problems", "feed_until", *MEDIA}
    assert set(case) <= known
    assert problems_in(folder, case["today"], NOTHING_KNOWN) == case.get("problems", [])
    house = house_in(folder, case["today"])
    told = {name: of(house) for name, of in MEDIA.items() if name in case}
    if "feed_until" in case:
        told["feed"] = [line for line in told["feed"] if str(line) < str(case["feed_until"])]
    assert told == {name: case[name] for name in told}
