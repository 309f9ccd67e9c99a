"""`familiehus new`: a commented starter in Danish that passes `check` as it is."""

from __future__ import annotations

import re
from pathlib import Path

_STARTER = Path(__file__).parent / "starter"

# Names that do not follow from the folder's: a genitive, another kind of authority, a lone «å».
_IRREGULAR = {
    "bornholm": "Bornholms Regionskommune",
    "koebenhavn": "Københavns Kommune",
    "nordfyn": "Nordfyns Kommune",
    "taarnby": "Tårnby Kommune",
    "vesthimmerland": "Vesthimmerlands Kommune",
}


class SlugTakenError(Exception):
    """There is a municipality of that name already."""


def new_municipality(municipalities: Path, slug: str, name: str | None) -> Path:
    """Copy the starter to `municipalities/<slug>/`, with the municipality's name in its texts.

    Without a name it is guessed from the slug. Raises SlugTakenError where the folder exists;
    nothing is overwritten.
    """
    folder = municipalities / slug
    try:
        folder.mkdir()
    except FileExistsError:
        raise SlugTakenError(slug) from None
    municipality = _quotable(name or "") or likely_name(slug)
    for source in sorted(_STARTER.rglob("*")):
        target = folder / source.relative_to(_STARTER)
        if source.is_dir():
            target.mkdir()
        else:
            text = source.read_text("utf-8").replace("{slug}", slug)
            target.write_text(text.replace("{municipality}", municipality), "utf-8")
    return folder


def likely_name(slug: str) -> str:
    """A municipality's name from its slug: `ringkoebing-skjern` is Ringkøbing-Skjern Kommune.

    «aa» stays: Aalborg, Faaborg and the others write it so.
    """
    if slug in _IRREGULAR:
        return _IRREGULAR[slug]
    letters = slug.replace("ae", "æ").replace("oe", "ø")
    return f"{'-'.join(part.capitalize() for part in letters.split('-'))} Kommune"


def _quotable(name: str) -> str:
    """A name that can stand between quotes in YAML, on one line."""
    return " ".join(re.sub(r'["\\]', " ", name).split())
