"""IMPORTS: which of the house's places and offers a text means. Where it is not sure, nothing is
taken for granted: the text stays as it is, and somebody is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from site_generator.making.imports.rhythm import Fields
from site_generator.making.imports.sheet_columns import plain
from site_generator.schema.location import Place
from site_generator.schema.offers import Offer

_ALIKE = 0.75
_ENDINGS = re.compile(r"(?<=\w{5})(?:et|en)s?\b")
_ON_THE_NET = ("teams", "zoom", "google meet", "https", "skype", "online", "webinar")


@dataclass(frozen=True)
class Matched:
    """Fields for `events.yml`, and what must be asked, in Danish; empty where nothing must."""

    fields: Fields
    question: str = ""


def place_of(location: str, places: Sequence[Place]) -> Matched:
    """`place` where the text is one of the places, else `venue` with the text itself."""
    said = plain(location)
    if not said:
        return Matched({})
    for place in places:
        if said in _names(place) or _has(said, _street(place)):
            return Matched({"place": place.id})
    if any(word in location.lower() for word in _ON_THE_NET):
        question = f"«{location[:60]}» er på nettet. Skriv linket i «online», hvis det er for alle."
        return Matched({}, question)
    alike = most_like(said, [(place.id, name) for place in places for name in _names(place)])
    question = f"Er «{location[:60]}» stedet «{alike}»? Så skriv «place: {alike}» i stedet for "
    return Matched({"venue": location}, f"{question}«venue»." if alike else "")


def _names(place: Place) -> set[str]:
    street = _street(place)
    return {name for name in (plain(place.id), plain(place.name), street) if name}


def _street(place: Place) -> str:
    return plain(place.address.street) if place.address else ""


def offer_of(title: str, offer: str, offers: Sequence[Offer]) -> Matched:
    """`offer` where the text is one of the offers, with `title` where it has a name of its own."""
    names = [(one.id, name) for one in offers for name in (plain(str(one.title)), plain(one.id))]
    wanted = plain(offer or title)
    found = next((one for one in offers if wanted in (plain(str(one.title)), plain(one.id))), None)
    if found:
        same = plain(title) in (plain(str(found.title)), plain(found.id))
        fields: Fields = {"offer": found.id} if same else {"offer": found.id, "title": title}
        return Matched(fields)
    alike = most_like(wanted, names)
    question = f"Hører «{title}» til tilbuddet «{alike}»? Så skriv «offer: {alike}»."
    return Matched({"title": title}, question if alike else "")


def most_like(said: str, names: Sequence[tuple[str, str]]) -> str | None:
    """The first of the pair whose name (as `plain` has it) is as good as the text, or stands in it,
    or the other way round."""
    within = [(len(name), id_) for id_, name in names if _has(said, name) or _has(name, said)]
    if within:
        return max(within)[1]
    alike = [(ratio, id_) for id_, ratio in _alike(said, names) if ratio >= _ALIKE]
    return max(alike)[1] if alike else None


def _alike(said: str, names: Sequence[tuple[str, str]]) -> Iterator[tuple[str, float]]:
    for id_, name in names:
        yield id_, SequenceMatcher(a=said[:100], b=name[:100]).ratio()


def _has(text: str, words: str) -> bool:
    return len(words) > 3 and f" {_uninflected(words)} " in f" {_uninflected(text)} "


def _uninflected(words: str) -> str:
    """«biblioteket» and «bibliotekets» are «bibliotek»."""
    return _ENDINGS.sub("", words)
