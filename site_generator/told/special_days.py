"""TOLD: the days that are not like the week, in as few lines as they can be said in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from site_generator.language.marked import fill, join
from site_generator.language.spoken import _
from site_generator.resolve.hours import dates
from site_generator.told.house import House
from site_generator.told.once import once
from site_generator.told.openings import doors, telephones
from site_generator.told.other_days import DAYS_TOLD, OtherDays, other_days
from site_generator.wording.in_words import (
    day_and_month,
    day_hours_in_words,
    in_a_row,
    plain_date,
    sentence,
    weekday_and_number,
)

_FAR = timedelta(days=270)


@once
def special_days(house: House) -> tuple[tuple[str, str], ...]:
    """Them in words: when and where, and what holds; of the doors, of the telephones, of both."""
    of_doors = other_days(house.today, doors(house))
    of_phones = other_days(house.today, telephones(house))
    every = set(telephones(house))
    told_with = {
        phone: _door_that_tells(phone, of_doors) if set(phone.openings) == every else None
        for phone in of_phones
    }
    told = [*of_doors, *(phone for phone in of_phones if told_with[phone] is None)]
    return tuple(
        (_when_and_where(house, one, one in told_with.values()), _what(one))
        for one in sorted(told, key=lambda one: one.first)
    )


def _door_that_tells(phone: OtherDays, of_doors: Sequence[OtherDays]) -> OtherDays | None:
    """What is told of doors and holds for the telephone too, which then needs no line."""
    alike = (door for door in of_doors if _alike(phone, door) or _is_closed_all_along(phone, door))
    return next(alike, None)


def _alike(phone: OtherDays, door: OtherDays) -> bool:
    """The same days, the same hours, for the same reasons."""
    same = (phone.first, phone.last, phone.hours) == (door.first, door.last, door.hours)
    return same and phone.reasons == door.reasons


def _is_closed_all_along(phone: OtherDays, door: OtherDays) -> bool:
    """Closed on days within those of the door, and on the others closed anyway."""
    if not (phone.hours.closed and door.hours.closed and phone.last and door.last):
        return False
    within = door.first <= phone.first and phone.last <= door.last
    days = list(dates(door.first, door.last)) if within else []
    if not 0 < len(days) <= DAYS_TOLD or not set(phone.reasons) <= set(door.reasons):
        return False
    return all(one.day(day).hours.closed for one in phone.openings for day in days)


def _when_and_where(house: House, one: OtherDays, telephone_too: bool) -> str:
    every = {door.place for door in doors(house)}
    of_doors = one.openings[0].kind == "house"
    all_doors = of_doors and {opening.place for opening in one.openings} == every
    names = [] if all_doors else [opening.label for opening in one.openings]
    if telephone_too:
        names.append(_("også telefonen"))
    return join(_(", "), [sentence(_when(one, house.today)), *names])


def _when(one: OtherDays, today: date) -> str:
    if one.last is None:
        return _("indtil videre") if one.begun else _("fra {date}", date=_day(one.first, today))
    last = _day(one.last, today)
    if one.first == one.last and not one.begun:
        return last
    if one.begun:
        return _("til og med {date}", date=last)
    same_month = (one.first.year, one.first.month) == (one.last.year, one.last.month)
    near = one.last - today <= _FAR
    first = weekday_and_number(one.first) if same_month and near else _day(one.first, today)
    return _("{first} til {last}", first=first, last=last)


def _day(day: date, today: date) -> str:
    """Far ahead the year is said, and not the weekday."""
    return plain_date(day) if day - today > _FAR else day_and_month(day)


def _what(one: OtherDays) -> str:
    """«Lukket. Juleaftensdag og Juledag»."""
    text = sentence(day_hours_in_words(one.hours))
    return fill("{0}. {1}", text, in_a_row(one.reasons)) if one.reasons else text
