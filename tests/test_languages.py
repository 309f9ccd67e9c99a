"""The same site in Danish, English, Ukrainian and Arabic: nothing lost, nothing unmarked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from pathlib import Path
from runpy import run_path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po
from building import PROJECT, ROOT, TODAY, build_site
from feed_readers import faults_of, read_with_icalendar, unfolded
from html_tree import Element, read_site
from playwright.sync_api import Page

from site_generator.language.marked import fill, join, plain
from site_generator.language.spoken import _, in_danish, isolated, load_language, ngettext, speaking
from site_generator.resolve import holidays_dk
from site_generator.schema.choices import Audience
from site_generator.schema.times import Age, DayHours, Slot
from site_generator.schema.values import LANGUAGES, LocalText
from site_generator.verify.site import verify
from site_generator.wording.in_words import (
    age_range,
    day_and_month,
    day_hours_in_words,
    day_in_words,
    in_a_row,
    relative_day,
    sentence,
    words,
)
from site_generator.wording.markup import to_html

LOCALES = ROOT / "themes" / "familiehus" / "locales"
CATALOGUES = sorted(LOCALES.glob("*.po"))
TRANSLATED = tuple(file.stem for file in CATALOGUES)
BASE = "https://familiehus.example.dk/"

every_catalogue = pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.stem)
every_translation = pytest.mark.parametrize("code", TRANSLATED)


def in_language(code: str):
    return speaking(load_language(code, LOCALES))


# Catalogues


def test_every_language_has_a_catalogue():
    assert {"da", *TRANSLATED} == set(LANGUAGES)


def test_the_catalogues_hold_just_what_is_said():
    """Mend them with `make messages`, and translate what came in."""
    expected = run_path(str(ROOT / ".ci" / "messages.py"))["catalogues"]()
    changed = [file.name for file, content in expected if file.read_bytes() != content]
    assert changed == []


@every_catalogue
def test_every_text_is_translated(file: Path):
    """No text missing, doubtful or out of use; no file names a person."""
    with file.open("rb") as source:
        catalogue = read_po(source)
    assert [m.id for m in catalogue if m.id and not all(forms(m))] == []
    assert [m.id for m in catalogue if m.id and m.fuzzy] == []
    assert list(catalogue.obsolete) == []
    assert "@" not in file.read_text("utf-8")


@every_catalogue
def test_every_gap_of_a_text_is_in_its_translation(file: Path):
    """A form for one number alone, such as «two months» in Arabic, may leave the number out."""
    with file.open("rb") as source:
        catalogue = read_po(source)
    wrong = []
    for message in catalogue:
        needed = gaps(message.id[1]) if message.pluralizable else gaps(message.id)
        spare = {"count"} if message.pluralizable else set()
        wrong += [f for f in forms(message) if not needed - spare <= gaps(f) <= needed]
    assert wrong == []


def forms(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


def gaps(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


def test_every_holiday_has_a_name_to_translate():
    """The names come from a package, where extraction does not look."""
    days = (
        date(year, month, day)
        for year in (2022, 2027)
        for month in range(1, 13)
        for day in range(1, 29)
    )
    found = {name for day in days if (name := holidays_dk.public_holiday(day))}
    assert found <= set(holidays_dk.NAMES)


# Words


DAYS = {
    "da": "torsdag den 24. december 2026",
    "en": "Thursday 24 December 2026",
    "uk": "четвер, 24 грудня 2026 року",
    "ar": "الخميس، 24 ديسمبر 2026",
}
HOURS = {
    "da": "kl. 9–12 og kl. 13.30–15.00",
    "en": "9:00–12:00 and 13:30–15:00",
    "uk": "9:00–12:00 і 13:30–15:00",
    "ar": "9:00–12:00 و13:30–15:00",
}
AGES = {
    "da": "Børn fra 4 måneder til 6 år",
    "en": "Children from 4 months to 6 years",
    "uk": "Діти від 4 місяців до 6 років",
    "ar": "أطفال من عمر 4 أشهر إلى 6 سنوات",
}


@pytest.mark.parametrize("code", LANGUAGES)
def test_dates_times_and_ages_are_said_in_the_language(code: str):
    """The 24-hour clock and Western digits everywhere, as on the signs that one will meet."""
    slots = (Slot(time(9), time(12)), Slot(time(13, 30), time(15)))
    with in_language(code):
        assert day_in_words(date(2026, 12, 24)) == DAYS[code]
        assert plain(day_hours_in_words(DayHours(slots))) == HOURS[code]
        assert age_range(Age(4), Age(72)) == AGES[code]


@every_translation
def test_days_are_said_as_one_says_them(code: str):
    with in_language(code):
        assert relative_day(TODAY, TODAY) == _("i dag") != "i dag"
        later = date(2026, 12, 24)
        assert relative_day(later, TODAY) == day_and_month(later)


@pytest.mark.parametrize(
    ("count", "text"),
    [(1, "1 пропозиція"), (3, "3 пропозиції"), (5, "5 пропозицій"), (21, "21 пропозиція")],
)
def test_ukrainian_counts_in_three_forms(count: int, text: str):
    with in_language("uk"):
        assert ngettext("{count} tilbud", "{count} tilbud", count) == text


@pytest.mark.parametrize(
    ("count", "text"),
    [(1, "شهر واحد"), (2, "شهرين"), (3, "3 أشهر"), (11, "11 شهرًا"), (100, "100 شهر")],
)
def test_arabic_counts_in_six_forms(count: int, text: str):
    with in_language("ar"):
        assert ngettext("{count} måned", "{count} måneder", count) == text


def test_a_choice_is_called_by_its_name_in_the_language():
    """Danish is what editors, messages and feeds get."""
    assert Audience.FATHERS.label == "Fædre"
    with in_language("en"):
        assert Audience.FATHERS.label == "Fathers"


def test_nothing_said_is_nothing_in_every_language():
    """gettext's answer to the empty text is the head of its catalogue."""
    with in_language("uk"):
        assert _("") == ""


