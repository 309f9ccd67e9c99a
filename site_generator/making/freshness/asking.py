"""Which houses are asked about what, and which of their issues are open already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from site_generator.making.freshness.boxes import house_in, ticked_in
from site_generator.making.freshness.confirming import house_named
from site_generator.project import Project
from site_generator.records.municipality import Municipality
from site_generator.rules.reviewed_things import Thing, stale_things


@dataclass(frozen=True)
class Asked:
    """What a house is asked about; nothing where its issue can be closed. `number` is that of the
    issue that is open, 0 where there is none, `before` what it says, `ticked` the keys of the
    boxes that somebody has ticked in it."""

    house: Municipality
    things: tuple[Thing, ...]
    number: int = 0
    before: str = ""
    ticked: frozenset[str] = frozenset()


def houses_to_ask(
    project: Project, slugs: Sequence[str], today: date, open_issues: Iterable[Mapping[str, Any]]
) -> Iterator[Asked]:
    """Each house that has something nobody has looked at for a year, or an issue that says so."""
    already = _by_house(open_issues)
    for slug in slugs or project.slugs():
        house = house_named(project, slug)
        if house is None:
            continue
        things = tuple(stale_things(house, today))
        number, body = already.get(slug, (0, ""))
        if things or number:
            yield Asked(house, things, number, body, ticked_in(body))


def _by_house(issues: Iterable[Mapping[str, Any]]) -> dict[str, tuple[int, str]]:
    """The oldest open issue of each house."""
    found: dict[str, tuple[int, str]] = {}
    for issue in sorted(issues, key=lambda one: -int(one["number"])):
        body = str(issue["body"]).replace("\r\n", "\n")
        found[house_in(body)] = (int(issue["number"]), body)
    return found
