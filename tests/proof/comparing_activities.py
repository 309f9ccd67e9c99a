"""What each medium tells of activities, held against the oracle."""

from __future__ import annotations

from datetime import UTC, date, timedelta
from typing import Any

from feed_readers import read_with_icalendar
from html_tree import Element

from proof import read_back
from proof.built import Built
from proof.oracle import Oracle
from proof.oracle_activities import Time
from proof.oracle_words import (
    days_of,
    from_to,
    hour,
    state_in_words,
    week_of,
    when,
    when_and_where,
)
from proof.tally import Tally
from proof.written import DAY, days_between

WEEKS = 8
AUDIENCES = ("expecting", "parents", "mothers", "fathers", "partners", "children")


def compare_activities(tally: Tally, oracle: Oracle, built: Built) -> None:
    _front(tally, oracle, built.pages[""])
    _calendar(tally, oracle, built.pages["kalender/"], oracle.coming, "kalender/")
    for audience in AUDIENCES:
        chosen = [one for one in oracle.coming if audience in oracle.audience(one)]
        address = f"kalender/for/{audience}/"
        if any(audience in oracle.audience(one) for one in oracle.times):
            _calendar(tally, oracle, built.pages[address], chosen, address)
    for place in oracle.places if len(oracle.places) > 1 else ():
        chosen = [one for one in oracle.coming if one.place == place]
        address = f"kalender/sted/{place}/"
        _calendar(tally, oracle, built.pages[address], chosen, address)
    _months(tally, oracle, built)
    _linked_data(tally, oracle, built.pages["kalender/"])
    _search(tally, oracle, built)
    for language, feeds in built.feeds.items():
        _feeds(tally, oracle, feeds, language)


def compare_languages(tally: Tally, oracle: Oracle, built: Built) -> None:
    """In other words the same days, times and states."""
    for language in built.house.languages[1:]:
        pages = built.pages_in(language)
        for address, danish in built.pages.items():
            told, right = (_facts(page) for page in (pages[address], danish))
            tally.same(f"{language.code}/{address}: as in Danish", told, right)


def _facts(page: Element) -> list[object]:
    cards = [(card.key, card.date, card.ends, card.state) for card in read_back.cards(page)]
    days = [
        (at, slots, how)
        for status in read_back.statuses(page)
        for at, (slots, how, _) in status.days.items()
    ]
    closed = [one[1:] for one in read_back.closings(page)]
    tables = [len(table.rows) for table in read_back.hours_tables(page)]
    return [*cards, *days, *closed, *tables]


def _search(tally: Tally, oracle: Oracle, built: Built) -> None:
    """The next time of each activity that has a name of its own, one that is held if there is."""
    gone = ("inactive", "defunct")
    offers = (offer for offer in oracle.offers.values() if offer.get("status") not in gone)
    names = {offer["title"] for offer in offers}
    right = {}
    for one in sorted(oracle.coming, key=lambda one: one.state == "cancelled"):
        if oracle.title(one) not in names:
            place, full = oracle.where(one), oracle.full(one)
            state = state_in_words(one, full=full)
            said = " ".join(filter(None, [state, when_and_where(one, place), oracle.note(one)]))
            right.setdefault(oracle.title(one), (one.key, said))
    told = {
        entry["title"]: (entry["href"].partition("#")[2], read_back.plain(entry["summary"]))
        for entry in built.found
        if entry["kind"].startswith("Det sker ")
    }
    tally.same("search", told, right)


# Lists


def _front(tally: Tally, oracle: Oracle, page: Element) -> None:
    """The next ones one can come to; what a closing cancels only where it is near."""
    right = sorted(oracle.front_page(), key=oracle.full)[:4]
    first = next((o for o in right if o.state != "cancelled" and not oracle.full(o)), None)
    _next_up(tally, oracle, read_back.next_up(page), first)
    right = [one for one in right if one is not first]
    told = read_back.cards(page)
    tally.same("front page: which", len(told), len(right))
    for card, one in zip(told, right, strict=False):
        _card(tally, oracle, card, one, "front page")


def _next_up(tally: Tally, oracle: Oracle, told: read_back.NextUp | None, one: Time | None) -> None:
    tally.same("next up: whether", told is None, one is None)
    if told is None or one is None:
        return
    tally.same("next up: day", told.date, one.date)
    tally.same("next up: end", told.ends, one.ends.isoformat())
    tally.same("next up: title", told.title, oracle.title(one))
    tally.same("next up: why", told.state_text, state_in_words(one, full=False))
    said = set(told.when.casefold().replace(",", "").split())
    missed = set(when(one).casefold().replace(",", "").split()) - said
    tally.same("next up: when", missed, set())
    tally.same("next up: note", told.note, oracle.note(one))
    tally.same("next up: its calendar", told.file, f"./kalender/serie/{one.event}.ics")


