"""PAGES: an occurrence as visitors see it in a list."""

from __future__ import annotations

from dataclasses import replace

from site_generator import addresses
from site_generator.language.marked import join
from site_generator.resolve.recurrence import Occurrence
from site_generator.schema.choices import GONE
from site_generator.told.activities import activity, coming
from site_generator.told.house import House
from site_generator.views.elements import EventCard
from site_generator.wording.in_words import day_number, month, words


def coming_cards(
    house: House, root: str, most: int, offer_id: str | None = None
) -> tuple[EventCard, ...]:
    """`coming` as cards."""
    chosen = coming(house, most, offer_id)
    if offer_id:
        return tuple(_card_on_own_page(house, occurrence) for occurrence in chosen)
    return tuple(event_card(house, occurrence, root) for occurrence in chosen)


def _card_on_own_page(house: House, occurrence: Occurrence) -> EventCard:
    """On the page of its offer the name is known; day and time take its place."""
    told = activity(house, occurrence)
    own_title = words(occurrence.event.title)
    below = join(". ", [part for part in (own_title, told.where) if part])
    return replace(event_card(house, occurrence, ""), title=told.when, href="", when=below)


def event_card(house: House, occurrence: Occurrence, root: str) -> EventCard:
    told = activity(house, occurrence)
    offer = house.offer_of(occurrence)
    return EventCard(
        day_number=day_number(occurrence.date),
        month=month(occurrence.date),
        iso_date=occurrence.date.isoformat(),
        title=told.title,
        href=root + addresses.offer(offer.id) if offer and offer.status not in GONE else "",
        when=told.when_and_where,
        state=told.state,
        state_text=told.state_text,
        note=told.note,
        ways=told.ways,
        ends=occurrence.ends_at().isoformat(),
    )


def anchored_cards(house: House, occurrences: list[Occurrence], root: str) -> tuple[EventCard, ...]:
    """Cards that can be linked to, each at the key of its occurrence."""
    return tuple(
        replace(event_card(house, occurrence, root), anchor=occurrence.key)
        for occurrence in occurrences
    )
