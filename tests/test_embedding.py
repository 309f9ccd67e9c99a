"""What the municipality's own site shows of a house: small pages in a frame, data, and a script.

Two servers stand for two origins: ours, and that of the municipality.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest
from accessibility import axe_in_the_light_and_in_the_dark, axe_violations, sideways_scroll
from building import BASE, TODAY, build_site, opened_house, replace_in, without_flyers
from conftest import QuietServer
from html_tree import read_html
from jsonschema_rs import Draft202012Validator, meta
from past import SLUG, golden_past
from playwright.sync_api import Browser

from site_generator.language.marked import plain
from site_generator.language.spoken import speaking
from site_generator.told.activities import activity, coming
from site_generator.told.today import today_view

LANGUAGES = ("da", "en", "uk", "ar")
FRAMED = ("indlejr/i-dag/", "indlejr/naeste/", "indlejr/tilbud/aaben-anonym-raadgivning/")
FILES = {"today": "TodayData", "events": "EventsData", "offers": "OffersData"}
ADDRESSES = [
    f"{'' if language == 'da' else language + '/'}{address}"
    for language in LANGUAGES
    for address in FRAMED
]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return without_flyers(tmp_path_factory.mktemp("embedding") / "project", "eksempel")


@pytest.fixture(scope="module")
def site(project: Path) -> Path:
    assert build_site(project, project.parent / "site", base_url=BASE) == ()
    return project.parent / "site"


def data(site: Path, name: str, language: str = "da") -> dict[str, Any]:
    folder = site / "eksempel" / ("" if language == "da" else language)
    return json.loads((folder / "data" / "v1" / f"{name}.json").read_text("utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FILES)
def test_data_are_what_their_schema_says(site: Path, name: str, language: str) -> None:
    schema = json.loads((site / "eksempel/data/v1/schema.json").read_text("utf-8"))
    whole = {**schema, "$ref": f"#/$defs/{FILES[name]}"}
    meta.validate(whole)
    told = data(site, name, language)
    checks = Draft202012Validator(whole, validate_formats=True)
    assert [fault.message for fault in checks.iter_errors(told)] == []
    assert told["house"]["language"] == language


@pytest.mark.parametrize("ahead", [0, 1, 3, 6])
@pytest.mark.parametrize("language", ["da", "ar"])
def test_each_day_is_told_as_the_page_tells_it_on_that_day(
    project: Path, site: Path, language: str, ahead: int
) -> None:
    """Who reads data that are six days old reads what a site built today would say."""
    day = TODAY + timedelta(ahead)
    house = opened_house(project, "eksempel", day)
    (spoken,) = [one for one in house.languages if one.code == language]
    told = data(site, "today", language)["days"][ahead]
    with speaking(spoken):
        view = today_view(house)
    assert view
    assert told["date"] == day.isoformat()
    assert told["heading"] == plain(view.date)
    said = [(one["label"], one["state"], one["text"], one["next"]) for one in told["statuses"]]
    assert said == [
        tuple(map(plain, (one.label, one.state, one.text, one.next))) for one in view.statuses
    ]
    minutes = [json.loads(one.days)[0][1:2] or [[]] for one in view.statuses]
    assert [len(one["times"]) for one in told["statuses"]] == [len(slots) for (slots,) in minutes]


def test_times_have_their_zone(site: Path) -> None:
    """Danish winter time, as RFC 3339 writes it: nobody has to guess."""
    times = [
        moment
        for day in data(site, "today")["days"]
        for status in day["statuses"]
        for time in status["times"]
        for moment in time.values()
    ]
    times += [event["starts"] for event in data(site, "events")["events"]]
    assert times
    assert {moment[-6:] for moment in times if moment < "2027-03-28"} == {"+01:00"}


def test_events_are_those_of_the_front_page_in_its_order(project: Path, site: Path) -> None:
    house = opened_house(project, "eksempel")
    told = [activity(house, one) for one in coming(house, 60)]
    said = data(site, "events")["events"]
    assert [one["title"] for one in said] == [plain(one.title) for one in told]
    assert [one["when"] for one in said] == [plain(one.when_with_date) for one in told]
    assert [one["state_text"] for one in said] == [plain(one.state_text) for one in told]
    assert any(one["state"] == "cancelled" for one in said)


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_small_page_says_what_the_whole_one_says(site: Path, address: str) -> None:
    small = read_html((site / "eksempel" / address / "index.html").read_text("utf-8"))
    text = small.text
    language = address.split("/")[0] if address[2:3] == "/" else "da"
    if address.endswith("i-dag/"):
        wanted = [status["text"] for status in data(site, "today", language)["days"][0]["statuses"]]
    elif address.endswith("naeste/"):
        wanted = [event["title"] for event in data(site, "events", language)["events"][:3]]
    else:
        offers = data(site, "offers", language)["offers"]
        (offer,) = [one for one in offers if one["id"] == "aaben-anonym-raadgivning"]
        wanted = [offer["title"], offer["summary"]]
    assert [part for part in wanted if " ".join(part.split()) not in " ".join(text.split())] == []


def test_every_page_that_data_name_is_there(site: Path) -> None:
    named = []
    for language in LANGUAGES:
        for name in FILES:
            told = data(site, name, language)
            named += told["house"]["pages"].values()
            named += [*told.get("events", ()), *told.get("offers", ())]
    pages = [site / "eksempel" / one["page"] / "index.html" for one in named]
    assert pages and [page for page in pages if not page.is_file()] == []


def test_only_a_house_that_wants_it_has_them(tmp_path: Path) -> None:
    past = golden_past(tmp_path / "project")
    build_site(past.root, tmp_path / "site")
    assert not (tmp_path / "site" / SLUG / "indlejr").exists()
    assert not (tmp_path / "site" / SLUG / "data" / "v1").exists()


def test_what_other_sites_show_stands_for_good(tmp_path: Path) -> None:
    """Also after «nej», and at the address of an offer that is there no more."""
    past = golden_past(tmp_path / "project")
    home = past.root / "municipalities" / SLUG
    site_file, offers = home / "site.yml", home / "offers.yml"
    site_file.write_text(f"embed: ja\n{site_file.read_text('utf-8')}", "utf-8")
    past.commit(date(2026, 10, 3))
    replace_in(site_file, "embed: ja\n", "")
    text = offers.read_text("utf-8")
    replace_in(offers, "- id: styrket-hjaelp", "- id: staerk-hjaelp")
    assert offers.read_text("utf-8") != text
    replace_in(offers, "offers:", "retired:\n  - id: styrket-hjaelp\noffers:")
    past.commit(date(2026, 10, 4))
    build_site(past.root, tmp_path / "site")
    house = tmp_path / "site" / SLUG
    assert (house / "indlejr/i-dag/index.html").is_file()
    assert (house / "data/v1/today.json").is_file()
    gone = (house / "indlejr/tilbud/styrket-hjaelp/index.html").read_text("utf-8")
    assert "Siden findes ikke længere" in gone


class _OpenHandler(SimpleHTTPRequestHandler):
    """As GitHub Pages answers: other sites may read it."""

    def end_headers(self) -> None:
        self.send_header("Access-Control-Allow-Origin", "*")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing for each request."""


