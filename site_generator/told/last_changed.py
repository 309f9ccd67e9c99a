"""TOLD: when what stands on a sheet changed last, which tells more than when it was made."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from site_generator.schema.choices import FlyerKind
from site_generator.schema.flyers import Flyer
from site_generator.schema.offers import Offer
from site_generator.told.house import House

_ALWAYS = ("site.yml", "location.yml", "flyers.yml")


def flyer_changed(house: House, flyer: Flyer, offers: Iterable[Offer]) -> dt.date | None:
    """The day on which the files that a flyer draws from changed last; `offers` are those on it.

    None where there is no history.
    """
    return house.dates.newest_day(_drawn_from(flyer, tuple(offers)))


def _drawn_from(flyer: Flyer, offers: tuple[Offer, ...]) -> Iterator[str]:
    yield from _ALWAYS
    events = flyer.events is not None or flyer.kind is FlyerKind.MONTH
    # Also what the promises rest on: free, anonymous.
    yield "offers.yml"
    if flyer.show_hours or flyer.show_phone or events:
        yield "opening_hours.yml"
    if flyer.show_transport:
        yield "transport.yml"
    # An offer says when it is, and until when one signs up.
    if events or offers:
        yield "events.yml"
    for offer in offers:
        if offer.based_on:
            yield f"content/catalogue/{offer.based_on}.yml"
