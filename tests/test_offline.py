"""Without a network, in a real browser: hours, telephone and calendar, and how old they are."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from building import TODAY, build_site, replace_in, without_flyers
from playwright.sync_api import Browser, BrowserContext, Page, expect

pytestmark = pytest.mark.browser
pytest_plugins = "few_houses"

PHONE = {"width": 375, "height": 667}
READY = "navigator.serviceWorker.ready.then((worker) => worker.active.state)"
KEPT = "caches.keys().then((names) => Promise.all(names.map(async (name) => \
(await (await caches.open(name)).keys()).map((request) => request.url)))).then((all) => all.flat())"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context(viewport=PHONE) as context:
        yield context


@pytest.fixture
def visited(context: BrowserContext, few_address: str) -> Page:
    """The front page of the example has been read once; then the network goes."""
    page = context.new_page()
    visit(page, f"{few_address}/eksempel/")
    context.set_offline(True)
    return page


def visit(page: Page, address: str) -> None:
    page.goto(address)
    page.evaluate(READY)
    page.wait_for_function("navigator.serviceWorker.controller !== null")


def test_the_front_page_is_there_and_says_from_when_it_is(visited: Page):
    visited.reload()
    expect(
        visited.get_by_text("Du er uden net. Siden er fra den 22. november 2026.")
    ).to_be_visible()
    expect(visited.locator("a[href='tel:+4500000001']").first).to_be_visible()
    # With its looks: the stylesheet is kept too.
    assert (
        visited.evaluate("getComputedStyle(document.querySelector('.card')).borderTopWidth")
        == "1px"
    )


@pytest.mark.parametrize(
    ("path", "says"), [("find-os/", "Kl. 9.00–15.30"), ("kalender/", "En måned ad gangen")]
)
def test_pages_that_were_never_opened_are_there_too(
    visited: Page, few_address: str, path: str, says: str
):
    visited.goto(f"{few_address}/eksempel/{path}")
    expect(visited.get_by_text("Du er uden net.")).to_be_visible()
    expect(visited.get_by_text(says).first).to_be_visible()


@pytest.mark.parametrize(
    ("path", "title", "leads_to"),
    [
        ("tilbud/", "Du er uden net", "find-os/"),
        ("tilbud/barselscafe/", "Du er uden net", "kalender/"),
        ("uk/tilbud/", None, "uk/find-os/"),
    ],
)
def test_other_pages_lead_to_those_that_are_kept(
    visited: Page, few_address: str, path: str, title: str | None, leads_to: str
):
    """In the language of the page that could not be had."""
    visited.goto(f"{few_address}/eksempel/{path}")
    if title:
        expect(visited.get_by_role("heading", level=1)).to_have_text(title)
    links = visited.locator("main li a").evaluate_all("all => all.map((link) => link.href)")
    assert f"{few_address}/eksempel/{leads_to}" in links


@pytest.mark.parametrize(
    ("path", "open_at", "call"),
    [("tilbud/", "Kl. 9.00–15.30", "Ring 00 00 00 01"), ("uk/tilbud/", "9:00", "00 00 00 01")],
)
def test_the_page_without_a_network_tells_hours_and_numbers_itself(
    visited: Page, few_address: str, path: str, open_at: str, call: str
):
    visited.goto(f"{few_address}/eksempel/{path}")
    expect(visited.locator("main table td").filter(has_text=open_at).first).to_be_visible()
    number = visited.locator("main a[href='tel:+4500000001']").first
    expect(number).to_contain_text(call)


def test_closed_is_closed_also_on_an_old_page(context: BrowserContext, few_address: str):
    """The browser's clock decides, not the day on which the page was kept."""
    page = context.new_page()
    visit(page, f"{few_address}/eksempel/")
    context.set_offline(True)
    page.clock.set_fixed_time("2026-11-24T10:00:00+01:00")
    page.reload()
    expect(page.locator(".today__text").first).to_have_text("Åbent nu, til kl. 15.30")
    page.clock.set_fixed_time("2026-12-24T10:00:00+01:00")
    page.reload()
    expect(page.locator(".today__text").first).to_have_text("Se åbningstiderne")


