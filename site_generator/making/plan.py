"""PLAN: what was asked for beside what is there: every house with its key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from site_generator.project import Order
from site_generator.read.gone import GoneHouse, gone_houses
from site_generator.read.history import read_history
from site_generator.read.keys import Keys
from site_generator.read.remembered import History
from site_generator.write.memory import Memory


@dataclass(frozen=True)
class Plan:
    """An order beside what is there. `wanted` has the key of each house that was asked for."""

    order: Order
    memory: Memory
    gone: tuple[GoneHouse, ...]
    history: History
    keys: Keys
    slugs: list[str]
    wanted: Mapping[str, str]


def plan_of(order: Order) -> Plan:
    history = read_history(order.project.root, order.project.root / ".cache" / "history")
    keys = Keys(order, history)
    slugs = order.project.slugs()
    chosen = _shard(order, [slug for slug in slugs if slug in order.slugs or not order.slugs])
    wanted = {slug: keys.house(slug) for slug in slugs if slug in chosen}
    gone = tuple(one for one in gone_houses(*order.project.content) if one.house not in slugs)
    return Plan(order, Memory(order.project.kept), gone, history, keys, slugs, wanted)


def _shard(order: Order, slugs: Sequence[str]) -> set[str]:
    """The slugs in one part of the houses; large and small ones are dealt out alike."""
    index, count = order.shard
    by_size = sorted(slugs, key=lambda slug: (-size(order, slug), slug))
    return set(by_size[index - 1 :: count])


def size(order: Order, slug: str) -> int:
    """How much there is to do for a house, roughly."""
    folder = order.project.municipalities / slug
    return sum(file.stat().st_size for file in folder.glob("*.yml") if file.is_file())
