"""Twelve kinds of families look for help on a telephone: what they press, where they end, and
whether they can act there. The walks are data: `cases/families/`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from html_tree import Element
from playwright.sync_api import Browser, Page, expect

from site_generator.read.source import parse_document
from site_generator.records.validate import validate
from site_generator.schema.choices import Audience
from site_generator.schema.offers import Offer
from site_generator.views.offers.answers import only_for

pytest_plugins = ("built_site", "real_site")

FAMILIES = yaml.safe_load((Path(__file__).parent / "cases/families/families.yml").read_text())
WALKS = [
    pytest.param(house, walk, family.get("writes", False), id=f"{house}: {family['family']}")
    for family in FAMILIES
    for house, walk in family["walks"].items()
]


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """Without scripts: what is found then is found by everybody."""
    size = {"width": 375, "height": 667}
    with browser.new_context(java_script_enabled=False, viewport=size) as context:
        yield context.new_page()


@pytest.mark.browser
@pytest.mark.content
@pytest.mark.parametrize(("house", "walk", "writes"), WALKS)
def test_a_family_finds_something_and_can_act(
    phone: Page, real_address: str, house: str, walk: dict[str, Any], writes: bool
):
    phone.goto(f"{real_address}/{house}/")
    for step in walk["steps"]:
        pattern = re.compile(rf"^\s*{re.escape(step)}(\s+\d+ \S+)?\s*$")
        phone.locator("main").get_by_role("link", name=pattern).first.click()
    main = phone.locator("main")
    text = main.inner_text()
    assert [found for found in walk["finds"] if found in text], text
    headings = main.get_by_role("article").get_by_role("heading").all_inner_texts()
    assert not set(headings) & set(walk.get("never", ()))
    assert headings[:1] != walk.get("first")
    links = main.get_by_role("link").evaluate_all("all => all.map((a) => a.href)")
    acts = [link for link in links if can_act(link, real_address)]
    assert acts
    if writes:
        assert [link for link in acts if not link.startswith("tel:")]
    expect(phone.get_by_role("heading", level=1)).to_have_count(1)


def can_act(link: str, address: str) -> bool:
    """Whether it leads to people: a number, a letter, a page of others than ourselves."""
    return link.startswith(("tel:", "mailto:", "https:")) and not link.startswith(address)


def offer(**fields: str) -> Offer:
    given = {"id": "a", "title": "A", "summary": "A.", "topics": "[advice]", "access": "open"}
    text = "".join(f"{name}: {value}\n" for name, value in (given | fields).items())
    record, problems = validate(Offer, parse_document(text, "offers.yml").block)
    assert record is not None, problems
    return record


@pytest.mark.parametrize(
    ("audience", "groups"),
    [
        ("[parents]", set()),
        ("[fathers]", {Audience.FATHERS}),
        ("[mothers, fathers]", set()),
        ("[parents, fathers]", set()),
        ("[expecting, partners]", set()),
        ("[partners]", {Audience.PARTNERS}),
        ("[expecting, young_parents]", {Audience.YOUNG_PARENTS}),
        ("[mothers, partners]", {Audience.MOTHERS, Audience.PARTNERS}),
        ("[young_people]", {Audience.YOUNG_PEOPLE}),
        ("[first_time_parents]", set()),
    ],
)
def test_what_is_only_for_some_is_known_by_its_audience(audience: str, groups: set[Audience]):
    assert set(only_for(offer(audience=audience))) == groups


def actions(page: Element) -> list[str]:
    return [a["href"] for a in page.all("a") if "action" in a["class"].split()]


def test_every_offer_article_and_lost_page_leads_to_people(pages: dict[str, Element]):
    """In all houses, whether or not they have told us a number."""
    kinds = re.compile(r"^[\w-]+/(tilbud/(?!for/)[\w-]+|viden/[\w-]+|hvad-fylder/.+)/index.html$")
    wrong = [
        address
        for address, page in pages.items()
        if (kinds.match(address) or re.match(r"^[\w-]+/404.html$", address))
        and not [e for e in page.all("ul") if "need-list" in e["class"]]
        and "kort-" not in address
        and not actions(page)
        and "Flyttet" not in page.first("title").text
    ]
    assert wrong == []


def test_every_offer_can_be_reached_in_writing(pages: dict[str, Element]):
    """Where the house has any way to write: not everybody can hear, or dares to call."""
    offers = [
        (address, page)
        for address, page in pages.items()
        if re.match(r"^eksempel/tilbud/(?!for/)[\w-]+/index.html$", address)
        and "Flyttet" not in page.first("title").text
    ]
    assert len(offers) > 10
    wrong = [a for a, page in offers if not [h for h in actions(page) if not h.startswith("tel:")]]
    assert wrong == []


def test_only_what_is_booked_has_a_time_to_book(pages: dict[str, Element]):
    """Talks for couples are; a playroom, an open hour or a referral is not."""
    booked = [
        address.split("/")[2]
        for address, page in pages.items()
        if re.match(r"^eksempel/tilbud/(?!for/)[\w-]+/index.html$", address)
        and [a for a in page.all("a") if a.text.strip() == "Book en tid"]
    ]
    assert booked == ["parsamtaler"]


def test_a_paused_offer_invites_nobody(pages: dict[str, Element]):
    """It stands last on the list, no question has it as an answer, its page says whom to ask."""
    listed = [e.text.strip() for e in pages["eksempel/tilbud/index.html"].all("h3")]
    assert listed[-1] == "Født for tidligt"
    paused = pages["eksempel/tilbud/foedt-for-tidligt/index.html"]
    assert "Du kan bare komme" not in paused.text
    assert actions(paused)[0].startswith("tel:")
    for address, page in pages.items():
        if address.startswith("eksempel/hvad-fylder/"):
            cards = [e.text.strip() for e in page.all("h2") if e["id"].startswith("kort-")]
            assert "Født for tidligt" not in cards, address


def test_for_fathers_what_is_theirs_is_counted_and_the_rest_is_said_to_be_for_all(
    pages: dict[str, Element],
):
    page = pages["eksempel/tilbud/for/far/index.html"]
    counted = [e.text.strip() for e in page.all("li") if e["data-fits"]]
    assert len(counted) == 1
    (status,) = [e.text for e in page.all("p") if e["role"] == "status" and "tilbud" in e.text]
    assert re.fullmatch(r"1 tilbud og \d+ for alle", status)
    assert "For alle, også dig" in page.text


@pytest.mark.browser
@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("tilbud/?for=far&om=soevn", "en/tilbud/?for=far&om=soevn"),
        ("soeg/?q=hus", "en/soeg/?q=hus"),
        ("kalender/#abonner", "en/kalender/#abonner"),
    ],
)
def test_changing_language_keeps_choices_search_and_place(
    page: Page, address: str, here: str, there: str
):
    page.goto(f"{address}/eksempel/{here}")
    link = page.get_by_role("link", name="English")
    link.dispatch_event("click")
    page.wait_for_url(re.compile(r"/en/"))
    assert page.url.startswith(f"{address}/eksempel/{there}")


@pytest.mark.browser
def test_changing_language_far_down_the_page_stays_there(page: Page, address: str):
    """The header has been scrolled away; whoever comes by keyboard is still in the middle of it."""
    page.goto(f"{address}/eksempel/tilbud/")
    page.locator("#hverdag").scroll_into_view_if_needed()
    page.evaluate("document.querySelector('#hverdag').scrollIntoView()")
    page.get_by_role("link", name="English").dispatch_event("click")
    page.wait_for_url(re.compile("/en/tilbud/#"))
    expect(page.locator(page.url[page.url.index("#") :])).to_be_in_viewport()


def test_players_and_cards_are_named(pages: dict[str, Element]):
    """Whoever goes from player to player or card to card hears which is which."""
    named: list[str] = []
    for page in pages.values():
        ids = {e["id"] for e in page.all() if e["id"]}
        for card in page.all("article"):
            if "offer-card" in card["class"]:
                assert card["aria-labelledby"] in ids
        named += [player["aria-label"] for player in page.all("audio", "video")]
    assert named
    assert all("«" in name or "“" in name for name in named)
