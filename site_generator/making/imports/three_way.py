"""IMPORTS: what a source says now, beside what it said last and what stands in `events.yml`.

Where only the source has changed, the source is followed; where a person has, the person is. Where
both have, the person is followed and the source's is told.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from site_generator.making.imports.happening import NO_REASON
from site_generator.making.imports.rhythm import Fields
from site_generator.schema.events import Event
from site_generator.write.author_edits import Value

# When it is: these say it together, or not at all.
_RULE = ("date", "dates", "weekly", "weeks", "every", "monthly", "from", "until")
# So do where it is, and what it is called: one stands for the other.
_TOGETHER = (("place", "venue"), ("offer", "title"))
_LISTS = ("skip", "add", "cancelled", "moved")
# What an activity can be told by, as the schema names it, in its order.
ORDER = tuple(info.alias or name for name, info in Event.model_fields.items())


@dataclass
class Merged:
    """The fields as they shall stand, and the names of those that both have changed."""

    fields: Fields
    conflicts: list[str] = field(default_factory=list)


def merged(last: Fields, now: Fields, source: Fields, today: dt.date) -> Merged:
    """All three without the id. A day to come that the source has no more is cancelled, not gone:
    families have seen it."""
    made = Merged(dict(now))
    if not _moves(made.fields, (last, now, source), today):
        _merge_rule(made, last, now, source)
    names = {*last, *source} - {*_RULE, *_LISTS}
    for group in _TOGETHER:
        names -= _merge_group(made, group, (last, now, source))
    for name in sorted(names, key=_place):
        _merge_one(made, name, (last.get(name), now.get(name), source.get(name)))
    for name in _LISTS:
        _merge_list(made, name, last, source)
    made.fields = stamped(made.fields, now, today)
    _tell_families(made.fields, (last, now, source), today)
    made.fields = in_order(made.fields)
    return made


def stamped(fields: Fields, before: Fields, today: dt.date) -> Fields:
    """With the day on which each cancellation and each move was written, but for those that stood
    there before. What is remembered has no such day: a source says none."""
    made = dict(fields)
    for name in ("cancelled", "moved"):
        there = _items(before.get(name))
        if name in fields:
            made[name] = [
                item if item in there else _with_day(item, today) for item in _items(fields[name])
            ]
    return made


def _with_day(item: Value, today: dt.date) -> Value:
    if not isinstance(item, dict) or "updated" in item:
        return item
    return {**item, "updated": today.isoformat()}


def _bare(item: Value) -> Value:
    if not isinstance(item, dict):
        return item
    return {name: value for name, value in item.items() if name != "updated"}


def in_order(fields: Fields) -> Fields:
    return {name: fields[name] for name in sorted(fields, key=_place) if fields[name] != []}


def _place(name: str) -> int:
    return ORDER.index(name) if name in ORDER else len(ORDER)


def _merge_rule(made: Merged, last: Fields, now: Fields, source: Fields) -> None:
    was, is_, new = (_part(fields, _RULE) for fields in (last, now, source))
    if new in (was, is_):
        return
    if is_ == was:
        for name in _RULE:
            made.fields.pop(name, None)
        made.fields.update(new)
    elif was.keys() == is_.keys() == new.keys() == {"dates"}:
        made.fields["dates"] = _dates(was["dates"], is_["dates"], new["dates"])
    else:
        made.conflicts += [name for name in _RULE if new.get(name) != was.get(name)]


def _moves(made: Fields, three: tuple[Fields, Fields, Fields], today: dt.date) -> bool:
    """Whether what is held once has got another day, which families are told as a move."""
    last, now, source = three
    was, new = str(last.get("date", "")), str(source.get("date", ""))
    if not (was and new) or was == new or was < today.isoformat():
        return False
    moves = [item for item in _items(now.get("moved")) if isinstance(item, dict)]
    move = next((item for item in moves if item.get("to") == was), None)
    original = str(move["date"]) if move else was
    if now.get("date") != original:
        return False
    kept: list[Value] = [item for item in moves if item is not move]
    if new != original:
        kept.append({"date": original, "to": new, "updated": today.isoformat()})
    _put(made, "moved", kept or None)
    return True


def _merge_group(
    made: Merged, group: Sequence[str], three: tuple[Fields, Fields, Fields]
) -> set[str]:
    """The names that are done with: none where all three say it by the same of them."""
    was, is_, new = (_part(fields, group) for fields in three)
    if was.keys() == is_.keys() == new.keys():
        return set()
    if new not in (was, is_) and is_ == was:
        for name in group:
            made.fields.pop(name, None)
        made.fields.update(new)
    elif new not in (was, is_):
        made.conflicts += [name for name in group if new.get(name) != was.get(name)]
    return set(group)


def _dates(was: Value, is_: Value, new: Value) -> list[Value]:
    gone = set(map(str, was)) - set(map(str, new))
    come = set(map(str, new)) - set(map(str, was))
    return [*sorted((set(map(str, is_)) - gone) | come)]


def _merge_one(made: Merged, name: str, three: tuple[Value | None, ...]) -> None:
    was, is_, new = three
    if new in (was, is_):
        return
    if is_ == was:
        _put(made.fields, name, new)
    elif isinstance(is_, dict) and is_.get("da") == was and isinstance(new, str):
        made.fields[name] = {**is_, "da": new}  # a translated text whose Danish is the source's
        made.conflicts.append(name)
    else:
        made.conflicts.append(name)


def _merge_list(made: Merged, name: str, last: Fields, source: Fields) -> None:
    """Item by item: what the source has added comes, what it has taken away goes, and what a person
    has written about an item stays."""
    was, new = (_by_date(fields.get(name)) for fields in (last, source))
    items = _items(made.fields.get(name))
    if was == new:
        return
    kept: list[Value] = []
    for item in items:
        key = _date_of(item)
        if key in was and key not in new and _bare(item) == was[key]:
            continue
        is_ours = key in was and key in new and new[key] != was[key] and _bare(item) == was[key]
        kept.append(new[key] if is_ours else item)
    there = {_date_of(item) for item in kept}
    kept += [item for key, item in new.items() if key not in was and key not in there]
    _put(made.fields, name, sorted(kept, key=_date_of) or None)


def _tell_families(made: Fields, three: tuple[Fields, Fields, Fields], today: dt.date) -> None:
    """A time to come that has gone from the calendar stays as cancelled, until it comes back."""
    last, now, source = three
    unlisted = (_own_dates(last) - _own_dates(source)) & _own_dates(now)
    if not _own_dates(source) or ("date" in last and "date" in source):
        unlisted = set()
    skipped = _skips(source) - _skips(last)
    gone = {day for day in unlisted | skipped if day >= today.isoformat()}
    back = (_skips(last) - _skips(source)) | (_own_dates(source) - _own_dates(last))
    made["skip"] = [item for item in _items(made.get("skip")) if _date_of(item) not in gone]
    off = [item for item in _items(made.get("cancelled")) if not _is_ours(item, back)]
    there = {_date_of(item) for item in off}
    came: list[Value] = [{"date": day, "reason": NO_REASON} for day in sorted(gone - there)]
    off += [_with_day(item, today) for item in came]
    made["cancelled"] = off
    if stays := gone & unlisted:
        dates = sorted(_own_dates(made) | stays)
        made.pop("date", None)
        made["dates"] = list(dates)


def _own_dates(fields: Fields) -> set[str]:
    """The dates that are listed; none where a rule gives them."""
    one = fields.get("date")
    return {str(day) for day in [*_items(fields.get("dates")), *([one] if one else [])]}


def _skips(fields: Fields) -> set[str]:
    return {_date_of(item) for item in _items(fields.get("skip"))}


def _is_ours(item: Value, days: set[str]) -> bool:
    return isinstance(item, dict) and item.get("date") in days and item.get("reason") == NO_REASON


def _by_date(value: Value | None) -> dict[str, Value]:
    return {_date_of(item): item for item in _items(value)}


def _items(value: Value | None) -> Sequence[Value]:
    return value if isinstance(value, list) else []


def _date_of(item: Value) -> str:
    return str(item.get("date", item.get("from", ""))) if isinstance(item, dict) else str(item)


def _part(fields: Fields, names: Sequence[str]) -> Fields:
    return {name: fields[name] for name in names if name in fields}


def _put(fields: Fields, name: str, value: Value | None) -> None:
    if value is None:
        fields.pop(name, None)
    else:
        fields[name] = value
