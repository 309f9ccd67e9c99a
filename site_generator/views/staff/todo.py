"""STAFF: what the lists of the page are made of."""

from __future__ import annotations

from dataclasses import dataclass

from site_generator.told.house import House
from site_generator.views.around.written_in import on_the_web


@dataclass(frozen=True)
class Todo:
    """A line of a list. `href` leads to where it is mended; empty where that is not known.
    `where` says it in words, as `offers.yml, linje 12`."""

    text: str
    note: str
    where: str = ""
    href: str = ""


@dataclass(frozen=True)
class TodoList:
    """Some lines under a title. `nothing` is said where there are none, `more` where not all are
    shown."""

    id: str
    title: str
    lead: str
    items: tuple[Todo, ...]
    nothing: str
    more: str = ""


def todo(house: House, source: str, text: str, note: str) -> Todo:
    """A line about something that stands in `source`, as `file:line`."""
    file, _, line = source.partition(":")
    name = file.removeprefix(f"{house.municipality.shown_as}/")
    where = f"{name}, linje {line}" if line else name
    return Todo(text, note, where, on_the_web(house.repository, source))


def shortened(items: list[Todo], most: int) -> tuple[tuple[Todo, ...], str]:
    """The first lines, and what is said of those that are left out."""
    left = len(items) - most
    return tuple(items[:most]), f"… og {left} til." if left > 0 else ""
