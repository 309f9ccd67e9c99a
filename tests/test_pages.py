"""What every page of the real site promises, whatever it says; and what no page ever shows."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from building import (
    SLUGS,
    build_site,
    copied_project,
    golden_project,
    put_in_use,
    replace_in,
)
from html_tree import Element, read_html, read_site

from site_generator.schema.values import LANGUAGES
from site_generator.verify.site import verify

pytest_plugins = "built_site"

Pages = dict[str, Element]

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")

# Drawn or heard even without text in them.
SPEAKS_OTHERWISE = ("img", "input", "audio", "video", "svg")
NEVER_EMPTY = (
    *HEADINGS,
    *("main", "section", "article", "nav", "header", "footer", "address"),
    *("ul", "ol", "dl", "li", "dt", "dd", "table", "tr", "th", "caption"),
    *("a", "button", "label", "summary", "details", "strong", "em", "figure", "figcaption"),
)

# What a page shows where a template or a programmer forgot something, and templates' English.
FORGOTTEN = re.compile(
    r"\b(None|Undefined|undefined|True|False|null|NaN|TODO|Lorem ipsum|error|unknown|untitled)\b"
    r"|\{\{|\}\}|\{%|\[object |<\w+\.|&(amp|lt|gt|quot|#34|#39);"
)
ENGLISH = re.compile(
    r"\b(Read more|Skip to|Opening hours|Closed|Open today|Next|Search|Home page)\b"
)
READ_ALOUD = ("alt", "title", "aria-label", "placeholder", "content", "data-label")

SCHEMES = {"", "https", "mailto", "tel", "webcal"}
TELEPHONE = re.compile(r"tel:(\+45\d{8}|\d{3,6})")


def faults(pages: Pages, find) -> list[str]:
    """What `find(page)` says of each page, with the page's address before it."""
    return [f"{address}: {fault}" for address, page in pages.items() for fault in find(page)]


# Bones


def test_the_whole_site_is_there(pages: Pages):
    """Every municipality has a front page, and there is a page above them all."""
    assert {"index.html", "404.html"} <= pages.keys()
    assert {f"{slug}/index.html" for slug in SLUGS} <= pages.keys()


EXAMPLE_PAGES = """
    tilbud kalender find-os podcast flyers fagfolk om viden privatliv tilgaengelighed was
    soeg hvad-fylder
"""


@pytest.mark.parametrize("page", EXAMPLE_PAGES.split())
def test_the_example_has_every_kind_of_page_at_its_address(pages: Pages, page: str):
    """Addresses are a contract: printed QR codes and feeds lead to them (DESIGN, section 6)."""
    assert f"eksempel/{page}/index.html" in pages


def test_every_page_has_one_main_heading_a_title_and_a_language(pages: Pages):
    """WCAG 2.2, 2.4.2 and 3.1.1."""

    def find(page: Element) -> Iterator[str]:
        if len(list(page.all("h1"))) != 1:
            yield "not exactly one h1"
        if page.first("html")["lang"] not in LANGUAGES:
            yield "no language"
        if not page.first("title").text:
            yield "no title"

    assert faults(pages, find) == []


def test_every_page_says_in_a_line_what_it_is(pages: Pages):
    """Search results and links in messages show the description."""

    def find(page: Element) -> Iterator[str]:
        [said] = [meta["content"] for meta in page.all("meta") if meta["name"] == "description"]
        if not 10 <= len(said) <= 300:
            yield f"{len(said)} letters: {said}"

    assert faults(pages, find) == []


def test_no_two_pages_of_a_house_have_the_same_title(pages: Pages):
    """Whoever has several open tells them apart by their titles."""
    titles = Counter(
        (address.partition("/")[0], page.first("html")["lang"], page.first("title").text)
        for address, page in pages.items()
        if "/" in address
    )
    assert [title for title, count in titles.items() if count > 1] == []


def test_headings_of_activities_differ(pages: Pages):
    """Who jumps from heading to heading hears which day it is, and what is cancelled."""

    def find(page: Element) -> Iterator[str]:
        activities = [row for row in page.all("li") if row["class"].startswith("event ")]
        heard = Counter(next(row.all(*HEADINGS)).text for row in activities)
        yield from (f"{heading}: {count} times" for heading, count in heard.items() if count > 1)

    assert faults(pages, find) == []


