"""Which addresses a house has, as far as its records tell: what a link or a code may lead to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from site_generator import addresses
from site_generator.records.articles import articles_for
from site_generator.records.municipality import Municipality
from site_generator.rules.circumstances import Circumstances
from site_generator.schema.choices import OfferStatus

_WITHOUT_PAGE = (OfferStatus.DEFUNCT, OfferStatus.INACTIVE)
# Of these pages it is not known here what is on them: weeks and groups come and go.
_CHANGING = (addresses.CALENDAR, addresses.OFFERS, addresses.GUIDE, addresses.FLYERS)
_PUBLISHED_AS_THEY_ARE = (".svg", ".mp3", ".m4a", ".ogg", ".mp4", ".pdf", ".vtt")


@dataclass(frozen=True)
class HouseAddresses:
    """`pages` in a good order to choose from; `files` beside them; `anchors` by page."""

    municipality: Municipality
    pages: tuple[str, ...]
    files: frozenset[str]
    anchors: dict[str, frozenset[str]]

    def has(self, address: str) -> bool:
        """Whether there is something, or may be: a page above, a record that could not be read."""
        if address in ("", *self.pages) or address in self.files:
            return True
        finder = self.municipality.offers and address.startswith(
            (addresses.OFFERS_FOR, addresses.GUIDE)
        )
        return bool(finder) or _may_exist(address, self.municipality)

    def has_anchor(self, address: str, anchor: str) -> bool:
        if address.startswith(_CHANGING) or anchor in ("indhold", ""):
            return True
        return anchor in self.anchors.get(address, frozenset())


def house_addresses(municipality: Municipality, circumstances: Circumstances) -> HouseAddresses:
    places = frozenset(place.id for place in municipality.location.places)
    return HouseAddresses(
        municipality,
        tuple(dict.fromkeys(_pages(municipality, circumstances))),
        frozenset(_files(municipality)),
        {addresses.FIND_US: places | FIND_US_ANCHORS},
    )


# Headings of «Find os» that stand there whatever a house has.
FIND_US_ANCHORS = frozenset(("tider",))


def _files(municipality: Municipality) -> Iterator[str]:
    yield from (addresses.SEARCH, addresses.TRACKS, addresses.CALENDAR)
    yield from (addresses.FEED, addresses.CHANGES_FEED)
    yield from (addresses.feed_of_offer(offer.id) for offer in municipality.offers)
    yield from (addresses.series(event.id) for event in municipality.events.events)
    yield from (addresses.short(flyer.code) for flyer in municipality.flyers.flyers)
    if municipality.site.offline:
        yield addresses.OFFLINE
    for name in municipality.media:
        if PurePosixPath(name).suffix.lower() in _PUBLISHED_AS_THEY_ARE:
            yield name


def _may_exist(address: str, municipality: Municipality) -> bool:
    """Whether it may be the page of a record that could not be read, which has been told."""
    podcasts = municipality.podcasts
    for file, prefix, records in (
        ("offers.yml", addresses.OFFERS, municipality.offers),
        ("podcasts.yml", addresses.PODCAST, podcasts.episodes if podcasts else ()),
    ):
        lost = municipality.ids_written.get(file, frozenset()) - {record.id for record in records}
        if address in {f"{prefix}{record_id}/" for record_id in lost}:
            return True
        if file in municipality.unreadable and address.startswith(prefix):
            return True
    return False


def _pages(municipality: Municipality, circumstances: Circumstances) -> Iterator[str]:
    yield from (addresses.FIND_US, addresses.ABOUT, addresses.PROFESSIONALS, addresses.FLYERS)
    yield from (addresses.PRIVACY, addresses.ACCESSIBILITY, addresses.STATEMENT)
    yield from (addresses.local_page(page.slug) for page in municipality.pages)
    offers = [offer for offer in municipality.offers if offer.status not in _WITHOUT_PAGE]
    if offers:
        yield addresses.OFFERS
        yield from (addresses.offer(offer.id) for offer in offers if not offer.faulty("id"))
    if municipality.events.wrote("events"):
        yield addresses.CALENDAR
    if municipality.podcasts:
        yield addresses.PODCAST
        yield from (
            addresses.episode(e.id) for e in municipality.podcasts.episodes if not e.faulty("id")
        )
    shared = [a.slug for a in articles_for(municipality, circumstances.shared)]
    if shared:
        yield addresses.KNOWLEDGE
        yield from map(addresses.article, shared)
