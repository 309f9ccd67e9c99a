"""WRITE: edits of values that lie in no file: what they come to, and what of it differs."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from typing import Any

from site_generator.write.author_nodes import CannotEditError, Path, Value


@dataclass(frozen=True)
class Set:
    """Put a value at a path. A new name comes behind the last of the names `after` that is there,
    else at the end."""

    path: Path
    value: Value
    after: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True)
class Add:
    """Put an item into the list at a path: before its item `at`, or at the end. A list that is
    not there is made, behind the last of the names `after` that is there."""

    path: Path
    value: Value
    at: int | None = None
    after: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True)
class Remove:
    """Take away a name with its value, or an item of a list."""

    path: Path


Edit = Set | Add | Remove


def applied(value: Value, edits: Sequence[Edit]) -> Value:
    """What a file says after the edits. Raises CannotEditError where a place is not there."""
    made = copy.deepcopy(value)
    targets = [(edit, _parent(made, edit.path)) for edit in edits]
    adds: list[tuple[list[Any], int, Value]] = []
    removes: list[tuple[Any, Any]] = []
    for edit, (parent, step) in targets:
        if isinstance(edit, Set):
            parent[step] = copy.deepcopy(edit.value)
        elif isinstance(edit, Add):
            items = _list_in(parent, step)
            adds.append((items, len(items) if edit.at is None else edit.at, edit.value))
        else:
            removes.append((parent, step))
    _put(adds, removes)
    return made


def _put(adds: list[tuple[list[Any], int, Value]], removes: list[tuple[Any, Any]]) -> None:
    """From the last place to the first, so that the numbers keep their meaning."""
    gone = object()
    for parent, step in removes:
        parent[step] = gone
    for items, at, value in sorted(adds, key=lambda add: add[1])[::-1]:
        items.insert(at, copy.deepcopy(value))
    for parent, _ in removes:
        if isinstance(parent, list):
            parent[:] = [item for item in parent if item is not gone]
        else:
            for name in [name for name, item in parent.items() if item is gone]:
                del parent[name]


def _list_in(parent: Any, step: Any) -> list[Any]:
    there = parent.get(step) if isinstance(parent, dict) else parent[step]
    if there in (None, ""):
        parent[step] = there = []
    if not isinstance(there, list):
        raise CannotEditError(f"«{step}» er ikke en liste.")
    return there


def _parent(value: Any, path: Path) -> tuple[Any, Any]:
    """What the last step of a path is in, and that step as a name or a number."""
    if not path:
        raise CannotEditError("Der står ikke, hvad der skal rettes.")
    for at, step in enumerate(path[:-1]):
        key = _key(value, step)
        if key is None or (isinstance(value, dict) and key not in value):
            raise CannotEditError(f"Der er ingen «{_shown(path[: at + 1])}» i filen.")
        value = value[key]
    last = _key(value, path[-1])
    if last is None:
        raise CannotEditError(f"Der er ingen «{_shown(path)}» i filen.")
    return value, last


def _key(value: Any, step: str | int) -> str | int | None:
    if isinstance(value, dict):
        return step if isinstance(step, str) else None
    if not isinstance(value, list):
        return None
    if isinstance(step, int):
        return step if 0 <= step < len(value) else None
    ids = (item.get("id") if isinstance(item, dict) else None for item in value)
    return next((at for at, found in enumerate(ids) if found == step), None)


def _shown(path: Path) -> str:
    return " → ".join(map(str, path))


def gathered(before: Value, edits: Sequence[Edit]) -> list[Edit]:
    """The same edits, where whatever loses all that is in it goes too, or is put anew."""
    found = list(edits)
    while (parent := _emptied(before, found)) is not None:
        inside = [edit for edit in found if _is_in(edit, parent)]
        found = [edit for edit in found if not _is_in(edit, parent)]
        if any(isinstance(edit, Add | Set) for edit in inside):
            holder, step = _parent(before, parent)
            within = applied({"x": holder[step]}, [moved(edit, len(parent)) for edit in inside])
            assert isinstance(within, dict)
            found.append(Set(parent, within["x"]))
        else:
            found.append(Remove(parent))
    return found


def _emptied(before: Value, edits: Sequence[Edit]) -> Path | None:
    """Something below the top of the file of which every part is removed."""
    removed: dict[Path, set[str | int | None]] = {}
    for edit in edits:
        if isinstance(edit, Remove) and len(edit.path) > 1:
            parent, _ = _parent(before, edit.path)
            removed.setdefault(edit.path[:-1], set()).add(_key(parent, edit.path[-1]))
    for path, steps in removed.items():
        holder, step = _parent(before, path)
        if len(steps) >= len(holder[step]):
            return path
    return None


def _is_in(edit: Edit, parent: Path) -> bool:
    inside = edit.path[: len(parent)] == parent
    return inside and (len(edit.path) > len(parent) or isinstance(edit, Add))


def moved(edit: Edit, depth: int) -> Edit:
    """The same edit of what stands under the name `x` instead of at a path of `depth` steps."""
    return replace(edit, path=("x", *edit.path[depth:]))


def differences(before: Value, edit: Edit) -> Iterator[Edit]:
    """The same in edits as small as can be. A place that is there must be there for a Remove."""
    if isinstance(edit, Remove):
        parent, step = _parent(before, edit.path)
        if isinstance(parent, dict) and step not in parent:
            raise CannotEditError(f"Der er ingen «{_shown(edit.path)}» i filen.")
    if not isinstance(edit, Set):
        yield edit
        return
    parent, step = _parent(before, edit.path)
    if isinstance(parent, dict) and step not in parent:
        yield edit
        return
    yield from _between(parent[step], edit.value, edit)


def _between(was: Any, now: Any, edit: Set) -> Iterator[Edit]:
    if was == now:
        return
    if isinstance(was, dict) and isinstance(now, dict) and was.keys() & now.keys():
        yield from _between_mappings(was, now, edit)
    elif isinstance(was, list) and isinstance(now, list) and was and now:
        yield from _between_lists(was, now, edit)
    else:
        yield edit


def _between_mappings(was: dict[str, Any], now: dict[str, Any], edit: Set) -> Iterator[Edit]:
    names = list(now)
    for name in was.keys() - now.keys():
        yield Remove((*edit.path, name))
    for at, name in enumerate(names):
        below = Set((*edit.path, name), now[name], tuple(names[:at]))
        yield from _between(was[name], now[name], below) if name in was else [below]


def _between_lists(was: list[Any], now: list[Any], edit: Set) -> Iterator[Edit]:
    matcher = SequenceMatcher(a=[repr(one) for one in was], b=[repr(one) for one in now])
    for kind, first, last, new_first, new_last in matcher.get_opcodes():
        if kind == "equal":
            continue
        same = min(last - first, new_last - new_first)
        for n in range(same):
            place = Set((*edit.path, first + n), now[new_first + n])
            yield from _between(was[first + n], now[new_first + n], place)
        for n in range(first + same, last):
            yield Remove((*edit.path, n))
        for n in range(new_first + same, new_last):
            yield Add(edit.path, now[n], at=last if last < len(was) else None)
