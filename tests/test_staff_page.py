"""What those who work in a house read about its texts, and how anybody tells of a mistake."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from building import (
    PROJECT,
    REPOSITORY,
    SLUGS,
    build_site,
    copied_project,
    opened_house,
    replace_in,
)
from html_tree import Element, read_html

from site_generator.making.houses import Workshop, read_house
from site_generator.project import Order, Project
from site_generator.read.remembered import HouseHistory
from site_generator.told.house import House
from site_generator.views.pages import house_pages
from site_generator.views.staff.page import StaffView, staff_page
from site_generator.views.staff.todo import TodoList

TODAY = date(2026, 11, 22)


def lists_of(root: Path, slug: str, today: date = TODAY) -> dict[str, TodoList]:
    shop = Workshop(Order(Project(root), Path(), (), today))
    _, problems = read_house(shop, slug, HouseHistory())
    house = replace(opened_house(root, slug, today), repository=REPOSITORY)
    view = staff_page(house, problems).view
    assert isinstance(view, StaffView)
    return {one.id: one for one in view.lists}


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    return copied_project(tmp_path / "project", "eksempel")


def notes(found: TodoList) -> dict[str, str]:
    return {one.text: one.note for one in found.items}


def test_what_is_old_stands_first_and_says_so(copied: Path) -> None:
    offers = copied / "municipalities/eksempel/offers.yml"
    text = offers.read_text("utf-8")
    offers.write_text(text.replace("reviewed: 2026-11-22", "reviewed: 2025-11-21", 1), "utf-8")
    dated = [one for one in lists_of(copied, "eksempel")["set-efter"].items if "20" in one.note]
    assert (dated[0].text, dated[0].note) == (
        "Søvn og ro",
        "Set efter 21. november 2025. Se det efter nu.",
    )
    assert dated[1].note == "Set efter 22. november 2026."


@pytest.mark.parametrize("slug", SLUGS)
def test_every_line_leads_to_a_line_that_is_there(slug: str) -> None:
    items = [item for one in lists_of(PROJECT, slug).values() for item in one.items]
    assert items
    for item in items:
        file, _, line = item.href.removeprefix(f"{REPOSITORY}/blob/HEAD/").partition("#L")
        lines = (PROJECT / file).read_text("utf-8").splitlines()
        assert 0 < int(line) <= len(lines), item
        assert item.where.endswith(f", linje {line}")
        assert file.endswith(item.where.partition(",")[0])


def test_warnings_are_told_once_and_in_the_list_they_belong_to(copied: Path) -> None:
    site = copied / "municipalities/eksempel/site.yml"
    replace_in(site, "reviewed: 2026-11-22", "reviewed: 2024-01-01")
    found = lists_of(copied, "eksempel")
    assert found["mangler"].items == ()
    assert notes(found["set-efter"])["Husets navn, tekster og kontakt"].endswith("Se det efter nu.")
    warned = lists_of(PROJECT, "lolland")["mangler"]
    assert any("telefonnummer" in one.text for one in warned.items)


def test_what_is_not_translated_is_counted_for_each_file(copied: Path) -> None:
    before = lists_of(copied, "eksempel")["sprog"]
    (copied / "municipalities/eksempel/pages/foerste-gang.uk.md").unlink(missing_ok=True)
    offers = copied / "municipalities/eksempel/offers.yml"
    text = offers.read_text("utf-8")
    offers.write_text(text.replace("      uk: ", "      # uk: ", 1), "utf-8")
    after = lists_of(copied, "eksempel")["sprog"]
    assert "offers.yml på ukrainsk" not in notes(before)
    assert notes(after)["offers.yml på ukrainsk"].startswith("1 af ")
    assert "kun på dansk" in lists_of(PROJECT, "lolland")["sprog"].nothing


def test_hard_texts_come_by_their_lix(copied: Path) -> None:
    page = copied / "municipalities/eksempel/pages/vaer-med-som-frivillig.md"
    hard = "Kommunalbestyrelsens forebyggelsesforanstaltninger indbefatter familiebehandling. " * 30
    page.write_text(page.read_text("utf-8") + f"\n{hard}\n", "utf-8")
    (first, *_) = lists_of(copied, "eksempel")["lixtal"].items
    assert first.where.startswith("pages/vaer-med-som-frivillig.md")
    assert first.note.endswith(": svær.")
    assert lists_of(PROJECT, "eksempel")["lixtal"].items == ()


def test_seldom_filled_fields_are_those_of_a_third_or_fewer() -> None:
    found = notes(lists_of(PROJECT, "eksempel")["felter"])
    assert found["Tolk («interpretation»)"].startswith("Står ved 3 af 15 tilbud.")
    assert "Pris («cost»)" not in found


def test_no_page_of_the_house_takes_its_address(copied: Path) -> None:
    own = copied / "municipalities/eksempel/pages"
    (own / "personale.md").write_text("---\ntitle: Os\nsummary: Hej.\n---\n\nHej.\n", "utf-8")
    shop = Workshop(Order(Project(copied), Path(), (), TODAY))
    _, problems = read_house(shop, "eksempel", HouseHistory())
    told = [str(one) for one in problems if one.level == "error"]
    assert [one for one in told if "Adressen personale/ bruges allerede" in one] == told
    assert len(told) == 1


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two houses with the address of the site known."""
    site = tmp_path_factory.mktemp("staff") / "site"
    build_site(PROJECT, site, "eksempel", "lolland", base_url="https://familiehuse.example/")
    return site


def test_parents_are_not_led_to_it(built: Path) -> None:
    page = read_html((built / "eksempel/personale/index.html").read_text("utf-8"))
    assert [m["content"] for m in page.all("meta") if m["name"] == "robots"] == ["noindex"]
    for file in built.rglob("*"):
        if file.suffix in (".html", ".json", ".js", ".xml", ".txt"):
            own = file.match("personale/index.html")
            assert own or not re.search(r"""["'/]personale/""", file.read_text("utf-8")), file


def test_who_finds_a_mistake_writes_to_the_house(built: Path) -> None:
    page = read_html((built / "eksempel/find-os/index.html").read_text("utf-8"))
    (link,) = report(page)
    assert link.text == "Fundet en fejl? Skriv til huset"
    assert link["href"].endswith("?subject=https://familiehuse.example/eksempel/find-os/")


def report(page: Element) -> list[Element]:
    (foot,) = [one for one in page.all("footer") if "site-footer" in one["class"]]
    return [link for link in foot.all("a") if "Fundet en fejl" in link.text]


@pytest.mark.parametrize(
    ("contact", "href"),
    [
        ({"form": "https://a.example/x", "email": None}, "https://a.example/x"),
        ({"form": None, "email": None}, "tel:+4500000001"),
        ({"form": None, "email": None, "phone": None}, ""),
    ],
)
def test_by_form_or_by_telephone_or_not_at_all(contact: dict[str, Any], href: str) -> None:
    house = opened_house(PROJECT, "eksempel")
    pages = house_pages(with_contact(house, contact), ())
    framed = [page for page in pages if hasattr(page.view, "frame")]
    assert {way(page) for page in framed if "indlejr/" not in page.address} == {href}


def with_contact(house: House, changed: dict[str, Any]) -> House:
    site = house.municipality.site
    contact = site.contact.model_copy(update=changed)
    own = site.model_copy(update={"contact": contact})
    return replace(house, municipality=replace(house.municipality, site=own))


def way(page: Any) -> str:
    return page.view.frame.report.href if page.view.frame.report else ""
