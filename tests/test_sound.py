"""Sound is published without its notes, and sounds as it did."""

from __future__ import annotations

from struct import pack

import pytest
from mutagen.ogg import OggPage

from site_generator.pictures.sound import without_notes

SOUND = bytes(range(256)) * 20
SECRET = b"HEMMELIGT +55.6761+012.5683/"


def id3(content: bytes) -> bytes:
    size = len(content)
    return b"ID3\x04\0\0" + bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0)) + content


def ape(content: bytes) -> bytes:
    return content + pack("<8sIIII8x", b"APETAGEX", 2000, len(content) + 32, 1, 0)


def box(kind: bytes, *parts: bytes) -> bytes:
    content = b"".join(parts)
    return pack(">I", len(content) + 8) + kind + content


@pytest.mark.parametrize(
    "file",
    [
        SOUND,
        id3(SECRET * 20) + SOUND,
        id3(SECRET) + id3(b"APIC" + SECRET) + SOUND,
        SOUND + b"TAG" + SECRET.ljust(125),
        id3(SECRET) + SOUND + ape(SECRET) + b"TAG" + SECRET.ljust(125),
    ],
)
def test_mp3_is_only_its_sound(file: bytes):
    assert without_notes("media/tale.MP3", file) == SOUND


@pytest.mark.parametrize(
    "file", [b"", b"ID3", id3(b"")[:9], b"TAG", b"ID3\x04\0\0\x7f\x7f\x7f\x7fx"]
)
def test_a_strange_mp3_is_no_fault(file: bytes):
    assert len(without_notes("media/tale.mp3", file)) <= len(file)


@pytest.mark.parametrize("name", ["media/tale.m4a", "media/film.MP4"])
def test_m4a_and_film_keep_every_address_within(name: str):
    head, data = box(b"ftyp", b"M4A "), box(b"mdat", SOUND)
    notes = box(b"udta", box(b"\xa9xyz", SECRET), box(b"meta", SECRET))
    track = box(b"trak", box(b"tkhd", b"here"), box(b"udta", SECRET))
    file = head + box(b"moov", track, notes) + box(b"uuid", SECRET) + data
    made = without_notes(name, file)
    assert SECRET not in made
    assert len(made) == len(file)
    assert made.endswith(data)
    assert b"here" in made


@pytest.mark.parametrize("size", [0, 1, 2, 7, 8, 9, 2**31])
def test_a_strange_m4a_is_no_fault(size: int):
    file = pack(">I", size) + b"moov" + pack(">I", size) + b"udta"
    assert len(without_notes("media/tale.m4a", file)) == len(file)


def ogg(*packets: bytes, serial: int = 1) -> bytes:
    """Each packet on pages of its own, numbered and checked as the format wants it."""
    pages = []
    for packet in packets:
        pages += OggPage.from_packets([packet], sequence=len(pages))
    for page in pages:
        page.serial = serial
    pages[0].first = pages[-1].last = True
    return b"".join(page.write() for page in pages)


def notes(*comments: bytes, vendor: bytes = SECRET) -> bytes:
    texts = (vendor, *comments)
    sized = [pack("<I", len(text)) + text for text in texts]
    return sized[0] + pack("<I", len(comments)) + b"".join(sized[1:])


COMMENTS = (b"ARTIST=" + SECRET, b"METADATA_BLOCK_PICTURE=" + SECRET * 900)
OPUS_HEAD = b"OpusHead" + pack("<BBHIhB", 1, 1, 312, 48000, 0, 0)
OPUS = ogg(OPUS_HEAD, b"OpusTags" + notes(*COMMENTS), SOUND)
VORBIS_HEAD = b"\x01vorbis" + pack("<IBIiiiBB", 0, 1, 44100, 0, 64000, 0, 0xB8, 1)
VORBIS_NOTES = b"\x03vorbis" + notes(*COMMENTS) + b"\x01"
VORBIS = ogg(VORBIS_HEAD, VORBIS_NOTES, b"\x05vorbis" + bytes(9), SOUND, serial=7)


@pytest.mark.parametrize("file", [OPUS, VORBIS, OPUS + VORBIS, VORBIS + b"TAG" + SECRET])
def test_ogg_keeps_its_sound_and_loses_its_notes(file: bytes):
    """Also where two recordings stand behind each other, and something else behind them."""
    assert file.count(SECRET) > 0
    made = without_notes("media/tale.ogg", file)
    assert SECRET not in made
    assert made.count(SOUND) == file.count(SOUND) > 0
    assert made.count(OPUS_HEAD) == file.count(OPUS_HEAD)
    assert made.count(VORBIS_HEAD) == file.count(VORBIS_HEAD)


@pytest.mark.parametrize("file", [b"", b"OggS", b"OggS" + bytes(40), OPUS[:70], b"<svg/>"])
def test_a_strange_ogg_is_no_fault(file: bytes):
    assert len(without_notes("media/tale.ogg", file)) <= len(file)
