"""What is told to be wrong on old paper is what each kind of paper really prints."""

from __future__ import annotations

from dataclasses import replace

import pytest
from building import PROJECT, ROOT, opened_house
from test_paper import read_aloud

from site_generator.print.contents import sheet_of
from site_generator.print.reprints import FACTS, printed_on
from site_generator.print.sheets import (
    Document,
    EventLines,
    OfferLines,
    OverviewRow,
    PlaceLines,
    Row,
    Rows,
    Sheet,
    Way,
)
from site_generator.print.typesetting import Typesetter
from site_generator.schema.choices import FlyerKind, Paper

# For each fact something that stands nowhere else.
SIGNS = {
    "hours": "7.17–8.18",
    "phone_number": "31 31 31 31",
    "phone_hours": "9.19–9.29",
    "mail": "zebra@eksempel.dk",
    "places": "Zebravej 7",
    "ways": "Tag zebrabussen",
    "offers": "Zebraklub",
    "overview": "Zebrarække",
    "events": "Zebrafest",
    "promises": "Zebragratis",
    "refer": "Ring til zebraen",
    "name": "Zebrahuset",
}


def signed(sheet: Sheet) -> Sheet:
    """The sheet with a sign in each fact."""
    event = EventLines("Torsdag 3. december", "kl. 10–12", SIGNS["events"], "", "")
    return replace(
        sheet,
        hours=Rows("Åbent", (Row("Mandag", SIGNS["hours"]),), ""),
        phone_number=SIGNS["phone_number"],
        phone_hours=Rows("Telefon", (Row("Mandag", SIGNS["phone_hours"]),), ""),
        mail=SIGNS["mail"],
        places=(PlaceLines("", SIGNS["places"], ""),),
        ways=(Way("bus", SIGNS["ways"]),),
        offers=(OfferLines(SIGNS["offers"], "", ""),),
        overview=(OverviewRow(SIGNS["overview"], "", "", "", "", ""),),
        events=(event,) if sheet.kind not in ("poster", "strips") else (),
        promises=(SIGNS["promises"],),
        refer=(Row("1.", SIGNS["refer"]),),
        name=SIGNS["name"],
        title="Hej",
        sentence="",
    )


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    return Typesetter(ROOT / "themes" / "familiehus" / "print")


@pytest.mark.parametrize("kind", FlyerKind, ids=lambda kind: kind.value)
def test_a_fact_is_wrong_where_it_is_printed(kind: FlyerKind, typesetter: Typesetter):
    house = opened_house(PROJECT, "eksempel")
    flyer = house.municipality.flyers.flyers[0].model_copy(update={"kind": kind})
    sheet = signed(sheet_of(house, flyer, Paper.A4))
    pdf = typesetter.pdf(Document("Prøve", "Prøve", "da", None, (sheet,)))
    text = read_aloud(pdf)
    seen = {fact for fact, sign in SIGNS.items() if sign in text}
    assert set(SIGNS) == set(FACTS)
    # A poster and a notice show their offers only where they have no dates.
    assert seen == set(printed_on(kind)) - (
        {"events"} if kind in (FlyerKind.POSTER, FlyerKind.STRIPS) else set()
    )
