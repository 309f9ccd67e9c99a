"""Searching a house: forgiving, by keyboard alone, and nothing is fetched before it is used."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from accessibility import axe_violations, sideways_scroll, tab_walk
from building import BASE, REPOSITORY, SLUGS, build_site, without_flyers
from html_tree import Element
from playwright.sync_api import Browser, Page, expect
from weight import compressed, weight

from site_generator import addresses

pytest_plugins = "built_site"

PHONE = {"width": 375, "height": 667}
LAPTOP = {"width": 1280, "height": 800}
phone_and_laptop = pytest.mark.parametrize("window", [PHONE, LAPTOP], ids=["phone", "laptop"])

SEARCH = "eksempel/soeg/"

# The index and the words together, compressed: what the first search costs.
MOST_WHEN_USED = 30 * 1024


# The index


def test_every_entry_of_every_index_leads_somewhere(site: Path, pages: dict[str, Element]):
    """In all houses and languages; anchors too."""
    wrong = []
    for file in site.rglob(addresses.SEARCH_INDEX):
        for entry in json.loads(file.read_text("utf-8")):
            path, _, anchor = entry["href"].partition("#")
            if path.startswith(("tel:", "https:")):
                continue
            target = (file.parent / path / "index.html").resolve()
            page = pages.get(target.relative_to(site.resolve()).as_posix())
            if page is None or (anchor and not [e for e in page.all() if e["id"] == anchor]):
                wrong.append(f"{file.relative_to(site)}: {entry['href']}")
    assert wrong == []


def test_every_house_can_be_searched_in_each_of_its_languages(site: Path):
    """What nobody has translated is there in Danish, and says so."""
    assert {file.parts[-3] for file in site.glob("*/soeg/indeks.json")} == set(SLUGS)
    english = json.loads((site / "eksempel/en/soeg/indeks.json").read_text("utf-8"))
    named = {entry["title"]: entry for entry in english}
    assert "lang" not in named["Open anonymous advice"]
    assert named["Vær med som frivillig"]["lang"] == "da"


def test_the_first_search_costs_little(site: Path):
    """On a bad network too; the page itself is as light as all others."""
    for language, words in zip(("", "uk/", "ar/"), addresses.SEARCH_WORDS, strict=True):
        parts = (f"{language}{addresses.SEARCH_INDEX}", words)
        assert sum(compressed(site / "eksempel" / part) for part in parts) <= MOST_WHEN_USED
    assert weight(site / SEARCH / "index.html", site).faults == []


def test_published_the_page_is_as_light(tmp_path: Path):
    """With its own web address in it, in the language whose letters take most room."""
    site = tmp_path / "site"
    build_site(
        without_flyers(tmp_path / "project", "eksempel"), site, base_url=BASE, repository=REPOSITORY
    )
    weights = [weight(file, site) for file in site.glob("eksempel/**/index.html")]
    heaviest = max(weights, key=lambda one: one.seeing)
    print(f"{heaviest.address}: {heaviest.seeing} bytes, of {len(weights)} pages the heaviest")
    assert [fault for one in weights for fault in one.faults] == []


def test_search_engines_pass_the_page_by(pages: dict[str, Element]):
    """A page of results is no result."""
    said = [
        e["content"] for e in pages["eksempel/soeg/index.html"].all("meta") if e["name"] == "robots"
    ]
    assert said == ["noindex"]


def test_every_page_leads_to_the_search(pages: dict[str, Element]):
    """In the header, with a word and not only a drawing."""
    missing = [
        address
        for address, page in pages.items()
        if "/" in address
        and not [a for a in page.first("header").all("a") if a["href"].endswith("soeg/#soegefelt")]
    ]
    assert missing == []


# What is found


@pytest.fixture
def search(page: Page, address: str) -> Page:
    page.set_viewport_size(PHONE)
    page.goto(f"{address}/{SEARCH}")
    return page


def find(page: Page, text: str) -> list[str]:
    """The titles found, once the search has answered."""
    box = page.locator(".search-box")
    page.evaluate("document.querySelector('.search-box__status').textContent = ''")
    box.get_by_role("searchbox").fill(text)
    expect(box.get_by_role("status")).not_to_be_empty()
    return page.locator(".search-box__hit a").all_inner_texts()


# What is typed, and what is then found first.
FIRST = [
    ("søvn", "Søvn og ro"),
    ("SØVN", "Søvn og ro"),
    ("soevn", "Søvn og ro"),
    ("sovn", "Søvn og ro"),
    ("søv", "Søvn og ro"),
    ("barnesøvn", "Søvn og ro"),
    ("mit barn sover ikke", "Søvn og ro"),
    ("Fars Legestue", "Fars Legestue"),
    ("legestue", "Fars Legestue"),
    ("faedre", "Fars Legestue"),
    ("tryghdscirklen", "Tryghedscirklen"),
    ("tryghed", "Tryghedscirklen"),
    ("jordmoder", "Jordemoder i Solsikken"),
    ("fødselsforberedelse", "Klar til fødsel"),
    ("fodsel", "Klar til fødsel"),
    ("økonomi", "Penge og papirer"),
    ("okonomi", "Penge og papirer"),
    ("gæld", "Penge og papirer"),
    ("skilsmissen", "Når vi bor hver for sig"),
    ("præmatur", "Født for tidligt"),
    ("parterapi", "Samtaler for par"),
    ("babycafe", "Babycafé på biblioteket"),
    ("anonym", "Åben anonym rådgivning"),
    ("parkering", "Find os"),
    ("vold", "Vold i familien"),
    ("flyer", "Flyers og plakater"),
]

# What is typed, and what is among the rest.
AMONG = [
    ("amning", "Barselscafé"),
    ("ammevejledning", "Barselscafé"),
    ("søvn", "Når natten er lang"),
    ("far", "Til dig, der er far"),
    ("vold", "Lev Uden Vold"),
    ("tolk", "Åben anonym rådgivning"),
    ("ked af det efter fødslen", "Når det er svært"),
]


@pytest.mark.browser
def test_searching_forgives(search: Page):
    """Slips, joined words, other forms, and keyboards without æ, ø and å."""
    found = {text: find(search, text) for text, _ in (*FIRST, *AMONG)}
    wrong = [f"{t}: {found[t]}, not {title}" for t, title in FIRST if found[t][:1] != [title]]
    wrong += [f"{t}: {found[t]}, no {title}" for t, title in AMONG if title not in found[t]]
    assert wrong == []


@pytest.mark.browser
def test_a_result_says_what_it_is_and_leads_there(search: Page, address: str):
    """Its number is told; an offer says when it is next on."""
    find(search, "barselscafé")
    expect(search.get_by_role("status")).to_have_text("1 resultat")
    hit = search.locator(".search-box__hit").first
    # The meeting on the 24th is cancelled.
    expect(hit).to_contain_text("Tilbud, næste gang tirsdag 1. december")
    hit.get_by_role("link").click()
    search.wait_for_url(f"{address}/eksempel/tilbud/barselscafe/")


@pytest.mark.browser
def test_where_nothing_is_found_there_is_a_way_on(search: Page):
    """Another word, a call to the house, help, or everything there is."""
    assert find(search, "qqxyzzy") == []
    expect(search.get_by_role("status")).to_have_text("Ingen resultater")
    main = search.locator("main")
    for name in ("Ring 00", "Ring 112", "Se alle 15 tilbud", "Få hjælp"):
        expect(main.get_by_role("link", name=name).first).to_be_visible()
    assert axe_violations(search) == []


@pytest.mark.browser
def test_in_another_language_what_is_danish_says_so(page: Page, address: str):
    """WCAG 2.2, 3.1.2: a screen reader changes its voice."""
    page.goto(f"{address}/eksempel/en/soeg/")
    assert find(page, "advice")[0] == "Open anonymous advice"
    find(page, "Vær med som frivillig")
    expect(page.locator(".search-box__hit a", has_text="Vær med som frivillig")).to_have_attribute(
        "lang", "da"
    )


# What it costs, and what it asks


@pytest.mark.browser
@pytest.mark.parametrize(
    ("path", "query", "files"),
    [
        ("", "søvn", {"ord.json"}),
        ("", "сон", {"ord.json", "ord-uk.json"}),
        ("uk/", "сон", {"ord-uk.json"}),
        ("ar/", "نوم", {"ord-ar.json"}),
        ("ar/", "112", {"ord.json", "ord-ar.json"}),
    ],
)
def test_only_words_of_the_letters_that_are_typed_are_fetched(
    page: Page, address: str, path: str, query: str, files: set[str]
):
    """The letters of the page are at hand before one types."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/eksempel/{path}soeg/")
    find(page, query)
    assert {url.split("/")[-1].split("?")[0] for url in asked if "/ord" in url} == files


