"""Where the lines of a sheet end: between sentences, and never between a number and its word."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from building import PROJECT, ROOT, opened_house
from printed import opened, text_by_poppler
from pypdfium2 import PdfDocument

from site_generator.language.spoken import load_language, speaking
from site_generator.print.contents import sheet_of
from site_generator.print.line_ends import held_together
from site_generator.print.sheets import Document, Sheet
from site_generator.print.typesetting import Typesetter
from site_generator.schema.choices import FlyerKind

LOCALES = ROOT / "themes" / "familiehus" / "locales"


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    return Typesetter(ROOT / "themes" / "familiehus" / "print")


def sheet(kind: FlyerKind, slug: str = "eksempel") -> Sheet:
    house = opened_house(PROJECT, slug, base_url="https://solsikken.example/")
    flyer = next(f for f in house.municipality.flyers.flyers if f.kind is kind)
    with speaking(load_language("da", LOCALES)):
        return sheet_of(house, flyer, flyer.paper[0])


def pdf_of(typesetter: Typesetter, said: Sheet) -> bytes:
    return typesetter.pdf(Document(said.title, said.name, said.language, None, (said,)))


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Børn op til 6 år.", "Børn op til_6_år."),
        ("Frokosten koster 20 kr.", "Frokosten koster 20_kr."),
        ("kl. 9–12 og 13.00–15.30", "kl._9–12 og_13.00–15.30"),
        ("man. 9–12, ons. efter aftale", "man._9–12, ons. efter aftale"),
        ("Mandag 2. december", "Mandag 2._december"),
        ("Solsikkevej 1, 0000 Eksempelby", "Solsikkevej_1, 0000_Eksempelby"),
        ("Mellem 12 og 13. Ring først.", "Mellem 12_og 13. Ring først."),
        ("Ring 00 00 00 01", "Ring_00_00_00_01"),
        ("Children up to 6 years", "Children up to_6_years"),
        ("Діти до 6 років", "Діти до_6_років"),
        ("Kom forbi til kaffe", "Kom forbi til kaffe"),
    ],
)
def test_a_number_is_held_to_its_word(text: str, held: str):
    assert held_together(text).replace("\u00a0", "_") == held


@pytest.mark.parametrize(
    "sentence",
    [
        "Ring eller kom forbi. Du behøver ikke sige dit navn.",
        "Har du brug for ro? Så kom ind i huset, og sæt dig.",
    ],
)
def test_a_line_ends_where_a_sentence_does(typesetter: Typesetter, sentence: str):
    """Where that takes no more lines than it would otherwise."""
    said = replace(sheet(FlyerKind.WAITING_ROOM), sentence=sentence, offers=())
    page = PdfDocument(pdf_of(typesetter, said))[0].get_textpage().get_text_range()
    lines = {line.strip() for line in page.splitlines()}
    assert set(re.split(r"(?<=[.?]) ", sentence)) <= lines


def test_what_is_held_together_is_parted_where_it_is_too_wide(typesetter: Typesetter):
    """A long town in a narrow column is no fault of the author's."""
    said = sheet(FlyerKind.FLYER)
    place = replace(said.places[0], address="Ny Vej 1, 0000 Eksempelbyernesfælleshavneområde")
    text = text_by_poppler(pdf_of(typesetter, replace(said, places=(place, *said.places[1:]))))
    assert "Ny Vej 1," in text.replace("\u00a0", " ")


@pytest.mark.parametrize("slug", ["esbjerg", "odder", "roskilde"])
def test_an_overview_leaves_no_row_alone_on_a_page(typesetter: Typesetter, slug: str):
    """A GP gets one sheet where one is enough: then the code and the title are smaller."""
    with opened(pdf_of(typesetter, sheet(FlyerKind.OVERVIEW, slug))) as pdf:
        assert len(pdf.pages) == 1
