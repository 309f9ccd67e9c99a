"""The month's programme on paper shows what the list shows; a flyer what one can still join."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from io import BytesIO

import pypdfium2
from building import ROOT
from feed_houses import a_house
from test_recurrence import record_from

from site_generator.kept import Kept
from site_generator.print.contents import sheet_of
from site_generator.print.house_prints import print_jobs
from site_generator.print.jobs import house_jobs
from site_generator.print.sheets import Sheet
from site_generator.print.typesetting import Typesetter
from site_generator.schema.choices import Paper
from site_generator.schema.flyers import Flyer, FlyersFile
from site_generator.told.house import House

HOURS = """
house: [{week: {monday: 9-15, tuesday: 9-15, wednesday: 9-15, thursday: 9-15, friday: 9-15}}]
holidays: {public_holidays: lukket}
exceptions:
  - {from: 2026-12-09, to: 2026-12-10, hours: lukket, reason: Vandskade}
"""
EVENTS = """
  - {id: fri, title: Fri, weekly: torsdag, from: 2026-12-03, until: 2026-12-17, time: 10.30-12}
  - {id: fuld, title: Fuld, date: 2026-12-01, time: 10-12, full: ja}
  - {id: lejr, title: Lejr, date: 2026-12-12, days: 2, time: 16-12, when_house_is_closed: keep}
  - {id: ude, title: Ude, date: 2026-12-02, time: 9-10, venue: Skoven,
     moved: [{date: 2026-12-02, to: 2026-12-04, reason: Regn, updated: 2026-11-20}]}
"""
TODAY = date(2026, 11, 29)


def sheet(kind: str, more: str = "", events: str = EVENTS) -> Sheet:
    house = a_house(events, HOURS, today=TODAY)
    return sheet_of(house, a_flyer(kind, more), Paper.A4)


def a_flyer(kind: str, more: str = "") -> Flyer:
    text = f"id: program\ncode: program\nkind: {kind}\npaper: [a4]\ntitle: Det sker\n{more}"
    return record_from(Flyer, text)


def lines(one: Sheet) -> list[str]:
    return [
        " | ".join(filter(None, (e.day, e.time, e.title, e.place, f"{e.state} {e.note}".strip())))
        for e in one.events
    ]


def test_a_month_shows_ends_places_states_and_closed_days():
    """In the order of the days, for the 31 days that it names."""
    month = sheet("month")
    assert month.sentence == "Fra 29. november til 29. december 2026."
    assert lines(month) == [
        "Tirsdag 1. december | kl. 10–12 | Fuld | Testhuset | Alt er optaget.",
        "Torsdag 3. december | kl. 10.30–12.00 | Fri | Testhuset",
        "Fredag 4. december | kl. 9–10 | Ude | Skoven | Flyttet fra onsdag 2. december. Regn.",
        "Onsdag 9. december til torsdag 10. december | Lukket: Vandskade",
        "Torsdag 10. december | kl. 10.30–12.00 | Fri | Testhuset | Aflyst. Lukket: Vandskade",
        "Lørdag 12. december til søndag 13. december | fra kl. 16 | Lejr | Testhuset",
        "Torsdag 17. december | kl. 10.30–12.00 | Fri | Testhuset",
        "Torsdag 24. december | Lukket: Juleaftensdag",
        "Fredag 25. december | Lukket: Juledag",
        "Lørdag 26. december | Lukket: Anden juledag",
    ]


def test_a_month_with_fewer_events_says_that_there_are_more():
    short = sheet("month", "events: 2")
    assert [line.partition(" | ")[2] for line in lines(short)[1:]] == [
        "kl. 10.30–12.00 | Fri | Testhuset",
        "Der sker mere. Scan koden, og se resten.",
    ]
    assert not any("sker mere" in line for line in lines(sheet("month", "events: 7")))


def test_a_flyer_names_what_one_can_join_before_what_is_full():
    """And nothing that is cancelled: nobody has read the old date there."""
    titles = [event.title for event in sheet("poster", "events: 6").events]
    assert titles == ["Fri", "Ude", "Lejr", "Fri", "Fuld"]
    assert not any("Aflyst" in event.state for event in sheet("poster", "events: 6").events)


def test_where_the_paper_is_full_the_last_line_says_that_there_are_more():
    """A hundred activities in a month are too much for an A4; the sheet is made, and says so."""
    many = "".join(
        f"  - {{id: a{n}, title: Aktivitet nummer {n} med et langt navn, time: {9 + n}-{10 + n}, "
        "weekly: mandag-fredag, from: 2026-11-30, until: 2026-12-23, when_house_is_closed: keep}\n"
        for n in range(6)
    )
    house = _with_flyer(a_house(many, HOURS, today=TODAY), a_flyer("month"))
    themes = ROOT / "themes" / "familiehus"
    jobs = [job for job in house_jobs(house, themes / "locales", False) if job.name == "program"]
    made = print_jobs(jobs[:1], Typesetter(themes / "print"), Kept(ROOT / ".cache" / "rendered"))
    (pdf,) = (file.content for file in made.files if file.address.endswith(".pdf"))
    page = pypdfium2.PdfDocument(BytesIO(pdf))[0]
    text = re.sub(r"\s+", " ", page.get_textpage().get_text_range())
    assert "Der sker mere. Scan koden, og se resten." in text
    assert "Fra 29. november til 29. december 2026." in text
    assert text.count("Aktivitet nummer") > 20


def _with_flyer(house: House, flyer: Flyer) -> House:
    flyers = FlyersFile(flyers=(flyer,))
    return replace(house, municipality=replace(house.municipality, flyers=flyers))
