"""Houses made at random, as the author files that an editor would write."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import yaml
from hypothesis import strategies as st

from proof.oracle_activities import EventOracle
from proof.oracle_hours import HoursOracle
from proof.written import UGEDAGE, WEEKDAYS, read

Draw = Callable[[st.SearchStrategy[Any]], Any]
Record = dict[str, Any]

# A week 53 and the week 1 after it, Christmas, Easter with the clocks put forward, Whitsun, the
# summer, the clocks put back, a leap day, 5 June that is also Whit Monday.
TODAYS = (
    *(date(2026, 11, 25), date(2026, 12, 20), date(2026, 12, 24), date(2026, 12, 30)),
    *(date(2027, 1, 4), date(2027, 2, 12), date(2027, 3, 18), date(2027, 3, 26)),
    *(date(2027, 5, 1), date(2027, 5, 30), date(2027, 7, 5), date(2027, 8, 9)),
    *(date(2027, 10, 28), date(2028, 2, 27), date(2028, 5, 31), date(2032, 12, 26)),
)


@dataclass(frozen=True)
class Written:
    """A house as files, and the day on which it is built."""

    today: date
    files: dict[str, str] = field(default_factory=dict)


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


def as_yaml(data: Any) -> str:
    return yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1000)


TIMES = ("9.00-15.30", "9-12", "10.30-12.15", "13-18", "18-24", "19.00-01.00", "hele døgnet")
DAYS = st.sampled_from(
    (
        *("lukket", "lukket", "lukket", "9-15", "9.00-15.30", "10-12", "10-12", "efter aftale"),
        *("12-16 og efter aftale", "9-12 og 13.00-15.30", "18-24", "19.00-01.00", "hele døgnet"),
    )
)
OTHERWISE = st.sampled_from(
    (
        *("lukket", "lukket", "lukket", "10-12", "9-20", "efter aftale", "ukendt"),
        *("11.30-14.00 og efter aftale", "18-24"),
    )
)
REASONS = st.sampled_from(("", "Kursus", "Vi maler", "Juleferie", "Personaledag", "Åbent hus"))


_ON_A4 = {"paper": ["a4"], "title": "Kom ind", "languages": ["da"]}
FLYERS = {
    "flyers": [
        {"id": "flyer", "code": "f", "kind": "flyer", "sentence": "Kom.", "events": "3"} | _ON_A4,
        {"id": "venter", "code": "v", "kind": "waiting_room", "sentence": "Kom."} | _ON_A4,
        {"id": "maaned", "code": "m", "kind": "month"} | _ON_A4,
        {"id": "overblik", "code": "o", "kind": "overview", "show_hours": "nej"} | _ON_A4,
    ]
}


@st.composite
def houses(draw: st.DrawFn) -> Written:
    today = draw(st.sampled_from(TODAYS))
    places = draw(st.sampled_from(((), ("hus",), ("hus",), ("hus",), ("hus", "bib"))))
    hours = _hours(draw, today, places) if draw(st.integers(0, 9)) else {}
    data = {
        "site.yml": _site(draw),
        "location.yml": {"places": [_place(place) for place in places]} if places else None,
        "opening_hours.yml": hours or None,
        "offers.yml": {"offers": [_cafe(draw), _course(draw), _talks(draw)]},
        "events.yml": {"events": _events(draw, today, places)},
        "flyers.yml": FLYERS,
    }
    return Written(today, {name: as_yaml(file) for name, file in data.items() if file})


def _near(draw: Draw, today: date, before: int = 20, after: int = 75) -> date:
    return today + timedelta(days=draw(st.integers(-before, after)))


def _some(draw: Draw, *values: Any) -> Any:
    return draw(st.sampled_from(values))


def _site(draw: Draw) -> Record:
    contact: Record = {}
    kind = _some(draw, "both", "phone", "email", "form")
    if kind in ("both", "phone"):
        contact["phone"] = "00 00 00 10"
    if kind in ("both", "email"):
        contact["email"] = "hus@eksempel.dk"
    if kind == "form":
        contact["form"] = "https://www.eksempel.dk/skriv"
    ways = _some(draw, None, {}, {"phone": "00 00 00 20"}, {"email": "fag@eksempel.dk"}, BOTH)
    return {
        "name": "Familiens Hus",
        "municipality": "Testkommune",
        "status": "demo",
        "headline": "Et hus for alle familier",
        "intro": "Her er kaffe på kanden.",
        "access": _some(draw, "open", "both"),
        "languages": _some(draw, ["da"], ["da", "en"], ["da", "en", "uk", "ar"]),
        "contact": contact,
    } | ({} if ways is None else {"professionals": {"intro": "Til dig, der henviser."} | ways})


BOTH = {"phone": "00 00 00 20", "email": "fag@eksempel.dk"}
NAMES = {"hus": "Solhuset", "bib": "Biblioteket"}


def _place(place: str) -> Record:
    street = {"hus": "Solvej 1", "bib": "Bogvej 2"}[place]
    address = {"street": street, "postal_code": "0000", "city": "Eksempelby"}
    return {"id": place, "name": NAMES[place], "address": address}


# Hours


def _hours(draw: Draw, today: date, places: tuple[str, ...]) -> Record:
    file: Record = {"house": _house_weeks(draw, today, places)}
    if not draw(st.integers(0, 9)):
        file = {"by_appointment": "Ring, og lav en aftale."}
    phones: list[str | None] = _some(draw, [], [None], [None])
    if len(places) > 1 and _some(draw, True, False, False):
        phones = list(places)
    if phones:
        file["phone"] = [w for phone in phones for w in _weeks(draw, today, phone)]
    if _some(draw, False, True, True):
        file["holidays"] = _holidays(draw)
    named = [[], [], *([place] for place in places)]
    file["exceptions"] = [_exception(draw, today, named) for _ in range(draw(st.integers(0, 5)))]
    file["temporarily_closed"] = [
        _closing(draw, today, named) for _ in range(_some(draw, 0, 0, 1, 1, 2))
    ]
    if _some(draw, True, False):
        file["school_holidays"] = [_school_holiday(draw, today)]
    return {key: value for key, value in file.items() if value}


def _house_weeks(draw: Draw, today: date, places: tuple[str, ...]) -> list[Record]:
    if len(places) < 2:
        return _weeks(draw, today, _some(draw, None, *places))
    together = _some(draw, False, False, False, True)
    weeks = _weeks(draw, today, None) if together else []
    if not together and _some(draw, *[False] * 4, True):
        # Of the other only single days are written.
        return _weeks(draw, today, places[0])
    for place in places:
        if not together or _some(draw, True, False, False):
            weeks += _weeks(draw, today, place)
    return draw(st.permutations(weeks))


def _weeks(draw: Draw, today: date, place: str | None) -> list[Record]:
    """The usual week, perhaps with an end, and perhaps a season that is shorter."""
    usual = _week(draw, place)
    kind = _some(draw, "always", "always", "always", "ends", "begins")
    if kind == "ends":
        usual["valid_to"] = str(_near(draw, today, 40))
    if kind == "begins":
        usual["valid_from"] = str(_near(draw, today, 40))
    weeks = [usual]
    for _ in range(_some(draw, 0, 0, 1, 1, 2)):
        first = _near(draw, today, 40)
        season = _week(draw, place) | {
            "valid_from": str(first),
            "valid_to": str(first + timedelta(days=draw(st.integers(0, 60)))),
        }
        if _some(draw, True, False, False):
            season |= _as_weeks(first)
        weeks.append(season)
    return draw(st.permutations(weeks))


def _as_weeks(first: date) -> Record:
    year, number, _ = first.isocalendar()
    number = min(number, 50)
    return {"valid_from": f"uge {number} {year}", "valid_to": f"uge {number + 2} {year}"}


def _week(draw: Draw, place: str | None) -> Record:
    if _some(draw, True, False, False):
        days = {
            "man-tor": draw(DAYS),
            "fre": draw(DAYS),
            "lør og søn": _some(draw, "lukket", "10-12"),
        }
    else:
        days = {name: draw(DAYS) for name in WEEKDAYS}
    if all(value == "lukket" for value in days.values()):
        days[next(iter(days))] = "9-15"
    return ({"place": place} if place else {}) | {"week": days}


def _holidays(draw: Draw) -> Record:
    said = st.sampled_from(("lukket", "lukket", "10-12", "ukendt", "efter aftale"))
    keys = ("labour_day", "constitution_day", "christmas_eve", "new_years_eve")
    own = {key: draw(said) for key in keys if _some(draw, True, False)}
    return {"public_holidays": draw(said)} | own


def _exception(draw: Draw, today: date, named: list[list[str]]) -> Record:
    first = _near(draw, today)
    kind = _some(
        draw, "date", "date", "date", "span", "span", "weeks", "year", "year span", "weeks+"
    )
    year, number, _ = first.isocalendar()
    past = first.year - _some(draw, 0, 1, 2)
    found: Record = {
        "date": {"date": str(first)},
        "span": {
            "from": str(first),
            "to": str(first + timedelta(days=_some(draw, 1, 2, 6, 13, 30))),
        },
        "weeks": {"weeks": f"uge {number} {year}"},
        "weeks+": {"weeks": f"uge {number}", "every_year": "ja"},
        "year": {"date": f"{past}-{first.month:02}-{min(first.day, 28):02}", "every_year": "ja"},
        "year span": _year_span(first, past),
    }[kind]
    found = {**found, "hours": draw(OTHERWISE)}
    if reason := draw(REASONS):
        found["reason"] = reason
    if applies := _some(draw, "", "", "", "house", "phone", "both"):
        found["applies_to"] = applies
    if places := _some(draw, *named):
        found["places"] = places
    return found


def _year_span(first: date, past: int) -> Record:
    begins = date(past, first.month, min(first.day, 28))
    return {"from": str(begins), "to": str(begins + timedelta(days=9)), "every_year": "ja"}


def _closing(draw: Draw, today: date, named: list[list[str]]) -> Record:
    first = _near(draw, today, 10, 60)
    found: Record = {"from": str(first), "reason": _some(draw, "Vandskade", "Vi bygger om.")}
    if (length := _some(draw, 0, 4, 12, 40, None)) is not None:
        found["until"] = str(first + timedelta(days=length))
    if _some(draw, True, False):
        found["instead"] = "Ring til os."
    if places := _some(draw, *named):
        found["places"] = places
    return found


def _school_holiday(draw: Draw, today: date) -> Record:
    first = _near(draw, today)
    year, number, _ = first.isocalendar()
    if _some(draw, True, False):
        return {"name": "Ferie", "weeks": f"uge {number} {year}"}
    return {"name": "Ferie", "from": str(first), "to": str(first + timedelta(days=8))}


# Offers and activities


def _cafe(draw: Draw) -> Record:
    return (
        {
            "id": "cafe",
            "title": "Babycafé",
            "summary": "Mød andre med små børn.",
            "topics": ["baby"],
            "access": "open",
            "audience": _some(draw, ["parents"], ["mothers", "expecting"]),
        }
        | _some(draw, {}, {"cost": "gratis"}, {"cost": "20 kr."})
        | _status(draw)
    )


def _status(draw: Draw) -> Record:
    """One in four pauses or has ended, and may say why."""
    status = _some(draw, *["active"] * 6, "temporarily closed", "inactive", "defunct")
    reason = _some(draw, {}, {"status_reason": "Vi mangler et lokale."})
    return {"status": status} | ({} if status == "active" else reason)


def _course(draw: Draw) -> Record:
    sign_up = _some(
        draw,
        {"phone": "00 00 00 12"},
        {"email": "tilmeld@eksempel.dk"},
        {"link": "https://www.eksempel.dk/kursus"},
        {"link": "https://www.eksempel.dk/kursus", "phone": "00 00 00 12"},
        None,
    )
    course = {
        "id": "kursus",
        "title": "Søvnkursus",
        "summary": "Bliv klogere på søvn.",
        "topics": ["sleep"],
        "access": "sign_up",
        "audience": _some(draw, ["parents"], ["fathers"]),
    }
    return course | ({"sign_up": sign_up} if sign_up else {}) | _status(draw)


def _talks(draw: Draw) -> Record:
    """What professionals send families to; no activity belongs to it."""
    return {
        "id": "samtaler",
        "title": "Samtaler",
        "summary": "Tal med en, der lytter.",
        "topics": ["advice"],
        "access": _some(draw, "referral", "assessed", "ask"),
        "audience": _some(draw, ["parents"], ["mothers", "fathers"]),
        "status": _some(draw, "active", "temporarily closed", "inactive"),
    } | _some(
        draw,
        *({}, {"referred_by": ["gp"]}, {"referred_by": ["gp", "midwife"]}),
        {"maximum_age": "2 år"},
        {"provider": {"name": "Mødrehjælpen", "sector": "civil_society"}},
    )


def _events(draw: Draw, today: date, places: tuple[str, ...]) -> list[Record]:
    count = draw(st.integers(0, 4))
    return [_event(draw, today, places, number) for number in range(count)]


def _event(draw: Draw, today: date, places: tuple[str, ...], number: int) -> Record:
    event: Record = {"id": f"akt-{number}"}
    offer = _some(draw, "cafe", "kursus", None)
    if offer:
        event["offer"] = offer
    if not offer or _some(draw, True, False):
        event["title"] = f"Aktivitet {'ABCD'[number]}"
    event |= _rule(draw, today)
    event |= _some(
        draw,
        *({"time": "10-12"}, {"time": "9.30-11.00"}, {"time": "17.00-19.30"}, {"time": "18-24"}),
        *({"time": "19.00-9.00"}, {"time": "hele dagen"}, {"time": "13-15"}),
        {"time": "16.00-12.00", "days": 3} if "every" not in event else {"time": "10-12"},
        {"time": "10-24", "days": 2},
        {"time": "hele dagen", "days": 2},
    )
    event |= _where(draw, places)
    event |= _ways(draw, today)
    for key, values in _HOUSE_RULES.items():
        if value := _some(draw, *values):
            event[key] = value
    return event | _changes(draw, event, today, places)


_HOUSE_RULES = {
    "on_public_holidays": ("", "", "keep"),
    "when_house_is_closed": ("", "", "keep"),
    "in_school_holidays": ("", "", "skip"),
}


def _rule(draw: Draw, today: date) -> Record:
    first = _near(draw, today, 40, 40)
    kind = _some(draw, "date", "dates", "weekly", "weekly", "weekly", "monthly", "course", "every")
    weekday = UGEDAGE[draw(st.integers(0, 6))]
    other = UGEDAGE[draw(st.integers(0, 6))]
    until = {"until": str(first + timedelta(days=draw(st.integers(20, 150))))}
    if kind == "date":
        return {"date": str(_near(draw, today, 10))}
    if kind == "dates":
        return {"dates": [str(first + timedelta(days=7 * n)) for n in range(4)]}
    if kind == "monthly":
        rules = (
            *(f"første {weekday}", f"første og tredje {weekday}", f"femte {weekday}"),
            *(f"sidste {weekday}", "den 15.", "den 31.", "sidste dag"),
        )
        return {"monthly": _some(draw, *rules), "from": str(first)} | _some(draw, {}, until)
    if kind == "every":
        rule = {"weekly": weekday, "every": _some(draw, "2", "2", "3")}
        return {**rule, "from": str(first)} | until
    if kind == "course":
        meetings = {"meetings": str(draw(st.integers(2, 6)))}
        return {"weekly": weekday, "from": str(first)} | meetings
    plain = ({"weekly": weekday}, {"weekly": [weekday, other] if other != weekday else weekday})
    weeks = _some(draw, "lige", "ulige", "uge 50-2", "1-12, 20", "45-10")
    numbered = {"weekly": weekday, "weeks": weeks}
    parity = {"weekly": f"{weekday} i {_some(draw, 'lige', 'ulige')} uger"}
    rule = _some(draw, *plain, numbered, parity)
    return rule | {"from": str(first)} | _some(draw, {}, until, until)


def _where(draw: Draw, places: tuple[str, ...]) -> Record:
    at_places = [{"place": place} for place in places]
    nowhere = [{}] if len(places) < 2 else []
    beside = ({"venue": "Skoven"}, {"online": "https://www.eksempel.dk/moede"})
    return dict(_some(draw, *nowhere, *at_places, *at_places, *beside))


def _ways(draw: Draw, today: date) -> Record:
    opens, closes = _near(draw, today, 20, 20), _near(draw, today, 10, 20)
    own = (
        {"phone": "00 00 00 13"},
        {"link": "https://www.eksempel.dk/med", "opens": str(opens)},
        {"email": "med@eksempel.dk", "closes": str(closes)},
        {"phone": "00 00 00 13", "opens": str(min(opens, closes)), "closes": str(closes)},
        {"closes": str(closes)},
    )
    sign_up = _some(draw, None, None, *own)
    found: Record = {"sign_up": sign_up} if sign_up else {}
    found |= _some(draw, {}, {}, {"cost": "gratis"}, {"cost": "50 kr."})
    return found | _some(draw, {}, {}, {}, {"full": "ja"})


def _changes(draw: Draw, event: Record, today: date, places: tuple[str, ...]) -> Record:
    """What the author says of single dates; only dates that the activity has can be changed."""
    oracle = EventOracle(read(as_yaml(event)), HoursOracle({}, places), today)
    dates = [at for at in oracle.fates if abs((at - today).days) < 60]
    count = min(len(dates), draw(st.integers(0, 3)))
    chosen = draw(st.permutations(dates))[:count] if count else []
    found: Record = {}
    for at in chosen:
        for key, values in _change(draw, at, event, places).items():
            found.setdefault(key, []).extend(values)
    if "weekly" in event and "meetings" not in event and _some(draw, *[False] * 5, True):
        found.setdefault("skip", []).append({"weeks": str(today.isocalendar().week)})
    return found


def _change(draw: Draw, at: date, event: Record, places: tuple[str, ...]) -> Record:
    to = at + timedelta(days=_some(draw, 1, 2, 3, -1))
    again = to + timedelta(days=_some(draw, 1, 2))
    moved: Record = {"date": str(at), "to": str(to)}
    if _some(draw, True, False):
        moved["reason"] = _some(draw, "Lokalet er optaget", "Regn.")
    if places and "place" in event and _some(draw, True, False, False):
        moved["place"] = _some(draw, *places)
    timed = {} if int(event.get("days", 1)) > 1 else {"time": "14-15"}
    kinds: tuple[Record, ...] = (
        {"moved": [moved]},
        {"moved": [moved, {"date": str(to), "to": str(again), "reason": "Sygdom"}]},
        {"moved": [{"date": str(at), "to": str(at), **timed}]} if timed else {"moved": [moved]},
        {"moved": [moved], "cancelled": [{"date": str(to), "reason": "Sygdom"}]},
        {"cancelled": [{"date": str(at), "reason": _some(draw, "Sygdom", "Storm.")}]},
        {"skip": [{"date": str(at)}]},
        {"skip": [{"from": str(at), "to": str(at + timedelta(days=8)), "reason": "Ferie"}]},
        {"add": [{"date": str(to), **_some(draw, {}, timed)}]},
        {"add": [{"date": str(at), **(timed or {"time": "14-15"})}]},
    )
    return dict(_some(draw, *kinds))