@pytest.mark.browser
def test_a_whole_sentence_is_followed_by_numbers_to_ring(search: Page):
    """A need that no list of words foresaw; one word is looked up and no more."""
    find(search, "han er bare så underlig for tiden, og jeg sover ikke")
    expect(search.locator("main").get_by_role("link", name="Ring 1888")).to_be_visible()
    expect(search.locator(".search-box__hit").first).to_be_visible()
    find(search, "søvn")
    expect(search.locator("main").get_by_role("link", name="Ring 1888")).to_be_hidden()


@pytest.mark.browser
def test_nothing_is_fetched_before_the_field_is_used(page: Page, address: str):
    """And only from the house itself; once is enough."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/{SEARCH}")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "indeks" in url]
    find(page, "søvn")
    find(page, "mad")
    fetched = [url for url in asked if "indeks" in url]
    assert len(fetched) == 1
    assert [url for url in asked if not url.startswith(address)] == []


@pytest.mark.browser
def test_the_policy_of_the_page_lets_it_search(browser: Browser, address: str):
    """No inline code and no eval: the page's own policy holds here."""
    with browser.new_context() as context:
        page = context.new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(f"{address}/{SEARCH}")
        assert find(page, "søvn")
        assert said == []


@pytest.mark.browser
def test_without_a_network_it_says_so(search: Page):
    """And tries again with the next letter."""
    search.route("**/indeks.json*", lambda route: route.abort())
    field = search.get_by_role("searchbox")
    field.fill("søvn")
    expect(search.get_by_role("status")).to_contain_text("virker ikke lige nu")
    search.unroute("**/indeks.json*")
    field.fill("søvn ")
    expect(search.get_by_role("status")).to_contain_text("resultater")


