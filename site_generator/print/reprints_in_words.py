"""PAGES: what must be printed again, as sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from site_generator.print.reprints import Reprint
from site_generator.schema.flyers import Flyer
from site_generator.wording.in_words import in_a_row, words


def paper_in_words(found: Iterable[Reprint]) -> Iterator[str]:
    """Those that are wrong first, for the same reason together."""
    everything = list(found)
    groups: dict[tuple[str, ...], list[str]] = {}
    for one in everything:
        if one.kind == "changed":
            groups.setdefault(one.facts, []).append(_named(one.flyer))
    yield from _changed(groups)
    for one in everything:
        if one.kind == "new":
            yield f"Nyt at trykke: {_named(one.flyer)}."
        elif one.kind == "gone":
            yield f"Bliver ikke trykt mere: {_named(one.flyer)}. Tag de gamle ned."


def _changed(groups: Mapping[tuple[str, ...], Sequence[str]]) -> Iterator[str]:
    for facts, flyers in sorted(groups.items(), key=lambda group: not group[0]):
        named = in_a_row(flyers)
        if facts:
            yield f"Tryk igen: {named}. De gamle er forkerte, hvor de hænger ({in_a_row(facts)})."
        else:
            yield f"Kan trykkes igen: {named}. De gamle er ikke forkerte."


def _named(flyer: Flyer) -> str:
    kind = flyer.kind.label
    return f"{kind[:1].lower()}{kind[1:]} «{words(flyer.title)}»"
