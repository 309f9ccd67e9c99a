"""The pages of the calendar: everything in the feeds can be found on them, on a phone and on paper.

The example house is built for Sunday 22 November 2026 with an address, as it is for visitors.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit
from zoneinfo import ZoneInfo

import pypdfium2
import pytest
from accessibility import axe_in_the_light_and_in_the_dark
from building import PROJECT, TODAY, build_site, golden_project, without_flyers
from feed_readers import Entry, read_with_icalendar, unfolded
from html_tree import Element, read_html
from playwright.sync_api import Browser, Page, expect

from site_generator.problems import has_errors
from site_generator.schema.times import WEEKDAYS_DA
from site_generator.verify.site import verify
from site_generator.views.calendar.month import monday_of
from site_generator.views.calendar.weeks import WEEKS

BASE_URL = "https://www.eksempel.dk/huse/"
CALENDAR = "eksempel/kalender/"
PHONE = {"width": 375, "height": 667}
LAPTOP = {"width": 1280, "height": 800}
LAST = monday_of(TODAY) + timedelta(weeks=WEEKS) - timedelta(days=1)

phone_and_laptop = pytest.mark.parametrize("window", [PHONE, LAPTOP], ids=["phone", "laptop"])


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example house with an address. Not to be changed."""
    folder = tmp_path_factory.mktemp("calendar") / "site"
    assert not has_errors(build_site(PROJECT, folder, "eksempel", base_url=BASE_URL))
    return folder


@pytest.fixture(scope="session")
def address(site: Path, served: Callable[[Path], str]) -> str:
    return f"{served(site)}/{CALENDAR}"


def page_at(site: Path, address: str) -> Element:
    return read_html((site / address / "index.html").read_text("utf-8"))


def entries_of(site: Path, feed: str) -> list[Entry]:
    return read_with_icalendar((site / CALENDAR / feed).read_bytes())


def keys(entries: list[Entry], first: date = TODAY, last: date = LAST) -> list[str]:
    """What stands behind the `#` of entries from first to last, in the order of the page."""
    inside = [entry for entry in entries if first <= local(entry.start).date() <= last]
    in_order = sorted(inside, key=lambda e: (local(e.start), local(e.end), e.uid))
    return [entry.uid.partition("@")[0] for entry in in_order]


def local(moment: date) -> datetime:
    """A moment, or the beginning of a whole day, in Denmark."""
    zone = ZoneInfo("Europe/Copenhagen")
    if isinstance(moment, datetime):
        return moment.astimezone(zone)
    return datetime.combine(moment, time(), zone)


def rows(page: Element) -> list[Element]:
    """The activities of a page, in order."""
    return [row for row in page.all("li") if row["class"].startswith("event ")]


def row(page: Element, key: str) -> Element:
    return next(one for one in rows(page) if one["id"] == key)


def links(page: Element) -> dict[str, str]:
    """Where the links of a page lead, by what they say."""
    return {link.text: link["href"] for link in page.all("a")}


# Pages and feeds agree


@pytest.mark.parametrize(
    ("address", "feed"),
    [
        ("", "alle.ics"),
        ("for/fathers/", "for/fathers.ics"),
        ("for/expecting/", "for/expecting.ics"),
    ],
)
def test_the_page_shows_what_the_feed_holds(site: Path, address: str, feed: str):
    """Every time of the next eight weeks, each with an address of its own; in order but for what
    is full, which stands after what one can still join in its week."""
    all_rows = rows(page_at(site, CALENDAR + address))
    right = keys(entries_of(site, feed))
    assert sorted(row["id"] for row in all_rows) == sorted(right)
    open_to_all = [row["id"] for row in all_rows if "event--full" not in row["class"]]
    assert open_to_all == [key for key in right if key in open_to_all]
    assert open_to_all


