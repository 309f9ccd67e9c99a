"""An import as a whole: a source is read, laid beside a house, checked, and only then written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from site_generator.making.candidate import candidate
from site_generator.making.imports.happening import Read, Remark, SourceError
from site_generator.making.imports.merging import Coming, Merging
from site_generator.making.imports.offer_merging import OfferMerging
from site_generator.making.imports.offer_rows import read_offers
from site_generator.making.imports.remembered import NAME, What, remembered, to_remember
from site_generator.making.imports.sheets import Sheet
from site_generator.problems import Problem, has_errors
from site_generator.project import Project
from site_generator.records.municipality import Municipality, read_municipality
from site_generator.records.shared_content import read_shared_content
from site_generator.told.changes.account import Account
from site_generator.write.author_edits import CannotEditError, Value, edited, value_at
from site_generator.write.author_files import author_text, put_author_file


@dataclass(frozen=True)
class Import:
    """What an import would write: `files` by their names in the house's folder; none where nothing
    has changed, or where `problems` has an error. `come` and `changed` are ids of what stands in
    `<what>.yml`."""

    what: What
    remarks: tuple[Remark, ...]
    come: tuple[str, ...]
    changed: tuple[str, ...]
    files: Mapping[str, bytes]
    problems: tuple[Problem, ...] = ()
    account: Account | None = None


def address_of(project: Project, slug: str) -> str:
    """The public address of a house's calendar. Raises SourceError where it has none."""
    address = _house(project, project.municipalities / slug).events.events_from
    if not address:
        raise SourceError(
            "Der står ingen adresse i events.yml.",
            "Skriv kalenderens adresse i «events_from:», eller nævn en fil.",
        )
    return address


def import_events(project: Project, slug: str, read: Read, today: date) -> Import:
    """A source beside a house. Writes nothing. Raises SourceError where that cannot be."""
    folder = project.municipalities / slug
    house = _house(project, folder)
    text, last = _texts(folder, "events")
    coming = Merging(house, _items(text, "events"), remembered(last), today).merge(read)
    return _checked(project, slug, today, _told("events", coming, text, last))


def import_offers(project: Project, slug: str, sheets: Sequence[Sheet], today: date) -> Import:
    """The offers of a sheet beside a house. Writes nothing. Raises SourceError where that cannot
    be."""
    folder = project.municipalities / slug
    house = _house(project, folder)
    read = read_offers(sheets, house.location.places)
    text, last = _texts(folder, "offers")
    shared, _ = read_shared_content(*project.content)
    merging = OfferMerging(house, shared, _items(text, "offers"), remembered(last, "offers"))
    coming = merging.merge(read.rows)
    coming.remarks[:0] = read.remarks
    return _checked(project, slug, today, _told("offers", coming, text, last))


def write_import(project: Project, slug: str, files: Mapping[str, bytes]) -> None:
    """Both files, what is remembered last: what stands there and is not remembered is known again
    by its name and times, but what is remembered and does not stand there counts as deleted by
    hand."""
    for name in sorted(files, key=lambda name: name == NAME):
        put_author_file(project.municipalities / slug / name, files[name])


def _checked(project: Project, slug: str, today: date, told: Import) -> Import:
    """With what the house would be with its new files; none of them where it would have faults."""
    if not (told.come or told.changed):
        return told
    found = candidate(project, slug, today, told.files)
    kept = {} if has_errors(found.problems) else told.files
    return replace(told, files=kept, problems=found.problems, account=found.account)


def _house(project: Project, folder: Path) -> Municipality:
    shared, _ = read_shared_content(*project.content)
    house, problems = read_municipality(folder, shared)
    faulty = [problem for problem in problems if problem.level == "error"]
    if house is None or faulty:
        raise SourceError(
            "Husets filer har fejl, så der kan ikke hentes noget ind.",
            f"Kør «familiehus check {folder.name}», og ret dem først.",
        )
    return house


def _texts(folder: Path, what: What) -> tuple[str, str]:
    names = (f"{what}.yml", NAME)
    for name in names:
        if (folder / name).is_symlink():
            raise SourceError(f"{name} er en genvej.", "Læg selve filen i mappen.")
    try:
        return author_text(folder / names[0]), author_text(folder / NAME)
    except CannotEditError as fault:
        raise SourceError(str(fault), "Gem den igen som UTF-8.") from None


def _items(text: str, what: What) -> list[Mapping[str, Value]]:
    found = value_at(text, (what,))
    return [item for item in found or [] if isinstance(item, dict)]


def _told(what: What, coming: Coming, text: str, last: str) -> Import:
    files = _files(what, coming, text, last)
    return Import(what, tuple(coming.remarks), tuple(coming.come), tuple(coming.changed), files)


def _files(what: What, coming: Coming, text: str, last: str) -> dict[str, bytes]:
    """What differs from what lies there."""
    try:
        after = edited(text or _BEGINNINGS[what], coming.edits)
    except CannotEditError as fault:
        raise SourceError(f"{what}.yml kan ikke rettes af et program. {fault}", _BY_HAND) from None
    files = {}
    if coming.edits and after != text:
        files[f"{what}.yml"] = after.encode("utf-8")
    memory = to_remember(coming.remembered, last, what)
    if coming.remembered and memory.decode("utf-8") != last:
        files[NAME] = memory
    return files


_BY_HAND = "Skriv linjen, som de andre er skrevet, og prøv igen."
_BEGINNINGS: Mapping[What, str] = {
    "events": "# yaml-language-server: $schema=../../content/schema/events.schema.json\n"
    "# Det, der sker i huset. Hentet ind med familiehus import-events. Ret gerne her: det, du\n"
    "# ændrer, bliver stående, næste gang der bliver hentet.\n\n",
    "offers": "# yaml-language-server: $schema=../../content/schema/offers.schema.json\n"
    "# Husets tilbud. Hentet ind med familiehus import-offers. Ret gerne her: det, du ændrer,\n"
    "# bliver stående, næste gang der bliver hentet.\n\n",
}
