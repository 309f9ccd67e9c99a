"""TOLD: how one gets to an activity: sign-up, deadline, price, and whom to ask.

The activity's own sign-up goes before that of its offer, which goes before the house's contact.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from site_generator.language.marked import fill, join
from site_generator.language.spoken import _, in_danish, isolated
from site_generator.resolve.recurrence import Occurrence
from site_generator.schema.choices import Access
from site_generator.schema.events import EventSignUp
from site_generator.schema.offers import Offer
from site_generator.schema.shared import Contact, SignUp
from site_generator.schema.values import Price
from site_generator.told.facts import Action
from site_generator.told.house import House
from site_generator.told.offers import pausing
from site_generator.wording.in_words import (
    day_of_month,
    in_a_row,
    plain_date,
    sentence,
    without_full_stop,
    words,
)


def sign_up_actions(sign_up: SignUp | None) -> tuple[Action, ...]:
    """How to sign up for an offer or an activity."""
    return tuple(_sign_up_actions(sign_up)) if sign_up else ()


def _sign_up_actions(sign_up: SignUp) -> Iterator[Action]:
    if sign_up.link:
        yield Action("form", _("Tilmeld dig på nettet"), sign_up.link)
    if sign_up.phone:
        yield Action("call", _("Ring {phone}", phone=isolated(sign_up.phone)), sign_up.phone.href)
    if sign_up.email:
        yield Action("write", _("Skriv en mail"), f"mailto:{sign_up.email}")


def price_of(house: House, occurrence: Occurrence) -> Price | None:
    """The activity's own price, else that of its offer."""
    offer = house.offer_of(occurrence)
    return occurrence.event.cost or (offer.cost if offer else None)


def price_in_words(price: Price) -> str:
    """For example «Pris: 20 kr.»; what begins by saying that it is free says it without more."""
    if price.free:
        return _("Det er gratis.")
    text = without_full_stop(in_danish(price.text))
    return (
        fill("{0}.", text)
        if price.text.lower().startswith("gratis")
        else _("Pris: {price}.", price=text)
    )


def before_one_goes(house: House, occurrence: Occurrence) -> str:
    """What one must know before one goes, on the day of the build: sign-up and price."""
    event, price = occurrence.event, price_of(house, occurrence)
    notes = [ask_first(house, occurrence)]
    notes += [_sign_up_now(event.sign_up, house.today)] if event.sign_up else []
    if not event.sign_up and _must_sign_up(house, occurrence):
        notes.append(_("Tilmeld dig."))
    if price and not price.free:
        notes.append(price_in_words(price))
    return join(" ", [note for note in notes if note])


def ask_first(house: House, occurrence: Occurrence) -> str:
    """What is said of an activity whose offer pauses: its dates may lie after the pause, so nobody
    is told that it is cancelled, and nobody is invited."""
    offer = house.offer_of(occurrence)
    if offer is None or not pausing(offer):
        return ""
    return join(" ", [_("Holder pause."), _("Spørg os, før du kommer.")])


def _sign_up_now(sign_up: EventSignUp, today: date) -> str:
    opens, closes = sign_up.opens, sign_up.closes
    if opens and opens > today:
        return _("Tilmelding åbner den {date}.", date=plain_date(opens))
    if closes and closes < today:
        return _("Tilmeldingen er lukket.")
    if closes:
        return _("Tilmeld dig senest den {date}.", date=plain_date(closes))
    return _("Tilmeld dig.")


def ways_now(house: House, occurrence: Occurrence) -> tuple[Action, ...]:
    """The activity's own ways in that can be used on the day of the build: sign-up, a meeting on
    the net."""
    return tuple(_ways_now(house, occurrence))


def _ways_now(house: House, occurrence: Occurrence) -> Iterator[Action]:
    event, own = occurrence.event, occurrence.event.sign_up
    if own and not event.full and _is_open(own, house.today):
        yield from sign_up_actions(own)
    if event.online:
        yield Action("go", _("Deltag på nettet"), event.online)


