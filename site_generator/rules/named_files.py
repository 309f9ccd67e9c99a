"""A file that a record names lies in media/ and is of the kind that is wanted there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from site_generator.problems import Problem, nearest
from site_generator.records.municipality import Municipality
from site_generator.records.other_kinds import save_as
from site_generator.rules.reporting import error
from site_generator.schema.record import Record


def named_file(
    municipality: Municipality,
    record: Record,
    key: str,
    name: str,
    types: tuple[str, ...],
    what: str,
) -> Iterator[Problem]:
    """What is wrong where `key` of a record names a file of `media/`, which should be of some
    `types`; `what` says in Danish what such a file is called."""
    if record.faulty(key):
        return
    suitable = sorted(
        file for file in municipality.media if PurePosixPath(file).suffix.lower() in types
    )
    kind = PurePosixPath(name).suffix.lower()
    if other := save_as(kind, types):
        message = f"«{name}» er af en slags, som mange telefoner ikke kan bruge."
        remedy = f"{other} Skriv så den nye fils navn her."
    elif kind not in types:
        message, remedy = f"«{name}» er ikke {what}.", f"Brug en fil af slagsen {', '.join(types)}."
    elif name in municipality.media:
        return
    else:
        message = f"Filen «{name}» findes ikke."
        remedy = _near(name, suitable)
    yield error(record, key, message, remedy)


def _near(name: str, files: list[str]) -> str:
    same = next((file for file in files if file.lower() == name.lower()), None)
    if same:
        return f"Den hedder «{same}»: store og små bogstaver skal være ens."
    by_name = {PurePosixPath(file).name: file for file in files}
    near = nearest(PurePosixPath(name).name, by_name)
    if near:
        return f"Mente du «{by_name[near]}»? Ellers læg filen i mappen media."
    return "Læg filen i mappen media, eller ret navnet."
