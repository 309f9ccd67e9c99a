"""PAGES: where a place is and when it is open, for machines, in the words of schema.org.

A day without `opens` is closed.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from site_generator.resolve.hours import exceptional_days, house_schedule
from site_generator.schema.location import Place
from site_generator.schema.opening_hours import OpeningHoursFile, Schedule
from site_generator.schema.times import Slot
from site_generator.told.house import House
from site_generator.told.week import DAYS_OF_EXCEPTIONS

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
    """The week that holds, and the coming days that are not like it."""
    hours = house.municipality.opening_hours
    schedule = house_schedule(hours, house.today, place) if hours else None
    if hours is None or schedule is None:
        return {}
    return known(
        {
            "openingHoursSpecification": list(_week(schedule)),
            "specialOpeningHoursSpecification": list(_special(hours, house.today, place)),
        }
    )


def _week(schedule: Schedule) -> Iterator[Thing]:
    """One entry for all weekdays that are open at the same time."""
    days: dict[Slot, list[str]] = {}
    for day, name in enumerate(_WEEKDAYS):
        for slot in schedule.week.on(day).slots:
            days.setdefault(slot, []).append(name)
    for slot, names in days.items():
        yield _open(schedule.valid_from, schedule.valid_to, slot) | {"dayOfWeek": names}


def _special(hours: OpeningHoursFile, today: date, place: str | None) -> Iterator[Thing]:
    last = today + timedelta(days=DAYS_OF_EXCEPTIONS)
    for day in exceptional_days(hours, today, last, place):
        for slot in day.hours.slots or (None,):
            yield _open(day.date, day.date, slot)


def _open(first: date | None, last: date | None, slot: Slot | None) -> Thing:
    return known(
        {
            "@type": "OpeningHoursSpecification",
            "validFrom": first.isoformat() if first else "",
            "validThrough": last.isoformat() if last else "",
            "opens": f"{slot.opens:%H:%M}" if slot else "",
            "closes": f"{slot.closes:%H:%M}" if slot else "",
        }
    )
