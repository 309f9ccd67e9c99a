"""What holds on a date: every case in cases/hours, and what cases cannot say."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from dateutil.easter import easter

from site_generator.read.placed import Block
from site_generator.read.source import Document, parse_document, read_document
from site_generator.records.validate import validate
from site_generator.resolve.holidays_dk import public_holiday
from site_generator.resolve.hours import (
    ResolvedDay,
    days,
    has_house_hours,
    house_day,
    house_schedule,
    next_open,
)
from site_generator.resolve.phone_hours import (
    has_phone_hours,
    phone_day,
)
from site_generator.resolve.statements import covers
from site_generator.resolve.unusual_days import (
    exceptional_days,
    exceptional_phone_days,
)
from site_generator.schema.opening_hours import HoursException, OpeningHoursFile
from site_generator.schema.times import CLOSED, UNKNOWN, WEEKDAYS_DA, DayHours, Slot, parse_date

CASES = sorted((Path(__file__).parent / "cases" / "hours").glob("*.yml"))
KINDS_DA = {
    "weekly": "",
    "exception": "undtagelse",
    "holiday": "helligdag",
    "house_policy": "huset bestemmer",
    "temporarily_closed": "lukket en tid",
}


def hours_from(text: str) -> OpeningHoursFile:
    document = parse_document(text, "opening_hours.yml")
    hours, problems = validate(OpeningHoursFile, document.block)
    assert hours is not None
    assert [str(problem) for problem in [*document.problems, *problems]] == []
    return hours


def a_day(text: str) -> date:
    """A date after its weekday, `torsdag 2. april 2026`; a wrong weekday is a wrong case."""
    weekday, _, rest = text.partition(" ")
    day = parse_date(rest)
    assert WEEKDAYS_DA[day.weekday()] == weekday, f"{rest} er en {WEEKDAYS_DA[day.weekday()]}"
    return day


def in_words(resolved: ResolvedDay) -> str:
    """`10-15`, `lukket (helligdag, Juledag)`: the hours, then why where it is not the week."""
    why = [word for word in (KINDS_DA[resolved.kind], resolved.reason) if word]
    return (
        f"{hours_in_words(resolved.hours)} ({', '.join(why)})"
        if why
        else hours_in_words(resolved.hours)
    )


def hours_in_words(hours: DayHours) -> str:
    if not hours.known:
        return "ukendt"
    told = [f"{clock(s.opens)}-{clock(s.closes)}" for s in hours.slots]
    return " og ".join([*told, *["efter aftale"] * hours.by_appointment]) or "lukket"


def clock(moment: time) -> str:
    return f"{moment.hour}.{moment.minute:02}" if moment.minute else f"{moment.hour}"


def read_case(file: Path) -> Block:
    document: Document = read_document(file, file.name)
    assert document.problems == []
    return document.block


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_case(file: Path) -> None:
    """The days of a case are as written: at `house`, at each of `places` and on the `phone`."""
    case = read_case(file)
    hours = hours_from(case["opening_hours"])
    expected = {None: case.get("house", {}), **case.get("places", {})}
    for place, by_day in expected.items():
        found = {text: in_words(house_day(hours, a_day(text), place)) for text in by_day}
        assert found == dict(by_day), place
    by_day = case.get("phone", {})
    assert {text: in_words(phone_day(hours, a_day(text))) for text in by_day} == dict(by_day)


@pytest.mark.parametrize(
    "file", [f for f in CASES if "unusual" in read_case(f)], ids=lambda file: file.stem
)
def test_unusual_days_of_case(file: Path) -> None:
    """Exactly the days under `unusual` differ, of all days from the first to the last of them."""
    case = read_case(file)
    hours = hours_from(case["opening_hours"])
    unusual = case["unusual"]
    found = exceptional_days(hours, a_day(unusual["from"]), a_day(unusual["to"]), None)
    assert [day.date for day in found] == [a_day(text) for text in unusual["days"]]


WEEKDAYS_10_TO_15 = """
house:
  - week:
      monday: 10-15
      tuesday: 10-15
      wednesday: 10-12, 13-15
      thursday: 10-15
      friday: 10-15