# Texts that lack a translation

HERE = LocalText({"da": "Kom <ind>.", "en": "Come in."})


def test_a_text_is_given_in_the_language_or_else_marked_as_danish():
    """WCAG 2.2, 3.1.2: a screen reader must not read Danish aloud as Ukrainian."""
    with in_language("en"):
        assert words(HERE) == "Come in."
    with in_language("uk"):
        assert words(HERE) == "Kom <ind>."
        assert words(HERE).__html__() == '<span lang="da">Kom &lt;ind&gt;.</span>'
    with in_language("ar"):
        assert words(HERE).__html__() == '<span lang="da" dir="ltr">Kom &lt;ind&gt;.</span>'
    assert type(words(HERE)) is str


def test_a_marked_text_keeps_its_mark_inside_a_sentence():
    with in_language("en"):
        danish = in_danish("<20 kr.>")
        marked = '<span lang="da">&lt;20 kr.&gt;</span>'
        assert fill("Price & more: {0}", danish).__html__() == f"Price &amp; more: {marked}"
        assert join(" & ", ["a", danish]).__html__() == f"a &amp; {marked}"
        assert in_a_row(["<a>", danish, "c"]).__html__() == f"&lt;a&gt;, {marked} and c"
        assert sentence(in_danish("ø")).__html__() == '<span lang="da">Ø</span>'
        assert type(fill("{0} and {1}", "a", "b")) is str


def test_danish_markdown_stands_in_an_element_of_its_own():
    """The same text, once plain and once marked, is not taken for one by the cache."""
    assert to_html("Hej") == "<p>Hej</p>"
    with in_language("ar"):
        assert to_html(in_danish("Hej")) == '<div lang="da" dir="ltr"><p>Hej</p></div>'
    assert to_html("Hej") == "<p>Hej</p>"


def test_numbers_keep_their_order_in_a_text_from_right_to_left():
    with in_language("ar"):
        assert isolated("00 00 00 01").__html__() == '<bdi dir="ltr">00 00 00 01</bdi>'
    with in_language("uk"):
        assert type(isolated("00 00 00 01")) is str


# The example in four languages


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example's own folder, built with an address."""
    site = tmp_path_factory.mktemp("languages") / "site"
    build_site(PROJECT, site, "eksempel", base_url=BASE)
    return site / "eksempel"


@pytest.fixture(scope="module")
def pages(example: Path) -> dict[str, Element]:
    return read_site(example)


def language_of(address: str) -> str:
    first = address.partition("/")[0]
    return first if first in TRANSLATED else "da"


# The page for the lost speaks all languages at once; staff read Danish.
ONCE = {"404.html", "personale/index.html"}


def test_every_page_for_parents_but_the_one_for_the_lost_is_there_in_every_language(pages):
    danish = {address for address in pages if language_of(address) == "da"} - ONCE
    for code in TRANSLATED:
        translated = {address for address in pages if language_of(address) == code}
        assert translated == {f"{code}/{address}" for address in danish}


def test_every_file_is_there_once(example: Path):
    """Pictures and the stylesheet are the same in all languages; calendars, what is searched, what
    is said in the podcast and what other sites show are not."""
    calendars = {file.relative_to(example) for file in (example / "kalender").rglob("*.ics")}
    for code in TRANSLATED:
        below = example / code
        assert {file.relative_to(below) for file in below.rglob("*.ics")} == calendars
        files = {file.name for file in below.rglob("*.*") if file.suffix != ".ics"}
        shown_elsewhere = {"today.json", "events.json", "offers.json"}
        assert files == {"index.html", "indeks.json", "tekst.vtt", *shown_elsewhere}