@pytest.fixture(scope="module")
def ours(site: Path) -> Iterator[str]:
    from threading import Thread

    with QuietServer(("127.0.0.1", 0), partial(_OpenHandler, directory=str(site))) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


HOST = '<!doctype html><html lang="da"><head><meta charset="utf-8"><title>Kommunen</title></head>'


@pytest.fixture(scope="module")
def theirs(
    ours: str, tmp_path_factory: pytest.TempPathFactory, served: Callable[[Path], str]
) -> str:
    """The municipality's own site, with a page for each frame and one with the script."""
    folder = tmp_path_factory.mktemp("municipality")
    for number, address in enumerate(ADDRESSES):
        frame = (
            f'<iframe title="Familiehuset" width="320" height="600" style="border:0" '
            f'src="{ours}/eksempel/{address}"></iframe>'
        )
        page = f"{HOST}<body style='margin:0'><main><h1>Kommunen</h1>{frame}</main></body></html>"
        (folder / f"{number}.html").write_text(page, "utf-8")
    inside = '<a href="https://example.org/">Se familiehuset</a>'
    parts = "".join(
        f'<div lang="{language}"><familiehus-i-dag niveau="2">{inside}</familiehus-i-dag>'
        f'<familiehus-naeste niveau="2" antal="2">{inside}</familiehus-naeste>'
        f'<familiehus-tilbud niveau="2" tilbud="barselscafe">{inside}</familiehus-tilbud></div>'
        for language in ("da", "ar")
    )
    script = f'<script type="module" src="{ours}/eksempel/indlejr/indlejr.js"></script>'
    page = f"{HOST}<body><main><h1>Kommunen</h1>{parts}</main>{script}</body></html>"
    (folder / "script.html").write_text(page, "utf-8")
    return served(folder)


