"""RENDER: what every calendar of a house has in common.

Sources: RFC 5545 (iCalendar), RFC 7986 (NAME, COLOR, REFRESH-INTERVAL, SOURCE). Nothing here asks
the clock: stamps and sequences come from the history, so the same input gives the same bytes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from PIL import ImageColor

from site_generator.feeds.lines import Lines
from site_generator.feeds.stamps import Stamp

_REFRESH = dt.timedelta(hours=6)
_END = b"END:VCALENDAR\r\n"
_PRODUCT = "-//familiehus//kalender//DA"

# icalendar's own time zone lists dates (RDATE), which Outlook passes over and ical.js reads an
# hour wrong all summer. Rules with one BYDAY are understood by all of them.
_COPENHAGEN = b"""BEGIN:VTIMEZONE\r
TZID:Europe/Copenhagen\r
BEGIN:DAYLIGHT\r
DTSTART:19700329T020000\r
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r
TZNAME:CEST\r
TZOFFSETFROM:+0100\r
TZOFFSETTO:+0200\r
END:DAYLIGHT\r
BEGIN:STANDARD\r
DTSTART:19701025T030000\r
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r
TZNAME:CET\r
TZOFFSETFROM:+0200\r
TZOFFSETTO:+0100\r
END:STANDARD\r
END:VTIMEZONE\r
"""


@dataclass(frozen=True)
class CalendarHead:
    """What a calendar says of itself. `url` is its own address and `page` that of the page which
    shows the same; both are empty where the site's address is not known."""

    uid: str
    name: str
    description: str
    accent: str
    url: str
    page: str = ""


def _begun(head: CalendarHead) -> bytes:
    """A calendar with all that it says of itself."""
    calendar = Lines("VCALENDAR")
    calendar.add("PRODID", _PRODUCT)
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("UID", head.uid)
    calendar.add_text("NAME", head.name)
    calendar.add_text("X-WR-CALNAME", head.name)
    calendar.add("DESCRIPTION", head.description)
    calendar.add_text("X-WR-CALDESC", head.description)
    calendar.add("X-WR-TIMEZONE", "Europe/Copenhagen")
    calendar.add("COLOR", nearest_colour_name(head.accent))
    # RFC 7986 5.7 and 5.8 have no default type, so VALUE must be said; Outlook reads the X- one.
    calendar.add("REFRESH-INTERVAL", _REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("X-PUBLISHED-TTL", "PT6H")
    if head.url:
        calendar.add("SOURCE", head.url, parameters={"VALUE": "URI"})
        calendar.add("URL", head.page or head.url)
    return calendar.begun()


def calendar_of(head: CalendarHead, entries: Iterable[bytes]) -> bytes:
    """A calendar of entries whose lines are made already. The time zone makes it valid also where
    there are none."""
    return b"".join((_begun(head), _COPENHAGEN, *entries, _END))


def stamped(entry: Lines, stamp: Stamp) -> None:
    """When an entry was last changed, and a number that rises with every change."""
    entry.add("DTSTAMP", stamp.moment)
    entry.add("LAST-MODIFIED", stamp.moment)
    entry.add("SEQUENCE", stamp.sequence)


@lru_cache(maxsize=256)
def nearest_colour_name(colour: str) -> str:
    """The CSS name that RFC 7986 asks for, nearest to a colour as #rrggbb."""
    wanted = ImageColor.getrgb(colour)

    def distance(name: str) -> tuple[int, str]:
        channels = zip(wanted, ImageColor.getrgb(name), strict=False)
        return sum((one - other) ** 2 for one, other in channels), name

    return min(ImageColor.colormap, key=distance)
