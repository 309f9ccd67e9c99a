"""RENDER: a house's podcast as programs follow it: the feed, transcripts with times, chapters.

There is one feed, in Danish as the sound is: a second one with the same episodes would stand in
every directory as a podcast of its own. What is said is there in each language it is written in.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from site_generator import addresses
from site_generator.addresses import in_language
from site_generator.feeds.cues import transcript_with_times
from site_generator.feeds.rss import Channel, Item, Transcript, rss
from site_generator.language.codes import DANISH
from site_generator.language.marked import plain
from site_generator.output import Artifact
from site_generator.pictures.sound import published_size
from site_generator.schema.podcasts import Episode, PodcastsFile
from site_generator.told.house import House
from site_generator.told.podcast import EpisodeTold, can_be_subscribed_to, episodes_told


def podcast_files(house: House) -> Iterator[Artifact]:
    """The feed and what it leads to, but for the sound and the cover, with Danish spoken.

    Where one has been published there is one for ever: programs never ask twice for the address.
    """
    if not can_be_subscribed_to(house):
        return
    podcast = house.municipality.podcasts
    channel = _channel(house, podcast) if podcast else _ended(house)
    yield Artifact(addresses.PODCAST_FEED, rss(channel))
    for episode, told in _heard(house):
        yield from _transcripts(house, episode, told)
        if told.chapters:
            yield Artifact(addresses.chapters_file(told.id), _chapters(told))


def _channel(house: House, podcast: PodcastsFile) -> Channel:
    site = house.municipality.site
    return Channel(
        address=house.absolute(addresses.PODCAST_FEED),
        title=str(podcast.title),
        description=str(podcast.summary),
        page=house.absolute(addresses.PODCAST),
        author=podcast.author or site.municipality,
        owner=site.municipality,
        language=DANISH,
        image=house.absolute(addresses.PODCAST_COVER),
        guid=podcast.guid or "",
        moved_to=podcast.feed or "",
        items=tuple(_item(house, *one) for one in _heard(house)),
    )


def _ended(house: House) -> Channel:
    """What is left of a podcast that is not here any more."""
    site = house.municipality.site
    return Channel(
        address=house.absolute(addresses.PODCAST_FEED),
        title=f"{site.name}: podcasten er slut",
        description="Podcasten er her ikke mere.",
        page=house.base_url,
        author=site.municipality,
        owner=site.municipality,
        language=DANISH,
        ended=True,
    )


def _heard(house: House) -> list[tuple[Episode, EpisodeTold]]:
    """The episodes of which programs can fetch the sound, the newest first."""
    podcast = house.municipality.podcasts
    records = {one.id: one for one in (podcast.episodes if podcast else ())}
    return [(records[told.id], told) for told in episodes_told(house) if told.audio]


def _item(house: House, episode: Episode, told: EpisodeTold) -> Item:
    chapters = house.absolute(addresses.chapters_file(told.id)) if told.chapters else ""
    return Item(
        guid=told.guid,
        title=plain(told.title),
        description=plain(told.summary),
        page=house.absolute(addresses.episode(told.id)),
        published=told.published,
        audio=told.audio if told.elsewhere else house.absolute(told.audio),
        length=_length(house, episode),
        media_type=told.media_type,
        seconds=told.seconds,
        explicit=told.explicit,
        chapters=chapters,
        transcripts=tuple(
            Transcript(house.absolute(_transcript_at(told, code)), code)
            for code in _written_in(house, episode, told)
        ),
    )


def _length(house: House, episode: Episode) -> int:
    if episode.audio_elsewhere and not episode.audio:
        return episode.audio_elsewhere.bytes
    return published_size(house.municipality.folder / str(episode.audio))


def _transcripts(house: House, episode: Episode, told: EpisodeTold) -> Iterator[Artifact]:
    for code in _written_in(house, episode, told):
        assert episode.transcript
        said = episode.transcript.by_language[code]
        yield Artifact(_transcript_at(told, code), transcript_with_times(said, told.seconds))


def _written_in(house: House, episode: Episode, told: EpisodeTold) -> list[str]:
    """The languages of the site in which the words can be shown while they are heard."""
    if not episode.transcript or not told.seconds:
        return []
    written = episode.transcript.by_language
    return [language.code for language in house.languages if language.code in written]


def _transcript_at(told: EpisodeTold, code: str) -> str:
    return in_language(addresses.transcript_file(told.id), code)


def _chapters(told: EpisodeTold) -> bytes:
    """JSON Chapters 1.2.0 (podcast-namespace, chapters/jsonChapters.md)."""
    listed = [{"startTime": one.start, "title": plain(one.title)} for one in told.chapters]
    data = {"version": "1.2.0", "title": plain(told.title), "chapters": listed}
    return json.dumps(data, ensure_ascii=False, indent=1).encode() + b"\n"
