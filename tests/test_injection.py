"""Whatever an author writes, in whichever field of whichever file: nothing of it acts.

`make test` fills the example once, each field with one of the payloads and the next field with the
next; `make test-all` takes as many turns as there are payloads, after which each field has had
every one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import pytest
from author_fields import all_fields
from building import build_site, files_below
from conftest import serving
from harmless import what_could_act
from injected import ON_PAPER, PAYLOADS, injected_house
from playwright.sync_api import Browser, Page, Request
from printed import text_of

from site_generator.problems import Problem
from site_generator.records.municipality import AUTHOR_FILES
from site_generator.schema.pages import PageHead, TranslationHead

TURNS = len(PAYLOADS)


def built(root: Path, turn: int) -> Path:
    """The site of the example with its fields filled, without what is the same in every house."""
    root.mkdir()
    house = injected_house(root, turn)
    while errors := errors_of(build_site(root, root / "site")):
        house.leave_out_flyers(errors)
    return root / "site"


def errors_of(problems: Iterable[Problem]) -> list[Problem]:
    return [one for one in problems if one.level == "error"]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("injected") / "project", 0)


def test_every_field_of_text_is_filled(tmp_path: Path):
    """Those that the models declare, whether or not the example uses them."""
    house = injected_house(tmp_path, 0)
    models = (*AUTHOR_FILES.values(), PageHead, TranslationHead)
    declared = {field for model in models for field in all_fields(model) if field.takes("Fyld")}
    assert declared - {place.field for place in [*house.placed, *house.told]} == set()
    assert len(declared) > 80


def test_nothing_could_act(filled: Path):
    assert list(what_could_act(filled)) == []


@pytest.mark.browser
def test_nothing_acts(filled: Path, browser: Browser):
    """One page of each kind, in a language that is read to the right and one to the left."""
    assert list(what_acts(filled, browser, sample_of(filled))) == []


def sample_of(site: Path) -> list[str]:
    """A page of each folder, and the start of each language."""
    kinds: dict[str, str] = {}
    for name in pages_of(site):
        if not re.match(r"eksempel/(en|uk)/", name):
            kinds.setdefault("/".join(name.split("/")[:3]), name)
    return list(kinds.values())


def pages_of(site: Path) -> list[str]:
    """Every page that one stays on: those that lead on by themselves are read, and not opened."""
    pages = (name for name in files_below(site) if name.endswith(".html"))
    return [name for name in pages if b'http-equiv="refresh"' not in (site / name).read_bytes()]


def what_acts(site: Path, browser: Browser, names: list[str]) -> Iterator[str]:
    """What happened on pages that nobody touched, with and without their policy."""
    with serving(site) as address:
        for without_policy in (False, True):
            with watched(browser, address, without_policy) as (page, seen):
                for name in names:
                    page.goto(f"{address}/{name}")
                    seen += page.evaluate(OF_ITSELF)
                    yield from (f"{name}: {one}" for one in seen)
                    seen.clear()


# Moves over everything, as what waits for a pointer or the focus waits for somebody.
OF_ITSELF = """() => {
    const acts = [];
    for (const element of document.querySelectorAll("*")) {
        for (const { name } of element.attributes)
            if (name.startsWith("on")) acts.push(`<${element.localName} ${name}>`);
        if (/^\\s*(javascript|data|vbscript):/i.test(element.href || element.action || ""))
            acts.push(`leads to ${element.href || element.action}`);
        element.dispatchEvent(new MouseEvent("mouseover", { bubbles: false }));
    }
    return acts;
}"""


@contextmanager
def watched(
    browser: Browser, address: str, without_policy: bool
) -> Iterator[tuple[Page, list[str]]]:
    """A page, and what it says, asks of others (and never gets) or was refused."""
    seen: list[str] = []
    with browser.new_context(bypass_csp=without_policy) as context:
        page = context.new_page()

        def asked(request: Request) -> None:
            if not request.url.startswith(f"{address}/"):
                seen.append(f"asks {request.url}")

        context.route(lambda url: not url.startswith(f"{address}/"), lambda route: route.abort())
        page.on("request", asked)
        page.on("dialog", lambda dialog: (seen.append(f"says {dialog.message}"), dialog.dismiss()))
        page.on("console", lambda said: "Refused" in said.text and seen.append(said.text))
        yield page, seen


@pytest.mark.browser
def test_nothing_that_is_searched_for_acts(filled: Path, browser: Browser):
    """What stands in the address is shown on the page of answers too."""
    names = [f"eksempel/soeg/?q={quote(payload)}" for payload in PAYLOADS.values()]
    assert list(what_acts(filled, browser, names)) == []


RAW = """<!doctype html><html lang="da"><head><meta charset="utf-8"><title>Side</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'"></head><body>{}</body>"""
SEEN_BY_READING = ("a script", "a picture that fails", "a page in a page", "leads on", "a sheet")
SEEN_BY_OPENING = ("a script", "a picture that fails", "a drawing that loads", "a sheet")


@pytest.mark.parametrize("name", [*SEEN_BY_READING, "another base", "a link in HTML"])
def test_reading_sees_what_could_act(tmp_path: Path, name: str):
    (tmp_path / "side.html").write_text(RAW.format(PAYLOADS[name].replace("§", "m1x")), "utf-8")
    assert list(what_could_act(tmp_path))


@pytest.mark.browser
@pytest.mark.parametrize("name", SEEN_BY_OPENING)
def test_the_browser_sees_what_acts(tmp_path: Path, browser: Browser, name: str):
    (tmp_path / "side.html").write_text(RAW.format(PAYLOADS[name].replace("§", "m1x")), "utf-8")
    assert list(what_acts(tmp_path, browser, ["side.html"]))


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.parametrize("turn", range(TURNS))
def test_every_payload_in_every_field(tmp_path: Path, browser: Browser, turn: int):
    site = built(tmp_path / "project", turn)
    assert list(what_could_act(site)) == []
    assert list(what_acts(site, browser, pages_of(site))) == []


def test_paper_shows_what_was_written(tmp_path: Path):
    """Signs that mean something to what sets the sheets stand on them as they were written."""
    house = injected_house(tmp_path, 0, ON_PAPER)
    while errors := errors_of(build_site(tmp_path, tmp_path / "site")):
        house.leave_out_flyers(errors)
    sheets = list((tmp_path / "site" / "eksempel" / "flyers").glob("*.pdf"))
    assert len(sheets) > 5
    shown = " ".join(" ".join(text_of(sheet).split()) for sheet in sheets)
    assert [name for name, text in ON_PAPER.items() if text not in shown] == []
    assert list(what_could_act(tmp_path / "site")) == []
