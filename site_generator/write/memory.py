"""WRITE: what is kept of each house, so that one that has not changed need not even be read.

What was told of it (warnings, and what the page above all houses shows) is kept by its key; how it
looks where it stands by the site. Both may be lost or damaged at any time: then the house is made
again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from site_generator.kept import Kept
from site_generator.problems import Problem


@dataclass(frozen=True)
class HouseCard:
    """What the page of all houses shows of one. `words` is what typing is compared with;
    `in_use` is whether the site is the municipality's own, and no demonstration; `address` is its
    own one, empty where it has none beside the others. `drawing` is tinted in its `colour`."""

    municipality: str
    name: str
    href: str
    headline: str
    badges: tuple[str, ...]
    words: str
    in_use: bool
    address: str
    drawing: str
    colour: str
    fictional: bool


@dataclass(frozen=True)
class Told:
    """What a house told when it was made. There is no card where its `site.yml` cannot be read."""

    slug: str
    problems: tuple[Problem, ...]
    card: HouseCard | None


@dataclass(frozen=True)
class Standing:
    """A house, or what is above them, as it was put in place: of which key, and how it looked."""

    key: str
    look: str


class Memory:
    """What earlier builds learnt. All texts are as an editor or a visitor reads them."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def told(self, key: str, slug: str) -> Told | None:
        found = self._kept.find(f"told {key}")
        if found is None:
            return None
        data = json.loads(found)
        return Told(slug, _problems(data["problems"]), _card(data["card"]))

    def keep_told(self, key: str, told: Told) -> None:
        card = asdict(told.card) if told.card else None
        self._keep(f"told {key}", {"problems": [asdict(p) for p in told.problems], "card": card})

    def shared_problems(self, key: str) -> tuple[Problem, ...] | None:
        """What is wrong with the content that all houses share."""
        found = self._kept.find(f"shared {key}")
        return None if found is None else _problems(json.loads(found))

    def keep_shared_problems(self, key: str, problems: tuple[Problem, ...]) -> None:
        self._keep(f"shared {key}", [asdict(problem) for problem in problems])

    def standing(self, site: str) -> dict[str, Standing]:
        """What stands in a site, by slug; what is above the houses is called by the empty one."""
        found = self._kept.find(f"site {site}")
        try:
            return {slug: Standing(*entry) for slug, entry in json.loads(found or b"{}").items()}
        except (ValueError, TypeError, AttributeError):  # as another version kept it
            return {}

    def keep_standing(self, site: str, standing: Mapping[str, Standing]) -> None:
        self._keep(f"site {site}", {slug: [s.key, s.look] for slug, s in standing.items()})

    def _keep(self, what: str, data: object) -> None:
        self._kept.keep(what, json.dumps(data).encode())


def _problems(data: list[dict[str, object]]) -> tuple[Problem, ...]:
    return tuple(Problem(**entry) for entry in data)  # type: ignore[arg-type]


def _card(data: dict[str, object] | None) -> HouseCard | None:
    if data is None:
        return None
    return HouseCard(**{**data, "badges": tuple(data["badges"])})  # type: ignore[arg-type]
