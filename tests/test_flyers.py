"""Flyers as those who use them meet them: a camera, a printer, a screen reader, an editor."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, fields, is_dataclass, replace
from datetime import date
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pikepdf
import pypdfium2
import pytest
from building import (
    PROJECT,
    ROOT,
    SLUGS,
    TODAY,
    build_site,
    copied_project,
    files_below,
    golden_project,
    opened_house,
    replace_in,
)
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from past import Past, house_at
from PIL import Image, ImageFilter
from playwright.sync_api import Browser, expect
from printed import codes, fonts, opened, rendered, tags, text_of

from site_generator.build import check
from site_generator.kept import Kept
from site_generator.language.spoken import load_language, speaking
from site_generator.making.progress import Silent
from site_generator.print.contents import in_black, sheet_of
from site_generator.print.jobs import Job, house_jobs
from site_generator.print.misfits import misfit_problems
from site_generator.print.sheets import Document, Sheet, with_fewer_hours
from site_generator.print.typesetting import DoesNotFitError, Misfit, Typesetter
from site_generator.problems import Problem
from site_generator.project import Order, Project
from site_generator.schema.choices import FlyerKind, Paper
from site_generator.schema.printed_fields import PICTURES
from site_generator.told.house import House
from site_generator.views.flyers.announcements import announcements

pytest_plugins = "built_site"

TEMPLATES = ROOT / "themes" / "familiehus" / "print"
LOCALES = ROOT / "themes" / "familiehus" / "locales"

# Reading distance over ten: in the hand, on a wall, across a waiting room.
WIDEST = {Paper.A5: 30, Paper.A4: 60, Paper.A3: 100}
IN_THE_HAND = (
    FlyerKind.CARD,
    FlyerKind.TWO_FLYERS,
    FlyerKind.RACK_CARD,
    FlyerKind.LETTER,
    FlyerKind.TALLY,
)
KINDS = tuple(kind.value for kind in FlyerKind)

TITLE, BODY = 'Far # $x$ \\ "a" [b] *c* _d_ `e` @f <g> //h', "Æ #panic() 🎉 $ \\n ]]"


def house_of(slug: str, root: Path = PROJECT, base_url: str = "") -> House:
    return opened_house(root, slug, base_url=base_url)


def jobs_of(slug: str) -> list[Job]:
    return list(house_jobs(house_of(slug), LOCALES, print_shop=True))


@pytest.fixture(scope="session")
def typesetter() -> Typesetter:
    return Typesetter(TEMPLATES)


@pytest.fixture(scope="session")
def kept() -> Kept:
    return Kept(ROOT / ".cache" / "rendered")


@pytest.fixture(scope="session")
def sheets() -> dict[str, Sheet]:
    """A sheet of every kind, from the example municipality."""
    house = house_of("eksempel")
    chosen = {}
    for flyer in house.municipality.flyers.flyers:
        chosen.setdefault(flyer.kind.value, sheet_of(house, flyer, flyer.paper[0]))
    assert set(chosen) == set(KINDS), "the example shows every kind of flyer"
    return chosen


def short(sheet: Sheet) -> Sheet:
    """With little else than its title, so that only the title can be too much."""
    return replace(
        sheet, offers=(), events=(), ways=(), places=sheet.places[:1], hours=None, phone_hours=None
    )


def bound(sheet: Sheet) -> Document:
    return Document(sheet.title, sheet.name, sheet.language, (2026, 11, 22), (sheet,))


@pytest.mark.parametrize("slug", SLUGS)
def test_every_code_on_every_flyer_leads_to_a_page_that_exists(site: Path, slug: str):
    """Read at 100 dots an inch in grey, and again askew, as a hand holds a telephone."""
    for file in sorted((site / slug / "flyers").glob("*.pdf")):
        found = set()
        for picture in rendered(file):
            upright = {code.text for code in codes(picture)}
            askew = picture.rotate(7, expand=True, fillcolor=255)
            assert {code.text for code in codes(askew)} >= upright
            found |= upright
        assert found, f"{file.name} has no code that can be read"
        for link in found:
            path = urlsplit(link).path.lstrip("/")
            assert link.startswith("https://"), link
            assert (site / path / "index.html").is_file(), f"{file.name} leads to {link}"


@pytest.mark.parametrize("slug", ["eksempel"])
def test_codes_are_wide_enough_for_the_distance_they_are_read_from(slug: str, kept, typesetter):
    for job in jobs_of(slug):
        if len(job.flyers) > 1 or job.variant or job.paper in PICTURES:
            continue
        dpi = 150
        pictures = rendered(typesetter.pdf(job.document), dpi)
        widths = [code.width for picture in pictures for code in codes(picture, dpi)]
        # What is cut out, folded or lies on a table is held in the hand, whatever its sheet.
        least = 30 if job.flyers[0].kind in IN_THE_HAND else WIDEST[job.paper]
        assert max(widths) >= least * 0.985, f"{job.address}: {max(widths):.1f} mm"


@pytest.mark.parametrize("slug", SLUGS)
def test_every_flyer_is_an_accessible_pdf(site: Path, slug: str):
    """ISO 14289-1 (PDF/UA-1), as far as it can be seen from outside a validator."""
    for file in sorted((site / slug / "flyers").glob("*.pdf")):
        with opened(file) as pdf:
            root = pdf.Root
            assert root.MarkInfo.Marked, file.name
            assert str(root.Lang) in ("da", "en", "uk", "ar"), file.name
            assert root.ViewerPreferences.DisplayDocTitle, file.name
            with pdf.open_metadata() as about:
                assert about["pdfuaid:part"] == "1"
                assert about["dc:title"]
            assert all("/FontFile2" in f or "/FontFile3" in f for f in fonts(pdf)), file.name
            _has_good_structure(file.name, pdf)


def _has_good_structure(name: str, pdf: pikepdf.Pdf) -> None:
    found = tags(pdf)
    headings = [int(tag.name[1]) for tag in found if re.fullmatch(r"H[1-6]", tag.name)]
    assert headings and headings[0] == 1, f"{name} begins with heading {headings[:1]}"
    assert all(after <= before + 1 for before, after in pairwise(headings)), (
        f"{name} skips a heading"
    )
    assert all(tag.alt for tag in found if tag.name == "Figure"), f"{name} has a mute picture"
    assert any("QR" in tag.alt for tag in found if tag.name == "Figure"), name


def test_the_text_of_a_flyer_is_what_the_records_say(typesetter: Typesetter, sheets):
    """Everything that a sheet holds for its kind can be copied out of its PDF, letter by letter."""
    shown = {
        "flyer": ("title", "sentence", "offers", "hours", "phone_number", "places", "made"),
        "poster": ("title", "sentence", "events", "phone_number", "made"),
        "waiting_room": ("title", "sentence", "offers", "hours", "phone_number", "made"),
        "leaflet": ("title", "sentence", "offers", "hours", "phone_number", "places", "made"),
        "card": ("title", "phone_number"),
        "evaluation": ("title", "sentence", "staff_note", "staff_heading"),
        "month": ("title", "events", "hours", "phone_number", "made"),
        "overview": ("title", "sentence", "overview", "refer", "phone_number", "made"),
        "two_flyers": ("title", "sentence", "offers", "hours", "phone_number", "places", "made"),
        "strips": ("title", "sentence", "phone_number", "places", "made"),
        "rack_card": ("title", "sentence", "offers", "phone_number", "places", "promises"),
        "large_print": ("title", "sentence", "offers", "hours", "phone_number", "mail", "ways"),
        "letter": ("title", "sentence", "offers", "hours", "phone_number", "mail", "promises"),
        "tally": ("title", "sentence", "made"),
        "post": ("title", "sentence", "notice"),
    }
    for kind, sheet in sheets.items():
        text = _squeezed(text_of(typesetter.pdf(bound(sheet))))
        # The hours of several places, or, where there is no room, that the code leads to them.
        missing = [
            [
                words
                for field in shown[kind]
                for words in _texts(field, asdict(either)[field])
                if _squeezed(words) not in text
            ]
            for either in (sheet, with_fewer_hours(sheet))
        ]
        assert [] in missing, (kind, missing)


def _texts(field: str, value: object) -> list[str]:
    """The texts in a field. An offer's summary or its facts may be left out where it is tight."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        kept = {k: v for k, v in value.items() if field != "offers" or k == "title"}
        for of_the_screen in ("otherwise", "link", "icon"):
            kept.pop(of_the_screen, None)
        return [text for inner in kept.values() for text in _texts(field, inner)]
    if isinstance(value, list | tuple):
        return [text for inner in value for text in _texts(field, inner)]
    return []


