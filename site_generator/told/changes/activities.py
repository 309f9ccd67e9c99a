"""TOLD: which activities of the next twelve months are new, moved, cancelled or gone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from site_generator.resolve.recurrence import Occurrence
from site_generator.told.changes.fields import FieldChange, field_changes, language_changes
from site_generator.told.house import House

Kind = Literal[
    "new", "gone", "shifted", "more", "fewer", "cancelled", "held_again", "moved", "full", "room"
]
_MOST_OF_THEM = 0.8
_FARTHEST = 6


@dataclass(frozen=True)
class ActivityChange:
    """What happens to the times of one activity. `days` is how far a whole series is
    shifted; `where` the new place, where it is another one."""

    kind: Kind
    title: str
    before: tuple[Occurrence, ...] = ()
    after: tuple[Occurrence, ...] = ()
    days: int = 0
    why: str = ""
    where: str = ""


@dataclass(frozen=True)
class DetailChange:
    """A fact of an activity that is another one, or what has come of its translations."""

    title: str
    field: FieldChange | None = None
    translated: tuple[str, ...] = ()
    untranslated: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()


Change = ActivityChange | DetailChange
_Times = Mapping[str, Occurrence]


def activity_changes(before: House, after: House) -> Iterator[Change]:
    """Activity by activity, in the order of the file as it is now; what has gone comes last."""
    was, now = _by_event(before), _by_event(after)
    for name in dict.fromkeys([*now, *was]):
        old, new = was.get(name, {}), now.get(name, {})
        house, one = (after, new) if new else (before, old)
        title = house.title_of(next(iter(one.values())))
        if not old or not new:
            kind: Kind = "gone" if old else "new"
            yield ActivityChange(kind, title, _in_order(old.values()), _in_order(new.values()))
        else:
            yield from _other_times(title, old, new)
            yield from _same_times(after, title, old, new)
            yield from _details(after, title, old, new)


def _by_event(house: House) -> dict[str, dict[str, Occurrence]]:
    found: dict[str, dict[str, Occurrence]] = defaultdict(dict)
    for occurrence in house.coming:
        found[occurrence.event.id][occurrence.key] = occurrence
    order = [event.id for event in house.municipality.events.events]
    return {name: found[name] for name in order if name in found}


def _in_order(occurrences: Iterable[Occurrence]) -> tuple[Occurrence, ...]:
    return tuple(sorted(occurrences, key=lambda one: (one.date, one.slot)))


def _other_times(title: str, old: _Times, new: _Times) -> Iterator[Change]:
    """Times that are only in one of the versions: a whole series on another day, or some.

    Not those that are cancelled there: a day off that a closing makes a cancelled one is no more
    held than before.
    """
    gone = _in_order(one for key, one in old.items() if key not in new)
    come = _in_order(one for key, one in new.items() if key not in old)
    days = _shift(gone, come)
    if days:
        gone, come, went, came = _apart(gone, come, days)
        yield ActivityChange("shifted", title, went, came, days)
    if held := tuple(filter(_is_held, come)):
        yield ActivityChange("more", title, after=held)
    if held := tuple(filter(_is_held, gone)):
        yield ActivityChange("fewer", title, before=held)


def _is_held(occurrence: Occurrence) -> bool:
    return occurrence.status != "cancelled"


_Some = tuple[Occurrence, ...]


def _apart(gone: _Some, come: _Some, days: int) -> tuple[_Some, _Some, _Some, _Some]:
    """What is only gone, what is only new, and what has been shifted: as it was, as it is."""
    far = timedelta(days=days)
    old, new = {one.original_date for one in gone}, {one.original_date for one in come}
    return (
        tuple(one for one in gone if one.original_date + far not in new),
        tuple(one for one in come if one.original_date - far not in old),
        tuple(one for one in gone if one.original_date + far in new),
        tuple(one for one in come if one.original_date - far in old),
    )


def _shift(gone: Sequence[Occurrence], come: Sequence[Occurrence]) -> int:
    """By how many days most of them have been shifted; 0 where they have not."""
    distances = Counter(
        (new.original_date - old.original_date).days
        for old in gone
        for new in come
        if abs((new.original_date - old.original_date).days) <= _FARTHEST
    )
    best = sorted(distances.items(), key=lambda found: (-found[1], abs(found[0])))
    days, count = best[0] if best else (0, 0)
    fewest, most = sorted((len(gone), len(come)))
    return days if count >= max(_MOST_OF_THEM * fewest, most / 2) else 0


def _same_times(house: House, title: str, old: _Times, new: _Times) -> Iterator[Change]:
    """Times that are in both versions: cancelled, held again, at another hour or place."""
    both = [(old[key], new[key]) for key in new if key in old]
    groups: dict[tuple[object, ...], list[tuple[Occurrence, Occurrence]]] = defaultdict(list)
    for was, now in both:
        key = _what_happened(was, now)
        if key:
            groups[key].append((was, now))
    for key, pairs in groups.items():
        was_all, now_all = (_in_order(pair[side] for pair in pairs) for side in (0, 1))
        kind: Kind = key[0]  # type: ignore[assignment]
        place = house.municipality.place(now_all[0].place)
        where = place.name if place and was_all[0].place != now_all[0].place else ""
        yield ActivityChange(kind, title, was_all, now_all, why=str(key[1]), where=where)
    fulls = [(was.event.full, now.event.full) for was, now in both[:1]]
    if fulls and fulls[0][0] != fulls[0][1]:
        yield ActivityChange("full" if fulls[0][1] else "room", title)


def _what_happened(was: Occurrence, now: Occurrence) -> tuple[object, ...]:
    """What those have in common that are told together; empty where nothing has happened."""
    if "cancelled" in (was.status, now.status):
        if was.status == now.status:
            return ()
        kind = "cancelled" if now.status == "cancelled" else "held_again"
        return kind, now.reason, now.house_closed, now.offer_ended
    if (was.date, was.slot, was.place) == (now.date, now.slot, now.place):
        return ()
    return "moved", now.reason, (now.date - was.date).days, was.slot, now.slot, now.place


# When it is on is told by its times; the rest is what families are told besides.
_TIMES = (
    *("offer", "date", "dates", "weekly", "weeks", "every", "monthly", "from_", "until", "time"),
    *("meetings", "days", "place", "full", "skip", "add", "cancelled", "moved"),
    *("on_public_holidays", "when_house_is_closed", "in_school_holidays"),
)


def _details(house: House, title: str, old: _Times, new: _Times) -> Iterator[DetailChange]:
    """What else the activity itself says; what it has from its offer is told there."""
    was, now = (next(iter(times.values())).event for times in (old, new))
    for field in field_changes(was, now, *_TIMES):
        yield DetailChange(title, field)
    come, gone, stale = map(tuple, language_changes(was, now, house.municipality.site.languages))
    if come or gone or stale:
        yield DetailChange(title, None, come, gone, stale)
