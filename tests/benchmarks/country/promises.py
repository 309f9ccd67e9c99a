"""What has been promised for the whole country, on two cores that do nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.country import programs as of

COUNTRY = 98
MEMORY = 250  # MiB, for any number of houses


@dataclass(frozen=True)
class Promise:
    """No more seconds than `limit`, or with `times_hugo` no longer than Hugo so many times."""

    limit: float
    times_hugo: bool = False

    def __str__(self) -> str:
        return f"≤ {self.limit:g} {'x Hugo' if self.times_hugo else 's'}"

    def told(self, seconds: float, ratio: float, houses: int) -> str:
        """With whether it is kept, where it was given: for the country."""
        if houses != COUNTRY:
            return f"{self} for {COUNTRY}"
        return f"{self}: {yes_or_no((ratio if self.times_hugo else seconds) <= self.limit)}"


PROMISES = {
    of.EVERYTHING: Promise(25),
    of.PAPER_KEPT: Promise(6),
    of.NO_FLYERS: Promise(1, times_hugo=True),
    of.PICTURES_KEPT: Promise(1, times_hugo=True),
    of.NOTHING: Promise(0.3),
    of.HOUR: Promise(2),
    of.HOUR_NO_FLYERS: Promise(1),
    of.CHECK: Promise(0.7),
    of.CHECK_NO_FLYERS: Promise(0.7),
    of.HELP: Promise(0.2),
}


def yes_or_no(kept: bool) -> str:
    return "yes" if kept else "no"