def test_calendars_speak_the_language_of_their_folder(example: Path):
    """The same activities under the same names for machines, in the words of the language."""
    danish = read_with_icalendar((example / "kalender/alle.ics").read_bytes())
    for code, cancelled in {"en": "CANCELLED: ", "uk": "СКАСОВАНО: ", "ar": "أُلغي: "}.items():
        calendar = (example / code / "kalender/alle.ics").read_bytes()
        assert faults_of(calendar) == []
        told = {entry.uid: entry for entry in read_with_icalendar(calendar)}
        assert told.keys() == {entry.uid for entry in danish}
        assert {e.uid: (e.start, e.end, e.cancelled) for e in told.values()} == {
            e.uid: (e.start, e.end, e.cancelled) for e in danish
        }
        assert all(e.summary.startswith(cancelled) == e.cancelled for e in told.values())
        left = [e.description for e in told.values() if DANISH.search(_words_of(e.description))]
        assert left == []
        links = [line for line in unfolded(calendar) if line.startswith("URL:")]
        assert all(link.startswith(f"URL:{BASE}eksempel/{code}/kalender/") for link in links)


def _words_of(text: str) -> str:
    """A description without names, addresses of pages, and prices, which have one language."""
    return without_names(re.sub(r"https://\S+|^.*kr\..*$", "", text, flags=re.MULTILINE))


def test_every_page_offers_the_calendars_of_its_language(example: Path, pages):
    for code in TRANSLATED:
        address = f"{code}/kalender/index.html"
        links = [link["href"] for link in pages[address].all("a") if ".ics" in link["href"]]
        assert f"webcal://{BASE.removeprefix('https://')}eksempel/{code}/kalender/alle.ics" in links
        files = [(example / address).parent / link for link in links if ":" not in link]
        assert files
        assert all(file.resolve().is_relative_to(example / code) for file in files)


def test_every_page_says_its_language_and_direction(pages):
    for address, page in pages.items():
        html = page.first("html")
        code = language_of(address)
        assert (html["lang"], html["dir"]) == (code, "rtl" if code == "ar" else ""), address


def test_every_link_of_every_language_leads_somewhere(example: Path):
    assert [str(problem) for problem in verify(example.parent)] == []


def test_every_page_leads_to_itself_in_the_other_languages(pages):
    """By links that a reader of that language recognises, and for searchers in the head."""
    for address, page in pages.items():
        # What another site shows in a frame is in the language that the site has asked for.
        if address in ONCE or "indlejr/" in address:
            continue
        own = address.removeprefix(f"{language_of(address)}/").removesuffix("index.html")
        wanted = {c: f"{BASE}eksempel/{own if c == 'da' else f'{c}/{own}'}" for c in LANGUAGES}
        # The podcast's feed is an alternate too, of another type and in no other language.
        others = [link for link in page.all("link") if link["rel"] == "alternate"]
        alternates = [link for link in others if link["type"] != "application/rss+xml"]
        assert {link["hreflang"]: link["href"] for link in alternates} == {
            **wanted,
            "x-default": wanted["da"],
        }
        chooser = [link for link in page.all("a") if link["hreflang"]]
        assert {link["lang"]: link.text for link in chooser} == LANGUAGES
        [current] = [link for link in chooser if link["aria-current"]]
        assert current["lang"] == language_of(address)


def test_a_page_with_danish_on_it_says_so_once(pages):
    """Near the top, before the text that it is about."""
    for address, page in pages.items():
        said = [p for p in page.all("p") if "partly-danish" in p["class"]]
        own = [e for e in page.first("main").all() if e["lang"] == "da"]
        reports = [e for div in page.all("div") if "source-list" in div["class"] for e in div.all()]
        missing = [e for e in own if not is_name(e) and e not in reports]
        assert len(said) <= 1
        assert bool(said) <= bool(own), address
        assert bool(missing) <= bool(said), address


def is_name(element: Element) -> bool:
    """A name, the number of a bus or a photographer: Danish in every language."""
    return (
        element.text in (*NAMES, *LANGUAGES.values())
        or element.text[:1].isdigit()
        or element.tag == "img"
    )


def test_no_danish_of_ours_is_left_on_a_page_in_another_language(pages):
    """Danish letters stand only in what is marked as Danish, and in proper names."""
    left = [
        f"{address}: {text}"
        for address, page in pages.items()
        if language_of(address) != "da"
        for text in unmarked(page.first("html"))
        if DANISH.search(without_names(text))
    ]
    assert sorted({text.partition(": ")[2] for text in left}) == []


