"""RENDER: the feeds of a house that is there no more: empty, so that old dates go away.

A program that meets an error keeps what it has for ever.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_generator import addresses
from site_generator.feeds.calendar import CalendarHead, calendar_of
from site_generator.feeds.rss import Channel, rss
from site_generator.language.codes import DANISH
from site_generator.output import Artifact
from site_generator.read.gone import GoneHouse
from site_generator.read.remembered import HouseHistory
from site_generator.schema.choices import Audience
from site_generator.schema.values import LANGUAGES

_ACCENT = "#1f5c57"


def gone_house_feeds(one: GoneHouse, history: HouseHistory, base_url: str) -> Iterator[Artifact]:
    """A feed at every address that the house has had one, within the whole site.

    `base_url` is the address of the site; without one no podcast can ever be followed.
    """
    if history.episodes and base_url:
        yield _ended_podcast(one, f"{base_url.rstrip('/')}/{one.house}/")
    everywhere = [
        addresses.in_language(address, language)
        for language in LANGUAGES
        for address in _addresses(history)
    ]
    for address in everywhere:
        uid = f"{address.removesuffix('.ics').replace('/', '-')}@{one.house}.familiehus"
        words = "Huset er her ikke mere. Kalenderen er tom."
        head = CalendarHead(uid, "Kalenderen er nedlagt", words, _ACCENT, "")
        yield Artifact(f"{one.house}/{address}", calendar_of(head, []))


def _ended_podcast(one: GoneHouse, house: str) -> Artifact:
    channel = Channel(
        address=f"{house}{addresses.PODCAST_FEED}",
        title="Podcasten er slut",
        description="Huset er her ikke mere.",
        page=house,
        author=one.house,
        owner=one.house,
        language=DANISH,
        ended=True,
    )
    return Artifact(f"{one.house}/{addresses.PODCAST_FEED}", rss(channel))


def _addresses(history: HouseHistory) -> Iterator[str]:
    yield from (addresses.FEED, addresses.CHANGES_FEED)
    yield from (addresses.feed_for(audience.value) for audience in Audience)
    yield from map(addresses.feed_of_offer, history.offers)
    yield from (addresses.series(activity.id) for activity in history.activities)
