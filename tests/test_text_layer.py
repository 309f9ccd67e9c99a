"""What is copied out of a sheet is what its author wrote, in four languages, by two readers."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from building import PROJECT, ROOT, opened_house
from printed import opened, text_by_poppler, text_of

from site_generator.language.spoken import load_language, speaking
from site_generator.print.contents import sheet_of
from site_generator.print.sheets import Document, Sheet
from site_generator.print.typesetting import Typesetter
from site_generator.schema.choices import FlyerKind
from site_generator.schema.values import LANGUAGES

LOCALES = ROOT / "themes" / "familiehus" / "locales"
READERS = {"pdfium": text_of, "poppler": text_by_poppler}
# Said on every kind of sheet: three sentences of each language as an author may write them.
SENTENCES = {
    "da": ("Kom ind til os!", "Ærlig råd får du gratis.", "Åbent onsdag og lørdag."),
    "en": ("Come in to us!", "Honest advice is free.", "Open on Wednesday and Saturday."),
    "uk": ("Приходьте до нас!", "Це безкоштовно.", "Є щира порада."),
    "ar": ("تعالوا إلى البيت!", "الزيارة مجانية ولا تحتاج إلى إحالة.", "للآباء معًا."),
}
# Typst draws a mark above an Arabic letter as a second copy of the letter: print leaves them out.
VOWEL_MARKS = re.compile("[\u064b-\u0652\u0670]")


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    return Typesetter(ROOT / "themes" / "familiehus" / "print")


def sheet(kind: FlyerKind, language: str) -> Sheet:
    house = opened_house(PROJECT, "eksempel", base_url="https://solsikken.example/")
    flyer = next(f for f in house.municipality.flyers.flyers if f.kind is kind)
    with speaking(load_language(language, LOCALES)):
        return sheet_of(house, flyer, flyer.paper[0])


def squeezed(text: str) -> str:
    """Without spaces and marks: where a line ends is the template's business."""
    return re.sub(
        r"[\s\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069]", "", VOWEL_MARKS.sub("", text)
    )


def pdf_of(typesetter: Typesetter, said: Sheet) -> bytes:
    return typesetter.pdf(Document(said.title, said.name, said.language, None, (said,)))


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", FlyerKind, ids=lambda kind: kind.value)
def test_three_sentences_come_out_as_they_were_written(
    kind: FlyerKind, language: str, reader: str, typesetter: Typesetter
):
    title, *others = SENTENCES[language]
    said = replace(sheet(kind, language), title=title, sentence=" ".join(others), offers=())
    text = squeezed(READERS[reader](pdf_of(typesetter, said)))
    parts = SENTENCES[language]
    if reader == "poppler" and language == "ar":
        # It takes a page with more Latin letters than Arabic for one that runs from left to right.
        parts = tuple(re.findall(r"\w{3,}", VOWEL_MARKS.sub("", " ".join(parts))))
    assert [one for one in parts if squeezed(one) not in text] == []


@pytest.mark.parametrize("reader", READERS)
def test_what_runs_the_other_way_is_not_turned_around(typesetter: Typesetter, reader: str):
    """Numbers, times and mail addresses inside a text from right to left."""
    runs = ("00 00 00 01", "+4500000002", "10.00-12.30", "17", "os@eksempel.dk", "Solsikken")
    sentence = (
        "اتصلوا على {} أو {} بين {} في الغرفة {} أو اكتبوا إلى {} وتعالوا إلى {} معنا".format(*runs)
    )
    said = replace(sheet(FlyerKind.FLYER, "ar"), sentence=sentence, offers=(), mail=runs[4])
    text = " ".join(READERS[reader](pdf_of(typesetter, said)).replace("\u00a0", " ").split())
    assert [run for run in runs if run not in text] == []


PAPER_WITHOUT_PHONE = (FlyerKind.EVALUATION, FlyerKind.TALLY, FlyerKind.POST)


@pytest.mark.parametrize("kind", FlyerKind, ids=lambda kind: kind.value)
def test_on_a_screen_number_and_code_can_be_pressed(kind: FlyerKind, typesetter: Typesetter):
    """Mail and address too, where they are on the sheet; each with words for a screen reader."""
    said = sheet(kind, "da")
    with opened(pdf_of(typesetter, said)) as pdf:
        links = [a for page in pdf.pages for a in page.get("/Annots", [])]
        leads = {str(link.A.URI) for link in links}
        assert all(str(link.Contents) for link in links)
    assert said.qr.link in leads
    assert (said.phone_link in leads) == (kind not in PAPER_WITHOUT_PHONE)
    assert leads >= {f"mailto:{said.mail}"} or kind not in (FlyerKind.LEAFLET, FlyerKind.OVERVIEW)
    assert leads >= {place.link for place in said.places} or kind not in (FlyerKind.FLYER,)


def test_every_arabic_word_of_the_site_is_copied_out(typesetter: Typesetter):
    """Also those of letters that fonts like to draw as one: «لا», «الله»."""
    words = set(re.findall("[\u0621-\u0652]+", (LOCALES / "ar.po").read_text("utf-8")))
    plain = sorted({VOWEL_MARKS.sub("", word) for word in words} | {"الله", "لله"})
    said = replace(sheet(FlyerKind.OVERVIEW, "ar"), overview=())
    row = sheet(FlyerKind.OVERVIEW, "ar").overview[0]
    rows = tuple(
        replace(row, summary=" ".join(plain[at : at + 60])) for at in range(0, len(plain), 60)
    )
    pdf = pdf_of(typesetter, replace(said, overview=rows))
    for reader in READERS.values():
        text = set(re.sub(r"[\u202a-\u202e]", "", reader(pdf)).split())
        assert [word for word in plain if word not in text] == []
