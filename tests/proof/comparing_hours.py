"""What each medium tells of hours, held against the oracle."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from html_tree import Element

from proof import read_back
from proof.built import Built
from proof.oracle import Opening, Oracle
from proof.oracle_hours import Told
from proof.oracle_words import (
    NOT_KNOWN,
    capital,
    closed_because,
    closed_in_words,
    hours_in_words,
    opens_next,
    today_in_words,
)
from proof.read_back import Table, days_in
from proof.tally import Tally
from proof.written import DAY, LAST, MIDNIGHT, UNKNOWN, WEEKDAYS, Slot, days_between

DAYS_OF_SCRIPT = 14
DAYS_TOLD = 60
FEED_DAYS = 365


def compare_hours(tally: Tally, oracle: Oracle, built: Built) -> None:
    for address in ("", "find-os/"):
        page = built.pages[address]
        _today_box(tally, oracle, page, f"today box of /{address}")
        _linked_data(tally, oracle, page, f"JSON-LD of /{address}")
    for address in ("find-os/", "uden-net/"):
        _weeks(tally, oracle, built.pages[address], f"/{address}")
        _other_days(tally, oracle, built.pages[address], f"/{address}")
    for language, feeds in built.feeds.items():
        _changes(tally, oracle, feeds["kalender/aendringer.ics"], language)


# The today box


def _today_box(tally: Tally, oracle: Oracle, page: Element, where: str) -> None:
    statuses = read_back.statuses(page)
    openings = oracle.openings_of_days([oracle.today - DAY, *oracle.days(DAYS_OF_SCRIPT)])
    labels = [opening.label for opening in openings]
    tally.same(f"{where}: who is told of", [s.label for s in statuses], labels)
    for opening, status in zip(openings, statuses, strict=False):
        days = {at: oracle.told(opening, at) for at in oracle.days(DAYS_TOLD)}
        now = days[oracle.today]
        reason = f" ({now.reason})" if now.reason else ""
        name = f"{where}: {opening.label}"
        tally.same(f"{name}, today", status.text, today_in_words(now.hours) + reason)
        tally.same(f"{name}, next", status.next, _next(oracle, opening, days))
        tally.same(f"{name}, whom to ask", status.ask, oracle.whom_to_ask(opening.kind))
        _script(tally, oracle, opening, status.days, name)
    told = read_back.closings(page)
    tally.same(f"{where}: closings", sorted(told, key=str), sorted(_closings(oracle), key=str))


def _next(oracle: Oracle, opening: Opening, days: dict[date, Told]) -> str:
    now = days[oracle.today].hours
    if now.closed:
        return opens_next([(at, told.hours) for at, told in days.items()])
    return "" if now.known else oracle.whom_to_ask(opening.kind)


def _script(
    tally: Tally,
    oracle: Oracle,
    opening: Opening,
    told: dict[date, tuple[list[list[int]], str, str]],
    where: str,
) -> None:
    for at in oracle.days(DAYS_OF_SCRIPT):
        tally.same(f"{where}, script, {at}", told.get(at), _for_script(oracle.told(opening, at)))
    yesterday = oracle.told(opening, oracle.today - DAY)
    goes_on = any(last > MIDNIGHT for _, last in yesterday.hours.slots)
    right = _for_script(yesterday) if goes_on else None
    tally.same(f"{where}, script, the night before", told.get(oracle.today - DAY), right)


def _for_script(told: Told) -> tuple[list[list[int]], str, str]:
    hours = told.hours
    how = "u" if not hours.known else "a" if hours.by_appointment else ""
    return [list(slot) for slot in hours.slots], how, told.reason


def _closings(oracle: Oracle) -> list[tuple[str, date, date | None, bool]]:
    soon = oracle.today + timedelta(days=DAYS_OF_SCRIPT)
    found = []
    for one in oracle.hours.closings:
        if one.first <= soon and oracle.today <= one.last:
            names = [oracle.places[place]["name"] for place in one.places]
            words = closed_in_words(one)
            if names:
                words = f"{' og '.join(names)} er {words[:1].lower()}{words[1:]}"
            last = None if one.last == LAST else one.last
            found.append((words, one.first, last, one.first > oracle.today))
    return found


# Find os, and the page without a network


def _weeks(tally: Tally, oracle: Oracle, page: Element, where: str) -> None:
    """The first table of each opening is what holds; those that come say from when."""
    for opening, tables in _tables(oracle, page).items():
        name = f"{where}: {opening.label}"
        tally.holds(f"{name} has a table", bool(tables))
        if tables:
            _first_table(tally, oracle, opening, tables[0], where)
        for table in tables:
            _table(tally, oracle, opening, table, where)


def _tables(oracle: Oracle, page: Element) -> dict[Opening, list[Table]]:
    section = read_back.section_of(page, "tider")
    common = [t for t in read_back.hours_tables(section) if t.title != OTHER] if section else []
    doors = [one for one in oracle.openings if one.kind == "house"]
    found: dict[Opening, list[Table]] = {one: [] for one in oracle.openings}
    for door in doors:
        own = read_back.section_of(page, f"{door.place}-navn")
        found[door] = read_back.hours_tables(own) if own else []
    phones = iter(oracle.phones)
    whose = next((d for d in doors if not found[d]), None) if common else None
    shared = [d for d in doors if not found[d]]
    for table in common:
        begins = " fra " not in table.title
        of_phone = table.title.startswith("Telefonen er åben")
        silent = begins and table.title.startswith(NOT_KNOWN)
        if begins and (of_phone or (silent and (whose is None or found[whose]))):
            whose = next(phones, None)
        assert whose, table.title
        found[whose].append(table)
    for door in shared[1:]:
        found[door] = found[shared[0]]
    return found


OTHER = "Dage, hvor det er anderledes"


def _first_table(tally: Tally, oracle: Oracle, opening: Opening, table: Table, where: str) -> None:
    name = f"{where}: what holds at {opening.label}"
    closing = _closing(oracle, opening, oracle.today)
    week = oracle.hours.week(opening.kind, opening.place, oracle.today)
    if closing:
        right = closed_in_words(closing).removesuffix(f". {closed_because(closing)}")
        tally.same(name, (table.title, table.rows), (right, []))
    elif week is None:
        tally.same(name, (table.title.partition(" til ")[0], table.rows), (NOT_KNOWN, []))
    else:
        told = {n: hours for label, hours in table.rows for n in read_back.weekdays_of(label)}
        tally.same(name, told, {n: capital(hours_in_words(h)) for n, h in enumerate(week.days)})


def _table(tally: Tally, oracle: Oracle, opening: Opening, table: Table, where: str) -> None:
    """On every day of its dates the week that it shows, or the silence, holds."""
    if table.title.startswith("Lukket"):
        return
    first, last = _dates(table.title, oracle.today)
    until = min(last or LAST, max(first, oracle.today) + timedelta(days=100))
    told = {n: hours for label, hours in table.rows for n in read_back.weekdays_of(label)}
    for at in days_between(first, until):
        week = oracle.hours.week(opening.kind, opening.place, at)
        right = {n: capital(hours_in_words(h)) for n, h in enumerate(week.days)} if week else {}
        tally.same(f"{where}: «{table.title}» of {opening.label}, {at}", told, right)
        tally.holds(f"{table.title}: not closed {at}", not _closing(oracle, opening, at))


def _closing(oracle: Oracle, opening: Opening, at: date) -> Any:
    return oracle.hours.closing(opening.place, at) if opening.kind == "house" else None


def _dates(title: str, today: date) -> tuple[date, date | None]:
    found = re.search(r"(?: fra (\d+\. \w+ \d{4}))?(?: til (\d+\. \w+ \d{4}))?$", title)
    assert found
    first, last = (read_back.date_in(d, today) if d else None for d in found.groups())
    return first or today, last


def _other_days(tally: Tally, oracle: Oracle, page: Element, where: str) -> None:
    """What the list says of a day holds, and what it is silent about is as in the week."""
    section = read_back.section_of(page, "tider")
    tables = read_back.hours_tables(section) if section else []
    rows = [row for table in tables if table.title == OTHER for row in table.rows]
    told = [(_whose(oracle, when), *_span(oracle, when), said) for when, said in rows]
    for opening in (*oracle.doors, *oracle.phones):
        for at in oracle.days(DAYS_TOLD):
            lines = [
                words
                for whose, first, last, words in told
                if opening in whose and first <= at <= (last or LAST)
            ]
            _other_day(tally, oracle, opening, at, lines, where)


def _other_day(
    tally: Tally, oracle: Oracle, opening: Opening, at: date, lines: list[str], page: str
) -> None:
    now = oracle.told(opening, at)
    by_appointment = not _has_week(oracle, opening) and oracle.usual(opening, at).known
    if by_appointment and now.by not in ("exception", "closing"):
        tally.same(f"{page}: {opening.label} has no hours to differ from, {at}", lines, [])
        return
    where = f"{page}, other days: {opening.label}, {at}"
    silent = not now.hours.known and not oracle.hours.week(opening.kind, opening.place, at)
    if not lines:
        tally.same(where, oracle.usual(opening, at), UNKNOWN if silent else now.hours)
        tally.holds(f"{where}: silence of a day that is in no week", not silent)
        return
    right = capital(hours_in_words(now.hours))
    for line in lines:
        tally.holds(f"{where}: «{line}» is «{right}»", f"{line}. ".startswith(f"{right}. "))
    differs = now.hours != oracle.usual(opening, at)
    if differs and now.reason and now.by in ("exception", "own", "closing"):
        tally.holds(f"{where}: «{lines}» says «{now.reason}»", now.reason in " ".join(lines))


def _whose(oracle: Oracle, when: str) -> set[Opening]:
    """No name is all doors. The name of a telephone may end with that of its place."""
    phones = {one for one in oracle.phones if f", {one.label}" in when}
    for phone in phones:
        when = when.replace(f", {phone.label}", "")
    if ", også telefonen" in when:
        phones = set(oracle.phones)
    elif phones:
        return phones
    doors = {one for one in oracle.doors if f", {one.label}" in when}
    return (doors or set(oracle.doors)) | phones


def _span(oracle: Oracle, when: str) -> tuple[date, date | None]:
    return days_in(when.partition(", ")[0], oracle.today)


# For machines


def _linked_data(tally: Tally, oracle: Oracle, page: Element, where: str) -> None:
    (office,) = [t for t in read_back.linked_data(page) if t["@type"] == "GovernmentOffice"]
    places: list[str | None] = [*oracle.places] or [None]
    things: Sequence[dict[str, Any]] = office.get("location", [office])
    if isinstance(things, dict):
        things = [office]
    tally.same(f"{where}: places", len(things), len(places))
    for place, thing in zip(places, things, strict=False):
        for at in oracle.days(DAYS_TOLD):
            told = oracle.hours.day("house", place, at)
            now = told.hours if _tells_of(oracle, place, told) else UNKNOWN
            slots, special = _slots_for_machines(thing, at)
            right = sorted((_iso(a), _iso(b)) for a, b in map(_whole_day, now.slots))
            tally.same(f"{where}: {place}, {at}", slots, right)
            tally.holds(f"{where}: nothing of {at}, not known", now.known or not special)


def _tells_of(oracle: Oracle, place: str | None, told: Told) -> bool:
    """A door by appointment has no hours that a holiday could change; what names no place is not
    about one of which nothing else is written."""
    if oracle.hours.of("house", place):
        return True
    return told.by in ("exception", "closing") and place in {door.place for door in oracle.doors}


def _whole_day(slot: Slot) -> Slot:
    """The clock round is written as search engines read it."""
    return (0, MIDNIGHT - 1) if slot == (0, MIDNIGHT) else slot


def _slots_for_machines(thing: dict[str, Any], at: date) -> tuple[list[tuple[str, str]], bool]:
    specials = _of_day(thing.get("specialOpeningHoursSpecification", []), at)
    name = WEEKDAYS[at.weekday()].title()
    weekly = [
        spec
        for spec in _of_day(thing.get("openingHoursSpecification", []), at)
        if name in spec["dayOfWeek"]
    ]
    now = specials or weekly
    return sorted((s["opens"], s["closes"]) for s in now if "opens" in s), bool(specials)


def _of_day(specs: list[dict[str, Any]], at: date) -> list[dict[str, Any]]:
    return [s for s in specs if s.get("validFrom", "") <= str(at) <= s.get("validThrough", "9999")]


def _iso(minute: int) -> str:
    return f"{minute % MIDNIGHT // 60:02}:{minute % 60:02}"


# The calendar of changes


def _changes(tally: Tally, oracle: Oracle, content: bytes, language: str) -> None:
    """Each day that is not like the week stands there, once, and no other."""
    told: dict[tuple[str, date], str] = {}
    for entry in read_back.entries(content):
        name = "unknown" if "-fra-" in entry.key else "day"
        subject = entry.key.removeprefix("tider-").rsplit("-fra-" if name == "unknown" else "-", 1)
        for at in read_back.days_of(entry):
            tally.holds(f"aendringer.ics: {entry.key} says it once", (subject[0], at) not in told)
            told[subject[0], at] = entry.summary
    for opening in (*oracle.doors, *oracle.phones):
        key = f"telefon-{opening.place or 'hus'}" if opening.kind == "phone" else opening.place
        _changes_of(tally, oracle, opening, key or "hus", told, language)


def _changes_of(
    tally: Tally,
    oracle: Oracle,
    opening: Opening,
    key: str,
    told: dict[tuple[str, date], str],
    language: str,
) -> None:
    name = oracle.places[opening.place]["name"] if opening.place else "Familiens Hus"
    label = opening.label if opening.kind == "phone" else name
    for at in oracle.days(120):
        now = oracle.told(opening, at)
        said = told.get((key, at))
        where = f"aendringer.ics ({language}): {label}, {at}"
        if said is None:
            silent = now.hours == oracle.usual(opening, at)
            tally.holds(f"{where} {now} is told", silent or not _has_week(oracle, opening))
        elif language == "da":
            reason = f" ({now.reason})" if now.reason else ""
            right = {f"{label}: {capital(hours_in_words(now.hours))}{reason}"}
            # Of a time that is not known at all no day has a reason of its own.
            right |= set() if now.hours.known else {f"{label}: {NOT_KNOWN}"}
            tally.holds(f"{where}: «{said}» is one of {right}", said in right)


def _has_week(oracle: Oracle, opening: Opening) -> bool:
    return opening.kind == "phone" or bool(oracle.hours.of("house", opening.place))
