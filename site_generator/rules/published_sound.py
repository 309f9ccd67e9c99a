"""Programs know an episode that they have fetched by its guid, and nothing else.

One that gets another guid is new to all of them: every subscriber hears of it and fetches it once
more (RSS 2.0, guid; Apple's requirements for podcasts).
"""

from __future__ import annotations

from collections.abc import Iterator

from site_generator.problems import Problem
from site_generator.records.municipality import Municipality
from site_generator.rules.circumstances import Circumstances
from site_generator.rules.reporting import error
from site_generator.schema.podcasts import Episode, guid_of


def episodes_keep_their_guids(
    municipality: Municipality, circumstances: Circumstances
) -> Iterator[Problem]:
    """An episode that has been in the feed is in it under the same name, also with another id."""
    history, slug = circumstances.history, municipality.slug
    published = {one.episode: guid_of(one.guid, one.episode, slug) for one in history.guids}
    for episode in municipality.podcasts.episodes if municipality.podcasts else ():
        if episode.faulty("id") or episode.faulty("guid") or not _is_in_the_feed(episode):
            continue
        before = _name_before(municipality, episode, published)
        if before in published and guid_of(episode.guid, episode.id, slug) != published[before]:
            yield _changed(episode, published[before], guid_of(None, episode.id, slug))


def _is_in_the_feed(episode: Episode) -> bool:
    return bool(episode.audio or episode.audio_elsewhere)


def _name_before(
    municipality: Municipality, episode: Episode, published: dict[str, str]
) -> str | None:
    """The id under which an episode was published last; None where it is a new one."""
    if episode.id in published or municipality.podcasts is None:
        return episode.id
    retired = municipality.podcasts.retired
    return next((one.id for one in retired if one.leads_to == episode.id), None)


def _changed(episode: Episode, guid: str, ours: str) -> Problem:
    message = (
        f"Afsnittet har været i feedet med et andet guid: «{guid}». Alle, der følger podcasten, "
        "ville hente det en gang til."
    )
    remedy = f"Skriv «guid: {guid}» her."
    if guid == ours:
        remedy = "Slet linjen «guid:»."
    return error(episode, "guid" if episode.guid else "id", message, remedy)
