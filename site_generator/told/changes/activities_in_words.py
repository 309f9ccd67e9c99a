"""TOLD: new, moved and cancelled activities as sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from site_generator.resolve.recurrence import Occurrence
from site_generator.told import times
from site_generator.told.changes.activities import ActivityChange, Change, DetailChange
from site_generator.told.changes.fields import now_and_before, translations_in_words
from site_generator.wording.in_words import (
    day_and_month,
    day_of_month,
    in_a_row,
    weekday,
    without_full_stop,
)

_FEW = 3


def activities_in_words(changes: Iterable[Change]) -> Iterator[str]:
    for change in changes:
        if isinstance(change, DetailChange):
            yield from (f"«{change.title}», {said}" for said in _details(change))
        else:
            yield _TELLERS[change.kind](change)


def _details(change: DetailChange) -> Iterator[str]:
    if change.field:
        field = change.field
        yield now_and_before(field.title, field.before, field.after)
    yield from translations_in_words(change)


def _new(change: ActivityChange) -> str:
    return f"Ny aktivitet: «{change.title}», {series_in_words(change.after)}."


def _gone(change: ActivityChange) -> str:
    return f"Væk fra kalenderen: «{change.title}», {series_in_words(change.before)}."


def _more(change: ActivityChange) -> str:
    return f"Flere gange: «{change.title}», {series_in_words(change.after)}."


def _fewer(change: ActivityChange) -> str:
    return f"Ikke mere: «{change.title}», {series_in_words(change.before)}."


def _shifted(change: ActivityChange) -> str:
    was, now = change.before[0], change.after[0]
    if len(change.after) == 1:
        return f"Flyttet: «{change.title}» er nu {_within(now)}, før {_within(was)}."
    return (
        f"Flyttet: «{change.title}» er nu {_each(now)} fra {day_of_month(now.date)}, "
        f"før {_each(was)}. Det gælder {len(change.after)} gange."
    )


def _moved(change: ActivityChange) -> str:
    was, now = change.before[0], change.after[0]
    why = f" {without_full_stop(change.why)}." if change.why else ""
    if (was.date, was.slot) == (now.date, now.slot):
        where = f" i {change.where}" if change.where else ""
        return f"Et andet sted: «{change.title}»{where}, {series_in_words(change.after)}.{why}"
    if len(change.after) == 1:
        return (
            f"Flyttet: «{change.title}» er nu {_within(now)}, før {_within(was)}.{_at(change)}{why}"
        )
    return (
        f"Andre tider: «{change.title}» er nu {times.hours(now)}, før {times.hours(was)}. "
        f"Det gælder {len(change.after)} gange fra {day_and_month(now.date)}.{_at(change)}{why}"
    )


def _at(change: ActivityChange) -> str:
    return f" Stedet er {change.where}." if change.where else ""


def _cancelled(change: ActivityChange) -> str:
    why = "".join(f" {said}." for said in _why_cancelled(change))
    return f"Aflyst: «{change.title}», {series_in_words(change.after)}.{why}"


def _why_cancelled(change: ActivityChange) -> Iterator[str]:
    one, reason = change.after[0], without_full_stop(change.why)
    if one.offer_ended:
        yield "Tilbuddet er ikke i gang mere"
    if reason:
        yield f"Huset har lukket: {reason}" if one.house_closed else reason


def _held_again(change: ActivityChange) -> str:
    return f"Ikke aflyst mere: «{change.title}», {series_in_words(change.after)}."


def _full(change: ActivityChange) -> str:
    return f"«{change.title}»: alt er optaget."


def _room(change: ActivityChange) -> str:
    return f"«{change.title}»: der er plads igen."


_TELLERS = {
    "new": _new,
    "gone": _gone,
    "more": _more,
    "fewer": _fewer,
    "shifted": _shifted,
    "moved": _moved,
    "cancelled": _cancelled,
    "held_again": _held_again,
    "full": _full,
    "room": _room,
}


def series_in_words(occurrences: Sequence[Occurrence]) -> str:
    """For example «12 torsdage kl. 10–12 fra 3. december til 25. februar»."""
    first, last = occurrences[0], occurrences[-1]
    if len(occurrences) <= _FEW:
        return in_a_row([_within(one) for one in occurrences])
    until = f"fra {day_of_month(first.date)} til {day_of_month(last.date)}"
    if len({(one.date.weekday(), one.slot) for one in occurrences}) == 1:
        return f"{len(occurrences)} {weekday(first.date)}e {times.hours(first)} {until}"
    same_hours = len({one.slot for one in occurrences}) == 1
    hours = f"{times.hours(first)} " if same_hours else ""
    return f"{len(occurrences)} gange {hours}{until}"


def _within(occurrence: Occurrence) -> str:
    said = times.when_with_date(occurrence)
    return said[:1].lower() + said[1:]


def _each(occurrence: Occurrence) -> str:
    return f"{weekday(occurrence.date)}e {times.hours(occurrence)}"
