"""PAGES: the weeks that one can plan for: what one can come to, what is full, when it is closed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby

from site_generator.language.marked import fill
from site_generator.language.spoken import _
from site_generator.resolve.occurrence import COPENHAGEN
from site_generator.resolve.recurrence import Occurrence
from site_generator.resolve.repetition import monday_of
from site_generator.told.closed_days import closed_spans
from site_generator.told.house import House
from site_generator.views.calendar.events import anchored_cards, days_in_words
from site_generator.views.elements import ClosedDays, EventCard
from site_generator.wording.in_words import day_number, day_of_month, in_a_row, sentence

WEEKS = 8
# The weeks after these are folded: their names and days are seen, and one tap opens each.
_OPEN = 3


@dataclass(frozen=True)
class Week:
    """What is on in one week.

    `anchor` is the end of its address, `short` its name in a row of links, `days` its first and
    last day. `full` is what nobody can come to any more, told in a line after what one can still
    join.
    """

    anchor: str
    title: str
    short: str
    days: str
    folded: bool
    cards: tuple[EventCard, ...]
    full: tuple[EventCard, ...]
    full_names: str
    closed: tuple[ClosedDays, ...]


def near(house: House, occurrences: tuple[Occurrence, ...]) -> tuple[Occurrence, ...]:
    """Those in the weeks that the list shows."""
    last = monday_of(house.today) + timedelta(weeks=WEEKS)
    return tuple(occurrence for occurrence in occurrences if occurrence.date < last)


def weeks_of(house: House, occurrences: tuple[Occurrence, ...], root: str) -> Iterator[Week]:
    """Today apart, then week by week. A week in which the house is closed is told too, as far as
    something is on after it."""
    shown = near(house, occurrences)
    today = [occurrence for occurrence in shown if occurrence.date <= house.today]
    if today:
        named = sentence(_("i dag"))
        yield _week(house, ("i-dag", named, named, "", False), today, (), root)
    later = [occurrence for occurrence in shown if occurrence.date > house.today]
    by_week = {day: list(group) for day, group in groupby(later, lambda o: monday_of(o.date))}
    closed = _closed_by_week(house, max(by_week)) if by_week else {}
    for monday in sorted({*by_week, *closed}):
        on, away = by_week.get(monday, []), closed.get(monday, [])
        yield _week(house, _named(house, monday), on, away, root)


def _week(
    house: House,
    named: tuple[str, str, str, str, bool],
    on: list[Occurrence],
    closed: Iterable[ClosedDays],
    root: str,
) -> Week:
    cards = anchored_cards(house, on, root)
    full = tuple(card for card in cards if card.state == "full")
    rest = tuple(card for card in cards if card.state != "full")
    names = in_a_row(list(dict.fromkeys(card.title for card in full)))
    return Week(*named, rest, full, names, tuple(closed))


def _closed_by_week(house: House, last_monday: date) -> dict[date, list[ClosedDays]]:
    """From today on, each with the week in which it begins."""
    weeks: dict[date, list[ClosedDays]] = {}
    for first, last, text in closed_spans(house, house.today, last_monday + timedelta(days=6)):
        weeks.setdefault(monday_of(first), []).append(_closed(first, last, text))
    return weeks


def _closed(first: date, last: date, text: str) -> ClosedDays:
    over = datetime.combine(last + timedelta(days=1), time(), COPENHAGEN)
    return ClosedDays(days_in_words(first, last), text, over.isoformat())


def _named(house: House, monday: date) -> tuple[str, str, str, str, bool]:
    """The end of a week's address, its title, its short name, its days, whether it is folded."""
    week = monday.isocalendar().week
    title = short = _("Uge {week}", week=week)
    distance = (monday - monday_of(house.today)).days // 7
    if distance == 0:
        return f"uge-{week}", _("Resten af ugen"), _("Denne uge"), "", False
    if distance == 1:
        title, short = _("Næste uge, uge {week}", week=week), _("Næste uge")
    return f"uge-{week}", title, short, _days(monday), distance >= _OPEN


def _days(monday: date) -> str:
    """For example «14.–20. december»."""
    sunday = monday + timedelta(days=6)
    one_month = monday.month == sunday.month
    first = day_number(monday) if one_month else day_of_month(monday)
    return fill("{0}–{1}" if one_month else "{0} – {1}", first, day_of_month(sunday))
