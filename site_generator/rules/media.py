"""Podcasts and films: there is something to hear or see, and the same in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_generator.problems import Problem
from site_generator.read.picture_files import size_if_known
from site_generator.records.municipality import Municipality
from site_generator.rules.circumstances import Circumstances
from site_generator.rules.reporting import error, required_when_official, warning
from site_generator.schema.podcasts import Episode
from site_generator.schema.site import Film

# The smallest cover that Apple takes.
_LEAST = 1400
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
            yield required_when_official(municipality, episode, "id", message, remedy)


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
        if not episode.wrote("audio", "audio_elsewhere", "link"):
            message = "Afsnittet kan ikke høres nogen steder."
            yield warning(episode, "id", message, "Tilføj «audio:» med en fil, eller «link:».")


def covers_are_as_apps_want_them(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """A podcast's cover is square, large and no drawing (podcasters.apple.com/support/896)."""
    cover = municipality.podcasts.cover if municipality.podcasts else None
    if cover is None or cover.faulty("file") or cover.file not in municipality.media:
        return
    size = size_if_known(municipality.folder / cover.file)
    if cover.file.lower().endswith(".svg"):
        message = "Apps kan ikke vise en SVG-tegning, så de får podcastens navn på husets farve."
        yield warning(cover, "file", message, f"Gem den som PNG, {_LEAST} × {_LEAST} punkter.")
    elif size and size[0] != size[1]:
        message = f"Forsiden er {size[0]} × {size[1]} punkter og bliver klippet til et kvadrat."
        yield warning(cover, "file", message, "Klip den selv til, så intet vigtigt falder fra.")
    elif size and size[0] < _LEAST:
        message = f"Forsiden er kun {size[0]} × {size[1]} punkter og bliver uskarp i apps."
        yield warning(cover, "file", message, f"Brug en på mindst {_LEAST} × {_LEAST} punkter.")
