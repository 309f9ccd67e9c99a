"""RENDER: what a calendar entry says: title, place and a plain text with all one needs to know.

All of it is told by `told.activities`, in the language that is spoken; it does not change with the
day of the build, or every entry would be new to every telephone every night.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_generator import addresses
from site_generator.feeds.lines import Lines
from site_generator.language.marked import plain
from site_generator.language.spoken import _
from site_generator.resolve.recurrence import Occurrence
from site_generator.told.activities import Activity, activity
from site_generator.told.house import House


def describe(event: Lines, house: House, occurrence: Occurrence, page: str = "") -> None:
    """Put the texts of an occurrence into a calendar entry. `page` is the address of what it leads
    to, where that is not the sheet of its month."""
    told = activity(house, occurrence)
    title = _("AFLYST: {title}", title=told.title) if told.cancelled else told.title
    event.add("SUMMARY", plain(title))
    event.add("STATUS", "CANCELLED" if told.cancelled else "CONFIRMED")
    # A cancelled meeting no longer makes anyone busy.
    event.add("TRANSP", "TRANSPARENT" if told.cancelled else "OPAQUE")
    event.add("CLASS", "PUBLIC")
    if told.address:
        event.add("LOCATION", plain(told.address))
    place = told.place
    if place and place.latitude and place.longitude:
        event.add("GEO", (place.latitude, place.longitude))
    event.add("DESCRIPTION", "\n".join(_lines(house, told)))
    categories = tuple(audience.label for audience in house.audience_of(occurrence))
    if categories:
        event.add("CATEGORIES", categories)
    if house.base_url:
        event.add("URL", house.page(page or _address(house, occurrence)))


def _address(house: House, occurrence: Occurrence) -> str:
    """Where the occurrence stands: on the sheet of its month, so that the link never changes.

    The calendar's first page shows some weeks only. What is over stands nowhere.
    """
    if occurrence.last_date < house.today:
        return addresses.CALENDAR
    return f"{addresses.calendar_month(occurrence.date.replace(day=1))}#{occurrence.key}"


def _lines(house: House, told: Activity) -> Iterator[str]:
    if told.state_text:
        yield plain(told.state_text)
    if told.summary and not told.cancelled:  # many a summary says «Kom og vær med»
        yield plain(told.summary)
    yield from map(plain, told.to_do)
    if house.base_url:
        address = house.page(addresses.CALENDAR)
        yield plain(_("Se, om det er ændret: {address}", address=address))