def _squeezed(text: str) -> str:
    """Without spaces, hyphens and case: where lines break is the template's business."""
    return re.sub(r"[\s\u00ad\u2010-\u2011-]", "", text).casefold()


@pytest.mark.parametrize("kind", KINDS)
def test_what_an_author_writes_is_text_and_never_code(kind: str, typesetter: Typesetter, sheets):
    """Everything that Typst or SVG could take for code comes out as it was written."""
    sheet = replace(short(sheets[kind]), title=TITLE, sentence=BODY)
    text = _squeezed(text_of(typesetter.pdf(bound(sheet))))
    assert _squeezed(TITLE.replace("🎉", "")) in text


@pytest.mark.parametrize("kind", KINDS)
def test_a_title_that_is_far_too_long_is_told_of(kind: str, typesetter: Typesetter, sheets):
    """Never a cut-off line or a further page: the field is named, and how much is too much."""
    sheet = replace(short(sheets[kind]), title="Velkommen alle sammen " * 60)
    with pytest.raises(DoesNotFitError) as fault:
        typesetter.pdf(bound(sheet))
    found = {misfit.field: misfit.over for misfit in fault.value.misfits}
    assert found["title"] > 500
    shorter = sheet.title[: len(sheet.title) - found["title"]]
    assert typesetter.pdf(bound(replace(sheet, title=shorter)))


