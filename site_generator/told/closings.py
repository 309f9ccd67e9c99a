"""TOLD: that the house, or one of its places, is closed for a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from site_generator.language.marked import fill
from site_generator.language.spoken import _
from site_generator.resolve.statements import closings, holding
from site_generator.schema.opening_hours import TemporarilyClosed
from site_generator.told.house import House
from site_generator.told.once import once
from site_generator.wording.in_words import in_a_row, plain_date, without_full_stop, words

# A page that is some days old says it too: the script shows it from its first day.
_DAYS_AHEAD = 14


@dataclass(frozen=True)
class Closing:
    """Why, until when, and where to get help meanwhile.

    `since` and `until` are the first and last day as ISO dates, by which the script shows the
    words and takes them away; `until` is empty where nobody knows. `coming` ones are hidden on the
    day of the build.
    """

    title: str
    text: str
    since: str
    until: str
    coming: bool


@once
def closings_told(house: House) -> tuple[Closing, ...]:
    """Those that hold, and those that begin within days."""
    hours = house.municipality.opening_hours
    soon = house.today + timedelta(days=_DAYS_AHEAD)
    return tuple(
        _closing(house, closed)
        for closed in (hours.temporarily_closed if hours else ())
        if closed.from_ <= soon and house.today <= (closed.until or date.max)
    )


def closing_of(house: House, place: str | None) -> TemporarilyClosed | None:
    """What closes a place on the day of the build, for longer than the day."""
    hours = house.municipality.opening_hours
    return holding(closings(hours, place), house.today) if hours else None


def all_closed(house: House) -> bool:
    """Whether there is no door to come to."""
    places: list[str | None] = [place.id for place in house.municipality.location.places] or [None]
    return all(closing_of(house, place) for place in places)


def closed_title(closed: TemporarilyClosed, names: str = "") -> str:
    """«Lukket til og med 29. februar 2028.»; with the names of places: who is."""
    last = plain_date(closed.until) if closed.until else ""
    if names and last:
        return _("{places} er lukket til og med {date}.", places=names, date=last)
    if names:
        return _("{places} er lukket for tiden.", places=names)
    return _("Lukket til og med {date}.", date=last) if last else _("Lukket for tiden.")


def closed_text(closed: TemporarilyClosed) -> str:
    """Why, and what there is instead."""
    reason, instead = without_full_stop(words(closed.reason)), words(closed.instead)
    return fill("{0}. {1}", reason, instead) if instead else fill("{0}.", reason)


def closed_sentence(closed: TemporarilyClosed) -> str:
    """All of it, as it stands on paper and in a post."""
    return fill("{0} {1}", closed_title(closed), closed_text(closed))


def _closing(house: House, closed: TemporarilyClosed) -> Closing:
    found = (house.municipality.place(place) for place in closed.places)
    return Closing(
        title=closed_title(closed, in_a_row([place.name for place in found if place])),
        text=closed_text(closed),
        since=closed.from_.isoformat(),
        until=closed.until.isoformat() if closed.until else "",
        coming=closed.from_ > house.today,
    )
