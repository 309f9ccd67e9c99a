"""RENDER: the lines of a calendar, each as icalendar writes it, at most 75 octets long and ending
in CRLF (RFC 5545, section 3.1).

icalendar takes a tenth of a millisecond for a line, and most of them stand in many entries: what
an activity is called, where it is, when it was changed. Those are made once.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from icalendar import Component, Event, vText
from icalendar.parser import Contentline

_END_OF_LINE = b"\r\n"
# icalendar breaks lines from here on.
_LONG = 75
_PLAIN = (str, int, tuple)


class Lines:
    """A component, such as VEVENT. What it says stands in the order in which it was added."""

    def __init__(self, name: str) -> None:
        self._name = name.encode()
        self._lines = [b"BEGIN:" + self._name + _END_OF_LINE]

    def add(self, name: str, value: Any, parameters: Mapping[str, str] | None = None) -> None:
        """A property with a value as icalendar takes it, which knows its type by the name."""
        again = parameters is None and _is_one_of_a_kind(value)
        self._lines.append(_line_again(name, value) if again else _line(name, value, parameters))

    def add_text(self, name: str, text: str) -> None:
        """A property that icalendar does not know to be text: it would not escape a comma in it."""
        self._lines.append(_line_again(name, vText(text)))

    def begun(self) -> bytes:
        """All lines but the last: what else is in it may follow."""
        return b"".join(self._lines)

    def to_bytes(self) -> bytes:
        return self.begun() + b"END:" + self._name + _END_OF_LINE


def _is_one_of_a_kind(value: Any) -> bool:
    """Whether all that is equal to a value is written the same. Moments in other time zones than
    UTC are equal to some that are not."""
    return isinstance(value, _PLAIN) or getattr(value, "tzinfo", None) is dt.UTC


def _line(name: str, value: Any, parameters: Mapping[str, str] | None = None) -> bytes:
    alone = Event()
    alone.add(name, value, parameters=dict(parameters or {}))
    return b"".join(_folded(line) + _END_OF_LINE for line in _without_ends(alone))


_line_again = lru_cache(maxsize=4096, typed=True)(_line)


def _without_ends(component: Component) -> list[Contentline]:
    """Its lines but BEGIN and END."""
    return [line for line in component.content_lines(sorted=False) if line][1:-1]


def _folded(line: Contentline) -> bytes:
    """icalendar looks at every letter of every line, and few lines are long."""
    content = line.encode()
    if len(content) < _LONG:
        return content
    folded: bytes = line.to_ical()  # type: ignore[no-untyped-call]
    return folded
