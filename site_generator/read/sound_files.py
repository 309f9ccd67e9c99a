"""READ: whether a sound file is one, whole, and how long it takes to hear. Nothing is decoded."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

SOUND_TYPES = (".mp3", ".m4a", ".ogg")
# So much of the last frames may be missing without anybody hearing it.
_SLACK = 4096
_MOST_PARTS = 10_000

_EXPORT = "Gem lyden igen som MP3 i det program, den er lavet med, og læg den nye fil her."


@dataclass(frozen=True)
class SoundFault:
    """What is wrong with a sound file, in Danish."""

    message: str
    remedy: str = _EXPORT


_NO_SOUND = SoundFault("Filen kan ikke læses som lyd, selv om den hedder det.")
_CUT_OFF = SoundFault(
    "Lydfilen er ikke hel: slutningen mangler.",
    "Hent eller kopiér filen en gang til, og se efter, at den kan høres til ende.",
)


def seconds_of_sound(file: Path) -> float | SoundFault:
    """How long a sound file takes to hear, in seconds, or what is wrong with it."""
    measure = _MEASURES[file.suffix.lower()]
    try:
        with file.open("rb") as source:
            size = source.seek(0, os.SEEK_END)
            source.seek(0)
            seconds = measure(source, size)
    except Exception:  # mutagen raises many kinds for a broken file; all mean the same here
        return _NO_SOUND
    if seconds is None:
        return _CUT_OFF
    return seconds if seconds > 0 else _NO_SOUND


def _of_mp3(source: BinaryIO, size: int) -> float | None:
    """In seconds; None where the file is shorter than its first frame says (Xing, LAME)."""
    from mutagen.mp3 import MP3

    info = MP3(source).info
    if info.sketchy:
        raise ValueError("no MP3")
    source.seek(info.frame_offset)
    promised = _bytes_promised(source.read(256))
    return None if promised and size - info.frame_offset < promised - _SLACK else info.length


def _bytes_promised(frame: bytes) -> int:
    """How long the sound is in bytes after the mark of an encoder; 0 where none has said so."""
    at = max(frame.find(b"Xing"), frame.find(b"Info"))
    flags = int.from_bytes(frame[at + 4 : at + 8], "big") if at >= 0 else 0
    if not flags & 2:
        return 0
    begin = at + (12 if flags & 1 else 8)
    return int.from_bytes(frame[begin : begin + 4], "big")


def _of_m4a(source: BinaryIO, size: int) -> float | None:
    """In seconds; None where a part goes on beyond the end of the file (ISO/IEC 14496-12, 4.2)."""
    from mutagen.mp4 import MP4

    return None if _goes_beyond(source, size) else MP4(source).info.length


def _goes_beyond(source: BinaryIO, size: int) -> bool:
    at = parts = 0
    while at + 8 <= size:
        parts += 1
        source.seek(at)
        head = source.read(16)
        length, kind = int.from_bytes(head[:4], "big"), head[4:8]
        if not kind.isascii() or (at == 0 and kind != b"ftyp"):
            raise ValueError("no MP4")
        length = int.from_bytes(head[8:16], "big") if length == 1 else length or size - at
        if length < 8 or parts > _MOST_PARTS:
            raise ValueError("no MP4")
        at += length
    source.seek(0)
    return at > size


def _of_ogg(source: BinaryIO, size: int) -> float | None:
    """In seconds; None where the last page is not said to be the last (RFC 3533, 6)."""
    from mutagen import File
    from mutagen.ogg import OggPage

    found = File(source)
    source.seek(0)
    last = OggPage.find_last(source, OggPage(source).serial)
    return found.info.length if last and last.last else None


_MEASURES: dict[str, Callable[[BinaryIO, int], float | None]] = {
    ".mp3": _of_mp3,
    ".m4a": _of_m4a,
    ".ogg": _of_ogg,
}


def fault_of_film(file: Path) -> SoundFault | None:
    """What keeps a film from being shown, as far as its outer parts tell."""
    remedy = "Gem filmen igen som MP4 (H.264 og AAC), og læg den nye fil her."
    try:
        with file.open("rb") as source:
            beyond = _goes_beyond(source, source.seek(0, os.SEEK_END))
    except Exception:  # whatever is not one
        return SoundFault("Filen kan ikke læses som en film, selv om den hedder det.", remedy)
    cut_off = "Filmen er ikke hel: slutningen mangler."
    return SoundFault(cut_off, _CUT_OFF.remedy.replace("høres", "ses")) if beyond else None
