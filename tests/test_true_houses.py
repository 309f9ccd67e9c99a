"""What stands on the pages of real municipalities is what their sources say (cases/true)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from building import ROOT, opened_house
from html_tree import Element

from site_generator.told.promises import promises
from site_generator.views.flyers.announcements import announcements

pytestmark = pytest.mark.content
pytest_plugins = "real_site"

CASES = yaml.safe_load((Path(__file__).parent / "cases/true/real_houses.yml").read_text("utf-8"))
HOUSES = sorted(CASES["way_in"])
PROMISES = {
    "all": {"Du behøver ikke en henvisning"},
    "some": {"Kom til de åbne tilbud uden henvisning"},
    "none": set[str](),
}
BADGES = {"all": {"Ingen henvisning"}, "some": {"Noget er åbent for alle"}, "none": set[str]()}
ANONYMOUS = "uden at sige, hvem du er"
DUTY = "skal vi sige det til kommunen"


def of(real_pages: dict[str, Element], house: str) -> dict[str, str]:
    return {
        name: " ".join(page.text.split())
        for name, page in real_pages.items()
        if name.startswith(f"{house}/")
    }


def test_every_real_house_is_held():
    every = {file.parent.name for file in ROOT.glob("municipalities/*/site.yml")}
    assert every - {"eksempel"} == set(HOUSES)


@pytest.mark.parametrize("house", HOUSES)
def test_nothing_stands_there_that_no_source_carries(real_pages: dict[str, Element], house: str):
    own: dict[str, Any] = CASES["houses"].get(house, {})
    wrong = [*CASES["nowhere"], *own.get("never", ())]
    found = [
        (name, sentence)
        for name, text in of(real_pages, house).items()
        for sentence in wrong
        if sentence.casefold() in text.casefold()
    ]
    assert found == []


@pytest.mark.parametrize("house", HOUSES)
def test_what_the_source_says_is_told(real_pages: dict[str, Element], house: str):
    everything = " ".join(of(real_pages, house).values())
    own: dict[str, Any] = CASES["houses"].get(house, {})
    assert [fact for fact in own.get("says", ()) if fact not in everything] == []


@pytest.mark.parametrize("house", HOUSES)
def test_no_referral_is_promised_only_where_the_source_carries_it(
    real_pages: dict[str, Element], house: str
):
    front = of(real_pages, house)[f"{house}/index.html"]
    way_in = CASES["way_in"][house]
    every = set.union(*PROMISES.values())
    assert {promise for promise in every if promise in front} == PROMISES[way_in]


def house_of(card: Element) -> str:
    """The house that a card on the page of all houses leads to."""
    (house,) = {link["href"].rstrip("/") for link in card.all("a")} & {*HOUSES, "eksempel"}
    return house


def test_the_page_of_all_houses_promises_no_more(real_pages: dict[str, Element]):
    houses = {house_of(card): card for card in real_pages["index.html"].all("article")}
    assert houses.keys() - {"eksempel"} == set(HOUSES)
    for house in HOUSES:
        card = houses[house]
        told = {badge for badge in set.union(*BADGES.values()) if badge in card.text}
        assert told == BADGES[CASES["way_in"][house]], house
        assert "Børn op til" in card.text


@pytest.mark.parametrize("house", HOUSES)
def test_every_offer_says_where_its_facts_stand(real_pages: dict[str, Element], house: str):
    for file in (ROOT / "municipalities" / house).glob("offers.yml"):
        for offer in yaml.safe_load(file.read_text("utf-8"))["offers"]:
            text = of(real_pages, house)[f"{house}/tilbud/{offer['id']}/index.html"]
            assert "Hvor oplysningerne kommer fra" in text, offer["id"]
            assert "(Social- og Boligstyrelsen, 20" in text, offer["id"]
            if offer.get("anonymous") is True or offer.get("anonymous") == "ja":
                assert "pligt til at sige det til kommunen" in text, offer["id"]


@pytest.mark.parametrize("slug", HOUSES)
def test_who_is_promised_anonymity_is_told_of_the_duty_to_report(
    real_pages: dict[str, Element], slug: str
):
    """On the front page and on paper, which take the same promises, and in what is posted."""
    house = opened_house(ROOT, slug)
    posts = [" ".join(sum(post.paragraphs, ())) for post in announcements(house)]
    promised = [text for text in (*promises(house), *posts) if f"Du kan få råd {ANONYMOUS}" in text]
    assert bool(promised) == any(offer.anonymous for offer in house.municipality.offers)
    assert [text for text in promised if DUTY not in text] == []
    front = of(real_pages, slug)[f"{slug}/index.html"]
    assert ("pligt til at sige det til kommunen" in front) == bool(promised)


@pytest.mark.parametrize("house", HOUSES)
def test_a_demonstration_says_when_its_facts_were_gathered(
    real_pages: dict[str, Element], house: str
):
    assert "indsamlet i foråret 2024" in of(real_pages, house)[f"{house}/index.html"]