LONG = "Kom og mød andre. " * 25


def much_of(value: Any) -> Any:
    """The same with long texts, and with six times as much in each list."""
    if isinstance(value, str):
        return f"{value} {LONG}"
    if isinstance(value, tuple):
        return tuple(map(much_of, value)) * 6
    if is_dataclass(value) and not isinstance(value, type):
        of_author = [field.name for field in fields(value) if field.name not in ("icon", "link")]
        return replace(value, **{name: much_of(getattr(value, name)) for name in of_author})
    return value


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "whole",
    [
        pytest.param(False, id="alone"),
        pytest.param(True, id="with all else", marks=pytest.mark.slow),
    ],
)
def test_too_much_in_any_field_is_told_of(
    kind: str, whole: bool, typesetter: Typesetter, sheets: dict[str, Sheet]
):
    """Of the field of an author, whichever it is; never a fault of the template."""
    around = sheets[kind] if whole else short(sheets[kind])
    for name in AUTHORS:
        sheet = replace(around, **{name: much_of(getattr(sheets[kind], name))})
        try:
            typesetter.pdf(bound(sheet))
        except DoesNotFitError as fault:
            assert {misfit.field for misfit in fault.misfits} <= {*AUTHORS, "page", "qr"}, name


AUTHORS = ("title", "sentence", "name", "promises", "hours", "phone_hours", "mail", "phone_number")
AUTHORS += ("places", "ways", "offers", "events", "refer", "overview", "notice")
TEXTS = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=60
).filter(str.strip)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(title=TEXTS, sentence=TEXTS, name=TEXTS)
@example(title="0", sentence="0", name="0\u1680")  # a space that no font has
@example(title='"\u1680\\', sentence="0", name="0")
def test_any_text_gives_a_flyer_or_a_clear_word(
    kind: str, typesetter: Typesetter, sheets, title: str, sentence: str, name: str
):
    sheet = replace(sheets[kind], title=title, sentence=sentence, name=name)
    try:
        pdf = typesetter.pdf(bound(sheet))
    except DoesNotFitError as fault:
        assert all(m.letters or m.over or m.fits is not None for m in fault.misfits)
    else:
        assert pdf.startswith(b"%PDF")


