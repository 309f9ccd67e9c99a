"""READ: what the history knows of each house: small, frozen, and the same for the same history.

A house's part depends on nothing but what concerns the house: what is committed to another one
changes it in no byte.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import Any

# Where a repository of its own says which version of the program it has. Where this changed last,
# what comes with the program did: its own history is not there.
PIN = "requirements.txt"


@dataclass(frozen=True)
class FileState:
    """A file at the commit that is checked out.

    `blob` is git's id for its content, empty where it has been deleted; `changed` when it changed
    last, in seconds since 1970, never falling from one commit to the next (lineage.py).
    """

    name: str
    blob: str
    changed: int


@dataclass(frozen=True)
class PublishedCode:
    """A code, and the ids of the flyers that it has stood on; none where it was retired."""

    code: str
    flyers: tuple[str, ...]


@dataclass(frozen=True)
class PublishedFlyer:
    """A flyer with every paper and language in which there has been a PDF of it: («a5», «da»).

    `kinds` are those it has been, as written.
    """

    id: str
    editions: tuple[tuple[str, str], ...]
    kinds: tuple[str, ...]


@dataclass(frozen=True)
class PublishedActivity:
    """An activity as it was published last. `dates` are all that stand in it, as written; it may
    go on for `weeks` after the last of them, or for ever (None)."""

    id: str
    dates: tuple[str, ...]
    weeks: int | None


@dataclass(frozen=True)
class PublishedGuid:
    """By which name programs know an episode: what was written last, empty where nothing was."""

    episode: str
    guid: str


@dataclass(frozen=True)
class HouseHistory:
    """All that a build of one house needs of the history.

    `files` are its own files by their names in its folder, `shared` those of `content/` that
    decide what houses tell, by their whole paths, and the pin. The rest is what has ever been on
    the main branch, where what is there counts as published; `published` says that the house has,
    and `since` when it was there first, in seconds since 1970. `chosen` are the words by which its
    offers and activities could be found, and the shared offers that they built on. `embedded`:
    other sites may show parts of it. `known` is
    false where there is no history at all.
    """

    known: bool = False
    files: tuple[FileState, ...] = ()
    shared: tuple[FileState, ...] = ()
    published: bool = False
    since: int = 0
    codes: tuple[PublishedCode, ...] = ()
    flyers: tuple[PublishedFlyer, ...] = ()
    offers: tuple[str, ...] = ()
    activities: tuple[PublishedActivity, ...] = ()
    episodes: tuple[str, ...] = ()
    guids: tuple[PublishedGuid, ...] = ()
    pages: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    chosen: tuple[str, ...] = ()
    embedded: bool = False

    @cached_property
    def digest(self) -> str:
        """Changes with everything in it, and with nothing else."""
        return sha256(json.dumps(asdict(self), sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True)
class History:
    """What was read at a commit; `commit` is empty where there is no history. `articles` are the
    shared ones that have ever been on the main branch."""

    commit: str = ""
    shallow: bool = False
    articles: tuple[str, ...] = ()
    houses: Mapping[str, HouseHistory] = field(default_factory=dict)

    def of(self, slug: str) -> HouseHistory:
        return self.houses.get(slug) or HouseHistory(known=bool(self.commit))


NOTHING_KNOWN = HouseHistory()


def as_json(history: History) -> str:
    """What all houses share stands once."""
    houses = {slug: asdict(house) for slug, house in history.houses.items()}
    shared = [house.pop("shared") for house in houses.values()]
    told = {
        "commit": history.commit,
        "shallow": history.shallow,
        "articles": history.articles,
        "houses": houses,
        "shared": shared[0] if shared else [],
    }
    return json.dumps(told, separators=(",", ":"), sort_keys=True)


def from_json(text: str) -> History:
    told = json.loads(text)
    shared = _files(told["shared"])
    houses = {slug: _house(house, shared) for slug, house in told["houses"].items()}
    return History(told["commit"], told["shallow"], tuple(told["articles"]), houses)


def _house(told: dict[str, Any], shared: tuple[FileState, ...]) -> HouseHistory:
    return HouseHistory(
        known=told["known"],
        files=_files(told["files"]),
        shared=shared,
        published=told["published"],
        codes=tuple(PublishedCode(one["code"], tuple(one["flyers"])) for one in told["codes"]),
        flyers=tuple(map(_flyer, told["flyers"])),
        offers=tuple(told["offers"]),
        activities=tuple(
            PublishedActivity(one["id"], tuple(one["dates"]), one["weeks"])
            for one in told["activities"]
        ),
        episodes=tuple(told["episodes"]),
        guids=tuple(PublishedGuid(one["episode"], one["guid"]) for one in told["guids"]),
        pages=tuple(told["pages"]),
        languages=tuple(told["languages"]),
        since=told["since"],
        places=tuple(told["places"]),
        chosen=tuple(told["chosen"]),
        embedded=told["embedded"],
    )


def _flyer(told: dict[str, Any]) -> PublishedFlyer:
    editions = tuple((paper, language) for paper, language in told["editions"])
    return PublishedFlyer(told["id"], editions, tuple(told["kinds"]))


def _files(told: list[dict[str, Any]]) -> tuple[FileState, ...]:
    return tuple(FileState(one["name"], one["blob"], one["changed"]) for one in told)
