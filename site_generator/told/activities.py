"""TOLD: an activity on one day: what it is called, when and where, whether it holds, what to do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from site_generator.language.marked import fill, join
from site_generator.language.spoken import _, in_danish
from site_generator.resolve.recurrence import Occurrence
from site_generator.schema.events import EventSignUp
from site_generator.told.house import House
from site_generator.wording.in_words import (
    day_and_month,
    hours_in_words,
    plain_date,
    sentence,
    weekday,
    without_full_stop,
    words,
)


@dataclass(frozen=True)
class Activity:
    """What a family is told of one occurrence.

    `state` is planned, cancelled, moved or full; `state_text` says it, with the reason. `note` is
    what one must know before one goes.
    """

    title: str
    when: str
    where: str
    state: str
    state_text: str
    note: str


def activity(house: House, occurrence: Occurrence) -> Activity:
    state, state_text = _state(occurrence)
    return Activity(
        title=house.title_of(occurrence),
        when=_when(occurrence),
        where=_where(house, occurrence),
        state=state,
        state_text=state_text,
        note=_note(house, occurrence),
    )


def coming(house: House, most: int, offer_id: str | None = None) -> tuple[Occurrence, ...]:
    """The next occurrences, of one offer where it is named."""
    return tuple(o for o in house.coming if offer_id in (None, o.event.offer))[:most]


def _when(occurrence: Occurrence) -> str:
    day = sentence(weekday(occurrence.date))
    return _("{day} {hours}", day=day, hours=hours_in_words(occurrence.slot))


def _where(house: House, occurrence: Occurrence) -> str:
    place = house.place_of(occurrence)
    if place:
        return place.name
    return words(occurrence.event.venue) or (_("På nettet") if occurrence.event.online else "")


def _state(occurrence: Occurrence) -> tuple[str, str]:
    if occurrence.status == "cancelled":
        reason = words(occurrence.reason_text)
        return "cancelled", fill("{0} {1}", _("Aflyst."), reason) if reason else _("Aflyst.")
    if occurrence.status == "moved":
        return "moved", join(" ", list(_how_moved(occurrence)))
    return ("full", _("Alt er optaget")) if occurrence.event.full else ("planned", "")


def _how_moved(occurrence: Occurrence) -> Iterator[str]:
    if occurrence.date != occurrence.original_date:
        yield _("Flyttet fra {day}.", day=day_and_month(occurrence.original_date))
    else:
        yield _("Flyttet.")
    if occurrence.reason_text:
        yield fill("{0}.", without_full_stop(words(occurrence.reason_text)))
    if occurrence.event.full:
        yield _("Alt er optaget.")


def _note(house: House, occurrence: Occurrence) -> str:
    """What one must know before one goes: sign-up and price."""
    event, notes = occurrence.event, []
    if event.sign_up and occurrence.status != "cancelled" and not event.full:
        notes.append(_sign_up(event.sign_up, house.today))
    if event.cost and not event.cost.free:
        price = without_full_stop(in_danish(event.cost.text))
        notes.append(_("Pris: {price}.", price=price))
    return join(" ", notes)


def _sign_up(sign_up: EventSignUp, today: date) -> str:
    opens, closes = sign_up.opens, sign_up.closes
    if opens and opens > today:
        return _("Tilmelding åbner den {date}.", date=plain_date(opens))
    if closes and closes < today:
        return _("Tilmeldingen er lukket.")
    if closes:
        return _("Tilmeld dig senest den {date}.", date=plain_date(closes))
    return _("Tilmeld dig.")
