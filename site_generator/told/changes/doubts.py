"""TOLD: changes that families may be harmed by, and that are easily made by mistake.

None of them is wrong in itself, so nothing is refused: it is asked about.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import pairwise
from math import cos, hypot, radians
from typing import Literal

from site_generator.records.municipality import Municipality
from site_generator.resolve.holidays_dk import special_day
from site_generator.schema.choices import GONE, OfferStatus, SiteStatus
from site_generator.schema.events import Event
from site_generator.schema.location import Place
from site_generator.schema.times import Slot
from site_generator.told.changes.activities import ActivityChange, Change
from site_generator.told.changes.fields import languages_in_words
from site_generator.told.changes.hours import DayChange, OpeningChange
from site_generator.told.changes.numbers import left_behind, vanished
from site_generator.told.house import House
from site_generator.told.offers import shown_offers
from site_generator.wording.in_words import plain_date

Kind = Literal[
    "all_closed",
    "hours_shifted",
    "at_night",
    "on_holiday",
    "series_shifted",
    "all_cancelled",
    "activity_at_night",
    "activity_late",
    "no_date",
    "no_activities",
    "no_offers",
    "all_paused",
    "left_behind",
    "vanished",
    "demo_again",
    "other_address",
    "far_away",
    "point_left",
    "long_ago",
    "language_gone",
]


@dataclass(frozen=True)
class Doubt:
    """What to ask about; `words` and `day` fill the gaps of the question."""

    kind: Kind
    words: tuple[str, ...] = ()
    count: int = 0
    day: date | None = None
    slot: Slot | None = None


_SOON = 90
_LONG_AGO = timedelta(days=90)
_MORNING = time(5, 30)
_LATE = time(21)
_KILOMETRES = 5
_TO_SHIFT = 3


def doubts_about_hours(changes: Iterable[OpeningChange]) -> Iterator[Doubt]:
    for change in changes:
        if not any(one.differs for one in change.every):
            continue
        label = change.opening.label
        first = next(at for at, one in enumerate(change.every) if one.differs)
        soon = change.every[first : first + _SOON]
        if _open_days(soon, "before") > 10 * _open_days(soon, "after"):
            how_many = "næsten alle" if _open_days(soon, "after") else "alle"
            yield Doubt("all_closed", (label, how_many), day=soon[0].day)
        elif _shifted(soon):
            yield Doubt("hours_shifted", (label,))
        yield from _strange_hours(label, change)


def _open_days(days: Sequence[DayChange], version: str) -> int:
    hours = (getattr(one, version) for one in days)
    return sum(bool(one.slots or one.by_appointment) for one in hours)


def _shifted(days: Sequence[DayChange]) -> bool:
    """Whether nearly each day now has what the day before it, or after it, had."""
    changed = sum(one.differs for one in days)
    later = sum(one.after != two.before for two, one in pairwise(days))
    sooner = sum(one.before != two.after for two, one in pairwise(days))
    return changed > 4 * min(later, sooner) + 2


def _strange_hours(label: str, change: OpeningChange) -> Iterator[Doubt]:
    """Open at night, or on a holiday, which it was not before; told once for each."""
    known = {slot for one in change.every for slot in one.before.slots}
    night = (slot for one in change.every for slot in one.after.slots if slot not in known)
    for slot in dict.fromkeys(slot for slot in night if _at_night(slot)):
        yield Doubt("at_night", (label,), slot=slot)
    policy = change.opening.hours.holidays
    for one in change.every:
        special = special_day(policy, one.day) if one.differs and one.after.slots else None
        if special and one.before.closed and not _is_written(change, one.day):
            yield Doubt("on_holiday", (label, special.name), day=one.day)


def _is_written(change: OpeningChange, day: date) -> bool:
    """Who writes a date means that day."""
    return change.opening.day(day).kind == "exception"


def _at_night(slot: Slot) -> bool:
    return not slot.all_day and slot.opens < _MORNING


def doubts_about_activities(
    before: House, after: House, changes: Sequence[Change]
) -> Iterator[Doubt]:
    if before.coming and not after.coming:
        yield Doubt("no_activities", count=len(before.coming))
        return
    yield from _dates_long_ago(before, after)
    still = {event.id for event in after.municipality.events.events}
    for change in changes:
        if isinstance(change, ActivityChange):
            yield from _about_one(after, change, still)


def _dates_long_ago(before: House, after: House) -> Iterator[Doubt]:
    """A newly written date that is long past, of an activity that goes on: often a wrong year."""
    was = {event.id: _written(event) for event in before.municipality.events.events}
    now = {one.event.id: one for one in after.coming}
    for name, occurrence in now.items():
        for day in sorted(_written(occurrence.event) - was.get(name, set())):
            if day < after.today - _LONG_AGO:
                yield Doubt("long_ago", (after.title_of(occurrence), plain_date(day)))


def _written(event: Event) -> set[date]:
    """The dates that an author has written one by one."""
    return {*event.dates, *(one.date for one in event.add), *([event.date] if event.date else [])}


def _about_one(after: House, change: ActivityChange, still: set[str]) -> Iterator[Doubt]:
    count = len(change.after)
    if count >= _TO_SHIFT and _a_day_aside(change):
        yield Doubt("series_shifted", (change.title,), count)
    elif change.kind == "cancelled" and count >= _TO_SHIFT and _all_of_it(after, change):
        yield Doubt("all_cancelled", (change.title,), count)
    elif change.kind == "gone" and change.before[0].event.id in still:
        yield Doubt("no_date", (change.title,))
    known = {one.slot for one in change.before}
    for slot in dict.fromkeys(one.slot for one in change.after if one.slot not in known):
        if _at_night(slot):
            yield Doubt("activity_at_night", (change.title,), slot=slot)
        elif not slot.all_day and slot.opens >= _LATE:
            yield Doubt("activity_late", (change.title,), slot=slot)


def _a_day_aside(change: ActivityChange) -> bool:
    if change.kind == "shifted":
        return abs(change.days) == 1
    return change.kind == "moved" and abs((change.after[0].date - change.before[0].date).days) == 1


def _all_of_it(after: House, change: ActivityChange) -> bool:
    event = change.after[0].event.id
    return all(one.status == "cancelled" for one in after.coming if one.event.id == event)


def doubts_about_offers(before: House, after: House) -> Iterator[Doubt]:
    was, now = shown_offers(before), shown_offers(after)
    running = [one for one in was if one.status is OfferStatus.ACTIVE]
    if was and not now:
        yield Doubt("no_offers", count=len(was))
    elif len(running) > 1 and not any(one.status not in _PAUSED for one in now):
        yield Doubt("all_paused", count=len(now))


_PAUSED = (OfferStatus.TEMPORARILY_CLOSED, *GONE)


def doubts_about_contact(before: House, after: House) -> Iterator[Doubt]:
    for old, new, where, still in left_behind(before, after):
        yield Doubt("left_behind", (old, new, where, *still))
    for number, where in vanished(before, after):
        yield Doubt("vanished", (number, where))
    was, now = before.municipality, after.municipality
    if gone := tuple(one for one in was.site.languages if one not in now.site.languages):
        yield Doubt("language_gone", (languages_in_words(gone),))
    if was.site.status is SiteStatus.OFFICIAL and now.site.status is SiteStatus.DEMO:
        yield Doubt("demo_again")
    if was.site.base_url and was.site.base_url != now.site.base_url:
        yield Doubt("other_address", (was.site.base_url, now.site.base_url or ""))
    yield from _doubts_about_places(was, now)


def _doubts_about_places(was: Municipality, now: Municipality) -> Iterator[Doubt]:
    places = {place.id: place for place in was.location.places}
    for place in now.location.places:
        old_place = places.get(place.id)
        if old_place is None:
            continue
        if old_place.address != place.address and _same_point(old_place, place):
            yield Doubt("point_left", (place.name,))
        elif old_place.address == place.address:
            far = round(_kilometres(old_place, place))
            if far >= _KILOMETRES:
                yield Doubt("far_away", (place.name,), far)


def _same_point(one: Place, other: Place) -> bool:
    point = (one.latitude, one.longitude)
    return None not in point and point == (other.latitude, other.longitude)


def _kilometres(one: Place, other: Place) -> float:
    """How far apart two points are, near enough for a country as small as Denmark."""
    points = (one.latitude, one.longitude, other.latitude, other.longitude)
    if any(number is None for number in points):
        return 0.0
    north, east, north_too, east_too = (number or 0.0 for number in points)
    wide = cos(radians(north))
    return hypot(north_too - north, (east_too - east) * wide) * 111.2