def _calendar(tally: Tally, oracle: Oracle, page: Element, chosen: list[Time], where: str) -> None:
    last = week_of(oracle.today) + timedelta(weeks=WEEKS)
    near = [one for one in chosen if one.date < last]
    _cards(tally, oracle, page, sorted(near, key=lambda one: _in_the_list(oracle, one)), where)


def _in_the_list(oracle: Oracle, one: Time) -> tuple[date, bool]:
    """Today, then week by week; within each what is full stands last."""
    block = oracle.today if one.date <= oracle.today else week_of(one.date) + timedelta(days=7)
    return block, one.state in ("planned", "added") and oracle.full(one)


def _cards(tally: Tally, oracle: Oracle, page: Element, right: list[Time], where: str) -> None:
    told = read_back.cards(page)
    tally.same(f"{where}: which", [card.key for card in told], [one.key for one in right])
    headings = [(card.title, card.heard) for card in told]
    tally.same(f"{where}: headings that differ", len(set(headings)), len(headings))
    for card, one in zip(told, right, strict=False):
        _card(tally, oracle, card, one, where)


def _card(tally: Tally, oracle: Oracle, card: read_back.Card, one: Time, where: str) -> None:
    name = f"{where}: {one.key}"
    full, place = oracle.full(one), oracle.where(one)
    state = "full" if one.state in ("planned", "added") and full else one.state
    tally.same(f"{name}, day", card.date, one.date)
    tally.same(f"{name}, end", card.ends, one.ends.isoformat())
    tally.same(f"{name}, title", card.title, oracle.title(one))
    words = {"cancelled": "aflyst", "moved": "flyttet", "full": "alt er optaget"}
    said = days_of(one).lower() + (f", {words[state]}" if state in words else "")
    tally.same(f"{name}, heard", card.heard[: len(said)], said)
    tally.same(f"{name}, state", card.state, state.replace("added", "planned"))
    tally.same(f"{name}, why", card.state_text, state_in_words(one, full=full))
    told_when = when_and_where(one, place, under_its_day=where.endswith(", list"))
    tally.same(f"{name}, when", card.when, told_when)
    tally.same(f"{name}, note", card.note, oracle.note(one))
    if one.state == "cancelled":
        tally.same(f"{name}, invites nobody", card.links, ())


# Months


def _months(tally: Tally, oracle: Oracle, built: Built) -> None:
    months: dict[date, list[Time]] = {}
    for one in oracle.coming:
        for first in read_back.in_months(one.date, one.last_date):
            months.setdefault(first, []).append(one)
    pages = {
        address.split("/")[-2]: page
        for address, page in built.pages.items()
        if list(read_back.with_class(page, "month-sheet"))
    }
    tally.same("months", sorted(pages), sorted(f"{first:%Y-%m}" for first in months))
    for first, times in months.items():
        page = pages.get(f"{first:%Y-%m}")
        if page:
            _cards(tally, oracle, page, times, f"{first:%Y-%m}, list")
            _sheet(tally, oracle, page, first, times)


def _sheet(tally: Tally, oracle: Oracle, page: Element, first: date, times: list[Time]) -> None:
    told = read_back.sheet(page)
    last = (first + timedelta(days=31)).replace(day=1) - DAY
    tally.same(f"{first:%Y-%m}, sheet: days", sorted(told), list(range(1, last.day + 1)))
    for at in days_between(first, last):
        here = [one for one in times if one.date <= at <= one.last_date]
        cell = told[at.day]
        closed = oracle.closed_on(at) if at >= oracle.today else ""
        tally.same(f"sheet, {at}: closed", cell.closed, closed)
        right = [_in_a_cell(oracle, one, at) for one in here]
        tally.same(f"sheet, {at}", cell.entries, right)


def _in_a_cell(oracle: Oracle, one: Time, at: date) -> str:
    parts = [_hours_in_a_cell(one, at), oracle.title(one)]
    place = oracle.where(one)
    several = len(oracle.places) != 1 or oracle.place(one) is None
    if place and several and one.state != "cancelled":
        parts[-1] += f", {place}"
    state = {"cancelled": "Aflyst", "moved": "Flyttet"}.get(one.state, "")
    if not state and oracle.full(one):
        state = "Alt er optaget"
    return " ".join(filter(None, [*parts, state]))


def _hours_in_a_cell(one: Time, at: date) -> str:
    if one.all_day:
        return ""
    if one.days == 1:
        return from_to(one.slot)
    begins = one.slot[0]
    return hour(begins, with_minutes=bool(begins % 60)) if at == one.date else ""


# For machines


def _linked_data(tally: Tally, oracle: Oracle, page: Element) -> None:
    last = week_of(oracle.today) + timedelta(weeks=WEEKS)
    right = [one for one in oracle.coming if one.date < last]
    told = [thing for thing in read_back.linked_data(page) if thing["@type"] == "Event"]
    tally.same("JSON-LD: how many", len(told), len(right))
    for thing, one in zip(told, right, strict=False):
        _thing(tally, oracle, thing, one)


