"""ISSUE FORMS: a new activity. A form is a row of the sheet that can be imported, and is read the
same way; nothing is remembered of it, since no source will come again."""

from __future__ import annotations

from datetime import date

from site_generator.making.imports.merging import Merging
from site_generator.making.imports.sheet_columns import HEADINGS
from site_generator.making.imports.sheet_rows import EXAMPLE, read_sheets
from site_generator.making.imports.sheets import Row, Sheet
from site_generator.making.issue_forms.form import Answers, UnclearError
from site_generator.making.issue_forms.wish import Wish
from site_generator.records.municipality import Municipality
from site_generator.write.author_edits import value_at

# Which column of the sheet each question is.
_COLUMNS = {
    "title": "title",
    "date": "date",
    "time": "time",
    "repeats": "repeats",
    "until": "until",
    "where": "place",
    "summary": "text",
    "cost": "cost",
    "sign_up": "sign_up",
}


def new_event(answers: Answers, house: Municipality, events: str, today: date) -> Wish:
    """`events` is the text of events.yml. Raises UnclearError with what cannot be read."""
    found = value_at(events, ("events",))
    there = [event for event in found or () if isinstance(event, dict)]
    coming = Merging(house, there, {}, today).merge(read_sheets([_sheet(answers)]))
    if not coming.edits:
        said = [remark.said for remark in coming.remarks] or [_NO_NAME]
        raise UnclearError(*said)
    return Wish({"events.yml": coming.edits}, tuple(remark.said for remark in coming.remarks))


_NO_NAME = "Navnet kan ikke bruges. Skriv, hvad det hedder, med almindelige bogstaver."


def _sheet(answers: Answers) -> Sheet:
    title = answers["title"].removeprefix(EXAMPLE)
    cells = {**answers, "title": title}
    headings = Row(1, tuple(HEADINGS[name][0] for name in _COLUMNS.values()))
    return Sheet("", (headings, Row(2, tuple(cells[field] or None for field in _COLUMNS))))
