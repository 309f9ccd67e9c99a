"""PAGES: where a place is and when it is open, for machines, in the words of schema.org.

A day without `opens` is closed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from site_generator.resolve.seasons import Season
from site_generator.resolve.statements import EARLIEST, LATEST
from site_generator.schema.location import Place
from site_generator.schema.opening_hours import Schedule
from site_generator.schema.times import Slot
from site_generator.told.house import House
from site_generator.told.openings import door_of, doors
from site_generator.told.other_days import OtherDays, other_days
from site_generator.told.week import seasons_told

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

Thing = dict[str, Any]


def known(thing: Thing) -> Thing:
    """Without what is not known, since an empty name or number is worse than none."""
    return {key: value for key, value in thing.items() if value not in ("", None, [], {})}


def where_and_when(house: House, place: Place) -> Thing:
    return {**where(place), **hours_of(house, place.id)}


def where(place: Place) -> Thing:
    found: Thing = {}
    if place.address:
        found["address"] = {
            "@type": "PostalAddress",
            "streetAddress": place.address.street,
            "postalCode": place.address.postal_code,
            "addressLocality": place.address.city,
            "addressCountry": "DK",
        }
    if place.latitude and place.longitude:
        found["geo"] = {
            "@type": "GeoCoordinates",
            "latitude": place.latitude,
            "longitude": place.longitude,
        }
    return found


def hours_of(house: House, place: str | None) -> Thing:
    """The week that holds and those that come, and the coming days that are not like them."""
    hours = house.municipality.opening_hours
    if hours is None:
        return {}
    door = door_of(house, hours, place)
    told = other_days(house.today, (door,)) if door in doors(house) else ()
    weeks = [s for s in seasons_told(house, door) if s.schedule] if door.has_week else []
    silent = [one for one in told if not one.hours.known]
    return known(
        {
            "openingHoursSpecification": [
                entry
                for season in weeks
                for first, last in _without(season, silent)
                if season.schedule
                for entry in _week(season.schedule, first, last)
            ],
            "specialOpeningHoursSpecification": [
                _open(one.first, one.last, slot)
                for one in told
                if one.hours.known
                for slot in one.hours.slots or (None,)
            ],
        }
    )


def _without(season: Season, silent: Sequence[OtherDays]) -> Iterator[tuple[date, date]]:
    """A season around the days that nobody has told of: of those nothing is said."""
    first = season.first
    for one in silent:
        last = one.last or LATEST
        if last >= first and one.first <= season.last:
            if first < one.first:
                yield first, one.first - timedelta(days=1)
            first = last + timedelta(days=1)
    if first <= season.last:
        yield first, season.last


def _week(schedule: Schedule, first: date, last: date) -> Iterator[Thing]:
    """One entry for all weekdays that are open at the same time."""
    days: dict[Slot, list[str]] = {}
    for day, name in enumerate(_WEEKDAYS):
        for slot in schedule.week.on(day).slots:
            days.setdefault(slot, []).append(name)
    since, until = None if first == EARLIEST else first, None if last == LATEST else last
    for slot, names in days.items():
        yield _open(since, until, slot) | {"dayOfWeek": names}


def _open(first: date | None, last: date | None, slot: Slot | None) -> Thing:
    return known(
        {
            "@type": "OpeningHoursSpecification",
            "validFrom": first.isoformat() if first else "",
            "validThrough": last.isoformat() if last else "",
            "opens": f"{slot.opens:%H:%M}" if slot else "",
            "closes": _closes(slot) if slot else "",
        }
    )


def _closes(slot: Slot) -> str:
    """Next day where it is before `opens`; the clock round is written as search engines read it."""
    return "23:59" if slot.all_day else f"{slot.closes:%H:%M}"
