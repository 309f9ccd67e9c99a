"""Sheets of the staff become offers: each beside its hand-made answer, again, and with an edit by
hand in between."""

from __future__ import annotations

import io
import shutil
from difflib import unified_diff
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml
from building import PROJECT, ROOT
from importing import TODAY, source_of

from site_generator.making.imports.merging import Coming
from site_generator.making.imports.offer_columns import COLUMNS, heading
from site_generator.making.imports.offer_merging import OfferMerging
from site_generator.making.imports.offer_rows import read_offers
from site_generator.making.imports.offer_template import SHEET, template_of_offers
from site_generator.making.imports.remembered import remembered, to_remember
from site_generator.making.imports.sources import read_sheets_of_offers
from site_generator.problems import has_errors
from site_generator.records.municipality import read_municipality
from site_generator.records.shared_content import read_shared_content
from site_generator.rules import Circumstances, check
from site_generator.schema.offers import Offer
from site_generator.write.author_edits import edited, value_at

CASES = {file.stem: file for file in sorted((ROOT / "tests/cases/imports_of_offers").glob("*.yml"))}

# As somebody might have written them: in an own order, with notes, quotes and two languages.
BY_HAND = """\
# Vores tilbud. Sundhedsplejen læser dem igennem hver august.
offers:
- id: soevn-og-ro
  title: {da: Søvn og ro, en: Sleep and calm}
  cost:   "gratis"   # også for dem udefra
  summary:
    da: Få råd om søvn.
    en: Get advice about sleep.
  topics: [sleep, baby]   # søvn først
  access: open

# Et fælles tilbud.
- id: legestue
  based_on: fars-legestue
  sign_up:
    phone: 00 00 00 01   # kun formiddag

# Nederst
retired:
- id: gammelt-tilbud
"""


class House:
    """A folder into whose `offers.yml` sheets are brought, as `familiehus import-offers` does it,
    but without making every page to see what has changed."""

    def __init__(self, root: Path, offers: str = BY_HAND) -> None:
        self.text, self.last = offers, ""
        self.folder = root / "municipalities/eksempel"
        shutil.copytree(PROJECT / "municipalities/eksempel", self.folder)
        for name in ("events.yml", "flyers.yml", "podcasts.yml"):  # they speak of other offers
            (self.folder / name).unlink()
        self.shared, _ = read_shared_content(ROOT / "content")

    def takes(self, data: bytes) -> Coming:
        house, problems = self.read()
        assert problems == []
        read = read_offers(read_sheets_of_offers(data), house.location.places)
        last = remembered(self.last, "offers")
        found: Any = value_at(self.text, ("offers",))
        coming = OfferMerging(house, self.shared, found, last).merge(read.rows)
        coming.remarks[:0] = read.remarks
        self.text = edited(self.text, coming.edits)
        self.last = to_remember(coming.remembered, self.last, "offers").decode("utf-8")
        return coming

    def read(self) -> tuple[Any, list[Any]]:
        (self.folder / "offers.yml").write_bytes(self.text.encode("utf-8"))
        return read_municipality(self.folder, self.shared)


def load(file: Path) -> Any:
    return yaml.load(file.read_text("utf-8"), yaml.BaseLoader)


def bytes_of(case: dict[str, Any]) -> bytes:
    return filled(case["rows"]) if "rows" in case else source_of(case)


def filled(rows: list[dict[str, str]]) -> bytes:
    """Our own sheet with rows below its example, by the names of the columns."""
    book = openpyxl.load_workbook(io.BytesIO(template_of_offers([], [], [], TODAY)))
    sheet = book[SHEET]
    columns = {cell.value: cell.column for cell in sheet[1]}
    for number, row in enumerate(rows, 3):
        for name, value in row.items():
            sheet.cell(number, columns[heading(name)]).value = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def told(coming: Coming) -> list[str]:
    return [f"{one.kind}: {one.where}: {one.said}" for one in coming.remarks]


def differences(was: str, now: str) -> list[str]:
    lines = unified_diff(was.splitlines(), now.splitlines(), lineterm="", n=0)
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


