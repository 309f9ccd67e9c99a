"""Calendars and sheets of the staff become activities: each export beside its hand-made answer,
again, and with an edit by hand in between; and what nobody means well."""

from __future__ import annotations

import io
import zipfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest
import recurring_ical_events
import yaml
from building import ROOT
from importing import BY_HAND, TODAY, House, source_of

from site_generator.making.imports.calendars import MOST_EVENTS
from site_generator.making.imports.happening import Read, SourceError
from site_generator.making.imports.rhythm import event_of
from site_generator.making.imports.sources import read_source
from site_generator.problems import has_errors
from site_generator.resolve.occurrence import COPENHAGEN
from site_generator.resolve.recurrence import occurrences
from site_generator.rules import Circumstances, check
from site_generator.schema.event_times import ALL_DAY
from site_generator.write.author_edits import Remove, Set, edited

CASES = {file.stem: file for file in sorted((ROOT / "tests/cases/imports").glob("*.yml"))}
AGAIN = sorted((ROOT / "tests/cases/imports/again").glob("*.yml"))


def load(file: Path) -> Any:
    return yaml.load(file.read_text("utf-8"), yaml.BaseLoader)


@pytest.fixture(params=CASES)
def case(request: pytest.FixtureRequest) -> Any:
    return load(CASES[request.param])


def test_each_export_becomes_its_hand_made_answer(case: Any, tmp_path: Path) -> None:
    house = House(tmp_path)
    coming = house.takes(source_of(case))
    assert house.events == case["events"]
    told = [f"{one.kind}: {one.where}: {one.said}" for one in coming.remarks]
    assert told == case.get("remarks", [])
    read, problems = house.read()
    assert problems == []
    assert not has_errors(check(read, Circumstances(house.shared, TODAY)))


def test_what_was_written_by_hand_is_the_same_bytes(case: Any, tmp_path: Path) -> None:
    house = House(tmp_path)
    house.takes(source_of(case))
    above, _ = BY_HAND.split("\n# Nederst")
    assert house.text.startswith(above)
    assert house.text.endswith("\n# Nederst\n")


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_nothing_comes_twice_and_what_a_person_has_written_stays(
    case: Any, line_end: str, tmp_path: Path
) -> None:
    """In between somebody translates a name, adds a price, a note and a blank line."""
    house = House(tmp_path, BY_HAND.replace("\n", line_end))
    house.takes(source_of(case))
    first = house.events[0]
    own = {"da": "Vores eget navn", "en": "Our own name"}
    house.text = edited(
        house.text,
        [Set(("events", first["id"], "title"), own), Set(("events", first["id"], "cost"), "5 kr.")],
    )
    house.text = house.text.replace("cost: 5 kr.", f"cost: 5 kr.   # husk byttepenge{line_end}")
    before, remembered = house.text, house.last
    coming = house.takes(source_of(case))
    assert (house.text, house.last) == (before, remembered)
    assert coming.come == coming.changed == []


@pytest.mark.parametrize("file", AGAIN, ids=lambda file: file.stem)
def test_a_source_that_has_changed_is_followed_where_no_person_has(
    file: Path, tmp_path: Path
) -> None:
    again = load(file)
    first = load(CASES[again["case"]])
    house = House(tmp_path)
    house.takes(source_of(first))
    for written in again.get("by_hand", ()):
        path = tuple(written.get("set", written.get("remove")))
        edit = Set(path, written["to"]) if "set" in written else Remove(path)
        house.text = edited(house.text, [edit])
    text = first["source"]
    for old, new in again.get("source", ()):
        assert text.count(old) >= 1
        text = text.replace(old, new)
    coming = house.takes(source_of({**first, "source": text}))
    found = [event for event in house.events if event["id"] in again["ids"]]
    assert found == again["events"]
    told = [f"{one.kind}: {one.where}: {one.said}" for one in coming.remarks]
    assert set(again.get("told", ())) <= set(told)
    text_now = house.text
    house.takes(source_of({**first, "source": text}))
    assert house.text == text_now


def test_one_source_says_nothing_of_what_came_from_another(tmp_path: Path) -> None:
    """A house may have a calendar and a sheet; each is asked about its own."""
    calendar, sheet = (load(CASES[name]) for name in ("exchange_published", "csv_outlook_danish"))
    house = House(tmp_path)
    house.takes(source_of(calendar))
    coming = house.takes(source_of(sheet))
    assert [one for one in coming.remarks if one.kind == "question"] == []
    before = calendar["source"]
    text = before.replace("0080000000002", "ny").replace("SUMMARY:Sommerlejr", "SUMMARY:Tur")
    assert text != before
    coming = house.takes(source_of({**calendar, "source": text}))
    asked = [one.said.split("»")[0] for one in coming.remarks if one.kind == "question"]
    assert asked == ["«sommerlejr"]


