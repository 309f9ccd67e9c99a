"""JSON-LD says what the page says: hours, dates, telephone; and no text of an author breaks out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from building import BASE, TODAY, build_site, golden_project, replace_in, without_flyers
from html_tree import Element, read_site
from playwright.sync_api import Page

from site_generator.wording.markup import to_json

pytest_plugins = "few_houses"

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DANISH = ("Mandag", "Tirsdag", "Onsdag", "Torsdag", "Fredag", "Lørdag", "Søndag")

# An ordinary Sunday; Christmas Eve, closed; the library is closed for a time; summer hours.
DAYS = (TODAY, date(2026, 12, 24), date(2027, 3, 20), date(2027, 7, 15))

Built = Callable[[str, date], dict[str, Element]]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """`built(slug, day)`: the pages of the example or the golden house on a day."""
    known: dict[tuple[str, date], dict[str, Element]] = {}

    def pages(slug: str, day: date) -> dict[str, Element]:
        if (slug, day) not in known:
            folder = tmp_path_factory.mktemp("linked")
            project = (
                golden_project(folder / "p")
                if slug == "testkommune"
                else without_flyers(folder / "p", slug)
            )
            build_site(project, folder / "site", today=day, base_url=BASE)
            known[slug, day] = read_site(folder / "site" / slug)
        return known[slug, day]

    return pages


def things(page: Element) -> list[dict[str, Any]]:
    """What stands in a page's JSON-LD; nothing where it has none."""
    [text] = [
        "".join(map(str, script.children))
        for script in page.all("script")
        if script["type"] == "application/ld+json"
    ] or ['{"@graph": []}']
    return json.loads(text)["@graph"]


def of_kind(page: Element, kind: str) -> list[dict[str, Any]]:
    return [thing for thing in things(page) if thing["@type"] == kind]


every_day = pytest.mark.parametrize("day", DAYS, ids=str)
both = pytest.mark.parametrize("slug", ["eksempel", "testkommune"])


@both
@every_day
def test_the_hours_are_those_of_the_table(built: Built, slug: str, day: date):
    """Every weekday of the week that holds, as the first table of the house or place says it."""
    page = built(slug, day)["find-os/index.html"]
    [office] = of_kind(page, "GovernmentOffice")
    for place in office.get("location", [office]):
        told = {name: said_by_data(place, name, day) for name in WEEKDAYS}
        assert told == dict(zip(WEEKDAYS, rows(table_of(page, place)), strict=True))


def table_of(page: Element, place: dict[str, Any]) -> Element:
    anchor = place["@id"].partition("#")[2]
    sections = [section for section in page.all("section") if section["id"] == anchor]
    hours = [table for section in sections for table in section.all("table")]
    return hours[0] if hours else next(page.all("table"))


def said_by_data(place: dict[str, Any], weekday: str, day: date) -> str:
    """The times of a weekday in the week that holds on the day, or, while closed, the next one."""
    specs = place["openingHoursSpecification"]
    holding = [s for s in specs if s.get("validFrom", "") <= str(day) <= s.get("validThrough", "9")]
    found = [s for s in holding or specs if weekday in s["dayOfWeek"]]
    return " ".join(f"{s['opens']}–{s['closes']}" for s in sorted(found, key=lambda s: s["opens"]))


def rows(table: Element) -> list[str]:
    """The times of each weekday, written as `09:00–12:00`; empty where the door is closed."""
    told = [""] * 7
    for row in table.all("tr"):
        first, _, last = row.first("th").text.partition("–")
        start = DANISH.index(first)
        end = DANISH.index(last.capitalize()) if last else start
        for number in range(start, end + 1):
            told[number] = " ".join(times(row.first("td").text))
    return told


def times(text: str) -> Iterator[str]:
    for part in text.lower().split("kl. ")[1:]:
        span = part.replace(" og ", "").strip()
        yield "–".join(padded(moment) for moment in span.split("–"))


def padded(moment: str) -> str:
    hour, _, minute = moment.partition(".")
    return f"{int(hour):02}:{minute or '00'}"


@both
@every_day
def test_closed_days_are_closed_in_both(built: Built, slug: str, day: date):
    """Each special day stands in the page's table; a day without `opens` is a closed one."""
    page = built(slug, day)["find-os/index.html"]
    [office] = of_kind(page, "GovernmentOffice")
    shown = page.text
    for place in office.get("location", [office]):
        for special in place.get("specialOpeningHoursSpecification", []):
            on = date.fromisoformat(special["validFrom"])
            assert f"{on.day}. " in shown
            assert ("opens" in special) == ("closes" in special)
    if day == date(2026, 12, 24):
        closed = [
            special
            for place in office.get("location", [office])
            for special in place["specialOpeningHoursSpecification"]
            if special["validFrom"] == "2026-12-24"
        ]
        assert closed
        assert all("opens" not in special for special in closed)