def _is_open(sign_up: EventSignUp, today: date) -> bool:
    return (sign_up.opens or today) <= today <= (sign_up.closes or today)


def in_a_calendar(house: House, occurrence: Occurrence) -> Iterator[str]:
    """The same for a calendar, whose entries must not change with the day of the build."""
    event, offer = occurrence.event, house.offer_of(occurrence)
    price = price_of(house, occurrence)
    if price and not event.full:
        yield price_in_words(price)
    if event.online:
        yield _("Deltag på nettet: {link}", link=event.online)
    first = "" if event.full else ask_first(house, occurrence)
    if first:
        yield first
    if _must_sign_up(house, occurrence) and not event.full:
        yield _sign_up_by(house, occurrence)
        note = (event.sign_up and event.sign_up.note) or (
            offer and offer.sign_up and offer.sign_up.note
        )
        if note:
            yield words(note)
    elif offer and not event.full and not first:
        yield fill("{0}.", sentence(offer.access.label))
    yield from _whom_to_ask(house, occurrence)


def sign_up_link(house: House, occurrence: Occurrence) -> str:
    """The page where one signs up; empty where there is none, or nobody can any more."""
    if not _must_sign_up(house, occurrence) or occurrence.event.full:
        return ""
    where = _where_to_sign_up(house, occurrence)
    return (where.link or "") if isinstance(where, SignUp) else ""


def _must_sign_up(house: House, occurrence: Occurrence) -> bool:
    """The way into an offer that pauses is none; an activity may have one of its own."""
    offer = house.offer_of(occurrence)
    if offer is None or pausing(offer):
        return bool(occurrence.event.sign_up)
    return bool(occurrence.event.sign_up or offer.access is Access.SIGN_UP)


def _sign_up_by(house: House, occurrence: Occurrence) -> str:
    """For example «Tilmelding senest 20. december: 00 00 00 12»."""
    own = occurrence.event.sign_up
    first = day_of_month(own.opens) if own and own.opens else ""
    last = day_of_month(own.closes) if own and own.closes else ""
    ways = in_a_row(_ways(_where_to_sign_up(house, occurrence)), "or")
    if first and last:
        between = _("Tilmelding fra {first} og senest {last}: {ways}")
        return fill(between, first=first, last=last, ways=ways)
    if last:
        return _("Tilmelding senest {last}: {ways}", last=last, ways=ways)
    if first:
        return _("Tilmelding fra {first}: {ways}", first=first, ways=ways)
    return _("Tilmelding: {ways}", ways=ways)


def _where_to_sign_up(house: House, occurrence: Occurrence) -> SignUp | Contact:
    offer, contact = house.offer_of(occurrence), house.municipality.site.contact
    found = (occurrence.event.sign_up, offer.sign_up if offer else None)
    return next((one for one in found if one and _ways(one)), contact)


def _ways(where: SignUp | Contact) -> list[str]:
    """Links, numbers and addresses as they stand in a calendar, which makes them work."""
    if isinstance(where, SignUp):
        links = [where.link]
    else:
        links = [] if where.phone or where.email else [where.booking or where.form]
    return [str(way) for way in (*links, where.phone, where.email) if way]


def _whom_to_ask(house: House, occurrence: Occurrence) -> Iterator[str]:
    """A number or a mail address, unless the sign-up has named one."""
    named = _where_to_sign_up(house, occurrence)
    told = _must_sign_up(house, occurrence) and not occurrence.event.full
    if told and (named.phone or named.email):
        return
    offer: Offer | None = house.offer_of(occurrence)
    own = (occurrence.event.sign_up, offer.sign_up if offer else None)
    asked = next((one for one in own if one and (one.phone or one.email)), None)
    contact = asked or house.municipality.site.contact
    if contact.phone:
        yield _("Ring til os: {phone}", phone=contact.phone)
    elif contact.email:
        yield _("Skriv til os: {email}", email=contact.email)
