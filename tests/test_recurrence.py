"""When an activity takes place: every case in cases/recurrence, and what cases cannot say."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from dateutil.rrule import MONTHLY, WEEKLY, rrule, weekday

from site_generator.read.source import parse_document, read_document
from site_generator.records.validate import validate
from site_generator.resolve.recurrence import MAX_OCCURRENCES, Occurrence, occurrences, rule_dates
from site_generator.resolve.statements import EARLIEST, LATEST
from site_generator.schema.events import Event
from site_generator.schema.opening_hours import OpeningHoursFile
from site_generator.schema.record import Record
from site_generator.schema.times import WEEKDAYS_DA, Slot, parse_date

CASES = sorted((Path(__file__).parent / "cases" / "recurrence").glob("*.yml"))
NTH_DA = {1: "første", 2: "anden", 3: "tredje", 4: "fjerde", -1: "sidste"}
EVERY_DAY = "on_public_holidays: keep\nwhen_house_is_closed: keep"
R = TypeVar("R", bound=Record)


def record_from(model: type[R], text: str) -> R:
    document = parse_document(text, "a file")
    record, problems = validate(model, document.block)
    assert record is not None
    assert [str(problem) for problem in [*document.problems, *problems]] == []
    return record


def an_event(text: str) -> Event:
    """An event from 10 to 12, of which only what the test is about is written."""
    return record_from(Event, f"id: legestue\ntime: 10-12\n{text}")


def in_words(occurrence: Occurrence) -> str:
    """`torsdag 2. april 2026 10-12, aflyst (Sygdom)`, and so on for each status."""
    slot = occurrence.slot
    hours = f"{clock(slot.opens)}-{clock(slot.closes)}"
    words = f"{day_in_words(occurrence.date)} {'hele dagen' if occurrence.all_day else hours}"
    if occurrence.event.days > 1:
        words += f" (slutter {occurrence.ends_at():%d.%m. %H.%M})"
    if occurrence.place:
        words += f" i {occurrence.place}"
    if occurrence.date != occurrence.original_date:
        words += f", flyttet fra {day_in_words(occurrence.original_date)}"
    elif occurrence.status == "moved":
        words += ", flyttet samme dag"
    words += {"cancelled": ", aflyst", "added": ", ekstra"}.get(occurrence.status, "")
    words += f", nummer {occurrence.number}" if occurrence.number > 1 else ""
    words += ", da huset er lukket" if occurrence.house_closed else ""
    return f"{words} ({occurrence.reason})" if occurrence.reason else words


def day_in_words(day: date) -> str:
    months = "januar februar marts april maj juni juli august september oktober november december"
    return f"{WEEKDAYS_DA[day.weekday()]} {day.day}. {months.split()[day.month - 1]} {day.year}"


def clock(moment: time) -> str:
    return f"{moment.hour}.{moment.minute:02}" if moment.minute else f"{moment.hour}"


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_case(file: Path) -> None:
    """The occurrences of a case, in order, are as written."""
    document = read_document(file, file.name)
    assert document.problems == []
    case = document.block
    event = record_from(Event, case["event"])
    hours_text = case.get("opening_hours")
    hours = record_from(OpeningHoursFile, hours_text) if hours_text else None
    found = occurrences(event, hours, parse_date(case["from"]), parse_date(case["to"]))
    assert [in_words(one) for one in found] == case.get("occurrences", [])


@pytest.mark.parametrize(
    ("day", "starts", "ends"),
    [
        ("2026-03-28", "09:00", "11:00"),
        ("2026-03-29", "08:00", "10:00"),
        ("2026-10-24", "08:00", "10:00"),
        ("2026-10-25", "09:00", "11:00"),
        ("2027-03-27", "09:00", "11:00"),
        ("2027-03-28", "08:00", "10:00"),
    ],
)
def test_clock_changes(day: str, starts: str, ends: str) -> None:
    """Ten to twelve in Denmark, both sides of each change of the clocks, in UTC."""
    (one,) = occurrences(an_event(f"date: {day}"), None, EARLIEST, LATEST)
    expected = [datetime.fromisoformat(f"{day}T{at}:00+00:00") for at in (starts, ends)]
    assert [one.starts_at().astimezone(UTC), one.ends_at().astimezone(UTC)] == expected
    assert one.starts_at().time() == time(10)


def test_key_is_event_and_original_date() -> None:
    """Calendars know an occurrence by its key, so it must not change when it moves."""
    event = an_event("date: 2026-09-03\nmoved:\n  - {date: 2026-09-03, to: 2026-09-10}")
    (one,) = occurrences(event, None, EARLIEST, LATEST)
    assert (one.key, one.date) == ("legestue-20260903", date(2026, 9, 10))


def test_updated_is_the_latest_change() -> None:
    """Of the event, the move and the cancellation; an untouched occurrence has the event's."""
    event = an_event(
        """
dates: [2026-09-03, 2026-09-10, 2026-09-17]
updated: 2026-08-01
moved:
  - {date: 2026-09-03, to: 2026-09-04, updated: 2026-08-20}
  - {date: 2026-09-10, to: 2026-09-11, updated: 2026-07-01}
cancelled:
  - {date: 2026-09-03, reason: Sygdom, updated: 2026-08-25}
"""
    )
    found = occurrences(event, None, EARLIEST, LATEST)
    assert [one.updated for one in found] == [
        date(2026, 8, 25),
        date(2026, 8, 1),
        date(2026, 8, 1),
    ]
    (untouched,) = occurrences(an_event("date: 2026-09-03"), None, EARLIEST, LATEST)
    assert untouched.updated is None


