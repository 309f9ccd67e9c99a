"""TOLD: what stands on a screen in a waiting room: slides, and the rows on them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """The words of a row: what stands above its `text` and below it.

    `state` is one of a day's (open, closed, appointment, unknown) or of an activity's (planned,
    cancelled, moved, full). A row with `since` or `until` stands from the one moment to just
    before the other, each as clocks in Denmark show it: «2026-11-26T17:00».
    """

    label: str
    text: str
    note: str = ""
    state: str = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True)
class Slide:
    """`kind` is hours, next, offer or code. Of the rows of `next` the first four that stand now
    are shown, of those of `offer` one at a time."""

    kind: str
    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class ScreenCode:
    """The code to scan. `letters` is the address of the house as one would type it in its place,
    `alt` says what the code opens."""

    link: str
    letters: str
    alt: str