def test_every_link_in_every_calendar_leads_to_its_own_row(site: Path):
    """Those of a year, so they lead to the page of the month; what is over to the calendar."""
    led = 0
    for file in sorted(site.rglob("*.ics")):
        for line in unfolded(file.read_bytes()):
            address = line.removeprefix("URL:").removeprefix("SOURCE;VALUE=URI:")
            if address == line:
                continue
            target = urlsplit(address)
            assert address.startswith(BASE_URL)
            path = site / target.path.removeprefix(urlsplit(BASE_URL).path)
            assert path.exists(), address
            if target.fragment:
                assert f'id="{target.fragment}"' in (path / "index.html").read_text("utf-8")
                led += 1
    assert led > 300


def test_every_month_of_the_year_has_its_page(site: Path):
    """The same rows with the same ids as in the feed, for as long as the feed goes."""
    entries = entries_of(site, "alle.ics")
    shown = [
        row["id"]
        for folder in sorted((site / CALENDAR).glob("20*"))
        for row in rows(page_at(site, f"{CALENDAR}{folder.name}"))
    ]
    assert shown == keys(entries, TODAY, TODAY + timedelta(days=365))


def test_the_built_site_is_verified_with_its_calendars(site: Path):
    """Every link leads somewhere and every feed is read back."""
    assert len(list(site.rglob("*.ics"))) > 25
    assert [str(problem) for problem in verify(site)] == []


# What a visitor reads


def test_cancelled_and_moved_are_told_with_the_reason(site: Path):
    """Both stand where they are now, struck out or with where they came from."""
    page = page_at(site, CALENDAR)
    cancelled = row(page, "barselscafe-tirsdag-20261124")
    assert "event--cancelled" in cancelled["class"]
    assert "Aflyst. Sundhedsplejersken er syg" in cancelled.text
    moved = row(page, "fars-legestue-loerdag-20261212")
    assert "event--moved" in moved["class"]
    assert "Flyttet fra lørdag 12. december. Der er julemarked på torvet" in moved.text
    assert next(moved.all("time"))["datetime"] == "2026-12-19"


def test_full_and_sign_up_are_told(site: Path):
    """One must know before one goes."""
    page = page_at(site, CALENDAR)
    assert "Alt er optaget" in row(page, "tryghedscirklen-efteraar-20261126").text
    spring = page_at(site, f"{CALENDAR}2027-01")
    sign_up = row(spring, "tryghedscirklen-foraar-20270121").text
    assert "Tilmeld dig senest den 8. januar 2027." in sign_up


def test_filters_are_links_that_lead_to_a_shorter_list(site: Path):
    """For each audience and each place."""
    page = page_at(site, CALENDAR)
    everything = [row["id"] for row in rows(page)]
    filters = next(e for e in page.all("div") if e["class"] == "event-filters")
    told = []
    for link in filters.all("a"):
        target = link["href"]
        file = (site / CALENDAR / target / "index.html").resolve()
        shown = [row["id"] for row in rows(read_html(file.read_text("utf-8")))]
        assert set(shown) <= set(everything)
        assert link["aria-current"] == "page" or len(shown) < len(everything)
        told.append(link.text)
    assert {"Alle", "Alle steder", "Fædre", "Solsikken på biblioteket"} <= set(told), told


def test_a_long_list_has_ways_to_its_weeks_and_months(site: Path):
    """Nobody scrolls past a week to see the next."""
    page = page_at(site, CALENDAR)
    jumps = next(e for e in page.all("nav") if e["class"] == "jump-links")
    titles = {heading["id"]: heading.text for heading in page.all("h2")}
    told = {link.text: titles[link["href"].removeprefix("#")] for link in jumps.all("a")}
    assert told == {
        "Næste uge": "Næste uge, uge 48",
        "Uge 49": "Uge 49",
        "Måned": "En måned ad gangen",
    }


@pytest.mark.parametrize("path", ["", "kalender/", "kalender/2026-12/", "kalender/for/fathers/"])
def test_every_activity_has_a_heading_of_its_own(site: Path, path: str):
    """Who hears the headings alone hears the day, and what is cancelled or moved."""
    headings = [next(row.all("h3")).text for row in rows(page_at(site, f"eksempel/{path}"))]
    assert len(headings) == len(set(headings)) > 0


