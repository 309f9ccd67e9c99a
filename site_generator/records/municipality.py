"""READ and VALIDATE: the folder of one municipality becomes one `Municipality`."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from site_generator.problems import Problem, did_you_mean
from site_generator.read.source import read_document
from site_generator.records.markdown_pages import MarkdownPage, read_pages
from site_generator.records.shared_content import SharedContent, build_on_catalogue
from site_generator.records.validate import validate
from site_generator.schema.events import EventsFile
from site_generator.schema.flyers import FlyersFile
from site_generator.schema.location import LocationFile, Place
from site_generator.schema.offers import Offer, OffersFile
from site_generator.schema.opening_hours import OpeningHoursFile
from site_generator.schema.podcasts import PodcastsFile
from site_generator.schema.record import Record
from site_generator.schema.retired import Retired
from site_generator.schema.site import SiteFile
from site_generator.schema.transport import TransportFile
from site_generator.schema.values import parse_slug, slugify

AUTHOR_FILES: dict[str, type[Record]] = {
    "site.yml": SiteFile,
    "location.yml": LocationFile,
    "transport.yml": TransportFile,
    "opening_hours.yml": OpeningHoursFile,
    "offers.yml": OffersFile,
    "events.yml": EventsFile,
    "podcasts.yml": PodcastsFile,
    "flyers.yml": FlyersFile,
}
_FOLDERS = ("pages", "media")
MEDIA_TYPES = (".jpg", ".jpeg", ".png", ".webp", ".svg", ".mp3", ".m4a", ".ogg", ".pdf", ".vtt")
MAX_MEDIA_BYTES = 100 * 1024 * 1024

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, kw_only=True)
class Municipality:
    """Everything that one municipality's authors have written.

    `slug` is the folder's name and the first part of every address. `folder` is where the media
    are; `shown_as` is that folder as an author sees it. `ids_written` holds the ids that stand in
    each file, also those of records that could not be read; `unreadable` names the files of
    which nothing could be read.
    """

    slug: str
    folder: Path
    shown_as: str
    site: SiteFile
    location: LocationFile
    transport: TransportFile
    opening_hours: OpeningHoursFile | None
    offers: tuple[Offer, ...]
    events: EventsFile
    podcasts: PodcastsFile | None
    flyers: FlyersFile
    pages: tuple[MarkdownPage, ...]
    media: frozenset[str]
    ids_written: Mapping[str, frozenset[str]] = field(default_factory=dict)
    unreadable: frozenset[str] = frozenset()
    retired_offers: tuple[Retired, ...] = ()

    def place(self, place_id: str | None) -> Place | None:
        """The place with an id; without an id the only place there is."""
        places = self.location.places
        if place_id is None:
            return places[0] if len(places) == 1 else None
        return next((place for place in places if place.id == place_id), None)

    def offer(self, offer_id: str | None) -> Offer | None:
        return next((offer for offer in self.offers if offer.id == offer_id), None)


def municipality_folders(root: Path) -> list[Path]:
    """The folders of all municipalities, by name."""
    return sorted(
        folder for folder in root.iterdir() if folder.is_dir() and not folder.name.startswith(".")
    )


@dataclass
class _AuthorFiles:
    """What stands in the YAML files of a municipality, by file name."""

    records: dict[str, Record] = field(default_factory=dict)
    ids: dict[str, frozenset[str]] = field(default_factory=dict)
    unreadable: set[str] = field(default_factory=set)

    def given(self, name: str, model: type[R]) -> R:
        return self.optional(name, model) or model()

    def optional(self, name: str, model: type[R]) -> R | None:
        record = self.records.get(name)
        return record if isinstance(record, model) else None


def read_municipality(
    folder: Path, shared: SharedContent
) -> tuple[Municipality | None, list[Problem]]:
    """One municipality and all problems in its files; None where `site.yml` cannot be used."""
    shown_as = f"municipalities/{folder.name}"
    problems = list(_folder_problems(folder, shown_as))
    files, faults = _read_author_files(folder, shown_as, shared)
    problems += faults
    pages, faults = read_pages(folder / "pages", f"{shown_as}/pages")
    problems += faults
    site = files.optional("site.yml", SiteFile)
    return _assemble(folder, shown_as, site, files, pages) if site else None, problems


def _read_author_files(
    folder: Path, shown_as: str, shared: SharedContent
) -> tuple[_AuthorFiles, list[Problem]]:
    files = _AuthorFiles()
    problems: list[Problem] = []
    for name, model in AUTHOR_FILES.items():
        if name != "site.yml" and not _exists(folder / name):
            continue
        document = read_document(folder / name, f"{shown_as}/{name}")
        if name != "site.yml" and not document.block and not document.problems:
            continue  # only comments: as if it were not there
        problems += document.problems
        files.ids[name] = _ids_in(document.text)
        if document.block.unreadable:
            files.unreadable.add(name)
        if name == "offers.yml":
            problems += build_on_catalogue(document.block, shared)
        record, faults = validate(model, document.block)
        problems += faults
        if record is not None:
            files.records[name] = record
    return files, problems


def _assemble(
    folder: Path,
    shown_as: str,
    site: SiteFile,
    files: _AuthorFiles,
    pages: tuple[MarkdownPage, ...],
) -> Municipality:
    location = files.given("location.yml", LocationFile)
    return Municipality(
        slug=folder.name,
        folder=folder,
        shown_as=shown_as,
        site=site,
        location=location,
        transport=files.given("transport.yml", TransportFile),
        opening_hours=_hours_of(files, location),
        offers=files.given("offers.yml", OffersFile).offers,
        events=files.given("events.yml", EventsFile),
        podcasts=files.optional("podcasts.yml", PodcastsFile),
        flyers=files.given("flyers.yml", FlyersFile),
        pages=pages,
        media=frozenset(_media_files(folder)),
        ids_written=files.ids,
        unreadable=frozenset(files.unreadable),
        retired_offers=files.given("offers.yml", OffersFile).retired,
    )


def _hours_of(files: _AuthorFiles, location: LocationFile) -> OpeningHoursFile | None:
    hours = files.optional("opening_hours.yml", OpeningHoursFile)
    if hours and location.places:
        hours.belongs_to(frozenset(place.id for place in location.places))
    return hours


_COMMENT = re.compile(r"^\s*#.*", re.MULTILINE)
_ID = re.compile(r"(?<![\w-])id *:? *['\"]?([^'\"#,}\n]+)")


def _ids_in(text: str) -> frozenset[str]:
    """The ids in a file, found without understanding it, so that no fault can hide one."""
    written = {found[1].strip() for found in _ID.finditer(_COMMENT.sub("", text))}
    return frozenset(written | {slugify(name) for name in written})


def _exists(file: Path) -> bool:
    return file.exists() or file.is_symlink()


def _media_files(folder: Path) -> Iterator[str]:
    """Files below media/, as authors write them. Links that lead elsewhere are not followed."""
    for file in sorted((folder / "media").rglob("*")):
        if file.is_file() and not file.is_symlink():
            yield file.relative_to(folder).as_posix()


def _folder_problems(folder: Path, shown_as: str) -> Iterator[Problem]:
    """Names that no one reads, and files that lead out of the folder."""
    try:
        parse_slug(folder.name)
    except Exception:
        message = "Mappens navn kan ikke bruges i en adresse."
        remedy = "Brug små bogstaver a-z, tal og bindestreg."
        yield Problem(path=shown_as, line=1, message=message, remedy=remedy)
    for entry in sorted(folder.iterdir()):
        if entry.name.startswith("."):
            continue
        if entry.name in AUTHOR_FILES or (entry.name == "pages" and entry.is_dir()):
            continue  # told where they are read
        if entry.is_symlink() and not _stays_in(entry, folder):
            message, remedy = "Genvejen fører ud af mappen.", "Læg selve filen i mappen i stedet."
        elif entry.name in _FOLDERS and entry.is_dir():
            continue
        else:
            message = f"«{entry.name}» bliver ikke læst."
            remedy = did_you_mean(entry.name, [*AUTHOR_FILES, *_FOLDERS])
        yield Problem(path=f"{shown_as}/{entry.name}", line=1, message=message, remedy=remedy)
    yield from _media_problems(folder, shown_as)


def _stays_in(link: Path, folder: Path) -> bool:
    """Where a link leads; `Path.resolve` raises at one that leads to itself."""
    return os.path.realpath(link).startswith(f"{os.path.realpath(folder)}{os.sep}")


def _media_problems(folder: Path, shown_as: str) -> Iterator[Problem]:
    for name in _media_files(folder):
        file, path = folder / name, f"{shown_as}/{name}"
        if file.suffix.lower() not in MEDIA_TYPES:
            remedy = f"Brug en af disse: {', '.join(MEDIA_TYPES)}."
            message = "Filer af den slags kan ikke vises."
            yield Problem(path=path, line=1, message=message, remedy=remedy)
        elif file.stat().st_size > MAX_MEDIA_BYTES:
            message, remedy = "Filen er over 100 MB.", "Gør den mindre."
            yield Problem(path=path, line=1, message=message, remedy=remedy)
