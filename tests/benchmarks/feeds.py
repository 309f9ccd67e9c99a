"""What calendars cost: `make bench`. 1,000 weekly activities with 52 times each, in one feed.

Beside it stands what `ics` takes for as many entries with the same texts and times, in the same
run, since other programs slow both down. `ics` breaks no lines and knows no time zone.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Any, TypeVar

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from feed_houses import HEAD, a_house
from icalendar import Calendar

from site_generator.feeds.series import series
from site_generator.feeds.subscription import subscription
from site_generator.schema.times import WEEKDAYS_DA
from site_generator.told.house import House, all_occurrences
from site_generator.verify import feeds as reading

from ics import Calendar as OtherCalendar  # isort: skip
from ics import Event as OtherEvent  # isort: skip

assert reading  # before `ics`, which it keeps from wrapping the standard output

ACTIVITIES, TIMES = 1000, 52
FIRST = date(2026, 11, 23)
Result = TypeVar("Result")


def main() -> None:
    house = timed("read and check the YAML", lambda: a_house(yaml(), today=FIRST))
    found = timed("compute the times", lambda: all_occurrences(house.municipality, FIRST))
    assert len(found) == ACTIVITIES * TIMES
    content = timed("write the subscription", lambda: subscription(house, HEAD, found))
    entries = [dict(event.items()) for event in Calendar.from_ical(content).walk("VEVENT")]
    other = timed("  the same entries with ics", lambda: with_ics(entries))
    one_by_one = timed("write every series", lambda: all_series(house))
    print(f"{len(found):,} times: {size(content)} (ics: {size(other)}, series: {size(one_by_one)})")


def timed(what: str, action: Callable[[], Result]) -> Result:
    """Do something and print how long the processor was busy with it."""
    start = time.process_time()
    result = action()
    print(f"{what:30}{time.process_time() - start:7.2f} s", flush=True)
    return result


def yaml() -> str:
    until = FIRST + timedelta(weeks=TIMES, days=-1)
    every_day = "when_house_is_closed: keep, on_public_holidays: keep"
    return "".join(
        f"  - {{id: legestue-{n}, title: Legestue {n}, weekly: {WEEKDAYS_DA[n % 7]}, "
        f"from: {FIRST}, until: {until}, time: {8 + n % 9}-{10 + n % 9}, {every_day}}}\n"
        for n in range(ACTIVITIES)
    )


def with_ics(entries: Iterable[dict[str, Any]]) -> bytes:
    """The entries of a feed, made and written by `ics`."""
    calendar = OtherCalendar()
    for entry in entries:
        event = OtherEvent(
            uid=str(entry["UID"]),
            name=str(entry["SUMMARY"]),
            begin=entry["DTSTART"].dt,
            end=entry["DTEND"].dt,
            created=entry["DTSTAMP"].dt,
            location=str(entry["LOCATION"]),
            description=str(entry["DESCRIPTION"]),
        )
        calendar.events.add(event)
    return calendar.serialize().encode()


def all_series(house: House) -> bytes:
    events = house.municipality.events.events
    return b"".join(series(house, HEAD, event) for event in events)


def size(content: bytes) -> str:
    return f"{len(content) / 1024 / 1024:.1f} MiB"


if __name__ == "__main__":
    main()
