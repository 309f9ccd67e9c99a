"""RENDER: when an entry changed last, and a number that rises with every change.

Programs skip what is not newer than what they have (RFC 5545 3.8.7.3, 3.8.7.4), and no author
remembers to say when. So the history says it: the newest of the files that decide an entry. Both
values rise with every change that is published, and never fall (read/lineage.py).

Where there is no history (files from a zip), `updated:` is all there is.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from site_generator.read.remembered import PIN
from site_generator.resolve.recurrence import Occurrence
from site_generator.schema.events import Event
from site_generator.told.house import House

# The stamp of what has never been changed. Raise it when the program tells something else of the
# same files that a subscriber must not miss.
NEVER_CHANGED = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)

# On the same day a change goes this way; a later date goes before it.
_RANK = {"planned": 0, "added": 0, "moved": 1, "cancelled": 2}

_OF_HOURS = ("site.yml", "location.yml", "opening_hours.yml")
_OF_ACTIVITIES = (*_OF_HOURS, "offers.yml", "events.yml")

# RFC 5545 3.3.8: what an INTEGER can hold. In seconds since 2020 it is reached in 2088.
_MOST = 2**31 - 1


@dataclass(frozen=True)
class Stamp:
    """`moment` is UTC, in whole seconds; `sequence` are those since NEVER_CHANGED, so that a
    house that gets a history, or loses it, goes on from where it was."""

    moment: dt.datetime
    sequence: int


def stamp_of_occurrence(house: House, occurrence: Occurrence) -> Stamp:
    return _known(house, _deciding(house, occurrence.event)) or _written(
        occurrence.updated, _rank(occurrence)
    )


def stamp_of_series(house: House, event: Event) -> Stamp:
    """Of the entry that holds the rule."""
    return _known(house, _deciding(house, event)) or _written(event.updated, 0)


def stamp_of_hours(house: House) -> Stamp:
    """Of a day with other opening hours than usual."""
    return _known(house, _OF_HOURS) or _written(None, 0)


def _deciding(house: House, event: Event) -> Iterator[str]:
    """The files from which an activity's entries are made."""
    yield from _OF_ACTIVITIES
    offer = house.municipality.offer(event.offer)
    if offer and offer.based_on:
        # The standard offer is the project's own, or came with a version of the program.
        yield f"content/catalogue/{offer.based_on}.yml"
        yield PIN


def _known(house: House, files: tuple[str, ...] | Iterator[str]) -> Stamp | None:
    moment = house.dates.newest(files)
    return _stamp(max(moment, NEVER_CHANGED), 0) if moment else None


def _written(updated: dt.date | None, rank: int) -> Stamp:
    """From an author's date. On one day `rank` (0 to 9) decides."""
    day = max(updated or NEVER_CHANGED.date(), NEVER_CHANGED.date())
    return _stamp(dt.datetime.combine(day, dt.time(), dt.UTC), rank)


def _stamp(moment: dt.datetime, rank: int) -> Stamp:
    seconds = int((moment - NEVER_CHANGED).total_seconds())
    return Stamp(moment, min(seconds + rank, _MOST))


def _rank(occurrence: Occurrence) -> int:
    """Which of two changes on the same day is the later one.

    The other way round, as where a cancelled meeting takes place after all, the author dates the
    activity itself too: its `updated` goes before every change of single dates on that day.
    """
    whole_activity = occurrence.event.updated and occurrence.event.updated == occurrence.updated
    return _RANK[occurrence.status] + (3 if whole_activity else 0)
