"""PAGES: films about the house: shown from its own folder, or linked to; both with words."""

from __future__ import annotations

from site_generator.language.codes import DANISH
from site_generator.language.spoken import spoken
from site_generator.schema.site import Captions
from site_generator.schema.site import Film as FilmRecord
from site_generator.schema.values import LANGUAGES
from site_generator.told.house import House
from site_generator.views.elements import CaptionTrack, Film
from site_generator.wording.in_words import sentence, words
from site_generator.wording.markup import to_html


def films(house: House, root: str) -> tuple[Film, ...]:
    """Every film of a house. `root` leads from the page to the folder of its language."""
    return tuple(_film(house, film, root) for film in house.municipality.site.films)


def _film(house: House, film: FilmRecord, root: str) -> Film:
    files = house.files(root)
    return Film(
        title=sentence(words(film.title)),
        summary=words(film.summary),
        video=files + film.video if film.video else "",
        captions=_captions(film.captions, files) if film.captions else (),
        image=house.image(film.picture, root),
        href=film.link or "",
        where=words(film.where),
        transcript=to_html(words(film.transcript)) if film.transcript else None,
    )


def _captions(captions: Captions, files: str) -> tuple[CaptionTrack, ...]:
    """Those in the language that is spoken are shown from the start, else the Danish ones."""
    given = captions.files()
    first = spoken().code if spoken().code in given else DANISH
    return tuple(
        CaptionTrack(code, LANGUAGES[code], files + file, code == first)
        for code, file in given.items()
    )
