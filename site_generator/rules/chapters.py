"""Moments in an episode: chapters, and times in what is said, come in order and before its end."""

from __future__ import annotations

from collections.abc import Iterator

from site_generator.problems import Problem
from site_generator.records.municipality import Municipality
from site_generator.rules.circumstances import Circumstances
from site_generator.rules.reporting import error
from site_generator.rules.sound import episodes_of, seconds_of
from site_generator.rules.walk import Passage, passages_of
from site_generator.schema.podcasts import Episode
from site_generator.wording.transcripts import moment, times_in


def chapters_are_in_the_episode(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """A chapter begins before the episode ends, and no two begin at once."""
    for episode in episodes_of(municipality):
        seconds, begun = seconds_of(municipality, episode), set[int]()
        for chapter in episode.chapters:
            at = moment(chapter.start)
            if chapter.faulty("start"):
                continue
            if seconds and chapter.start >= seconds:
                message = f"Kapitlet begynder {at}, men afsnittet er slut {moment(seconds)}."
                remedy = "Ret tidspunktet, eller slet kapitlet."
                yield error(chapter, "start", message, remedy)
            elif chapter.start in begun:
                message = f"To kapitler begynder {at}."
                yield error(chapter, "start", message, "Ret det ene tidspunkt, eller slet det ene.")
            begun.add(chapter.start)


def times_in_transcripts_follow(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """What is said later stands later, and nothing is said after the end."""
    for passage in passages_of(municipality):
        if isinstance(passage.record, Episode) and passage.key == "transcript":
            yield from _times(municipality, passage.record, passage)


def _times(municipality: Municipality, episode: Episode, passage: Passage) -> Iterator[Problem]:
    seconds, before = seconds_of(municipality, episode), -1
    for at, second in times_in(passage.text):
        if seconds and second >= seconds:
            message = f"[{moment(second)}] er efter afsnittets slutning, {moment(seconds)}."
            yield passage.problem(message, "Ret tidspunktet, eller slet det.", at=at)
        elif second <= before:
            message = f"[{moment(second)}] står efter [{moment(before)}], men er ikke senere."
            remedy = "Ret det af de to tidspunkter, der er forkert, eller slet det."
            yield passage.problem(message, remedy, at=at)
        before = max(before, second)
