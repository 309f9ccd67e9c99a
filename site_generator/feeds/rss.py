"""RENDER: a podcast's feed as XML: RSS 2.0 with what Apple, Spotify and Podcasting 2.0 want.

Values in, bytes out. Required by Apple: title, description, image, language, category, explicit;
of an episode title and enclosure with its true length (podcasters.apple.com/support/823).
Podcasting 2.0: podcast-namespace, docs/tags.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import format_datetime
from uuid import UUID, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, register_namespace, tostring
from zoneinfo import ZoneInfo

_ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
_PODCAST = "https://podcastindex.org/namespace/1.0"
_ATOM = "http://www.w3.org/2005/Atom"
for _prefix, _namespace in (("itunes", _ITUNES), ("podcast", _PODCAST), ("atom", _ATOM)):
    register_namespace(_prefix, _namespace)

# The namespace of podcast:guid (docs/tags/guid.md of podcast-namespace).
_FEEDS = UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
# What every family house talks of, as Apple calls it.
_CATEGORY, _INNER_CATEGORY = "Kids & Family", "Parenting"
# Apple cuts what is longer (bytes).
_LONGEST = 4000
_HOME, _HOUR = ZoneInfo("Europe/Copenhagen"), 6


@dataclass(frozen=True)
class Transcript:
    """The address of what is said, with times, and in which language it is."""

    address: str
    language: str


@dataclass(frozen=True)
class Item:
    """An episode. Addresses are whole ones; `length` is in bytes, `seconds` 0 where not known."""

    guid: str
    title: str
    description: str
    page: str
    published: date
    audio: str
    length: int
    media_type: str
    seconds: int
    explicit: bool
    chapters: str = ""
    transcripts: tuple[Transcript, ...] = ()


@dataclass(frozen=True)
class Channel:
    """A podcast. `moved_to` is its new feed, `ended` that no episode will come any more."""

    address: str
    title: str
    description: str
    page: str
    author: str
    owner: str
    language: str
    image: str = ""
    guid: str = ""
    moved_to: str = ""
    ended: bool = False
    items: tuple[Item, ...] = ()


def podcast_guid(address: str) -> str:
    """A feed's name for ever: its first address without scheme and last slash, as a UUIDv5."""
    return str(uuid5(_FEEDS, address.partition("://")[2].rstrip("/")))


def rss(podcast: Channel) -> bytes:
    """The feed, episodes in the order given."""
    root = Element("rss", version="2.0")
    channel = SubElement(root, "channel")
    for name, text in _about(podcast):
        SubElement(channel, name).text = text
    link = {"href": podcast.address, "rel": "self", "type": "application/rss+xml"}
    SubElement(channel, _atom("link"), link)
    _pictured(channel, podcast)
    category = SubElement(channel, _itunes("category"), text=_CATEGORY)
    SubElement(category, _itunes("category"), text=_INNER_CATEGORY)
    SubElement(SubElement(channel, _itunes("owner")), _itunes("name")).text = podcast.owner
    for item in podcast.items:
        _add_item(channel, item)
    indent(root, "")
    written: bytes = tostring(root, "utf-8", xml_declaration=True)
    return written + b"\n"


def _about(podcast: Channel) -> Iterator[tuple[str, str]]:
    yield "title", podcast.title
    yield "link", podcast.page
    yield "description", _cut(podcast.description)
    yield "language", podcast.language
    if podcast.items:
        yield "pubDate", _moment(max(item.published for item in podcast.items))
    yield _itunes("author"), podcast.author
    yield _itunes("type"), "episodic"
    yield _itunes("explicit"), _yes(any(item.explicit for item in podcast.items))
    if podcast.moved_to:
        yield _itunes("new-feed-url"), podcast.moved_to
    if podcast.ended:
        yield _itunes("complete"), "Yes"
    yield _podcast("guid"), podcast.guid or podcast_guid(podcast.address)
    yield _podcast("locked"), "yes"


def _pictured(channel: Element, podcast: Channel) -> None:
    if not podcast.image:
        return
    SubElement(channel, _itunes("image"), href=podcast.image)
    image = SubElement(channel, "image")
    for name, text in (
        ("url", podcast.image),
        ("title", podcast.title),
        ("link", podcast.page),
    ):
        SubElement(image, name).text = text


def _add_item(channel: Element, one: Item) -> None:
    item = SubElement(channel, "item")
    SubElement(item, "title").text = one.title
    SubElement(item, "link").text = one.page
    SubElement(item, "guid", isPermaLink="false").text = one.guid
    SubElement(item, "pubDate").text = _moment(one.published)
    SubElement(item, "description").text = _cut(one.description)
    file = {"url": one.audio, "length": str(one.length), "type": one.media_type}
    SubElement(item, "enclosure", file)
    if one.seconds:
        SubElement(item, _itunes("duration")).text = str(one.seconds)
    SubElement(item, _itunes("explicit")).text = _yes(one.explicit)
    SubElement(item, _itunes("episodeType")).text = "full"
    for said in one.transcripts:
        kind = {"url": said.address, "type": "text/vtt", "language": said.language}
        SubElement(item, _podcast("transcript"), kind)
    if one.chapters:
        kind = {"url": one.chapters, "type": "application/json+chapters"}
        SubElement(item, _podcast("chapters"), kind)


def _moment(day: date) -> str:
    """As RFC 2822 writes it. In the morning: at midnight it would be the day before in London."""
    return format_datetime(datetime(day.year, day.month, day.day, _HOUR, tzinfo=_HOME))


def _cut(text: str) -> str:
    return text.encode()[:_LONGEST].decode("utf-8", "ignore")


def _yes(value: bool) -> str:
    return "true" if value else "false"


def _itunes(name: str) -> str:
    return f"{{{_ITUNES}}}{name}"


def _podcast(name: str) -> str:
    return f"{{{_PODCAST}}}{name}"


def _atom(name: str) -> str:
    return f"{{{_ATOM}}}{name}"
