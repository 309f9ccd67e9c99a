"""TOLD: what a screen says of a day's hours; by the clock once the doors have closed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from site_generator.language.marked import fill, join
from site_generator.language.spoken import _, isolated
from site_generator.resolve.hours import ResolvedDay
from site_generator.schema.times import Slot
from site_generator.told.closings import closings_told
from site_generator.told.help_lines import duty_line
from site_generator.told.house import House
from site_generator.told.openings import Opening, reason_in_words
from site_generator.told.screen_rows import Row
from site_generator.told.today import openings_of_today, opens_next, state_of_day, what_then
from site_generator.wording.in_words import clock

_DAY = timedelta(days=1)


def hours_rows(house: House, *, by_the_clock: bool) -> Iterator[Row]:
    """Every door and telephone on the day of the house, what is closed for a time, and whom one
    can ring on a day on which nothing opens.

    `by_the_clock` for a screen that knows what time it is; a picture says what holds all day.
    """
    openings = openings_of_today(house)
    for opening in openings:
        day = _row_of_day(house, opening)
        yield from _rows_by_the_clock(house, opening, day) if by_the_clock else (day,)
    for closing in closings_told(house):
        if not closing.coming:
            yield Row("", closing.title, closing.text, "closed")
    duty = duty_line(house)
    if duty and not any(opening.day(house.today).hours.slots for opening in openings):
        yield Row(duty.name, duty.call)


def _row_of_day(house: House, opening: Opening) -> Row:
    day = opening.day(house.today)
    state, text = state_of_day(day)
    reason, then = reason_in_words(day), what_then(house, opening, state)
    return Row(_label(house, opening), text, _note(reason, then), state)


def _note(reason: str, then: str) -> str:
    return fill("{0}. {1}", reason, then) if reason and then else reason or then


def _label(house: House, opening: Opening) -> str:
    """With the number of a telephone, which nobody at a screen can look up."""
    if opening.kind == "house":
        return opening.label
    place = house.municipality.place(opening.place) if opening.place else None
    number = (place and place.phone) or house.municipality.site.contact.phone
    return join(" ", [opening.label, isolated(number)]) if number else opening.label


def _rows_by_the_clock(house: House, opening: Opening, day: Row) -> Iterator[Row]:
    """What began the day before and is not over, the day itself, and what holds after it."""
    last = _runs_on_until(opening.day(house.today - _DAY))
    since = _moment(house.today, last) if last else ""
    if last:
        text = _("Åbent nu, til kl. {time}", time=isolated(clock(_at(last))))
        yield Row(day.label, text, "", "open", until=since)
    today = opening.day(house.today)
    if not today.hours.slots:
        yield Row(day.label, day.text, day.note, day.state, since=since)
        return
    closes = _moment(house.today, max(slot.last_minute for slot in today.hours.slots))
    yield Row(day.label, day.text, day.note, day.state, since=since, until=closes)
    yield _after_closing(house, opening, day.label, closes)


def _after_closing(house: House, opening: Opening, label: str, closes: str) -> Row:
    if opening.day(house.today).hours.by_appointment:
        return Row(label, _("Lige nu kun efter aftale"), "", "appointment", since=closes)
    return Row(label, _("Lukket nu"), opens_next(house, opening), "closed", since=closes)


def _runs_on_until(before: ResolvedDay) -> int:
    """Minutes after midnight until which the day before goes on; 0 where it does not."""
    return max((_past_midnight(slot) for slot in before.hours.slots), default=0)


def _past_midnight(slot: Slot) -> int:
    return max(0, slot.last_minute - 24 * 60)


def _at(minute: int) -> time:
    return time(*divmod(minute, 60))


def _moment(day: date, minute: int) -> str:
    """A time on clocks in Denmark, as `Row` has it."""
    return f"{datetime.combine(day, time()) + timedelta(minutes=minute):%Y-%m-%dT%H:%M}"
