"""MEDIA: sound and film without what its file tells of who made it, where and with what.

The sound itself is left byte for byte. In MP3 the notes stand before and behind it and are cut
off; in M4A and MP4 they stand within, and are emptied in place: every address in the file counts;
in Ogg they are a packet of their own, whose pages mutagen writes and numbers anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from mutagen import MutagenError
from mutagen.ogg import OggPage
from mutagen.oggflac import OggFLAC
from mutagen.oggopus import OggOpus
from mutagen.oggspeex import OggSpeex
from mutagen.oggtheora import OggTheora
from mutagen.oggvorbis import OggVorbis

_NOTES = (b"udta", b"meta", b"uuid")
_WITH_PARTS = (b"moov", b"trak", b"mdia", b"minf")
_IN_OGG = (OggVorbis, OggOpus, OggSpeex, OggFLAC, OggTheora)


def without_notes(name: str, content: bytes) -> bytes:
    """The file as it is published. What is of no known kind stays as it is."""
    kind = name.lower().rpartition(".")[2]
    if kind == "mp3":
        return _mp3(content)
    if kind == "ogg":
        return b"".join(map(_ogg, _chained(content)))
    return _m4a(content) if kind in ("m4a", "mp4") else content


def published_size(file: Path) -> int:
    """How many bytes a sound file has as it is published."""
    return len(without_notes(file.name, file.read_bytes()))


def _mp3(content: bytes) -> bytes:
    """Without ID3 (1 and 2) and APE."""
    begin, end = 0, len(content)
    while content[begin : begin + 3] == b"ID3" and begin + 10 <= end:
        size = 0
        for byte in content[begin + 6 : begin + 10]:
            size = size << 7 | byte & 0x7F
        footer = 10 if content[begin + 5] & 0x10 else 0
        begin = min(end, begin + 10 + size + footer)
    if content[end - 128 : end - 125] == b"TAG" and end - 128 >= begin:
        end -= 128
    if content[end - 32 : end - 24] == b"APETAGEX" and end - 32 >= begin:
        size = int.from_bytes(content[end - 20 : end - 16], "little")
        with_head = 32 if content[end - 9] & 0x80 else 0
        end = max(begin, end - size - with_head)
    return content[begin:end]


def _m4a(content: bytes) -> bytes:
    emptied = bytearray(content)
    for begin, end in _notes(content, 0, len(content)):
        head = 16 if content[begin : begin + 4] == b"\0\0\0\1" else 8
        emptied[begin + 4 : begin + 8] = b"free"
        emptied[begin + head : end] = bytes(end - begin - head)
    return bytes(emptied)


def _notes(content: bytes, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the parts with notes begin and end (ISO/IEC 14496-12, 4.2)."""
    while begin + 8 <= end:
        size, kind = (
            int.from_bytes(content[begin : begin + 4], "big"),
            content[begin + 4 : begin + 8],
        )
        head = 8
        if size == 1:
            size, head = int.from_bytes(content[begin + 8 : begin + 16], "big"), 16
        stop = end if size == 0 else min(end, begin + size)
        if stop < begin + head:
            return
        if kind in _NOTES:
            yield begin, stop
        elif kind in _WITH_PARTS:
            yield from _notes(content, begin + head, stop)
        begin = stop


def _ogg(content: bytes) -> bytes:
    """One chain of pages with empty notes, whichever kinds of sound go side by side in it."""
    for kind in _IN_OGG:
        try:
            file = BytesIO(content)
            sound = kind(file)
            vars(sound.tags)["vendor"] = ""  # the program that made it
            sound.delete(file)
        except Exception:  # mutagen raises many kinds; here all mean that it is no such sound
            continue
        content = file.getvalue()
    return content


def _chained(content: bytes) -> Iterator[bytes]:
    """The recordings that stand behind each other in an Ogg file (RFC 3533, 4).

    What is no page is no sound, and is left out.
    """
    file, begin, end, opening = BytesIO(content), 0, 0, True
    try:
        while True:
            page = OggPage(file)
            if page.first and not opening:
                yield content[begin:end]
                begin = end
            opening, end = page.first, file.tell()
    except (MutagenError, EOFError):
        yield content[begin:end]
