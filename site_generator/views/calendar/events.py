"""PAGES: an occurrence as visitors see it in a list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from site_generator import addresses
from site_generator.language.marked import join
from site_generator.language.spoken import _
from site_generator.resolve.recurrence import Occurrence
from site_generator.schema.choices import GONE
from site_generator.told.activities import activity, coming, with_state
from site_generator.told.house import House
from site_generator.views.elements import EventCard
from site_generator.wording.in_words import (
    day_and_month,
    day_number,
    day_of_month,
    month_in_short,
    sentence,
    words,
)


def coming_cards(
    house: House, root: str, most: int, offer_id: str | None = None
) -> tuple[EventCard, ...]:
    """`coming` as cards."""
    chosen = coming(house, most, offer_id)
    if offer_id:
        return told_apart(_card_on_own_page(house, occurrence) for occurrence in chosen)
    return told_apart(event_card(house, occurrence, root) for occurrence in chosen)


def _card_on_own_page(house: House, occurrence: Occurrence) -> EventCard:
    """On the page of its offer the name is known; day and time take its place."""
    told = activity(house, occurrence)
    own_title = words(occurrence.event.title)
    below = join(". ", [part for part in (own_title, told.where) if part])
    return replace(
        event_card(house, occurrence, ""),
        title=told.when,
        href="",
        when=below,
        named=with_state(day_of_month(occurrence.date), told.state_word),
    )


def event_card(house: House, occurrence: Occurrence, root: str) -> EventCard:
    told = activity(house, occurrence)
    offer = house.offer_of(occurrence)
    return EventCard(
        day_number=day_number(occurrence.date),
        month=month_in_short(occurrence.date),
        iso_date=occurrence.date.isoformat(),
        title=told.title,
        href=root + addresses.offer(offer.id) if offer and offer.status not in GONE else "",
        when=told.when_and_where,
        state=told.state,
        state_text=told.state_text,
        note=told.note,
        ways=told.ways,
        ends=occurrence.ends_at().isoformat(),
        named=told.day_and_state,
    )


def anchored_cards(house: House, occurrences: list[Occurrence], root: str) -> tuple[EventCard, ...]:
    """Cards that can be linked to, each at the key of its occurrence."""
    return told_apart(
        replace(event_card(house, occurrence, root), anchor=occurrence.key)
        for occurrence in occurrences
    )


def undated_cards(house: House, occurrences: list[Occurrence], root: str) -> tuple[EventCard, ...]:
    """The same for a list in which the day stands above what is on: it is not said again."""
    cards = anchored_cards(house, occurrences, root)
    return tuple(
        card
        if occurrence.event.days > 1
        else replace(card, when=activity(house, occurrence).hours_and_where)
        for card, occurrence in zip(cards, occurrences, strict=True)
    )


def told_apart(cards: Iterable[EventCard]) -> tuple[EventCard, ...]:
    """The same cards; of two things with one name on one day the hours and the place are named."""
    all_cards = tuple(cards)
    heard = Counter((card.title, card.named) for card in all_cards)
    return tuple(
        replace(card, named=join(_(", "), [card.named, card.when]))
        if heard[card.title, card.named] > 1 and card.when
        else card
        for card in all_cards
    )


def days_in_words(first: date, last: date) -> str:
    """One day, or several in a row, as a heading: «Torsdag 24. december»."""
    day = sentence(day_and_month(first))
    if last == first:
        return day
    return _("{first} til {last}", first=day, last=day_and_month(last))
