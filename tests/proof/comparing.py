"""Every medium of a house, held against the oracle."""

from __future__ import annotations

from proof.built import Built
from proof.comparing_activities import compare_activities, compare_languages, compare_series
from proof.comparing_hours import compare_hours
from proof.comparing_paper import compare_offline, compare_paper, compare_posts
from proof.comparing_professionals import compare_professionals
from proof.comparing_screen import compare_screen
from proof.houses import Written
from proof.oracle import Oracle
from proof.tally import Tally


def compare(written: Written, built: Built, *, paper: bool) -> Tally:
    oracle, tally = Oracle(written.today, written.files), Tally(houses=1)
    compare_hours(tally, oracle, built)
    compare_activities(tally, oracle, built)
    compare_screen(tally, oracle, built)
    compare_posts(tally, oracle, built)
    compare_offline(tally, oracle, built)
    compare_professionals(tally, oracle, built)
    if paper:
        compare_paper(tally, oracle, built)
        compare_series(tally, oracle, built)
        compare_languages(tally, oracle, built)
    return tally
