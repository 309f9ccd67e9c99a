"""`serve`: the pages come before the paper, and nobody can see from the end that it was so."""

from __future__ import annotations

import re
import time
from functools import partial
from pathlib import Path
from threading import Event

import pytest
from building import TODAY, build_site, files_below, golden_project, replace_in

from site_generator.build import build, look
from site_generator.html.faults import notice
from site_generator.making.beside import Beside
from site_generator.making.progress import Silent
from site_generator.problems import Problem, has_errors
from site_generator.project import Order, Project

SLUG = "testkommune"


@pytest.fixture
def order(tmp_path: Path) -> Order:
    """A house with flyers in two languages, and a cache that nobody shares: nothing is set yet."""
    root = golden_project(tmp_path / "project")
    (root / ".cache").unlink()
    site_file = root / "municipalities" / SLUG / "site.yml"
    site_file.write_text(site_file.read_text("utf-8") + "\nlanguages: [da, en]\n", "utf-8")
    return Order(Project(root), tmp_path / "site", (SLUG,), TODAY)


def edit(order: Order, name: str = "Gulhuset") -> None:
    """What stands on pages, on paper and in feeds."""
    site_file = order.project.municipalities / SLUG / "site.yml"
    text = site_file.read_text("utf-8")
    site_file.write_text(re.sub("^name: .*$", f"name: {name}", text, flags=re.M), "utf-8")


def house(order: Order) -> dict[str, bytes]:
    return files_below(order.site / SLUG)


def ending(files: dict[str, bytes], end: str) -> dict[str, bytes]:
    return {name: content for name, content in files.items() if name.endswith(end)}


def danish_pages(files: dict[str, bytes]) -> dict[str, bytes]:
    pages = ending(files, ".html")
    return {name: page for name, page in pages.items() if not name.startswith("en/")}


def from_nothing(order: Order, tmp_path: Path) -> dict[str, bytes]:
    """The house as it is built where nothing was ever built, with a cache of its own."""
    bare = tmp_path / "bare"
    (bare / "project").mkdir(parents=True)
    for name in ("content", "themes", "municipalities"):
        (bare / "project" / name).symlink_to(order.project.root / name)
    assert not has_errors(build_site(bare / "project", bare / "site", SLUG))
    return files_below(bare / "site" / SLUG)


def test_pages_are_new_while_paper_and_feeds_stand_as_they_stood(order: Order):
    """Whoever saves a text looks at a page; no PDF is set before it is shown."""
    assert not has_errors(build(order, Silent()))
    before = house(order)
    edit(order)
    assert not has_errors(look(order, "da"))
    after = house(order)
    assert after.keys() == before.keys()
    assert b"Gulhuset" in after["index.html"]
    for end in (".pdf", ".ics", ".webp"):
        assert ending(after, end) == ending(before, end) != {}, end
    assert after["en/index.html"] == before["en/index.html"]


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_language_that_is_looked_at_comes_first(order: Order, language: str):
    """The other one is made with all the rest."""
    build(order, Silent())
    edit(order)
    look(order, language)
    pages = {"da": "index.html", "en": "en/index.html"}
    new = {code for code, page in pages.items() if b"Gulhuset" in house(order)[page]}
    assert new == {language}


def test_a_first_look_and_the_rest_are_what_one_build_makes(order: Order, tmp_path: Path):
    """Not a byte tells that pages were there before."""
    build(order, Silent())
    edit(order)
    look(order, "da")
    first = danish_pages(house(order))
    build(order, Silent())
    assert house(order) == from_nothing(order, tmp_path)
    differing = {name for name, page in danish_pages(house(order)).items() if first[name] != page}
    # Where the size of a PDF stands, and what staff are told of their paper.
    assert differing <= {"flyers/index.html", "personale/index.html"}


