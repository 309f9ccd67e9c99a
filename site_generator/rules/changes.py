"""Changes to single dates of an activity: each is about a date that the activity has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from site_generator.problems import Problem
from site_generator.records.municipality import Municipality
from site_generator.resolve.recurrence import occurrences, rule_dates
from site_generator.resolve.statements import covers
from site_generator.rules.circumstances import Circumstances
from site_generator.rules.events import is_sound
from site_generator.rules.reporting import error, warning
from site_generator.schema.events import Added, Cancelled, Event, Moved, Skipped
from site_generator.schema.opening_hours import OpeningHoursFile
from site_generator.schema.record import Record
from site_generator.wording.in_words import day_in_words, plain_date

_SEE_CALENDAR = "Se efter i en kalender, og ret datoen; ellers slet linjerne."


def changed_dates_exist(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """What is skipped, cancelled or moved is a date of the activity."""
    hours = municipality.opening_hours
    for event in filter(is_sound, municipality.events.events):
        for skip in event.skip:
            yield from _skipped(event, skip, hours)
        for change in _changed(event):
            if not _has(event, change.date, hours):
                yield error(change, "date", _no_date(change.date), _SEE_CALENDAR)


def changes_do_not_contradict(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """A date is changed once; one that is skipped is not cancelled or moved as well."""
    for event in municipality.events.events:
        for changes in (event.cancelled, event.moved, event.add):
            yield from _twice(changes)
        for change in _changed(event):
            if any(covers(skip, change.date) for skip in event.skip):
                day = plain_date(change.date)
                message = f"Den {day} er også sprunget over med «skip», så ingen ser det her."
                remedy = "Slet den under «skip:», så siden viser ændringen."
                yield error(change, "date", message, remedy)


def moved_dates_are_free(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """Nothing is moved onto another date of the same activity."""
    hours = municipality.opening_hours
    for event in filter(is_sound, municipality.events.events):
        for moved in event.moved:
            slot = moved.time or event.time
            for other in occurrences(event, hours, moved.to, moved.to):
                same = other.original_date == moved.date or other.status == "cancelled"
                if not same and other.slot.opens < slot.closes and slot.opens < other.slot.closes:
                    message = f"Den {plain_date(moved.to)} er der allerede en gang på samme tid."
                    yield error(moved, "to", message, "Vælg en anden dag eller et andet tidspunkt.")


def added_dates_are_extra(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """An added date is not there already."""
    hours = municipality.opening_hours
    for event in filter(is_sound, municipality.events.events):
        bare = event.model_copy(update={"add": ()})
        for added in event.add:
            planned = occurrences(bare, hours, added.date, added.date) if not added.time else ()
            if any(occurrence.original_date == added.date for occurrence in planned):
                message = f"Den {plain_date(added.date)} er med i forvejen."
                yield warning(
                    added, "date", message, "Slet den, eller skriv «time:» med en anden tid."
                )


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


def changes_say_when(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """A change has its day: without it, calendars that have the old date may keep showing it."""
    for event in filter(is_sound, municipality.events.events):
        for record in _changed(event):
            if not record.wrote("updated"):
                message = "Der står ikke, hvornår I ændrede det, og så kan telefoner overse det."
                remedy = "Tilføj «updated:» med den dag, I skrev det."
                yield warning(record, "date", message, remedy)


def _changed(event: Event) -> tuple[Cancelled | Moved, ...]:
    return (*event.cancelled, *event.moved)


def _skipped(event: Event, skip: Skipped, hours: OpeningHoursFile | None) -> Iterator[Problem]:
    if skip.date and not rule_dates(event, hours, skip.date, skip.date):
        yield error(skip, "date", _no_date(skip.date), _SEE_CALENDAR)
        return
    first, last = skip.from_, skip.to
    if first and last and first <= last and not rule_dates(event, hours, first, last):
        message = f"Aktiviteten har ingen dage fra {plain_date(first)} til {plain_date(last)}."
        yield warning(skip, "from", message, _SEE_CALENDAR)


def _has(event: Event, day: date, hours: OpeningHoursFile | None) -> bool:
    """Whether a date is one of the activity, under its own date or the one it was moved to."""
    named = {added.date for added in event.add} | {moved.to for moved in event.moved}
    return day in named or bool(rule_dates(event, hours, day, day))


def _no_date(day: date) -> str:
    return f"Aktiviteten er ikke {day_in_words(day)}."


def _twice(changes: Sequence[Cancelled] | Sequence[Moved] | Sequence[Added]) -> Iterator[Problem]:
    first_lines: dict[date, int] = {}
    for change in changes:
        if change.date in first_lines:
            message = f"Den {plain_date(change.date)} står her to gange, første gang i linje "
            message += f"{first_lines[change.date]}."
            yield error(change, "date", message, "Behold den ene, og slet den anden.")
        first_lines.setdefault(change.date, _line(change))


def _line(record: Record) -> int:
    return record.line_of("date")
