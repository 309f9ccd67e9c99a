"""PAGES: lists that were narrower, and are not made any more: each leads to the whole one.

Which of them there are changes by itself: a month is over, nothing is on for fathers any more, the
last offer about sleep has ended. Somebody has linked to them all the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from site_generator import addresses
from site_generator.schema.choices import Audience
from site_generator.told.house import House
from site_generator.views.offers.facets import FACETS
from site_generator.views.offers.finder import WORTH_FINDING
from site_generator.views.offers.guide import FEWEST_OFFERS
from site_generator.views.offers.needs import NEEDS

# Nobody comes by the sheet of a month that was longer ago.
_MONTHS = 24


def narrowed(house: House) -> dict[str, str]:
    """The addresses at which there may have been such a list, and where each leads."""
    lists = dict.fromkeys(_calendars(house), addresses.CALENDAR)
    return lists | dict.fromkeys(_offers(house), addresses.OFFERS)


def _offers(house: House) -> Iterator[str]:
    """The lists for a choice, and the questions that lead to some of the offers."""
    offers, words = len(house.history.offers), _words(house)
    if offers >= WORTH_FINDING:
        values = (value for facet in FACETS for value in facet.values)
        fit = (value for value in values if not value.words or value.words & words)
        yield from (addresses.offers_for(value.slug) for value in fit)
    if offers >= FEWEST_OFFERS:
        yield from (addresses.GUIDE, addresses.UNSURE)
        yield from (addresses.guide(need.anchor) for need in NEEDS)


def _calendars(house: House) -> Iterator[str]:
    words = _words(house)
    yield from (addresses.calendar_for(one.value) for one in Audience if one.value in words)
    if len(house.history.places) > 1:
        yield from map(addresses.calendar_at, house.history.places)
    yield from map(addresses.calendar_month, _months(house))


def _words(house: House) -> frozenset[str]:
    """What offers and activities have said of themselves, also by building on a shared one."""
    chosen = frozenset(house.history.chosen)
    shared = (house.shared.catalogue[name] for name in chosen & house.shared.catalogue.keys())
    listed = (block.get(key, ()) for block in shared for key in ("audience", "topics", "access"))
    return chosen.union(*([one] if isinstance(one, str) else map(str, one) for one in listed))


def _months(house: House) -> Iterator[date]:
    """The first day of each month that has been since the house came, the latest first."""
    since = datetime.fromtimestamp(house.history.since, UTC).date()
    month = house.today.replace(day=1)
    for _month in range(_MONTHS if house.history.published else 0):
        month = (month - timedelta(days=1)).replace(day=1)
        if month < since.replace(day=1):
            return
        yield month