@pytest.fixture(params=CASES)
def case(request: pytest.FixtureRequest) -> Any:
    return load(CASES[request.param])


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_each_sheet_changes_what_it_says_and_nothing_else(
    case: Any, line_end: str, tmp_path: Path
) -> None:
    house = House(tmp_path, BY_HAND.replace("\n", line_end))
    coming = house.takes(bytes_of(case))
    assert differences(BY_HAND, house.text) == case.get("lines", "").splitlines()
    assert house.text.count(line_end) == house.text.count("\n")
    assert told(coming) == case.get("remarks", [])
    read, problems = house.read()
    assert problems == []
    assert not has_errors(check(read, Circumstances(house.shared, TODAY)))
    before = house.text, house.last
    coming = house.takes(bytes_of(case))
    assert (house.text, house.last) == before
    assert coming.come == coming.changed == []


SLEEP = {"title": "Søvn og ro", "cost": "25", "seats": "8"}
NEW = {"title": "Syng med", "summary": "Kom og syng.", "topics": "Søvn", "access": "open"}


def test_what_a_person_has_written_since_stays(tmp_path: Path) -> None:
    house = House(tmp_path)
    house.takes(filled([SLEEP, NEW]))
    house.text = house.text.replace("25 kr.", "20 kr. i kontanter   # aftalt i maj")
    before = house.text
    assert told(house.takes(filled([SLEEP, NEW]))) == []
    assert house.text == before
    coming = house.takes(filled([{**SLEEP, "cost": "30", "seats": "9"}, NEW]))
    assert told(coming) == [
        "question: Række 3 i arket «Tilbud»: «Søvn og ro» har fået «Pris» ændret både i arket "
        "og i offers.yml. Det, I har skrevet i offers.yml, står endnu."
    ]
    assert house.text == before.replace("seats: 8", "seats: 9")


def test_what_a_person_has_deleted_does_not_come_again(tmp_path: Path) -> None:
    house = House(tmp_path)
    house.takes(filled([NEW]))
    house.text = BY_HAND
    coming = house.takes(filled([NEW]))
    assert house.text == BY_HAND
    assert told(coming) == [
        "note: Række 3 i arket «Tilbud»: «Syng med» er slettet i offers.yml og bliver ikke "
        "hentet igen."
    ]


def test_an_offer_that_has_got_another_id_and_name_is_still_the_same(tmp_path: Path) -> None:
    house = House(tmp_path)
    house.takes(filled([NEW]))
    house.text = house.text.replace("id: syng-med", "id: kor").replace(
        "title: Syng med", "title: Kor"
    )
    house.text += "- id: syng-med\n  leads_to: kor\n"
    coming = house.takes(filled([{**NEW, "seats": "12"}]))
    assert (coming.come, coming.changed) == ([], ["kor"])


def test_activities_that_were_imported_are_still_remembered(tmp_path: Path) -> None:
    house = House(tmp_path)
    house.last = '{"note": "x", "events": {"a": {"id": "b", "source": "", "fields": {}}}}'
    house.takes(filled([NEW]))
    assert remembered(house.last)["a"].id == "b"
    assert [one.id for one in remembered(house.last, "offers").values()] == ["syng-med"]


def test_every_column_of_our_sheet_is_read(tmp_path: Path) -> None:
    """A row with all of them is an offer with all of them."""
    row = {
        **dict.fromkeys((column.name for column in COLUMNS), "Ord"),
        **NEW,
        "standard": "",
        "topics": "Søvn; Krop, sprog og udvikling",
        "audience": "Fædre; Mødre",
        "minimum_age": "4 måneder",
        "maximum_age": "6 år",
        "access": "Du skal henvises",
        "referred_by": "egen læge, jordemoder",
        "link": "https://www.eksempel.dk/kor",
        "phone": "00 00 00 02",
        "email": "kor@eksempel.dk",
        "anonymous": "x",
        "cost": "gratis",
        "delivery": "I huset",
        "places": "Familiehuset Solsikken",
        "professions": "frivillig",
        "sector": "Regionen",
        "seats": "12",
        "status": "Holder pause",
        "reviewed": "1/9-2026",
        "is_new": "ja",
    }
    house = House(tmp_path)
    assert told(house.takes(filled([row]))) == []
    found: Any = value_at(house.text, ("offers", "syng-med"))
    assert found["topics"] == ["sleep", "development"]
    assert found["audience"] == ["fathers", "mothers"]
    assert found["sign_up"].keys() == {"link", "phone", "email"}
    assert found["anonymous"] == "ja"
    wanted = {column.path[0] for column in COLUMNS if column.path}
    assert wanted | {"id"} == found.keys()
    assert wanted | {"id", "based_on", "partners", "elements", "picture", "sources"} == set(
        Offer.model_fields
    )