def test_what_plays_and_what_stands_alone_has_a_name(pages: Pages):
    """A player is otherwise «audio», an article «article», however many there are."""

    def find(page: Element) -> Iterator[str]:
        ids = Counter(element["id"] for element in page.all() if element["id"])
        yield from (f"two are called {name}" for name, count in ids.items() if count > 1)
        for article in page.all("article"):
            if ids[article["aria-labelledby"]] != 1:
                yield f"an article without a name: {article.text[:40]}"
        yield from (
            "a player without a name" for a in page.all("audio", "video") if not a["aria-label"]
        )

    assert faults(pages, find) == []


def test_headings_never_skip_a_level(pages: Pages):
    """Screen readers go from heading to heading as through a table of contents."""

    def find(page: Element) -> Iterator[str]:
        level = 0
        for heading in page.all(*HEADINGS):
            if int(heading.tag[1]) > level + 1:
                yield f"h{level} is followed by {heading.tag} «{heading.text}»"
            level = int(heading.tag[1])

    assert faults(pages, find) == []


def test_nothing_stands_outside_the_landmarks(pages: Pages):
    """Who goes by landmarks misses nothing, not even the way past the header."""
    landmarks = {"header", "nav", "main", "aside", "footer"}
    outside = [
        f"{name}: {child.tag}"
        for name, page in pages.items()
        for child in page.first("body").children
        if isinstance(child, Element) and child.tag not in landmarks
    ]
    assert outside == []


def test_the_main_heading_stands_first_in_the_content(pages: Pages):
    """«Gå til indholdet» leads to what the page is about."""

    def find(page: Element) -> Iterator[str]:
        first = next(page.first("main").all(*HEADINGS))
        if first.tag != "h1":
            yield f"the first heading is {first.tag}"

    assert faults(pages, find) == []


# Texts


def shown(page: Element, *tags: str) -> Iterator[Element]:
    """Elements that are seen: not those that wait, hidden, for what a script puts there."""
    waiting = {
        id(inner)
        for outer in page.all("section", "div")
        if "hidden" in outer.attributes
        for inner in (outer, *outer.all(*tags))
    }
    return (element for element in page.all(*tags) if id(element) not in waiting)


def test_nothing_is_empty(pages: Pages):
    """What is not known is not shown: no heading over nothing, no list without entries."""

    def find(page: Element) -> Iterator[str]:
        for element in shown(page, *NEVER_EMPTY):
            if not element.text and not any(element.all(*SPEAKS_OTHERWISE)):
                yield f"empty <{element.tag} {element.attributes}>"

    assert faults(pages, find) == []


def test_every_list_has_entries_and_every_section_more_than_its_heading(pages: Pages):
    """A heading promises that something comes after it."""

    def find(page: Element) -> Iterator[str]:
        for element in shown(page, "ul", "ol"):
            if not any(element.all("li")):
                yield f"no li in <{element.tag} {element.attributes}>"
        for section in shown(page, "section"):
            titles = [heading.text for heading in section.all(*HEADINGS)]
            if section.text == " ".join(titles):
                yield f"nothing but headings: {titles}"

    assert faults(pages, find) == []


def test_no_page_shows_what_was_forgotten(pages: Pages):
    """No English from the program, no half-filled template, no double escaping."""

    def find(page: Element) -> Iterator[str]:
        spoken = [page.text]
        for element in page.all():
            spoken += [element[name] for name in READ_ALOUD if name in element.attributes]
        for text in spoken:
            matches = list(FORGOTTEN.finditer(text))
            if page.first("html")["lang"] != "en":
                matches += ENGLISH.finditer(text)
            for match in matches:
                around = text[max(0, match.start() - 30) : match.end() + 30]
                yield f"«{match[0]}» in «{around}»"

    assert faults(pages, find) == []


def test_sentences_do_not_stumble(pages: Pages):
    """Where two texts are put together: no double full stop, no space before a comma."""

    def find(page: Element) -> Iterator[str]:
        for paragraph in page.all("p", "li", "dd", "td"):
            for match in re.finditer(
                r"(?<!\.)\.\.(?!\.)|\s[,.;](?=\s|$)|\(\s|\s\)", paragraph.text
            ):
                around = paragraph.text[max(0, match.start() - 30) : match.end() + 20]
                yield f"«{around}»"

    assert faults(pages, find) == []


# Links


def test_every_link_leads_somewhere(pages: Pages, site: Path):
    """Pages, files and every width of every picture, as a browser would ask for them."""

    def find(address: str, page: Element) -> Iterator[str]:
        for target in targets(page):
            there = urljoin(f"https://site/{address}", target)
            if urlsplit(there).netloc == "site" and not (site / file_at(there)).is_file():
                yield f"{address}: {target}"

    assert [fault for address, page in pages.items() for fault in find(address, page)] == []


