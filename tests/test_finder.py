"""Finding the right offer: by links without scripts, at once with them, or through a question."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from accessibility import (
    axe_in_the_light_and_in_the_dark,
    axe_violations,
    sideways_scroll,
    tab_walk,
)
from building import SLUGS
from html_tree import Element, leads_on
from playwright.sync_api import Browser, Page, expect
from weight import weight

from site_generator.read.source import parse_document
from site_generator.records.validate import validate
from site_generator.schema.choices import Topic
from site_generator.schema.offers import Offer
from site_generator.views.offers.facets import FACETS, TOPIC_SLUGS, fitting
from site_generator.views.offers.needs import NEEDS

pytest_plugins = "built_site"

PHONE = {"width": 375, "height": 667}
LAPTOP = {"width": 1280, "height": 800}
phone_and_laptop = pytest.mark.parametrize("window", [PHONE, LAPTOP], ids=["phone", "laptop"])

OFFERS = "eksempel/tilbud/"
FINDER_PAGES = (
    OFFERS,
    f"{OFFERS}for/far/",
    f"{OFFERS}for/soevn/",
    "eksempel/hvad-fylder/",
    "eksempel/hvad-fylder/baby/",
    "eksempel/hvad-fylder/baby/soevn/",
    "eksempel/hvad-fylder/ved-ikke/",
)


# What fits whom


def offer(**fields: object) -> Offer:
    """An offer as an author writes it, with what every offer must have."""
    given = {"id": "a", "title": "A", "summary": "A.", "topics": "[advice]", "access": "open"}
    text = "".join(f"{name}: {value}\n" for name, value in (given | fields).items())
    record, problems = validate(Offer, parse_document(text, "offers.yml").block)
    assert record is not None, problems
    return record


FITS = [
    ({"maximum_age": "12 måneder"}, {"0-1-aar"}, {"1-3-aar", "3-6-aar", "gravid"}),
    ({"minimum_age": "3 år"}, {"3-6-aar"}, {"0-1-aar", "1-3-aar"}),
    ({"minimum_age": "4 måneder", "maximum_age": "2 år"}, {"0-1-aar", "1-3-aar"}, {"3-6-aar"}),
    ({}, {"0-1-aar", "1-3-aar", "3-6-aar"}, {"gravid"}),
    # Nobody with a child of four looks for help with breastfeeding.
    ({"topics": "[breastfeeding]"}, {"0-1-aar", "amning"}, {"1-3-aar", "3-6-aar"}),
    # A birth class is over once the child is there.
    (
        {"topics": "[pregnancy]", "audience": "[expecting, first_time_parents]"},
        {"gravid", "far", "mor"},
        {"0-1-aar"},
    ),
    ({"audience": "[fathers]"}, {"far"}, {"mor", "partner", "alene", "ung"}),
    ({"audience": "[parents]"}, {"far", "mor", "partner", "alene", "ung"}, {"gravid"}),
    ({"audience": "[partners, expecting]"}, {"far", "partner", "gravid"}, {"0-1-aar"}),
    ({"audience": "[young_people]"}, {"ung"}, {"mor", "far"}),
    ({"access": "referral"}, {"henvisning"}, {"bare-kom"}),
    ({"topics": "[network, baby]"}, {"0-1-aar"}, {"1-3-aar", "3-6-aar"}),
    ({"topics": "[development, baby]"}, {"0-1-aar"}, {"3-6-aar"}),
    ({"topics": "[advice, baby]"}, {"0-1-aar", "3-6-aar"}, {"gravid"}),
    (
        {"topics": "[pregnancy, network]", "audience": "[expecting, young_parents]"},
        {"gravid", "ung"},
        {"3-6-aar"},
    ),
    ({"topics": "[sleep, crying]"}, {"soevn", "graad"}, {"mad"}),
]


@pytest.mark.parametrize(("fields", "fits", "fits_not"), FITS)
def test_an_offer_fits_those_whom_it_is_for(
    fields: dict[str, str], fits: set[str], fits_not: set[str]
):
    """By ages, groups, topics and the way in, as its authors have written them."""
    found = set(fitting(offer(**fields)).split())
    assert fits <= found
    assert found & fits_not == set()


def test_every_choice_has_an_address_of_its_own():
    """They stand side by side in one folder: tilbud/for/."""
    slugs = [value.slug for facet in FACETS for value in facet.values]
    assert len(slugs) == len(set(slugs))
    assert all(re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", slug) for slug in slugs)


def test_every_topic_can_be_found():
    """In the finder, and through a need in the guided path."""
    assert set(TOPIC_SLUGS) == set(Topic)
    assert {topic for need in NEEDS for topic in need.topics} == set(Topic)


# Without scripts


def test_every_choice_leads_to_as_many_offers_as_it_says(pages: dict[str, Element]):
    """In all houses: what is offered is there, and what is not there is not offered."""
    wrong = []
    for slug in SLUGS:
        start = pages.get(f"{slug}/tilbud/index.html")
        for link in links(start) if start else ():
            page = pages[slug + link["href"].removeprefix("..") + "index.html"]
            said = int(re.search(r"\((\d+)\)$", link.text)[1])
            found = len([e for e in page.all("li") if e["data-fits"]])
            if said != found or not found:
                wrong.append(f"{slug} {link['href']}: {said} said, {found} found")
    assert wrong == []


def links(page: Element) -> list[Element]:
    return [link for link in page.all("a") if link["data-choice"]]


def test_few_offers_need_no_finder(pages: dict[str, Element]):
    """Two offers are read sooner than four questions."""
    assert links(pages["skive/tilbud/index.html"]) == []
    assert "skive/hvad-fylder/index.html" not in pages
    assert not [page for page in pages if page.startswith("skive/tilbud/for/")]


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A page in a browser that runs no scripts."""
    with browser.new_context(java_script_enabled=False, viewport=PHONE) as context:
        yield context.new_page()


