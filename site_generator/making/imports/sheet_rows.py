"""IMPORTS: the rows of a sheet as activities. Rows of one name, hours and place are one."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from pydantic_core import PydanticCustomError

from site_generator.making.imports.happening import (
    NO_REASON,
    Happening,
    Off,
    Read,
    Remark,
    SourceError,
    key_of,
)
from site_generator.making.imports.plain_text import Cleaned, cleaned, one_line
from site_generator.making.imports.rhythm import Fields
from site_generator.making.imports.sheet_columns import Columns, columns_of, plain
from site_generator.making.imports.sheet_repeats import repetition
from site_generator.making.imports.sheet_values import (
    UnreadableError,
    clock_text,
    dates_in,
    hours_in,
    is_yes,
    price_in,
    text_in,
)
from site_generator.making.imports.sheets import Row, Sheet
from site_generator.schema.event_times import ALL_DAY
from site_generator.schema.times import Slot
from site_generator.schema.values import parse_count, parse_link, parse_phone
from site_generator.write.author_edits import Value

EXAMPLE = "Eksempel:"
_PRIVATE = ("privat", "private", "fortroligt", "confidential", "personligt", "personal")
_CALLED_OFF = re.compile(r"^(?:aflyst|ja|x|sand|true)\b\W*(?P<reason>.*)$", re.IGNORECASE)
_HELD = ("nej", "falsk", "false", "no", "planlagt", "ok", "aktiv", "åben")


@dataclass(frozen=True)
class _Line:
    """One row that could be read."""

    where: str
    key: str
    happening: Happening


def has_activities(sheets: Sequence[Sheet]) -> bool:
    """Whether any of the sheets has the headings of activities."""
    return any(columns_of(sheet.rows) for sheet in sheets)


def read_sheets(sheets: Sequence[Sheet]) -> Read:
    """All activities of some sheets. Raises SourceError where no headings can be told."""
    readings = [_Reading(sheet, columns) for sheet in sheets if (columns := columns_of(sheet.rows))]
    if not readings:
        raise SourceError(
            "Der er ingen kolonner, der hedder «Navn» og «Dato».",
            "Skriv overskrifter over kolonnerne, eller begynd med arket fra familiehus template.",
        )
    found = [happening for reading in readings for happening in reading.happenings()]
    remarks = [remark for reading in readings for remark in reading.remarks]
    return Read(tuple(_with_own_keys(found)), tuple(remarks))


def _with_own_keys(found: Sequence[Happening]) -> Iterator[Happening]:
    """Where several have one name, the hours tell them apart, and then the first date."""
    names = Counter(one.key for one in found)
    timed = Counter((one.key, one.slot, one.location) for one in found)
    for one in found:
        parts = [one.key]
        if names[one.key] > 1:
            parts += [str(one.slot), one.location]
        if timed[one.key, one.slot, one.location] > 1:
            parts.append(one.dates[0].isoformat())
        yield replace(one, key=key_of(parts))


class _Reading:
    def __init__(self, sheet: Sheet, columns: Columns) -> None:
        self.sheet, self.columns = sheet, columns
        self.remarks = [*sheet.remarks, *columns.remarks(sheet.shown_as)]

    def happenings(self) -> list[Happening]:
        lines = [line for row in self.sheet.rows if (line := self._line(row))]
        groups: dict[tuple[object, ...], list[_Line]] = {}
        for line in lines:
            one = line.happening
            own = line.where if one.said or len(one.dates) > 1 else ""
            group = (line.key, one.title, one.offer, one.slot, one.location, one.days, own)
            groups.setdefault(group, []).append(line)
        return [_together(group) for group in groups.values()]

    def _line(self, row: Row) -> _Line | None:
        if row.number <= self.columns.begin or row.merged:
            return None
        title = one_line(cleaned(self.columns.text(row, "title")).text)
        offer = one_line(self.columns.text(row, "offer"))
        if not (title or offer) or title.startswith(EXAMPLE):
            return None
        where = self.sheet.where(row.number)
        if hidden := row.told_if_hidden(where, title or offer):
            self.remarks.append(hidden)
            return None
        if self._is_private(row):
            self.remarks.append(Remark("left_out", where, "Rækken er privat og er ikke taget med."))
            return None
        try:
            return self._read(row, where, title or offer, offer)
        except UnreadableError as why:
            said = f"«{title or offer}» er ikke taget med. {why}"
            self.remarks.append(Remark("left_out", where, said))
            return None

    def _is_private(self, row: Row) -> bool:
        answers = [self.columns.cell(row, name) for name in ("private", "sensitivity")]
        return any(is_yes(one) or text_in(one).lower() in _PRIVATE for one in answers)

    def _read(self, row: Row, where: str, title: str, offer: str) -> _Line:
        cell = self.columns.cell
        dates = tuple(sorted(dates_in(cell(row, "date"), month_first=self.columns.month_first)))
        slot = self._slot(row)
        text = cleaned(self.columns.text(row, "text"))
        self._tell_of_text(where, title, text)
        happening = Happening(
            key=plain(self.columns.text(row, "key")) or f"{plain(title)} {plain(offer)}",
            where=where,
            title=title,
            offer=offer,
            slot=slot,
            dates=dates,
            days=self._days(row, dates, slot),
            listed=True,
            text=text.text,
            location=one_line(self.columns.text(row, "place")),
            off=tuple(self._off(row, dates)),
            more=self._more(row, where, title),
        )
        return _Line(where, happening.key, self._repeated(row, happening))

    def _slot(self, row: Row) -> Slot:
        begin, end = self.columns.cell(row, "time"), self.columns.cell(row, "end_time")
        if is_yes(self.columns.cell(row, "all_day")):
            return ALL_DAY
        if begin is None and isinstance(stamp := self.columns.cell(row, "date"), dt.datetime):
            begin = stamp if stamp.time() != dt.time(0) else None
        if begin is None and end is None and "time" in self.columns.at:
            raise UnreadableError("Der mangler et klokkeslæt. Varer den hele dagen, så skriv det.")
        return hours_in(begin, end)

    def _days(self, row: Row, dates: Sequence[dt.date], slot: Slot) -> int:
        cell = self.columns.cell(row, "end_date")
        if cell is None:
            return 1
        last = dates_in(cell, month_first=self.columns.month_first)[-1]
        days = (last - dates[0]).days + 1
        if slot == ALL_DAY and (self.columns.month_first or self._ends_at_midnight(row)):
            days -= 1  # Outlook ends on the day after, when it begins
        if days > 1 and slot != ALL_DAY and slot.closes <= slot.opens and days == 2:
            return 1
        if not 1 <= max(days, 1) <= 14 or days < 0:
            raise UnreadableError("Slutdatoen passer ikke til datoen.")
        return max(days, 1)

    def _ends_at_midnight(self, row: Row) -> bool:
        end = self.columns.cell(row, "end_time")
        return end is not None and clock_text(end) in ("0.00", "00.00", "0:00", "00:00")

    def _off(self, row: Row, dates: Sequence[dt.date]) -> Iterator[Off]:
        cell = self.columns.cell(row, "cancelled")
        if cell is None or cell is False or text_in(cell).lower() in _HELD:
            return
        reason = self.columns.text(row, "reason")
        try:
            days: Sequence[dt.date] = dates_in(cell, month_first=self.columns.month_first)
        except UnreadableError:
            found = _CALLED_OFF.match("ja" if cell is True else text_in(cell))
            if not found:
                return
            days, reason = dates, reason or found["reason"].strip()
        for day in days:
            yield Off(day, one_line(reason) or NO_REASON)

    def _repeated(self, row: Row, happening: Happening) -> Happening:
        said = repetition(self.columns.text(row, "repeats"), happening.dates[0])
        if not said:
            return happening
        until = self.columns.cell(row, "until")
        skip = self.columns.cell(row, "skip")
        return replace(
            happening,
            said=said,
            listed=False,
            until=dates_in(until)[-1] if until is not None else None,
            skipped=dates_in(skip) if skip is not None else (),
        )

    def _more(self, row: Row, where: str, title: str) -> Fields:
        more: Fields = {}
        if cost := price_in(self.columns.cell(row, "cost")):
            more["cost"] = cost
        if seats := self.columns.text(row, "seats"):
            if _fits(parse_count, seats):
                more["seats"] = seats
            else:
                self._not_used(where, title, "Pladser", seats)
        if sign_up := self._sign_up(row, where, title):
            more["sign_up"] = sign_up
        return more

    def _sign_up(self, row: Row, where: str, title: str) -> dict[str, Value]:
        found: dict[str, Value] = {}
        for name in ("link", "phone", "sign_up"):
            text = self.columns.text(row, name)
            if not text or text.lower() in ("nej", "ingen", "-"):
                continue
            if text.startswith("https://") and _fits(parse_link, text):
                found.setdefault("link", text)
            elif _fits(parse_phone, text):
                found.setdefault("phone", text)
            else:
                self._not_used(where, title, "Tilmelding", text)
        closes = self.columns.cell(row, "closes")
        if found and closes is not None:
            found["closes"] = dates_in(closes)[-1].isoformat()
        return found

    def _not_used(self, where: str, title: str, what: str, text: str) -> None:
        said = f"«{title}»: {what} «{text[:60]}» kan ikke bruges, som det står."
        if "@" in text:
            said = f"«{title}»: {what} har en mailadresse, og den er ikke taget med."
        self.remarks.append(Remark("question", where, said))

    def _tell_of_text(self, where: str, title: str, text: Cleaned) -> None:
        if text.mails:
            said = f"«{title}» har en mailadresse i teksten. Den linje er ikke taget med."
            self.remarks.append(Remark("note", where, said))


def _together(lines: Sequence[_Line]) -> Happening:
    first = lines[0].happening
    if len(lines) == 1:
        return first
    dates = sorted({day for line in lines for day in line.happening.dates})
    off = tuple(one for line in lines for one in line.happening.off)
    return replace(first, dates=tuple(dates), off=off)


def _fits(parse: Callable[[str], object], text: str) -> bool:
    try:
        parse(text)
    except PydanticCustomError:
        return False
    return True
