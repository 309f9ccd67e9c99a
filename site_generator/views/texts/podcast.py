"""PAGES: the podcast and one page for each episode, with everything that is said as text."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from site_generator import addresses
from site_generator.language.marked import respelt
from site_generator.language.spoken import isolated, ngettext
from site_generator.output import Image, Page
from site_generator.schema.podcasts import Episode, PodcastsFile
from site_generator.told.facts import Link, SourceView
from site_generator.told.house import House
from site_generator.told.podcast import EpisodeTold, address_to_follow, episodes_told
from site_generator.told.sources import sources
from site_generator.views.around.frame import page_frame
from site_generator.views.around.written_in import file_of, written_in
from site_generator.views.elements import Frame
from site_generator.wording.in_words import plain_date, words
from site_generator.wording.markup import to_html
from site_generator.wording.transcripts import moment, with_links, without_times


@dataclass(frozen=True)
class EpisodeCard:
    title: str
    href: str
    summary: str
    published: str
    length: str


@dataclass(frozen=True)
class PodcastView:
    """`feed` is the address that podcast programs are given, `apps` where else it can be
    followed."""

    frame: Frame
    title: str
    summary: str
    author: str
    image: Image | None
    link: str
    feed: str
    apps: tuple[Link, ...]
    themes: tuple[str, ...]
    episodes: tuple[EpisodeCard, ...]
    sources: tuple[SourceView, ...]


@dataclass(frozen=True)
class ChapterView:
    """`href` leads into the sound; empty where it cannot."""

    time: str
    title: str
    href: str


@dataclass(frozen=True)
class EpisodeView:
    """`audio` is played on the page, `link` leads out."""

    frame: Frame
    title: str
    summary: str
    published: str
    length: str
    audio: str
    link: str
    chapters: tuple[ChapterView, ...]
    transcript: Markup | None


def podcast_page(house: House, podcast: PodcastsFile) -> Page:
    address = addresses.PODCAST
    root = addresses.way_up(address)
    title, summary = words(podcast.title), words(podcast.summary)
    view = PodcastView(
        frame=page_frame(house, address, title, summary),
        title=title,
        summary=summary,
        author=podcast.author or "",
        image=house.image(podcast.cover, root),
        link=podcast.link or "",
        feed=address_to_follow(house, podcast),
        apps=tuple(Link(app.name, app.link) for app in podcast.follow),
        themes=tuple(words(theme) for theme in podcast.themes),
        episodes=tuple(episode_card(told, root) for told in episodes_told(house)),
        sources=sources(podcast.sources),
    )
    return Page(address, "pages/podcast.html", view, file_of(podcast))


def episode_card(episode: EpisodeTold, root: str) -> EpisodeCard:
    return EpisodeCard(
        title=episode.title,
        href=root + addresses.episode(episode.id),
        summary=episode.summary,
        published=plain_date(episode.published),
        length=_length(episode),
    )


def _length(episode: EpisodeTold) -> str:
    if not episode.seconds:
        return ""
    minutes = max(1, round(episode.seconds / 60))
    return ngettext("{count} minut", "{count} minutter", minutes)


def episode_pages(house: House, podcast: PodcastsFile) -> list[Page]:
    """A page for each episode, the newest first."""
    records = {episode.id: episode for episode in podcast.episodes}
    return [_episode(house, podcast, records[told.id], told) for told in episodes_told(house)]


def _episode(house: House, podcast: PodcastsFile, episode: Episode, told: EpisodeTold) -> Page:
    address = addresses.episode(told.id)
    trail = (Link(words(podcast.title), addresses.PODCAST),)
    files = house.files(addresses.way_up(address))
    view = EpisodeView(
        frame=page_frame(house, address, told.title, told.summary, trail, topics=episode.topics),
        title=told.title,
        summary=told.summary,
        published=plain_date(told.published),
        length=_length(told),
        audio="" if told.elsewhere or not told.audio else files + told.audio,
        link=told.link or (told.audio if told.elsewhere else ""),
        chapters=_chapters(told, files),
        transcript=_transcript(told),
    )
    return Page(address, "pages/episode.html", view, written_in(episode))


def _chapters(told: EpisodeTold, files: str) -> tuple[ChapterView, ...]:
    """Each leads to its place in the sound (W3C Media Fragments, 4.2.1), without a script too."""
    audio = told.audio if told.elsewhere or not told.audio else files + told.audio
    return tuple(
        ChapterView(
            isolated(moment(one.start)), one.title, f"{audio}#t={one.start}" if audio else ""
        )
        for one in told.chapters
    )


def _transcript(told: EpisodeTold) -> Markup | None:
    """As authors write it, the way to a file begins at the page in Danish."""
    if not told.transcript:
        return None
    if not told.audio:
        return to_html(respelt(told.transcript, without_times))
    way = "" if told.elsewhere else addresses.way_up(addresses.episode(told.id))

    def linked(text: str) -> str:
        return with_links(text, lambda second: f"{way}{told.audio}#t={second}")

    return to_html(respelt(told.transcript, linked))