"""


@pytest.mark.parametrize("year", range(2000, 2101))
def test_public_holidays_follow_easter(year: int) -> None:
    """Independent of the holidays package: the movable feasts by their distance from Easter."""
    sunday = easter(year)
    movable = {
        -3: "Skærtorsdag",
        -2: "Langfredag",
        0: "Påskedag",
        1: "Anden påskedag",
        39: "Kristi himmelfartsdag",
        49: "Pinsedag",
        50: "Anden pinsedag",
    } | ({26: "Store bededag"} if year < 2024 else {})
    fixed = {(1, 1): "Nytårsdag", (12, 25): "Juledag", (12, 26): "Anden juledag"}
    expected = {sunday + timedelta(distance): name for distance, name in movable.items()}
    expected |= {date(year, month, day): name for (month, day), name in fixed.items()}
    every = [
        date(year, 1, 1) + timedelta(n)
        for n in range((date(year + 1, 1, 1) - date(year, 1, 1)).days)
    ]
    assert {day: name for day in every if (name := public_holiday(day))} == expected


@pytest.mark.parametrize("year", [2023, 2024, 2026, 2028])
def test_a_year_without_special_days_is_the_week(year: int) -> None:
    """Every day that nobody singles out has its weekly hours, 29 February and clock changes too."""
    hours = hours_from(WEEKDAYS_10_TO_15)
    for day in days(hours, date(year, 1, 1), 366, None):
        if day.kind == "weekly":
            slots = (2 if day.date.weekday() == 2 else 1) if day.date.weekday() < 5 else 0
            assert len(day.hours.slots) == slots
            assert day.reason == ""
        else:
            # Nobody has said what the house does on those; a weekend is closed all the same.
            assert day.hours == (UNKNOWN if day.date.weekday() < 5 else CLOSED)
            assert day.reason


def test_policy_can_leave_each_day_as_written() -> None:
    """Hours given for a special day hold, whatever the weekday: 5 June 2027 is a Saturday."""
    hours = hours_from(
        WEEKDAYS_10_TO_15
        + """
holidays:
  public_holidays: 11-13
  labour_day: lukket
  constitution_day: 8-10
  christmas_eve: efter aftale
  new_years_eve: 9-11
"""
    )
    assert in_words(house_day(hours, date(2026, 12, 25), None)) == "11-13 (helligdag, Juledag)"
    first_of_may = house_day(hours, date(2026, 5, 1), None)
    assert in_words(first_of_may) == "lukket (huset bestemmer, 1. maj)"
    saturday = house_day(hours, date(2027, 6, 5), None)
    assert in_words(saturday) == "8-10 (huset bestemmer, Grundlovsdag)"
    assert house_day(hours, date(2026, 12, 24), None).hours == DayHours(by_appointment=True)
    assert house_day(hours, date(2026, 12, 31), None).hours.slots == (Slot(time(9), time(11)),)


def test_a_public_holiday_comes_before_the_rule_of_the_house() -> None:
    """5 June 2028 is Anden pinsedag and Grundlovsdag."""
    hours = hours_from(WEEKDAYS_10_TO_15 + "holidays:\n  constitution_day: 8-10\n")
    assert (
        in_words(house_day(hours, date(2028, 6, 5), None)) == "lukket (helligdag, Anden pinsedag)"
    )


def test_reason_is_kept_in_all_languages() -> None:
    """The house's own words come along whole; the name of a holiday is Danish only."""
    hours = hours_from(
        WEEKDAYS_10_TO_15
        + """
exceptions:
  - date: 2026-09-01
    hours: lukket
    reason: {da: Personaledag, en: Staff day}
"""
    )
    day = house_day(hours, date(2026, 9, 1), None)
    assert (day.reason, day.reason_text and day.reason_text.by_language["en"]) == (
        "Personaledag",
        "Staff day",
    )
    assert house_day(hours, date(2026, 12, 25), None).reason_text is None
    assert len({day, house_day(hours, date(2026, 9, 1), None)}) == 1


def test_next_open_goes_slot_by_slot() -> None:
    """Running hours are not the next ones; the minute of opening is."""
    hours = hours_from(WEEKDAYS_10_TO_15)
    wednesday = date(2026, 9, 2)
    morning, afternoon = Slot(time(10), time(12)), Slot(time(13), time(15))
    at = datetime.combine
    assert next_open(hours, at(wednesday, time(9, 59)), None) == (wednesday, morning)
    assert next_open(hours, at(wednesday, time(10)), None) == (wednesday, morning)
    assert next_open(hours, at(wednesday, time(10, 1)), None) == (wednesday, afternoon)
    thursday = (date(2026, 9, 3), Slot(time(10), time(15)))
    assert next_open(hours, at(wednesday, time(14)), None) == thursday


