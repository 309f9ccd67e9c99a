"""TOLD: telephone numbers and mail addresses, and where each of them stands.

Whoever gets a new number corrects it in one place. Where the old one still stands, families ring
in vain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from site_generator.rules.walk import Passage, passages_of
from site_generator.schema.record import Record
from site_generator.schema.values import Phone
from site_generator.told.house import House
from site_generator.wording.in_words import words

_NUMBER = re.compile(r"(?<![\d+])\d{2}(?:[ \u00a0]?\d{2}){3}(?!\d)")
_MAIL = re.compile(r"[\w.%+-]+@[\w-]+(?:\.[\w-]+)+")

# Where a number stands, in words, and the number as it is written.
Standing = Mapping[str, str]


def _fields(house: House) -> Iterator[tuple[str, str]]:
    """Each field that holds a number or a mail address: where it is, and what it holds."""
    municipality = house.municipality
    site = municipality.site
    owners: list[tuple[str, Record | None]] = [
        ("husets kontakt", site.contact),
        ("«Til fagfolk»", site.professionals),
        ("døgnvagten", site.social_emergency),
        ("databeskyttelse", site.data_protection),
    ]
    owners += [(f"stedet «{place.name}»", place) for place in municipality.location.places]
    owners += [(f"tilbuddet «{words(one.title)}»", one.sign_up) for one in municipality.offers]
    owners += [
        (f"aktiviteten «{words(one.title) or one.id}»", one.sign_up)
        for one in municipality.events.events
    ]
    for where, owner in owners:
        for name in ("phone", "email"):
            value = getattr(owner, name, None)
            if isinstance(value, Phone | str):
                yield f"{where} {name}", str(value)


def standing_in_fields(house: House) -> Standing:
    return dict(_fields(house))


def standing_in_texts(house: House) -> Iterator[tuple[str, str]]:
    """Numbers and addresses within sentences: which, and in which line."""
    for passage in passages_of(house.municipality):
        for found in _NUMBER.finditer(passage.text):
            yield str(Phone(re.sub(r"\D", "", found[0]))), _line(passage, found.start())
        for found in _MAIL.finditer(passage.text):
            yield found[0], _line(passage, found.start())


def _line(passage: Passage, at: int) -> str:
    """Where an editor finds it: the file and the line."""
    problem = passage.problem("", "", at=at)
    return f"{re.sub(r'^municipalities/[^/]+/', '', problem.path)} (linje {problem.line})"


def left_behind(before: House, after: House) -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    """The old and the new number, where it has been corrected, and where the old one stands
    still."""
    was, now = standing_in_fields(before), standing_in_fields(after)
    told = set()
    for place, old in was.items():
        new = now.get(place)
        if new is None or new == old or (old, new) in told:
            continue
        told.add((old, new))
        still = [_place(where) for where, number in now.items() if number == old]
        still += [where for number, where in standing_in_texts(after) if number == old]
        if still:
            yield old, new, _place(place), tuple(dict.fromkeys(still))


def vanished(before: House, after: House) -> Iterator[tuple[str, str]]:
    """A number of the house itself that stands nowhere any more, with nothing in its place."""
    was, now = standing_in_fields(before), standing_in_fields(after)
    for place, old in was.items():
        if place.startswith("husets kontakt") and place not in now:
            yield old, _place(place)


def _place(where: str) -> str:
    return where.rpartition(" ")[0]
