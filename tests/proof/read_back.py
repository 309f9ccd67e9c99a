"""What stands in what was built: pages, calendars, paper, each read as its users' programs do."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from html_tree import Element

from proof.oracle_words import MONTHS
from proof.written import DAY, UGEDAGE

ISOLATING = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069\u200e\u200f\u00ad"))


def text_of(element: Element) -> str:
    return plain(element.text)


def plain(text: str) -> str:
    """Without the marks that keep numbers in order between letters that run from the right."""
    return text.translate(ISOLATING).replace("\u00a0", " ")


def with_class(element: Element, name: str) -> Iterator[Element]:
    return (one for one in element.all() if name in one["class"].split())


def linked_data(page: Element) -> list[dict[str, Any]]:
    """The things that a page tells machines of."""
    scripts = [one for one in page.all("script") if one["type"] == "application/ld+json"]
    found: list[dict[str, Any]] = []
    for script in scripts:
        found += json.loads("".join(map(str, script.children)))["@graph"]
    return found


# Hours


@dataclass(frozen=True)
class Status:
    """A door or telephone in the today box, and what its script is given."""

    label: str
    text: str
    next: str
    ask: str
    days: dict[date, tuple[list[list[int]], str, str]]


def statuses(page: Element) -> list[Status]:
    return [_status(item) for item in with_class(page, "today__status")]


def _status(item: Element) -> Status:
    days = {}
    for at, *more in json.loads(item["data-days"]):
        slots, how, reason = [*more, *([], "", "")[len(more) :]][:3]
        days[date.fromisoformat(at)] = slots, how, reason.translate(ISOLATING)
    parts = (_only(item, f"today__{part}") for part in ("label", "text", "next"))
    label, text, following = (text_of(part) for part in parts)
    return Status(label, text, following, item["data-ask"].translate(ISOLATING), days)


def _only(element: Element, name: str) -> Element:
    (found,) = with_class(element, name)
    return found


def closings(page: Element) -> list[tuple[str, date, date | None, bool]]:
    """What is closed for a time, since when, until when, and whether it is still hidden."""
    return [
        (
            text_of(one),
            date.fromisoformat(one["data-since"]),
            date.fromisoformat(one["data-until"]) if one["data-until"] else None,
            "hidden" in one.attributes,
        )
        for one in with_class(page, "closing-notice")
    ]


@dataclass(frozen=True)
class Table:
    title: str
    rows: list[tuple[str, str]]


def hours_tables(section: Element) -> list[Table]:
    found = []
    for box in with_class(section, "hours-table"):
        rows = [(text_of(row.first("th")), text_of(row.first("td"))) for row in box.all("tr")]
        title = next(box.all("caption", "p"))
        found.append(Table(text_of(title), rows))
    return found


def section_of(page: Element, name: str) -> Element | None:
    found = (one for one in page.all("section") if one["aria-labelledby"] == name)
    return next(found, None)


def weekdays_of(label: str) -> range:
    first, _, last = label.lower().partition("–")
    return range(UGEDAGE.index(first), UGEDAGE.index(last or first) + 1)


_DATE = r"(?:(?:man|tirs|ons|tors|fre|lør|søn)dag )?\d+\.(?: [a-z]+)?(?: \d{4})?"


def days_in(text: str, today: date) -> tuple[date, date | None]:
    """«Torsdag 24. til lørdag 26. december»; no last day where nobody knows it."""
    text = text[:1].lower() + text[1:]
    if text == "indtil videre":
        return today, None
    if found := re.fullmatch(f"fra ({_DATE})", text):
        return date_in(found[1], today), None
    if found := re.fullmatch(f"til og med ({_DATE})", text):
        return today, date_in(found[1], today)
    first, _, last = text.partition(" til ")
    if not last:
        return (at := date_in(first, today)), at
    until = date_in(last, today)
    if re.fullmatch(r"[a-zæøå]+ \d+\.", first):
        first += f" {MONTHS[until.month - 1]} {until.year}"
    return date_in(first, today), until


def date_in(text: str, today: date) -> date:
    """«24. december 2026», or the next 24 December after a day where no year is said."""
    found = re.search(r"(?:(\w+) )?(\d+)\. ([a-z]+)(?: (\d{4}))?$", text)
    assert found, text
    weekday, number, month, year = found.groups()
    years = [int(year)] if year else [today.year, today.year + 1]
    at = next(
        d
        for y in years
        if (d := _date(y, MONTHS.index(month) + 1, int(number))) and (year or d >= today)
    )
    assert weekday is None or UGEDAGE[at.weekday()] == weekday, text
    return at


def _date(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


# Activities


@dataclass(frozen=True)
class Card:
    """An activity in a list. `heard` comes after its title for those who hear headings alone."""

    key: str
    date: date
    ends: str
    title: str
    heard: str
    state: str
    state_text: str
    when: str
    note: str
    links: tuple[str, ...]


def cards(page: Element) -> list[Card]:
    return [_card(one) for one in with_class(page, "event")]


@dataclass(frozen=True)
class NextUp:
    """The card of what comes next; `when` has the date in it, and `file` is a calendar."""

    date: date
    ends: str
    title: str
    state_text: str
    when: str
    note: str
    file: str


def next_up(page: Element) -> NextUp | None:
    item = next(iter(with_class(page, "next-up")), None)
    if item is None:
        return None
    small = [one for one in with_class(item, "small") if not list(one.all("a"))]
    return NextUp(
        date=date.fromisoformat(item.first("time")["datetime"]),
        ends=item["data-ends"],
        title=text_of(next(item.all("h3"))),
        state_text=" ".join(map(text_of, with_class(item, "next-up__state"))),
        when=" ".join(map(text_of, with_class(item, "next-up__when"))),
        note=" ".join(map(text_of, small)),
        file=next(iter(with_class(item, "action")))["href"],
    )


def _card(item: Element) -> Card:
    def part(name: str) -> str:
        return " ".join(text_of(one) for one in with_class(item, name))

    small = [one for one in with_class(item, "small") if not list(one.all("a"))]
    title = next(item.all("h3", "h2"))
    heard = " ".join(text_of(one) for one in with_class(title, "visually-hidden"))
    return Card(
        key=item["id"],
        date=date.fromisoformat(item.first("time")["datetime"]),
        ends=item["data-ends"],
        title=text_of(title).removesuffix(heard),
        heard=heard.removeprefix(", "),
        state=item["class"].split("event--")[1].split()[0],
        state_text=part("event__state"),
        when=part("event__when"),
        note=" ".join(map(text_of, small)),
        links=tuple(link["href"] for link in item.all("a") if link not in list(title.all("a"))),
    )


@dataclass(frozen=True)
class Cell:
    """A day of a month's sheet."""

    closed: str
    entries: list[str] = field(default_factory=list)