def targets(page: Element) -> Iterator[str]:
    for element in page.all():
        yield from (element[name] for name in ("href", "src") if name in element.attributes)
        for candidate in filter(None, element["srcset"].split(",")):
            yield candidate.split()[0]


def file_at(address: str) -> str:
    path = unquote(urlsplit(address).path).lstrip("/")
    return f"{path}index.html" if path.endswith("/") or not path else path


def test_every_anchor_is_there(pages: Pages):
    """A link to a place on a page scrolls to it."""
    ids = {address: {element["id"] for element in page.all()} for address, page in pages.items()}

    def find(address: str, page: Element) -> Iterator[str]:
        for target in targets(page):
            there = urlsplit(urljoin(f"https://site/{address}", target))
            known = ids.get(file_at(there.geturl())) if there.netloc == "site" else None
            if known is not None and there.fragment and unquote(there.fragment) not in known:
                yield f"{address}: {target}"

    assert [fault for address, page in pages.items() for fault in find(address, page)] == []


def test_links_are_of_the_kinds_that_are_safe(pages: Pages):
    """Only https, mailto, tel and webcal; telephones can be called from abroad too."""

    def find(page: Element) -> Iterator[str]:
        for target in targets(page):
            scheme = urlsplit(target).scheme
            if scheme not in SCHEMES or (scheme == "tel" and not TELEPHONE.fullmatch(target)):
                yield target

    assert faults(pages, find) == []


def test_labels_and_descriptions_point_at_what_is_there(pages: Pages):
    """WCAG 2.2, 4.1.2: a name that is taken from an element that is missing is no name."""

    def find(page: Element) -> Iterator[str]:
        ids = Counter(element["id"] for element in page.all() if element["id"])
        yield from (f"id {name} stands {count} times" for name, count in ids.items() if count > 1)
        for element in page.all():
            for attribute in ("aria-labelledby", "aria-describedby", "for", "data-finder"):
                yield from (
                    f"{attribute}={name} leads nowhere"
                    for name in element[attribute].split()
                    if name not in ids
                )

    assert faults(pages, find) == []


def test_verify_finds_nothing(site: Path):
    """What `familiehus verify` says of the real site."""
    assert [str(problem) for problem in verify(site)] == []


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 12, 24),  # closed by the house, between two holidays
        # The library is closed for two weeks; summer hours and nothing in the calendar.
        pytest.param(date(2027, 3, 20), marks=pytest.mark.all_pages),
        pytest.param(date(2027, 7, 15), marks=pytest.mark.all_pages),
        date(2028, 2, 29),  # every event is over
    ],
    ids=str,
)
def test_the_pages_are_whole_on_other_days_too(tmp_path: Path, day: date):
    """What is over or closed goes without leaving a hole behind."""
    build_site(copied_project(tmp_path / "project", "eksempel"), tmp_path / "site", today=day)
    built = read_site(tmp_path / "site")
    assert "eksempel/index.html" in built
    test_nothing_is_empty(built)
    test_every_list_has_entries_and_every_section_more_than_its_heading(built)
    test_headings_never_skip_a_level(built)
    test_no_page_shows_what_was_forgotten(built)
    test_sentences_do_not_stumble(built)
    test_every_link_leads_somewhere(built, tmp_path / "site")
    test_every_anchor_is_there(built)


# Safety


def test_nothing_runs_but_our_own_script(pages: Pages):
    """The policy allows no inline code, so there must be none; and nothing comes from others."""

    def find(page: Element) -> Iterator[str]:
        for element in page.all():
            yield from (
                f"{name} on <{element.tag}>"
                for name in element.attributes
                if name.startswith("on") or name == "style"
            )
            # In a frame on another site links open in the whole window.
            if element.tag == "base" and element.attributes == {"target": "_top"}:
                continue
            if element.tag in ("script", "style", "iframe", "object", "embed", "base") and not (
                element.tag == "script"
                and (
                    "assets/familiehus.js?" in element["src"]
                    or element["type"] == "application/ld+json"
                )
            ):
                yield f"<{element.tag}>"
            loaded = element["src"] or (element["href"] if element.tag == "link" else "")
            if urlsplit(loaded).netloc and element["rel"] != "canonical":
                yield f"loads {loaded}"

    assert faults(pages, find) == []