def test_reason_is_kept_in_all_languages() -> None:
    event = an_event(
        "date: 2026-09-03\ncancelled:\n  - {date: 2026-09-03, reason: {da: Sygdom, en: Illness}}"
    )
    (one,) = occurrences(event, None, EARLIEST, LATEST)
    assert one.reason == "Sygdom"
    assert one.reason_text is not None
    assert one.reason_text.by_language["en"] == "Illness"
    assert len({one, *occurrences(event, None, EARLIEST, LATEST)}) == 1


def test_rule_dates_tell_what_can_be_skipped_cancelled_or_moved() -> None:
    """Skipped dates and days off are dates of the rule; other weekdays and added days are not."""
    event = an_event(
        """
weekly: torsdag
from: 2026-03-19
until: 2026-04-16
skip: [{date: 2026-03-26}]
add: [{date: 2026-03-20}]
"""
    )
    dates = rule_dates(event, None, EARLIEST, LATEST)
    assert dates == tuple(date(2026, 3, 19) + timedelta(7 * n) for n in range(5))
    assert rule_dates(event, None, date(2026, 3, 26), date(2026, 3, 26)) == (date(2026, 3, 26),)
    assert rule_dates(event, None, date(2026, 3, 27), date(2026, 3, 27)) == ()


def test_rule_dates_of_a_course_end_with_the_last_meeting() -> None:
    """Three meetings and a skipped one are four dates of the rule, however far one looks."""
    event = an_event("weekly: torsdag\nfrom: 2026-08-20\nmeetings: 3\nskip: [{date: 2026-08-27}]")
    dates = rule_dates(event, None, EARLIEST, LATEST)
    assert dates[0] == date(2026, 8, 20)
    assert dates[-1] == date(2026, 9, 10)
    assert len(dates) == 4
    assert rule_dates(event, None, date(2026, 9, 17), date(2026, 9, 17)) == ()


def test_endless_series_end() -> None:
    """A series without end, a house that never opens again, and a number nobody means."""
    weekly = an_event(f"weekly: torsdag\nfrom: 2026-01-01\n{EVERY_DAY}")
    assert len(occurrences(weekly, None, EARLIEST, LATEST)) == MAX_OCCURRENCES
    many = an_event("weekly: torsdag\nfrom: 2001-01-01\nmeetings: 10000")
    assert len(occurrences(many, None, EARLIEST, LATEST)) < MAX_OCCURRENCES
    assert len(rule_dates(many, None, EARLIEST, LATEST)) == MAX_OCCURRENCES
    closed = record_from(
        OpeningHoursFile, "temporarily_closed: {from: 2026-01-01, reason: Vandskade}"
    )
    course = an_event("weekly: torsdag\nfrom: 2026-01-01\nmeetings: 6\non_public_holidays: keep")
    told = occurrences(course, closed, EARLIEST, LATEST)
    assert [one.date for one in told] == [date(2026, 1, 1) + timedelta(7 * n) for n in range(6)]
    assert {one.status for one in told} == {"cancelled"}
    listed = ", ".join(str(EARLIEST + timedelta(n)) for n in range(MAX_OCCURRENCES + 9))
    assert len(occurrences(an_event(f"dates: [{listed}]"), None, EARLIEST, LATEST)) == 2000
    assert occurrences(an_event("weekly: torsdag\nevery: 10000"), None, EARLIEST, LATEST)


