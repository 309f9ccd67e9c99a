"""Activities in the hour of the night that is skipped in March, or comes twice in October.

Pages say what the author wrote; a telephone can only show an hour that there is. Opening hours are
told by the clock alone, in every medium, so they need no rule.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import islice

from site_generator.problems import Problem
from site_generator.records.municipality import Municipality
from site_generator.resolve.occurrence import COPENHAGEN, Occurrence
from site_generator.resolve.recurrence import occurrences
from site_generator.rules.circumstances import Circumstances
from site_generator.rules.events import is_sound
from site_generator.rules.reporting import warning
from site_generator.wording.in_words import plain_date

_DAY = dt.timedelta(days=1)
_REMEDY = (
    "Skriv under «moved:» den dag med samme dag i «to:» og en «time:», der er før kl. 2 eller "
    "efter kl. 3. Eller skriv den under «cancelled:»."
)


def activities_keep_clear_of_clock_changes(
    municipality: Municipality, circumstances: Circumstances
) -> Iterator[Problem]:
    """No activity begins or ends at a time of night that is not there, or is there twice."""
    today, hours = circumstances.today, municipality.opening_hours
    for event in filter(is_sound, municipality.events.events):
        for night in _nights(today):
            begins = night - event.days * _DAY
            for one in occurrences(event, hours, max(begins, today), night):
                if one.status != "cancelled":
                    yield from _told(one)


def _nights(today: dt.date) -> Iterator[dt.date]:
    """The next two nights: the last Sundays of March and October (Directive 2000/84/EC)."""
    ends = (dt.date(today.year + n, month, 31) for n in (0, 1) for month in (3, 10))
    sundays = (end - (end.weekday() + 1) % 7 * _DAY for end in ends)
    return islice((sunday for sunday in sundays if sunday >= today), 2)


def _told(one: Occurrence) -> Iterator[Problem]:
    for at in (one.starts_at(), one.ends_at()):
        before, after = (at.replace(fold=fold).utcoffset() for fold in (0, 1))
        if before != after and before is not None and after is not None:
            skipped = before < after
            yield warning(one.event, "time", _message(at, skipped=skipped), _REMEDY)
            return


def _message(at: dt.datetime, *, skipped: bool) -> str:
    day, clock = plain_date(at.date()), f"{at.hour}.{at:%M}"
    if not skipped:
        return f"Kl. {clock} kommer to gange den {day}, for uret stilles tilbage fra 3 til 2."
    shown = at.astimezone(dt.UTC).astimezone(COPENHAGEN)
    instead = f"{shown.hour}.{shown:%M}"
    told = f"Kl. {clock} findes ikke den {day}, for uret stilles frem fra 2 til 3."
    return f"{told} Telefoner viser {instead}."
