"""IMPORTS: what the columns of a sheet hold, told from their headings, however they are worded."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from site_generator.making.imports.happening import Remark
from site_generator.making.imports.sheet_values import text_in
from site_generator.making.imports.sheets import Cell, Row

# What is asked of a sheet, and the headings that mean it: small letters and digits only. The first
# of each is the one in our own templates.
HEADINGS: Mapping[str, tuple[str, ...]] = {
    "title": (
        *("navn", "aktivitet", "titel", "emne", "arrangement", "begivenhed", "overskrift", "hvad"),
        *("aktivitetens navn", "hvad sker der", "subject", "title", "name", "summary"),
    ),
    "offer": ("tilbud", "hører til tilbud", "offer"),
    "date": (
        *("dato", "datoer", "startdato", "dag", "dag og dato", "første gang", "første dato"),
        *("fra dato", "dato fra", "hvornår", "start date", "date", "starter", "begynder"),
    ),
    "end_date": ("slutdato", "dato til", "til dato", "end date"),
    "repeats": ("gentages", "gentagelse", "hvor tit", "hyppighed", "hvor ofte", "repeats"),
    "until": ("til og med", "sidste gang", "sidste dag", "gentages til", "tom"),
    "time": (
        *("fra kl", "tid", "tidspunkt", "tidsrum", "klokkeslæt", "kl", "klokken", "starttid"),
        *("starttidspunkt", "start kl", "fra", "start", "start time", "time"),
    ),
    "end_time": ("til kl", "sluttid", "sluttidspunkt", "slut kl", "til", "slut", "end time"),
    "all_day": ("hele dagen", "heldagsbegivenhed", "heldag", "all day event", "alldayevent"),
    "place": ("sted", "placering", "lokation", "lokale", "hvor", "adresse", "location", "place"),
    "text": ("kort sagt", "beskrivelse", "tekst", "indhold", "om", "description"),
    "cost": ("pris", "koster", "cost", "price"),
    "seats": ("pladser", "antal pladser", "maks antal", "max antal", "seats"),
    "link": ("tilmelding på nettet", "link", "tilmeldingslink", "link til tilmelding", "url"),
    "phone": ("tilmelding på telefon", "telefon", "tilmelding telefon"),
    "sign_up": ("tilmelding",),
    "closes": ("sidste tilmelding", "tilmeldingsfrist", "frist", "frist for tilmelding"),
    "skip": ("springes over", "undtagen", "fridage", "ikke den", "holder fri"),
    "cancelled": ("aflyst", "aflyste dage", "status"),
    "reason": ("grund", "årsag", "grund til aflysning"),
    "key": ("id", "nr", "nummer", "løbenummer"),
    "private": ("privat", "private"),
    "sensitivity": ("følsomhed", "sensitivity"),
}

# Who comes, who asks them and what only the calendar uses: never looked at.
_PEOPLE = re.compile(r"deltager|arrangør|ansvarlig|kontaktperson|attendee|organi[sz]er|mail")
_OF_NO_USE = re.compile(
    r"påmindelse|reminder|fakturering|billing|kategori|categor|afstand|mileage|prioritet|priority|"
    r"vis tid som|show time as|mødeoplysninger|meeting|resource"
)
_HOW_FAR_DOWN = 30


@dataclass(frozen=True)
class Columns:
    """Which column holds what; `begin` is the number of the row below the headings. `month_first`
    where dates are written as in America, which only an English Outlook does."""

    at: Mapping[str, int]
    begin: int
    month_first: bool = False
    people: bool = False
    unused: tuple[str, ...] = ()

    def cell(self, row: Row, name: str) -> Cell:
        at = self.at.get(name)
        return row.cells[at] if at is not None and at < len(row.cells) else None

    def text(self, row: Row, name: str) -> str:
        return text_in(self.cell(row, name))

    def remarks(self, where: str) -> Iterator[Remark]:
        """What is in the sheet and is not looked at."""
        if self.people:
            said = "Kolonner med deltagere, arrangører og mailadresser er ikke taget med."
            yield Remark("note", where, said)
        for heading in self.unused:
            yield Remark("note", where, f"Kolonnen «{heading}» bliver ikke brugt.")


def columns_of(rows: Sequence[Row]) -> Columns | None:
    """The columns of activities, told from the first row that names them and says when they are."""
    return first_with(rows, _NAMES, lambda found: {"title", "date"} <= found.at.keys())


def first_with(
    rows: Sequence[Row], names: Mapping[str, str], fits: Callable[[Columns], bool]
) -> Columns | None:
    """The columns of the first row whose headings fit, with `names` for what each heading means."""
    found = (_named(row, names) for row in rows[:_HOW_FAR_DOWN])
    return next((columns for columns in found if fits(columns)), None)


def _named(row: Row, names: Mapping[str, str]) -> Columns:
    at: dict[str, int] = {}
    unused, people, english = [], False, False
    for column, cell in enumerate(row.cells):
        heading = plain(text_in(cell))
        name = names.get(heading)
        english = english or heading in ("subject", "start date")
        if name and name not in at:
            at[name] = column
        elif heading and _PEOPLE.search(heading):
            people = True
        elif heading and not _OF_NO_USE.search(heading):
            unused.append(text_in(cell)[:60])
    return Columns(at, row.number, english, people, tuple(unused))


def plain(text: str) -> str:
    """A heading without signs: «Fra kl.:» is `fra kl`."""
    return " ".join(re.sub(r"[^a-zæøåé0-9]+", " ", text.split("\n")[0].lower()).split())


_NAMES = {word: name for name, words in HEADINGS.items() for word in words}
