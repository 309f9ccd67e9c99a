"""Sound files: there, whole, of the length that is written; what lies elsewhere is described."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from site_generator import addresses
from site_generator.problems import Problem
from site_generator.read.sound_files import SOUND_TYPES, SoundFault, seconds_of_sound
from site_generator.records.municipality import Municipality
from site_generator.rules.circumstances import Circumstances
from site_generator.rules.named_files import named_file
from site_generator.rules.reporting import error, warning
from site_generator.schema.podcasts import Episode, SoundElsewhere
from site_generator.wording.transcripts import moment

# So many seconds are forgiven where somebody has read them off a player.
_CLOSE = 5
_PAGES = (".html", ".htm", ".php", ".xml", ".rss", "/")


def episodes_of(municipality: Municipality) -> tuple[Episode, ...]:
    """The episodes that could be read."""
    return municipality.podcasts.episodes if municipality.podcasts else ()


def seconds_of(municipality: Municipality, episode: Episode) -> int | None:
    """How long an episode is: as its file says, else as is written; None where nobody knows."""
    if episode.audio in municipality.media and _is_sound(str(episode.audio)):
        found = seconds_of_sound(municipality.folder / str(episode.audio))
        return None if isinstance(found, SoundFault) else round(found)
    return episode.duration


def sound_exists(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """Every episode's sound lies in media/."""
    for episode in episodes_of(municipality):
        if episode.audio:
            yield from named_file(
                municipality, episode, "audio", episode.audio, SOUND_TYPES, "en lydfil"
            )


def sound_can_be_heard(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """Every sound file in media/ is one, and whole."""
    for name in sorted(filter(_is_sound, municipality.media)):
        found = seconds_of_sound(municipality.folder / name)
        if isinstance(found, SoundFault):
            path = f"{municipality.shown_as}/{name}"
            yield Problem(path=path, line=1, message=found.message, remedy=found.remedy)


def sound_is_given_once(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """An episode has one sound, and its length is the one that its file has."""
    for episode in episodes_of(municipality):
        if episode.wrote("audio") and episode.wrote("audio_elsewhere"):
            message = "Afsnittet har to lydfiler: en i media og en et andet sted."
            yield error(episode, "audio_elsewhere", message, "Slet den ene.")
        seconds = seconds_of(municipality, episode) if episode.audio else None
        written = None if episode.faulty("duration") else episode.duration
        if seconds and written and abs(seconds - written) > _CLOSE:
            message = f"Lydfilen varer {moment(seconds)}, men her står {moment(written)}."
            remedy = "Slet linjen. Varigheden bliver læst i filen."
            yield warning(episode, "duration", message, remedy)


def sound_elsewhere_is_sound(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """An address of a sound file is one, as far as it can be told without fetching it."""
    for episode in episodes_of(municipality):
        if episode.audio_elsewhere:
            yield from _elsewhere(municipality, episode.audio_elsewhere)


def _elsewhere(municipality: Municipality, sound: SoundElsewhere) -> Iterator[Problem]:
    path = sound.link.partition("?")[0].partition("#")[0].lower()
    base = municipality.site.base_url
    if base and sound.link.startswith(base):
        message = "Adressen fører tilbage til husets egen side."
        remedy = "Læg filen i mappen media, og skriv fx «audio: media/afsnit.mp3» i stedet."
        yield error(sound, "link", message, remedy)
    elif path.endswith(_PAGES):
        message = "Adressen er en side eller et feed, ikke en lydfil."
        remedy = "Skriv adressen på selve filen. Den slutter som regel på .mp3 eller .m4a."
        yield error(sound, "link", message, remedy)
    elif PurePosixPath(path).suffix in SOUND_TYPES and not path.endswith(f".{sound.type.value}"):
        ending = PurePosixPath(path).suffix
        message = f"Adressen slutter på {ending}, men her står {sound.type.value}."
        yield error(sound, "type", message, f"Skriv «type: {ending[1:]}», eller ret adressen.")


def apps_can_play_it(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """Apple plays MP3 and M4A (podcasters.apple.com/support/893)."""
    for episode in episodes_of(municipality):
        if episode.audio in municipality.media and str(episode.audio).lower().endswith(".ogg"):
            message = "Apple Podcasts kan ikke afspille .ogg."
            yield warning(episode, "audio", message, "Gem lyden som MP3 eller M4A.")


def feed_leads_elsewhere(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """A podcast that is published elsewhere is not said to have moved to where it is."""
    podcast = municipality.podcasts
    if podcast is None or not podcast.feed:
        return
    own = f"/{municipality.slug}/{addresses.PODCAST_FEED}"
    base = municipality.site.base_url
    if podcast.feed.endswith(own) or (base and podcast.feed.startswith(base)):
        message = "Det er husets eget feed, og så bliver apps sendt i ring."
        yield error(podcast, "feed", message, "Slet linjen. Den er kun til et feed et andet sted.")


def _is_sound(name: str) -> bool:
    return PurePosixPath(name).suffix.lower() in SOUND_TYPES
