"""READ: what decides a house's site, as one key: as long as it is the same, so is every byte.

A house depends on its own folder and on what all share: content, themes, this program and the
versions of what it uses, the day, the base address, and what history has published.
"""

from __future__ import annotations

import json
import os
import sys
import sysconfig
from collections.abc import Iterable, Mapping
from functools import cached_property
from hashlib import sha256

from site_generator.project import PROGRAM, Order
from site_generator.read.digests import Digests
from site_generator.read.gone import GoneHouse
from site_generator.read.owners import owners_of
from site_generator.read.remembered import History

# Of the shared content, what no house shows.
_BESIDE = ("handbook", "schema")
# Inside an installed program, what is asked for by itself.
_PACKED = ("shipped",)


class Keys:
    """The keys of an order."""

    def __init__(self, order: Order, history: History) -> None:
        self._order, self._history = order, history
        self._digests = Digests(order.project.kept, order.project.root)

    @cached_property
    def shared(self) -> str:
        """The key of what all houses share but the day and the address."""
        project = self._order.project
        parts = {
            "program": self._digests.folder(PROGRAM, leave_out=_PACKED),
            "versions": [sys.version, *_installed()],
            "content": [self._digests.folder(each, leave_out=_BESIDE) for each in project.content],
            "themes": [self._digests.folder(each) for each in project.themes],
        }
        return _key(parts)

    def house(self, slug: str) -> str:
        parts = {
            "shared": self.shared,
            "folder": self._digests.folder(self._order.project.municipalities / slug),
            "slug": slug,
            "history": self._history.of(slug).digest,
            "owners": owners_of(self._order.project.root, slug),
            **self._options(),
        }
        return _key(parts)

    def collection(self, slugs: Iterable[str]) -> str:
        """The key of what is wrong with no house, but with what they share and were."""
        published = sorted((s, h.digest) for s, h in self._history.houses.items() if h.published)
        history = [self._history.shallow, published]
        return _key({"shared": self.shared, "slugs": list(slugs), "history": history})

    def above(self, cards: object, gone: Iterable[GoneHouse]) -> str:
        """The key of what is above the houses that are there, and in place of the others."""
        folder = self._order.project.municipalities
        past = [
            (
                self._history.of(one.house).digest,
                self._digests.folder(folder / (one.leads_to or one.house)),
            )
            for one in gone
        ]
        return _key({"shared": self.shared, "cards": cards, "past": past, **self._options()})

    def remember(self) -> None:
        """Keep what was learnt about files that nobody has touched."""
        self._digests.remember(all_seen=self._order.is_whole)

    def _options(self) -> dict[str, str]:
        order = self._order
        given = (order.today, order.base_url, order.print_shop, order.preview, order.repository)
        return {"options": " ".join(map(str, given))}


def _installed() -> list[str]:
    """What is installed with its versions, by the folders that say so: asking takes longer."""
    folders = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    return sorted(
        name
        for folder in folders
        if os.path.isdir(folder)
        for name in os.listdir(folder)
        if name.endswith(".dist-info")
    )


def _key(parts: Mapping[str, object]) -> str:
    return sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()