CALENDARS = {name for name, file in CASES.items() if "BEGIN:VCALENDAR" in file.read_text("utf-8")}


@pytest.mark.parametrize("name", sorted(CALENDARS - {"hostile_calendar"}))
def test_another_reader_of_calendars_finds_the_same_times(name: str, tmp_path: Path) -> None:
    """recurring-ical-events expands the source itself; it shares no code with ours."""
    data = source_of(load(CASES[name]))
    house = House(tmp_path)
    house.takes(data)
    ours = {time for event in house.events for time in times_of(event)}
    taken = {str(event.get("title") or titles(house, event)) for event in house.events}
    assert ours == theirs(data, taken)


FIRST, LAST = date(2026, 12, 1), date(2027, 8, 31)


def titles(house: House, event: Any) -> str:
    read, _ = house.read()
    offer = read.offer(event["offer"])
    assert offer
    return str(offer.title)


def times_of(fields: Any) -> set[Any]:
    kept = {"on_public_holidays": "keep", "when_house_is_closed": "keep", "title": "x"}
    event = event_of({**fields, **kept})
    assert event
    found = occurrences(event, None, FIRST, LAST)
    return {
        (one.date, one.slot.opens, one.slot.closes) for one in found if one.status != "cancelled"
    }


def theirs(data: bytes, taken: set[str]) -> set[Any]:
    calendar = icalendar.Calendar.from_ical(data)
    found = set()
    for event in recurring_ical_events.of(calendar).between(FIRST, LAST + timedelta(1)):
        title = str(event["SUMMARY"])
        if not any(name.split()[0] in title for name in taken) or is_off(event):
            continue
        begins, ends = event["DTSTART"].dt, event["DTEND"].dt
        if not hasattr(begins, "hour"):
            found.add((begins, ALL_DAY.opens, ALL_DAY.closes))
            continue
        local = [one.astimezone(COPENHAGEN) if one.tzinfo else one for one in (begins, ends)]
        found.add((local[0].date(), *(one.time().replace(tzinfo=None) for one in local)))
    return found


def is_off(event: Any) -> bool:
    return "aflyst" in str(event["SUMMARY"]).lower() or event.get("STATUS") == "CANCELLED"


# What nobody means well


def refused(data: bytes) -> str:
    with pytest.raises(SourceError) as fault:
        read_source(data)
    return " ".join(fault.value.args)


def test_a_workbook_that_swells_is_not_opened() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b"0" * (80 * 1024 * 1024))
    assert len(out.getvalue()) < 1024 * 1024
    assert "fylder for meget" in refused(out.getvalue())


def test_a_workbook_that_says_it_is_endless_is_read_where_something_stands() -> None:
    import openpyxl

    book = openpyxl.Workbook()
    sheet: Any = book.active
    for place, value in {"A1": "Navn", "B1": "Dato", "C1": "Tid", "XFD9": "x"}.items():
        sheet[place] = value
    sheet["A2"], sheet["B2"], sheet["C2"] = "Kor", "3.2.2027", "10-11"
    out = io.BytesIO()
    book.save(out)
    assert [one.title for one in read_source(out.getvalue()).happenings] == ["Kor"]
    sheet["A1048576"] = "langt nede"
    out = io.BytesIO()
    book.save(out)
    assert "over 3000 rækker" in refused(out.getvalue())


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "Filen er tom."),
        (b"PK\x03\x04garbage", "Regnearket kan ikke åbnes."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "gammelt regneark"),
        (b"<!doctype html><html>Log in", "en hjemmeside og ingen kalender"),
        (b"a;b;c\n1;2;3\n", "ingen kolonner"),
        (bytes(range(256)) * 40, "ingen kolonner"),
    ],
)
def test_what_is_no_source_is_told(data: bytes, said: str) -> None:
    assert said in refused(data)


def test_a_calendar_has_a_size() -> None:
    event = "BEGIN:VEVENT\nUID:x\nEND:VEVENT\n"
    text = f"BEGIN:VCALENDAR\n{event * (MOST_EVENTS + 1)}END:VCALENDAR\n"
    assert f"plads til {MOST_EVENTS}" in refused(text.encode())


@pytest.mark.parametrize("name", sorted(CALENDARS))
def test_a_calendar_that_breaks_off_anywhere_raises_nothing(name: str) -> None:
    data = source_of(load(CASES[name]))
    for end in range(20, len(data), len(data) // 12):
        assert isinstance(read_source(data[:end]), Read)