@both
@every_day
def test_the_telephone_is_the_one_to_ring(built: Built, slug: str, day: date):
    for address in ("index.html", "find-os/index.html"):
        page = built(slug, day)[address]
        [office] = of_kind(page, "GovernmentOffice")
        number = office["telephone"].replace(" ", "")
        assert f"tel:+45{number}" in [link["href"] for link in page.all("a")]


@both
@every_day
def test_the_events_are_those_that_the_page_shows(built: Built, slug: str, day: date):
    """As many, on the same days, cancelled where the page says so."""
    for address, page in built(slug, day).items():
        apart = ("en/", "uk/", "ar/", "kalender/for/", "kalender/sted/", "indlejr/")
        if address.startswith(apart):
            continue
        entries = [entry for entry in page.all("li") if entry["class"].startswith("event ")]
        entries += [card for card in page.all("article") if "next-up" in card["class"].split()]
        shown = [(entry.first("time")["datetime"], "--cancelled" in entry["class"])
                 for entry in entries]  # fmt: skip
        told = [
            (event["startDate"][:10], event["eventStatus"].endswith("EventCancelled"))
            for event in of_kind(page, "Event")
        ]
        assert sorted(told) == sorted(shown), address


def test_a_moved_meeting_says_where_from(built: Built):
    page = built("testkommune", TODAY)["kalender/index.html"]
    [moved] = [e for e in of_kind(page, "Event") if e["eventStatus"].endswith("Rescheduled")]
    assert moved["previousStartDate"] == "2026-12-10"
    assert moved["startDate"] == "2026-12-11T10:00+01:00"
    assert moved["endDate"] == "2026-12-11T11:30+01:00"


def test_a_party_says_price_place_and_sign_up(built: Built):
    page = built("testkommune", TODAY)["kalender/index.html"]
    [party] = [e for e in of_kind(page, "Event") if e["name"].startswith("Fest")]
    assert party["name"] == "Fest i haven <3"
    assert party["location"] == {"@type": "Place", "name": "Haven bag skolen"}
    assert party["isAccessibleForFree"] is False
    assert party["offers"] == {
        "@type": "Offer",
        "url": "https://www.eksempel.dk/test/fest",
        "description": "20 kroner",
        "validThrough": "2026-12-10",
    }


def test_an_offer_is_a_service(built: Built):
    page = built("eksempel", TODAY)["tilbud/tryghedscirklen/index.html"]
    [service] = of_kind(page, "GovernmentService")
    assert service["name"] == page.first("h1").text
    assert service["url"] == f"{BASE}/eksempel/tilbud/tryghedscirklen/"
    assert service["areaServed"]["name"] == "Eksempel Kommune"
    related = [link.text for card in page.all("article") for link in card.all("h3")]
    assert [other["name"] for other in service.get("isRelatedTo", [])] == related


HOSTILE = '</script><script>alert(1)</script><!--<script>"\\u2028'


def test_hostile_words_stay_words():
    said = to_json({"name": HOSTILE + "\u2028"})
    assert "<" not in said and ">" not in said and "\u2028" not in said
    assert json.loads(said) == {"name": HOSTILE + "\u2028"}


def test_no_title_ends_the_script(tmp_path: Path):
    """The title of an event is free text: it may say anything."""
    project = golden_project(tmp_path / "project")
    events = project / "municipalities" / "testkommune" / "events.yml"
    replace_in(events, "Fest i haven <3", "Fest </script><script>alert(1)</script>")
    build_site(project, tmp_path / "site")
    page = read_site(tmp_path / "site" / "testkommune")["kalender/index.html"]
    assert len([script for script in page.all("script") if not script["src"]]) == 1
    names = [event["name"] for event in of_kind(page, "Event")]
    assert "Fest </script><script>alert(1)</script>" in names


@pytest.mark.browser
def test_the_policy_lets_data_be(browser, few_address: str):
    """Chromium reports no violation: data is not code."""
    with browser.new_context() as context:
        page: Page = context.new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        for path in ("eksempel/", "eksempel/kalender/", "eksempel/tilbud/tryghedscirklen/"):
            page.goto(f"{few_address}/{path}")
            data = "document.querySelector('script[type=\"application/ld+json\"]').textContent"
            assert page.evaluate(f"JSON.parse({data})['@graph'].length") > 1
        assert said == []
