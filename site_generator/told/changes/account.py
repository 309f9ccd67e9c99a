"""TOLD: the whole account of a change: house by house, subject by subject, questions first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from site_generator.wording.in_words import in_a_row

NOTHING = "Intet ændrer sig for familier."

# How much anybody reads. What is asked is told first, and nearly all of it.
_MOST, _MOST_OF_A_SECTION = 40, 12
_FEW_NAMES = 3


@dataclass(frozen=True)
class Section:
    """Sentences about one subject."""

    title: str
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class Account:
    """What a change means at a house, or the same at several. `slugs` are their folders.

    `unread` tells what could not be compared.
    """

    slugs: tuple[str, ...]
    name: str
    questions: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()

    @property
    def says_nothing(self) -> bool:
        return not (self.questions or self.unread or self.sections)

    @property
    def as_sections(self) -> tuple[Section, ...]:
        """All of it in the order in which it is read; the first two need no heading."""
        first = (Section("", self.questions), Section("", self.unread), *self.sections)
        return tuple(section for section in first if section.sentences)


def told_together(accounts: Sequence[Account]) -> tuple[Account, ...]:
    """What holds at several houses once, before what holds at each; where something is asked,
    before all others."""
    houses: dict[tuple[str, str], list[Account]] = {}
    for account in accounts:
        for key in dict.fromkeys(_sentences(account)):
            houses.setdefault(key, []).append(account)
    several = {key: found for key, found in houses.items() if len(found) > 1}
    groups: dict[tuple[str, ...], list[tuple[str, str]]] = {}
    for key, found in several.items():
        groups.setdefault(tuple(one.slugs[0] for one in found), []).append(key)
    names = {account.slugs[0]: account.name for account in accounts}
    common = [_common(slugs, names, keys) for slugs, keys in groups.items()]
    own = [_without(account, several) for account in accounts]
    found = [account for account in (*common, *own) if not account.says_nothing]
    return tuple(sorted(found, key=lambda account: not account.questions))


_ASKED, _UNREAD = "asked", "unread"


def _sentences(account: Account) -> list[tuple[str, str]]:
    found = [(_ASKED, one) for one in account.questions]
    found += [(_UNREAD, one) for one in account.unread]
    return found + [(part.title, one) for part in account.sections for one in part.sentences]


def _common(
    slugs: tuple[str, ...], names: dict[str, str], keys: Sequence[tuple[str, str]]
) -> Account:
    named = [names[slug] for slug in slugs]
    name = in_a_row(named) if len(slugs) <= _FEW_NAMES else f"{len(slugs)} huse"
    titles = dict.fromkeys(title for title, _ in keys if title not in (_ASKED, _UNREAD))

    def of(title: str) -> tuple[str, ...]:
        return tuple(sentence for one, sentence in keys if one == title)

    sections = tuple(Section(title, of(title)) for title in titles)
    return Account(slugs, name, of(_ASKED), of(_UNREAD), sections)


def _without(account: Account, told: dict[tuple[str, str], list[Account]]) -> Account:
    def left(title: str, sentences: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(one for one in sentences if (title, one) not in told)

    sections = (Section(one.title, left(one.title, one.sentences)) for one in account.sections)
    return replace(
        account,
        questions=left(_ASKED, account.questions),
        unread=left(_UNREAD, account.unread),
        sections=tuple(section for section in sections if section.sentences),
    )


@dataclass(frozen=True)
class Shown:
    """What is shown of an account: its name, and its sections as far as there is room."""

    name: str
    sections: tuple[Section, ...]


def bounded(accounts: Sequence[Account]) -> tuple[tuple[Shown, ...], str]:
    """As much as anybody reads, and what is left out in words, empty where nothing is."""
    room, shown, left = _MOST, [], 0
    for account in accounts:
        parts: list[Section] = []
        for section in account.as_sections:
            take = min(room, _MOST_OF_A_SECTION, len(section.sentences))
            more = len(section.sentences) - take
            room -= take
            if take:
                parts.append(_cut(section, take, more))
            else:
                left += more
        if parts:
            shown.append(Shown(account.name, tuple(parts)))
    return tuple(shown), f"Og {left} til. Se dem alle med --format json." if left else ""


def _cut(section: Section, take: int, more: int) -> Section:
    end = (f"… og {more} til.",) if more else ()
    return Section(section.title, (*section.sentences[:take], *end))