BARE = {
    "sentence": "",
    "promises": (),
    "hours": None,
    "phone_number": "",
    "phone_hours": None,
    "mail": "",
    "places": (),
    "ways": (),
    "offers": (),
    "events": (),
    "logo": None,
    "refer": (),
    "notice": "",
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_house_that_says_little_has_a_good_flyer_all_the_same(
    kind: str, typesetter: Typesetter, sheets
):
    """No address, no telephone, no hours: nothing stands there without its content."""
    bare = replace(sheets[kind], title="Velkommen", **BARE)
    bare = replace(bare, qr=replace(bare.qr, opens="Koden åbner husets side"))
    text = text_of(typesetter.pdf(bound(bare)))
    words = asdict(bare.words)
    for heading in ("find_us", "events") + (("offers",) if kind != "overview" else ()):
        assert words[heading] not in text, f"an empty heading: {words[heading]}"


def test_a_print_shop_gets_the_paper_and_what_is_cut_away(typesetter: Typesetter, sheets):
    """The trimmed size is the paper's; around it there is room for 3 mm of colour and the marks."""
    sheet = replace(sheets["flyer"], print_shop=True)
    with opened(typesetter.pdf(bound(sheet))) as pdf:
        page = pdf.pages[0]
        trim, media = page.trimbox, page.mediabox
        bleed = page.bleedbox
        assert [float(a - b) / 72 * 25.4 for a, b in zip(bleed, trim, strict=True)] == (
            pytest.approx([-3, -3, 3, 3], abs=0.01)
        )
    width = float(trim[2] - trim[0]) / 72 * 25.4
    assert width == pytest.approx(148, abs=0.1)
    assert float(trim[0] - media[0]) / 72 * 25.4 >= 3


def test_the_black_version_has_neither_colour_nor_grey(typesetter: Typesetter, sheets):
    """A copier makes dots of grey. Only a logo may have some: what is between black and white
    is nowhere wider than the soft edge of a letter, two points."""
    for kind, sheet in sheets.items():
        black = replace(sheet, ink="black", logo=None, picture=None)
        for picture in rendered(typesetter.pdf(bound(black)), 300):
            between = picture.point(lambda light: 255 if 24 <= light < 232 else 0)
            wider_than_an_edge = between.filter(ImageFilter.MinFilter(3)).histogram()[255]
            assert wider_than_an_edge == 0, f"{kind}: {wider_than_an_edge} points are grey"
            counts = picture.histogram()
            assert sum(counts[:24]) / sum(counts) < 0.25, f"{kind}: too much black"


def test_a_black_sheet_has_no_colour_in_logo_and_picture(typesetter: Typesetter, sheets):
    """Whatever the municipality has drawn: a laser printer would make dots of it."""
    for kind, sheet in sheets.items():
        document = pypdfium2.PdfDocument(typesetter.pdf(bound(in_black(sheet))))
        for page in document:
            red, green, blue = page.render(scale=1).to_pil().convert("RGB").split()
            assert red.tobytes() == green.tobytes() == blue.tobytes(), kind


def test_what_is_for_screens_is_as_large_as_they_ask_for(typesetter: Typesetter):
    """And the code on it can be scanned."""
    sizes = {}
    for job in jobs_of("eksempel"):
        if job.paper in PICTURES:
            picture = Image.open(BytesIO(typesetter.picture(job.document)))
            sizes[job.address] = picture.size
            assert [code.text for code in codes(picture.convert("L"))] == [
                job.document.sheets[0].qr.link
            ]
    assert sizes == {
        "flyers/opslag-square.png": (1080, 1080),
        "flyers/opslag-wide.png": (1200, 630),
    }


def test_large_print_has_no_letter_below_sixteen_points(typesetter: Typesetter, sheets):
    with pdfium_of(typesetter.pdf(bound(sheets["large_print"]))) as document:
        sizes = {size for page in document for size in letter_sizes(page)}
    assert min(sizes) >= 15.9


def test_the_window_of_an_envelope_shows_sender_and_nothing_else(typesetter: Typesetter, sheets):
    """20 to 105 mm from the left, 45 to 90 mm from the top (DIN 5008, form B)."""
    with pdfium_of(typesetter.pdf(bound(sheets["letter"]))) as document:
        page = document[0]
        left, right = (mm / 25.4 * 72 for mm in (20, 105))
        top, below_sender, bottom = (page.get_height() - mm / 25.4 * 72 for mm in (45, 54, 90))
        text = page.get_textpage()
        shown = text.get_text_bounded(left, below_sender, right, top)
        assert sheets["letter"].name in shown
        assert text.get_text_bounded(left, bottom, right, below_sender).strip() == ""


@contextmanager
def pdfium_of(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        yield document
    finally:
        document.close()


def letter_sizes(page: pypdfium2.PdfPage) -> Iterator[float]:
    """The size of each letter that is drawn, in points."""
    text = page.get_textpage()
    for index in range(text.count_chars()):
        if text.get_text_range(index, 1).strip():
            yield pypdfium2.raw.FPDFText_GetFontSize(text, index)


def test_only_what_changed_is_made_again(tmp_path: Path):
    calls = []

    def make() -> bytes:
        calls.append(1)
        return b"content"

    kept = Kept(tmp_path)
    assert [kept.get("one", make), kept.get("one", make)] == [b"content"] * 2
    assert len(calls) == 1
    kept.get("another", make)
    assert len(calls) == 2


def test_a_print_shop_is_asked_for(tmp_path: Path):
    root = copied_project(tmp_path / "project", "vordingborg")
    build_site(root, tmp_path / "site")
    assert not [name for name in files_below(tmp_path / "site") if "trykkeri" in name]


@pytest.fixture
def history(tmp_path: Path) -> Path:
    """A project with the example municipality, whose files are on the main branch."""
    root = copied_project(tmp_path / "project", "eksempel")
    git(root, "init", "-q", "-b", "main")
    commit(root)
    return root


def git(root: Path, *arguments: str) -> None:
    names = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", root, *names, *arguments], check=True, capture_output=True)


def commit(root: Path) -> None:
    git(root, "add", "municipalities")
    git(root, "commit", "-qm", "x")


def flyer_problems(root: Path) -> list[Problem]:
    problems = check(Order(Project(root), Path(), ("eksempel",), TODAY), Silent())
    return [problem for problem in problems if problem.path.endswith("flyers.yml")]


def test_a_printed_code_that_is_changed_is_refused(history: Path):
    replace_in(history / "municipalities/eksempel/flyers.yml", "code: laege", "code: laegen")
    [problem] = flyer_problems(history)
    assert problem.level == "error"
    assert "«laege»" in problem.message
    assert "retired_codes" in problem.remedy


def test_a_printed_code_that_leads_elsewhere_is_enough(history: Path):
    flyers = history / "municipalities/eksempel/flyers.yml"
    replace_in(flyers, "code: laege", "code: laegen")
    replace_in(flyers, "retired_codes:", "retired_codes:\n  - code: laege\n    forward: find-os/")
    assert flyer_problems(history) == []


def test_a_printed_code_is_not_used_for_another_flyer(history: Path):
    flyers = history / "municipalities/eksempel/flyers.yml"
    replace_in(flyers, "id: ventevaerelse", "id: noget-andet")
    [problem] = flyer_problems(history)
    assert "«laege»" in problem.message and "«ventevaerelse»" in problem.message


def test_a_code_is_remembered_after_many_changes(history: Path):
    """Also when the change that removed it has itself been on the main branch for long."""
    flyers = history / "municipalities/eksempel/flyers.yml"
    replace_in(flyers, "code: laege", "code: laegen")
    commit(history)
    replace_in(flyers, "Ring eller kom forbi.", "Ring, eller kom forbi.")
    commit(history)
    assert [p for p in flyer_problems(history) if "«laege»" in p.message]


def sheets_on(past: Past, today: date) -> dict[str, Document]:
    """Every document of the house by its address, as a nightly build would set it."""
    return {job.address: job.document for job in house_jobs(house_at(past, today), LOCALES, False)}


FLYERS = """\
flyers:
  - {id: velkommen, code: hej, title: Kom og sig hej, offers: [babycafe], languages: [da, en]}
  - {id: program, code: program, kind: month, paper: [a4], title: Det sker}
  - {id: svar, code: svar, title: Svar os, target_link: "https://www.eksempel.dk/svar"}
"""


@pytest.fixture
def past(tmp_path: Path) -> Past:
    """The golden municipality with three flyers, all of it committed on 1 October 2026."""
    past = Past(golden_project(tmp_path / "project"))
    past.write(".gitignore", ".cache\nthemes\n")
    past.write("municipalities/testkommune/flyers.yml", FLYERS)
    past.commit(date(2026, 10, 1))
    return past


def test_a_flyer_says_when_its_facts_changed_last(past: Past):
    """A parent can see whether the sheet on the door is still right, in each language."""
    found = sheets_on(past, TODAY)
    made = {address: document.sheets[0].made for address, document in found.items()}
    assert made["flyers/velkommen-a5.pdf"] == (
        "Sidst rettet 1. oktober 2026. Scan koden, og se dagens tider."
    )
    assert made["flyers/velkommen-a5-en.pdf"] == (
        "Last updated on 1 October 2026. Scan the code to see today’s hours."
    )
    assert made["flyers/svar-a5.pdf"] == "Sidst rettet 1. oktober 2026."
    assert found["flyers/velkommen-a5.pdf"].date == (2026, 10, 1)


@pytest.mark.parametrize(
    ("file", "renewed"),
    [
        ("municipalities/testkommune/opening_hours.yml", "velkommen program svar"),
        ("municipalities/testkommune/offers.yml", "velkommen program svar"),
        ("municipalities/testkommune/events.yml", "velkommen program"),
        ("content/catalogue/babycafe.yml", "velkommen"),
        ("municipalities/testkommune/podcasts.yml", ""),
        ("municipalities/nabo/site.yml", ""),
    ],
)
def test_a_flyer_is_renewed_by_what_it_draws_from(past: Past, file: str, renewed: str):
    """And by nothing else."""
    old = (past.root / file).read_text("utf-8") if (past.root / file).exists() else ""
    past.write(file, f"{old}\n# Rettet.\n")
    past.commit(date(2026, 11, 20))
    found = sheets_on(past, TODAY)
    for name in ("velkommen", "program", "svar"):
        (address,) = [key for key in found if re.search(rf"/{name}-a\d\.pdf", key)]
        day = "20. november" if name in renewed.split() else "1. oktober"
        assert found[address].sheets[0].made.startswith(f"Sidst rettet {day} 2026."), name


def test_a_night_sets_only_what_tells_of_days(past: Past):
    """The month's programme moves on; a flyer of which no fact changed is the same document."""
    one, other = sheets_on(past, date(2026, 11, 22)), sheets_on(past, date(2026, 11, 27))
    renewed = {address for address in one if one[address] != other[address]}
    moving = {address for address in one if re.search("program|pakke", address)}
    assert renewed == moving != set()


def test_the_same_facts_give_the_same_bytes(past: Past, typesetter: Typesetter):
    """Also of what stands beside the text in a PDF, such as its date."""
    pdfs = [
        typesetter.pdf(sheets_on(past, day)["flyers/velkommen-a5.pdf"])
        for day in (date(2026, 11, 22), date(2026, 11, 23))
    ]
    assert pdfs[0] == pdfs[1]
    past.write("municipalities/testkommune/location.yml", "places: []\n")  # not committed
    found = sheets_on(past, TODAY)["flyers/velkommen-a5.pdf"]
    assert found.date == (TODAY.year, TODAY.month, TODAY.day)


def test_without_a_history_a_flyer_names_no_day(past: Past, typesetter: Typesetter):
    """Nobody knows it then, and the day of the build would be none."""
    (past.root / ".git").rename(past.root / "git")
    found = sheets_on(past, TODAY)
    document = found["flyers/velkommen-a5.pdf"]
    assert document.sheets[0].made == "Scan koden, og se dagens tider."
    assert found["flyers/svar-a5.pdf"].sheets[0].made == ""
    assert b"/CreationDate" not in typesetter.pdf(document)
    typesetter.pdf(found["flyers/svar-a5.pdf"])


def test_a_flyer_speaks_its_language():
    house = house_of("eksempel")
    flyer = next(f for f in house.municipality.flyers.flyers if f.id == "velkommen")
    with speaking(load_language("ar", LOCALES)):
        sheet = sheet_of(house, flyer, Paper.A5)
    assert (sheet.language, sheet.direction) == ("ar", "rtl")
    assert not re.search("[æøåÆØÅ]", sheet.title + sheet.sentence + sheet.made + sheet.qr.opens)


@pytest.mark.parametrize("slug", SLUGS)
def test_the_ready_texts_are_within_their_length(slug: str):
    """Also in a house of which little is known, and never cut off in the middle of a word."""
    limits = (700, 1000, 280)
    for announcement, most in zip(announcements(house_of(slug)), limits, strict=True):
        text = "\n\n".join("\n".join(lines) for lines in announcement.paragraphs)
        assert 0 < len(text) <= most
        assert not text.endswith("…")


@pytest.mark.browser
def test_a_code_opens_its_page_without_javascript(browser: Browser, address: str):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 375, "height": 667})
    page = context.new_page()
    page.goto(f"{address}/eksempel/q/far/", wait_until="domcontentloaded")
    page.wait_for_url("**/eksempel/tilbud/fars-legestue/")
    assert page.locator("h1").inner_text() == "Fars Legestue"
    page.goto(f"{address}/eksempel/ar/q/velkommen/", wait_until="domcontentloaded")
    page.wait_for_url("**/eksempel/ar/")
    context.close()


