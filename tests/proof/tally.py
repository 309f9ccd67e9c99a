"""Comparisons, counted, with what they found."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Tally:
    """`papers` is of how many houses the sheets were read too."""

    houses: int = 0
    papers: int = 0
    comparisons: int = 0
    disagreements: list[str] = field(default_factory=list)

    def same(self, what: str, told: object, right: object) -> None:
        self.comparisons += 1
        if told != right:
            self.disagreements.append(f"{what}\n  told   {told!r}\n  right  {right!r}")

    def holds(self, what: str, holds: bool) -> None:
        self.same(what, holds, True)

    def add(self, other: Tally) -> None:
        self.houses += other.houses
        self.papers += other.papers
        self.comparisons += other.comparisons
        self.disagreements += other.disagreements
