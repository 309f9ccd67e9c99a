"""A podcast as programs follow it: what the YAML says, and what Apple and Podcasting 2.0 want."""

from __future__ import annotations

import json
import re
import subprocess
from dataclasses import replace
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest
import yaml
from building import BASE, PROJECT, ROOT, copied_project, opened_house, replace_in
from mutagen.mp3 import MP3
from node_readers import node_with
from PIL import Image, ImageColor

from site_generator.feeds.cues import cues, transcript_with_times
from site_generator.feeds.gone_house import gone_house_feeds
from site_generator.feeds.podcast import podcast_files
from site_generator.feeds.rss import podcast_guid
from site_generator.kept import Kept
from site_generator.pictures.cropping import Photograph
from site_generator.pictures.photographs import render_media
from site_generator.pictures.podcast_cover import LEAST, MOST, Cover, podcast_cover
from site_generator.read.gone import GoneHouse
from site_generator.read.remembered import HouseHistory
from site_generator.read.sound_files import SOUND_TYPES, SoundFault, seconds_of_sound
from site_generator.schema.focus import Focus
from site_generator.told.house import House
from site_generator.wording.transcripts import Passage

FEED = "podcast/feed.xml"
HERE = f"{BASE}/eksempel/"
NAMES = {
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "atom": "http://www.w3.org/2005/Atom",
}
FONT = ROOT / "themes/familiehus/print/fonts/AtkinsonHyperlegibleNext_600SemiBold.ttf"


@pytest.fixture(scope="module")
def house() -> House:
    return opened_house(PROJECT, "eksempel", base_url=BASE)


@pytest.fixture(scope="module")
def files(house: House) -> dict[str, bytes]:
    return files_of(house)


@pytest.fixture(scope="module")
def written() -> dict[str, Any]:
    """The author's file as any program reads YAML."""
    return yaml.safe_load((PROJECT / "municipalities/eksempel/podcasts.yml").read_text("utf-8"))


@pytest.fixture(scope="module")
def channel(files: dict[str, bytes]) -> ElementTree.Element:
    found = ElementTree.fromstring(files[FEED]).find("channel")
    assert found is not None
    return found


def files_of(house: House) -> dict[str, bytes]:
    return {file.address: file.content for file in podcast_files(house)}


def text(element: ElementTree.Element, path: str) -> str:
    found = element.find(path, NAMES)
    assert found is not None, path
    return found.text or ""


def value(element: ElementTree.Element, path: str, attribute: str) -> str:
    found = element.find(path, NAMES)
    assert found is not None, path
    return found.attrib[attribute]


def sounds(house: House) -> dict[str, bytes]:
    """Every sound file as it is published, by its whole address."""
    municipality = house.municipality
    media = frozenset(name for name in municipality.media if name.endswith(SOUND_TYPES))
    return {
        house.absolute(file.address): file.content
        for file in render_media(municipality.folder, media, Kept(ROOT / ".cache"))
    }


def test_feedparser_reads_what_the_author_wrote(files: dict[str, bytes], written: dict[str, Any]):
    """Title, words, dates and ids of every episode, the newest first."""
    read = feedparser.parse(files[FEED])
    assert not read.bozo
    assert read.feed.title == written["title"]["da"]
    assert read.feed.description == written["summary"]["da"]
    assert read.feed.author == written["author"]
    newest_first = sorted(written["episodes"], key=lambda one: one["published"], reverse=True)
    assert [entry.title for entry in read.entries] == [one["title"]["da"] for one in newest_first]
    for entry, one in zip(read.entries, newest_first, strict=True):
        assert entry.summary == one["summary"]["da"]
        assert entry.id == f"{one['id']}@eksempel.familiehus"
        assert not entry.guidislink
        assert parsedate_to_datetime(entry.published).date() == one["published"]
        assert entry.link == f"{HERE}podcast/{one['id']}/"
        assert entry.enclosures[0].href == f"{HERE}{one['audio']}"


def test_the_parser_of_the_podcast_index_reads_the_same(
    files: dict[str, bytes], written: dict[str, Any]
):
    """Chapters and transcripts too, which the older readers do not know."""
    folder = Path(__file__).with_name("partytime")
    node = node_with(folder, "NOT read with podcast-partytime, the parser of the Podcast Index")
    run = subprocess.run(
        [node, str(folder / "read.js")], input=files[FEED], capture_output=True, check=True
    )
    read = json.loads(run.stdout)
    by_id = {one["id"]: one for one in written["episodes"]}
    assert read["guid"] == podcast_guid(f"{HERE}{FEED}")
    assert read["itunesCategory"] == ["Kids & Family > Parenting"]
    assert [item["guid"].partition("@")[0] for item in read["items"]] == sorted(
        by_id, key=lambda name: by_id[name]["published"], reverse=True
    )
    for item in read["items"]:
        one = by_id[item["guid"].partition("@")[0]]
        assert item["title"] == one["title"]["da"]
        languages = {said["language"] for said in item["podcastTranscripts"]}
        assert languages == one["transcript"].keys()
        assert ("podcastChapters" in item) == ("chapters" in one)


