"""IMPORTS: one activity as a source tells it, whatever kind of source that is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Literal

from site_generator.schema.times import Slot
from site_generator.write.author_edits import Value

# Nobody has said why; the field must say something, and no reason is made up.
NO_REASON = "Grunden er ikke oplyst"


@dataclass(frozen=True)
class Extra:
    """One more time, on a day of its own or beside the day's ordinary one."""

    date: dt.date
    slot: Slot


@dataclass(frozen=True)
class Off:
    """A time that is cancelled and stays to be seen."""

    date: dt.date
    reason: str = NO_REASON


@dataclass(frozen=True)
class Elsewhen:
    """A time that has moved. `location` is empty where it is held where it always is."""

    date: dt.date
    to: dt.date
    slot: Slot
    location: str = ""


@dataclass(frozen=True, kw_only=True)
class Happening:
    """One activity. `key` is the same each time the source is read; `where` is the place in it,
    in Danish.

    `dates` are those of its rule, in order, skipped ones too, as far as the source was followed;
    `until` is the last day it may have, None where it goes on. Where `listed`, somebody has chosen
    each date; where `said` (fields in our words) the source itself says the rule, and `dates` has
    only the first. All times are Danish.
    """

    key: str
    where: str
    title: str
    slot: Slot
    dates: tuple[dt.date, ...]
    days: int = 1
    until: dt.date | None = None
    listed: bool = False
    said: Mapping[str, Value] = field(default_factory=dict)
    text: str = ""
    location: str = ""
    offer: str = ""
    skipped: tuple[dt.date, ...] = ()
    extra: tuple[Extra, ...] = ()
    off: tuple[Off, ...] = ()
    moved: tuple[Elsewhen, ...] = ()
    more: Mapping[str, Value] = field(default_factory=dict)

    @property
    def last(self) -> dt.date | None:
        """The last day it may be held on; None where it goes on."""
        if self.until is None and not self.listed and (len(self.dates) != 1 or self.said):
            return None
        ends = [*self.dates, *([self.until] if self.until else [])]
        ends += [one.date for one in self.extra] + [one.to for one in self.moved]
        return max(ends) + dt.timedelta(self.days - 1)


Kind = Literal["question", "left_out", "note"]


@dataclass(frozen=True, order=True)
class Remark:
    """What somebody must know or answer. `where` is the place in the source, in Danish."""

    kind: Kind
    where: str
    said: str


@dataclass(frozen=True)
class Read:
    """A source as it was read."""

    happenings: tuple[Happening, ...]
    remarks: tuple[Remark, ...]


class SourceError(Exception):
    """A source of which nothing can be taken, in Danish: what is wrong, and what to do."""


def key_of(parts: Iterable[str]) -> str:
    """A short name for what a source calls something. Calendars' own names may hold mail addresses
    and secret words; a digest tells none of them."""
    return sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()[:16]