def test_headings_say_the_day_and_the_state(site: Path):
    """In the language of the page."""
    page = page_at(site, CALENDAR)
    for key, heading in {
        "barselscafe-tirsdag-20261124": "Barselscafé, tirsdag 24. november, aflyst",
        "fars-legestue-loerdag-20261212": "Fars Legestue, lørdag 19. december, flyttet",
        "fars-legestue-loerdag-20261128": "Fars Legestue, lørdag 28. november",
        "tryghedscirklen-efteraar-20261126": (
            "Tryghedscirklen, torsdag 26. november, alt er optaget"
        ),
    }.items():
        assert next(row(page, key).all("h3")).text == heading
    english = page_at(site, "eksempel/en/kalender/")
    cancelled = next(row(english, "barselscafe-tirsdag-20261124").all("h3")).text
    assert cancelled.endswith(", Tuesday 24 November, cancelled")


def test_two_of_one_name_on_one_day_are_told_apart(tmp_path: Path):
    """By the hour, and by the place where the hour is the same."""
    events = "events:\n" + "".join(
        f"  - {{id: {name}, title: Babycafé, date: 2026-12-01, time: {hours}, venue: {venue}}}\n"
        for name, hours, venue in (
            ("a", "10-12", "Salen"),
            ("b", "13-15", "Salen"),
            ("c", "10-12", "Haven"),
        )
    )
    site = built_with(tmp_path, events)
    found = rows(page_at(site, "testkommune/kalender"))
    headings = [next(row.all("h3")).text for row in found]
    assert len(set(headings)) == 3
    assert "Babycafé, tirsdag 1. december, Tirsdag kl. 13–15, Salen" in headings


def test_closed_days_stand_in_their_week_and_in_the_month(site: Path):
    """With the reason, so that nobody goes in vain."""
    page = page_at(site, CALENDAR)
    lists = [e for e in page.all("ul") if e["class"].startswith("event-list__closed")]
    told = [day.text for days in lists for day in days.all("li")]
    assert "Torsdag 24. december Lukket: Juleaftensdag" in told
    assert "Mandag 28. december til onsdag 30. december Lukket: Juleferie" in told
    month = page_at(site, f"{CALENDAR}2026-12")
    assert "Torsdag 24. december" in [heading.text for heading in month.all("h2")]


def test_a_place_shows_only_what_is_there(site: Path):
    """Also what has moved there."""
    shown = {row["id"]: row.text for row in rows(page_at(site, f"{CALENDAR}sted/biblioteket/"))}
    assert "stimulastik-vinter-20261211" in shown
    assert not any("barselscafe" in key for key in shown)


def test_nothing_in_the_next_weeks_is_said(tmp_path: Path):
    """A page with months but without a list would look broken."""
    project = golden_project(tmp_path / "project")
    events = project / "municipalities" / "testkommune" / "events.yml"
    events.write_text("events:\n  - {id: a, title: A, date: 2027-05-05, time: 10-12}\n", "utf-8")
    build_site(project, tmp_path / "site")
    page = page_at(tmp_path / "site", "testkommune/kalender")
    assert "Der er ingen datoer de næste otte uger." in page.text
    assert "Maj 2027" in links(page)


def built_with(tmp_path: Path, events: str, *, today: date = TODAY, **files: str) -> Path:
    """The folder of testkommune with other activities, and other files by their names."""
    project = golden_project(tmp_path / "project")
    folder = project / "municipalities" / "testkommune"
    for name, text in {"events": events, **files}.items():
        (folder / f"{name}.yml").write_text(text, "utf-8")
    problems = build_site(project, tmp_path / "site", today=today)
    assert not has_errors(problems), [str(problem) for problem in problems]
    return tmp_path / "site"


