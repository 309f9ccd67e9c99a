"""Which photographs of a house's folder may be seen, and what of `media/` is published.

Whoever has the address of a file can open it, whether or not a page shows it. So a photograph that
no file names is not published, and one whose consent has run out is published and shown no more
(GDPR, article 7(3)). Nobody is at the keyboard in the night in which it runs out: the rest of the
site goes on being built.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath

from pydantic_core import PydanticCustomError

from site_generator.problems import Problem
from site_generator.records.municipality import Municipality
from site_generator.rules.circumstances import Circumstances
from site_generator.rules.walk import records_of_kind
from site_generator.schema.shared import Picture
from site_generator.schema.values import parse_media

PHOTOGRAPHS = (".jpg", ".jpeg", ".png", ".webp")
_TOLD_ONE_BY_ONE = 5


def photographs_of(municipality: Municipality) -> Iterator[Picture]:
    """Every picture that a record names, but for what is drawn as SVG, which shows nobody."""
    for picture in records_of_kind(municipality, Picture):
        if not picture.file.lower().endswith(".svg"):
            yield picture


def has_run_out(picture: Picture, today: date) -> bool:
    return picture.consent_until is not None and picture.consent_until < today


def withheld(municipality: Municipality, today: date) -> frozenset[str]:
    """The photographs that nobody may see any more: where one record of a file says so, all do."""
    return frozenset(one.file for one in photographs_of(municipality) if has_run_out(one, today))


def published_media(municipality: Municipality, today: date) -> frozenset[str]:
    """The files of `media/` that are on the web, by their path in the house's folder."""
    return municipality.media - withheld(municipality, today) - _unnamed(municipality)


def _unnamed(municipality: Municipality) -> frozenset[str]:
    named = {picture.file for picture in photographs_of(municipality)}
    return frozenset(name for name in municipality.media - named if _is_photograph(name))


def photographs_are_named(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """A photograph lies in media/ to be shown; what lies there for no reason is not published."""
    if municipality.unreadable or _has_lost_a_picture(municipality):
        return
    unnamed = sorted(_unnamed(municipality))
    for name in unnamed[:_TOLD_ONE_BY_ONE]:
        last = name == unnamed[:_TOLD_ONE_BY_ONE][-1]
        more = len(unnamed) - _TOLD_ONE_BY_ONE if last else 0
        yield Problem(
            path=f"{municipality.shown_as}/{name}",
            line=1,
            message=f"Ingen fil nævner billedet, så det kommer ikke på nettet.{_others(more)}",
            remedy=f"Slet det, eller {_to_name_it(name)}, hvor det skal vises.",
            level="warning",
        )


def _others(more: int) -> str:
    """A folder full of photographs is one thing to mend, and not three hundred."""
    if more < 1:
        return ""
    return f" Det samme gælder {more} {'andet' if more == 1 else 'andre'} i mappen."


def _to_name_it(name: str) -> str:
    try:
        return f"skriv «file: {parse_media(name)}»"
    except PydanticCustomError:
        return "giv det et navn uden æ, ø, å og mellemrum, og skriv det efter «file:»"


def _has_lost_a_picture(municipality: Municipality) -> bool:
    """Whether one names a file that is not there or cannot be read, which is told already."""
    return any(
        one.faulty("file") or one.file not in municipality.media
        for one in photographs_of(municipality)
    )


def _is_photograph(name: str) -> bool:
    return PurePosixPath(name).suffix.lower() in PHOTOGRAPHS
