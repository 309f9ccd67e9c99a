"""STAFF: fields that a house seldom fills in, though families would like to know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from site_generator.rules.walk import records_of_kind
from site_generator.schema.location import Place, PlaceAccess
from site_generator.schema.offers import Offer
from site_generator.schema.record import Record
from site_generator.schema.transport import GettingThere
from site_generator.told.house import House
from site_generator.views.staff.todo import Todo, TodoList, todo

# What families ask for. The rest is for special cases, or says what is so anyway.
_ASKED: tuple[tuple[str, type[Record], tuple[str, ...]], ...] = (
    (
        "tilbud",
        Offer,
        (
            *("description", "minimum_age", "application_process", "anonymous", "registration"),
            *("cost", "schedule", "duration", "professions", "wait_time", "interpretation"),
        ),
    ),
    ("steder", Place, ("address", "phone", "entrance", "description", "access", "picture")),
    (
        "steder med adgang",
        PlaceAccess,
        ("step_free", "accessible_toilet", "pram_parking", "changing_table", "nursing_room"),
    ),
    ("veje til huset", GettingThere, ("stops", "car", "accessible_parking", "bicycle", "pram")),
)
_SELDOM = 1 / 3


def seldom_filled(house: House) -> TodoList:
    return TodoList(
        "felter",
        "Felter, der sjældent er udfyldt",
        "Det, familier gerne vil vide, og som kun står hvert tredje sted eller færre. Skriv det, "
        "hvor I ved det.",
        tuple(_fields(house)),
        "Alle felterne er udfyldt de fleste steder.",
    )


def _fields(house: House) -> Iterator[Todo]:
    for many, kind, names in _ASKED:
        records = list(records_of_kind(house.municipality, kind))
        for name in names:
            filled = [one for one in records if getattr(one, name) not in (None, ())]
            if records and len(filled) / len(records) <= _SELDOM:
                yield _field(house, many, kind, name, records, len(filled))


def _field(
    house: House, many: str, kind: type[Record], name: str, records: Sequence[Record], filled: int
) -> Todo:
    info = kind.model_fields[name]
    empty = next(one for one in records if getattr(one, name) in (None, ()))
    note = f"Står ved {filled} af {len(records)} {many}. {info.description or ''}".strip()
    source = f"{empty.path_of()}:{empty.line_of()}"
    return todo(house, source, f"{info.title} («{info.alias or name}»)", note)
