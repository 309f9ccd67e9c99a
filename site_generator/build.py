"""The story of a build: compare → make the houses that have changed → put them in place.

What is imported here is light: heavy things come with the first house that has to be made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from site_generator.making.placing import put_in_place, put_together, stands
from site_generator.making.plan import Plan, plan_of
from site_generator.making.progress import Progress
from site_generator.making.telling import tell
from site_generator.problems import Problem, did_you_mean, has_errors
from site_generator.project import Order
from site_generator.write.memory import Told
from site_generator.write.standing import Site


def build(order: Order, progress: Progress) -> tuple[Problem, ...]:
    """Build every house of which something has changed, or those among the named.

    Gives back all problems, also those of houses that stand as they are. Where one is an error
    nothing is written. Raises NotOurFolderError, ProcessLostError.
    """
    site, plan = Site(order.site), plan_of(order)
    with site.opened():
        standing = plan.memory.standing(str(site.folder))
        kept = {slug for slug, key in plan.wanted.items() if stands(site, standing, slug, key)}
        told = tell(plan, kept, site.aside, progress)
        problems = (*_problems(plan, told), *_without_address(order, told.values()))
        if not has_errors(problems):
            with _placing():
                put_in_place(plan, site, standing, told, kept)
                plan.keys.remember()
    return problems


def look(order: Order, language: str) -> tuple[Problem, ...]:
    """Put the pages of the one house of an order in place, before all the rest is made.

    Those in `language` are new; what is not made yet stands as it stood, and the next build makes
    it. Gives back what is wrong so far; where something is an error nothing is written. Raises
    NotOurFolderError.
    """
    from site_generator.making.first_look import look_first

    site, plan, (slug,) = Site(order.site), plan_of(order), order.slugs
    with site.opened():
        standing = plan.memory.standing(str(site.folder))
        if slug in plan.wanted and stands(site, standing, slug, plan.wanted[slug]):
            return ()
        told = [look_first(plan, site, slug, language)] if slug in plan.wanted else []
        problems = _problems(plan, {one.slug: one for one in told})
        if not has_errors(problems):
            site.place(slug)
    plan.keys.remember()
    return problems


class EndedWhilePlacingError(Exception):
    """Ctrl+C, or the machine, ended a build of which some houses may be in place already."""


@contextmanager
def _placing() -> Iterator[None]:
    try:
        yield
    except (KeyboardInterrupt, OSError) as fault:
        raise EndedWhilePlacingError from fault


def check(order: Order, progress: Progress) -> tuple[Problem, ...]:
    """All that is wrong, also what would not fit on paper. Writes nothing but what is kept."""
    plan = plan_of(order)
    told = tell(plan, plan.wanted.keys(), None, progress)
    problems = _problems(plan, told)
    plan.keys.remember()
    return problems


def join(order: Order, parts: Sequence[Path]) -> tuple[Problem, ...]:
    """Put together what was built in parts, with the same order but for its shard.

    Gives back a problem for each house that no part has, and then writes nothing.
    """
    site, plan = Site(order.site), plan_of(order)
    found = {slug: part / slug for part in parts for slug in plan.slugs if (part / slug).is_dir()}
    missing = tuple(_missing(slug) for slug in plan.slugs if slug not in found)
    if not missing:
        with site.opened():
            put_together(plan, site, found)
    return missing


def _missing(slug: str) -> Problem:
    return Problem(
        path=f"municipalities/{slug}",
        line=1,
        message=f"«{slug}» er ikke i nogen af delene.",
        remedy="Byg alle dele igen, og saml dem, når de er færdige.",
    )


def _problems(plan: Plan, told: Mapping[str, Told]) -> tuple[Problem, ...]:
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


def _shared_problems(plan: Plan) -> tuple[Problem, ...]:
    key = plan.keys.collection(plan.slugs)
    problems = plan.memory.shared_problems(key)
    if problems is None:
        from site_generator.making.houses import collection_problems, workshop

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
