"""ISSUE FORMS: hours of the house or its telephone, in the ordinary week and on single days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from site_generator.making.imports.sheet_values import UnreadableError, dates_in
from site_generator.making.issue_forms.day_lines import read_day_lines
from site_generator.making.issue_forms.form import Answers, UnclearError
from site_generator.making.issue_forms.houses import place_named
from site_generator.making.issue_forms.wish import Wish
from site_generator.records.municipality import Municipality
from site_generator.schema.opening_hours import Schedule
from site_generator.schema.times import WEEKDAYS
from site_generator.schema.weekday_keys import days_of
from site_generator.wording.in_words import in_a_row, plain_date
from site_generator.write.author_edits import Add, Edit, Set, Value, value_at

TELEPHONE = "Telefontiden"


def new_hours(answers: Answers, house: Municipality, text: str, today: date) -> Wish:
    """`text` is that of opening_hours.yml. Raises UnclearError with what cannot be read, or where
    it is not clear which place is meant."""
    lines = read_day_lines(answers["days"])
    asked = _Hours(house, text, answers["what"] == TELEPHONE, _place(answers, house))
    edits: list[Edit] = []
    if lines.week:
        edits += asked.week(lines.week, _begins(answers["begins"], today), today)
    for span, value in lines.dates.items():
        edits.append(asked.exception(span, value, answers["reason"]))
    if answers["begins"] and not lines.week:
        asked.remarks.append("Dagen, det gælder fra, er ikke brugt: der står kun datoer.")
    if answers["reason"] and not lines.dates:
        asked.remarks.append("Grunden er ikke brugt: den hører til enkelte datoer.")
    return Wish({"opening_hours.yml": edits}, tuple(asked.remarks))


def _place(answers: Answers, house: Municipality) -> str | None:
    """The id of a place where one is named; None where the house has one at most."""
    if answers["place"]:
        return place_named(house, answers["place"])
    if len(house.location.places) > 1:
        names = in_a_row([place.name for place in house.location.places])
        raise UnclearError(f"Huset har flere steder: {names}. Skriv, hvilket det handler om.")
    return None


def _begins(said: str, today: date) -> date | None:
    """The day from which the week is another; None where it is so already."""
    if not said:
        return None
    try:
        day = dates_in(said)[0]
    except UnreadableError as why:
        raise UnclearError(str(why)) from None
    return day if day > today else None


@dataclass
class _Hours:
    """The hours that a form is about. `place` is None where the house has one at most."""

    house: Municipality
    text: str
    telephone: bool
    place: str | None

    def __post_init__(self) -> None:
        self.remarks: list[str] = []
        self.name = "phone" if self.telephone else "house"
        known = self.house.opening_hours
        self.schedules: Sequence[Schedule] = getattr(known, self.name) if known else ()

    def week(self, days: Mapping[int, Value], begins: date | None, today: date) -> Iterator[Edit]:
        at = self._in_force(begins or today)
        if at is None:
            yield self._first_week(days, begins)
            return
        old: Any = value_at(self.text, (self.name, at))
        week = with_days(old["week"], days)
        if begins is None or self.schedules[at].valid_from == begins:
            yield Set((self.name, at, "week"), week)
        else:
            ended = (begins - timedelta(1)).isoformat()
            yield Set((self.name, at, "valid_to"), ended, after=("place", "valid_from"))
            new = {**old, "valid_from": begins.isoformat(), "week": week}
            yield Add((self.name,), _in_order(new), at=at + 1)
        self._tell_of_later(at)

    def _in_force(self, day: date) -> int | None:
        """Which of the weeks holds on a day, counted from 0."""
        mine = [(at, one) for at, one in enumerate(self.schedules) if self._is_mine(one)]
        for at, one in mine:
            if (one.valid_from or day) <= day <= (one.valid_to or day):
                return at
        if mine:
            raise UnclearError(
                f"Der er ingen faste tider {plain_date(day)}, som kan rettes. Skriv en anden dag, "
                "eller ret dem i opening_hours.yml."
            )
        return None

    def _is_mine(self, schedule: Schedule) -> bool:
        return self.place is None or schedule.place in (None, self.place)

    def _first_week(self, days: Mapping[int, Value], begins: date | None) -> Edit:
        made: dict[str, Value] = {"place": self.place} if self.place else {}
        if begins:
            made["valid_from"] = begins.isoformat()
        self.remarks.append("Der stod ingen tider før. De dage, du ikke har nævnt, er nu lukket.")
        return Add((self.name,), {**made, "week": with_days({}, days)})

    def _tell_of_later(self, at: int) -> None:
        now = self.schedules[at].valid_from
        later = [
            one.valid_from
            for one in self.schedules
            if self._is_mine(one) and one.valid_from and (now is None or one.valid_from > now)
        ]
        if later:
            days = in_a_row([plain_date(day) for day in sorted(later)])
            self.remarks.append(f"Der er andre faste tider fra {days}. Dem har jeg ikke rettet.")

    def exception(self, span: tuple[date, date], value: Value, reason: str) -> Edit:
        first, last = (day.isoformat() for day in span)
        made: dict[str, Value] = {"date": first} if first == last else {"from": first, "to": last}
        made["hours"] = value
        if reason:
            made["reason"] = reason
        if self.telephone:
            made["applies_to"] = "phone"
        if self.place:
            made["places"] = [self.place]
        return Add(("exceptions",), made)


def _in_order(schedule: Mapping[str, Value]) -> dict[str, Value]:
    names = ("place", "valid_from", "valid_to", "week", "note")
    return {name: schedule[name] for name in names if name in schedule}


def with_days(week: Mapping[str, Value], days: Mapping[int, Value]) -> dict[str, Value]:
    """A week in which some days have other hours. A name that stands for several days is kept
    where they all change alike, or none of them does."""
    made: dict[str, Value] = {}
    named: set[int] = set()
    for name, value in week.items():
        stands_for = days_of(name)
        named.update(stands_for)
        new = [days.get(day, value) for day in stands_for]
        if all(one == new[0] for one in new):
            made[name] = new[0]
        else:
            made |= {WEEKDAYS[day]: one for day, one in zip(stands_for, new, strict=True)}
    return made | {WEEKDAYS[day]: days[day] for day in sorted(days) if day not in named}
