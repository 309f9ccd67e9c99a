"""TOLD: one house on the day of the build."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

from site_generator import addresses
from site_generator.language.spoken import Language, _, spoken
from site_generator.output import Image
from site_generator.pictures.cropping import Photograph
from site_generator.pictures.photographs import Pictures, is_photograph
from site_generator.read.file_dates import NO_DATES, FileDates
from site_generator.read.remembered import NOTHING_KNOWN, HouseHistory
from site_generator.records.articles import articles_for
from site_generator.records.markdown_pages import MarkdownPage
from site_generator.records.municipality import Municipality
from site_generator.records.shared_content import SharedContent
from site_generator.resolve.recurrence import Occurrence
from site_generator.rules.shown_pictures import withheld
from site_generator.schema.choices import Audience, SiteStatus, Topic
from site_generator.schema.help_lines import HelpLine
from site_generator.schema.location import Place
from site_generator.schema.offers import Offer
from site_generator.schema.shared import Picture
from site_generator.schema.site import SiteFile
from site_generator.told.times_of_activities import times_of
from site_generator.wording.in_words import words

# What calendars hold: a month back, so that a cancelled meeting does not vanish at once.
DAYS_BACK = 30
DAYS_AHEAD = 365


def all_occurrences(municipality: Municipality, today: date) -> tuple[Occurrence, ...]:
    """Every occurrence of every event from a month before `today` to a year after, in order."""
    first, last = today - timedelta(days=DAYS_BACK), today + timedelta(days=DAYS_AHEAD)
    found = [
        occurrence
        for event in municipality.events.events
        for occurrence in times_of(municipality, event, first, last)
    ]
    return tuple(sorted(found, key=lambda o: (o.date, o.slot, o.event.id)))


@dataclass(frozen=True)
class House:
    """A municipality's house as the pages see it.

    `base_url` is the web address of the house's own folder, ending in a slash; empty where it is
    not known. `occurrences` is what is on from a month ago to a year from now. `history` is what
    the house has published, `dates` when its files changed last; both empty without a history.
    `preview` is whether nobody has said yes to it yet. `repository` is the web address of the
    authors' files, without a last slash; empty: not known. `memo` holds what was worked out already
    (told/once.py).
    """

    municipality: Municipality
    shared: SharedContent
    pictures: Pictures
    today: date
    base_url: str
    version: str
    languages: tuple[Language, ...]
    occurrences: tuple[Occurrence, ...]
    history: HouseHistory = NOTHING_KNOWN
    dates: FileDates = NO_DATES
    preview: bool = False
    repository: str = ""
    memo: dict[object, object] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def coming(self) -> tuple[Occurrence, ...]:
        """What is on from today, what has begun and is not over included."""
        return tuple(o for o in self.occurrences if o.last_date >= self.today)

    @cached_property
    def activities_told(self) -> dict[tuple[str, Occurrence], Any]:
        """What `told.activities` has worked out, by language and occurrence."""
        return {}

    @property
    def base_path(self) -> str:
        """The path of the house on its server, ending in a slash, without the first one."""
        path = urlsplit(self.base_url).path if self.base_url else f"{self.slug}/"
        return path.lstrip("/")

    @property
    def slug(self) -> str:
        return self.municipality.slug

    @property
    def share_photograph(self) -> Photograph | None:
        """The house's own picture where it is a photograph; drawings are not shown by networks."""
        return self.photograph(self.municipality.site.picture)

    def photograph(self, picture: Picture | None) -> Photograph | None:
        """A picture that is made of points, to be cut to another shape."""
        shown = self.shown(picture)
        if shown is None or not is_photograph(shown.file):
            return None
        return Photograph(self.municipality.folder / shown.file, shown.point)

    def files(self, root: str) -> str:
        """From a page to the house's own folder, where its files are, once in all languages.

        `root` leads from the page up to the folder of its language.
        """
        return addresses.way_to_house(root, spoken().code)

    def absolute(self, address: str) -> str:
        """The whole web address of a file, or of a page in Danish, where the base is known."""
        return f"{self.base_url}{address}"

    def page(self, address: str) -> str:
        """The whole web address of a page in the language that is spoken, where the base is
        known."""
        return self.absolute(addresses.in_language(address, spoken().code))

    def image(self, picture: Picture | None, root: str) -> Image | None:
        shown = self.shown(picture)
        return self.pictures.image(shown, self.files(root)) if shown else None

    def shown(self, picture: Picture | None) -> Picture | None:
        """The same, unless its consent has run out: then it stands in no medium."""
        return picture if picture and picture.file not in self._withheld else None

    @cached_property
    def _withheld(self) -> frozenset[str]:
        return withheld(self.municipality, self.today)

    def help_lines(self, *topics: Topic) -> tuple[HelpLine, ...]:
        """The help lines for some topics, or all of them."""
        lines = self.shared.help_lines
        return tuple(line for line in lines if not topics or set(topics) & set(line.topics))

    def offer_of(self, occurrence: Occurrence) -> Offer | None:
        return self.municipality.offer(occurrence.event.offer)

    def title_of(self, occurrence: Occurrence) -> str:
        """The event's own name, else that of its offer."""
        offer = self.offer_of(occurrence)
        return words(occurrence.event.title) or (words(offer.title) if offer else "")

    def audience_of(self, occurrence: Occurrence) -> tuple[Audience, ...]:
        offer = self.offer_of(occurrence)
        return occurrence.event.audience or (offer.audience if offer else ())

    def audiences(self) -> list[Audience]:
        """Those for whom something is on, in the order of the choices."""
        named = {audience for o in self.occurrences for audience in self.audience_of(o)}
        return [audience for audience in Audience if audience in named]

    def place_of(self, occurrence: Occurrence) -> Place | None:
        """The place of the house; None for another venue and for what is only on the net."""
        event = occurrence.event
        elsewhere = bool(event.venue or event.online) and event.place is None
        if elsewhere and occurrence.place is None:
            return None
        return self.municipality.place(occurrence.place)

    @property
    def demo_notice(self) -> str:
        """Says on every page and sheet that it is a demonstration, or that nobody has said yes to
        it; empty when it is in use."""
        return preview_notice() if self.preview else _demo_notice(self.municipality.site)

    @property
    def kept_offline(self) -> bool:
        """Whether telephones keep some pages. A preview would outlive what it shows there."""
        return self.municipality.site.offline and not self.preview

    @property
    def has_flyers(self) -> bool:
        flyers = self.municipality.flyers
        return bool(flyers.flyers or flyers.existing)

    @property
    def is_embedded(self) -> bool:
        """Whether other sites may show parts of it. What they show once stands for good."""
        return self.municipality.site.embed or self.history.embedded

    def articles(self) -> tuple[MarkdownPage, ...]:
        return self._articles

    @cached_property
    def _articles(self) -> tuple[MarkdownPage, ...]:
        return articles_for(self.municipality, self.shared)


def preview_notice() -> str:
    return _("Ændringen er ikke godkendt endnu. Tider og tilbud kan være forkerte.")


def _demo_notice(site: SiteFile) -> str:
    if site.status is SiteStatus.OFFICIAL:
        return ""
    if site.demo_note:
        return words(site.demo_note)
    if site.sources:
        return _("Lavet ud fra en offentlig rapport. Ikke kommunens egen side.")
    return _("Siden er et udkast og ikke i brug endnu.")