def test_where_nothing_is_near_there_is_a_way_on_that_leads_somewhere(tmp_path: Path):
    """To the months below, where something is on later; without offers there is no page of them."""
    site = built_with(
        tmp_path,
        "events:\n  - {id: a, title: A, date: 2027-05-05, time: 10-12}\n",
        offers="offers: []\n",
        flyers="flyers: []\n",
    )
    page = page_at(site, "testkommune/kalender")
    assert links(page)["Se resten"] == "#maaneder"
    assert any(element["id"] == "maaneder" for element in page.all("h2"))
    assert [str(problem) for problem in verify(site)] == []


def test_the_calendar_stays_when_the_last_activity_is_deleted(tmp_path: Path):
    """Every entry on a telephone has a link to it."""
    site = built_with(tmp_path, "events: []\n")
    page = page_at(site, "testkommune/kalender")
    assert "Der er ingen datoer i kalenderen lige nu." in page.text
    assert links(page)["Se alle tilbud"] == "../tilbud/"
    assert [str(problem) for problem in verify(site)] == []


MONTH = """
events:
  - {id: fuld, title: Fuld, date: 2026-12-01, time: 10-12, full: ja, sign_up: {phone: 00 00 00 01}}
  - {id: syg, title: Syg, date: 2026-12-01, time: 13-14.30, sign_up: {phone: 00 00 00 02},
     cancelled: [{date: 2026-12-01, reason: Sygdom, updated: 2026-11-20}]}
  - {id: ude, title: Ude, date: 2026-12-02, time: 9-10, venue: Skoven,
     moved: [{date: 2026-12-02, to: 2026-12-04, reason: Regn, updated: 2026-11-20}]}
  - {id: fri, title: Fri, weekly: torsdag, from: 2026-11-26, until: 2026-12-17, time: 10.30-12}
  - {id: lejr, title: Lejr, date: 2026-12-30, days: 4, time: 16-12, when_house_is_closed: keep,
     sign_up: {closes: 2026-12-10, phone: 00 00 00 03}}
"""
CLOSED = """
house: [{week: {monday: 9-15, tuesday: 9-15, wednesday: 9-15, thursday: 9-15, friday: 9-15}}]
holidays: {public_holidays: lukket}
exceptions: [{date: 2026-12-10, hours: lukket, reason: Vandskade}]
"""


def test_the_sheet_of_a_month_shows_what_the_list_shows(tmp_path: Path):
    """Ends, places, full, moved, cancelled, closed; what lasts is on each of its days."""
    site = built_with(tmp_path, MONTH, opening_hours=CLOSED)
    page = page_at(site, "testkommune/kalender/2026-12")
    cells = {
        number.text: [
            *(part.text for part in cell.all("span") if part["class"] == "month-sheet__closed"),
            *(line.text for line in cell.all("p")),
        ]
        for cell in page.all("td")
        for number in cell.all("span")
        if number["class"] == "month-sheet__number"
    }
    assert cells["1"] == ["10–12 Fuld Alt er optaget", "13.00–14.30 Syg Aflyst"]
    assert cells["2"] == []
    assert cells["4"] == ["9–10 Ude, Skoven Flyttet"]
    assert cells["10"] == ["Lukket: Vandskade", "10.30–12.00 Fri Aflyst"]
    assert cells["25"] == ["Lukket: Juledag"]
    assert [cells[day][-1] for day in ("30", "31")] == ["16 Lejr", "Lejr"]
    january = page_at(site, "testkommune/kalender/2027-01")
    assert "Lejr" in next(january.all("table")).text
    assert links(page)["Der er mere i januar 2027"] == "../../kalender/2027-01/"
    assert "Der er mere" not in january.text


def test_a_month_that_has_begun_says_from_when(tmp_path: Path):
    """What is over does not stand on it."""
    site = built_with(tmp_path, MONTH, opening_hours=CLOSED)
    begun = page_at(site, "testkommune/kalender/2026-11")
    assert "Fra 22. november 2026 og resten af måneden." in begun.text
    assert "resten af måneden" not in page_at(site, "testkommune/kalender/2026-12").text


