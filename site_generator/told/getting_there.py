"""TOLD: how to get to a place."""

from __future__ import annotations

from collections.abc import Iterator

from site_generator.language.spoken import _, in_danish, ngettext
from site_generator.schema.location import Place
from site_generator.schema.transport import GettingThere, Stop
from site_generator.told.facts import Fact
from site_generator.told.house import House
from site_generator.wording.in_words import in_a_row, words


def ways_to(house: House, place: Place) -> tuple[Fact, ...]:
    """How to get to a place, one fact for each way."""
    way = getting_there(house, place)
    return tuple(_way(way)) if way else ()


def way_in_short(house: House, place: Place) -> tuple[Fact, ...]:
    """How easy it is to get to a place, in one sentence; where nobody wrote one, every way."""
    way = getting_there(house, place)
    if way and way.summary:
        return (Fact("pin", place.name, words(way.summary)),)
    return ways_to(house, place)


def getting_there(house: House, place: Place) -> GettingThere | None:
    ways = house.municipality.transport.getting_there
    only_place = len(house.municipality.location.places) == 1
    return next((w for w in ways if w.place == place.id or (w.place is None and only_place)), None)


def _way(way: GettingThere) -> Iterator[Fact]:
    for stop in way.stops:
        yield Fact(
            stop.kind.value if stop.kind.value == "bus" else "train", stop.kind.label, _stop(stop)
        )
    for icon, label, text in (
        ("car", _("Bil"), way.car),
        ("wheelchair", _("Handicapparkering"), way.accessible_parking),
        ("bicycle", _("Cykel"), way.bicycle),
        ("pram", _("Barnevogn"), way.pram),
    ):
        if text:
            yield Fact(icon, label, words(text))


def _stop(stop: Stop) -> str:
    """For example «Linje 3 og 7A til Solsikkevej, og gå 2 minutter»."""
    where = _lines_to(stop) if stop.lines else stop.name
    if not stop.walk_minutes:
        return where
    return ngettext(
        "{stop}, og gå {count} minut",
        "{stop}, og gå {count} minutter",
        stop.walk_minutes,
        stop=where,
    )


def _lines_to(stop: Stop) -> str:
    numbered = all(line[0].isdigit() for line in stop.lines)
    lines = in_a_row([in_danish(line, untranslated=False) for line in stop.lines])
    if numbered:
        return _("Linje {lines} til {stop}", lines=lines, stop=stop.name)
    return _("{lines} til {stop}", lines=lines, stop=stop.name)
