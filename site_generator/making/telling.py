"""TELL: what every house that was asked for tells: from memory, or as it is made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from site_generator.making.plan import Plan, size
from site_generator.making.processes import each
from site_generator.making.progress import Progress
from site_generator.problems import has_errors
from site_generator.project import Order
from site_generator.read.remembered import HouseHistory
from site_generator.write.memory import Told

_ERROR_FOUND = ".error"


def tell(
    plan: Plan, may_be_kept: Iterable[str], aside: Path | None, progress: Progress
) -> dict[str, Told]:
    """What every wanted house tells, in order; those that cannot be told from memory are made."""
    kept = {slug: plan.memory.told(plan.wanted[slug], slug) for slug in may_be_kept}
    told = {slug: known for slug, known in kept.items() if known}
    tasks = [_task(plan, slug, aside) for slug in plan.wanted if slug not in told]
    if tasks:
        # The largest house comes first, or in the end one process would wait for it.
        tasks.sort(key=lambda task: size(plan.order, task.slug), reverse=True)
        with progress.step("Bygger" if aside else "Ser efter", len(tasks)) as advance:
            prepare = partial(_prepare, plan.order, plan.keys.shared)
            for made in each(_made, tasks, plan.order.jobs, prepare):
                plan.memory.keep_told(plan.wanted[made.slug], made)
                told[made.slug] = made
                advance()
    return {slug: told[slug] for slug in plan.wanted}


@dataclass(frozen=True)
class _Task:
    """One house to be made, as it goes to the process that makes it."""

    order: Order
    shared_key: str
    slug: str
    history: HouseHistory
    aside: Path | None


def _task(plan: Plan, slug: str, aside: Path | None) -> _Task:
    return _Task(plan.order, plan.keys.shared, slug, plan.history.of(slug), aside)


def _prepare(order: Order, shared_key: str) -> None:
    from site_generator.making.houses import workshop

    workshop(order, shared_key)


def _made(task: _Task) -> Told:
    return _check(task) if task.aside is None else _make(task, task.aside)


def _make(task: _Task, aside: Path) -> Told:
    """Make one house aside, or only tell of it once any of them has an error."""
    from site_generator.making.houses import workshop
    from site_generator.making.whole_house import make_house

    def folder() -> Path | None:
        return None if (aside / _ERROR_FOUND).exists() else aside

    shop = workshop(task.order, task.shared_key)
    told = make_house(shop, task.slug, task.history, folder)
    if has_errors(told.problems):
        aside.mkdir(exist_ok=True)
        (aside / _ERROR_FOUND).touch()
    return told


def _check(task: _Task) -> Told:
    from site_generator.making.checked_house import check_house
    from site_generator.making.houses import workshop

    return check_house(workshop(task.order, task.shared_key), task.slug, task.history)
