"""Every time in every calendar is the one computed from the YAML, whoever reads it.

Activities are made by hypothesis: every kind of rule with every kind of change, among random days
off, on random days of three years. A calendar holds thirteen months, so both changes of the
clocks are in each of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, timedelta

import pytest
from feed_houses import HEAD, a_house
from feed_readers import (
    Entry,
    Reader,
    faults_of,
    read_with_icalendar,
    read_with_ics,
    read_with_vobject,
    reading_with_ical_js,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_recurrence import NTH_DA, an_event

from site_generator.feeds.series import series
from site_generator.feeds.subscription import subscription
from site_generator.resolve.recurrence import Occurrence, rule_dates
from site_generator.schema.times import WEEKDAYS_DA
from site_generator.told.house import DAYS_AHEAD, DAYS_BACK, House


@pytest.fixture(scope="module")
def ical_js() -> Iterator[Reader]:
    with reading_with_ical_js() as read:
        yield read


# Activities as authors write them


@st.composite
def clocks(draw: st.DrawFn) -> str:
    """Some hours on the quarter, `9.15-11.00`; now and then a night."""
    if draw(st.integers(0, 5)) == 0:
        return draw(st.sampled_from(["18-24", "19.30-9.00", "22.15-1.45"]))
    first = draw(st.integers(5 * 4, 21 * 4))
    last = first + draw(st.integers(1, 10))
    return "-".join(f"{quarter // 4}.{quarter % 4 * 15:02}" for quarter in (first, last))


@st.composite
def weekly_rules(draw: st.DrawFn) -> list[str]:
    """One weekday or several, every week, every n weeks, or in some weeks by their numbers."""
    days = draw(st.lists(st.sampled_from(WEEKDAYS_DA), min_size=1, max_size=3, unique=True))
    weeks = st.sampled_from(["lige", "ulige", "uge 45-10, 20", "7"])
    if draw(st.booleans()):
        return [f"weekly: [{', '.join(days)}]", f"weeks: {draw(weeks)}"]
    if draw(st.booleans()):
        return [f"weekly: {days[0]}", f"every: {draw(st.integers(1, 4))}"]
    return [f"weekly: {' og '.join(days)}", f"every: {draw(st.integers(1, 3))}"]


@st.composite
def monthly_rules(draw: st.DrawFn) -> list[str]:
    """A weekday of the month, its number, or two of them."""
    nth = st.sampled_from([*NTH_DA.values(), "femte"])
    named = st.builds("{} {}".format, nth, st.sampled_from(WEEKDAYS_DA))
    numbered = st.integers(1, 31).map("den {}.".format)
    several = st.lists(st.one_of(named, numbered), min_size=1, max_size=2, unique=True)
    return [f"monthly: [{', '.join(draw(st.one_of(several, st.tuples(named))))}]"]


@st.composite
def rules(draw: st.DrawFn, today: date) -> str:
    """When an activity is, near the day of the build."""
    near = st.integers(-60, 380).map(lambda days: today + timedelta(days))
    kind = draw(st.sampled_from(["weekly", "monthly", "weekly", "monthly", "dates", "date"]))
    if kind == "date":
        return f"date: {draw(near)}"
    if kind == "dates":
        listed = draw(st.lists(near, min_size=1, max_size=6, unique=True))
        return f"dates: [{', '.join(map(str, sorted(listed)))}]"
    first = today + timedelta(draw(st.integers(-420, 200)))
    lines = [f"from: {first}"]
    lines += draw(weekly_rules() if kind == "weekly" else monthly_rules())
    ends = draw(st.sampled_from(["never", "until", "meetings"]))
    if ends == "until":
        lines.append(f"until: {first + timedelta(draw(st.integers(60, 500)))}")
    if ends == "meetings":
        lines.append(f"meetings: {draw(st.integers(3, 40))}")
    return "\n".join(lines)


@st.composite
def changes(draw: st.DrawFn, rule: str, today: date) -> str:
    """Skipped, added, cancelled and moved days, mostly such as the activity has."""
    window = today - timedelta(DAYS_BACK + 20), today + timedelta(DAYS_AHEAD + 20)
    any_day = st.dates(*window)
    dates = rule_dates(an_event(rule), None, *window)
    own = st.sampled_from(dates) if dates else any_day
    day = st.one_of(own, own, own, any_day)
    changed_on = st.sampled_from(["", f", updated: {today - timedelta(3)}", f", updated: {today}"])
    other_time = st.one_of(st.just(""), clocks().map(lambda hours: f", time: {hours}"))
    place = st.sampled_from(["", ", place: hus"])
    distance = st.one_of(st.integers(-3, 3), st.integers(-60, 60))
    made = {
        "skip": st.builds(
            lambda d, days: f"from: {d}, to: {d + timedelta(days)}", day, st.integers(0, 9)
        ),
        "add": st.builds("date: {}{}".format, day, other_time),
        "cancelled": st.builds("date: {}, reason: Sygdom{}".format, day, changed_on),
        "moved": st.builds(
            lambda d, days, *more: f"date: {d}, to: {d + timedelta(days)}{''.join(more)}",
            *(day, distance, other_time, place, changed_on),
        ),
    }
    lines = []
    for name, change in made.items():
        chosen = draw(st.lists(change, max_size=1 if name == "skip" else 4))
        lines += [f"{name}:", *(f"  - {{{one}}}" for one in chosen)] if chosen else []
    return "\n".join(lines)


@st.composite
def activities(draw: st.DrawFn, name: str, today: date) -> str:
    """One activity as it stands in events.yml."""
    rule = draw(rules(today))
    policy = st.sampled_from(["keep", "skip"])
    lines = [
        f"id: {name}",
        "title: Legestue",
        f"time: {draw(st.one_of(clocks(), clocks(), st.just('hele dagen')))}",
        *draw(st.sampled_from([[], [], [], ["days: 2"], ["days: 3"]])),
        rule,
        draw(changes(rule, today)),
        f"on_public_holidays: {draw(policy)}",
        f"when_house_is_closed: {draw(policy)}",
        f"in_school_holidays: {draw(policy)}",
        *draw(st.sampled_from([[], [f"updated: {today - timedelta(9)}"]])),
    ]
    body = "\n".join(line for line in lines if line).replace("\n", "\n    ")
    return f"  - {body}\n"


@st.composite
def opening_hours(draw: st.DrawFn, today: date) -> str:
    """A house with days off: single ones, a school holiday, and closed for a time."""
    near = st.integers(-60, 400).map(lambda days: today + timedelta(days))
    lines = ["house:", "  - week: {monday: 9-15, tuesday: 9-15, friday: 9-12}", "exceptions:"]
    for first in draw(st.lists(near, min_size=1, max_size=4)):
        last = first + timedelta(draw(st.integers(0, 12)))
        hours = draw(st.sampled_from(["lukket", "10-14"]))
        lines.append(f"  - {{from: {first}, to: {last}, hours: {hours}, reason: Ferie}}")
    first = draw(near)
    lines.append(f"school_holidays: [{{name: Ferie, from: {first}, to: {first + timedelta(9)}}}]")
    if draw(st.booleans()):
        first = draw(near)
        until = first + timedelta(draw(st.integers(0, 40)))
        lines.append(f"temporarily_closed: {{from: {first}, until: {until}, reason: Vandskade}}")
    return "\n".join(lines)


@st.composite
def houses(draw: st.DrawFn) -> House:
    """A house with three activities on a day of three years."""
    today = draw(st.dates(date(2025, 10, 1), date(2028, 9, 30)))
    events = "".join(draw(activities(f"legestue-{number}", today)) for number in range(3))
    return a_house(events, draw(opening_hours(today)), today)


# The same examples on every machine, however slow it is.
made_by_hypothesis = settings(
    max_examples=40,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


# What is expected, and what was read


def expected(found: Iterable[Occurrence], *, uids: bool = True) -> list[Entry]:
    return in_order(
        Entry(
            uid=f"{one.key}@testkommune.familiehus" if uids else "",
            start=one.starts_at().date() if one.all_day else one.starts_at().astimezone(UTC),
            end=one.ends_at().date() if one.all_day else one.ends_at().astimezone(UTC),
            cancelled=one.status == "cancelled",
            summary="AFLYST: Legestue" if one.status == "cancelled" else "Legestue",
        )
        for one in found
    )


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """Whole days and hours stand beside each other, which cannot be compared but by their names."""
    return sorted(entries, key=repr)


def without_texts(entries: Iterable[Entry], *, uids: bool = True) -> list[Entry]:
    return in_order(
        Entry(e.uid if uids else "", e.start, e.end, e.cancelled, summary=e.summary)
        for e in entries
    )


def assert_reads(house: House, readers: dict[str, Reader]) -> None:
    """Begin, end, identity and whether it is cancelled; once each, and nothing else.

    A series gives the same times as the subscription when it is written out.
    """
    content = subscription(house, HEAD, house.occurrences)
    assert faults_of(content) == []
    for name, read in readers.items():
        assert (name, without_texts(read(content))) == (name, expected(house.occurrences))
    for event in house.municipality.events.events:
        content = series(house, HEAD, event)
        assert faults_of(content) == []
        own = expected((o for o in house.occurrences if o.event.id == event.id), uids=False)
        for name, read in readers.items():
            assert (name, without_texts(read(content), uids=False)) == (name, own)


@made_by_hypothesis
@given(house=houses())
def test_every_time_is_read_by_icalendar_and_vobject(house: House) -> None:
    """With `recurring-ical-events` and `dateutil`, which write out the series."""
    assert_reads(house, {"icalendar": read_with_icalendar, "vobject": read_with_vobject})


@made_by_hypothesis
@given(house=houses())
def test_every_time_is_read_by_ical_js(ical_js: Reader, house: House) -> None:
    """What Thunderbird and Nextcloud show."""
    assert_reads(house, {"ical.js": ical_js})


@settings(made_by_hypothesis, max_examples=10)
@given(house=houses())
def test_every_time_is_read_by_ics(house: House) -> None:
    """Ten times as slow as the others. It can't write out a series, but must not refuse one."""
    content = subscription(house, HEAD, house.occurrences)
    assert without_texts(read_with_ics(content)) == expected(house.occurrences)
    content = series(house, HEAD, house.municipality.events.events[0])
    assert len(read_with_ics(content)) == content.count(b"BEGIN:VEVENT")
