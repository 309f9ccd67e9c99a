"""TOLD: the hours that hold now in a few lines, for paper and posts: of one door, or of each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from site_generator.language.marked import fill
from site_generator.language.spoken import _
from site_generator.resolve.seasons import Season
from site_generator.schema.opening_hours import Schedule
from site_generator.told.closings import closed_sentence
from site_generator.told.house import House
from site_generator.told.openings import Opening, doors, telephones
from site_generator.told.other_days import DAYS_TOLD
from site_generator.told.unknown import not_known, whom_to_ask
from site_generator.told.week import open_rows, season_now
from site_generator.wording.in_words import (
    in_a_row,
    plain_date,
    short_hours,
    weekday_spans,
    without_full_stop,
    words,
)


@dataclass(frozen=True)
class WeekInShort:
    """What holds at a door or a telephone: its open days, or (`instead`) why there are none.

    `name` is empty where it holds for all. `how_long` says the last day of a week that another
    follows soon; `note` is the author's, then that.
    """

    name: str
    days: tuple[tuple[str, str], ...]
    instead: str
    note: str
    schedule: Schedule | None = None
    how_long: str = ""


def weeks_in_short(house: House, place_id: str | None = None) -> tuple[WeekInShort, ...]:
    """One for each door, or for that of one place; a single one without a name where all say the
    same."""
    wanted = (one for one in doors(house) if place_id is None or one.place in (None, place_id))
    told = (one for one in wanted if one.has_week or season_now(house, one).closing)
    return _told_once([_week(house, one) for one in told])


def phone_in_short(house: House) -> tuple[WeekInShort, ...]:
    """One for each telephone."""
    return _told_once([_week(house, one) for one in telephones(house)])


def _told_once(weeks: list[WeekInShort]) -> tuple[WeekInShort, ...]:
    if len({(week.days, week.instead, week.note) for week in weeks}) > 1:
        return tuple(weeks)
    return tuple(replace(week, name="") for week in weeks[:1])


def _week(house: House, opening: Opening) -> WeekInShort:
    season = season_now(house, opening)
    if season.schedule is None:
        return WeekInShort(opening.label, (), _instead(house, opening, season), "")
    note, how_long = words(season.schedule.note), _how_long(house, season)
    if note and how_long:
        note = fill("{0}. {1}", without_full_stop(note), how_long)
    return WeekInShort(
        opening.label, open_rows(season.schedule), "", note or how_long, season.schedule, how_long
    )


def _instead(house: House, opening: Opening, season: Season) -> str:
    if season.closing:
        return closed_sentence(season.closing)
    ask = whom_to_ask(house, by_phone=opening.kind == "house")
    return fill("{0}. {1}", not_known(), ask) if ask else fill("{0}.", not_known())


def _how_long(house: House, season: Season) -> str:
    """Paper hangs for weeks, and posts are read for as long: they say when hours no longer hold."""
    if season.last > house.today + timedelta(days=DAYS_TOLD):
        return ""
    return _("Gælder til og med {date}.", date=plain_date(season.last))


def days_in_a_row(week: WeekInShort) -> str:
    """All of it in one line: «mandag–onsdag kl. 9–15 og torsdag kl. 9–18», or why not.

    Days that nobody knows are left out: the line says when one can come.
    """
    known = ((day, text) for day, text in week.days if text != not_known())
    days = [f"{day.lower()} {text[:1].lower()}{text[1:]}" for day, text in known]
    return week.instead or in_a_row(days)


def days_abbreviated(week: WeekInShort) -> str:
    """The same as short as it can be said, where several places share a sheet: «man. 9–15»."""
    if week.schedule is None:
        return week.instead
    hours = ((day, week.schedule.week.on(day)) for day in range(7))
    spans = weekday_spans(
        ((day, short_hours(one)) for day, one in hours if not one.closed), abbreviated=True
    )
    return _(", ").join(f"{days} {text}" for days, text in spans)
