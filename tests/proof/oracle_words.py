"""The Danish words in which hours, days and activities are told, written a second time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from proof.oracle_activities import Time
from proof.oracle_hours import Closing
from proof.written import DAY, LAST, MIDNIGHT, UGEDAGE, Hours, Slot

MONTHS = (
    *("januar", "februar", "marts", "april", "maj", "juni"),
    *("juli", "august", "september", "oktober", "november", "december"),
)
NOT_KNOWN = "Tiderne kendes ikke endnu"


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def hour(minute: int, *, with_minutes: bool) -> str:
    """24 at the end of a day; no zeros where both ends are whole hours."""
    whole, rest = divmod(minute if minute == MIDNIGHT else minute % MIDNIGHT, 60)
    return f"{whole}.{rest:02}" if with_minutes else str(whole)


def from_to(slot: Slot) -> str:
    minutes = any(end % 60 for end in slot)
    return "–".join(hour(end, with_minutes=minutes) for end in slot)


def in_a_row(names: Sequence[str], joint: str = "og") -> str:
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {joint} {names[-1]}"


def hours_in_words(hours: Hours) -> str:
    if not hours.known:
        return "tiderne kendes ikke endnu"
    all_day = (0, MIDNIGHT)
    times = ["hele døgnet" if s == all_day else f"kl. {from_to(s)}" for s in hours.slots]
    return in_a_row([*times, *["efter aftale"] * hours.by_appointment]) or "lukket"


def day_and_month(at: date) -> str:
    return f"{UGEDAGE[at.weekday()]} {of_month(at)}"


def of_month(at: date) -> str:
    return f"{at.day}. {MONTHS[at.month - 1]}"


def with_year(at: date) -> str:
    return f"{of_month(at)} {at.year}"


def today_in_words(hours: Hours) -> str:
    if not hours.known:
        return NOT_KNOWN
    if hours.slots:
        return f"Åbent i dag {hours_in_words(hours)}"
    return "I dag kun efter aftale" if hours.by_appointment else "Lukket i dag"


def opens_next(days: Sequence[tuple[date, Hours]]) -> str:
    """When it opens after the first of the days; nothing where a day before is not known."""
    today = days[0][0]
    for at, hours in days[1:]:
        if not hours.known:
            return ""
        if hours.slots:
            begins = hours.slots[0][0]
            when = f"kl. {hour(begins, with_minutes=bool(begins % 60))}"
            return f"Åbner {_relative(at, today)} {when}"
    return ""


def _relative(at: date, today: date) -> str:
    ahead = (at - today).days
    if ahead == 1:
        return "i morgen"
    return UGEDAGE[at.weekday()] if ahead < 7 else day_and_month(at)


def closed_in_words(closing: Closing) -> str:
    until = "for tiden" if closing.last == LAST else f"til og med {with_year(closing.last)}"
    return f"Lukket {until}. {closed_because(closing)}"


def closed_because(closing: Closing) -> str:
    reason = closing.reason.rstrip(".")
    return f"{reason}. {closing.instead}" if closing.instead else f"{reason}."


# Activities


def when(one: Time) -> str:
    """«Torsdag kl. 10–12», «Fredag, hele dagen», «Fredag 3. juli kl. 16 til søndag 5. juli …»."""
    if one.days > 1:
        ends = []
        closes = one.slot[1] - MIDNIGHT * (one.slot[1] > MIDNIGHT)
        for at, minute in ((one.date, one.slot[0]), (one.last_date, closes)):
            clock = f" kl. {hour(minute, with_minutes=bool(minute % 60))}"
            ends.append(day_and_month(at) + ("" if one.all_day else clock))
        return capital(" til ".join(ends))
    return capital(UGEDAGE[one.date.weekday()]) + _hours_of_day(one)


def when_and_where(one: Time, place: str, *, under_its_day: bool = False) -> str:
    """`under_its_day`: where the day stands above, it is not said again."""
    told = (
        capital(_hours_of_day(one).lstrip(" ,")) if under_its_day and one.days == 1 else when(one)
    )
    return told + (f", {place.replace('På nettet', 'på nettet')}" if place else "")


def when_with_date(one: Time) -> str:
    if one.days > 1:
        return when(one)
    return capital(day_and_month(one.date)) + _hours_of_day(one)


def _hours_of_day(one: Time) -> str:
    if one.all_day:
        return ", hele dagen"
    over = " næste dag" if one.slot[1] > MIDNIGHT else ""
    return f" kl. {from_to(one.slot)}{over}"


def hours_in_a_list(one: Time) -> str:
    """As paper has it, beside the day."""
    if one.days > 1:
        minute = one.slot[0]
        clock = hour(minute, with_minutes=bool(minute % 60))
        return "" if one.all_day else f"fra kl. {clock}"
    return "hele dagen" if one.all_day else _hours_of_day(one).strip()


def days_of(one: Time) -> str:
    first = capital(day_and_month(one.date))
    return first if one.days == 1 else f"{first} til {day_and_month(one.last_date)}"


def state_in_words(one: Time, *, full: bool) -> str:
    if one.state == "cancelled":
        if not one.house_closed:
            return f"Aflyst. {one.reason}"
        return f"Aflyst. Lukket: {one.reason}" if one.reason else "Aflyst. Huset har lukket."
    if one.state == "moved":
        from_ = f"Flyttet fra {day_and_month(one.first)}." if one.date != one.first else "Flyttet."
        reason = [f"{one.reason.rstrip('.')}."] if one.reason else []
        return " ".join([from_, *reason, *["Alt er optaget."] * full])
    return "Alt er optaget." if full else ""


def week_of(at: date) -> date:
    """The Monday of a day's week."""
    return at - at.weekday() * DAY
