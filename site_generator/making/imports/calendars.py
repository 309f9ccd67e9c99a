"""IMPORTS: a calendar file (RFC 5545), as Outlook, Exchange, Google and Apple write it.

Each activity is read by itself: one that is broken is told and costs no other. What is private is
passed over, and nothing of it is told but that it is there. Who is invited is never looked at.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from icalendar import Calendar

from site_generator.making.imports.calendar_series import Cast, happening_of
from site_generator.making.imports.calendar_times import NotTakenError, VEvent
from site_generator.making.imports.happening import Happening, Read, Remark, SourceError
from site_generator.making.imports.source_text import text_of

MOST_EVENTS = 3000

_ZONE = re.compile(r"^BEGIN:VTIMEZONE\s*$.*?^END:VTIMEZONE\s*$", re.MULTILINE | re.DOTALL)
_OFTEN = re.compile(r"FREQ=(?!YEARLY)", re.IGNORECASE)
_BEGIN = re.compile(r"^BEGIN:(\w+)\s*$", re.IGNORECASE)
_END = re.compile(r"^END:(\w+)\s*$", re.IGNORECASE)

_PRIVATE = ("PRIVATE", "CONFIDENTIAL")


@dataclass(frozen=True)
class _Written:
    """One VEVENT as it stands in the file; `line` is where it begins, from 1."""

    line: int
    text: str

    @property
    def where(self) -> str:
        return f"Linje {self.line}"


def read_calendar(data: bytes) -> Read:
    """All activities of a calendar. Raises SourceError where it is none."""
    text = text_of(data)
    if "BEGIN:VCALENDAR" not in text[:5000].upper():
        raise SourceError(
            "Det er ikke en kalenderfil.",
            "Gem kalenderen som en .ics-fil, eller brug dens offentlige adresse.",
        )
    written = list(_events(text.split("\n")))
    if len(written) > MOST_EVENTS:
        raise SourceError(
            f"Der er {len(written)} aftaler i kalenderen, og der er plads til {MOST_EVENTS}.",
            "Lav en kalender, der kun har det, som familier kan komme til.",
        )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of time zones that are guessed: the guess is right here
        return _Reading(_zones(text)).read(written)


def _events(lines: list[str]) -> Iterator[_Written]:
    """Every VEVENT, wherever it stands; one that is not ended goes on to the next."""
    inside: list[str] = []
    begins, depth = 0, 0
    for number, line in enumerate((line.rstrip("\r") for line in lines), 1):
        begin, end = _BEGIN.match(line), _END.match(line)
        if begin and begin[1].upper() == "VEVENT":
            inside, begins, depth = [], number, 0
        elif begins and end and end[1].upper() == "VEVENT":
            yield _Written(begins, "\r\n".join(inside))
            begins = 0
        elif begin or end:
            depth += bool(begin) - bool(end)  # an alarm within it, of which nothing is wanted
        elif begins and not depth:
            inside.append(line)


def _zones(text: str) -> str:
    """The time zones that a calendar brings along. One that changes more often than once a year is
    none, and would be followed for ever."""
    zones = _ZONE.findall(text.replace("\r", ""))[:50]
    kept = [zone for zone in zones if len(zone) < 20_000 and not _OFTEN.search(zone)]
    return "".join(zone.replace("\n", "\r\n") + "\r\n" for zone in kept)


class _Reading:
    def __init__(self, zones: str) -> None:
        self.zones = zones
        self.remarks: list[Remark] = []

    def read(self, written: list[_Written]) -> Read:
        casts = [cast for one in written if (cast := self._cast(one))]
        by_name = sorted(casts, key=lambda cast: (cast.uid, cast.line))
        found = [
            happening
            for _, group in groupby(by_name, key=lambda cast: cast.uid)
            for happening in self._of_one_name(list(group))
        ]
        self._tell_of_people(casts)
        order = {cast.line: at for at, cast in enumerate(casts)}
        found.sort(key=lambda one: order.get(int(one.where.split()[-1]), 0))
        return Read(tuple(found), tuple(self.remarks))

    def _cast(self, written: _Written) -> Cast | None:
        component = self._component(written)
        if component is None:
            self._left_out(written.where, "Aftalen er skrevet forkert og kan ikke læses.")
            return None
        if str(component.get("CLASS", "")).upper() in _PRIVATE:
            self._left_out(written.where, "Aftalen er privat og er ikke taget med.")
            return None
        uid = (
            str(component.get("UID", "")) or f"{component.get('SUMMARY')}{component.get('DTSTART')}"
        )
        return Cast(written.line, uid[:500], component)

    def _component(self, written: _Written) -> VEvent | None:
        whole = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{self.zones}BEGIN:VEVENT\r\n{written.text}"
        try:
            calendar = Calendar.from_ical(f"{whole}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
            return next(iter(calendar.walk("VEVENT")), None)
        except Exception:  # whatever a stranger's file makes a reader of files do
            return None

    def _of_one_name(self, casts: list[Cast]) -> Iterator[Happening]:
        """One series with what differs from it. Where the series is missing, as in what somebody
        has shared of it, each of the others stands alone."""
        series = [cast for cast in casts if not cast.is_one_of_many]
        others = [cast for cast in casts if cast.is_one_of_many]
        latest = series[-1:]  # a file may hold older versions of the same
        for cast in latest or others:
            try:
                happening, remarks = happening_of(cast, others if latest else [])
            except NotTakenError as why:
                self._left_out(cast.where, f"«{cast.title}» er ikke taget med. {why}")
            else:
                self.remarks += remarks
                yield happening

    def _left_out(self, where: str, said: str) -> None:
        self.remarks.append(Remark("left_out", where, said))

    def _tell_of_people(self, casts: Iterable[Cast]) -> None:
        count = sum(
            any(name in cast.component for name in ("ATTENDEE", "ORGANIZER", "CONTACT"))
            for cast in casts
        )
        if count:
            noun = "aftale" if count == 1 else "aftaler"
            said = f"{count} {noun} har deltagere eller en arrangør. Navne og mailadresser er ikke "
            self.remarks.append(Remark("note", "Hele kalenderen", f"{said}taget med."))