@pytest.mark.browser
def test_in_a_frame_on_another_origin(ours: str, theirs: str, browser: Browser) -> None:
    """axe 0 in light and dark, 320 px, and nothing is asked of anybody but the two."""
    faults, asked = [], set()
    with browser.new_context(bypass_csp=True, viewport={"width": 320, "height": 700}) as context:
        page = context.new_page()
        page.on("request", lambda request: asked.add("/".join(request.url.split("/")[:3])))
        for number, address in enumerate(ADDRESSES):
            page.goto(f"{theirs}/{number}.html", wait_until="networkidle")
            frame = page.frames[1]
            assert frame.url == f"{ours}/eksempel/{address}"
            assert frame.locator("h1").count() == 1
            faults += [f"{address}: {fault}" for fault in axe_in_a_frame(page, frame)]
            wider = frame.evaluate(
                "document.scrollingElement.scrollWidth - document.documentElement.clientWidth"
            )
            faults += [f"{address}: {wider} px too wide"] * bool(wider)
        assert faults == []
        assert asked <= {ours, theirs}
        assert context.cookies() == []


def axe_in_a_frame(page: Any, frame: Any) -> list[str]:
    page.emulate_media(color_scheme="light")
    found = axe_violations(frame)
    page.emulate_media(color_scheme="dark")
    found += [f"dark: {line}" for line in axe_violations(frame, ["color-contrast"])]
    return found


@pytest.mark.browser
@pytest.mark.parametrize("address", FRAMED)
def test_opened_alone_they_are_right_too(ours: str, page: Any, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(f"{ours}/eksempel/{address}")
    assert axe_in_the_light_and_in_the_dark(page) == []
    assert sideways_scroll(page) == 0


@pytest.mark.browser
def test_a_link_opens_in_the_whole_window(ours: str, theirs: str, page: Any) -> None:
    page.goto(f"{theirs}/0.html", wait_until="networkidle")
    page.frames[1].locator("h1 a").click()
    page.wait_for_url(f"{ours}/eksempel/")


@pytest.mark.browser
def test_the_script_shows_what_the_data_say(
    site: Path, ours: str, theirs: str, browser: Browser
) -> None:
    asked = set()
    with browser.new_context(viewport={"width": 320, "height": 900}) as context:
        page = context.new_page()
        page.on("request", lambda request: asked.add("/".join(request.url.split("/")[:3])))
        page.goto(f"{theirs}/script.html", wait_until="networkidle")
        for language in ("da", "ar"):
            part = f"div[lang={language}] "
            statuses = data(site, "today", language)["days"][0]["statuses"]
            said = page.locator(f"{part}familiehus-i-dag").inner_text()
            assert [one["text"] for one in statuses if one["text"] not in said] == []
            events = data(site, "events", language)["events"]
            rows = page.locator(f"{part}familiehus-naeste li")
            assert rows.count() == 2
            assert events[0]["title"] in rows.first.inner_text()
            offers = {one["id"]: one for one in data(site, "offers", language)["offers"]}
            said = page.locator(f"{part}familiehus-tilbud").inner_text()
            assert offers["barselscafe"]["summary"] in said
        assert page.locator("div[lang=ar] familiehus-i-dag > div").get_attribute("dir") == "rtl"
        assert axe_violations(page) == []
        assert sideways_scroll(page) == 0
        assert asked == {ours, theirs}


@pytest.mark.browser
def test_the_script_follows_the_day_and_says_nothing_of_days_it_does_not_know(
    site: Path, theirs: str, browser: Browser
) -> None:
    """The site was built on Sunday the 22nd, and stands still."""
    days = data(site, "today")["days"]
    for moment, wanted in (
        ("2026-11-25T08:00:00Z", days[3]["statuses"][0]["text"]),
        ("2026-12-03T08:00:00Z", "Se åbningstiderne"),
    ):
        with browser.new_context() as context:
            context.clock.set_fixed_time(moment)
            page = context.new_page()
            page.goto(f"{theirs}/script.html", wait_until="networkidle")
            said = page.locator("div[lang=da] familiehus-i-dag").inner_text()
            assert wanted in said
            assert ("Åbent" in said or "Lukket" in said) == (wanted != "Se åbningstiderne")


@pytest.mark.browser
@pytest.mark.parametrize(("hour", "shown"), [("08:00", False), ("21:30", True)])
def test_who_can_be_rung_is_there_once_all_has_closed(
    site: Path, theirs: str, browser: Browser, hour: str, shown: bool
) -> None:
    """On a Monday that is open: the emergency service stands there in the evening."""
    duty = data(site, "today")["days"][1]["duty"]
    assert duty
    with browser.new_context() as context:
        context.clock.set_fixed_time(f"2026-11-23T{hour}:00Z")
        page = context.new_page()
        page.goto(f"{theirs}/script.html", wait_until="networkidle")
        said = page.locator("div[lang=da] familiehus-i-dag").inner_text()
        assert (duty["call"] in said) == shown


@pytest.mark.browser
def test_without_our_site_the_page_keeps_what_it_has(theirs: str, browser: Browser) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.route("**/data/v1/**", lambda route: route.abort())
        page.goto(f"{theirs}/script.html", wait_until="networkidle")
        assert page.locator("familiehus-i-dag").first.inner_text() == "Se familiehuset"
