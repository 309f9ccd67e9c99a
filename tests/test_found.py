"""What is found first, in a real browser: whoever may be in danger sees the help above all else.

The queries are data, in `tests/cases/search/`. One page answers them all, as it answers a parent.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from accessibility import axe_violations, sideways_scroll, tab_walk
from building import ROOT, build_site, without_flyers
from playwright.sync_api import Browser, Page, expect

from site_generator.records.shared_content import read_shared_content
from site_generator.schema.choices import Topic
from site_generator.schema.dangers import Danger

pytestmark = pytest.mark.browser

HERE = Path(__file__).parent
# One with everything, one with an evening about violence among much else, two with few offers.
HOUSES = ("eksempel", "lolland", "vordingborg", "skive")
PAGES = (*(f"{house}/soeg/" for house in HOUSES), "eksempel/en/soeg/", "eksempel/ar/soeg/")
PHONE = {"width": 375, "height": 667}

ASK = (HERE / "ask_search.js").read_text("utf-8")
FIRST: list[dict[str, list[str]]] = yaml.safe_load(
    (HERE / "cases/search/first.yml").read_text("utf-8")
)
# Of a hundred who search, so many find what they look for at once.
ENOUGH = 95
DANGER: dict[str, list[str]] = yaml.safe_load((HERE / "cases/search/danger.yml").read_text("utf-8"))


@pytest.fixture(scope="module")
def found_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("found")
    build_site(without_flyers(folder / "project", *HOUSES), folder / "site")
    return folder / "site"


@pytest.fixture(scope="module")
def found_address(found_site: Path, served: Callable[[Path], str]) -> str:
    return served(found_site)


def ask(page: Page, queries: list[str]) -> list[dict[str, Any]]:
    """For each query its dangers (their place in `content/dangers.yml`), and its hits."""
    answers: list[dict[str, Any]] = page.evaluate(ASK, queries)
    return answers


def dangers() -> list[Danger]:
    shared, _ = read_shared_content(ROOT / "content")
    return list(shared.dangers)


# In danger


@pytest.mark.parametrize("path", PAGES)
def test_whoever_is_in_danger_sees_the_help_first(page: Page, found_address: str, path: str):
    """Every query in all four languages on one page, a tenth of them on the others: 100 %."""
    page.goto(f"{found_address}/{path}")
    ids = [danger.id for danger in dangers()]
    wrong, total = [], 0
    for kind in ids:
        queries = DANGER[kind] if path == PAGES[0] else DANGER[kind][PAGES.index(path) :: 10]
        for answer in ask(page, queries):
            total += 1
            if kind not in [ids[at] for at in answer["dangers"]]:
                wrong.append(f"{kind}: {answer['query']}: {answer['hits'][:2]}")
    print(f"{path}: {total - len(wrong)} of {total} cries for help answered first")
    assert wrong == []


def test_nobody_is_frightened_by_everyday_words(page: Page, found_address: str):
    page.goto(f"{found_address}/eksempel/soeg/")
    answers = ask(page, DANGER["none"])
    assert [answer["query"] for answer in answers if answer["dangers"]] == []


def test_the_help_is_an_article_and_numbers_to_tap(page: Page, found_address: str):
    """Above every offer; with violence the way out comes, and an evening course is no answer."""
    page.goto(f"{found_address}/lolland/soeg/")
    [answer] = ask(page, ["min mand slår mig"])
    assert answer["hits"][:3] == ["Vold i familien", "Lev Uden Vold", "Alarmcentralen"]
    assert "Foredrag og arrangementer" not in answer["hits"]
    expect(page.get_by_role("link", name="Lev Uden Vold", exact=True)).to_have_attribute(
        "href", "tel:1888"
    )
    expect(page.get_by_role("link", name="Forlad siden", exact=True)).to_be_visible()
    expect(page.locator(".search-box__status")).to_contain_text("Du kan få hjælp nu.")
    assert page.url.endswith("/soeg/"), "what was typed stays in the history"
    [answer] = ask(page, ["søvn"])
    expect(page.get_by_role("link", name="Forlad siden", exact=True)).to_be_hidden()


def test_in_danger_nothing_needs_the_index(page: Page, found_address: str):
    """Nor the words of other languages, for what is written in the page's own."""
    page.route("**/*.json*", lambda route: route.abort())
    page.goto(f"{found_address}/skive/soeg/")
    for query, first in (("selvmord", "Livslinien"), ("vold", "Vold i familien")):
        assert ask(page, [query])[0]["hits"][0] == first


def test_while_the_index_is_on_its_way_the_help_is_there(page: Page, found_address: str):
    page.route("**/indeks.json*", lambda route: None)
    page.goto(f"{found_address}/eksempel/soeg/")
    page.get_by_role("searchbox").fill("чоловік б'є мене")
    expect(page.locator(".search-box__danger").first).to_be_visible()


