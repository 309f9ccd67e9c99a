"""RENDER: every calendar of a house, at its address.

An address that somebody may subscribe to is always there, with or without anything on: telephones
keep the old dates of a calendar that answers 404. So there is a calendar for every audience there
is, and for every offer in the file, ended ones too.

Each language of the house has its own, below its folder. The UIDs are the same in all of them on
purpose: a family subscribes to one language, and who changes from one to another has the same
activities in other words, not twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from site_generator import addresses
from site_generator.feeds.calendar import CalendarHead, calendar_of
from site_generator.feeds.series import series
from site_generator.feeds.subscription import changes_of_hours, entry, uid
from site_generator.language.marked import fill, plain
from site_generator.language.spoken import _
from site_generator.output import Artifact
from site_generator.resolve.recurrence import Occurrence
from site_generator.schema.choices import GONE, Audience
from site_generator.schema.events import Event
from site_generator.schema.offers import Offer
from site_generator.told.house import House
from site_generator.wording.in_words import words


def house_feeds(house: House) -> Iterator[Artifact]:
    """The calendars in the language that is spoken, at their addresses within its folder: the
    whole house, each offer, each audience, each series, and the changes of hours."""
    # An occurrence stands in several calendars with the same lines, which take long to make.
    made = {occurrence.key: entry(house, occurrence) for occurrence in house.occurrences}

    def feed(head: CalendarHead, chosen: Iterable[Occurrence]) -> bytes:
        return calendar_of(head, [made[one.key] for one in chosen])

    everything = _head(house, addresses.FEED, _name(house), addresses.CALENDAR)
    yield Artifact(addresses.FEED, feed(everything, house.occurrences))
    for offer_id, offer in _offers(house).items():
        chosen = [o for o in house.occurrences if offer and o.event.offer == offer.id]
        head = _of_offer(house, offer_id, offer)
        yield Artifact(addresses.feed_of_offer(offer_id), feed(head, chosen))
    for audience in Audience:
        chosen = [o for o in house.occurrences if audience in house.audience_of(o)]
        yield Artifact(addresses.feed_for(audience.value), feed(_for(house, audience), chosen))
    for event_id, event in _series(house):
        head = _of_series(house, event_id, event)
        content = series(house, head, event) if event else calendar_of(head, ())
        yield Artifact(addresses.series(event_id), content)
    name = _("{house}: ændrede åbningstider", house=_name(house))
    changes = _head(house, addresses.CHANGES_FEED, name, addresses.FIND_US)
    yield Artifact(addresses.CHANGES_FEED, changes_of_hours(house, changes))


def _offers(house: House) -> dict[str, Offer | None]:
    """Every offer that has ever had a calendar, and the one whose activities stand in it."""
    municipality = house.municipality
    retired = {one.id: municipality.offer(one.leads_to) for one in municipality.retired_offers}
    return retired | {offer.id: offer for offer in municipality.offers}


def _series(house: House) -> Iterator[tuple[str, Event | None]]:
    """Each activity that ever was, and the one that came instead: the link to it may lie in
    somebody's mail."""
    events = {event.id: event for event in house.municipality.events.events}
    leads_to = {one.id: one.leads_to for one in house.municipality.events.retired}
    past = {activity.id for activity in house.history.activities}
    for name in dict.fromkeys((*events, *sorted(past | leads_to.keys()))):
        yield name, events.get(name) or events.get(leads_to.get(name) or "")


def _name(house: House) -> str:
    return house.municipality.site.name


def _of_offer(house: House, offer_id: str, offer: Offer | None) -> CalendarHead:
    name, page = _name(house), addresses.CALENDAR
    if offer:
        name = fill("{0}, {1}", words(offer.title), name)
        page = page if offer.status in GONE else addresses.offer(offer.id)
    return _head(house, addresses.feed_of_offer(offer_id), name, page)


def _for(house: House, audience: Audience) -> CalendarHead:
    name = fill("{0}: {1}", _name(house), audience.label)
    own = audience in house.audiences()
    page = addresses.calendar_for(audience.value) if own else addresses.CALENDAR
    return _head(house, addresses.feed_for(audience.value), name, page)


def _of_series(house: House, event_id: str, event: Event | None) -> CalendarHead:
    name = _name(house)
    if event:
        offer = house.municipality.offer(event.offer)
        title = words(event.title) or (words(offer.title) if offer else "")
        name = fill("{0}, {1}", title, name)
    return _head(house, addresses.series(event_id), name, addresses.CALENDAR)


def _head(house: House, address: str, name: str, page: str) -> CalendarHead:
    site = house.municipality.site
    description = _(
        "Fra {house}, {municipality}. Ændringer kan tage op til et døgn.",
        house=site.name,
        municipality=site.municipality,
    )
    return CalendarHead(
        uid=uid(house, address.removesuffix(".ics").replace("/", "-")),
        name=plain(name),
        description=plain(description),
        accent=site.brand.colour,
        url=house.page(address) if house.base_url else "",
        page=house.page(page) if house.base_url else "",
    )