@pytest.mark.browser
def test_without_scripts_a_choice_is_a_page(plain: Page, address: str):
    """What is made for fathers stands first; the way back to everything is there."""
    plain.goto(f"{address}/{OFFERS}")
    plain.get_by_text("Hvem", exact=True).click()
    plain.get_by_role("link", name=re.compile(r"^Far \(")).click()
    assert plain.url == f"{address}/{OFFERS}for/far/"
    expect(plain.get_by_role("heading", level=1)).to_have_text("Til dig, der er far")
    expect(plain.locator("main h3").first).to_have_text("Fars Legestue")
    plain.get_by_role("link", name="Se alle 15 tilbud").click()
    assert plain.url == f"{address}/{OFFERS}"


@pytest.mark.browser
def test_the_filters_leave_room_for_an_offer_on_the_first_screen(plain: Page, address: str):
    """Whoever only wants to look need not scroll past a form."""
    plain.goto(f"{address}/{OFFERS}")
    expect(plain.locator("main h3").first).to_be_in_viewport()


# With scripts


@pytest.fixture
def finder(page: Page, address: str) -> Page:
    page.set_viewport_size(PHONE)
    page.goto(f"{address}/{OFFERS}")
    return page


def choose(page: Page, question: str, answer: str) -> None:
    page.locator("summary", has_text=question).click()
    page.get_by_role("link", name=re.compile(rf"^{answer} \(")).click()


def seen(page: Page) -> list[str]:
    return page.locator("main h3:visible").all_inner_texts()


@pytest.mark.browser
def test_choices_are_combined_at_once_and_stand_in_the_address(finder: Page, address: str):
    """No page is loaded; focus stays where it was; the number is told."""
    finder.evaluate("window.stayed = true")
    choose(finder, "Hvem", "Far")
    assert finder.url == f"{address}/{OFFERS}?for=far"
    assert seen(finder)[0] == "Fars Legestue"
    choose(finder, "Emne", "Skilsmisse og brud")
    assert finder.url == f"{address}/{OFFERS}?for=far&om=brud"
    assert seen(finder) == ["Samtaler for par", "Når vi bor hver for sig"]
    expect(finder.get_by_role("status")).to_have_text("2 tilbud")
    expect(finder.locator("summary", has_text="Emne")).to_be_focused()
    assert finder.evaluate("window.stayed")


@pytest.mark.browser
def test_the_back_button_takes_back_one_choice(finder: Page, address: str):
    """And the forward button gives it again."""
    everything = seen(finder)
    choose(finder, "Emne", "Søvn")
    assert seen(finder) == ["Søvn og ro"]
    finder.go_back()
    assert finder.url == f"{address}/{OFFERS}"
    assert seen(finder) == everything
    finder.go_forward()
    assert seen(finder) == ["Søvn og ro"]


@pytest.mark.browser
def test_an_address_that_was_shared_shows_the_same(page: Page, address: str):
    """What is not known in it, is left out."""
    page.goto(f"{address}/{OFFERS}?om=soevn&for=far&alder=kvadrat&utm=x")
    assert seen(page) == ["Søvn og ro"]
    expect(page.get_by_role("status")).to_have_text("1 tilbud")
    page.locator("summary", has_text="Emne").click()
    expect(page.get_by_role("link", name=re.compile(r"^Søvn \("))).to_have_attribute(
        "aria-current", "true"
    )


