"""What the calendars say and how: texts, identity over many builds, hostile input, days off.

That every program reads the times as we mean them is in test_feed_readers.py.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
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
from icalendar import Calendar, Event, vText
from test_recurrence import record_from

from site_generator.feeds.lines import Lines
from site_generator.feeds.series import series
from site_generator.read.source import read_document
from site_generator.resolve.occurrence import COPENHAGEN
from site_generator.schema.choices import Access, Audience, OfferStatus
from site_generator.schema.shared import SignUp
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


SIGN_UP = """
  - id: a
    title: A
    date: 2026-12-12
    time: 10-13
"""
BOTH = "{phone: 00 00 00 12, email: a@eksempel.dk"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("", ["Ring til os: 00 00 00 10"]),
        (
            "sign_up: {phone: 00 00 00 12, closes: 2026-12-10}",
            ["Tilmelding senest 10. december: 00 00 00 12"],
        ),
        (f"sign_up: {BOTH}}}", ["Tilmelding: 00 00 00 12 eller a@eksempel.dk"]),
        (
            f"sign_up: {BOTH}, opens: 2026-12-01, closes: 2026-12-09, note: Skriv barnets alder.}}",
            [
                "Tilmelding fra 1. december og senest 9. december: 00 00 00 12 eller a@eksempel.dk",
                "Skriv barnets alder.",
            ],
        ),
        (
            "sign_up: {closes: 2026-12-10}",
            ["Tilmelding senest 10. december: 00 00 00 10 eller test@eksempel.dk"],
        ),
        (
            "offer: samtale",
            ["Tilmelding: https://www.eksempel.dk/offer", "Ring til os: 00 00 00 10"],
        ),
        ("full: ja", ["Ring til os: 00 00 00 10"]),
        (f"sign_up: {BOTH}}}\n    full: ja", ["Ring til os: 00 00 00 12"]),
        (
            "online: https://www.eksempel.dk/moede",
            ["Deltag på nettet: https://www.eksempel.dk/moede", "Ring til os: 00 00 00 10"],
        ),
        ("cancelled: [{date: 2026-12-12, reason: Syg}]\n    sign_up: {phone: 00 00 00 12}", []),
    ],
)
def test_an_entry_ends_with_what_one_can_do(fields: str, said: list[str]):
    """The activity's own sign-up, before its offer's, before the house's contact. What is full
    invites nobody, and what is cancelled has nobody to ring."""
    house = a_house(f"{SIGN_UP}    {fields}\n")
    offers = [
        offer.model_copy(
            update={
                "id": "samtale",
                "access": Access.SIGN_UP,
                "cost": None,
                "sign_up": record_from(SignUp, "link: https://www.eksempel.dk/offer"),
            }
        )
        for offer in house.municipality.offers[:1]
    ]
    house = replace(house, municipality=replace(house.municipality, offers=tuple(offers)))
    lines = the_event(house)["DESCRIPTION"].replace("\\,", ",").split(r"\n")
    own = [line for line in lines if not line.startswith(("Se, om", "Aflyst", "Alt er optaget"))]
    assert [line for line in own if line != str(offers[0].summary)] == said


def test_what_the_house_closes_is_cancelled_with_its_reason():
    """The day had been announced; whoever has it in a telephone is told, under the same name."""
    events = "  - {id: a, title: Café, weekly: torsdag, from: 2026-11-19, time: 10-12}"
    closed = "house: [{week: {thursday: 9-15}}]\nexceptions: [{date: 2026-11-26, hours: lukket%s}]"
    before = read_with_icalendar(feed_of(a_house(events)))[:2]
    for reason, said in ((", reason: Vandskade", "Lukket: Vandskade"), ("", "Huset har lukket.")):
        now = read_with_icalendar(feed_of(a_house(events, closed % reason)))[:2]
        assert [entry.uid for entry in now] == [entry.uid for entry in before]
        assert [entry.cancelled for entry in now] == [False, True]
        assert now[1].summary == "AFLYST: Café"
        assert now[1].description.split("\n")[0] == f"Aflyst. {said}"
        assert now[1].sequence > before[1].sequence


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("weekly: torsdag\n    weeks: lige", None),
        ("weekly: torsdag\n    weeks: lige\n    until: 2026-12-31", "WEEKLY;INTERVAL=2"),
        ("weekly: torsdag\n    every: 2", "WEEKLY;INTERVAL=2"),
        ("weekly: [tirsdag, torsdag]", "WEEKLY;INTERVAL=1;BYDAY=TU,TH"),
        ("monthly: femte torsdag", "MONTHLY;BYDAY=5TH"),
        ("monthly: første og tredje tirsdag", "MONTHLY;BYDAY=1TU,3TU"),
        ("monthly: den 31.", "MONTHLY;BYMONTHDAY=31"),
        ("monthly: sidste dag", "MONTHLY;BYMONTHDAY=-1"),
        ("monthly: [første tirsdag, den 15.]", None),
    ],
)
def test_a_series_has_a_rule_where_there_is_one(rule: str, expected: str | None):
    """Even weeks over a week 53 have none that telephones read, so each date stands by itself."""
    days = "when_house_is_closed: keep, on_public_holidays: keep".replace(", ", "\n    ")
    events = (
        f"  - id: a\n    title: A\n    from: 2026-11-01\n    time: 10-12\n    {rule}\n    {days}"
    )
    lines = unfolded(feeds_of(a_house(events))["kalender/serie/a.ics"])
    rules = [line for line in lines if line.startswith("RRULE:FREQ=") and "UNTIL" in line]
    assert len(rules) == (expected is not None)
    if expected:
        wanted = {f"FREQ={expected.split(';')[0]}", *expected.split(";")[1:]}
        assert {*rules[0].removeprefix("RRULE:").split(";")} >= wanted


def test_a_whole_day_is_a_day(read: Reader):
    """Wherever one is, and in the series as well."""
    events = "  - {id: a, title: A, weekly: lørdag, from: 2026-11-28, until: 2026-12-12, days: 2, "
    house = a_house(f"{events}time: hele dagen}}")
    wanted = [(date(2026, *day), date(2026, *end)) for day, end in WEEKENDS]
    assert sorted((entry.start, entry.end) for entry in read(feed_of(house))) == wanted
    if read is not read_with_ics:  # which cannot write out a series
        series_of_a = feeds_of(house)["kalender/serie/a.ics"]
        assert sorted((entry.start, entry.end) for entry in read(series_of_a)) == wanted


WEEKENDS = (((11, 28), (11, 30)), ((12, 5), (12, 7)), ((12, 12), (12, 14)))


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


def test_lines_are_what_icalendar_writes():
    """An entry's lines are made once for all calendars it stands in, and only long ones broken:
    the bytes stay those of the library."""
    reason = "Sne; is, slud og æblegrød. " * 9
    change = f'cancelled: [{{date: 2026-12-12, reason: "{reason}"}}]'
    house = a_house(f"{FULL}    {change}")
    for address, content in feeds_of(house).items():
        assert Calendar.from_ical(content).to_ical(sorted=False) == content, address


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


def test_every_calendar_that_somebody_may_subscribe_to_is_there():
    """All audiences, all offers of the file, ended ones too, and the house's own."""
    house = a_house()
    ended = house.municipality.offers[0].model_copy(update={"status": OfferStatus.DEFUNCT})
    municipality = replace(house.municipality, offers=(ended,))
    found = feeds_of(replace(house, municipality=municipality))
    assert set(found) == {
        "kalender/alle.ics",
        "kalender/aendringer.ics",
        f"kalender/{ended.id}.ics",
        *(f"kalender/for/{audience.value.replace('_', '-')}.ics" for audience in Audience),
    }


