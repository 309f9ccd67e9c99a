"""Activities have days: what is never on is shown to nobody, and no medium would say so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from site_generator.problems import Problem
from site_generator.records.municipality import Municipality
from site_generator.resolve.recurrence import occurrences
from site_generator.rules.circumstances import Circumstances
from site_generator.rules.events import is_sound
from site_generator.rules.reporting import warning
from site_generator.schema.events import Event

_A_YEAR = timedelta(days=366)
# In as many years there is everything that a calendar has, also a week 53.
_LONG = 8 * _A_YEAR
# In which nearly all that comes again has a day: most need not be followed further.
_SOON = timedelta(days=6), timedelta(weeks=5)


def activities_have_days(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """An activity that comes again has a day between its first and its last date."""
    for event in filter(_is_judged, municipality.events.events):
        assert event.until
        first = event.from_ or event.until - _A_YEAR
        windows = [first + lasts for lasts in _SOON if first + lasts < event.until]
        if any(
            occurrences(event, municipality.opening_hours, first, last)
            for last in (*windows, event.until)
        ):
            continue
        message = "Aktiviteten har ingen dage, så den står ingen steder."
        remedy = "Se efter i en kalender, og ret dagene eller «until:»; ellers slet den."
        yield warning(event, "id", message, remedy)


def _is_judged(event: Event) -> bool:
    """Not one that ends before it begins, which is told already, nor one with days of its own."""
    if not event.until or event.add or event.moved or not event.wrote("weekly", "monthly"):
        return False
    lasts = event.until - (event.from_ or event.until)
    return is_sound(event) and timedelta() <= lasts < _LONG
