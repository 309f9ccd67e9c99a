"""PAGES: what whoever is lost is told in other languages, on the one page there is for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from site_generator.language.codes import DANISH
from site_generator.language.spoken import Language, _, speaking
from site_generator.told.facts import Link


@dataclass(frozen=True)
class LostNote:
    """The page once more, in the language `code`."""

    code: str
    direction: str
    title: str
    lead: str
    links: tuple[Link, ...]


def lost_notes(
    languages: Iterable[Language], links: Callable[[Language], tuple[Link, ...]]
) -> tuple[LostNote, ...]:
    """A note for each language but Danish, in which the page itself is written."""
    return tuple(_note(one, links) for one in languages if one.code != DANISH)


def _note(language: Language, links: Callable[[Language], tuple[Link, ...]]) -> LostNote:
    with speaking(language):
        title, lead = what_is_wrong()
        return LostNote(language.code, language.direction, title, lead, links(language))


def what_is_wrong() -> tuple[str, str]:
    return _("Vi kan ikke finde siden"), _("Måske er den flyttet. Prøv et af disse steder.")