def _thing(tally: Tally, oracle: Oracle, thing: dict[str, Any], one: Time) -> None:
    status = {"cancelled": "EventCancelled", "moved": "EventRescheduled"}
    begins, ends = one.begins.isoformat(timespec="minutes"), one.ends.isoformat(timespec="minutes")
    if one.all_day:
        begins, ends = str(one.date), str(one.last_date)
    right = {
        "name": oracle.title(one),
        "startDate": begins,
        "endDate": ends,
        "eventStatus": f"https://schema.org/{status.get(one.state, 'EventScheduled')}",
        "previousStartDate": str(one.first) if one.state == "moved" else None,
    }
    for key, value in right.items():
        tally.same(f"JSON-LD: {one.key}, {key}", thing.get(key), value)
    place = thing.get("location", {})
    where = place.get("name") or place.get("url", "")
    own = oracle.where(one) if oracle.where(one) != "På nettet" else oracle.address(one)
    tally.same(f"JSON-LD: {one.key}, where", where, own)
    if one.state == "cancelled":
        tally.same(f"JSON-LD: {one.key} invites nobody", thing.get("offers"), None)


# Calendars


def _feeds(tally: Tally, oracle: Oracle, feeds: dict[str, bytes], language: str) -> None:
    chosen = {"kalender/alle.ics": oracle.times}
    for offer in oracle.offers:
        of_offer = [one for one in oracle.times if oracle.offer(one).get("id") == offer]
        chosen[f"kalender/{offer}.ics"] = of_offer
    for audience in AUDIENCES:
        for_them = [one for one in oracle.times if audience in oracle.audience(one)]
        chosen[f"kalender/for/{audience}.ics"] = for_them
    for address, times in chosen.items():
        _feed(tally, oracle, feeds[address], times, f"{address} ({language})")


def _feed(tally: Tally, oracle: Oracle, content: bytes, right: list[Time], where: str) -> None:
    told = read_back.entries(content)
    tally.same(f"{where}: which", [entry.key for entry in told], [one.key for one in right])
    for entry, one in zip(told, right, strict=False):
        _times_of_entry(tally, entry, one, where)
        tally.same(f"{where}: {one.key}, cancelled", entry.cancelled, one.state == "cancelled")
        if oracle.where(one) != "På nettet":
            comma = "، " if where.endswith("(ar)") else ", "
            tally.same(f"{where}: {one.key}, where", entry.where, oracle.address(one, comma))
        if where.endswith("(da)"):
            _words_of_entry(tally, oracle, entry, one, where)


def _times_of_entry(tally: Tally, entry: read_back.Entry, one: Time, where: str) -> None:
    if one.all_day:
        right: tuple[date, date] = one.date, one.last_date + DAY
    else:
        right = one.begins.astimezone(UTC), one.ends.astimezone(UTC)
    tally.same(f"{where}: {one.key}, times", (entry.begins, entry.ends), right)


def _words_of_entry(
    tally: Tally, oracle: Oracle, entry: read_back.Entry, one: Time, where: str
) -> None:
    name, title = f"{where}: {one.key}", oracle.title(one)
    cancelled = one.state == "cancelled"
    tally.same(f"{name}, title", entry.summary, f"AFLYST: {title}" if cancelled else title)
    state = state_in_words(one, full=oracle.full(one))
    if state:
        tally.same(f"{name}, why", entry.lines[0], state)
    told = [line for line in entry.lines if line.startswith("Tilmelding")]
    sign_up = oracle.sign_up_in_a_calendar(one)
    tally.same(f"{name}, sign-up", told, [sign_up] if sign_up else [])
    for line, right in oracle.invitations(one).items():
        tally.same(f"{name}, «{line}»", line in entry.lines, right)
    prices = [line for line in entry.lines if line.startswith(("Pris", "Det er gratis"))]
    tally.same(f"{name}, price", prices, _price(oracle, one))


def _price(oracle: Oracle, one: Time) -> list[str]:
    price = oracle.price(one)
    if not price or not oracle.can_be_joined(one):
        return []
    return ["Det er gratis." if price == "gratis" else f"Pris: {price.rstrip('.')}."]


def compare_series(tally: Tally, oracle: Oracle, built: Built) -> None:
    """What one downloads once, written out by a library that knows nothing of ours."""
    for language, feeds in built.feeds.items():
        for event in oracle.events:
            address = f"kalender/serie/{event}.ics"
            found = read_with_icalendar(feeds[address])
            told = sorted(((e.start, e.end, e.cancelled) for e in found), key=str)
            right = sorted((_span(one) for one in oracle.times if one.event == event), key=str)
            tally.same(f"{address} ({language})", told, right)


def _span(one: Time) -> tuple[Any, Any, bool]:
    if one.all_day:
        return one.date, one.last_date + DAY, one.state == "cancelled"
    begins, ends = one.begins.astimezone(UTC), one.ends.astimezone(UTC)
    return begins, ends, one.state == "cancelled"