def test_next_open_looks_past_holidays_and_gives_up() -> None:
    """Over Christmas 2026 to Monday; nothing for a house that is closed until nobody knows."""
    hours = hours_from(WEEKDAYS_10_TO_15)
    christmas = datetime(2026, 12, 23, 15, 0)
    assert next_open(hours, christmas, None) == (date(2026, 12, 28), Slot(time(10), time(15)))
    assert next_open(hours, christmas, None, within_days=4) is None
    closed = WEEKDAYS_10_TO_15 + "temporarily_closed:\n  from: 2026-01-01\n  reason: Vandskade\n"
    assert next_open(hours_from(closed), christmas, None) is None


def test_next_open_refuses_a_time_with_a_zone() -> None:
    """A UTC time would be an hour or two off without anyone noticing."""
    with pytest.raises(ValueError, match="local time"):
        next_open(hours_from(WEEKDAYS_10_TO_15), datetime(2026, 1, 1, tzinfo=UTC), None)


def test_unusual_phone_days_need_phone_hours() -> None:
    """A house without telephone hours has nothing that could differ."""
    closed = "exceptions:\n  - date: 2026-09-01\n    hours: lukket\n"
    window = (date(2026, 8, 31), date(2026, 9, 6))
    assert exceptional_phone_days(hours_from(WEEKDAYS_10_TO_15 + closed), *window) == ()
    phone = "phone:\n  - week:\n      tuesday: 8-9\n"
    found = exceptional_phone_days(hours_from(WEEKDAYS_10_TO_15 + phone + closed), *window)
    assert [day.date for day in found] == [date(2026, 9, 1)]


def test_which_hours_are_given() -> None:
    """By place for the house; the telephone belongs to all."""
    hours = hours_from(
        """
house:
  - place: nord
    week:
      monday: 10-15
phone:
  - week:
      monday: 8-9
exceptions:
  - date: 2026-09-01
    hours: lukket
    places: [syd]
"""
    )
    assert has_house_hours(hours, "nord")
    assert not has_house_hours(hours, "syd")
    assert not has_house_hours(hours, None), "nord and syd: None is neither"
    assert has_phone_hours(hours)
    assert not has_phone_hours(hours_from(WEEKDAYS_10_TO_15))


def test_schedule_outside_its_season() -> None:
    """Between two seasons there is no schedule, and nobody knows whether the house is open."""
    hours = hours_from(
        """
house:
  - week:
      monday: 10-15
    valid_to: 2026-06-30
"""
    )
    assert house_schedule(hours, date(2026, 6, 29), None) == hours.house[0]
    assert house_schedule(hours, date(2026, 7, 6), None) is None
    assert house_day(hours, date(2026, 7, 6), None).hours == UNKNOWN


def test_half_written_periods_never_crash() -> None:
    """The rules report them; until then the resolver takes the days that are certain."""

    def exception(text: str) -> HoursException:
        record, _ = validate(HoursException, parse_document(f"hours: lukket\n{text}", "x").block)
        assert record is not None
        return record

    day, next_day = date(2026, 9, 1), date(2026, 9, 2)
    only_from, only_to = exception("from: 2026-09-01"), exception("to: 2026-09-01")
    assert (covers(only_from, day), covers(only_from, next_day)) == (True, False)
    assert not covers(only_to, day)
    assert not covers(exception("from: 2026-09-02\nto: 2026-09-01"), day)
    assert not covers(exception(""), day)


def test_two_files_are_kept_apart() -> None:
    """What is remembered of one file is not told of another, also one with the same words."""
    one = hours_from(WEEKDAYS_10_TO_15)
    other = hours_from(WEEKDAYS_10_TO_15.replace("monday: 10-15", "monday: 8-9"))
    monday = date(2026, 9, 7)
    assert house_day(one, monday, None) == house_day(hours_from(WEEKDAYS_10_TO_15), monday, None)
    assert house_day(one, monday, None) != house_day(other, monday, None)
