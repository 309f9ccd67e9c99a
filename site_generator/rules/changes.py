"""Changes to single dates of an activity: each is about a date that the activity has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, time, timedelta

from site_generator.problems import Problem
from site_generator.records.municipality import Municipality
from site_generator.resolve.changes import moves_from
from site_generator.resolve.recurrence import (
    Occurrence,
    is_own_date,
    occurrences,
    rule_dates,
    skips,
)
from site_generator.resolve.statements import EARLIEST, LATEST
from site_generator.rules.circumstances import Circumstances
from site_generator.rules.events import is_sound
from site_generator.rules.reporting import error, warning
from site_generator.schema.event_times import goes_over_midnight
from site_generator.schema.events import Added, Cancelled, Event, Moved, Skipped
from site_generator.schema.opening_hours import OpeningHoursFile
from site_generator.schema.record import Record
from site_generator.schema.times import Slot
from site_generator.wording.in_words import day_in_words, plain_date

_SEE_CALENDAR = "Se efter i en kalender, og ret datoen; ellers slet linjerne."
_ONE_MORE = "Slet den, eller skriv «time:» med en anden tid, hvis I mødes to gange den dag."
_ANOTHER_TIME = (
    "Mødes I to gange, så vælg en tid før eller efter. Er tiden ændret, så slet den her, og skriv "
    "under «moved:» dagen i både «date:» og «to:» og den nye tid i «time:»."
)


def changed_dates_exist(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """What is skipped, cancelled or moved is a date of the activity."""
    hours = municipality.opening_hours
    for event in filter(is_sound, municipality.events.events):
        for skip in event.skip:
            yield from _skipped(event, skip, hours)
        for change in _changed(event):
            if not _has(event, change.date, hours):
                yield error(change, "date", *_no_date(event, change.date, hours))


def changes_do_not_contradict(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """A date is changed once; one that is skipped is not cancelled or moved as well."""
    for event in municipality.events.events:
        for changes in (event.cancelled, event.moved, event.add):
            yield from _twice(changes)
        for change in _changed(event):
            if any(skips(skip, change.date) for skip in event.skip):
                day = plain_date(change.date)
                message = f"Den {day} er også sprunget over med «skip», så ingen ser det her."
                remedy = "Slet den under «skip:», så siden viser ændringen."
                yield error(change, "date", message, remedy)


def moved_dates_are_free(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """Nothing is moved onto another date of the same activity."""
    hours = municipality.opening_hours
    for event in filter(is_sound, municipality.events.events):
        for moved in event.moved:
            there = _held(occurrences(event, hours, moved.to, moved.to))
            here = next((one for one in there if _has_moved_by(event, one, moved, hours)), None)
            if here and any(_overlap(here, other) for other in there if other is not here):
                message = f"Den {plain_date(moved.to)} er der allerede en gang på samme tid."
                yield error(moved, "to", message, "Vælg en anden dag eller et andet tidspunkt.")


def added_dates_are_extra(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """An added time is not there already; on a day that has one, it comes before or after it."""
    hours = municipality.opening_hours
    for event in filter(is_sound, municipality.events.events):
        bare = event.model_copy(update={"add": (), "moved": (), "cancelled": ()})
        for added in event.add:
            planned = _held(occurrences(bare, hours, added.date, added.date))
            slot = added.time or event.time
            if any(one.slot == slot for one in planned):
                yield warning(added, "date", _is_there(added.date), _ONE_MORE)
            elif any(_overlap(one, replace(one, slot=slot)) for one in planned):
                message = f"Den {plain_date(added.date)} er der allerede en gang på samme tid."
                yield error(added, "time", message, _ANOTHER_TIME)


def changes_are_dated_rightly(
    municipality: Municipality, circumstances: Circumstances
) -> Iterator[Problem]:
    """The day of a change lies not in the future: calendars would take it for the newest of all."""
    for event in municipality.events.events:
        dated: list[Event | Cancelled | Moved] = [event, *_changed(event)]
        for record in dated:
            if record.updated and record.updated > circumstances.today:
                message = "Datoen ligger i fremtiden."
                yield error(record, "updated", message, "Skriv den dag, I ændrede det.")


def changes_say_when(municipality: Municipality, circumstances: Circumstances) -> Iterator[Problem]:
    """A change has its day: without it, calendars that have the old date may keep showing it.

    Where there is a history, that has the day.
    """
    if circumstances.history.known:
        return
    for event in filter(is_sound, municipality.events.events):
        for record in _changed(event):
            if not record.wrote("updated"):
                message = "Der står ikke, hvornår I ændrede det, og så kan telefoner overse det."
                remedy = "Tilføj «updated:» med den dag, I skrev det."
                yield warning(record, "date", message, remedy)


def _changed(event: Event) -> tuple[Cancelled | Moved, ...]:
    return (*event.cancelled, *event.moved)


def _skipped(event: Event, skip: Skipped, hours: OpeningHoursFile | None) -> Iterator[Problem]:
    if skip.weeks and not any(
        skips(skip, day) for day in rule_dates(event, hours, EARLIEST, LATEST)
    ):
        message = "Aktiviteten har ingen dage i de uger."
        yield warning(skip, "weeks", message, "Ret ugerne; ellers slet linjerne.")
        return
    if skip.date and not rule_dates(event, hours, skip.date, skip.date):
        yield error(skip, "date", *_no_date(event, skip.date, hours))
        return
    first, last = skip.from_, skip.to
    if first and last and first <= last and not rule_dates(event, hours, first, last):
        message = f"Aktiviteten har ingen dage fra {plain_date(first)} til {plain_date(last)}."
        yield warning(skip, "from", message, _SEE_CALENDAR)


def _has(event: Event, day: date, hours: OpeningHoursFile | None) -> bool:
    """Whether a date is one of the activity, under its own date or the one it was moved to."""
    return day in {moved.to for moved in event.moved} or is_own_date(event, hours, day)


def _held(found: Sequence[Occurrence]) -> list[Occurrence]:
    return [one for one in found if one.status != "cancelled"]


def _has_moved_by(
    event: Event, one: Occurrence, moved: Moved, hours: OpeningHoursFile | None
) -> bool:
    """Whether it is this move that has brought a time to where it stands."""

    def own(day: date) -> bool:
        return is_own_date(event, hours, day)

    moves = moves_from(event, one.original_date, own)
    return one.number == 1 and bool(moves) and moves[-1] is moved


def _overlap(one: Occurrence, other: Occurrence) -> bool:
    return one.starts_at() < other.ends_at() and other.starts_at() < one.ends_at()


def _is_there(day: date) -> str:
    return f"Den {plain_date(day)} er med i forvejen."


def _no_date(event: Event, day: date, hours: OpeningHoursFile | None) -> tuple[str, str]:
    """What is wrong with a date that the activity has not, and what to do.

    Days in a row are one time, with the date on which they begin: they go together.
    """
    before = (day - timedelta(back) for back in range(1, event.days))
    first = next((one for one in before if is_own_date(event, hours, one)), None)
    if first is None:
        return f"Aktiviteten er ikke {day_in_words(day)}.", _SEE_CALENDAR
    begins = plain_date(first)
    message = f"Den {plain_date(day)} er en af {event.days} dage i træk, der begynder den {begins}."
    remedy = f"Gælder det dem alle, så skriv {begins} i «date:»."
    over_days = goes_over_midnight(event.time) and event.time.closes != time(0)
    if event.wrote("date", "dates") and not over_days:
        old = "«days:»" if event.dates else "«days:» og «date:»"
        remedy += f" Gælder det kun den ene, så slet {old}, og skriv alle dagene i «dates:»."
    return message, remedy


def _twice(changes: Sequence[Cancelled] | Sequence[Moved] | Sequence[Added]) -> Iterator[Problem]:
    """Several times on one day may each be cancelled or added: then their hours tell them apart."""
    first_lines: dict[tuple[date, Slot | None], int] = {}
    for change in changes:
        which = (change.date, None if isinstance(change, Moved) else change.time)
        if which in first_lines:
            message = f"Den {plain_date(change.date)} står her to gange, første gang i linje "
            message += f"{first_lines[which]}."
            yield error(change, "date", message, "Behold den ene, og slet den anden.")
        first_lines.setdefault(which, _line(change))


def _line(record: Record) -> int:
    return record.line_of("date")
