"""What a family should be told of a house on a day, from its author files alone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from proof.oracle_activities import EventOracle, Time
from proof.oracle_hours import HoursOracle, Told
from proof.oracle_words import in_a_row, of_month, with_year
from proof.written import MIDNIGHT, Hours, day, listed, read, yes

Record = dict[str, Any]
OVER = {"inactive": "Tilbuddet er ikke i gang lige nu.", "defunct": "Tilbuddet er slut."}
ASK_FIRST = "Holder pause. Spørg os, før du kommer."


@dataclass(frozen=True)
class Opening:
    """A door or a telephone, and what it is called."""

    kind: str
    place: str | None
    label: str


class Oracle:
    def __init__(self, today: date, files: dict[str, str]) -> None:
        self.today, self._texts = today, files
        self._files = {name: read(text) for name, text in files.items()}
        self.places: dict[str, Record] = {
            one["id"]: one for one in listed(self._file("location").get("places"))
        }
        self.hours = HoursOracle(self._file("opening_hours"), tuple(self.places))
        self.events: dict[str, Record] = {
            one["id"]: one for one in listed(self._file("events").get("events"))
        }
        self.offers: dict[str, Record] = {
            one["id"]: one for one in listed(self._file("offers").get("offers"))
        }

    def on(self, at: date) -> Oracle:
        """The same files, read on another day."""
        return Oracle(at, self._texts)

    def _file(self, name: str) -> Any:
        return self._files.get(f"{name}.yml", {})

    @property
    def contact(self) -> Record:
        found: Record = self._file("site")["contact"]
        return found

    @property
    def for_professionals(self) -> Record:
        """Their own number and mail, else the ways that all have."""
        own: Record = self._file("site").get("professionals", {})
        return own if own.keys() & {"phone", "email"} else self.contact

    @property
    def languages(self) -> list[str]:
        return listed(self._file("site").get("languages")) or ["da"]

    # Hours

    @cached_property
    def doors(self) -> list[Opening]:
        """Every place of which something is told, also where it has no week."""
        several = len(self.places) > 1
        ids: list[str | None] = [*self.places] or [None]
        return [
            Opening("house", place, self.places[place]["name"] if several and place else "Huset")
            for place in ids
            if self._is_told_of(place)
        ]

    def _is_told_of(self, place: str | None) -> bool:
        file = self._file("opening_hours")
        said = [*listed(file.get("exceptions")), *listed(file.get("temporarily_closed"))]
        named = any(place in one.get("places", ()) for one in said)
        nothing_else = not file.get("house") and (said or file.get("by_appointment"))
        return bool(self.hours.of("house", place) or named or nothing_else)

    @cached_property
    def phones(self) -> list[Opening]:
        ids = list(dict.fromkeys(week.place for week in self.hours.weeks["phone"]))
        labels = (
            f"Telefonen, {self.places[place]['name']}" if len(ids) > 1 and place else "Telefonen"
            for place in ids
        )
        return [Opening("phone", place, label) for place, label in zip(ids, labels, strict=True)]

    @property
    def openings(self) -> list[Opening]:
        with_week = (one for one in self.doors if self.hours.of("house", one.place))
        return [*with_week, *self.phones]

    def openings_of_days(self, days: list[date]) -> list[Opening]:
        """Also a door without a week, where something is written of one of some days."""
        near = [
            door
            for door in self.doors
            if self.hours.of("house", door.place)
            or any(self.told(door, at).by == "exception" for at in days)
        ]
        return [*near, *self.phones]

    def told(self, opening: Opening, at: date) -> Told:
        """A house without hours has none that a holiday could change."""
        told = self.hours.day(opening.kind, opening.place, at)
        weekless = opening.kind == "house" and not self.hours.of("house", opening.place)
        if weekless and told.by not in ("exception", "closing"):
            return Told(self.usual(opening, at))
        return told

    def usual(self, opening: Opening, at: date) -> Hours:
        return self.hours.usual(opening.kind, opening.place, at)

    def days(self, count: int) -> list[date]:
        return [self.today + timedelta(days=n) for n in range(count)]

    def whom_to_ask(self, kind: str) -> str:
        """The telephone is no help to who does not know when it is answered."""
        if "phone" in self.contact and kind == "house":
            return f"Ring {self.contact['phone']}, før du kommer."
        if "email" in self.contact:
            return f"Skriv til {self.contact['email']}, og spørg."
        return "Spørg os, før du kommer." if "form" in self.contact and kind == "house" else ""

    def closed_on(self, at: date) -> str:
        """What a sheet says of a day on which a door is closed for a reason of that day."""
        told = {door: self.told(door, at) for door in self.doors}
        away = {
            door: one
            for door, one in told.items()
            if one.by != "week" and (one.hours.closed or not one.hours.known)
        }
        if not away:
            return ""
        first = next(iter(away.values()))
        text = "Lukket" if first.hours.known else "Tiderne kendes ikke endnu"
        if any(one.hours.slots or one.hours.by_appointment for one in told.values()):
            text += f" i {in_a_row([door.label for door in away])}"
        return f"{text}: {first.reason}" if first.reason else text

    # Activities

    @cached_property
    def times(self) -> list[Time]:
        """Every time of every activity, in order."""
        found = [
            self._as_its_offer(one)
            for event in self.events.values()
            for one in EventOracle(event, self.hours, self.today).times()
        ]
        # Of two that begin together either may stand first; midnight counts as 0 here.
        return sorted(found, key=lambda t: (t.date, t.slot[0], t.slot[1] % MIDNIGHT, t.event))

    def _as_its_offer(self, one: Time) -> Time:
        """What its author has not cancelled goes with an offer that is not held any more."""
        offer = self.offer(one)
        over = OVER.get(str(offer.get("status", "active")))
        if over is None or one.state == "cancelled":
            return one
        reason = " ".join(filter(None, [over, offer.get("status_reason")]))
        return replace(one, state="cancelled", reason=reason, offer_over=True)

    def front_page(self) -> list[Time]:
        """What is worth a line where there are few: of what went with many only what is near."""
        soon = self.today + timedelta(days=7)
        return [
            one
            for one in self.coming
            if one.date <= soon or not (one.house_closed or one.offer_over)
        ]

    @property
    def coming(self) -> list[Time]:
        return [one for one in self.times if one.last_date >= self.today]

    def offer(self, one: Time) -> Record:
        return self.offers.get(self.events[one.event].get("offer", ""), {})

    def title(self, one: Time) -> str:
        title: str = self.events[one.event].get("title") or self.offer(one)["title"]
        return title

    def audience(self, one: Time) -> list[str]:
        """Its own, else the offer's; an offer that names nobody is for all parents."""
        offer = self.offer(one)
        of_offer: list[str] = offer.get("audience", ["parents"]) if offer else []
        return self.events[one.event].get("audience") or of_offer

    def full(self, one: Time) -> bool:
        return yes(self.events[one.event].get("full"))

    def can_be_joined(self, one: Time) -> bool:
        return one.state != "cancelled" and not self.full(one)

    def place(self, one: Time) -> Record | None:
        """Where the house itself holds it; the only place goes without saying."""
        event = self.events[one.event]
        if one.place is None and ("venue" in event or "online" in event):
            return None
        only = next(iter(self.places.values())) if len(self.places) == 1 else None
        return self.places.get(one.place) if one.place else only

    def where(self, one: Time) -> str:
        event, place = self.events[one.event], self.place(one)
        if place:
            return str(place["name"])
        return str(event.get("venue") or ("På nettet" if "online" in event else ""))

    def address(self, one: Time, comma: str = ", ") -> str:
        """`comma` stands behind the name, which is in the reader's own language."""
        event, place = self.events[one.event], self.place(one)
        if place:
            if "address" not in place:
                return str(place["name"])
            address = place["address"]
            town = f"{address['postal_code']} {address['city']}"
            return f"{place['name']}{comma}{address['street']}, {town}"
        return str(event.get("venue") or event.get("online", ""))

    # What one must know, and do

    def price(self, one: Time) -> str:
        event = self.events[one.event]
        return str(event.get("cost") or self.offer(one).get("cost", ""))

    def must_sign_up(self, one: Time) -> bool:
        """Into an offer that pauses there is no way but an activity's own."""
        by_offer = self.offer(one).get("access") == "sign_up" and not self.pauses(one)
        return "sign_up" in self.events[one.event] or by_offer

    def invitations(self, one: Time) -> dict[str, bool]:
        """What a calendar says of the way into an offer, and whether it may say so."""
        joinable, offer = self.can_be_joined(one), self.offer(one)
        bare = offer.get("access") == "open" and not self.must_sign_up(one)
        return {
            ASK_FIRST: joinable and self.pauses(one),
            "Du kan bare komme.": joinable and bare and not self.pauses(one),
        }

    def pauses(self, one: Time) -> bool:
        return bool(self.offer(one).get("status") == "temporarily closed")

    def note(self, one: Time) -> str:
        """Beside an activity on the day of the build: sign-up, and what it costs."""
        if not self.can_be_joined(one):
            return ""
        notes = [ASK_FIRST] if self.pauses(one) else []
        notes += [self._sign_up_today(one)] if self.must_sign_up(one) else []
        price = self.price(one)
        if price and price != "gratis":
            notes.append(f"Pris: {price.rstrip('.')}.")
        return " ".join(notes)

    def _sign_up_today(self, one: Time) -> str:
        opens, closes = self._opens_and_closes(one)
        if opens and opens > self.today:
            return f"Tilmelding åbner den {with_year(opens)}."
        if closes and closes < self.today:
            return "Tilmeldingen er lukket."
        return f"Tilmeld dig senest den {with_year(closes)}." if closes else "Tilmeld dig."

    def _opens_and_closes(self, one: Time) -> tuple[date | None, date | None]:
        own = self.events[one.event].get("sign_up") or {}
        opens, closes = (day(own[key]) if key in own else None for key in ("opens", "closes"))
        return opens, closes

    def ways(self, one: Time) -> list[str]:
        """The activity's own way in, else the offer's, else the house's."""
        for own in (self.events[one.event].get("sign_up"), self.offer(one).get("sign_up")):
            found = [own[key] for key in ("link", "phone", "email") if key in own] if own else []
            if found:
                return found
        house = [self.contact[key] for key in ("phone", "email") if key in self.contact]
        return (
            house or [self.contact[key] for key in ("booking", "form") if key in self.contact][:1]
        )

    def sign_up_in_a_calendar(self, one: Time) -> str:
        """Nothing where one need not sign up, or cannot."""
        if not self.must_sign_up(one) or not self.can_be_joined(one):
            return ""
        opens, closes = self._opens_and_closes(one)
        when = [f" fra {of_month(opens)}"] if opens else []
        when += [f"{' og' * bool(opens)} senest {of_month(closes)}"] if closes else []
        return f"Tilmelding{''.join(when)}: {in_a_row(self.ways(one), 'eller')}"