def test_the_list_says_what_one_can_do_now(tmp_path: Path):
    """A link where one can sign up today; none for what is full, cancelled or closed."""
    site = built_with(tmp_path, MONTH, today=date(2026, 11, 30), opening_hours=CLOSED)
    page = page_at(site, "testkommune/kalender")
    assert [link["href"] for link in row(page, "lejr-20261230").all("a")] == ["tel:+4500000003"]
    assert "Tilmeld dig senest den 10. december 2026." in row(page, "lejr-20261230").text
    assert (
        "Onsdag 30. december kl. 16 til lørdag 2. januar kl. 12" in row(page, "lejr-20261230").text
    )
    assert list(row(page, "syg-20261201").all("a")) == []
    assert list(row(page, "fuld-20261201").all("a")) == []
    assert "Aflyst. Lukket: Vandskade" in row(page, "fri-20261210").text


def test_what_has_begun_and_is_not_over_stands_under_today(tmp_path: Path):
    site = built_with(tmp_path, MONTH, today=date(2027, 1, 1), opening_hours=CLOSED)
    page = page_at(site, "testkommune/kalender")
    assert [row["id"] for row in rows(page)] == ["lejr-20261230"]
    assert "I dag" in [heading.text for heading in page.all("h2")]


def test_what_is_full_stands_behind_what_one_can_join(tmp_path: Path):
    """On the front page, that of its offer and in its week; the month keeps the days' order."""
    events = "events:\n" + "".join(
        f"  - {{id: {name}, offer: babycafe, date: 2026-12-0{day}, time: 10-12{more}}}\n"
        for name, day, more in (("a", 1, ", full: ja"), ("b", 2, ""), ("c", 3, ""))
    )
    site = built_with(tmp_path, events)
    front = [row.text for row in rows(page_at(site, "testkommune"))]
    offer = [row.text for row in rows(page_at(site, "testkommune/tilbud/babycafe"))]
    calendar = [row["id"][0] for row in rows(page_at(site, "testkommune/kalender"))]
    # The next one that can be joined has a card of its own above the list.
    assert ["optaget" in text for text in front] == [False, True]
    assert ["optaget" in text for text in offer] == [False, False, True]
    assert calendar == ["b", "c", "a"]
    month = [row["id"][0] for row in rows(page_at(site, "testkommune/kalender/2026-12"))]
    assert month == ["a", "b", "c"]


# Subscribing


@pytest.mark.parametrize(
    ("page", "feed"), [("", "alle.ics"), ("for/fathers/", "for/fathers.ics")], ids=["all", "some"]
)
def test_every_way_to_subscribe_names_the_feed_of_the_page(site: Path, page: str, feed: str):
    """Apple takes webcal, Google has it inside `cid` and fails with https, Outlook wants https."""
    address = f"{BASE_URL}{CALENDAR}{feed}"
    webcal = address.replace("https://", "webcal://")
    content = page_at(site, CALENDAR + page)
    found = links(content)
    assert found["iPhone, iPad og Mac"] == webcal
    google = found["Google Kalender"]
    assert google.startswith("https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2F")
    assert unquote(google.partition("cid=")[2]) == webcal
    for label, host in {
        "Outlook, privat": "outlook.live.com",
        "Outlook, arbejde og skole": "outlook.office.com",
    }.items():
        target = urlsplit(found[label])
        assert (target.netloc, target.path) == (host, "/calendar/0/addfromweb")
        assert parse_qs(target.query)["url"] == [address]
        assert parse_qs(target.query)["name"] == ["Familiehuset Solsikken"]
    assert next(content.all("code")).text == address
    assert (site / CALENDAR / page / found["Hent kalenderen som fil"]).resolve().is_file()
    assert "Det kan tage op til et døgn" in content.text
    assert "aflyst samme dag, står det her på siden" in content.text


# In a browser


def opened(page: Page, address: str, moment: str, path: str = "") -> Page:
    """The page of the calendar at a moment, written as `2026-11-25T08:00`."""
    page.clock.set_fixed_time(datetime.fromisoformat(f"{moment}+01:00"))
    page.goto(f"{address}{path}")
    return page


