"""TOLD: what there is to hear: each episode's facts, for the page and for podcast programs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from site_generator import addresses
from site_generator.read.sound_files import seconds_of_sound
from site_generator.schema.choices import SoundType
from site_generator.schema.podcasts import Chapter, Episode, PodcastsFile, guid_of
from site_generator.told.house import House
from site_generator.told.once import once
from site_generator.wording.in_words import words


@dataclass(frozen=True)
class ChapterTold:
    """Where in an episode something begins, in seconds, and what."""

    start: int
    title: str


@dataclass(frozen=True)
class EpisodeTold:
    """An episode in the language that is spoken.

    `audio` is the file's address within the house, or a whole one where it lies `elsewhere`;
    empty where there is none. `media_type` is the file's, `seconds` how long it takes to hear, 0
    where it is not known.
    """

    id: str
    guid: str
    title: str
    summary: str
    published: date
    seconds: int
    audio: str
    media_type: str
    elsewhere: bool
    explicit: bool
    link: str
    transcript: str
    chapters: tuple[ChapterTold, ...]


@once
def episodes_told(house: House) -> tuple[EpisodeTold, ...]:
    """Every episode there is, the newest first; those of one day as they stand in the file."""
    podcast = house.municipality.podcasts
    episodes = sorted(podcast.episodes if podcast else (), key=_day, reverse=True)
    return tuple(_told(house, episode) for episode in episodes)


def episodes_about(house: House, offer_id: str) -> tuple[EpisodeTold, ...]:
    """The episodes that belong to an offer, the newest first."""
    podcast = house.municipality.podcasts
    belong = {one.id for one in (podcast.episodes if podcast else ()) if offer_id in one.offers}
    return tuple(told for told in episodes_told(house) if told.id in belong)


def can_be_subscribed_to(house: House) -> bool:
    """Whether there is a feed: there is something to hear in it, or there may have been."""
    heard = any(episode.audio for episode in episodes_told(house))
    return bool(house.base_url) and (heard or bool(house.history.episodes))


def address_to_follow(house: House, podcast: PodcastsFile) -> str:
    """The feed that programs are given: its own where the podcast is published elsewhere."""
    if podcast.feed:
        return podcast.feed
    return house.absolute(addresses.PODCAST_FEED) if can_be_subscribed_to(house) else ""


def _day(episode: Episode) -> date:
    return episode.published


def _told(house: House, episode: Episode) -> EpisodeTold:
    elsewhere = episode.audio_elsewhere
    kind = elsewhere.type if elsewhere else SoundType.of_file(episode.audio or "")
    return EpisodeTold(
        id=episode.id,
        # Stays the same when the site moves to another address, as the UIDs of calendars do.
        guid=guid_of(episode.guid, episode.id, house.slug),
        title=words(episode.title),
        summary=words(episode.summary),
        published=episode.published,
        seconds=_seconds(house, episode),
        audio=episode.audio or (elsewhere.link if elsewhere else ""),
        media_type=kind.media_type,
        elsewhere=episode.audio is None and elsewhere is not None,
        explicit=episode.explicit,
        link=episode.link or "",
        transcript=words(episode.transcript),
        chapters=tuple(map(_chapter, sorted(episode.chapters, key=lambda one: one.start))),
    )


def _chapter(chapter: Chapter) -> ChapterTold:
    return ChapterTold(chapter.start, words(chapter.title))


def _seconds(house: House, episode: Episode) -> int:
    """What the file itself says goes before what stands in the record."""
    if episode.audio:
        found = seconds_of_sound(house.municipality.folder / episode.audio)
        if isinstance(found, float | int):
            return max(1, round(found))
    return episode.duration or 0
