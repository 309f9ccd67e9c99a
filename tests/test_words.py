"""The words themselves, as far as a machine can hold them: cases/words says what is never said.

Danish as a parent would say it, English that is English, one word for one thing in Ukrainian, one
form of address and the right comma in Arabic; what a frightened parent reads, whole in each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import c2py
from pathlib import Path
from typing import Any

import pytest
import yaml
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po
from building import ROOT, build_site, without_flyers
from html_tree import Element, read_site

from site_generator.language.spoken import _, load_language, ngettext, pgettext, speaking
from site_generator.records.markdown_pages import MarkdownPage
from site_generator.records.shared_content import read_shared_content
from site_generator.schema.choices import Audience, Profession
from site_generator.told.people import groups_in_words, people

LOCALES = ROOT / "themes" / "familiehus" / "locales"
CODES = tuple(sorted(file.stem for file in LOCALES.glob("*.po")))
HOUSES = ("eksempel", "skive", "vordingborg")
SHARED, _PROBLEMS = read_shared_content(ROOT / "content")

every_translation = pytest.mark.parametrize("code", CODES)


def case(name: str) -> dict[str, Any]:
    return yaml.safe_load((Path(__file__).parent / f"cases/words/{name}.yml").read_text("utf-8"))


# Everything that is written in a language, with the place where it stands


everybodys_words = pytest.mark.parametrize(
    "folder",
    [
        pytest.param("content", id="program"),
        pytest.param("municipalities", id="houses", marks=pytest.mark.content),
    ],
)


def written_in(code: str, folder: str) -> Iterator[tuple[str, str]]:
    """Catalogue and shared content, or what houses write. What people type into the search and
    what they say to each other in a talk is theirs."""
    if folder == "content":
        yield from in_catalogue(code)
    for file in sorted((ROOT / folder).rglob("*.yml")):
        for text in of_language(yaml.load(file.read_text("utf-8"), yaml.BaseLoader), code):
            yield file.relative_to(ROOT).as_posix(), text
    for file in sorted((ROOT / folder).rglob(f"*.{code}.md")):
        yield file.relative_to(ROOT).as_posix(), file.read_text("utf-8")


def in_catalogue(code: str) -> Iterator[tuple[str, str]]:
    with (LOCALES / f"{code}.po").open("rb") as source:
        catalogue = read_po(source)
    for message in catalogue:
        if message.id and not any("views/search/" in place for place, _line in message.locations):
            forms = (message.string,) if isinstance(message.string, str) else message.string
            yield from ((f"{code}.po", form) for form in forms)


def of_language(node: Any, code: str) -> Iterator[str]:
    if isinstance(node, list):
        for entry in node:
            yield from of_language(entry, code)
    elif isinstance(node, dict):
        for key, value in node.items():
            if key == code and isinstance(value, str):
                yield value
            elif key not in ("transcript", "words"):
                yield from of_language(value, code)


# Arabic


LETTERS = r"\u0621-\u0652\u0670-\u06d3"
WORD = re.compile(rf"[{LETTERS}]+")
MARKS = re.compile(r"[\u064b-\u0652]")
# Between Arabic words, or after one of them.
LATIN_COMMA = re.compile(rf"[{LETTERS}]\s*,|,\s*[{LETTERS}]")


def wrong_address(text: str) -> list[str]:
    rules = case("arabic")
    never, not_your = {rule["word"] for rule in rules["never"]}, set(rules["not_your"])
    return [word for word in WORD.findall(text) if is_to_one(word, never, not_your)]


def is_to_one(word: str, never: set[str], not_your: set[str]) -> bool:
    """«and» (و, ف) is written together with the word that it stands before."""
    forms = {word, word[1:] if word[0] in "وف" else word}
    bare = {MARKS.sub("", form) for form in forms}
    says_your = len(word) > 1 and MARKS.sub("", word).endswith("ك") and not bare & not_your
    is_dual = MARKS.sub("", word).endswith("كما") and not bare & {"كما"}
    return bool(forms & never) or says_your or is_dual


@everybodys_words
def test_arabic_speaks_to_everybody_in_the_polite_plural(folder: str):
    found = [
        (place, wrong) for place, text in written_in("ar", folder) if (wrong := wrong_address(text))
    ]
    assert found == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("اتصل بنا", ["اتصل"]),
        ("واتصل بنا", ["واتصل"]),
        ("اسم طفلك", ["طفلك"]),
        ("اتصلوا بنا، ولذلك هناك شك", []),
        ("يمكنكما الحضور كما تريدون", ["يمكنكما"]),
    ],
)
def test_the_forms_of_address_are_told_apart(text: str, wrong: list[str]):
    assert wrong_address(text) == wrong


@everybodys_words
def test_between_arabic_words_stands_an_arabic_comma(folder: str):
    found = [(place, text) for place, text in written_in("ar", folder) if LATIN_COMMA.search(text)]
    assert found == []


# Ukrainian and English


@everybodys_words
def test_ukrainian_has_one_word_for_one_thing(folder: str):
    rules = [rule["word"] for rule in case("ukrainian")["never"]]
    ends = [word.removesuffix("*") + ("" if word.endswith("*") else r"\b") for word in rules]
    patterns = [re.compile(r"\b" + end, re.IGNORECASE) for end in ends]
    found = [
        (place, text)
        for place, text in written_in("uk", folder)
        for one in patterns
        if one.search(text)
    ]
    assert found == []


@everybodys_words
def test_english_is_not_danish_word_for_word(folder: str):
    never = [phrase.casefold() for phrase in case("english")["never"]]
    texts = [(place, text.casefold()) for place, text in written_in("en", folder)]
    assert [(place, text) for place, text in texts for phrase in never if phrase in text] == []


# Catalogues


@every_translation
def test_every_plural_form_is_there_and_is_right_for_all_its_numbers(code: str):
    """In Ukrainian 21 is said as 1, so that form may not leave the number out; in Arabic the form
    for one and that for two serve no other number."""
    with (LOCALES / f"{code}.po").open("rb") as source:
        catalogue = read_po(source, locale=code)
    assert catalogue.num_plurals == get_plural(code).num_plurals
    form_of = c2py(get_plural(code).plural_expr)
    numbers = [
        [n for n in range(201) if form_of(n) == form] for form in range(catalogue.num_plurals)
    ]
    for message in catalogue:
        if message.id and message.pluralizable and "{count}" in message.id[1]:
            assert len(message.string) == catalogue.num_plurals, message.id
            for said, served in zip(message.string, numbers, strict=True):
                assert "{count}" in said or len(served) == 1, (message.id, said)


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (2, "Переглянути всі 2 пропозиції"),
        (5, "Переглянути всі 5 пропозицій"),
        (21, "Переглянути 21 пропозицію"),
    ],
)
def test_ukrainian_counts_offers_to_see(count: int, text: str):
    with speaking(load_language("uk", LOCALES)):
        assert ngettext("Se alle {count} tilbud", "Se alle {count} tilbud", count) == text


@every_translation
def test_a_word_with_two_meanings_is_said_in_two_ways(code: str):
    """«Adgang» is how one joins an offer, and how one comes in with a wheelchair."""
    with speaking(load_language(code, LOCALES)):
        assert pgettext("kørestol og barnevogn", "Adgang") not in (_("Adgang"), "Adgang")
        assert pgettext("ét tilbud", "Tilbud") not in (_("Tilbud"), "Tilbud")
    assert pgettext("kørestol og barnevogn", "Adgang") == "Adgang"


# People


@pytest.mark.parametrize(
    ("audience", "told"),
    [
        ([Audience.PARENTS], ["Alle forældre"]),
        ([Audience.FATHERS], ["Fædre"]),
        ([Audience.PARENTS, Audience.MOTHERS], ["Alle forældre"]),
        (
            [Audience.PARENTS, Audience.EXPECTING, Audience.YOUNG_PARENTS, Audience.SINGLE_PARENTS],
            ["Alle, der har eller venter barn"],
        ),
        ([Audience.PARENTS, Audience.CHILDREN], ["Alle forældre", "Børn"]),
        (
            [Audience.EXPECTING, Audience.PARTNERS],
            ["Gravide og kommende forældre", "Partnere og medforældre"],
        ),
    ],
)
def test_who_is_among_all_parents_is_not_named_again(audience: list[Audience], told: list[str]):
    assert groups_in_words(audience) == told


def test_whom_one_meets_is_somebody():
    assert people(Profession) and all(one.startswith("en ") for one in people(Profession))


# Built pages


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Element]:
    folder = tmp_path_factory.mktemp("words")
    project = without_flyers(folder / "project", *HOUSES)
    build_site(project, folder / "site", *HOUSES)
    return read_site(folder / "site")


def test_no_page_says_what_has_been_said_better(pages: dict[str, Element]):
    never = [rule["says"].casefold() for rule in case("danish")["never"]]
    texts = [(address, page.text.casefold()) for address, page in pages.items()]
    assert [(address, says) for address, text in texts for says in never if says in text] == []


def test_no_page_has_a_heading_twice(pages: dict[str, Element]):
    """A page and its sections; two places may both tell how one gets in."""
    for address, page in pages.items():
        said = [heading.text for heading in page.first("main").all("h1", "h2")]
        assert sorted(said) == sorted(set(said)), address


def test_arabic_pages_have_arabic_commas(pages: dict[str, Element]):
    arabic = {
        address: page for address, page in pages.items() if address.startswith("eksempel/ar/")
    }
    assert arabic
    wrong = {
        address: LATIN_COMMA.search(page.first("main").text) for address, page in arabic.items()
    }
    assert [(address, found[0]) for address, found in wrong.items() if found] == []
    assert "Bogtorvet 4، Eksempelby" in arabic["eksempel/ar/index.html"].text


def test_a_right_is_told_by_its_law(pages: dict[str, Element]):
    talks = pages["eksempel/tilbud/parsamtaler/index.html"].text
    assert "Du har ret til denne hjælp efter barnets lov § 29." in talks


# What a frightened parent reads


WHOLE = [*SHARED.articles, *SHARED.legal.values()]
FOR_THE_FRIGHTENED = {
    "vold-i-familien",
    "maa-jeg-vaere-anonym",
    "naar-det-er-svaert",
    "dine-oplysninger",
    "tracks",
}


def test_none_of_them_is_missing():
    assert {page.slug for page in WHOLE} >= FOR_THE_FRIGHTENED


@every_translation
@pytest.mark.parametrize("page", WHOLE, ids=lambda page: page.slug)
def test_it_is_whole_in_every_language(page: MarkdownPage, code: str):
    """As many headings, paragraphs and points as the Danish, and the same links and numbers."""
    translated = page.translations[code].body
    assert shape(translated) == shape(page.body)
    assert links(translated) == links(page.body)
    assert numbers(translated) == numbers(page.body)


def shape(body: str) -> list[tuple[str, int]]:
    """What each block begins with, and how many points follow its first."""
    return [
        (begins if (begins := block[:2]) in ("##", "- ") else "text", block.count("\n- "))
        for block in re.split(r"\n\n+", body.strip())
    ]


def links(body: str) -> list[str]:
    return re.findall(r"\]\(([^)]+)\)", body)


def numbers(body: str) -> set[str]:
    """Telephone numbers, days and paragraphs of laws; «§» may be said in words beside it."""
    return set(re.findall(r"(?<![\d.])\d+(?:\.\d+)?", re.sub(r"\]\([^)]+\)", "", body)))


@every_translation
def test_they_stand_on_the_pages_of_the_language(pages: dict[str, Element], code: str):
    for page in WHOLE:
        address = "spor" if page.slug == "tracks" else f"viden/{page.slug}"
        address = {"privacy": "privatliv", "accessibility": "tilgaengelighed"}.get(
            page.slug, address
        )
        built = pages[f"eksempel/{code}/{address}/index.html"]
        assert page.translations[code].head.title == built.first("h1").text
        prose = [div for div in built.all("div") if div["class"] == "prose"]
        assert prose and not [e for div in prose for e in div.all() if e["lang"] == "da"]


def test_whoever_is_lost_is_told_so_in_every_language(pages: dict[str, Element]):
    for address, home in (("eksempel/404.html", "/eksempel/{}/"), ("404.html", "/")):
        lost = [e for e in pages[address].all("section") if e["lang"]]
        assert [e["lang"] for e in lost] == ["en", "uk", "ar"], address
        for note in lost:
            with speaking(load_language(note["lang"], LOCALES)):
                assert note.first("h2").text == _("Vi kan ikke finde siden")
            assert note.first("a")["href"] == home.format(note["lang"])
            assert (note["dir"] == "rtl") == (note["lang"] == "ar")


def test_a_house_with_one_language_is_lost_in_one(pages: dict[str, Element]):
    assert [e for e in pages["skive/404.html"].all() if e["lang"] and e.tag == "section"] == []
