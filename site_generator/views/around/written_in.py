"""PAGES: the file that decides a page, and the way there for those who may change it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from site_generator.output import Page
from site_generator.schema.record import Record
from site_generator.told.house import House


def file_of(*records: Record | None) -> str:
    """The file of the first of the records that an author has written."""
    return next(record.path_of() for record in records if record and record.path_of())


def written_in(record: Record, key: str = "") -> str:
    """`file:line` of a record, or of one of its fields where that is written."""
    return f"{record.path_of()}:{record.line_of(key)}"


def offers_file(house: House) -> str:
    """The file of a page that shows several offers."""
    return file_of(*house.municipality.offers, house.municipality.site)


def events_file(house: House) -> str:
    """The file of a page of the calendar, which stands also where nothing is on any more."""
    return file_of(house.municipality.events, house.municipality.site)


def with_way_to_its_file(house: House, page: Page) -> Page:
    """The page, whose foot leads to its file where the repository's address is known.

    `HEAD` is the branch that is published, whatever it is called. The file is shown, not opened
    for editing: who has no account on GitHub is not asked to log in.
    """
    view: Any = page.view
    if not house.repository:
        return page
    file, _, line = page.source.partition(":")
    href = f"{house.repository}/blob/HEAD/{file}" + (f"#L{line}" if line else "")
    return replace(page, view=replace(view, frame=replace(view.frame, file=href)))
