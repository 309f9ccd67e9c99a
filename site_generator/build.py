"""The story of a build: compare → make the houses that have changed → put them in place.

What is imported here is light: heavy things come with the first house that has to be made.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

from site_generator.addresses import ASSETS, NOT_FOUND
from site_generator.problems import Problem, did_you_mean, has_errors
from site_generator.processes import each
from site_generator.progress import Progress
from site_generator.project import Order
from site_generator.read.gone import GoneHouse, gone_houses
from site_generator.read.history import read_history
from site_generator.read.keys import Keys
from site_generator.read.remembered import History, HouseHistory
from site_generator.write.memory import HouseCard, Memory, Standing, Told
from site_generator.write.standing import MARK, Site

# What stands above all houses, remembered under the name that no house can have.
_ABOVE = ""
_FOLDER_ABOVE = ASSETS.rstrip("/")
_FILES_ABOVE = ("index.html", NOT_FOUND, MARK)
_ERROR_FOUND = ".error"


def build(order: Order, progress: Progress) -> tuple[Problem, ...]:
    """Build every house of which something has changed, or those among the named.

    Gives back all problems, also those of houses that stand as they are. Where one is an error
    nothing is written. Raises NotOurFolderError, ProcessLostError.
    """
    site, plan = Site(order.site), _plan(order)
    with site.opened():
        standing = plan.memory.standing(str(site.folder))
        stands = {slug for slug, key in plan.wanted.items() if _stands(site, standing, slug, key)}
        told = _told(plan, stands, site.aside, progress)
        problems = (*_problems(plan, told), *_without_address(order, told.values()))
        if not has_errors(problems):
            _put_in_place(plan, site, standing, told, stands)
    plan.keys.remember()
    return problems


def check(order: Order, progress: Progress) -> tuple[Problem, ...]:
    """All that is wrong, also what would not fit on paper. Writes nothing but what is kept."""
    plan = _plan(order)
    told = _told(plan, plan.wanted.keys(), None, progress)
    problems = _problems(plan, told)
    plan.keys.remember()
    return problems


def join(order: Order, parts: Sequence[Path]) -> tuple[Problem, ...]:
    """Put together what was built in parts, with the same order but for its shard.

    Gives back a problem for each house that no part has, and then writes nothing.
    """
    site, plan = Site(order.site), _plan(order)
    found = {slug: part / slug for part in parts for slug in plan.slugs if (part / slug).is_dir()}
    missing = tuple(_missing(slug) for slug in plan.slugs if slug not in found)
    if not missing:
        with site.opened():
            for slug, folder in found.items():
                shutil.copytree(folder, site.aside / slug)
                site.place(slug)
            _above(plan, site, {}, {})
            site.remove_all_but([*plan.slugs, *_names_above(plan.gone)])
    return missing


def _missing(slug: str) -> Problem:
    return Problem(
        path=f"municipalities/{slug}",
        line=1,
        message=f"«{slug}» er ikke i nogen af delene.",
        remedy="Byg alle dele igen, og saml dem, når de er færdige.",
    )


@dataclass(frozen=True)
class _Plan:
    """An order beside what is there. `wanted` has the key of each house that was asked for."""

    order: Order
    memory: Memory
    gone: tuple[GoneHouse, ...]
    history: History
    keys: Keys
    slugs: list[str]
    wanted: Mapping[str, str]


def _plan(order: Order) -> _Plan:
    history = read_history(order.project.root, order.project.root / ".cache" / "history")
    keys = Keys(order, history)
    slugs = order.project.slugs()
    chosen = _shard(order, [slug for slug in slugs if slug in order.slugs or not order.slugs])
    wanted = {slug: keys.house(slug) for slug in slugs if slug in chosen}
    gone = tuple(one for one in gone_houses(order.project.content) if one.house not in slugs)
    return _Plan(order, Memory(order.project.kept), gone, history, keys, slugs, wanted)


def _shard(order: Order, slugs: Sequence[str]) -> set[str]:
    """The slugs in one part of the houses; large and small ones are dealt out alike."""
    index, count = order.shard
    by_size = sorted(slugs, key=lambda slug: (-_size(order, slug), slug))
    return set(by_size[index - 1 :: count])


def _stands(site: Site, standing: Mapping[str, Standing], slug: str, key: str) -> bool:
    """Whether a house stands as it was put there, made of what is there now."""
    known = standing.get(slug)
    return known is not None and known.key == key and known.look == site.look_of([slug])


def _told(
    plan: _Plan, may_be_kept: Iterable[str], aside: Path | None, progress: Progress
) -> dict[str, Told]:
    """What every wanted house tells, in order; those that cannot be told from memory are made."""
    kept = {slug: plan.memory.told(plan.wanted[slug], slug) for slug in may_be_kept}
    told = {slug: known for slug, known in kept.items() if known}
    tasks = [_task(plan, slug, aside) for slug in plan.wanted if slug not in told]
    if tasks:
        # The largest house comes first, or in the end one process would wait for it.
        tasks.sort(key=lambda task: _size(plan.order, task.slug), reverse=True)
        with progress.step("Bygger" if aside else "Ser efter", len(tasks)) as advance:
            prepare = partial(_prepare, plan.order, plan.keys.shared)
            for made in each(_make, tasks, plan.order.jobs, prepare):
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


def _task(plan: _Plan, slug: str, aside: Path | None) -> _Task:
    return _Task(plan.order, plan.keys.shared, slug, plan.history.of(slug), aside)


def _size(order: Order, slug: str) -> int:
    """How much there is to do for a house, roughly."""
    folder = order.project.municipalities / slug
    return sum(file.stat().st_size for file in folder.glob("*.yml") if file.is_file())


def _prepare(order: Order, shared_key: str) -> None:
    from site_generator.houses import workshop

    workshop(order, shared_key)


def _make(task: _Task) -> Told:
    """Make one house aside, or only tell of it once any of them has an error."""
    from site_generator.houses import make_house, workshop

    def folder() -> Path | None:
        aside = task.aside
        return None if aside is None or (aside / _ERROR_FOUND).exists() else aside

    shop = workshop(task.order, task.shared_key)
    told = make_house(shop, task.slug, task.history, folder)
    if task.aside and has_errors(told.problems):
        task.aside.mkdir(exist_ok=True)
        (task.aside / _ERROR_FOUND).touch()
    return told


def _problems(plan: _Plan, told: Mapping[str, Told]) -> tuple[Problem, ...]:
    unknown = (slug for slug in plan.order.slugs if slug not in plan.slugs)
    return (
        *_shared_problems(plan),
        *(_unknown(slug, plan.slugs) for slug in unknown),
        *(problem for each_told in told.values() for problem in each_told.problems),
    )


def _without_address(order: Order, told: Iterable[Told]) -> Iterator[Problem]:
    """Who puts a site in use without an address prints codes that lead nowhere. A check cannot
    know: the address may come with the build."""
    for one in told:
        if one.card and one.card.in_use and not (one.card.address or order.base_url):
            yield Problem(
                path=f"municipalities/{one.slug}/site.yml",
                line=1,
                message="Siden er i drift, men bygges uden sin adresse. QR-koder på papir og links "
                "i kalendere virker ikke.",
                remedy="Byg med --base-url, eller skriv «base_url: » og adressen i site.yml.",
                level="warning",
            )


def _shared_problems(plan: _Plan) -> tuple[Problem, ...]:
    key = plan.keys.collection(plan.slugs)
    problems = plan.memory.shared_problems(key)
    if problems is None:
        from site_generator.houses import collection_problems, workshop

        shop = workshop(plan.order, plan.keys.shared)
        problems = tuple(collection_problems(shop, plan.slugs, plan.history))
        plan.memory.keep_shared_problems(key, problems)
    return problems


def _unknown(slug: str, slugs: Sequence[str]) -> Problem:
    return Problem(
        path=f"municipalities/{slug}",
        line=1,
        message=f"Der er ingen kommune, der hedder «{slug}».",
        remedy=did_you_mean(slug, slugs),
    )


def _put_in_place(
    plan: _Plan,
    site: Site,
    standing: Mapping[str, Standing],
    told: Mapping[str, Told],
    stands: set[str],
) -> None:
    """Each house that was made takes its place; then what is above them; then what is gone goes."""
    now = dict(standing)
    for slug in plan.wanted.keys() - stands:
        site.place(slug)
        now[slug] = Standing(plan.wanted[slug], site.look_of([slug]))
    now[_ABOVE] = _above(plan, site, standing, told)
    if plan.order.is_whole:
        site.remove_all_but([*plan.slugs, *_names_above(plan.gone)])
        now = {slug: entry for slug, entry in now.items() if slug in (_ABOVE, *plan.slugs)}
    if now != standing:
        plan.memory.keep_standing(str(site.folder), now)
        plan.order.project.kept.tidy()


def _above(
    plan: _Plan, site: Site, standing: Mapping[str, Standing], told: Mapping[str, Told]
) -> Standing:
    """The page of all houses, and what is left of those that are gone, where it is not there."""
    cards = [card for slug in plan.slugs if (card := _card(plan, site, told, slug))]
    key = plan.keys.above([asdict(card) for card in cards], plan.gone)
    names = _names_above(plan.gone)
    if standing.get(_ABOVE) != Standing(key, site.look_of(names)):
        from site_generator.above import make_above, make_gone

        make_above(plan.order, cards, site.aside)
        make_gone(plan.order, plan.gone, plan.history, site.aside)
        for folder in (_FOLDER_ABOVE, *(one.house for one in plan.gone)):
            site.place(folder)
        site.place_files(_FILES_ABOVE)
    return Standing(key, site.look_of(names))


def _names_above(gone: Iterable[GoneHouse]) -> list[str]:
    return [_FOLDER_ABOVE, *_FILES_ABOVE, *(one.house for one in gone)]


def _card(plan: _Plan, site: Site, told: Mapping[str, Told], slug: str) -> HouseCard | None:
    """What is shown of a house. One that was not asked for is shown if it stands, as it is now."""
    if slug in told:
        return told[slug].card
    if not site.holds(slug):
        return None
    known = plan.memory.told(plan.keys.house(slug), slug)
    if known is None:
        from site_generator.houses import card_of, workshop

        return card_of(workshop(plan.order, plan.keys.shared), slug)
    return known.card