# By keyboard, and in the address bar


@pytest.mark.browser
def test_from_the_header_one_can_write_at_once(page: Page, address: str):
    """The field has focus, and its label is to be seen."""
    page.set_viewport_size(PHONE)
    page.goto(f"{address}/eksempel/tilbud/")
    page.locator("header").get_by_role("link", name="Søg").click()
    expect(page.get_by_role("searchbox")).to_be_focused()
    expect(page.get_by_text("Hvad leder du efter?")).to_be_in_viewport()


@pytest.mark.browser
def test_by_keyboard_from_a_word_to_the_page(search: Page, address: str):
    """Enter leads to the best result, Enter opens it; Tab goes to the next; Escape clears."""
    field = search.get_by_role("searchbox")
    field.focus()
    search.keyboard.type("fars legestue")
    search.keyboard.press("Enter")
    expect(search.get_by_role("link", name="Fars Legestue")).to_be_focused()
    search.keyboard.press("Shift+Tab")
    expect(search.get_by_role("button", name="Søg")).to_be_focused()
    search.keyboard.press("Shift+Tab")
    expect(field).to_be_focused()
    search.keyboard.press("Escape")
    expect(field).to_have_value("")
    expect(search.get_by_role("status")).to_be_empty()
    expect(search.locator(".search-box__hit")).to_have_count(0)
    search.keyboard.type("søvn")
    search.keyboard.press("Enter")
    search.keyboard.press("Enter")
    search.wait_for_url(f"{address}/eksempel/tilbud/soevn-og-ro/")


@pytest.mark.browser
def test_a_search_can_be_shared_and_come_back_to(page: Page, address: str):
    """It stands in the address bar."""
    page.goto(f"{address}/{SEARCH}?q=s%C3%B8vn")
    expect(page.get_by_role("searchbox")).to_have_value("søvn")
    page.get_by_role("link", name="Søvn og ro").click()
    page.go_back()
    expect(page.get_by_role("link", name="Søvn og ro")).to_be_visible()


@pytest.mark.browser
@phone_and_laptop
@pytest.mark.parametrize("query", ["", "?q=far"])
def test_axe_finds_nothing_and_everything_is_reached_by_keyboard(
    page: Page, address: str, window: dict[str, int], query: str
):
    """Before and after, in the light, in the dark and in forced colours."""
    page.set_viewport_size(window)
    page.goto(f"{address}/{SEARCH}{query}")
    expect(page.locator(".search-box__hit").first).to_be_visible(visible=bool(query))
    for media in ({"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"}):
        page.emulate_media(**media)
        assert axe_violations(page) == [], media
    assert sideways_scroll(page) == 0
    assert tab_walk(page) == []


# Without scripts


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    with browser.new_context(java_script_enabled=False, viewport=PHONE) as context:
        yield context.new_page()


@pytest.mark.browser
def test_without_scripts_there_is_a_way_to_everything_and_no_field(plain: Page, address: str):
    """A field that does nothing would be worse than none."""
    plain.goto(f"{address}/{SEARCH}")
    expect(plain.get_by_role("searchbox")).to_be_hidden()
    plain.get_by_role("link", name="Se alle 15 tilbud").click()
    assert plain.url == f"{address}/eksempel/tilbud/"
