"""What the screen says of a day, told ahead, held against an oracle that stands on that day."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from html_tree import read_html

from proof.built import Built
from proof.comparing_hours import DAYS_OF_SCRIPT, DAYS_TOLD, closings_of, what_then
from proof.oracle import Opening, Oracle
from proof.oracle_hours import Hours
from proof.oracle_words import hour, opens_next, state_in_words, today_in_words, when_with_date
from proof.tally import Tally
from proof.written import DAY, MIDNIGHT
from site_generator.views.screen import screen_files

Row = dict[str, str]
FIELDS = ("label", "text", "note", "state", "since", "until")
# The day of the build, the next, one beyond a week, and the last that is told.
AHEAD = (0, 1, 8, 14)
MOST = 4


def compare_screen(tally: Tally, oracle: Oracle, built: Built) -> None:
    """In Danish; the other languages have the same days."""
    files = {file.address: file.content for file in screen_files(built.house)}
    danish = json.loads(files["skaerm/dage.json"])["languages"][0]
    tally.same("screen: how many days", len(danish["days"]), AHEAD[-1] + 1)
    for ahead in AHEAD:
        then = oracle.on(oracle.today + timedelta(days=ahead))
        _, *slides = danish["days"][then.today.isoformat()]
        told = {kind: _rows(danish, numbers) for kind, _, numbers in slides}
        _hours(tally, then, told.get("hours", []))
        _next(tally, then, told.get("next", []))


def _rows(danish: dict[str, Any], numbers: list[int]) -> list[Row]:
    filled = ([*danish["rows"][number], *[""] * 6][:6] for number in numbers)
    texts = ([read_html(f"<p>{field}</p>").text for field in row] for row in filled)
    return [dict(zip(FIELDS, row, strict=True)) for row in texts]


def _hours(tally: Tally, oracle: Oracle, told: list[Row]) -> None:
    where = f"screen, hours of {oracle.today}"
    openings = oracle.openings_of_days([oracle.today - DAY, *oracle.days(DAYS_OF_SCRIPT)])
    right = [row for opening in openings for row in _of_opening(oracle, opening)]
    closings = [words for words, *_, coming in closings_of(oracle) if not coming]
    told_closings = [f"{row['text']} {row['note']}" for row in told if not row["label"]]
    tally.same(f"{where}: closings", sorted(told_closings), sorted(closings))
    tally.same(where, [row for row in told if row["label"]], right)


def _of_opening(oracle: Oracle, opening: Opening) -> Iterator[Row]:
    """What holds from midnight, on the day, and after its last hour."""
    label = f"{opening.label} {_number(oracle, opening)}".strip()
    night = _last(oracle.told(opening, oracle.today - DAY).hours) - MIDNIGHT
    since = _moment(oracle.today, night) if night > 0 else ""
    if since:
        text = f"Åbent nu, til kl. {hour(night, with_minutes=bool(night % 60))}"
        yield _row(label, text, "", "open", until=since)
    days = {at: oracle.told(opening, at) for at in oracle.days(DAYS_TOLD)}
    now = days[oracle.today]
    then = what_then(oracle, opening, days)
    note = f"{now.reason}. {then}" if now.reason and then else now.reason or then
    closes = _moment(oracle.today, _last(now.hours)) if now.hours.slots else ""
    text = today_in_words(now.hours)
    yield _row(label, text, note, _state(now.hours), since=since, until=closes)
    if closes and now.hours.by_appointment:
        yield _row(label, "Lige nu kun efter aftale", "", "appointment", since=closes)
    elif closes:
        later = opens_next([(at, told.hours) for at, told in days.items()])
        yield _row(label, "Lukket nu", later, "closed", since=closes)


def _number(oracle: Oracle, opening: Opening) -> str:
    """A telephone's own number where its place has one."""
    if opening.kind == "house":
        return ""
    place = oracle.places.get(opening.place or "", {})
    number: str = place.get("phone") or oracle.contact.get("phone", "")
    return number


def _row(label: str, text: str, note: str, state: str, *, since: str = "", until: str = "") -> Row:
    values = (label, text, note, state, since, until)
    return dict(zip(FIELDS, values, strict=True))


def _state(hours: Hours) -> str:
    if not hours.known:
        return "unknown"
    if hours.slots:
        return "open"
    return "appointment" if hours.by_appointment else "closed"


def _last(hours: Hours) -> int:
    return max((last for _, last in hours.slots), default=0)


def _moment(at: date, minute: int) -> str:
    return (datetime.combine(at, time()) + timedelta(minutes=minute)).isoformat()[:16]


def _next(tally: Tally, oracle: Oracle, told: list[Row]) -> None:
    """The first that one can come to, and more of them where some are over during the day."""
    where, right = f"screen, next on {oracle.today}", sorted(oracle.front_page(), key=oracle.full)
    over = sum(one.ends.date() == oracle.today for one in oracle.coming)
    tally.same(f"{where}: how many", len(told), len(right[: MOST + over]))
    for row, one in zip(told, right, strict=False):
        tally.same(f"{where}: title", row["text"], oracle.title(one))
        tally.holds(f"{where}: when", row["label"].startswith(when_with_date(one)))
        tally.same(f"{where}: until", row["until"], one.ends.replace(tzinfo=None).isoformat()[:16])
        state = state_in_words(one, full=oracle.full(one))
        tally.same(f"{where}: note", row["note"], state or oracle.note(one))