@pytest.mark.browser
def test_what_is_over_is_hidden_while_the_site_is_old(page: Page, address: str, site: Path):
    """Three days after the build; what is running just now still stands."""
    opened(page, address, "2026-11-25T09:00")
    not_over = page.locator(".event:not([hidden])")
    shown = not_over.evaluate_all("rows => rows.map(row => row.id)")
    now = datetime(2026, 11, 25, 8, tzinfo=UTC)
    coming = [entry for entry in entries_of(site, "alle.ics") if local(entry.end) > now]
    assert sorted(shown) == sorted(keys(coming))
    expect(page.locator("#raadgivning-mandag-20261123")).to_be_hidden()


@pytest.mark.browser
def test_a_day_and_a_week_that_are_over_are_hidden_with_their_headings(page: Page, address: str):
    """A heading with nothing below it looks broken."""
    opened(page, address, "2026-11-30T08:00")
    for section in page.locator("section:has(.event-list):visible").all():
        assert section.locator("[data-ends]:not([hidden])").count() > 0
    for full in page.locator(".event-list__full:visible").all():
        assert full.locator("[data-ends]:not([hidden])").count() > 0
    expect(page.get_by_role("heading", name="Næste uge, uge 48")).to_be_hidden()


@pytest.mark.browser
@pytest.mark.parametrize(
    ("moment", "is_old"),
    [("2026-11-22T08:00", False), ("2026-11-28T23:00", False), ("2026-11-30T08:00", True)],
)
def test_a_site_older_than_a_week_says_so(page: Page, address: str, moment: str, is_old: bool):
    """The nightly build may have stopped, and nobody knows what was cancelled since."""
    opened(page, address, moment)
    expect(page.locator(".stale-notice")).to_be_visible(visible=is_old)
    expect(page.locator(".stale-notice")).to_contain_text("Ring 00 00 00 01, før du kommer.")


@pytest.mark.browser
@pytest.mark.parametrize("day", [22, 23, 24, 27])
def test_on_a_phone_the_next_activity_is_seen_without_scrolling(
    page: Page, tmp_path: Path, served: Callable[[Path], str], day: int
):
    """Day, hour and name; on a Sunday and on days on which something is on."""
    project = without_flyers(tmp_path / "project", "eksempel")
    build_site(project, tmp_path / "site", today=date(2026, 11, day), base_url=BASE_URL)
    page.set_viewport_size(PHONE)
    opened(page, f"{served(tmp_path / 'site')}/{CALENDAR}", f"2026-11-{day}T07:00")
    first = page.locator(".event:visible").first
    for part in (".event__date", "h3", ".event__when"):
        box = first.locator(part).bounding_box()
        assert box and box["y"] + box["height"] <= PHONE["height"], part


@pytest.mark.browser
def test_filters_work_without_a_script(browser: Browser, address: str):
    """Opened, chosen, and back to everything."""
    with browser.new_context(java_script_enabled=False, viewport=PHONE) as context:
        page = context.new_page()
        page.goto(address)
        page.get_by_text("Hvem: Alle").click()
        page.get_by_role("link", name="Fædre", exact=True).click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Kalender: Fædre")
        assert page.url == f"{address}for/fathers/"
        page.get_by_text("Hvem: Fædre").click()
        expect(page.locator(".event-filters [aria-current]:visible")).to_have_text("Fædre")
        page.get_by_role("link", name="Alle", exact=True).first.click()
        assert page.url == address


@pytest.mark.browser
@pytest.mark.parametrize(
    "key", ["tryghedscirklen-efteraar-20261126", "raadgivning-mandag-20270104"]
)
def test_a_link_to_what_stands_folded_unfolds_it(page: Page, address: str, key: str):
    """What is full, and a week further off: somebody's calendar leads there."""
    page.set_viewport_size(PHONE)
    opened(page, address, "2026-11-22T08:00", f"#{key}")
    expect(page.locator(f"#{key}")).to_be_in_viewport()


