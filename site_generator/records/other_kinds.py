"""What people have in their folders that many browsers cannot show, and what to save it as."""

from __future__ import annotations

from collections.abc import Collection

_FILM = (
    "Gem filmen som MP4 (H.264 og AAC), fx med HandBrake, og læg den i media i stedet. MP4 kan "
    "vises på alle telefoner, også ældre iPhones."
)
_SOUND = "Gem lyden som MP3 i det program, den er lavet med, og læg den i media i stedet."
_PICTURE = "Gem billedet som JPEG i et billedprogram, og læg det i media i stedet."
_PAPER = "Gem den som PDF, og læg den i media i stedet. Bedst er det at skrive teksten på en side."
_CAPTIONS = "Gem underteksterne som WebVTT (.vtt), og læg filen i media i stedet."

# By what each kind is to be saved as: the ends of names, and the remedy.
_OTHERS = {
    ".mp4": ((".webm", ".mov", ".m4v", ".mkv", ".avi", ".wmv", ".mpg", ".mpeg", ".ogv"), _FILM),
    ".mp3": ((".wav", ".wma", ".flac", ".aac", ".aif", ".aiff", ".opus", ".oga"), _SOUND),
    ".jpg": ((".heic", ".heif", ".avif", ".gif", ".tif", ".tiff", ".bmp"), _PICTURE),
    ".pdf": ((".doc", ".docx", ".odt", ".pages", ".ppt", ".pptx"), _PAPER),
    ".vtt": ((".srt", ".sub", ".sbv"), _CAPTIONS),
}


def save_as(kind: str, wanted: Collection[str]) -> str:
    """What to do with a file of a `kind` («.webm») where some others are `wanted`; empty for
    something else altogether."""
    for target, (kinds, remedy) in _OTHERS.items():
        if kind in kinds and target in wanted:
            return remedy
    return ""