# Letters, and words without them that we use most.
DANISH = re.compile(
    r"[æøåÆØÅ]|\b(og|til|fra|eller|kl|ikke|den|dig|jer|huset|tilbud|lukket|uge)\b", re.I
)
NAMES = (
    "Forældre & Sorg",
    "Solsikken på biblioteket",
    "Søparken",
    "Familiehuset Solsikken",
    "Fædrenes Forening i Eksempelby",
    "Regionaltog",
    "Opdigtet eksempel",
    "Alt i denne mappe er fundet på",
    "Barnets lov § 29",
    "BørneTelefonen",
    "Alarmcentralen",
    "Livslinien",
    "Giftlinjen",
    "Lev Uden Vold",
    "Eksempel Kommune (tegning)",
    "Social- og Boligstyrelsen",
    "Socialstyrelsen",
)
READ_ALOUD = ("alt", "aria-label", "title", "content", "data-label", "data-open", "data-opens")


def without_names(text: str) -> str:
    for name in (*NAMES, *LANGUAGES.values()):
        text = text.replace(name, "")
    return text


def is_for_machines(element: Element) -> bool:
    """The title and description that other sites show, and where a code leads."""
    is_shared = element["property"] or element["name"].startswith("twitter:")
    return element.tag == "meta" and bool(is_shared or element["http-equiv"])


def unmarked(element: Element) -> Iterator[str]:
    """Every text of a page, and every attribute that is read aloud, but what is marked Danish.

    What is for machines says what the page says (test_linked_data.py, test_sharing.py) and knows
    no `lang`.
    """
    if element["lang"] == "da" or element.tag == "script" or is_for_machines(element):
        return
    yield from (element[name] for name in READ_ALOUD if name in element.attributes)
    for child in element.children:
        if isinstance(child, Element):
            yield from unmarked(child)
        else:
            yield child


def test_no_markup_stands_in_an_attribute(example: Path):
    """A marked text loses its markup where none can stand."""
    for file in example.rglob("*.html"):
        assert not re.search(r'="[^"<>]*<(span|bdi|div)', file.read_text("utf-8")), file


# In the browser


@pytest.fixture(scope="module")
def address(example: Path, served: Callable[[Path], str]) -> str:
    return f"{served(example.parent)}/eksempel"


@pytest.mark.browser
@pytest.mark.parametrize(
    ("code", "moment", "text"),
    [
        # 23 November 2026 is a Monday: open 9-12 and 13-15.30. Tuesday opens at 9.
        ("da", "2026-11-23T11:00+01:00", "Åbent nu, til kl. 12"),
        ("en", "2026-11-23T11:00+01:00", "Open now, until 12:00"),
        ("en", "2026-11-23T12:30+01:00", "Closed now | Opens today at 13:00"),
        ("uk", "2026-11-23T16:00+01:00", "Зараз зачинено | Відчиниться: завтра, 9:00"),
        ("ar", "2026-11-23T14:00+01:00", "مفتوح الآن حتى الساعة 15:30"),
        ("ar", "2026-11-22T14:00+01:00", "مغلق الآن | يفتح غدًا الساعة 9:00"),
        ("en", "2027-11-22T14:00+01:00", "See the opening hours"),
    ],
)
def test_the_script_says_in_the_language_whether_it_is_open(
    page: Page, address: str, code: str, moment: str, text: str
):
    page.clock.set_fixed_time(datetime.fromisoformat(moment))
    page.goto(f"{address}/{'' if code == 'da' else f'{code}/'}")
    status = page.locator(".today__status").first
    said = status.locator(".today__text, .today__next").all_inner_texts()
    assert " | ".join(filter(None, said)) == text


@pytest.mark.browser
def test_an_arabic_page_runs_from_right_to_left(page: Page, address: str):
    """The name of the house stands on the right, and the arrow back points there."""
    page.goto(f"{address}/ar/tilbud/tryghedscirklen/")
    name = page.locator(".site-header__name").bounding_box()
    menu = page.locator(".site-header__nav").bounding_box()
    assert name["x"] > menu["x"] + menu["width"]
    assert page.locator(".trail .icon--turned").count() == 1


@pytest.mark.browser
def test_one_click_leads_to_the_same_page_in_another_language(page: Page, address: str):
    page.goto(f"{address}/tilbud/tryghedscirklen/")
    page.get_by_role("link", name="Українська").click()
    assert page.url == f"{address}/uk/tilbud/tryghedscirklen/"
    page.get_by_role("link", name="Dansk").click()
    assert page.url == f"{address}/tilbud/tryghedscirklen/"
