"""What somebody looks through once a year, and what nobody has looked through for as long.

Activities are not among it: their dates tell whether they are fresh.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from site_generator.records.municipality import Municipality
from site_generator.schema.choices import SiteStatus
from site_generator.schema.flyers import FlyersFile
from site_generator.schema.location import LocationFile
from site_generator.schema.offers import Offer
from site_generator.schema.opening_hours import OpeningHoursFile
from site_generator.schema.pages import PageHead
from site_generator.schema.podcasts import PodcastsFile
from site_generator.schema.site import SiteFile
from site_generator.schema.transport import TransportFile

FactsFile = LocationFile | TransportFile | OpeningHoursFile | FlyersFile | PodcastsFile
Reviewed = SiteFile | Offer | PageHead | FactsFile


@dataclass(frozen=True)
class Thing:
    """Something with a `reviewed` of its own.

    `key` names it within its house, as `site.yml`, `pages/soevn.md` or `offers.yml/babycafe`;
    `title` is what an editor calls it. `file` is its file within the house's folder, and `path`
    leads from the top of that to the date.
    """

    key: str
    title: str
    record: Reviewed
    file: str
    path: tuple[str, ...] = ("reviewed",)

    @property
    def reviewed(self) -> date | None:
        return self.record.reviewed

    @property
    def source(self) -> str:
        """Its file and line, as `municipalities/eksempel/offers.yml:12`."""
        return f"{self.record.path_of()}:{self.record.line_of()}"


def things_of(municipality: Municipality) -> Iterator[Thing]:
    """Everything of a house that has a date of its own, file by file.

    The date of a standard offer is the catalogue's business; a file that is not there is nobody's.
    """
    for title, file, record in _files(municipality):
        if record and record.path_of():
            yield Thing(file, title, record, file)
    for offer in municipality.offers:
        if offer.is_own("reviewed"):
            path = ("offers", offer.id, "reviewed")
            yield Thing(f"offers.yml/{offer.id}", str(offer.title), offer, "offers.yml", path)
    for page in municipality.pages:
        file = f"pages/{page.slug}.md"
        yield Thing(file, str(page.head.title), page.head, file)


def _files(municipality: Municipality) -> tuple[tuple[str, str, Reviewed | None], ...]:
    return (
        ("Husets navn, tekster og kontakt", "site.yml", municipality.site),
        ("Steder og adgang", "location.yml", municipality.location),
        ("Vejen til huset", "transport.yml", municipality.transport),
        ("Åbningstider", "opening_hours.yml", municipality.opening_hours),
        ("Podcast", "podcasts.yml", municipality.podcasts),
        ("Flyers og plakater", "flyers.yml", municipality.flyers),
    )


def is_stale(thing: Thing, municipality: Municipality, today: date) -> bool:
    """Whether nobody has looked at it for a year. A demonstration need not say when."""
    if thing.reviewed:
        return thing.reviewed < months_before(today, 12)
    official = municipality.site.status is SiteStatus.OFFICIAL
    return official and not thing.record.wrote("reviewed")


def stale_things(municipality: Municipality, today: date) -> list[Thing]:
    """What nobody has looked at for a year: what has no date first, then the oldest."""
    stale = (thing for thing in things_of(municipality) if is_stale(thing, municipality, today))
    return sorted(stale, key=lambda thing: thing.reviewed or date.min)


def months_before(day: date, months: int) -> date:
    """The same day some months earlier, or the 28th where that month is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, 28))