@pytest.mark.browser
def test_a_choice_is_taken_away_by_a_tap(page: Page, address: str):
    """By itself, or all at once."""
    page.goto(f"{address}/{OFFERS}?for=far&om=soevn")
    page.get_by_role("link", name="Fjern valget Søvn").click()
    assert page.url == f"{address}/{OFFERS}?for=far"
    page.get_by_role("link", name="Se alle 15 tilbud").click()
    assert page.url == f"{address}/{OFFERS}"
    expect(page.get_by_role("status")).to_have_text("15 tilbud")
    expect(page.locator(".offer-finder__chosen")).to_be_hidden()


@pytest.mark.browser
def test_a_choice_that_is_made_again_is_taken_back(finder: Page, address: str):
    """Of one question one answer counts: the last."""
    choose(finder, "Alder", "Under 1 år")
    choose(finder, "Alder", "Jeg venter barn")
    assert finder.url == f"{address}/{OFFERS}?alder=gravid"
    choose(finder, "Alder", "Jeg venter barn")
    assert finder.url == f"{address}/{OFFERS}"


@pytest.mark.browser
@phone_and_laptop
def test_where_nothing_fits_there_is_a_way_on(page: Page, address: str, window: dict[str, int]):
    """Take a choice away, see everything, be helped, call the house, call for help."""
    page.set_viewport_size(window)
    page.goto(f"{address}/{OFFERS}?for=far&om=brud&adgang=bare-kom")
    expect(page.get_by_role("status")).to_have_text("Ingen tilbud")
    assert seen(page) == []
    main = page.locator("main")
    for name in ("Fjern valget Far", "Se alle 15 tilbud", "Få hjælp", "Ring 00", "Ring 112"):
        expect(main.get_by_role("link", name=name).first).to_be_visible()
    assert axe_violations(page) == []


@pytest.mark.browser
def test_the_counts_follow_the_choices(finder: Page):
    """A number says what one gets together with what is chosen already."""
    choose(finder, "Emne", "Søvn")
    finder.locator("summary", has_text="Adgang").click()
    ways = finder.locator("[data-question=adgang] a").all_inner_texts()
    assert "Tilmeld dig selv\n(1)" in ways
    assert "Kom uden henvisning\n(0)" in ways


@pytest.mark.browser
def test_from_the_page_of_a_choice_one_goes_on_to_two(page: Page, address: str):
    """The pages that search engines know are a beginning too."""
    page.goto(f"{address}/{OFFERS}for/far/")
    choose(page, "Emne", "Søvn")
    page.wait_for_url(f"{address}/{OFFERS}?for=far&om=soevn")
    assert seen(page) == ["Søvn og ro"]


@pytest.mark.browser
def test_by_keyboard_a_door_opens_closes_and_lets_choose(finder: Page, address: str):
    """Enter opens, Tab goes through the answers, Escape closes; one door at a time."""
    finder.locator("summary", has_text="Hvem").focus()
    finder.keyboard.press("Enter")
    finder.keyboard.press("Tab")
    expect(finder.get_by_role("link", name=re.compile("^Far "))).to_be_focused()
    finder.keyboard.press("Escape")
    expect(finder.locator("summary", has_text="Hvem")).to_be_focused()
    expect(finder.get_by_role("link", name=re.compile("^Far "))).to_be_hidden()
    finder.keyboard.press("Enter")
    finder.keyboard.press("Tab")
    finder.keyboard.press("Enter")
    assert finder.url == f"{address}/{OFFERS}?for=far"


@pytest.mark.browser
def test_nothing_jumps_when_the_script_has_run(browser: Browser, address: str):
    """What is to be hidden or shown later takes the place that it had before."""
    boxes = []
    for scripts in (True, False):
        with browser.new_context(java_script_enabled=scripts, viewport=PHONE) as context:
            page = context.new_page()
            page.goto(f"{address}/{OFFERS}")
            boxes.append(page.locator("main h3").first.bounding_box())
    assert boxes[0] == boxes[1]


