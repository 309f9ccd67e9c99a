"""What the calendars say and how: texts, identity over many builds, hostile input, days off.

That every program reads the times as we mean them is in test_feed_readers.py.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from building import TODAY
from feed_houses import BASE_URL, HEAD, a_house, feeds_of
from feed_readers import (
    Entry,
    Reader,
    faults_of,
    read_with_icalendar,
    read_with_ics,
    read_with_vobject,
    reading_with_ical_js,
    unfolded,
)
from icalendar import Calendar

from site_generator.feeds.series import series
from site_generator.read.source import read_document
from site_generator.told.house import House
from site_generator.verify.feeds import fault_of_feed

IN_PYTHON = {"ics": read_with_ics, "icalendar": read_with_icalendar, "vobject": read_with_vobject}
FEED = "kalender/alle.ics"


@pytest.fixture(scope="module")
def ical_js() -> Iterator[Reader]:
    with reading_with_ical_js() as read:
        yield read


@pytest.fixture(params=[*IN_PYTHON, "ical.js"])
def read(request: pytest.FixtureRequest) -> Reader:
    """Each reader in turn."""
    return IN_PYTHON.get(request.param) or request.getfixturevalue("ical_js")


def feed_of(house: House) -> bytes:
    """The calendar of the whole house, which must be sound."""
    content = feeds_of(house)[FEED]
    assert faults_of(content) == []
    assert list(fault_of_feed(content, FEED)) == []
    return content


def the_event(house: House) -> dict[str, str]:
    """The properties of the only entry, as `icalendar` reads them."""
    (event,) = Calendar.from_ical(feed_of(house)).walk("VEVENT")
    return {name: value.to_ical().decode() for name, value in event.items()}


# What an entry says

FULL = """
  - id: fest
    title: Fest
    summary: Tag alle med.
    date: 2026-12-12
    time: 10-13
    audience: [parents, children]
    cost: 20 kr.
    sign_up: {link: https://www.eksempel.dk/fest}
    updated: 2026-11-20
"""


def test_an_entry_says_all_one_needs_to_know():
    """Where, what it costs, how to sign up, whom to call; UTC; stamps from the YAML alone."""
    event = the_event(a_house(FULL))
    assert event["UID"] == "fest-20261212@testkommune.familiehus"
    assert event["DTSTART"] == "20261212T090000Z"
    assert event["DTEND"] == "20261212T120000Z"
    assert event["DTSTAMP"] == event["LAST-MODIFIED"] == "20261120T000000Z"
    assert event["SUMMARY"] == "Fest"
    assert event["LOCATION"] == r"Testhuset\, Prøvevej 2\, 0000 Testby"
    assert event["CATEGORIES"] == "Alle forældre,Børn"
    assert (event["STATUS"], event["TRANSP"], event["CLASS"]) == ("CONFIRMED", "OPAQUE", "PUBLIC")
    assert event["URL"] == f"{BASE_URL}testkommune/kalender/2026-12/#fest-20261212"
    assert event["DESCRIPTION"].split(r"\n") == [
        "Tag alle med.",
        "Pris: 20 kr.",
        "Tilmelding: https://www.eksempel.dk/fest",
        "Ring til os: 00 00 00 10",
        f"Se\\, om det er ændret: {BASE_URL}testkommune/kalender/",
    ]


def test_a_cancelled_entry_says_so_first():
    """Some programs show no status, so the title says it; nobody is busy then."""
    event = the_event(a_house(f"{FULL}    cancelled: [{{date: 2026-12-12, reason: Sygdom}}]"))
    assert (event["SUMMARY"], event["STATUS"]) == ("AFLYST: Fest", "CANCELLED")
    assert event["TRANSP"] == "TRANSPARENT"
    assert event["DESCRIPTION"].startswith(r"Aflyst. Sygdom\n")


@pytest.mark.parametrize(
    ("to", "said"),
    [
        ("2026-12-14, time: 9-10", r"Flyttet fra lørdag 12. december. Regn.\n"),
        ("2026-12-12, time: 9-10", r"Flyttet. Regn.\n"),
    ],
)
def test_a_moved_entry_says_from_when_and_why(to: str, said: str):
    """Also where only the hour is another."""
    event = the_event(a_house(f"{FULL}    moved: [{{date: 2026-12-12, to: {to}, reason: Regn}}]"))
    assert event["UID"] == "fest-20261212@testkommune.familiehus"
    assert event["DESCRIPTION"].startswith(said)
    assert event["DTSTART"].endswith("T080000Z")


def test_without_an_address_there_are_no_links_to_it():
    """A preview doesn't know where the site will be."""
    event = the_event(a_house(FULL, base_url=""))
    assert "URL" not in event
    assert "ændret" not in event["DESCRIPTION"]


def test_a_series_leads_to_the_calendar_and_its_changes_to_their_own_place():
    """The address of the first time would stand in every later one."""
    events = "  - {id: a, title: A, weekly: torsdag, from: 2026-11-26, time: 10-12, "
    house = a_house(events + "cancelled: [{date: 2026-12-03, reason: Syg}]}")
    lines = unfolded(feeds_of(house)["kalender/serie/a.ics"])
    of_calendar, *of_entries = [line for line in lines if line.startswith("URL:")]
    calendar = f"URL:{BASE_URL}testkommune/kalender/"
    assert of_calendar == calendar
    assert of_entries == [calendar, f"{calendar}2026-12/#a-20261203"]


def test_the_window_is_a_month_back_and_a_year_ahead():
    """Counted from the day of the build and from nothing else."""
    days = [TODAY + timedelta(days) for days in (-31, -30, 0, 365, 366)]
    listed = ", ".join(map(str, days))
    events = f"  - {{id: a, title: A, time: 10-12, dates: [{listed}], when_house_is_closed: keep}}"
    found = read_with_icalendar(feed_of(a_house(events)))
    assert [entry.start.date() for entry in found] == days[1:4]


def test_a_nights_hours_are_right_when_the_clocks_change(read: Reader):
    """From half past one to half past three: one hour in March, three in October."""
    events = "  - {id: a, title: A, time: 1.30-3.30, dates: [2026-03-29, 2026-10-25]}"
    found = sorted(read(feed_of(a_house(events, today=date(2026, 3, 20)))))
    assert [(entry.start, entry.end) for entry in found] == [
        (datetime(2026, 3, 29, 0, 30, tzinfo=UTC), datetime(2026, 3, 29, 1, 30, tzinfo=UTC)),
        (datetime(2026, 10, 24, 23, 30, tzinfo=UTC), datetime(2026, 10, 25, 2, 30, tzinfo=UTC)),
    ]


# The same entry over many builds

# What stands in events.yml on the days of four builds, for the meeting of 3 December.
PLANNED, CANCELLED = "", "cancelled: [{date: 2026-12-03, reason: Syg%s}]"
MOVED, AGAIN = (
    "moved: [{date: 2026-12-03, to: 2026-12-04%s}]",
    "moved: [{date: 2026-12-03, to: 2026-12-08%s}]",
)


def on(day: str) -> str:
    return f", updated: {day}" if day else ""


FOUR_BUILDS = {
    "each on its own day": [
        PLANNED,
        MOVED % on("2026-11-10"),
        CANCELLED % on("2026-11-11"),
        AGAIN % on("2026-11-12"),
    ],
    "cancelled as moved": [
        PLANNED,
        MOVED % on("2026-11-10"),
        f"{MOVED % on('2026-11-10')}\n    {CANCELLED.replace('03', '04') % on('2026-11-11')}",
        AGAIN % on("2026-11-12"),
    ],
    "all on one day": [
        PLANNED,
        MOVED % on("2026-11-10"),
        CANCELLED % on("2026-11-10"),
        f"{AGAIN % on('2026-11-10')}\n    updated: 2026-11-10",
    ],
    "taken back on the same day": [
        "updated: 2026-11-01",
        f"{MOVED % on('2026-11-10')}\n    updated: 2026-11-01",
        f"{CANCELLED % on('2026-11-10')}\n    updated: 2026-11-01",
        "updated: 2026-11-10",
    ],
    "dates left out until it goes back": [
        PLANNED,
        MOVED % "",
        CANCELLED % "",
        AGAIN % on("2026-11-10"),
    ],
}


@pytest.mark.parametrize("builds", FOUR_BUILDS.values(), ids=FOUR_BUILDS)
def test_one_entry_stays_one_entry(read: Reader, builds: Sequence[str]):
    """A program that keeps what it knows by UID and takes only what is newer ends up right."""
    known: dict[str, Entry] = {}
    for day, change in enumerate(builds):
        events = "  - id: a\n    title: A\n    time: 10-12\n    date: 2026-12-03\n"
        house = a_house(f"{events}    {change}", today=date(2026, 11, 10 + day))
        for entry in read(feed_of(house)):
            before = known.get(entry.uid)
            assert before is None or entry.sequence > before.sequence
            known[entry.uid] = entry
    (left,) = known.values()
    last = read(feed_of(house))
    assert [left] == last
    assert not left.cancelled


def test_an_unchanged_activity_is_the_same_in_every_build():
    """Byte for byte, whatever the day: only what changed is new to a calendar."""
    events = "  - {id: a, title: A, time: 10-12, weekly: torsdag, from: 2026-11-01}"

    def entries(today: date) -> set[bytes]:
        content = feed_of(a_house(events, today=today))
        return {entry for entry in content.split(b"BEGIN:VEVENT") if b"a-202612" in entry}

    assert entries(date(2026, 11, 1)) == entries(date(2026, 11, 22)) != set()


# Hostile texts

HOSTILE = read_document(
    Path(__file__).parent / "cases" / "feeds" / "hostile.yml", "hostile.yml"
).block


def hostile_texts() -> dict[str, str]:
    texts = {str(name): json.loads(str(text)) for name, text in HOSTILE.items()}
    return texts | {"10,000 characters": "Ærlige øller; å, " * 588 + "1234"}


TEXTS = hostile_texts()


@pytest.mark.parametrize("name", TEXTS)
def test_every_text_arrives_whole(read: Reader, name: str):
    """Title, place and reason as they were written; nothing of them becomes an entry."""
    text = TEXTS[name]
    if read is read_with_ics and "\\n" in text:
        pytest.xfail("ics 0.7.3 undoes escapes in the wrong order: «\\n» becomes a new line")
    written = json.dumps(text, ensure_ascii=False)
    house = a_house(
        f"""
  - id: a
    title: {written}
    summary: {written}
    venue: {written}
    time: 10-12
    date: 2026-12-03
    cancelled: [{{date: 2026-12-03, reason: {written}}}]
""",
        name=" ".join(text.split())[:300],
    )
    shown = text.replace("\r\n", "\n")
    (entry,) = read(feed_of(house))
    assert entry.summary == f"AFLYST: {shown}"
    assert entry.location == shown
    assert entry.description.startswith(f"Aflyst. {shown}".rstrip())
    assert entry.cancelled
    for content in feeds_of(house).values():
        assert faults_of(content) == []
        read(content)


@pytest.mark.parametrize("name", TEXTS)
def test_the_name_of_a_calendar_is_escaped(name: str):
    """RFC 5545, 3.3.11, in all places where programs look for the name; a house's has one line."""
    own_name = " ".join(TEXTS[name].split())[:300]
    lines = unfolded(feed_of(a_house(FULL, name=own_name)))
    assert f"NAME:{escaped(own_name)}" in lines
    assert f"X-WR-CALNAME:{escaped(own_name)}" in lines
    written = json.dumps(TEXTS[name], ensure_ascii=False)
    house = a_house(f"  - {{id: a, title: {written}, date: 2026-12-03, time: 9-10}}")
    lines = unfolded(feeds_of(house)["kalender/serie/a.ics"])
    title = TEXTS[name].replace("\r\n", "\n")
    assert f"NAME:{escaped(f'{title}, {house.municipality.site.name}')}" in lines


def escaped(text: str) -> str:
    for character in "\\;,":
        text = text.replace(character, f"\\{character}")
    return text.replace("\n", "\\n")


# The calendar as a whole


@pytest.mark.parametrize("base_url", [BASE_URL, ""])
def test_an_empty_calendar_is_a_calendar(read: Reader, base_url: str):
    """Nothing is on: programs that subscribe must get no error."""
    for content in feeds_of(a_house(base_url=base_url)).values():
        assert faults_of(content) == []
        assert read(content) == []


def test_a_calendar_stays_when_nothing_is_on_any_more():
    """Whoever subscribed to what is on for fathers must not meet a page that isn't there."""
    events = "  - {id: a, title: A, time: 10-12, date: 2026-09-03, audience: [fathers]}"
    house = a_house(events)
    assert house.occurrences == ()
    assert read_with_icalendar(feeds_of(house)["kalender/for/fathers.ics"]) == []


def test_a_calendar_says_when_to_come_again():
    """RFC 7986 wants the type of both; Outlook reads a name of its own."""
    lines = unfolded(feed_of(a_house(FULL)))
    address = f"{BASE_URL}testkommune/{FEED}"
    for line in (
        "VERSION:2.0",
        "CALSCALE:GREGORIAN",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        "X-PUBLISHED-TTL:PT6H",
        f"SOURCE;VALUE=URI:{address}",
        "X-WR-TIMEZONE:Europe/Copenhagen",
        "TZID:Europe/Copenhagen",
    ):
        assert lines.count(line) == 1, line
    assert not any(line.startswith("METHOD") for line in lines)
    assert any(re.fullmatch(r"COLOR:[a-z]+", line) for line in lines)


def test_entries_stand_in_order_of_time():
    """Whatever the order in the file, so that a change shows as one change."""
    one = "  - {id: b, title: B, time: 10-12, dates: [2026-12-03, 2026-12-01]}\n"
    other = "  - {id: a, title: A, time: 9-10, dates: [2026-12-03, 2026-12-02]}\n"
    content = feed_of(a_house(one + other))
    assert content == feed_of(a_house(other + one))
    starts = re.findall(rb"DTSTART:(\d{8}T\d{6}Z)", content)
    assert starts == sorted(starts)
    assert len(starts) == 4


# Days off

OPEN_EVERY_DAY = """
house:
  - week: {monday: 9-15, tuesday: 9-15, wednesday: 9-15, thursday: 9-15, friday: 9-15,
           saturday: 9-15, sunday: 9-15}
phone:
  - week: {monday: 9-10, thursday: 9-10}
exceptions:
  - {from: 2026-12-21, to: 2026-12-23, hours: lukket, reason: Juleferie}
  - {date: 2027-01-14, hours: 12-15, applies_to: house}
"""


def test_days_off_are_whole_days_that_end_the_day_after(read: Reader):
    """RFC 5545, 3.6.1. Not one day early, as midnight in Denmark is in UTC."""
    content = feeds_of(a_house(hours=OPEN_EVERY_DAY))["kalender/aendringer.ics"]
    assert faults_of(content) == []
    assert content.count(b"DTSTART;VALUE=DATE:") == content.count(b"BEGIN:VEVENT")
    assert content.count(b"DTEND;VALUE=DATE:") == content.count(b"BEGIN:VEVENT")
    first, last = date(2026, 12, 20), date(2027, 1, 31)
    near = (entry for entry in read(content) if first <= entry.start <= last)
    found = sorted((entry.start, entry.end, entry.summary) for entry in near)
    house = [entry for entry in found if entry[2].startswith("Testhuset")]
    assert [(start.day, end.day, summary) for start, end, summary in house] == [
        (21, 22, "Testhuset: Lukket (Juleferie)"),
        (22, 23, "Testhuset: Lukket (Juleferie)"),
        (23, 24, "Testhuset: Lukket (Juleferie)"),
        (24, 25, "Testhuset: Lukket (Juleaftensdag)"),
        (25, 26, "Testhuset: Lukket (Juledag)"),
        (26, 27, "Testhuset: Lukket (Anden juledag)"),
        (31, 1, "Testhuset: Lukket (Nytårsaftensdag)"),
        (1, 2, "Testhuset: Lukket (Nytårsdag)"),
        (14, 15, "Testhuset: Kl. 12–15"),
    ]
    phone = [(start.day, summary) for start, _, summary in found if summary.startswith("Telefonen")]
    assert phone == [
        (21, "Telefonen: Lukket (Juleferie)"),
        (24, "Telefonen: Lukket (Juleaftensdag)"),
        (31, "Telefonen: Lukket (Nytårsaftensdag)"),
    ]


# Reading back


def test_a_broken_calendar_is_a_problem_and_never_a_crash():
    """`familiehus verify` must tell of a file whose bytes went wrong, whatever went wrong."""
    events = (
        "  - {id: a, title: A, weekly: torsdag, from: 2026-11-26, until: 2026-12-10, time: 10-12}"
    )
    house = a_house(events)
    sound = series(house, HEAD, house.municipality.events.events[0])
    assert list(fault_of_feed(sound, FEED)) == []
    dice, told = random.Random(1), 0
    for _ in range(80):
        content = bytearray(sound)
        at = dice.randrange(len(content))
        content[at : at + dice.randrange(30)] = dice.choice([b"\0", b"\r\n", b"", b";", b"\xff"])
        told += bool(list(fault_of_feed(bytes(content), FEED)))
    assert told > 40
    for content in (b"", b"\r\n", b"hej", sound + sound):
        assert list(fault_of_feed(content, FEED)) != []
