"""Houses made at random: script, periods, JSON-LD, calendar and paper against an oracle.

The oracle knows what hypothesis has written into the file and shares no code with the package:
Easter comes from dateutil, weeks and periods are plain dictionaries and tuples.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from building import ROOT
from dateutil.easter import easter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from test_cases import HOUSE, lay_out
from test_told_hours import FLYER, house_in

from site_generator.feeds.house_feeds import house_feeds
from site_generator.houses import open_house
from site_generator.html.theme import Theme, load_theme
from site_generator.print.contents import sheet_of
from site_generator.read.source import parse_document
from site_generator.records.validate import validate
from site_generator.schema.choices import Paper
from site_generator.schema.opening_hours import OpeningHoursFile
from site_generator.told.house import House
from site_generator.told.openings import doors, telephones
from site_generator.told.other_days import DAYS_TOLD, other_days
from site_generator.views.around.linked_data import office
from site_generator.views.hours.find_us import find_us_page

DAY = timedelta(days=1)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# What holds on a day: times as minutes, and whether also by appointment; None is not known.
Hours = tuple[tuple[tuple[int, int], ...], bool] | None
CLOSED: Hours = ((), False)
APPOINTMENT: Hours = ((), True)


@dataclass(frozen=True)
class Season:
    first: date | None
    last: date | None
    week: tuple[Hours, ...]
    place: str | None = None


@dataclass(frozen=True)
class Other:
    first: date
    last: date
    hours: Hours
    applies: str
    places: tuple[str, ...]


@dataclass(frozen=True)
class Closing:
    first: date
    last: date | None
    places: tuple[str, ...]


@dataclass(frozen=True)
class Plan:
    """What a file says, before it is written down."""

    today: date
    places: tuple[str, ...]
    house: tuple[Season, ...]
    phone: tuple[Season, ...]
    holidays: Hours | str
    exceptions: tuple[Other, ...]
    closings: tuple[Closing, ...]


# The oracle


def length(first: date | None, last: date | None) -> int:
    return ((last or date(2100, 12, 31)) - (first or date(2000, 1, 1))).days


def week_day(seasons: tuple[Season, ...], place: str | None, day: date) -> Hours:
    """The week with the shortest period that is about the place, the last of equals."""
    about = [s for s in seasons if s.place in (None, place)]
    holding = [s for s in about if (s.first or day) <= day <= (s.last or day)]
    if not holding:
        return None
    shortest = min(reversed(holding), key=lambda s: (length(s.first, s.last), s.place is None))
    return shortest.week[day.weekday()]


@cache
def holidays_of(year: int) -> frozenset[date]:
    movable = (easter(year) + timedelta(n) for n in (-3, -2, 0, 1, 39, 49, 50))
    return frozenset([*movable, date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)])


def special(plan: Plan, day: date) -> tuple[bool, Hours]:
    """Whether a day is out of the ordinary by the calendar, and what the house has said of it."""
    own = (day.month, day.day) in ((6, 5), (12, 24), (12, 31))
    if day not in holidays_of(day.year) and not own:
        return False, CLOSED
    if plan.holidays == "not written":
        return True, None
    assert not isinstance(plan.holidays, str)
    return True, CLOSED if own and day not in holidays_of(day.year) else plan.holidays


def on_special(usual: Hours, hours: Hours) -> Hours:
    return CLOSED if hours is None and usual == CLOSED else hours


def counts(one: Other, usual: Hours, is_special: bool) -> bool:
    if one.hours == CLOSED or one.first == one.last:
        return True
    return not is_special and usual != CLOSED


def closed_for_a_time(plan: Plan, place: str | None, day: date) -> Closing | None:
    about = [c for c in plan.closings if not c.places or place in c.places]
    holding = [c for c in about if c.first <= day <= (c.last or day)]
    return max(holding, key=lambda c: c.last or date(2100, 12, 31), default=None)


def opens_within(one: Other, closing: Closing) -> bool:
    inside = closing.first <= one.first and one.last <= (closing.last or one.last)
    return inside and one.hours != CLOSED


def in_order(plan: Plan, day: date, own: str) -> list[Other]:
    holding = [e for e in reversed(plan.exceptions) if e.first <= day <= e.last]
    names_it = {own, "" if own == "house" else own}
    return sorted(
        holding, key=lambda e: (not e.places, e.last - e.first, e.applies not in names_it)
    )


def at_door(plan: Plan, place: str | None, day: date) -> Hours:
    usual = week_day(plan.house, place, day)
    is_special, hours = special(plan, day)
    closing = closed_for_a_time(plan, place, day)
    for one in in_order(plan, day, "house"):
        about = one.applies != "phone" and (not one.places or place in one.places)
        if about and counts(one, usual, is_special):
            if closing and not opens_within(one, closing):
                return CLOSED
            return one.hours
    if closing:
        return CLOSED
    return on_special(usual, hours) if is_special else usual


def while_open(phone: Hours, house: Hours) -> Hours:
    if phone is None or not phone[0]:
        return phone
    if house is None:
        return None
    if house[1]:
        return phone
    common = ((max(a, c), min(b, d)) for a, b in phone[0] for c, d in house[0])
    return tuple(sorted((a, b) for a, b in common if a < b)), False


def at_phone(plan: Plan, place: str | None, day: date) -> Hours:
    usual = week_day(plan.phone, place, day)
    is_special, hours = special(plan, day)
    # The telephone of a house with one place is that place's; of several it is nobody's alone.
    only = plan.places[0] if len(plan.places) == 1 else None
    door = week_day(plan.house, only, day)
    closing = closed_for_a_time(plan, only, day)
    for one in in_order(plan, day, "phone"):
        about = not one.places or place in one.places
        if one.applies == "house" or not about:
            continue
        if one.applies in ("phone", "both"):
            if counts(one, usual, is_special):
                return one.hours
            continue
        if closing and one.hours != CLOSED and not opens_within(one, closing):
            continue
        if counts(one, door, is_special):
            return while_open(usual, one.hours)
    return while_open(usual, on_special(usual, hours)) if is_special else usual


# Making houses

TIMES = st.sampled_from(
    [((9 * 60, 15 * 60),), ((540, 720), (780, 930)), ((600, 735),), ((1080, 1500),), ((720, 1440),)]
)
DAYS = st.one_of(
    st.just(CLOSED),
    st.just(CLOSED),
    st.just(APPOINTMENT),
    TIMES.map(lambda times: (times, False)),
    TIMES.map(lambda times: (times, False)),
    TIMES.map(lambda times: (times, True)),
)
BY_DAY = st.one_of(TIMES.map(lambda times: (times, False)), st.just(CLOSED), st.just(APPOINTMENT))
TODAYS = st.sampled_from(
    [
        date(2026, 11, 27),
        date(2026, 12, 20),
        date(2027, 3, 18),
        date(2027, 5, 30),
        date(2028, 2, 27),
    ]
)


@st.composite
def seasons_of(draw: st.DrawFn, today: date, place: str | None) -> list[Season]:
    weeks = st.tuples(*[DAYS] * 7).filter(lambda week: any(day != CLOSED for day in week))
    near = st.integers(-40, 70).map(lambda n: today + timedelta(n))
    always = Season(None, None, draw(weeks), place)
    if draw(st.booleans()):
        always = replace(always, last=draw(near))
    found = [always]
    if draw(st.booleans()):
        first = draw(near)
        found.append(Season(first, first + timedelta(draw(st.integers(0, 50))), draw(weeks), place))
    return draw(st.permutations(found))


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    today = draw(TODAYS)
    places = draw(st.sampled_from([("hus",), ("hus", "bib")]))
    near = st.integers(-20, 70).map(lambda n: today + timedelta(n))
    named = st.sampled_from([(), (), *((place,) for place in places)])
    exceptions = []
    for _ in range(draw(st.integers(0, 4))):
        first = draw(near)
        last = first + timedelta(draw(st.sampled_from([0, 0, 1, 6, 13])))
        applies = draw(st.sampled_from(["", "", "house", "phone", "both"]))
        # Telephones of several places share one here, which place alone never sets.
        whose = () if applies != "house" else draw(named)
        exceptions.append(Other(first, last, draw(BY_DAY), applies, whose))
    closings = []
    for _ in range(draw(st.integers(0, 2))):
        first = draw(near)
        last = draw(st.sampled_from([first, first + timedelta(9), None]))
        closings.append(Closing(first, last, draw(named)))
    return Plan(
        today=today,
        places=places,
        house=tuple(s for place in places for s in draw(seasons_of(today, place))),
        phone=tuple(draw(seasons_of(today, None))) if draw(st.booleans()) else (),
        holidays=draw(st.sampled_from(["not written", CLOSED, (((600, 720),), False)])),
        exceptions=tuple(exceptions),
        closings=tuple(closings),
    )


def _hour(minute: int) -> str:
    if minute == 1440:
        return "24.00"
    hour, rest = divmod(minute % 1440, 60)
    return f"{hour}.{rest:02}"


def written(hours: Hours) -> str:
    assert hours is not None
    times = [f"{_hour(a)}-{_hour(b)}" for a, b in hours[0]]
    return " og ".join([*times, *["efter aftale"] * hours[1]]) or "lukket"


def as_yaml(plan: Plan) -> str:
    lines = []
    for name, seasons in (("house", plan.house), ("phone", plan.phone)):
        lines += [f"{name}:"] if seasons else []
        for season in seasons:
            lines.append("  - week:")
            lines += [
                f"      {d}: {written(h)}" for d, h in zip(WEEKDAYS, season.week, strict=True)
            ]
            lines += [f"    place: {season.place}"] if season.place else []
            lines += [f"    valid_from: {season.first}"] if season.first else []
            lines += [f"    valid_to: {season.last}"] if season.last else []
    if not isinstance(plan.holidays, str):
        lines.append(f"holidays: {{public_holidays: {written(plan.holidays)}}}")
    lines += ["exceptions:"] if plan.exceptions else []
    for one in plan.exceptions:
        lines.append(f"  - {{from: {one.first}, to: {one.last}, hours: {written(one.hours)}")
        lines[-1] += f", applies_to: {one.applies}" if one.applies else ""
        lines[-1] += f", places: [{', '.join(one.places)}]" if one.places else ""
        lines[-1] += "}"
    lines += ["temporarily_closed:"] if plan.closings else []
    for closing in plan.closings:
        lines.append(f"  - {{from: {closing.first}, reason: Vi maler")
        lines[-1] += f", until: {closing.last}" if closing.last else ""
        lines[-1] += f", places: [{', '.join(closing.places)}]" if closing.places else ""
        lines[-1] += "}"
    return "\n".join(lines) + "\n"


@cache
def plain_house(places: tuple[str, ...]) -> House:
    with TemporaryDirectory() as folder:
        location = "places:\n" + "".join(f"  - {{id: {p}, name: {p.title()}}}\n" for p in places)
        files = {**HOUSE, "location.yml": location, "flyers.yml": FLYER}
        lay_out(Path(folder) / "testkommune", files, [])
        return house_in(Path(folder) / "testkommune", date(2026, 11, 27))


@cache
def _theme() -> Theme:
    return load_theme(ROOT / "themes" / "familiehus")


def house_of(plan: Plan) -> House:
    document = parse_document(as_yaml(plan), "opening_hours.yml")
    hours, problems = validate(OpeningHoursFile, document.block)
    assert [*document.problems, *problems] == []
    house = plain_house(plan.places)
    own = replace(house.municipality, opening_hours=hours)
    return open_house(own, house.shared, _theme(), plan.today, "https://www.eksempel.dk/")


# Reading back


def days_from(first: date, count: int) -> Iterator[date]:
    return (first + timedelta(n) for n in range(count))


def expected(plan: Plan, kind: str, place: str | None, day: date) -> Hours:
    return at_door(plan, place, day) if kind == "house" else at_phone(plan, place, day)


def usual(plan: Plan, kind: str, place: str | None, day: date) -> Hours:
    return week_day(plan.house if kind == "house" else plan.phone, place, day)


def check_script(plan: Plan, house: House) -> None:
    view: Any = find_us_page(house).view
    subjects = [("house", place) for place in plan.places]
    subjects += [("phone", None)] if plan.phone else []
    for (kind, place), status in zip(subjects, view.today.statuses, strict=True):
        told = {}
        for day, *more in json.loads(status.days):
            slots = tuple(tuple(slot) for slot in more[0]) if more else ()
            how = more[1] if len(more) > 1 else ""
            told[day] = None if how == "u" else (slots, how == "a")
        told.pop(str(plan.today - DAY), None)
        assert told == {
            str(day): expected(plan, kind, place, day) for day in days_from(plan.today, 14)
        }


def check_periods(plan: Plan, house: House) -> None:
    for group in (doors(house), telephones(house)):
        periods = other_days(plan.today, group)
        for opening in group:
            for day in days_from(plan.today, DAYS_TOLD):
                holding = [
                    p
                    for p in periods
                    if opening in p.openings and p.first <= day <= (p.last or date.max)
                ]
                now = expected(plan, opening.kind, opening.place, day)
                told = {_as_hours(p.hours) for p in holding}
                assert told <= {now}, (opening.label, day, told, now)
                if not holding:
                    assert now == usual(plan, opening.kind, opening.place, day) is not None


def _as_hours(hours: Any) -> Hours:
    if not hours.known:
        return None
    return tuple((s.first_minute, s.last_minute) for s in hours.slots), hours.by_appointment


def check_linked_data(plan: Plan, house: House) -> None:
    data: Any = office(house)
    for place, told in zip(plan.places, data.get("location", [data]), strict=True):
        for day in days_from(plan.today, DAYS_TOLD):
            specials = [s for s in told.get("specialOpeningHoursSpecification", []) if _in(s, day)]
            name = WEEKDAYS[day.weekday()].title()
            weekly = [
                s
                for s in told.get("openingHoursSpecification", [])
                if _in(s, day) and name in s["dayOfWeek"]
            ]
            now = at_door(plan, place, day)
            slots = sorted((s["opens"], s["closes"]) for s in specials or weekly if "opens" in s)
            assert slots == sorted((_iso(a), _iso(b)) for a, b in (now[0] if now else ())), (
                place,
                day,
            )
            assert now is not None or not specials


def _in(spec: dict[str, str], day: date) -> bool:
    return spec.get("validFrom", "") <= str(day) <= spec.get("validThrough", "9999")


def _iso(minute: int) -> str:
    return f"{minute % 1440 // 60:02}:{minute % 60:02}"


def check_calendar(plan: Plan, house: House) -> None:
    [content] = [a.content for a in house_feeds(house) if a.address == "kalender/aendringer.ics"]
    told: dict[tuple[str, date], str] = {}
    for entry in Calendar.from_ical(content).walk("VEVENT"):
        what, _, hours = str(entry["SUMMARY"]).partition(": ")
        day = entry["DTSTART"].dt
        while day < entry["DTEND"].dt:
            assert (what, day) not in told
            told[what, day] = hours.partition(" (")[0].lower()
            day += DAY
    subjects = [("house", p, p.title() if len(plan.places) > 1 else "Hus") for p in plan.places]
    subjects += [("phone", None, "Telefonen")] if plan.phone else []
    for kind, place, name in subjects:
        for day in days_from(plan.today, 90):
            now, week = expected(plan, kind, place, day), usual(plan, kind, place, day)
            if (name, day) in told:
                assert told[name, day] == in_words(now), (name, day)
            else:
                assert now == week, (name, day)


def in_words(hours: Hours) -> str:
    if hours is None:
        return "tiderne kendes ikke endnu"
    times = []
    for first, last in hours[0]:
        whole = first % 60 == last % 60 == 0
        ends = [(_hour(m).removesuffix(".00") if whole else _hour(m)) for m in (first, last)]
        times.append(f"kl. {ends[0]}–{ends[1]}")
    told = [*times, *["efter aftale"] * hours[1]]
    rest = told[-1:] if len(told) < 2 else [f"{', '.join(told[:-1])} og {told[-1]}"]
    return "".join(rest) or "lukket"


def check_paper(plan: Plan, house: House) -> None:
    """What holds now at the only place: its open days, or a sentence instead."""
    if len(plan.places) > 1:
        return
    [flyer] = house.municipality.flyers.flyers
    hours = sheet_of(house, flyer, Paper.A4).hours
    assert hours is not None
    if closed_for_a_time(plan, "hus", plan.today):
        assert hours.rows == () and hours.note.startswith("Lukket")
    elif week_day(plan.house, "hus", plan.today) is None:
        assert hours.rows == () and hours.note.startswith("Tiderne kendes ikke endnu")
    else:
        told = {day: row.text for row in hours.rows for day in _days_of(row.label)}
        week = _week_now(plan)
        assert told == {day: in_words(h) for day, h in enumerate(week) if h != CLOSED}


def _week_now(plan: Plan) -> tuple[Hours, ...]:
    holding = [
        s for s in plan.house if (s.first or plan.today) <= plan.today <= (s.last or plan.today)
    ]
    return min(reversed(holding), key=lambda s: length(s.first, s.last)).week


def _days_of(label: str) -> range:
    names = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
    first, _, last = label.lower().partition("–")
    return range(names.index(first), names.index(last or first) + 1)


@settings(
    max_examples=100,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
@given(plans())
def test_every_medium_says_what_the_oracle_says(plan: Plan) -> None:
    house = house_of(plan)
    check_script(plan, house)
    check_periods(plan, house)
    check_linked_data(plan, house)
    check_calendar(plan, house)
    check_paper(plan, house)
