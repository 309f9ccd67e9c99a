"""Validation: how values are recognised, and that one fault does not hide or make another."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from datetime import date, time
from typing import Any

import pytest
from pydantic_core import PydanticCustomError

import site_generator.schema
from site_generator.colours import GROUND, WHITE, contrast, darkened, mix, rounded_down
from site_generator.read.placed import Block
from site_generator.read.source import parse_document
from site_generator.records.validate import validate
from site_generator.schema.event_times import ALL_DAY, parse_event_hours
from site_generator.schema.focus import Focus, parse_focus
from site_generator.schema.offers import Offer, OffersFile
from site_generator.schema.record import Record
from site_generator.schema.repeats import (
    EVEN,
    ODD,
    MonthDay,
    WeekDay,
    Weeks,
    parse_monthly,
    parse_weekly,
    parse_weeks,
)
from site_generator.schema.site import SiteFile
from site_generator.schema.times import (
    CLOSED,
    Age,
    DayHours,
    Slot,
    parse_age,
    parse_date,
    parse_day_hours,
    parse_duration,
    parse_slot,
    parse_weekday,
)
from site_generator.schema.values import (
    parse_colour,
    parse_count,
    parse_degrees,
    parse_email,
    parse_link,
    parse_media,
    parse_phone,
    parse_price,
    parse_slug,
    parse_yes_no,
    slugify,
)

Parser = Callable[[Any], object]


def slot(opens: str, closes: str) -> Slot:
    return Slot(time.fromisoformat(opens), time.fromisoformat(closes))


MORNING, AFTERNOON = slot("09:00", "12:00"), slot("13:00", "15:30")


@pytest.mark.parametrize(
    ("parse", "written", "meant"),
    [
        (parse_date, "2026-12-24", date(2026, 12, 24)),
        (parse_date, "24.12.2026", date(2026, 12, 24)),
        (parse_date, "24/12-2026", date(2026, 12, 24)),
        (parse_date, "24. december 2026", date(2026, 12, 24)),
        (parse_date, "2024-02-29", date(2024, 2, 29)),
        (parse_slot, "9-12", MORNING),
        (parse_slot, "9.00-12.00", MORNING),
        (parse_slot, "09:00 – 12:00", MORNING),
        (parse_slot, "kl. 9 til 12", MORNING),
        (parse_slot, "9-12-15", None),
        (parse_slot, "9-9", None),
        (parse_day_hours, "lukket", CLOSED),
        (parse_day_hours, "Efter aftale", DayHours(by_appointment=True)),
        (parse_day_hours, "13-15.30, 9-12", DayHours((MORNING, AFTERNOON))),
        (parse_day_hours, "9-12 og 13-15:30", DayHours((MORNING, AFTERNOON))),
        (parse_day_hours, ["9-12", "13-15.30"], DayHours((MORNING, AFTERNOON))),
        (parse_day_hours, ["lukket", "9-12"], None),
        (parse_day_hours, "9-12, 11-13", None),
        (parse_age, "4 måneder", Age(4)),
        (parse_age, "6 år", Age(72)),
        (parse_age, "8 uger", Age(2)),
        (parse_age, "seks", None),
        (parse_duration, "23:15", 1395),
        (parse_duration, "1:02:30", 3750),
        (parse_duration, "23 min", 1380),
        (parse_duration, "23", None),
        (parse_weekday, "Torsdag", 3),
        (parse_weekday, "thursday", 3),
        (parse_weekday, "tors", None),
        (parse_weekly, "tirsdag og Torsdage", (WeekDay(1), WeekDay(3))),
        (parse_weekly, "mandag-onsdag", (WeekDay(0), WeekDay(1), WeekDay(2))),
        (parse_weekly, "hver torsdag i ulige uger", (WeekDay(3, ODD),)),
        (parse_weekly, "torsdag i uge 10-11", (WeekDay(3, Weeks((10, 11))),)),
        (parse_weekly, "hver anden torsdag", None),
        (parse_weeks, "lige uger", EVEN),
        (parse_weeks, "uge 7", Weeks((7,))),
        (parse_weeks, "52-2, 10 og 12", Weeks((1, 2, 10, 12, 52, 53))),
        (parse_weeks, "0", None),
        (parse_weeks, "uge ti", None),
        (parse_monthly, "første tirsdag", (MonthDay(1, 1),)),
        (parse_monthly, "sidste fredag", (MonthDay(-1, 4),)),
        (parse_monthly, "femte fredag i måneden", (MonthDay(5, 4),)),
        (parse_monthly, "1. og 3. tirsdag", (MonthDay(1, 1), MonthDay(3, 1))),
        (parse_monthly, "den 1. og 15.", (MonthDay(1, None), MonthDay(15, None))),
        (parse_monthly, "sidste dag", (MonthDay(-1, None),)),
        (parse_monthly, "sjette fredag", None),
        (parse_monthly, "den 32.", None),
        (parse_event_hours, "10.30-12", Slot(time(10, 30), time(12))),
        (parse_event_hours, "18-24.00", Slot(time(18), time(0))),
        (parse_event_hours, "Hele dagen", ALL_DAY),
        (parse_event_hours, "24-25", None),
        (parse_slug, "fars-legestue", "fars-legestue"),
        (parse_slug, "Fars Legestue", None),
        (parse_slug, "a" * 61, None),
        (parse_slug, "..", None),
        (parse_link, "https://www.eksempel.dk/æ?a=1", "https://www.eksempel.dk/æ?a=1"),
        (parse_link, "http://www.eksempel.dk", None),
        (parse_link, "https://bruger@eksempel.dk", None),
        (parse_link, "https://[", None),
        (parse_link, "javascript:alert(1)", None),
        (parse_link, 'https://eksempel.dk/"onclick', None),
        (parse_email, "hus@kommune.dk", "hus@kommune.dk"),
        (parse_email, "hus@kommune", None),
        (parse_email, "hus@kommune.dk?bcc=x@y.dk", None),
        (parse_yes_no, "ja", True),
        (parse_yes_no, "No", False),
        (parse_yes_no, "måske", None),
        (parse_count, "8", 8),
        (parse_count, "0", None),
        (parse_count, "٣", None),
        (parse_count, "9" * 5000, None),
        (parse_degrees, "55.6761", 55.6761),
        (parse_degrees, "55,6761", 55.6761),
        (parse_degrees, "556761", None),
        (parse_colour, "#1F5C57", "#1f5c57"),
        (parse_colour, "red", None),
        (parse_media, "media/huset.jpg", "media/huset.jpg"),
        (parse_media, "media/../site.yml", None),
        (parse_media, "/etc/passwd", None),
        (parse_media, "media/æble.jpg", None),
        (parse_focus, "midt", Focus(50, 50)),
        (parse_focus, "Øverst  til Venstre", Focus(0, 0)),
        (parse_focus, "til højre", Focus(100, 50)),
        (parse_focus, ["30", "40 %"], Focus(30, 40)),
        (parse_focus, ["0", "100"], Focus(0, 100)),
        (parse_focus, ["30", "101"], None),
        (parse_focus, ["-1", "40"], None),
        (parse_focus, ["30.5", "40"], None),
        (parse_focus, ["٣", "40"], None),
        (parse_focus, ["30"], None),
        (parse_focus, [["30"], "40"], None),
        (parse_focus, "30 40", None),
    ],
)
def test_values_as_people_write_them(parse: Parser, written: Any, meant: object) -> None:
    """A value is read as it was meant, or refused in Danish (None)."""
    if meant is not None:
        assert parse(written) == meant
        return
    with pytest.raises(PydanticCustomError) as refused:
        parse(written)
    context = refused.value.context
    assert context and context["message"].endswith(".") and context["remedy"].endswith(".")


@pytest.mark.parametrize(
    "parse",
    [
        *(parse_date, parse_slot, parse_day_hours, parse_age, parse_duration, parse_weekday),
        *(
            parse_weekly,
            parse_weeks,
            parse_monthly,
            parse_event_hours,
            parse_slug,
            parse_link,
            parse_email,
            parse_phone,
            parse_yes_no,
        ),
        *(parse_count, parse_degrees, parse_colour, parse_media, parse_price, parse_focus),
    ],
    ids=lambda parse: parse.__name__,
)
@pytest.mark.parametrize("written", [[], ["a"], {}, Block("f", 1), "", "-", "\u0660", "9" * 400])
def test_no_value_raises_anything_else(parse: Parser, written: Any) -> None:
    """A list, a mapping or nonsense where a value is wanted is a fault of the author, told so."""
    try:
        parse(written)
    except PydanticCustomError as refused:
        assert refused.context and refused.context["remedy"]


@pytest.mark.parametrize(
    ("written", "href", "shown"),
    [
        ("12 34 56 78", "tel:+4512345678", "12 34 56 78"),
        ("+45 12345678", "tel:+4512345678", "12 34 56 78"),
        ("116 111", "tel:116111", "116 111"),
        ("+46 8 123 456 78", "tel:+46812345678", "+46812345678"),
    ],
)
def test_phone_numbers(written: str, href: str, shown: str) -> None:
    """A number can be called from abroad, and is shown in the Danish pairs."""
    phone = parse_phone(written)
    assert (phone.href, str(phone)) == (href, shown)


def test_prices() -> None:
    """Free is a price of its own, whatever the case."""
    assert parse_price("Gratis").free
    assert parse_price("50 kr. pr. gang").text == "50 kr. pr. gang"


def test_slugs_are_danish() -> None:
    """An example of an id is one that a Dane would choose."""
    assert slugify("Åben rådgivning & Øre-café") == "aaben-raadgivning-oere-cafe"


def models() -> Iterator[type[Record]]:
    for module in pkgutil.iter_modules(site_generator.schema.__path__):
        importlib.import_module(f"site_generator.schema.{module.name}")
    waiting = [Record]
    while waiting:
        model = waiting.pop()
        waiting += model.__subclasses__()
        if model is not Record:
            yield model


@pytest.mark.parametrize("model", sorted(models(), key=lambda model: model.__name__))
def test_an_empty_record_is_told_field_by_field(model: type[Record]) -> None:
    """Each field that a record cannot do without is missed once, and what stands in fits."""
    required = [name for name, field in model.model_fields.items() if field.is_required()]
    _, problems = validate(model, Block("f.yml", 1))
    assert len(problems) == len(required)
    for problem in problems:
        assert "mangler" in problem.message


@pytest.mark.parametrize("model", sorted(models(), key=lambda model: model.__name__))
def test_every_field_explains_itself_in_danish(model: type[Record]) -> None:
    """Titles and descriptions stand in messages, in the editor and in the handbook."""
    assert model.__doc__
    for name, field in model.model_fields.items():
        assert field.title, name
        assert field.description, name


def test_a_faulty_value_is_known_to_be_one() -> None:
    """Rules do not miss what was written wrongly, and do not judge what stands in for it."""
    text = "offers:\n- {id: en, title: Et, summary: Kort., topics: [baby], access: aaben}\n"
    record, problems = validate(OffersFile, parse_document(text, "offers.yml").block)
    assert record and [problem.line for problem in problems] == [2]
    offer = record.offers[0]
    assert offer.wrote("access") and offer.faulty("access")
    assert not offer.faulty("title") and not offer.wrote("seats")


def test_a_misspelt_name_still_counts() -> None:
    """What stands under «acces» is taken for «access», so that its own faults are told too."""
    text = "id: en\ntitle: Et\nsummary: Kort.\ntopics: [baby]\nacces: aaben\n"
    _, problems = validate(Offer, parse_document(text, "f.yml").block)
    assert [problem.line for problem in problems] == [5, 5]


def test_a_file_that_could_not_be_read_misses_nothing() -> None:
    """One problem for the file is enough."""
    document = parse_document("- " * 100, "site.yml")
    record, problems = validate(SiteFile, document.block)
    assert record is not None
    assert problems == []


def test_contrast_is_that_of_the_guidelines() -> None:
    """Known pairs of WCAG: black on white, and the lightest grey that passes."""
    assert contrast("#000000", WHITE) == pytest.approx(21)
    assert contrast(WHITE, WHITE) == 1
    assert contrast("#767676", WHITE) == pytest.approx(4.54, abs=0.005)
    assert rounded_down(4.4999) == 4.4


@pytest.mark.parametrize(
    "colour", ["#7fc4b8", "#ffd500", "#ff0000", "#ffffff", "#e6e6fa", "#1f5c57"]
)
def test_the_colour_that_is_proposed_passes(colour: str) -> None:
    """The remedy works: what is proposed is dark enough on white and on the ground."""
    better = darkened(colour, WHITE, GROUND)
    assert min(contrast(better, WHITE), contrast(better, GROUND)) >= 4.5


def test_dark_colours_are_left_alone() -> None:
    """A colour that passes is its own proposal, and mixing goes from one colour to the other."""
    assert darkened("#1f5c57", WHITE) == "#1f5c57"
    assert mix("#000000", "#ffffff", 0.5) == "#808080"
    assert mix("#1f5c57", "#ffffff", 0) == "#1f5c57"