def sheet(page: Element) -> dict[int, Cell]:
    found = {}
    for cell in next(with_class(page, "month-sheet")).all("td"):
        numbers = list(with_class(cell, "month-sheet__number"))
        if numbers:
            closed = " ".join(text_of(one) for one in with_class(cell, "month-sheet__closed"))
            entries = [text_of(one) for one in cell.all("p")]
            found[int(text_of(numbers[0]).rstrip("."))] = Cell(closed, entries)
    return found


# Calendars


@dataclass(frozen=True)
class Entry:
    """An entry of a calendar: begin and end as they stand there."""

    key: str
    begins: date
    ends: date
    summary: str
    cancelled: bool
    where: str
    lines: list[str]


def entries(content: bytes) -> list[Entry]:
    """Read by the rules of RFC 5545 that matter here: folded lines, escaped text, UTC."""
    text = content.decode().replace("\r\n ", "")
    blocks = re.findall(r"BEGIN:VEVENT\r\n(.*?)END:VEVENT", text, re.DOTALL)
    return [_entry(dict(_line(line) for line in block.splitlines())) for block in blocks]


def _line(line: str) -> tuple[str, str]:
    name, _, value = line.partition(":")
    return name.partition(";")[0], value


def _entry(lines: dict[str, str]) -> Entry:
    return Entry(
        key=lines["UID"].partition("@")[0],
        begins=_moment(lines["DTSTART"]),
        ends=_moment(lines["DTEND"]),
        summary=_plain(lines["SUMMARY"]),
        cancelled=lines.get("STATUS") == "CANCELLED",
        where=_plain(lines.get("LOCATION", "")),
        lines=_plain(lines.get("DESCRIPTION", "")).split("\n"),
    )


def _moment(text: str) -> date:
    if len(text) == 8:
        return datetime.strptime(text, "%Y%m%d").date()
    return datetime.strptime(text, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)


def _plain(text: str) -> str:
    said = re.sub(r"\\(.)", lambda m: {"n": "\n", "N": "\n"}.get(m[1], m[1]), text)
    return said.translate(ISOLATING)


def days_of(entry: Entry) -> Iterator[date]:
    at = entry.begins
    while at < entry.ends:
        yield at
        at += DAY


def in_months(first: date, last: date) -> list[date]:
    """The first day of each month that is touched."""
    found = [first.replace(day=1)]
    while (following := (found[-1] + timedelta(days=31)).replace(day=1)) <= last:
        found.append(following)
    return found
