"""PAGES: what a sheet tells of: some of a house's offers, dates and places, or all of them."""

from __future__ import annotations

from collections.abc import Sequence

from site_generator.resolve.recurrence import Occurrence
from site_generator.schema.choices import FlyerKind
from site_generator.schema.flyers import Flyer
from site_generator.schema.location import Place
from site_generator.schema.offers import Offer
from site_generator.schema.printed_fields import shows
from site_generator.told.activities import joinable_first
from site_generator.told.house import House
from site_generator.told.offers import shown_offers

DAYS_OF_A_MONTH = 31
_ALL_OFFERS = (FlyerKind.LEAFLET, FlyerKind.OVERVIEW, FlyerKind.LARGE_PRINT, FlyerKind.TALLY)
# What may be about a few offers alone; the others are about the house.
_ABOUT_OFFERS = (
    FlyerKind.FLYER,
    FlyerKind.POSTER,
    FlyerKind.WAITING_ROOM,
    FlyerKind.TWO_FLYERS,
    FlyerKind.STRIPS,
    FlyerKind.RACK_CARD,
)


def chosen_offers(house: House, flyer: Flyer) -> tuple[Offer, ...]:
    """The offers that a flyer names, in its order; a leaflet and an overview name all by silence.

    Offers that have ended are left out: what is printed today must hold today.
    """
    shown = shown_offers(house)
    if not flyer.offers:
        return shown if flyer.kind in _ALL_OFFERS else ()
    by_id = {offer.id: offer for offer in shown}
    return tuple(by_id[name] for name in flyer.offers if name in by_id)


def chosen_occurrences(house: House, flyer: Flyer) -> Sequence[Occurrence]:
    """What a sheet may tell of, from today; for a month all that is on in it.

    On others what is cancelled is left out, since nobody has read the old date there, and what one
    can still join stands first.
    """
    if not shows(flyer, "events"):
        return ()
    chosen = [o for o in house.coming if _is_chosen(house, flyer, o)]
    if flyer.kind is FlyerKind.MONTH:
        return [o for o in chosen if (o.date - house.today).days < DAYS_OF_A_MONTH]
    if flyer.events is None:
        return ()
    return joinable_first(o for o in chosen if o.status != "cancelled")[: flyer.events]


def _is_chosen(house: House, flyer: Flyer, occurrence: Occurrence) -> bool:
    place = house.place_of(occurrence)
    return (not flyer.offers or occurrence.event.offer in flyer.offers) and (
        not flyer.place or (place is not None and place.id == flyer.place)
    )


def flyer_places(house: House, flyer: Flyer) -> tuple[Place, ...]:
    """Where one has to go for what a sheet tells of: the place it names, else all places where it
    tells of the house."""
    places = house.municipality.location.places
    if flyer.place:
        return tuple(place for place in places if place.id == flyer.place)
    if flyer.kind not in _ABOUT_OFFERS or not flyer.offers:
        return places
    held = [offer.places for offer in chosen_offers(house, flyer)]
    if not held or not all(held):
        return places
    named = {name for names in held for name in names}
    named |= {place.id for o in chosen_occurrences(house, flyer) if (place := house.place_of(o))}
    return tuple(place for place in places if place.id in named)
