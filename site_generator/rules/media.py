"""Podcasts and films: there is something to hear or see, and the same in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_generator.problems import Problem
from site_generator.records.municipality import Municipality
from site_generator.rules.circumstances import Circumstances
from site_generator.rules.reporting import error, warning
from site_generator.schema.podcasts import Episode
from site_generator.schema.site import Film

# A file, an address, or a promise.
_NO_WORDS = re.compile(
    r"https?://\S+|\S+\.(?:vtt|srt|txt|docx?|pdf|html?|json)"
    r"|(?:(?:teksten|den|det) )?(?:kommer|følger|er på vej)(?: snart| senere)?\W*|snart\W*|\W+",
    re.IGNORECASE,
)


def episodes_can_be_read(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """Who cannot hear an episode can read it (WCAG 2.2, 1.2.1; the law on web accessibility)."""
    for episode in municipality.podcasts.episodes if municipality.podcasts else ():
        if not episode.wrote("transcript"):
            message = "Afsnittet mangler det, der bliver sagt, som tekst."
            remedy = "Tilføj «transcript: |» og teksten på linjerne under. Loven kræver det."
            yield error(episode, "transcript", message, remedy)


def transcripts_are_words(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """What is said stands there itself: no file's name, no address, no promise of it."""
    records: list[Episode | Film] = [*municipality.site.films]
    records += municipality.podcasts.episodes if municipality.podcasts else ()
    for record in records:
        if record.transcript and not record.faulty("transcript"):
            text = str(record.transcript).strip()
            if _NO_WORDS.fullmatch(text):
                message = f"«{text[:60]}» er ikke det, der bliver sagt."
                remedy = (
                    "Åbn filen eller siden, og sæt alle ordene ind under «transcript: |». Har I "
                    "dem ikke endnu, så vent med at lægge optagelsen på."
                )
                yield error(record, "transcript", message, remedy)


def episodes_can_be_heard(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """An episode has a file, or a link to where it can be heard."""
    for episode in municipality.podcasts.episodes if municipality.podcasts else ():
        if not episode.wrote("audio", "link"):
            message = "Afsnittet kan ikke høres nogen steder."
            yield warning(episode, "id", message, "Tilføj «audio:» med en fil, eller «link:».")


def films_can_be_read(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """Who cannot see or hear a film can read it (WCAG 2.2, 1.2.1 to 1.2.3)."""
    for film in municipality.site.films:
        if not film.wrote("transcript"):
            message = "Filmen mangler det, der bliver sagt og vist, som tekst."
            yield warning(film, "title", message, "Tilføj «transcript: |» og teksten under.")