def test_a_page_that_goes_is_gone_when_the_rest_is_made(order: Order, tmp_path: Path):
    """A first look leaves what it does not know of."""
    page = order.project.municipalities / SLUG / "pages" / "kort-tid.md"
    page.parent.mkdir(exist_ok=True)
    page.write_text("---\ntitle: Kort tid\nsummary: Kort.\n---\nKom og se.\n", "utf-8")
    build(order, Silent())
    assert "kort-tid/index.html" in house(order)
    page.unlink()
    look(order, "da")
    build(order, Silent())
    assert house(order) == from_nothing(order, tmp_path)
    assert "kort-tid/index.html" not in house(order)


def test_without_a_site_everything_but_paper_is_there_at_once(order: Order, tmp_path: Path):
    """No link of a page leads to a file that is not there yet, but for the paper, which no page
    then names."""
    assert not has_errors(look(order, "da"))
    first = house(order)
    whole = from_nothing(order, tmp_path)
    missing = {name for name in whole.keys() - first.keys() if not name.endswith(".pdf")}
    missing -= {"personale/index.html"}  # for staff, who are told of their paper too
    assert missing == {name for name in missing if name.endswith(".webp")}
    assert ending(whole, ".pdf") != {} == ending(first, ".pdf")
    assert b".pdf" not in first["flyers/index.html"]
    assert b".pdf" in whole["flyers/index.html"]


def test_paper_that_is_kept_is_shown_at_once(order: Order):
    """Back to a text that was there before: its PDF need not be set again."""
    build(order, Silent())
    before = house(order)
    edit(order)
    build(order, Silent())
    assert ending(house(order), ".pdf") != ending(before, ".pdf")
    edit(order, "Testhuset")
    look(order, "da")
    assert ending(house(order), ".pdf") == ending(before, ".pdf")


def test_a_mistake_leaves_everything_as_it_stood(order: Order):
    """It is told, and the last good site stays."""
    build(order, Silent())
    before = house(order)
    edit(order)
    replace_in(order.project.municipalities / SLUG / "site.yml", "status: demo", "status: demmo")
    assert has_errors(look(order, "da"))
    assert house(order) == before


def test_nothing_changed_makes_nothing(order: Order):
    build(order, Silent())
    before = (order.site / SLUG).stat().st_ino
    assert look(order, "da") == ()
    assert (order.site / SLUG).stat().st_ino == before


def test_what_does_not_fit_on_paper_is_told_when_the_page_is_new(order: Order):
    """The first look knows nothing of it; the notice does not say that the page is an old one."""
    build(order, Silent())
    flyers = order.project.municipalities / SLUG / "flyers.yml"
    replace_in(flyers, "sentence: Det er gratis.", f"sentence: {'Det er gratis. ' * 60}")
    edit(order)
    assert not has_errors(look(order, "da"))
    problems = build(order, Silent())
    assert has_errors(problems)
    assert b"Gulhuset" in house(order)["index.html"]
    assert "Du ser det, du har gemt." in notice(problems, pages_are_new=True)
    assert "Du ser den sidste udgave" in notice(problems)


# In a process of its own


def test_what_is_stopped_tells_nothing_and_leaves_the_site_whole(order: Order, tmp_path: Path):
    """Each save stops the paper of the one before; the last one tells."""
    build(order, Silent())
    before = house(order)
    edit(order)
    beside: Beside[tuple[Problem, ...]] = Beside(partial(build, order, Silent()))
    told: list[str] = []
    ready = Event()
    for count in range(3):
        beside.start(lambda _, count=count: told.append(f"stopped {count}"))
        time.sleep(0.1 * count)
        beside.stop()
        assert house(order) == before

    def done(problems: tuple[Problem, ...]) -> None:
        told.append("done")
        ready.set()

    beside.start(done)
    assert ready.wait(60)
    beside.stop()
    assert told == ["done"]
    assert house(order) == from_nothing(order, tmp_path)
    assert {entry.name for entry in order.site.parent.iterdir()} == {"project", "site", "bare"}