def test_every_page_forbids_foreign_code(pages: Pages):
    """The Content-Security-Policy stands before anything that it should govern."""

    def find(page: Element) -> Iterator[str]:
        equivalents = [
            meta for meta in page.all("meta") if meta["http-equiv"] == "Content-Security-Policy"
        ]
        policies = [meta["content"] for meta in equivalents]
        if len(policies) != 1 or not policies[0].startswith("default-src 'none'"):
            yield f"policies: {policies}"
        elif "unsafe" in policies[0] or "*" in policies[0]:
            yield policies[0]
        loading = list(page.first("head").all("meta", "link", "script"))
        if loading.index(equivalents[0]) > 1:
            yield "the policy stands too late"
        inline = ["".join(script.children) for script in page.all("script") if not script["src"]]
        if re.findall(r"'(sha\S+)'", policies[0]) != [f"sha256-{sha256(text)}" for text in inline]:
            yield "the policy lets in other scripts than those of the page"

    assert faults(pages, find) == []


def sha256(text: str) -> str:
    return b64encode(hashlib.sha256(text.encode()).digest()).decode()


def test_markdown_of_authors_cannot_run(tmp_path: Path):
    """Whatever stands in a page or a text, it comes out as words or not at all."""
    project = golden_project(tmp_path / "project")
    folder = project / "municipalities" / "testkommune"
    hostile = "<script>alert(1)</script> <img src=x onerror=alert(2)> [x](javascript:alert%283%29)"
    replace_in(folder / "pages" / "foerste-gang.md", "Du skal ikke", f"{hostile} Du skal ikke")
    replace_in(folder / "site.yml", "Det har en dør", f"{hostile} Det har en dør")
    replace_in(folder / "offers.yml", "Vi taler om", f"{hostile} Vi taler om")
    build_site(project, tmp_path / "site")
    if not (tmp_path / "site").exists():
        return  # `check` calls it an error, and so nothing is published.
    built = read_site(tmp_path / "site")
    test_nothing_runs_but_our_own_script(built)
    test_links_are_of_the_kinds_that_are_safe(built)


# Demonstration or in use


def test_a_demonstration_says_so_on_every_page_and_is_not_found_by_searching(pages: Pages):
    """Nobody should believe that a municipality speaks here (DESIGN, section 9)."""

    def find(page: Element) -> Iterator[str]:
        if not is_hidden_from_search(page):
            yield "no noindex"
        if not any(
            p["class"] == "site-header__demo" and p.text for p in page.first("header").all()
        ):
            yield "no notice"

    def find_framed(page: Element) -> Iterator[str]:
        if not is_hidden_from_search(page):
            yield "no noindex"
        if not [p for p in page.all("p") if p["class"] == "small" and p.text]:
            yield "no notice"

    houses = {address: page for address, page in pages.items() if "/" in address}
    framed = {address: page for address, page in houses.items() if "/indlejr/" in address}
    whole = {address: page for address, page in houses.items() if address not in framed}
    assert faults(whole, find) == []
    assert faults(framed, find_framed) == []


def test_a_house_in_use_can_be_found_and_has_no_notice(tmp_path: Path):
    """`status: official` takes both away, on the page above all houses too. Only the page to
    search on is never found, results in results help nobody, nor that for staff, nor what other
    sites show in a frame: it stands on the whole pages."""
    project = copied_project(tmp_path / "project", "eksempel")
    put_in_use(project)
    problems = build_site(project, tmp_path / "site")
    assert [str(problem) for problem in problems if problem.level == "error"] == []
    built = read_site(tmp_path / "site")
    assert "eksempel/was/index.html" in built

    def find(page: Element) -> Iterator[str]:
        if is_hidden_from_search(page):
            yield "noindex"
        if "Demonstration" in page.first("body").text:
            yield "notice"

    aside = ("/soeg/", "/indlejr/", "/personale/")
    found = {a: page for a, page in built.items() if not any(part in a for part in aside)}
    assert faults(found, find) == []
    assert "https://was.digst.dk/" in "".join(targets(built["eksempel/was/index.html"]))


def is_hidden_from_search(page: Element) -> bool:
    return any(m["name"] == "robots" and "noindex" in m["content"] for m in page.all("meta"))


# Addresses


def test_pages_know_their_whole_address_where_it_is_known(tmp_path: Path):
    """With a base address every page of a house names its own, and only then."""
    project = golden_project(tmp_path / "project")
    build_site(project, tmp_path / "here")
    build_site(project, tmp_path / "there", base_url="https://eksempel.dk/huse")
    assert canonical(tmp_path / "here" / "testkommune/tilbud/index.html") == []
    assert canonical(tmp_path / "there" / "testkommune/tilbud/index.html") == [
        "https://eksempel.dk/huse/testkommune/tilbud/"
    ]


def canonical(file: Path) -> list[str]:
    page = read_html(file.read_text("utf-8"))
    return [link["href"] for link in page.all("link") if link["rel"] == "canonical"]