def test_with_a_network_the_new_page_comes_at_once(
    context: BrowserContext, few: Path, tmp_path: Path, served: Callable[[Path], str]
):
    """Network first: no visitor reads yesterday's page while today's can be had."""
    site = shutil.copytree(few, tmp_path / "site")
    address = served(site)
    page = context.new_page()
    visit(page, f"{address}/eksempel/")
    replace_in(site / "eksempel" / "index.html", "Et varmt sted", "Et helt nyt sted")
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Et helt nyt sted")
    expect(page.get_by_text("Du er uden net.")).to_be_hidden()
    # And it is the new one that is kept.
    context.set_offline(True)
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Et helt nyt sted")


def test_a_new_build_throws_the_old_pages_away(
    context: BrowserContext, tmp_path: Path, served: Callable[[Path], str]
):
    project = without_flyers(tmp_path / "project", "skive")
    build_site(project, tmp_path / "site")
    address = served(tmp_path / "site")
    page = context.new_page()
    visit(page, f"{address}/skive/")
    [first] = page.evaluate("caches.keys()")
    build_site(project, tmp_path / "next", today=date(2026, 11, 23))
    shutil.copytree(tmp_path / "next", tmp_path / "site", dirs_exist_ok=True)
    update(page)
    page.wait_for_function(
        "(old) => caches.keys().then((n) => n.length === 1 && n[0] !== old)", arg=first
    )


def update(page: Page) -> None:
    page.evaluate("navigator.serviceWorker.getRegistration().then((found) => found.update())")


def test_a_house_that_switches_it_off_clears_what_was_kept(
    context: BrowserContext, tmp_path: Path, served: Callable[[Path], str]
):
    """The worker that is published then takes the pages away, and itself."""
    project = without_flyers(tmp_path / "project", "skive")
    build_site(project, tmp_path / "site")
    address = served(tmp_path / "site")
    page = context.new_page()
    visit(page, f"{address}/skive/")
    site_file = project / "municipalities" / "skive" / "site.yml"
    site_file.write_text(site_file.read_text("utf-8") + "\noffline: nej\n", "utf-8")
    build_site(project, tmp_path / "off")
    shutil.copytree(tmp_path / "off", tmp_path / "site", dirs_exist_ok=True)
    update(page)
    page.wait_for_function("caches.keys().then((names) => names.length === 0)")
    page.goto(f"{address}/skive/")
    gone = "navigator.serviceWorker.getRegistrations().then((all) => all.length === 0)"
    page.wait_for_function(gone)
    assert not (tmp_path / "off/skive/uden-net").exists()


def test_the_worker_keeps_to_its_own_house(visited: Page, few_address: str):
    """Nothing of the neighbours, and no page about violence, is kept."""
    kept = visited.evaluate(KEPT)
    assert kept
    assert [url for url in kept if not url.startswith(f"{few_address}/eksempel/")] == []
    assert [url for url in kept if "vold" in url or "spor" in url] == []
    scope = visited.evaluate("navigator.serviceWorker.ready.then((found) => found.scope)")
    assert scope == f"{few_address}/eksempel/"


def test_a_page_about_violence_asks_the_browser_to_keep_nothing(
    context: BrowserContext, few_address: str
):
    page = context.new_page()
    page.goto(f"{few_address}/eksempel/viden/vold-i-familien/")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((a) => a.length)") == 0


def test_the_page_above_all_houses_has_no_worker(context: BrowserContext, few_address: str):
    page = context.new_page()
    failed: list[str] = []
    page.on("response", lambda answer: failed.append(answer.url) if answer.status > 399 else None)
    page.goto(f"{few_address}/")
    page.wait_for_load_state("networkidle")
    assert failed == []
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((a) => a.length)") == 0


def test_the_worker_is_the_same_for_the_same_day(few: Path, tmp_path: Path):
    build_site(without_flyers(tmp_path / "project", "skive"), tmp_path / "site", today=TODAY)
    again = (tmp_path / "site/skive/sw.js").read_text("utf-8")
    assert again == (few / "skive/sw.js").read_text("utf-8")
    house = json.loads(re.search(r"const HOUSE = (\{.*\});", again)[1])
    for address in house["first"]:
        path = address.partition("?")[0]
        assert (
            few / "skive" / path / ("index.html" if path.endswith("/") or not path else "")
        ).is_file()
