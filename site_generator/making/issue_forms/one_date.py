"""ISSUE FORMS: one date of an activity is cancelled or moved."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from site_generator.making.imports.our_words import hours
from site_generator.making.imports.sheet_columns import plain
from site_generator.making.imports.sheet_values import UnreadableError, dates_in, hours_in
from site_generator.making.issue_forms.form import Answers, UnclearError
from site_generator.making.issue_forms.houses import place_named
from site_generator.making.issue_forms.wish import Wish
from site_generator.problems import did_you_mean
from site_generator.records.municipality import Municipality
from site_generator.resolve.recurrence import occurrences
from site_generator.schema.events import Event
from site_generator.wording.in_words import in_a_row, plain_date
from site_generator.write.author_edits import Add, Value

MOVED = "Den er flyttet"
_AHEAD = timedelta(days=365)


def cancelled_or_moved(answers: Answers, house: Municipality, today: date) -> Wish:
    """Raises UnclearError where no activity, or more than one, is held that day."""
    day = _one_date(answers["date"])
    event = _held_on(day, _named(answers["activity"], house), house, today)
    item: dict[str, Value] = {"date": day.isoformat()}
    if answers["what"] == MOVED:
        item |= _whereto(answers, event, house)
    item |= {"reason": answers["reason"], "updated": today.isoformat()}
    name = "moved" if answers["what"] == MOVED else "cancelled"
    return Wish({"events.yml": [Add(("events", event.id, name), item)]})


def _one_date(text: str) -> date:
    try:
        found = dates_in(text)
    except UnreadableError as why:
        raise UnclearError(str(why)) from None
    if len(found) > 1:
        raise UnclearError(f"«{text}» er flere dage. Skriv én, og brug en formular til hver.")
    return found[0]


def _whereto(answers: Answers, event: Event, house: Municipality) -> dict[str, Value]:
    if not answers["to"]:
        raise UnclearError("Skriv, hvilken dag den er flyttet til. Er det samme dag, så skriv den.")
    item: dict[str, Value] = {"to": _one_date(answers["to"]).isoformat()}
    if answers["time"]:
        try:
            item["time"] = hours(hours_in(answers["time"], None))
        except UnreadableError as why:
            raise UnclearError(str(why)) from None
    if answers["place"]:
        item["place"] = place_named(house, answers["place"])
    return item


def _named(said: str, house: Municipality) -> Sequence[Event]:
    """All activities of a name: its own, that of its offer, or its id."""
    found = [
        event
        for event in house.events.events
        if _bare(said) in map(_bare, (event.id, _name(event, house)))
    ]
    if not found:
        names = [_name(event, house) for event in house.events.events]
        remedy = did_you_mean(said, names) or "Huset har ingen aktiviteter i kalenderen."
        raise UnclearError(f"Der er ingen aktivitet, der hedder «{said}». {remedy}")
    return found


def _bare(name: str) -> str:
    return plain(name).replace("é", "e")


def _name(event: Event, house: Municipality) -> str:
    offer = house.offer(event.offer)
    return str(event.title or (offer.title if offer else event.id))


def _held_on(day: date, events: Sequence[Event], house: Municipality, today: date) -> Event:
    """The one of them that is held on a day."""
    held = [one for one in events if occurrences(one, house.opening_hours, day, day)]
    if len(held) == 1:
        return held[0]
    name = _name(events[0], house)
    if held:
        ids = in_a_row([f"«{event.id}»" for event in held])
        said = (
            f"«{name}» er der flere gange den {plain_date(day)}. Skriv {ids} i stedet for navnet."
        )
        raise UnclearError(said)
    raise UnclearError(f"«{name}» er der ikke den {plain_date(day)}. {_next(events, house, today)}")


def _next(events: Sequence[Event], house: Municipality, today: date) -> str:
    last = today + _AHEAD
    days = {
        one.date for event in events for one in occurrences(event, house.opening_hours, today, last)
    }
    coming = [plain_date(day) for day in sorted(days)[:3]]
    if not coming:
        return "Den er der ikke mere i det næste år."
    return f"De næste gange er den {in_a_row(coming)}."