@pytest.mark.browser
def test_a_text_is_copied_line_by_line_while_it_stands_folded(browser: Browser, address: str):
    """Nobody has to open it first; what is pasted has the paragraphs that one would read."""
    with browser.new_context(permissions=["clipboard-read", "clipboard-write"]) as context:
        page = context.new_page()
        page.goto(f"{address}/eksempel/flyers/")
        box = page.locator(".copy-text").first
        box.get_by_role("button").click()
        expect(box.get_by_role("status")).to_have_text("Kopieret")
        copied = page.evaluate("navigator.clipboard.readText()")
        box.locator("summary").click()
        read = box.locator(".copy-text__text > p").all_inner_texts()
        assert copied.split("\n\n") == read
        assert len(read) > 2


@pytest.mark.browser
def test_on_a_telephone_flyers_stand_two_abreast_by_their_use(browser: Browser, address: str):
    """What hangs on the wall apart from what goes into a bag; one language at once, the others
    behind one door."""
    with browser.new_context(viewport={"width": 375, "height": 667}) as context:
        page = context.new_page()
        page.goto(f"{address}/eksempel/flyers/")
        shelves = page.locator("section:has(.flyer-card)")
        assert shelves.locator("h2").all_inner_texts() == [
            "Til væggen",
            "Til tasken",
            "Til skærme og opslag",
            "Til fagfolk",
        ]
        first, second = (shelves.first.locator(".flyer-card").nth(n).bounding_box() for n in (0, 1))
        assert first["y"] == second["y"]
        doors = page.locator(".flyer-card:has(details)")
        assert doors.count() > 0
        for card in doors.all():
            assert card.locator("details").count() == 1
            assert card.locator(".downloads").first.is_visible()
            assert not card.locator("details .downloads").first.is_visible()


@pytest.mark.parametrize(
    ("field", "fits", "said"),
    [
        ("offers", 0, "Der er slet ikke plads til tilbud på A5 (9 tegn for meget). Gør "),
        ("offers", 1, "Der er kun plads til 1 tilbud på A5 (9 tegn for meget). Vælg færre, "),
        ("events", 0, "Der er slet ikke plads til aktiviteter på A5 (9 tegn for meget). Gør "),
        ("events", 1, "Der er kun plads til 1 aktivitet på A5 (9 tegn for meget). Resten "),
        ("events", 2, "Der er kun plads til 2 aktiviteter på A5 (9 tegn for meget). Resten "),
    ],
)
def test_how_many_there_is_room_for_is_said_as_people_say_it(field: str, fits: int, said: str):
    job = next(one for one in jobs_of("eksempel") if (one.paper, one.language) == (Paper.A5, "da"))
    (problem,) = misfit_problems(job, (Misfit(field, over=9, fits=fits),))
    assert f"{problem.message} {problem.remedy}".startswith(said)
