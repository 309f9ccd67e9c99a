"""TOLD: the doors and telephones of a house, what they are called, and what holds for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from site_generator.language.spoken import _
from site_generator.resolve.hours import (
    ResolvedDay,
    has_house_hours,
    house_day,
    house_week_day,
)
from site_generator.resolve.phone_hours import (
    phone_day,
    phone_week_day,
)
from site_generator.resolve.seasons import Season, seasons_from
from site_generator.resolve.unusual_days import (
    exceptional_days,
    exceptional_phone_days,
)
from site_generator.schema.choices import Applies
from site_generator.schema.opening_hours import OpeningHoursFile
from site_generator.schema.times import DayHours
from site_generator.told.house import House
from site_generator.told.once import once
from site_generator.wording.in_words import words


@dataclass(frozen=True)
class Opening:
    """A door or a telephone: something that is open at times.

    `place` is an id from location.yml; None where there is only one, or one for all.
    """

    kind: Literal["house", "phone"]
    place: str | None
    label: str
    hours: OpeningHoursFile = field(hash=False, compare=False)

    def day(self, day: date) -> ResolvedDay:
        """What holds on a date, and why. A door without a week has no hours that a holiday could
        change: by appointment it is by appointment on 5 June too."""
        of_kind = house_day if self.kind == "house" else phone_day
        told = of_kind(self.hours, day, self.place)
        if told.kind in ("holiday", "house_policy") and not self.has_week:
            return ResolvedDay(day, self.usual(day), "", "weekly")
        return told

    def usual(self, day: date) -> DayHours:
        of_kind = house_week_day if self.kind == "house" else phone_week_day
        return of_kind(self.hours, day, self.place)

    def unusual(self, first: date, last: date) -> tuple[ResolvedDay, ...]:
        """The days on which something else holds than in the week."""
        of_kind = exceptional_days if self.kind == "house" else exceptional_phone_days
        return of_kind(self.hours, first, last, self.place)

    def seasons(self, day: date) -> Iterator[Season]:
        """The week that holds on a day, and those that come."""
        subject = Applies.HOUSE if self.kind == "house" else Applies.PHONE
        return seasons_from(self.hours, self.place, subject, day)

    @property
    def has_week(self) -> bool:
        return self.kind == "phone" or has_house_hours(self.hours, self.place)


def openings(house: House) -> tuple[Opening, ...]:
    """Every door and every telephone with hours of its own, the doors first."""
    return (*(door for door in doors(house) if door.has_week), *telephones(house))


def openings_near(house: House, first: date, last: date) -> tuple[Opening, ...]:
    """Those, and the doors without a week of which something is written for one of some days."""
    near = [
        door
        for door in doors(house)
        if door.has_week or any(d.kind == "exception" for d in door.unusual(first, last))
    ]
    return (*near, *telephones(house))


@once
def doors(house: House) -> tuple[Opening, ...]:
    """Every door of which something is told: its week, or only single days."""
    hours = house.municipality.opening_hours
    if hours is None:
        return ()
    places = house.municipality.location.places
    ids: list[str | None] = [place.id for place in places] or [None]
    return tuple(door_of(house, hours, place) for place in ids if _is_told_of(hours, place))


def door_of(house: House, hours: OpeningHoursFile, place_id: str | None) -> Opening:
    several = len(house.municipality.location.places) > 1
    place = house.municipality.place(place_id) if several else None
    return Opening("house", place_id, place.name if place else _("Huset"), hours)


def _is_told_of(hours: OpeningHoursFile, place: str | None) -> bool:
    named = {name for one in hours.exceptions for name in one.places}
    named |= {name for one in hours.temporarily_closed for name in one.places}
    said = hours.exceptions or hours.temporarily_closed or hours.by_appointment
    return has_house_hours(hours, place) or place in named or (not hours.house and bool(said))


@once
def telephones(house: House) -> tuple[Opening, ...]:
    """One for each place that has telephone hours of its own; mostly there is one in all."""
    hours = house.municipality.opening_hours
    places = dict.fromkeys(schedule.place for schedule in hours.phone) if hours else {}
    return tuple(
        Opening("phone", place, _phone_label(house, place, len(places) > 1), hours)
        for place in places
        if hours
    )


def _phone_label(house: House, place_id: str | None, several: bool) -> str:
    place = house.municipality.place(place_id) if several else None
    return _("Telefonen, {place}", place=place.name) if place else _("Telefonen")


def reason_in_words(day: ResolvedDay) -> str:
    """Why the hours are not as usual: the house's own words, else the name of the holiday."""
    return words(day.reason_text) if day.reason_text else _(day.reason)