def test_the_help_can_be_used_by_everybody(page: Page, found_address: str):
    for window in (PHONE, {"width": 320, "height": 568}):
        page.set_viewport_size(window)
        page.goto(f"{found_address}/eksempel/ar/soeg/?q=زوجي يضربني")
        expect(page.locator(".search-box__danger")).to_be_visible()
        assert axe_violations(page) == []
        assert sideways_scroll(page) == 0
        assert tab_walk(page) == []


def test_without_scripts_the_page_says_why_and_whom_to_ring(browser: Browser, found_address: str):
    with browser.new_context(java_script_enabled=False, viewport=PHONE) as context:
        page = context.new_page()
        page.goto(f"{found_address}/eksempel/soeg/")
        expect(
            page.get_by_text("Søgefeltet virker ikke, når JavaScript er slået fra.")
        ).to_be_visible()
        for name in ("Ring 112", "Ring 1888", "Ring 70 20 12 01"):
            expect(page.locator("main").get_by_role("link", name=name)).to_be_visible()


# What one looks for


@pytest.mark.parametrize("path", PAGES)
def test_what_one_looks_for_stands_first(page: Page, found_address: str, path: str):
    """All queries in Danish houses, a third of them on pages in other languages."""
    page.goto(f"{found_address}/{path}")
    house, every = path.split("/")[0], 1 if path.count("/") == 2 else 3
    wrong, total = [], 0
    for row in FIRST:
        right = {*row.get("any", ()), *row.get(house, ())}
        for answer in ask(page, row["ask"][::every]):
            total += 1
            if not right & set(answer["leads"][:1]):
                wrong.append(f"{answer['query']}: {answer['leads'][:2]}")
    share = 100 * (total - len(wrong)) / total
    print(f"{path}: {share:.1f} % of {total} queries have the right answer first")
    assert share >= ENOUGH, wrong


def test_there_are_enough_queries_to_tell():
    assert sum(len(row["ask"]) for row in FIRST) >= 400


NOTHING = ("qqxyzzy", "dieselmotor", "fodboldresultater", "vejrudsigt bornholm", "цукерки", "سيارة")


def test_where_nothing_fits_nothing_is_shown(page: Page, found_address: str):
    """And not ten of anything; there is a way to act instead."""
    page.goto(f"{found_address}/eksempel/soeg/")
    for answer in ask(page, list(NOTHING)):
        assert answer["hits"] == [], answer["query"]
    main = page.locator("main")
    for name in ("Ring 00", "Ring 112", "Få hjælp"):
        expect(main.get_by_role("link", name=name).first).to_be_visible()


def test_short_words_are_taken_as_they_are(page: Page, found_address: str):
    """«Råd» in «har ikke råd» is money, «far» no podcast, «tegnsprog» nothing about language."""
    page.goto(f"{found_address}/eksempel/soeg/")
    money, father, sign = ask(page, ["vi har ikke råd", "far", "tegnsprog"])
    assert money["leads"][0] == "tilbud/penge-og-papirer"
    assert father["leads"][0] == "tilbud/fars-legestue"
    assert sign["leads"] == ["find-os"]


def test_the_search_is_sent_with_a_button_and_moves_nothing(page: Page, found_address: str):
    page.set_viewport_size(PHONE)
    page.goto(f"{found_address}/eksempel/soeg/")
    page.evaluate(
        """() => { window.shifted = 0; new PerformanceObserver((list) => {
            for (const one of list.getEntries()) if (!one.hadRecentInput) shifted += one.value;
        }).observe({ type: "layout-shift", buffered: true }); }"""
    )
    # The browser forgives what moves within half a second of a key: a slow network takes longer.
    page.route("**/*.json*", lambda route: page.wait_for_timeout(800) or route.continue_())
    for query, status in (("søvn", "resultat"), ("qqxyzzy", "Ingen")):
        page.get_by_role("searchbox").fill("")
        page.get_by_role("searchbox").press_sequentially(query)
        page.locator("main").get_by_role("button", name="Søg").click()
        expect(page.get_by_role("status")).to_contain_text(status)
        assert page.evaluate("shifted") == 0


# Wherever one reads about it


@pytest.mark.parametrize(
    "path", ["eksempel/hvad-fylder/vold/", "lolland/hvad-fylder/vold/", "lolland/tilbud/foredrag/"]
)
def test_every_page_about_violence_leads_out_and_to_the_article(
    page: Page, found_address: str, path: str
):
    page.goto(f"{found_address}/{path}")
    expect(page.get_by_role("link", name="Forlad siden", exact=True)).to_be_visible()
    expect(page.locator("main").get_by_role("link", name="Ring 1888")).to_be_visible()
    if "hvad-fylder" in path:
        expect(page.locator("main").get_by_role("link", name="Foredrag")).to_have_count(0)
    page.get_by_role("link", name="Vold i familien").first.click()
    page.wait_for_url("**/viden/vold-i-familien/")