@pytest.mark.browser
@phone_and_laptop
@pytest.mark.parametrize("question", ["Alder", "Hvem", "Emne", "Adgang"])
def test_an_open_door_is_within_the_page(
    page: Page, address: str, window: dict[str, int], question: str
):
    """Also in a narrow window, from right to left and in forced colours; large enough to hit."""
    page.set_viewport_size(window)
    page.goto(f"{address}/{OFFERS}")
    page.locator("summary", has_text=question).click()
    for width in (window["width"], 320):
        page.set_viewport_size({"width": width, "height": 600})
        for direction in ("ltr", "rtl"):
            page.evaluate("direction => document.documentElement.dir = direction", direction)
            assert sideways_scroll(page) == 0
            panel = page.locator("details[open] > div").bounding_box()
            assert panel["x"] >= 0
            assert panel["x"] + panel["width"] <= width
    page.evaluate("document.documentElement.removeAttribute('dir')")
    for media in ({"color_scheme": "dark"}, {"forced_colors": "active"}):
        page.emulate_media(**media)
        assert axe_violations(page) == []
    heights = page.locator("main details[open] a, main summary").evaluate_all(
        "all => all.map((e) => e.getBoundingClientRect().height)"
    )
    assert min(heights) >= 44


# The guided path


def test_no_answer_leads_to_nothing(pages: dict[str, Element]):
    """In all houses: one to four offers, something to do now, at most two questions. About violence
    there are numbers and an article, also where no offer is about it."""
    wrong = []
    for address, page in pages.items():
        if "/hvad-fylder/" not in address or "ved-ikke" in address or leads_on(page):
            continue
        cards = [e for e in page.all("article") if "offer-card" in e["class"]]
        answers = [e for e in page.all("ul") if "need-list" in e["class"]]
        led = {a["href"] for a in page.first("main").all("a")}
        reading = [e for e in page.all("section") if e["aria-labelledby"] == "laes"]
        if "/vold/" in address and not cards:
            if not {"tel:1888", "../../viden/vold-i-familien/"} <= led:
                wrong.append(f"{address}: neither numbers nor the article")
        elif bool(cards or reading) == bool(answers) or len(cards) > 4:
            wrong.append(f"{address}: {len(cards)} offers, {len(answers)} lists of answers")
        if not answers and not any("action" in e["class"].split() for e in page.all("a")):
            wrong.append(f"{address}: nothing to do")
    assert wrong == []


def test_the_path_has_few_pages(pages: dict[str, Element]):
    """At most two answers deep, and fewer pages than the needs and topics could give."""
    for slug in SLUGS:
        path = [page for page in pages if page.startswith(f"{slug}/hvad-fylder/")]
        assert len(path) <= 2 + len(NEEDS) + len(Topic), slug
        assert all(page.count("/") <= 4 for page in path)


@pytest.mark.browser
def test_without_scripts_the_path_leads_from_the_front_page_to_an_offer(plain: Page, address: str):
    """Two answers; back again to the question; «det ved jeg ikke» leads to people."""
    plain.goto(f"{address}/eksempel/")
    plain.locator("main").get_by_role("link", name="Jeg har en baby").click()
    plain.get_by_role("link", name=re.compile("^Søvn")).click()
    assert plain.url == f"{address}/eksempel/hvad-fylder/baby/soevn/"
    expect(plain.get_by_role("heading", level=1)).to_have_text("Det her kan hjælpe dig")
    assert seen_cards(plain) == ["Søvn og ro"]
    expect(plain.locator("main a[href^='tel:']").first).to_be_visible()
    plain.get_by_role("navigation", name="Du er her").get_by_role("link").click()
    expect(plain.get_by_role("heading", level=1)).to_have_text("Hvad handler det om?")
    plain.get_by_role("link", name="Det ved jeg ikke").click()
    assert "Åben anonym rådgivning" in seen_cards(plain)
    expect(plain.locator("main a[href='tel:112']")).to_be_visible()


def seen_cards(page: Page) -> list[str]:
    return page.locator("main article h2").all_inner_texts()


@pytest.mark.browser
def test_the_list_of_offers_leads_to_the_path(plain: Page, address: str):
    """For those whom four questions at once are too many."""
    plain.goto(f"{address}/{OFFERS}")
    plain.get_by_role("link", name=re.compile("^Usikker")).click()
    expect(plain.get_by_role("heading", level=1)).to_have_text("Hvad fylder mest lige nu?")


# All of them


@pytest.mark.browser
@phone_and_laptop
@pytest.mark.parametrize("path", FINDER_PAGES)
def test_axe_finds_nothing_and_everything_is_reached_by_keyboard(
    page: Page, address: str, path: str, window: dict[str, int]
):
    """WCAG 2.2 AA and best practice, in the light and in the dark."""
    page.set_viewport_size(window)
    page.goto(f"{address}/{path}")
    assert axe_in_the_light_and_in_the_dark(page) == []
    assert sideways_scroll(page) == 0
    assert tab_walk(page) == []


def test_no_page_to_find_offers_is_heavy(site: Path):
    """DESIGN, section 8."""
    weights = [weight(site / path / "index.html", site) for path in FINDER_PAGES]
    assert [fault for each in weights for fault in each.faults] == []
