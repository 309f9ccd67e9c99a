"""PAGES: the podcast and one page for each episode, with everything that is said as text."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from site_generator import addresses
from site_generator.language.spoken import ngettext
from site_generator.output import Image, Page
from site_generator.schema.podcasts import Episode, PodcastsFile
from site_generator.told.facts import Link, SourceView
from site_generator.told.house import House
from site_generator.told.sources import sources
from site_generator.views.around.frame import page_frame
from site_generator.views.around.written_in import file_of, written_in
from site_generator.views.elements import Frame
from site_generator.wording.in_words import plain_date, words
from site_generator.wording.markup import to_html


@dataclass(frozen=True)
class EpisodeCard:
    title: str
    href: str
    summary: str
    published: str
    length: str


@dataclass(frozen=True)
class PodcastView:
    frame: Frame
    title: str
    summary: str
    author: str
    image: Image | None
    link: str
    themes: tuple[str, ...]
    episodes: tuple[EpisodeCard, ...]
    sources: tuple[SourceView, ...]


@dataclass(frozen=True)
class EpisodeView:
    frame: Frame
    title: str
    summary: str
    published: str
    length: str
    audio: str
    link: str
    transcript: Markup | None


def podcast_page(house: House, podcast: PodcastsFile) -> Page:
    address = addresses.PODCAST
    root = addresses.way_up(address)
    title, summary = words(podcast.title), words(podcast.summary)
    newest_first = sorted(podcast.episodes, key=lambda episode: episode.published, reverse=True)
    view = PodcastView(
        frame=page_frame(house, address, title, summary),
        title=title,
        summary=summary,
        author=podcast.author or "",
        image=house.image(podcast.cover, root),
        link=podcast.link or "",
        themes=tuple(words(theme) for theme in podcast.themes),
        episodes=tuple(_card(episode, root) for episode in newest_first),
        sources=sources(podcast.sources),
    )
    return Page(address, "pages/podcast.html", view, file_of(podcast))


def _card(episode: Episode, root: str) -> EpisodeCard:
    return EpisodeCard(
        title=words(episode.title),
        href=root + addresses.episode(episode.id),
        summary=words(episode.summary),
        published=plain_date(episode.published),
        length=_length(episode),
    )


def _length(episode: Episode) -> str:
    if episode.duration is None:
        return ""
    minutes = max(1, round(episode.duration / 60))
    return ngettext("{count} minut", "{count} minutter", minutes)


def episode_page(house: House, podcast: PodcastsFile, episode: Episode) -> Page:
    address = addresses.episode(episode.id)
    trail = (Link(words(podcast.title), addresses.PODCAST),)
    title, summary = words(episode.title), words(episode.summary)
    view = EpisodeView(
        frame=page_frame(house, address, title, summary, trail, topics=episode.topics),
        title=title,
        summary=summary,
        published=plain_date(episode.published),
        length=_length(episode),
        audio=house.files(addresses.way_up(address)) + episode.audio if episode.audio else "",
        link=episode.link or "",
        transcript=to_html(words(episode.transcript)) if episode.transcript else None,
    )
    return Page(address, "pages/episode.html", view, written_in(episode))
