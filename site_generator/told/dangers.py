"""TOLD: what stands first for somebody who may be in danger."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from site_generator import addresses
from site_generator.language.spoken import _
from site_generator.schema.choices import Topic
from site_generator.schema.dangers import Danger
from site_generator.told.facts import HelpLineView, Link
from site_generator.told.help_lines import duty_line, help_line
from site_generator.told.house import House
from site_generator.told.once import once
from site_generator.wording.in_words import words


@dataclass(frozen=True)
class Help:
    """An article to read or a number to tap. `kind` says which; from the house's own folder."""

    title: str
    href: str
    kind: str
    summary: str


@dataclass(frozen=True)
class DangerView:
    """`topics` are those of offers that may stand below."""

    title: str
    topics: str
    way_out: bool
    help: tuple[Help, ...]


@once
def dangers(house: House) -> tuple[DangerView, ...]:
    return tuple(_danger(house, danger) for danger in house.shared.dangers)


def article_about(house: House, topics: tuple[Topic, ...]) -> Link | None:
    """What to read first on pages about something from which one must be able to get away."""
    for danger in house.shared.dangers:
        if danger.way_out and set(danger.topics) & set(topics):
            pages = {page.slug: page for page in house.articles()}
            for name in danger.shows:
                if name in pages:
                    return Link(words(pages[name].head.title), addresses.article(name))
    return None


@once
def lines_for_each_danger(house: House) -> tuple[HelpLineView, ...]:
    """Whom to ring first in each of them: for those whose words nobody foresaw."""
    lines = {line.name: line for line in house.help_lines()}
    named = [[name for name in danger.shows if name in lines] for danger in house.shared.dangers]
    first = dict.fromkeys(names[0] for names in named if names)
    duty = duty_line(house)
    return (*(help_line(lines[name]) for name in first), *([duty] if duty else []))


def _danger(house: House, danger: Danger) -> DangerView:
    return DangerView(
        title=words(danger.title),
        topics=" ".join(topic.value for topic in danger.topics),
        way_out=danger.way_out,
        help=tuple(_help(house, danger)),
    )


def _help(house: House, danger: Danger) -> Iterator[Help]:
    pages = {page.slug: page.head for page in house.articles()}
    lines = {line.name: line for line in house.help_lines()}
    for name in danger.shows:
        if name in pages:
            head = pages[name]
            yield Help(
                words(head.title), addresses.article(name), _("Godt at vide"), words(head.summary)
            )
        elif name in lines:
            line = help_line(lines[name])
            yield Help(line.name, line.href, line.call, line.summary)
    if duty := duty_line(house):
        yield Help(duty.name, duty.href, duty.call, duty.summary)
