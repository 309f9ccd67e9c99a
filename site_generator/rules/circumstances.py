"""What a rule may know besides the municipality itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from site_generator.read.remembered import NOTHING_KNOWN, HouseHistory
from site_generator.records.shared_content import SharedContent


@dataclass(frozen=True)
class Circumstances:
    """`today` is an argument and not the clock's, so that the same files give the same answer."""

    shared: SharedContent
    today: date
    # What the house has published: its codes may be in print, its calendars subscribed to.
    history: HouseHistory = NOTHING_KNOWN
    # Whom GitHub asks before the folder changes; None where the project lies nowhere on GitHub.
    owners: tuple[str, ...] | None = None