def test_the_feed_has_what_apple_asks_for(channel: ElementTree.Element, house: House):
    """Required of every podcast: podcasters.apple.com/support/823."""
    assert text(channel, "title")
    assert 0 < len(text(channel, "description").encode()) <= 4000
    assert text(channel, "language") == "da"
    assert text(channel, "itunes:explicit") == "false"
    assert value(channel, "itunes:category", "text") == "Kids & Family"
    assert value(channel, "itunes:image", "href") == f"{HERE}podcast/forside.jpg"
    assert text(channel, "link") == f"{HERE}podcast/"
    owner = channel.find("itunes:owner", NAMES)
    assert owner is not None
    assert [part.tag.rpartition("}")[2] for part in owner] == ["name"], "no one's address"
    assert text(channel, "itunes:owner/itunes:name") == house.municipality.site.municipality


def test_the_feed_says_where_it_is_and_is_known_by(channel: ElementTree.Element):
    """Podcasting 2.0; `podcast:guid` as its document has it, with the example that stands there."""
    assert value(channel, "atom:link", "href") == f"{HERE}{FEED}"
    assert value(channel, "atom:link", "rel") == "self"
    assert text(channel, "podcast:guid") == podcast_guid(f"{HERE}{FEED}")
    assert podcast_guid("https://podnews.net/rss") == "9b024349-ccf0-5f69-a609-6b82873eab3c"
    assert text(channel, "podcast:locked") == "yes"


def test_each_sound_is_as_long_as_the_feed_says(channel: ElementTree.Element, house: House):
    """Bytes of the file that is published, and the seconds that another program measures in it."""
    published = sounds(house)
    items = channel.findall("item")
    assert len(items) == len(published) > 0
    for item in items:
        content = published[value(item, "enclosure", "url")]
        assert int(value(item, "enclosure", "length")) == len(content)
        assert value(item, "enclosure", "type") == "audio/mpeg"
        assert int(text(item, "itunes:duration")) == round(MP3(BytesIO(content)).info.length)
        assert text(item, "itunes:explicit") in ("true", "false")


def test_notes_cut_from_a_sound_are_not_counted(tmp_path: Path):
    """A telephone writes where it was; the file that is published is shorter than the author's."""
    project = copied_project(tmp_path, "eksempel")
    sound = project / "municipalities/eksempel/media/podcast-far.mp3"
    bare = sound.read_bytes()
    sound.write_bytes(b"ID3\x04\0\0\0\0\x02\0" + bytes(256) + bare)
    made = files_of(opened_house(project, "eksempel", base_url=BASE))[FEED]
    item = ElementTree.fromstring(made).find("channel/item")
    assert item is not None
    assert int(value(item, "enclosure", "length")) == len(bare)


def test_every_file_that_the_feed_names_is_there(
    channel: ElementTree.Element, files: dict[str, bytes], house: House
):
    named = {
        value(item, path, "url")
        for item in channel.findall("item")
        for path in ("podcast:transcript", "podcast:chapters")
        if item.find(path, NAMES) is not None
    }
    named |= {said.attrib["url"] for said in channel.iterfind(".//podcast:transcript", NAMES)}
    assert named | {f"{HERE}{FEED}"} == {house.absolute(address) for address in files}


CUE = re.compile(
    r"^(\d\d):(\d\d):(\d\d\.\d{3}) --> (\d\d):(\d\d):(\d\d\.\d{3})\n(?:<v [^>]+>)?(.+)"
)