def test_an_offer_that_has_ended_keeps_its_calendar_and_leads_to_the_whole_one():
    """What is on stands in it as in that of the house; its page is no longer there."""
    house = a_house("  - {id: a, offer: babycafe, time: 10-12, date: 2026-12-03}")
    offers = [offer for offer in house.municipality.offers if offer.id == "babycafe"]
    ended = offers[0].model_copy(update={"status": OfferStatus.INACTIVE})
    municipality = replace(house.municipality, offers=(ended,))
    content = feeds_of(replace(house, municipality=municipality))["kalender/babycafe.ics"]
    assert [entry.start.day for entry in read_with_icalendar(content)] == [3]
    assert f"URL:{BASE_URL}testkommune/kalender/" in unfolded(content)


def test_a_calendar_leads_to_the_page_that_shows_the_same():
    """RFC 7986 5.5: URL is where people read it, SOURCE where programs fetch it."""
    found = feeds_of(
        a_house("  - {id: a, title: A, time: 10-12, date: 2026-12-03, audience: [fathers]}")
    )
    pages = {
        "kalender/alle.ics": "kalender/",
        "kalender/babycafe.ics": "tilbud/babycafe/",
        "kalender/for/fathers.ics": "kalender/for/fathers/",
        "kalender/for/mothers.ics": "kalender/",
        "kalender/aendringer.ics": "find-os/",
        "kalender/serie/a.ics": "kalender/",
    }
    for address, page in pages.items():
        lines = unfolded(found[address])
        assert next(line for line in lines if line.startswith("URL:")) == (
            f"URL:{BASE_URL}testkommune/{page}"
        )
        assert f"SOURCE;VALUE=URI:{BASE_URL}testkommune/{address}" in lines


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
holidays: {public_holidays: lukket}
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


# Lines that stand in many entries


def test_moments_that_are_equal_are_written_in_their_own_time_zones():
    """A line is made once, and Python calls the same moment in two zones equal."""
    moment = datetime(2026, 12, 3, 9, tzinfo=UTC)
    entry = Lines("VEVENT")
    for _ in range(2):
        entry.add("DTSTART", moment)
        entry.add("DTSTART", moment.astimezone(COPENHAGEN))
    in_utc, in_copenhagen = b"DTSTART:20261203T090000Z", b"20261203T100000"
    lines = entry.to_bytes().splitlines()[1:-1]
    assert lines == [in_utc, b"DTSTART;TZID=Europe/Copenhagen:" + in_copenhagen] * 2


def test_lines_are_those_of_icalendar():
    """Text is escaped and folded as text, also where icalendar does not know it to be any."""
    text = "Æble, pære; blå\nø" * 9
    given = {"SUMMARY": text, "SEQUENCE": 1, "CATEGORIES": ("a,b", "c"), "GEO": (55.5, 9.25)}
    own, alone = Lines("VEVENT"), Event()
    for name, value in given.items():
        own.add(name, value)
        alone.add(name, value)
    own.add_text("NAME", text)
    alone.add("NAME", vText(text))
    assert own.to_bytes() == alone.to_ical(sorted=False)


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
