"""Calendars as five programs read them that know nothing of ours.

`ics`, `icalendar` with `recurring-ical-events`, `vobject` with `dateutil`, and ical.js, which
Thunderbird and Nextcloud are built on. Each reader gives the same kind of entries.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path
from typing import Any

import vobject
from icalendar import Calendar, Component
from node_readers import node_with
from recurring_ical_events import of

# First, since it keeps TatSu from wrapping the standard output for every line that `ics` reads.
from site_generator.verify import feeds as reading  # isort: skip
import ics  # isort: skip

ICAL_JS = Path(__file__).with_name("ical_js")

assert reading.MAX_OCTETS == 75


@dataclass(frozen=True, order=True)
class Entry:
    """One entry of a calendar: times in UTC, or dates where it fills whole days."""

    uid: str
    start: datetime | date
    end: datetime | date
    cancelled: bool
    sequence: int = 0
    summary: str = ""
    location: str = ""
    description: str = ""


Reader = Callable[[bytes], list[Entry]]


def read_with_ics(content: bytes) -> list[Entry]:
    """All entries as they stand; `ics` cannot write out a series."""
    return [
        Entry(
            uid=event.uid,
            start=event.begin.date() if event.all_day else event.begin.datetime.astimezone(UTC),
            end=event.end.date() if event.all_day else event.end.datetime.astimezone(UTC),
            cancelled=event.status == "CANCELLED",
            sequence=next((int(e.value) for e in event.extra if e.name == "SEQUENCE"), 0),
            summary=event.name or "",
            location=event.location or "",
            description=event.description or "",
        )
        for event in ics.Calendar(content.decode("utf-8")).events
    ]


def read_with_icalendar(content: bytes) -> list[Entry]:
    """Every time of every entry, series written out by `recurring-ical-events`."""
    calendar = Calendar.from_ical(content)
    faults = [fault for component in calendar.walk() for fault in component.errors]
    assert faults == []
    return [_of_icalendar(event) for event in of(calendar).all()]


def _of_icalendar(event: Component) -> Entry:
    return Entry(
        uid=str(event["UID"]),
        start=in_utc(event["DTSTART"].dt),
        end=in_utc(event["DTEND"].dt),
        cancelled=event.get("STATUS") == "CANCELLED",
        sequence=int(event.get("SEQUENCE", 0)),
        summary=str(event.get("SUMMARY", "")),
        location=str(event.get("LOCATION", "")),
        description=str(event.get("DESCRIPTION", "")),
    )


def read_with_vobject(content: bytes) -> list[Entry]:
    """Every time of every entry, series written out by `dateutil`."""
    calendar = vobject.readOne(content.decode("utf-8"))
    calendar.validate(raiseException=True)
    events = calendar.contents.get("vevent", [])
    changed = [event for event in events if "recurrence-id" in event.contents]
    return [
        entry
        for event in events
        if event not in changed
        for entry in _of_vobject(
            event, [other for other in changed if other.uid.value == event.uid.value]
        )
    ]


def _of_vobject(event: Any, changed: list[Any]) -> Iterator[Entry]:
    start, end = event.dtstart.value, event.dtend.value
    if "rrule" not in event.contents:
        yield _one_of_vobject(event, start, end)
        return
    instead = {in_utc(other.recurrence_id.value): other for other in changed}
    for moment in event.getrruleset():
        begin = _like(start, moment)
        other = instead.pop(in_utc(begin), None)
        if other is None:
            yield _one_of_vobject(event, begin, begin + (end - start))
        else:
            yield _one_of_vobject(other, other.dtstart.value, other.dtend.value)
    assert not instead, "a change to a time that is not in the series"


def _like(start: datetime | date, moment: datetime) -> datetime | date:
    """`dateutil` counts in local time, forgets the zone, and knows no days without an hour."""
    if isinstance(start, datetime):
        return moment.replace(tzinfo=start.tzinfo)
    return moment.date()


def _one_of_vobject(event: Any, start: datetime | date, end: datetime | date) -> Entry:
    def text(name: str) -> str:
        return event.contents[name][0].value if name in event.contents else ""

    return Entry(
        uid=text("uid"),
        start=in_utc(start),
        end=in_utc(end),
        cancelled=text("status") == "CANCELLED",
        sequence=int(text("sequence") or 0),
        summary=text("summary"),
        location=text("location"),
        description=text("description"),
    )


def in_utc(moment: datetime | date, zone: tzinfo = UTC) -> datetime | date:
    """A time with a zone in UTC; a date as it is. A time without a zone belongs nowhere."""
    if not isinstance(moment, datetime):
        return moment
    assert moment.tzinfo is not None, f"{moment} has no zone"
    return moment.astimezone(zone)


@contextmanager
def reading_with_ical_js() -> Iterator[Reader]:
    """A reader in a node that runs as long as it is needed. Without node the tests fail."""
    node = node_with(ICAL_JS, "NOT read with ical.js, the engine of Thunderbird")
    command = [node, str(ICAL_JS / "read.js")]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        assert process.stdin and process.stdout

        def read(content: bytes) -> list[Entry]:
            # ASCII, since node would end a line at U+2028.
            process.stdin.write(json.dumps(content.decode("utf-8")) + "\n")
            process.stdin.flush()
            answer = json.loads(process.stdout.readline())
            assert isinstance(answer, list), answer
            return [_of_ical_js(entry) for entry in answer]

        yield read
        process.stdin.close()


def _of_ical_js(entry: dict[str, Any]) -> Entry:
    def moment(text: str) -> datetime | date:
        return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)

    return Entry(**{**entry, "start": moment(entry["start"]), "end": moment(entry["end"])})


def faults_of(content: bytes) -> list[str]:
    """What RFC 5545 and 7986 forbid and readers let pass; see section 1.7 of the reference."""
    return [*_faults_of_lines(content), *_faults_of_entries(unfolded(content))]


def _faults_of_lines(content: bytes) -> Iterator[str]:
    if not content.endswith(b"END:VCALENDAR\r\n"):
        yield "does not end with END:VCALENDAR and CRLF"
    lines = content.split(b"\r\n")
    for line in lines:
        if len(line) > 75:
            yield f"{len(line)} octets: {line!r}"
        if re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", line):
            yield f"a control character: {line!r}"
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            yield f"a letter in two lines: {line!r}"


def _faults_of_entries(lines: list[str]) -> Iterator[str]:
    text = "\n".join(lines)
    if "\nMETHOD" in text:
        yield "METHOD asks for an ORGANIZER"
    for name, kind in {"REFRESH-INTERVAL": "DURATION", "SOURCE": "URI"}.items():
        if f"\n{name}" in text and f"\n{name};VALUE={kind}:" not in text:
            yield f"{name} without VALUE={kind}"
    for zone in set(re.findall(r"\n[A-Z-]+;TZID=([^:;]+)", text)) - set(
        re.findall(r"\nTZID:(.+)", text)
    ):
        yield f"the time zone {zone} is not defined"
    entries = re.findall(r"BEGIN:VEVENT\n(.*?)END:VEVENT", text, re.DOTALL)
    for entry in entries:
        yield from _faults_of_entry(entry)
    for name, count in Counter(map(_name, entries)).items():
        if count > 1:
            yield f"{count} times: {name}"


def _faults_of_entry(entry: str) -> Iterator[str]:
    missing = [
        name
        for name in ("UID", "DTSTAMP", "DTSTART", "DTEND", "SEQUENCE", "SUMMARY")
        if not re.search(rf"^{name}[;:]", entry, re.MULTILINE)
    ]
    if missing:
        yield f"an entry without {', '.join(missing)}"
    # Exchange passes over what is left out in another zone than the series is in.
    zones = re.findall(r"^(?:DTSTART|EXDATE|RECURRENCE-ID)(;[^:]*|):", entry, re.MULTILINE)
    if len(set(zones)) > 1:
        yield "EXDATE or RECURRENCE-ID in another zone than DTSTART"


def _name(entry: str) -> tuple[str, ...]:
    """What tells an entry from all others: UID and, in a series, RECURRENCE-ID."""
    return tuple(re.findall(r"^(?:UID|RECURRENCE-ID)[;:].*$", entry, re.MULTILINE))


def unfolded(content: bytes) -> list[str]:
    """The lines of a calendar before they were broken (RFC 5545, 3.1)."""
    return content.decode("utf-8").replace("\r\n ", "").removesuffix("\r\n").split("\r\n")