@pytest.mark.parametrize("language", ["da", "en", "uk", "ar"])
def test_a_transcript_has_every_word_in_its_time(
    files: dict[str, bytes], written: dict[str, Any], language: str
):
    """In order, one after the other, from the beginning to the end of the sound."""
    below = "" if language == "da" else f"{language}/"
    for one in written["episodes"]:
        blocks = files[f"{below}podcast/{one['id']}/tekst.vtt"].decode().strip().split("\n\n")
        assert blocks[0] == "WEBVTT"
        found = [CUE.fullmatch(block) for block in blocks[1:]]
        assert all(found)
        times = [(seconds(*cue.groups()[:3]), seconds(*cue.groups()[3:6])) for cue in found if cue]
        assert all(begin < end for begin, end in times)
        assert [begin for begin, _ in times[1:]] == [end for _, end in times[:-1]]
        said = " ".join(cue[7] for cue in found if cue).split()
        author = re.sub(
            r"^(?:\[\d+:\d\d\] )?\*\*.+?\*\* ", "", one["transcript"][language], flags=re.M
        )
        assert said == author.split()
        marks = [
            int(m) * 60 + int(s)
            for m, s in re.findall(r"\[(\d+):(\d\d)\]", one["transcript"]["da"])
        ]
        assert set(marks) <= {begin for begin, _ in times}


def seconds(hours: str, minutes: str, rest: str) -> float:
    return int(hours) * 3600 + int(minutes) * 60 + float(rest)


def test_times_that_nobody_gave_are_spread_by_length():
    """A passage of twice the length takes twice the time."""
    made = cues([Passage(None, "", "a" * 40), Passage(None, "", "b" * 80)], 60)
    assert [(cue.start, cue.end) for cue in made] == [(0, 20_000), (20_000, 60_000)]


def test_what_a_passage_says_cannot_end_a_cue():
    """`-->` in a text would begin another; a name stands in a tag (WebVTT, 4.2.2)."""
    made = transcript_with_times("**Vært > alle:** Ja & 1 < 2 --> måske", 10).decode()
    assert made.count("-->") == 1
    assert "<v Vært  alle>Ja &amp; 1 &lt; 2 --&gt; måske" in made


def test_chapters_are_those_of_the_author(files: dict[str, bytes], written: dict[str, Any]):
    for one in written["episodes"]:
        address = f"podcast/{one['id']}/kapitler.json"
        assert (address in files) == ("chapters" in one)
        if address in files:
            made = json.loads(files[address])
            assert made["version"] == "1.2.0"
            listed = [chapter["title"] for chapter in made["chapters"]]
            assert listed == [chapter["title"]["da"] for chapter in one["chapters"]]


def test_a_feed_is_the_same_however_often_it_is_made(house: House, files: dict[str, bytes]):
    assert files_of(opened_house(PROJECT, "eksempel", base_url=BASE)) == files


def test_without_an_address_there_is_no_feed():
    """Programs need whole addresses; a preview has none."""
    assert files_of(opened_house(PROJECT, "eksempel")) == {}


def changed(tmp_path: Path, old: str, new: str) -> ElementTree.Element:
    project = copied_project(tmp_path, "eksempel")
    replace_in(project / "municipalities/eksempel/podcasts.yml", old, new)
    made = files_of(opened_house(project, "eksempel", base_url=BASE))[FEED]
    found = ElementTree.fromstring(made).find("channel")
    assert found is not None
    return found


def test_a_podcast_that_has_moved_sends_its_followers_on(tmp_path: Path):
    line = "author: Eksempel Kommune\n"
    elsewhere = "feed: https://podcast.eksempel.dk/solsikken.xml\n"
    found = changed(tmp_path, line, line + elsewhere)
    assert text(found, "itunes:new-feed-url") == "https://podcast.eksempel.dk/solsikken.xml"


def test_sound_elsewhere_is_told_as_the_author_says_and_never_fetched(tmp_path: Path):
    sound = (
        "audio_elsewhere: {link: https://lyd.eksempel.dk/far.m4a, bytes: 4711, type: m4a}\n"
        "    guid: gammelt-guid\n    duration: 12:30"
    )
    found = changed(tmp_path, "audio: media/podcast-far.mp3", sound)
    item = found.find("item")
    assert item is not None
    enclosure = item.find("enclosure")
    assert enclosure is not None
    assert enclosure.attrib == {
        "url": "https://lyd.eksempel.dk/far.m4a",
        "length": "4711",
        "type": "audio/x-m4a",
    }
    assert text(item, "guid") == "gammelt-guid"
    assert text(item, "itunes:duration") == "750"


def test_a_feed_that_was_followed_is_there_when_the_podcast_is_not(tmp_path: Path):
    """A program never asks twice for the address: it is told that no more will come."""
    project = copied_project(tmp_path, "eksempel")
    (project / "municipalities/eksempel/podcasts.yml").unlink()
    bare = opened_house(project, "eksempel", base_url=BASE)
    assert files_of(bare) == {}
    past = replace(bare, history=HouseHistory(known=True, episodes=("far",)))
    found = ElementTree.fromstring(files_of(past)[FEED]).find("channel")
    assert found is not None
    assert text(found, "itunes:complete") == "Yes"
    assert found.findall("item") == []


