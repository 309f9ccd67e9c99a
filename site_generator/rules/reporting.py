"""How rules make problems: at the line of a field, or of one point of a list."""

from __future__ import annotations

from site_generator.problems import Level, Problem
from site_generator.read.placed import PlacedText
from site_generator.records.municipality import Municipality
from site_generator.schema.choices import SiteStatus
from site_generator.schema.record import Record


def error(record: Record, key: str, message: str, remedy: str, line: int | None = None) -> Problem:
    """A fault at `key` of a record, or at `line` where that is more exact."""
    return _problem(record, key, message, remedy, line, "error")


def warning(
    record: Record, key: str, message: str, remedy: str, line: int | None = None
) -> Problem:
    """Something that an editor should know, and that stops nothing."""
    return _problem(record, key, message, remedy, line, "warning")


def required_when_official(
    municipality: Municipality, record: Record, key: str, message: str, remedy: str
) -> Problem:
    """What the law asks of a site that is in use, and a demonstration should have too."""
    official = municipality.site.status is SiteStatus.OFFICIAL
    return (error if official else warning)(record, key, message, remedy)


def line_of(value: str) -> int | None:
    """The line of a single value, where it still knows it."""
    return value.line if isinstance(value, PlacedText) else None


def _problem(
    record: Record, key: str, message: str, remedy: str, line: int | None, level: Level
) -> Problem:
    own = record.is_own(key)
    return Problem(
        path=record.path_of(),
        # What is inherited can be overridden in the record, so that is where to look.
        line=(line or record.line_of(key)) if own else record.line_of(),
        field=key,
        message=message,
        remedy=remedy,
        level=level,
    )