@pytest.mark.browser
def test_on_paper_every_week_is_unfolded_and_no_sheet_is_nearly_empty(page: Page, address: str):
    """The last sheet holds more than a line that had no room on the one before."""
    opened(page, address, "2026-11-22T08:00")
    document = pypdfium2.PdfDocument(page.pdf(format="A4"))
    texts = [sheet.get_textpage().get_text_range() for sheet in document]
    held = [row for row in rows(read_html(page.content())) if "event--full" not in row["class"]]
    assert "".join(texts).count(" kl. ") >= len(held) > 20
    assert len(texts) <= 4
    assert len(texts[-1].splitlines()) > 6


@pytest.mark.browser
@phone_and_laptop
def test_a_link_from_somebodys_calendar_shows_the_row(
    page: Page, address: str, window: dict[str, int]
):
    """Also on a wide screen, where the month is a sheet and the list is put away."""
    page.set_viewport_size(window)
    opened(page, address, "2026-11-22T08:00", "2027-03/#raadgivning-mandag-20270322")
    expect(page.locator("#raadgivning-mandag-20270322")).to_be_in_viewport()
    opened(page, address, "2026-11-22T08:00", "2027-03/")
    expect(page.locator(".month-sheet")).to_be_visible(visible=window == LAPTOP)
    expect(page.locator(".month-list")).to_be_visible(visible=window == PHONE)


@pytest.mark.browser
@pytest.mark.parametrize("month", ["2026-11", "2026-12", "2027-03", "2027-05"])
def test_a_month_is_printed_on_one_sheet(page: Page, address: str, month: str):
    """A4 on its side; with the browser's own margins too."""
    page.goto(f"{address}{month}/")
    assert sheets(page.pdf(prefer_css_page_size=True)) == 1
    margins = dict.fromkeys(("top", "bottom", "left", "right"), "12mm")
    assert sheets(page.pdf(format="A4", margin=margins)) == 1


@pytest.mark.browser
def test_a_busy_month_of_six_weeks_is_printed_on_one_sheet(
    page: Page, tmp_path: Path, served: Callable[[Path], str]
):
    """Three activities with long names on every weekday of May 2027."""
    hours = {"9.30-11": "Babycafé på biblioteket", "13-15": "Åben anonym rådgivning"}
    hours |= {"15-18": "Tryghedscirklen for enlige"}
    every_day = "when_house_is_closed: keep, on_public_holidays: keep"
    events = [
        f"  - {{id: a{day}-{slot[:2].strip('.')}, title: {title}, weekly: {WEEKDAYS_DA[day]}, "
        f"time: {slot}, {every_day}}}"
        for day in range(5)
        for slot, title in hours.items()
    ]
    project = golden_project(tmp_path / "project")
    file = project / "municipalities" / "testkommune" / "events.yml"
    file.write_text("\n".join(["events:", *events, ""]), "utf-8")
    assert not has_errors(build_site(project, tmp_path / "site"))
    page.goto(f"{served(tmp_path / 'site')}/testkommune/kalender/2027-05/")
    assert sheets(page.pdf(prefer_css_page_size=True)) == 1


def sheets(pdf: bytes) -> int:
    """How many pages, each an A4 on its side, whatever was asked for."""
    sizes = re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert {(round(float(width)), round(float(height))) for width, height in sizes} <= {
        (842, 595),
        (843, 596),
    }
    return len(sizes)


@pytest.mark.browser
@pytest.mark.parametrize(
    "path", ["", "for/fathers/", "2026-12/", "2026-12/#stimulastik-vinter-20261211"]
)
@phone_and_laptop
def test_axe_finds_nothing(page: Page, address: str, path: str, window: dict[str, int]):
    """WCAG 2.2 AA and best practice, in the light and in the dark, with the filters open."""
    page.set_viewport_size(window)
    opened(page, address, "2026-12-01T08:00", path)
    page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    assert axe_in_the_light_and_in_the_dark(page) == []