def test_a_house_that_is_gone_leaves_its_feed():
    gone = GoneHouse("eksempel", "", "https://www.eksempel.dk")
    history = HouseHistory(known=True, episodes=("far",))
    made = {file.address: file.content for file in gone_house_feeds(gone, history, BASE)}
    assert text(ElementTree.fromstring(made[f"eksempel/{FEED}"]), "channel/itunes:complete")


@pytest.mark.parametrize(
    "title", ["Snak", "Snak om det at blive forældre i Familiehuset på Strandvejen", "x" * 3000]
)
@pytest.mark.parametrize("size", [None, (500, 900), (4000, 3500)])
def test_a_cover_is_square_and_large_and_in_full_colour(
    tmp_path: Path, title: str, size: tuple[int, int] | None
):
    """podcasters.apple.com/support/896"""
    photograph = None
    if size:
        photograph = Photograph(tmp_path / "billede.png")
        Image.new("RGBA", size, "red").save(photograph.file)
    made = podcast_cover(
        Cover(title, "Huset", "#1f5c57", FONT), photograph, Kept(tmp_path / "kept")
    )
    with Image.open(BytesIO(made)) as picture:
        assert picture.format == "JPEG"
        assert picture.mode == "RGB"
        assert picture.width == picture.height
        assert LEAST <= picture.width <= MOST


@pytest.mark.parametrize(("focus", "seen"), [(Focus(0, 50), "red"), (Focus(100, 50), "blue")])
def test_a_cover_is_cut_around_its_focus(tmp_path: Path, focus: Focus, seen: str):
    wide = Image.new("RGB", (3200, 1600), "red")
    wide.paste("blue", (1600, 0, 3200, 1600))
    wide.save(tmp_path / "bredt.png")
    photograph = Photograph(tmp_path / "bredt.png", focus)
    made = podcast_cover(Cover("Snak", "Huset", "#1f5c57", FONT), photograph, Kept(tmp_path))
    with Image.open(BytesIO(made)) as picture:
        assert picture.size == (1600, 1600)
        wanted = ImageColor.getrgb(seen)
        for point in ((20, 800), (1580, 800)):
            found = picture.getpixel(point)
            assert max(abs(a - b) for a, b in zip(found, wanted, strict=True)) < 10


@pytest.mark.parametrize("ending", SOUND_TYPES)
def test_every_kind_of_sound_is_measured_and_found_cut_off(tmp_path: Path, ending: str):
    """MP3 without the mark of an encoder does not say how long it should be."""
    whole = ROOT / "tests" / "sound" / f"two-seconds{ending}"
    assert seconds_of_sound(whole) == pytest.approx(2, abs=0.1)
    half = tmp_path / f"half{ending}"
    half.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    if ending == ".mp3":
        assert seconds_of_sound(half) == pytest.approx(1, abs=0.1)
    else:
        assert isinstance(seconds_of_sound(half), SoundFault)


@pytest.mark.parametrize("ending", SOUND_TYPES)
def test_whatever_stands_in_a_sound_file_is_told_quickly(tmp_path: Path, ending: str):
    """Text, zeros, parts that point nowhere or are empty: a fault, and no end to no loop."""
    sound = (PROJECT / "municipalities/eksempel/media/podcast-far.mp3").read_bytes()
    for number, content in enumerate(
        (
            b"",
            b"Hej",
            bytes(300_000),
            b"\xff\xfb" * 100_000,
            b"\0\0\0\x08ftyp" + b"\0\0\0\x08free" * 100_000,
            b"\0\0\0\x18ftypM4A " + bytes(12) + b"\x7f\xff\xff\xffmdat",
            b"OggS" * 50_000,
            sound[:2000],
        )
    ):
        file = tmp_path / f"{number}{ending}"
        file.write_bytes(content)
        assert isinstance(seconds_of_sound(file), SoundFault), number


def test_dates_are_as_rfc_2822_has_them(channel: ElementTree.Element):
    """The day that the author wrote, whichever side of the Atlantic it is read on."""
    for item in channel.findall("item"):
        moment = parsedate_to_datetime(text(item, "pubDate"))
        assert isinstance(moment, datetime)
        assert moment.utcoffset() is not None
        assert date(2026, 1, 1) < moment.date() < date(2027, 1, 1)