def test_the_social_emergency_service_is_a_number_to_tap(page: Page, found_address: str):
    """Where it says «Lukket nu», and at every page's foot."""
    page.clock.set_fixed_time("2026-11-22T22:00:00+01:00")
    for path in ("", "find-os/"):
        page.goto(f"{found_address}/eksempel/{path}")
        duty = page.locator(".today").get_by_role("link", name="Ring 00 00 00 08")
        expect(duty).to_be_visible()
        expect(duty).to_have_attribute("href", "tel:+4500000008")
    for path in ("tilbud/", "kalender/", "uden-net/", "en/"):
        page.goto(f"{found_address}/eksempel/{path}")
        name = "Call 00 00 00 08" if path == "en/" else "Ring 00 00 00 08"
        expect(page.locator("footer").get_by_role("link", name=name)).to_be_visible()


def test_while_the_house_is_open_the_house_is_to_be_rung(page: Page, found_address: str):
    page.clock.set_fixed_time("2026-11-26T11:00:00+01:00")
    page.goto(f"{found_address}/eksempel/")
    expect(page.locator(".today__status--open").first).to_be_visible()
    expect(page.locator(".today__duty")).to_be_hidden()


# The words themselves


def test_every_topic_and_audience_is_found_by_other_words():
    """Parents do not know what we call it."""
    shared, _ = read_shared_content(ROOT / "content")
    led = {key for lead in shared.search.leads for key in lead.to}
    assert {topic.value for topic in Topic} - led <= {"violence"}, "danger has its own words"


def test_every_danger_has_words_in_every_language():
    for danger in dangers():
        for code in ("da", "en", "uk", "ar"):
            assert len(danger.words.by_language(code)) >= 5, (danger.id, code)


def test_help_that_is_not_there_is_told(tmp_path: Path):
    """A line or an article that was renamed must not vanish from where it is needed most."""
    (tmp_path / "dangers.yml").write_text(
        "dangers:\n  - id: vold\n    title: Hjælp\n    shows: [Lev Uden Volt]\n", "utf-8"
    )
    (tmp_path / "help_lines.yml").write_text(
        (ROOT / "content/help_lines.yml").read_text("utf-8"), "utf-8"
    )
    _, problems = read_shared_content(tmp_path)
    [told] = [problem for problem in problems if problem.path.endswith("dangers.yml")]
    assert (told.line, told.message, told.remedy) == (
        4,
        "«Lev Uden Volt» er hverken en artikel eller en hjælpelinje.",
        "Mente du «Lev Uden Vold»? Du kan skrive: Alarmcentralen, Lev Uden Vold, BørneTelefonen, "
        "Livslinien, Forældre & Sorg, Giftlinjen.",
    )


@pytest.mark.parametrize(
    ("groups", "remedy"),
    [
        (
            "groups:\n  - id: child\n    words: {da: [barn]}\n",
            "Mente du «$child»? Du kan skrive: $child.",
        ),
        ("", "Skriv ordene selv, eller tilføj «- id: chlid» under «groups:»."),
    ],
)
def test_a_group_that_is_not_there_is_told(tmp_path: Path, groups: str, remedy: str):
    """It would stand for no word at all, and nobody would see it."""
    (tmp_path / "dangers.yml").write_text(
        f"{groups}dangers:\n  - id: vold\n    title: Hjælp\n    shows: [Lev Uden Vold]\n"
        "    words:\n      da: [vold, slår $chlid]\n",
        "utf-8",
    )
    (tmp_path / "help_lines.yml").write_text(
        (ROOT / "content/help_lines.yml").read_text("utf-8"), "utf-8"
    )
    _, problems = read_shared_content(tmp_path)
    [told] = [problem for problem in problems if problem.path.endswith("dangers.yml")]
    assert (told.line, told.message) == (
        6 + groups.count("\n"),
        "«$chlid» er ikke en gruppe under «groups».",
    )
    assert told.remedy == remedy


def test_words_that_lead_nowhere_are_told(tmp_path: Path):
    (tmp_path / "search.yml").write_text(
        "leads:\n  - to: [sleeep]\n    words:\n      da: [søvn]\n", "utf-8"
    )
    _, problems = read_shared_content(tmp_path)
    [told] = [problem for problem in problems if problem.path.endswith("search.yml")]
    assert (told.line, told.message) == (
        2,
        "«sleeep» er hverken et emne, en målgruppe, en artikel eller en side.",
    )
    assert told.remedy.startswith("Mente du «sleep»?")
