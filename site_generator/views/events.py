"""PAGES: an occurrence as visitors see it in a list."""

from __future__ import annotations

from dataclasses import replace

from site_generator import addresses
from site_generator.danish import (
    day_and_month,
    hours_in_words,
    plain_date,
    sentence,
    weekday,
)
from site_generator.recurrence import Occurrence
from site_generator.schema.choices import GONE
from site_generator.schema.times import MONTHS_DA
from site_generator.views.elements import EventCard
from site_generator.views.house import House, words


def coming_cards(
    house: House, root: str, most: int, offer_id: str | None = None
) -> tuple[EventCard, ...]:
    """The next occurrences, of one offer where it is named."""
    chosen = [o for o in house.coming if offer_id in (None, o.event.offer)][:most]
    if offer_id:
        return tuple(_card_on_own_page(house, occurrence) for occurrence in chosen)
    return tuple(event_card(house, occurrence, root) for occurrence in chosen)


def _card_on_own_page(house: House, occurrence: Occurrence) -> EventCard:
    """On the page of its offer the name is known; day and time take its place."""
    card = event_card(house, occurrence, "")
    own_title = words(occurrence.event.title)
    when = _when(occurrence)
    where = _where(house, occurrence)
    return replace(card, title=when, href="", when=". ".join(filter(None, (own_title, where))))


def _when(occurrence: Occurrence) -> str:
    return f"{sentence(weekday(occurrence.date))} {hours_in_words(occurrence.slot)}"


def event_card(house: House, occurrence: Occurrence, root: str) -> EventCard:
    state, state_text = _state(occurrence)
    offer = house.offer_of(occurrence)
    return EventCard(
        day_number=str(occurrence.date.day),
        month=MONTHS_DA[occurrence.date.month - 1],
        iso_date=occurrence.date.isoformat(),
        title=house.title_of(occurrence),
        href=root + addresses.offer(offer.id) if offer and offer.status not in GONE else "",
        when=", ".join(filter(None, (_when(occurrence), _where(house, occurrence)))),
        state=state,
        state_text=state_text,
        note=_note(house, occurrence),
        ends=occurrence.ends_at().isoformat(),
    )


def _where(house: House, occurrence: Occurrence) -> str:
    place = house.place_of(occurrence)
    if place:
        return place.name
    return words(occurrence.event.venue) or ("På nettet" if occurrence.event.online else "")


def _state(occurrence: Occurrence) -> tuple[str, str]:
    if occurrence.status == "cancelled":
        return "cancelled", f"Aflyst. {occurrence.reason}".strip()
    if occurrence.status == "moved":
        before = day_and_month(occurrence.original_date)
        moved = (
            f"Flyttet fra {before}." if occurrence.date != occurrence.original_date else "Flyttet."
        )
        reason = f"{occurrence.reason.rstrip('.')}." if occurrence.reason else ""
        full = "Alt er optaget." if occurrence.event.full else ""
        return "moved", " ".join(filter(None, (moved, reason, full)))
    return ("full", "Alt er optaget") if occurrence.event.full else ("planned", "")


def _note(house: House, occurrence: Occurrence) -> str:
    """What one must know before one goes: sign-up and price."""
    event, notes = occurrence.event, []
    if event.sign_up and occurrence.status != "cancelled" and not event.full:
        opens, closes = event.sign_up.opens, event.sign_up.closes
        if opens and opens > house.today:
            notes.append(f"Tilmelding åbner den {plain_date(opens)}.")
        elif closes and closes < house.today:
            notes.append("Tilmeldingen er lukket.")
        else:
            notes.append(
                f"Tilmeld dig senest den {plain_date(closes)}." if closes else "Tilmeld dig."
            )
    if event.cost and not event.cost.free:
        notes.append(f"Pris: {event.cost.text.rstrip('.')}.")
    return " ".join(notes)