def test_windows_agree() -> None:
    """What one long window holds, its single days hold too, moved ones on their new day."""
    event = an_event(
        """
weekly: torsdag
every: 2
from: 2026-01-08
meetings: 20
skip: [{from: 2026-02-01, to: 2026-02-28}]
add: [{date: 2026-03-13}]
cancelled: [{date: 2026-03-19, reason: Sygdom}]
moved: [{date: 2026-04-30, to: 2026-06-01}, {date: 2026-07-23, to: 2026-03-02}]
"""
    )
    first, last = date(2026, 1, 1), date(2026, 12, 31)
    whole = occurrences(event, None, first, last)
    every = [first + timedelta(n) for n in range(365)]
    assert tuple(one for day in every for one in occurrences(event, None, day, day)) == whole
    assert sum(one.status == "moved" for one in whole) == 2


def a_random_rule(dice: random.Random) -> tuple[str, rrule]:
    """A rule as an author writes it, and as dateutil sees it, without any of our code."""
    start, day = date(2026, 1, 1) + timedelta(dice.randrange(365)), dice.randrange(7)
    ends = {"until": start + timedelta(dice.randrange(1100)), "meetings": dice.randint(1, 40)}
    lines = [f"from: {start}"]
    limits: dict[str, object] = {}
    if dice.random() < 0.7:
        lines.append(f"until: {ends['until']}")
        limits["until"] = datetime.combine(ends["until"], time())
    else:
        lines.append(f"meetings: {ends['meetings']}")
        limits["count"] = ends["meetings"]
    if dice.random() < 0.5:
        every = dice.randint(1, 6)
        lines += [f"weekly: {WEEKDAYS_DA[day]}", f"every: {every}"]
        first = rrule(WEEKLY, dtstart=datetime.combine(start, time()), byweekday=day, count=1)[0]
        return "\n".join(lines), rrule(WEEKLY, dtstart=first, interval=every, **limits)
    nth = dice.choice(list(NTH_DA))
    lines.append(f"monthly: {NTH_DA[nth]} {WEEKDAYS_DA[day]}")
    begin = datetime.combine(start, time())
    return "\n".join(lines), rrule(MONTHLY, dtstart=begin, byweekday=weekday(day, nth), **limits)


@pytest.mark.parametrize("seed", range(300))
def test_rules_agree_with_dateutil(seed: int) -> None:
    """Random weekly and monthly rules over three years, seen through random windows."""
    dice = random.Random(seed)
    text, rule = a_random_rule(dice)
    event = an_event(f"{text}\n{EVERY_DAY}")
    first = date(2026, 1, 1) + timedelta(dice.randrange(-100, 1000))
    last = first + timedelta(dice.randrange(400))
    expected = [day.date() for day in rule if first <= day.date() <= last]
    assert [one.date for one in occurrences(event, None, first, last)] == expected
    assert list(rule_dates(event, None, first, last)) == expected


def test_order_is_by_time() -> None:
    """Two on one day stand as they come; a moved one stands where it has moved to."""
    event = an_event(
        """
dates: [2026-09-03, 2026-09-10]
moved: [{date: 2026-09-10, to: 2026-09-03, time: 8-9}]
"""
    )
    found = occurrences(event, None, EARLIEST, LATEST)
    assert [one.slot for one in found] == [Slot(time(8), time(9)), Slot(time(10), time(12))]


def test_contradictions_never_crash() -> None:
    """The rules report them; here they only may not bring down a preview."""
    event = an_event(
        """
weekly: torsdag
from: 2026-09-30
until: 2026-09-01
skip: [{from: 2026-09-30, to: 2026-09-01}, {to: 2026-09-01}]
cancelled: [{date: 2026-09-02, reason: Findes ikke}]
moved: [{date: 2026-09-02, to: 2026-09-03}]
"""
    )
    assert occurrences(event, None, EARLIEST, LATEST) == ()
    assert occurrences(an_event("meetings: 3"), None, EARLIEST, LATEST) == ()
    assert occurrences(an_event("date: 2026-09-01"), None, LATEST, EARLIEST) == ()
