"""Films: what is shown on the page can be seen, heard and read, whoever comes."""

from __future__ import annotations

from collections.abc import Iterator

from site_generator.problems import Problem
from site_generator.read.caption_files import fault_of_captions
from site_generator.read.sound_files import fault_of_film
from site_generator.records.municipality import Municipality
from site_generator.rules.circumstances import Circumstances
from site_generator.rules.named_files import named_file
from site_generator.rules.reporting import required_when_official, warning
from site_generator.schema.site import Captions, Film

FILM_TYPES = (".mp4",)


def films_exist(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """Every film and every file of captions that is named lies in media/."""
    for film in municipality.site.films:
        if film.video:
            yield from named_file(municipality, film, "video", film.video, FILM_TYPES, "en film")
        if film.captions:
            yield from _captions_exist(municipality, film.captions)


def _captions_exist(municipality: Municipality, captions: Captions) -> Iterator[Problem]:
    for code, file in captions.files().items():
        what = "en fil med undertekster"
        yield from named_file(municipality, captions, code, file, (".vtt",), what)


def films_can_be_shown(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """Every film in media/ is one, and whole; every file of captions can be shown in time."""
    for name in sorted(municipality.media):
        path, file = f"{municipality.shown_as}/{name}", municipality.folder / name
        if name.lower().endswith(FILM_TYPES) and (fault := fault_of_film(file)):
            yield Problem(path=path, line=1, message=fault.message, remedy=fault.remedy)
        elif name.lower().endswith(".vtt") and (wrong := fault_of_captions(file)):
            yield Problem(path=path, line=wrong.line, message=wrong.message, remedy=wrong.remedy)


def films_have_captions(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """Who cannot hear a film that we show can read what is said in it (WCAG 2.2, 1.2.2)."""
    for film in municipality.site.films:
        if film.video and not film.wrote("captions") and not film.without_speech:
            message = "Filmen mangler undertekster."
            remedy = (
                "Læg en fil med underteksterne i media, og skriv «captions:» og på linjen under "
                "«  da: media/film.da.vtt» med filens navn. Siger ingen noget i filmen, så skriv "
                "«without_speech: ja»."
            )
            yield required_when_official(municipality, film, "video", message, remedy)
        elif film.wrote("captions") and not film.wrote("video"):
            message = "Underteksterne bliver ikke brugt: filmen er et link og bliver ikke vist her."
            yield warning(film, "captions", message, "Tilføj «video:» med filmen, eller slet dem.")


def films_can_be_read(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """Who cannot see or hear a film can read it (WCAG 2.2, 1.2.1 to 1.2.3)."""
    for film in municipality.site.films:
        if not film.wrote("transcript"):
            yield _without_words(municipality, film)


def _without_words(municipality: Municipality, film: Film) -> Problem:
    message = "Filmen mangler det, der bliver sagt og vist, som tekst."
    remedy = "Tilføj «transcript: |» og teksten under."
    if film.video:  # what others show is not ours to answer for
        return required_when_official(municipality, film, "video", message, remedy)
    return warning(film, "title", message, remedy)


def films_can_be_seen(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """A film lies in media/, or it is said where it can be seen."""
    for film in municipality.site.films:
        if not film.wrote("video", "link", "where"):
            message = "Filmen kan ikke ses nogen steder."
            yield warning(film, "title", message, "Tilføj «video:», «link:» eller «where:».")
