"""READ and VALIDATE: the folder of one municipality becomes one `Municipality`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from site_generator.problems import Problem
from site_generator.read.author_files import leads_out
from site_generator.read.source import read_document
from site_generator.records.house_folder import folder_problems, media_files
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
from site_generator.schema.values import slugify

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
    # What many rules ask for, worked out once. Never what a municipality is.
    memo: dict[str, Any] = field(default_factory=dict, init=False, compare=False, repr=False)

    def place(self, place_id: str | None) -> Place | None:
        """The place with an id; without an id the only place there is."""
        places = self.location.places
        if place_id is None:
            return places[0] if len(places) == 1 else None
        return next((place for place in places if place.id == place_id), None)

    def offer(self, offer_id: str | None) -> Offer | None:
        return self._offers_by_id.get(offer_id)

    @cached_property
    def _offers_by_id(self) -> dict[str | None, Offer]:
        """Where two have the same id, which is an error, the first."""
        return {offer.id: offer for offer in reversed(self.offers)}


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
    problems = list(folder_problems(folder, shown_as, AUTHOR_FILES))
    files, faults = _read_author_files(folder, shown_as, shared)
    problems += faults
    pages_folder = folder / "pages"
    pages, faults = (
        ((), []) if leads_out(pages_folder) else read_pages(pages_folder, f"{shown_as}/pages")
    )
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
        if leads_out(folder / name):
            files.unreadable.add(name)  # told with the folder's other faults
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
        media=frozenset(media_files(folder)),
        ids_written=files.ids,
        unreadable=frozenset(files.unreadable),
        retired_offers=files.given("offers.yml", OffersFile).retired,
    )


def _hours_of(files: _AuthorFiles, location: LocationFile) -> OpeningHoursFile | None:
    hours = files.optional("opening_hours.yml", OpeningHoursFile)
    if hours and location.places:
        hours.belongs_to(frozenset(place.id for place in location.places))
    return hours


_COMMENT = re.compile(r"^[ \t]*#.*", re.MULTILINE)
_ID = re.compile(r"(?<![\w-])id *:? *['\"]?([^'\"#,}\n]+)")


def _ids_in(text: str) -> frozenset[str]:
    """The ids in a file, found without understanding it, so that no fault can hide one."""
    written = {found[1].strip() for found in _ID.finditer(_COMMENT.sub("", text))}
    return frozenset(written | {slugify(name) for name in written})


def _exists(file: Path) -> bool:
    return file.exists() or file.is_symlink()
