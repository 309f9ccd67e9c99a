"""How texts read: their length, capitals, and filler that was left behind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_generator.problems import Level, Problem
from site_generator.records.municipality import Municipality
from site_generator.rules.circumstances import Circumstances
from site_generator.rules.walk import Passage, passages_of
from site_generator.schema.choices import SiteStatus

_MAX_HEADLINE = 120
_MAX_TITLE = 80
_MAX_SUMMARY = 300

_QUOTED = re.compile("[“”„‟‘’‚][^“”„‟]*[“”‟‘’]")
_WORD = re.compile(r"[^\W\d_]{2,}")
_FILLER = re.compile(
    r"\b(?:lorem|ipsum|todo|tbd|x{3,}|skriv her|tekst her|indsæt \w+ her)\b", re.IGNORECASE
)


def texts_are_short_enough(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """Headlines, titles and summaries can be read at a glance."""
    for passage in passages_of(municipality):
        if passage.key == "headline" and len(passage.text) > _MAX_HEADLINE:
            yield _too_long(passage, _MAX_HEADLINE)
        elif passage.key == "title" and len(passage.text) > _MAX_TITLE:
            yield _too_long(passage, _MAX_TITLE)
        elif passage.key == "summary" and len(passage.text) > _MAX_SUMMARY:
            message = f"Teksten er på {len(passage.text)} tegn og svær at overskue."
            remedy = f"Kort den af til højst {_MAX_SUMMARY} tegn; resten kan stå længere nede."
            yield passage.problem(message, remedy, "warning")


def texts_do_not_shout(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """No text is in capitals only, which is hard to read and is spelt out by some readers."""
    for passage in _prose(municipality):
        if len(_WORD.findall(passage.text)) >= 3 and _is_shouted(passage.text):
            message = "Teksten står med lutter store bogstaver."
            yield passage.problem(message, "Skriv den med små bogstaver.", "warning")


def quotes_stand_around_quotations(
    municipality: Municipality, _: Circumstances
) -> Iterator[Problem]:
    """Curly quotes around a whole value are shown; who wrote them mostly meant YAML's straight."""
    for passage in passages_of(municipality):
        if _QUOTED.fullmatch(passage.text.strip()):
            message = "Teksten står mellem bøjede anførselstegn, og de bliver vist på siden."
            remedy = "Slet dem, både først og sidst. Er det et citat, så brug »…« i stedet."
            yield passage.problem(message, remedy, "warning")


def _is_shouted(text: str) -> bool:
    """Nearly all is in capitals; Arabic has none, so a Latin name in it does not count."""
    letters = [letter for letter in text if letter.isalpha()]
    return text.isupper() and 2 * sum(map(str.isupper, letters)) > len(letters)


def nothing_is_left_to_fill_in(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """A site in use has no filler in it."""
    official = municipality.site.status is SiteStatus.OFFICIAL
    level: Level = "error" if official else "warning"
    for passage in _prose(municipality):
        found = _FILLER.search(passage.text)
        if found:
            message = f"«{found[0]}» ser ud til at være glemt."
            remedy = "Skriv den rigtige tekst, eller slet linjen."
            yield passage.problem(message, remedy, level, found.start())


def _prose(municipality: Municipality) -> Iterator[Passage]:
    """Texts without addresses, where capitals and odd words may be part of the name."""
    for passage in passages_of(municipality):
        if not passage.text.startswith(("https://", "media/")):
            yield passage


def _too_long(passage: Passage, most: int) -> Problem:
    length = len(passage.text)
    message = f"«{passage.key}» er på {length} tegn, og der er plads til {most}."
    return passage.problem(message, f"Gør den {length - most} tegn kortere.")
