"""`familiehus new`: a commented starter in Danish that passes `check` as it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
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


def new_municipality(municipalities: Path, slug: str, name: str | None, serve: str = "") -> Path:
    """Copy the starter to `municipalities/<slug>/`, with the municipality's name in its texts.

    Without a name it is guessed from the slug. `serve` is how one sees the site while writing.
    Raises SlugTakenError where the folder exists; nothing is overwritten.
    """
    folder = municipalities / slug
    try:
        folder.mkdir()
    except FileExistsError:
        raise SlugTakenError(slug) from None
    municipality = quotable(name or "") or likely_name(slug)
    serve = serve or f"make serve SLUG={slug}"
    copied(_STARTER, folder, {"slug": slug, "municipality": municipality, "serve": serve})
    return folder


def copied(template: Path, folder: Path, gaps: Mapping[str, str]) -> None:
    """Copy a folder of texts into another, with each `{gap}` filled."""
    for source in sorted(template.rglob("*")):
        target = folder / source.relative_to(template)
        if source.is_dir():
            target.mkdir()
            continue
        text = source.read_text("utf-8")
        for gap, filling in gaps.items():
            text = text.replace(f"{{{gap}}}", filling)
        target.write_text(text, "utf-8")


def likely_name(slug: str) -> str:
    """A municipality's name from its slug: `ringkoebing-skjern` is Ringkøbing-Skjern Kommune.

    «aa» stays: Aalborg, Faaborg and the others write it so.
    """
    if slug in _IRREGULAR:
        return _IRREGULAR[slug]
    letters = slug.replace("ae", "æ").replace("oe", "ø")
    return f"{'-'.join(part.capitalize() for part in letters.split('-'))} Kommune"


def quotable(name: str) -> str:
    """A name that can stand between quotes in YAML, on one line."""
    return " ".join(re.sub(r'["\\]', " ", name).split())
