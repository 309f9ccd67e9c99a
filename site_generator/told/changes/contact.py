"""TOLD: how families reach the house, and where it is: what is other than before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from site_generator.schema.record import Record
from site_generator.told.changes.fields import FieldChange, field_changes, language_changes
from site_generator.told.house import House

# Told elsewhere, or not for families.
_ELSEWHERE = (
    *("languages", "articles", "theme", "brand", "retired_pages", "staff", "films"),
    *("offline", "status", "base_url"),
)
_POINT = ("latitude", "longitude")


@dataclass(frozen=True)
class ContactChange:
    """A fact about the house or one of its places: `about` names the place, where it is one. A
    field without values is only said to be another one."""

    about: str
    field: FieldChange


@dataclass(frozen=True)
class PlaceCame:
    """A place that is new, or not there any more."""

    name: str
    new: bool


@dataclass(frozen=True)
class TextLeftBehind:
    """A text was corrected in Danish, and in `languages` it still says what it said before."""

    about: str
    languages: tuple[str, ...]


Change = ContactChange | PlaceCame | TextLeftBehind


def contact_changes(before: House, after: House) -> Iterator[Change]:
    """Contact and the house itself, its places, the way to it."""
    was, now = before.municipality, after.municipality
    for field in field_changes(was.site, now.site, *_ELSEWHERE):
        yield ContactChange("", field)
    yield from _left_behind(after, "", was.site, now.site)
    yield from _places(before, after)
    for field in field_changes(was.location, now.location, "places"):
        yield ContactChange("", field)
    yield from _ways(before, after)


def _left_behind(house: House, about: str, was: Record, now: Record) -> Iterator[Change]:
    *_, stale = language_changes(was, now, house.municipality.site.languages)
    if stale:
        yield TextLeftBehind(about, tuple(stale))


def _places(before: House, after: House) -> Iterator[Change]:
    was = {place.id: place for place in before.municipality.location.places}
    now = {place.id: place for place in after.municipality.location.places}
    if len(was) == len(now) == 1:  # the same door under another id
        was = dict(zip(now, was.values(), strict=True))
    for name, place in now.items():
        if name not in was:
            yield PlaceCame(place.name, new=True)
            continue
        about = place.name if len(now) > 1 else ""
        for field in field_changes(was[name], place, *_POINT):
            yield ContactChange(about, field)
        yield from _left_behind(after, about, was[name], place)
        if _point(was[name]) != _point(place):
            yield ContactChange(about, FieldChange("punktet på kortet", "", ""))
    yield from (PlaceCame(place.name, new=False) for name, place in was.items() if name not in now)


def _point(place: Record) -> str:
    return " ".join(str(getattr(place, name)) for name in _POINT if getattr(place, name))


def _ways(before: House, after: House) -> Iterator[ContactChange]:
    was, now = before.municipality.transport, after.municipality.transport
    if was != now:
        yield ContactChange("", FieldChange("vejen hertil", "", ""))
