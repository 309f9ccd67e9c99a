"""`familiehus new`: a commented starter in Danish that passes `check` as it is."""

from __future__ import annotations

from pathlib import Path

from site_generator.danish import sentence

_STARTER = Path(__file__).parent / "starter"


class SlugTakenError(Exception):
    """There is a municipality of that name already."""


def new_municipality(municipalities: Path, slug: str, name: str | None) -> Path:
    """Copy the starter to `municipalities/<slug>/` and put the municipality's name in.

    Raises SlugTakenError where the folder exists; nothing is overwritten.
    """
    folder = municipalities / slug
    try:
        folder.mkdir()
    except FileExistsError:
        raise SlugTakenError(slug) from None
    # Quotes would end the YAML text that the name is put into.
    municipality = (name or f"{sentence(slug)} Kommune").replace('"', "").strip()
    for source in sorted(_STARTER.rglob("*")):
        target = folder / source.relative_to(_STARTER)
        if source.is_dir():
            target.mkdir()
        else:
            target.write_text(
                source.read_text("utf-8").replace("{municipality}", municipality), "utf-8"
            )
    return folder
