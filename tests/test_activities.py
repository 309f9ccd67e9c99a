"""One account of an activity: what lists, machines, posts and the search say of it is the same."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from feed_houses import a_house
from test_recurrence import record_from

from site_generator.resolve.recurrence import Occurrence
from site_generator.schema.choices import Access
from site_generator.schema.shared import SignUp
from site_generator.told.activities import activity, coming
from site_generator.told.house import House
from site_generator.views.around.linked_data import event
from site_generator.views.calendar.events import event_card
from site_generator.views.flyers.announcements import announcements
from site_generator.views.search.index import search_index

CLOSED = """
house: [{week: {monday: 9-15, tuesday: 9-15, wednesday: 9-15, thursday: 9-15, friday: 9-15}}]
exceptions: [{date: 2026-12-10, hours: lukket, reason: Vandskade}]
"""


def only(house: House) -> Occurrence:
    (one,) = house.coming
    return one


def one_with(fields: str, hours: str = "") -> House:
    return a_house(f"  - id: a\n    title: Fest\n    time: 10-12\n    {fields}\n", hours)


@pytest.mark.parametrize(
    ("fields", "when"),
    [
        ("date: 2026-12-03", "Torsdag kl. 10–12"),
        ("date: 2026-12-03\n    moved: [{date: 2026-12-03, to: 2026-12-04}]", "Fredag kl. 10–12"),
        (
            "date: 2026-12-04\n    days: 3",
            "Fredag 4. december kl. 10 til søndag 6. december kl. 12",
        ),
    ],
)
def test_when_it_is(fields: str, when: str) -> None:
    house = one_with(fields)
    assert activity(house, only(house)).when == when


@pytest.mark.parametrize(
    ("time", "when", "alone"),
    [
        ("hele dagen", "Fredag, hele dagen", ""),
        ("18-24", "Fredag kl. 18–24", "18–24"),
        ("18.30-24", "Fredag kl. 18.30–24.00", "18.30–24.00"),
        ("19.00-9.00", "Fredag kl. 19–9 næste dag", "19–9"),
        ("0-24", "Fredag, hele dagen", ""),
    ],
)
def test_nights_and_whole_days_in_words(time: str, when: str, alone: str) -> None:
    house = a_house(f"  - {{id: a, title: A, date: 2026-12-04, time: {time}}}\n")
    told = activity(house, only(house))
    assert (told.when, told.hours_alone) == (when, alone)


STATES = {
    "date: 2026-12-10": ("planned", "", "EventScheduled"),
    "date: 2026-12-10\n    full: ja": ("full", "Alt er optaget.", "EventScheduled"),
    "date: 2026-12-10\n    cancelled: [{date: 2026-12-10, reason: Syg}]": (
        "cancelled",
        "Aflyst. Syg",
        "EventCancelled",
    ),
    "weekly: torsdag\n    from: 2026-12-10\n    until: 2026-12-10": (
        "cancelled",
        "Aflyst. Lukket: Vandskade",
        "EventCancelled",
    ),
    "date: 2026-12-10\n    moved: [{date: 2026-12-10, to: 2026-12-11, reason: Regn}]": (
        "moved",
        "Flyttet fra torsdag 10. december. Regn.",
        "EventRescheduled",
    ),
}


@pytest.mark.parametrize(("fields", "expected"), STATES.items(), ids=lambda value: str(value)[:30])
def test_its_state_is_the_same_in_lists_for_machines_and_in_the_search(
    fields: str, expected: tuple[str, str, str]
) -> None:
    house = one_with(fields, CLOSED)
    state, text, status = expected
    card = event_card(house, only(house), "")
    assert (card.state, card.state_text) == (state, text)
    assert event(house, only(house))["eventStatus"] == f"https://schema.org/{status}"
    entries = json.loads(search_index(house).content)
    (found,) = (entry for entry in entries if entry["title"] == "Fest")
    assert found["summary"].startswith(text or card.when)
    posts = " ".join(line for a in announcements(house) for part in a.paragraphs for line in part)
    assert ("Fest" in posts) == (state in ("planned", "moved"))


def test_machines_get_the_sign_up_of_the_offer_and_none_of_what_is_cancelled() -> None:
    """The activity's own goes before it."""
    house = a_house(
        """
  - {id: a, offer: babycafe, date: 2026-12-01, time: 10-12}
  - {id: b, offer: babycafe, date: 2026-12-02, time: 10-12,
     sign_up: {link: https://www.eksempel.dk/b, closes: 2026-12-01}}
  - {id: c, offer: babycafe, date: 2026-12-03, time: 10-12, full: ja}
  - {id: d, offer: babycafe, date: 2026-12-04, time: 10-12,
     cancelled: [{date: 2026-12-04, reason: Syg}]}
"""
    )
    own = record_from(SignUp, "link: https://www.eksempel.dk/tilbud")
    changed = {"access": Access.SIGN_UP, "sign_up": own, "cost": None}
    offers = tuple(o.model_copy(update=changed) for o in house.municipality.offers)
    house = replace(house, municipality=replace(house.municipality, offers=offers))
    tickets = [event(house, one).get("offers", {}) for one in house.coming]
    assert [ticket.get("url") for ticket in tickets] == [
        "https://www.eksempel.dk/tilbud",
        "https://www.eksempel.dk/b",
        None,
        None,
    ]
    assert tickets[1]["validThrough"] == "2026-12-01"
    assert tickets[2]["availability"] == "https://schema.org/SoldOut"


def test_a_closing_far_ahead_does_not_fill_the_front_page() -> None:
    """It is told in the calendar; the front page says what one can come to."""
    hours = CLOSED.replace(
        "exceptions:", "temporarily_closed: {from: 2026-11-23, reason: Brand}\n#"
    )
    events = "  - {id: a, title: A, weekly: torsdag, time: 10-12}\n"
    events += "  - {id: b, title: B, date: 2027-03-01, time: 10-12, venue: Skoven}\n"
    house = a_house(events, hours, today=date(2026, 11, 22))
    assert [one.key for one in coming(house, 4)] == ["a-20261126", "b-20270301"]
    assert sum(one.house_closed for one in house.coming) > 40
