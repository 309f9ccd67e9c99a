"""VALIDATE: text values become typed records; what cannot becomes problems in Danish.

All faults of a file are found in one go. What is faulty is cut out and the rest validated again,
so that the rules across records still have something to look at.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from site_generator.problems import Problem, did_you_mean, nearest
from site_generator.read.placed import Block, Items
from site_generator.schema.record import Record
from site_generator.schema.times import shown

R = TypeVar("R", bound=Record)
Place = tuple[int | str, ...]

# How alike (0 to 1) a misspelt name and a known one are, to ask «mente du», and to take its value.
_ALIKE, _ALMOST_CERTAIN = 0.65, 0.85

# What stands in for a value that its record cannot do without, when it is missing or faulty. The
# fault has been told and stops the build; with a stand-in the rules still see the rest of the
# record (`Record.faulty`). By name, since a name means the same in every file.
_STAND_INS = dict.fromkeys(
    ("headline", "intro", "municipality", "name", "reason", "summary", "title"), "…"
) | {
    "access": "open",
    "code": "uden-kode",
    "file": "media/uden-fil.jpg",
    "hours": "lukket",
    "id": "uden-id",
    "published": "2000-01-01",
    "status": "demo",
    "time": "0-1",
}


def validate(model: type[R], block: Block) -> tuple[R | None, list[Problem]]:
    """A record from a block, as far as it can be had, and everything wrong with the block.

    The record is None where a part that it cannot do without is missing or faulty, and nothing
    can stand in for it.
    """
    problems: list[Problem] = []
    for _ in range(1000):
        try:
            return model.model_validate(block), problems
        except ValidationError as error:
            faults = error.errors(include_url=False, include_input=False)
        _take_for_meant(model, block, faults)
        faults = [fault for fault in faults if not _is_there_now(block, fault)]
        problems += [p for fault in faults if (p := _problem(model, block, fault))]
        if not _cut_out(block, [fault["loc"] for fault in faults]):
            return None, problems
    return None, problems


def _take_for_meant(model: type[Record], root: Block, faults: Sequence[ErrorDetails]) -> None:
    """Who writes «acces: open» has not forgotten «access», and what it says still counts."""
    for fault in faults:
        if fault["type"] != "extra_forbidden":
            continue
        holder, key = _holder(root, fault["loc"])
        name = str(key)
        meant = _meant(name, _model_at(model, fault["loc"][:-1]))
        if not meant or not isinstance(holder, Block) or holder.wrote(meant):
            continue
        if nearest(name, [meant], _ALMOST_CERTAIN):
            holder[meant] = holder[name]
            holder.lines[meant] = holder.line_of(name)
        else:
            holder.set_aside.add(meant)


def _is_there_now(root: Block, fault: ErrorDetails) -> bool:
    """Whether a missing value was found under a misspelt name."""
    holder, key = _holder(root, fault["loc"])
    return fault["type"] == "missing" and _step_into(holder, key) is not None


def _problem(model: type[Record], root: Block, fault: ErrorDetails) -> Problem | None:
    place, kind = fault["loc"], fault["type"]
    holder, key = _holder(root, place)
    field = str(place[-1]) if place else ""
    if kind == "missing":
        if isinstance(holder, Block) and holder.wrote(field):
            return None  # told already, when the value could not be read
        return _missing(model, root, place)
    if kind == "extra_forbidden":
        message = f"«{shown(field)}» er ikke et navn, vi kender her."
        owner = _model_at(model, place[:-1])
        meant = _meant(field, owner)
        remedy = f"Mente du «{meant}»?" if meant else did_you_mean("", _names(owner))
    elif kind == "author":
        message, remedy = fault["ctx"]["message"], fault["ctx"]["remedy"]
    elif kind in ("tuple_type", "list_type"):
        message = f"«{field}» skal være en liste."
        remedy = _how_to_list(model, place, _step_into(holder, key))
    else:
        message, remedy = "Værdien kan ikke bruges her.", "Se i håndbogen, hvordan den skrives."
    line = (fault.get("ctx") or {}).get("line") or _line(holder, key)
    path = holder.path_of(str(key)) if isinstance(holder, Block) else root.path
    return Problem(path=path, line=line, field=field, message=message, remedy=remedy)


def _missing(model: type[Record], root: Block, place: Place) -> Problem:
    holder, _ = _holder(root, place)
    field = str(place[-1])
    owner = _model_at(model, place[:-1])
    title = next(
        (info.title for name, info in owner.model_fields.items() if field in (name, info.alias)),
        None,
    )
    line = holder.line_of(field) if isinstance(holder, Block) else 1
    message = f"«{field}» mangler ({title})." if title else f"«{field}» mangler."
    remedy = f"Tilføj en linje med «{field}: …»."
    if isinstance(holder, Block) and field in holder.lines:
        message, remedy = f"«{field}» er tom ({title}).", "Skriv noget efter kolonet."
    return Problem(path=root.path, line=line, field=field, message=message, remedy=remedy)


def _how_to_list(model: type[Record], place: Place, written: Any) -> str:
    remedy = "Skriv hvert punkt på sin egen linje med en streg og et mellemrum foran."
    field = str(place[-1])
    is_word = isinstance(written, str) and re.fullmatch(r"[\w-]{1,40}", written)
    owner = _model_at(model, place[:-1])
    if is_word and _model_at(model, place) is owner:
        return f"Skriv «{field}: [{written}]». Er der flere, så sæt komma imellem."
    return remedy


def _holder(root: Block, place: Place) -> tuple[Block | Items, int | str]:
    """The innermost mapping or list on the way to a place, and the key in it."""
    holder: Block | Items = root
    key: int | str = place[0] if place else ""
    for step, following in itertools.pairwise(place):
        inner = _step_into(holder, step)
        if not isinstance(inner, Block | Items):
            return holder, step
        holder, key = inner, following
    return holder, key


def _step_into(holder: Block | Items, key: int | str) -> Any:
    if isinstance(holder, Block):
        return holder.get(str(key))
    return holder[key] if isinstance(key, int) and key < len(holder) else None


def _line(holder: Block | Items, key: int | str) -> int:
    if isinstance(holder, Block):
        return holder.line_of(str(key))
    return holder.lines[key] if isinstance(key, int) and key < len(holder.lines) else holder.line


def _cut_out(root: Block, places: Sequence[Place]) -> bool:
    """Remove what is faulty: a field, or the record that cannot do without it.

    Later items of a list first, so that the numbers of the earlier ones still hold. False where
    nothing is left to remove, which means that the root itself cannot do without it.
    """
    removed = False
    for place in sorted(set(places), key=_list_order, reverse=True):
        removed = _remove(root, place) or removed
    return removed


def _list_order(place: Place) -> list[tuple[int, str]]:
    return [(step, "") if isinstance(step, int) else (-1, step) for step in place]


def _remove(root: Block, place: Place) -> bool:
    holder, key = _holder(root, place)
    if _step_into(holder, key) is not None:
        _delete(holder, key)
        return True
    if _put_stand_in(holder, key):
        return True
    # Missing: the record around it cannot be used.
    depth = len(place) - 1
    while depth > 0:
        holder, key = _holder(root, place[:depth])
        if _step_into(holder, key) is not None:
            _delete(holder, key)
            return True
        depth -= 1
    return False


def _put_stand_in(holder: Block | Items, key: int | str) -> bool:
    if not isinstance(holder, Block):
        return False
    name = str(key)
    holder.set_aside.add(name)
    if name in _STAND_INS:
        holder[name] = _STAND_INS[name]
    elif name == "week":
        holder[name] = Block(holder.path, holder.line_of(name))
    elif name == "topics":
        holder[name] = Items(holder.line_of(name))
    else:
        return False
    return True


def _delete(holder: Block | Items, key: int | str) -> None:
    if isinstance(holder, Items) and isinstance(key, int):
        del holder[key], holder.lines[key]
    elif isinstance(holder, Block):
        del holder[str(key)]
        holder.set_aside.add(str(key))


def _model_at(model: type[BaseModel], place: Place) -> type[BaseModel]:
    """The model of the record at a place."""
    for step in place:
        if isinstance(step, int):
            continue
        for name, info in model.model_fields.items():
            if step in (name, info.alias):
                model = next(_models_in(info.annotation), model)
    return model


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models_in(inner)


def _meant(written: str, model: type[BaseModel]) -> str | None:
    """The name that was probably meant; authors also write the Danish one, such as `pris`."""
    danish = {
        (info.title or name).casefold(): info.alias or name
        for name, info in model.model_fields.items()
    }
    return danish.get(written.casefold()) or nearest(written, _names(model), _ALIKE)


def _names(model: type[BaseModel]) -> list[str]:
    return [info.alias or name for name, info in model.model_fields.items()]
