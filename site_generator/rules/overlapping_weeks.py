"""Two weeks that both hold for a while, where their periods do not say plainly which goes before.

A short period within a long one is summer hours, and says so. Where each has days of its own, one
of them has mostly been given the wrong date; families would get the hours of the shorter one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations

from site_generator.problems import Problem
from site_generator.records.municipality import Municipality
from site_generator.resolve.statements import EARLIEST, LATEST
from site_generator.rules.circumstances import Circumstances
from site_generator.rules.known_hours import days_in_words
from site_generator.rules.reporting import error, warning
from site_generator.schema.opening_hours import Schedule

_DAY = timedelta(days=1)


def weeks_do_not_overlap_by_chance(
    municipality: Municipality, _: Circumstances
) -> Iterator[Problem]:
    """Of two weeks that overlap one lies within the other, or `check` says which of them holds."""
    hours = municipality.opening_hours
    for schedules in (hours.house, hours.phone) if hours else ():
        for early, late in _overlapping(schedules):
            yield _told(early, late)


def _overlapping(schedules: Sequence[Schedule]) -> Iterator[tuple[Schedule, Schedule]]:
    """Pairs for the same place of which each has days of its own; the one that begins first."""
    whole = (one for one in schedules if not _is_faulty(one))
    for early, late in combinations(sorted(whole, key=_begins), 2):
        same_place = early.place == late.place or None in (early.place, late.place)
        if same_place and _begins(early) < _begins(late) <= _ends(early) < _ends(late):
            yield early, late


def _is_faulty(schedule: Schedule) -> bool:
    faulty = any(schedule.faulty(key) for key in ("place", "valid_from", "valid_to"))
    return faulty or _ends(schedule) < _begins(schedule)


def _begins(schedule: Schedule) -> date:
    return schedule.valid_from or EARLIEST


def _ends(schedule: Schedule) -> date:
    return schedule.valid_to or LATEST


def _told(early: Schedule, late: Schedule) -> Problem:
    """At the later one, with the lines of both."""
    first, last = _begins(late), _ends(early)
    days = days_in_words(first, last)
    message = f"Både denne uge og den i linje {early.line_of()} gælder {days}"
    remedy = (
        f"Skriv «valid_to: {first - _DAY}» i linje {early.line_of('valid_to')}, eller skriv "
        f"«valid_from: {last + _DAY}» her."
    )
    before = _goes_before(early, late)
    if before is None:
        return error(late, "valid_from", f"{message}, og ingen af dem går forud.", remedy)
    which = "denne" if before is late else f"den i linje {early.line_of()}"
    told = f"{message}. De dage bruges {which}, for den har den korteste periode."
    return warning(late, "valid_from", told, f"{remedy} Er det rigtigt, så lad det stå.")


def _goes_before(early: Schedule, late: Schedule) -> Schedule | None:
    """The shorter of the two, or of two as long the one that names its place; None for neither."""
    if early.valid_from is None and late.valid_to is None:
        return None  # each goes on for ever, in its own direction
    one, other = (_precision(schedule) for schedule in (early, late))
    if one == other:
        return None
    return early if one < other else late


def _precision(schedule: Schedule) -> tuple[timedelta, bool]:
    """As `resolve/statements.py` puts weeks in order: the least goes before."""
    return _ends(schedule) - _begins(schedule), schedule.place is None
