"""What paper, the posts and the pages without a network tell, held against the oracle."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import date, timedelta

from html_tree import Element
from printed import text_of

from proof import read_back
from proof.built import Built
from proof.comparing_professionals import compare_overview
from proof.oracle import Opening, Oracle
from proof.oracle_activities import Time
from proof.oracle_hours import Week
from proof.oracle_words import (
    NOT_KNOWN,
    capital,
    closed_in_words,
    day_and_month,
    days_of,
    hours_in_a_list,
    hours_in_words,
    in_a_row,
    of_month,
    state_in_words,
    when_with_date,
    with_year,
)
from proof.tally import Tally
from proof.written import DAY, UGEDAGE, Hours

SOON = timedelta(days=60)
A_MONTH = timedelta(days=31)
DIFFERENT = "Tiderne er forskellige fra sted til sted. Scan koden, og se dem."
MORE = "Der sker mere. Scan koden, og se resten."


def compare_posts(tally: Tally, oracle: Oracle, built: Built) -> None:
    posts = dict(_posts(built.pages["flyers/"]))
    hours = [line for line in posts["Digital Post"] if _tells_hours(line)]
    tally.same("Digital Post, hours", hours, _hours_in_a_post(oracle))
    for channel in ("Aula", "Sociale medier"):
        told = [line for line in posts[channel] if _tells_hours(line)]
        right = _hours_in_a_post(oracle) if _all_closed(oracle) else []
        right = [line for line in right if "Lukket" in line]
        tally.same(f"{channel}, hours", told, right)
    activities = [line for line in posts["Aula"] if re.match(r"\w+dag \d+\. .*: ", line)]
    near = [one for one in oracle.coming if oracle.can_be_joined(one)][:3]
    right = [f"{when_with_date(one)}: {oracle.title(one)}" for one in near]
    tally.same("Aula, activities", activities, right)
    only = next(iter(oracle.places.values())) if len(oracle.places) == 1 else None
    come = only is not None and "address" in only and not _all_closed(oracle)
    for channel, lines in posts.items():
        invites = any(line.startswith("Kom forbi") for line in lines)
        tally.same(f"{channel}, come by", invites, come)


def _posts(page: Element) -> list[tuple[str, list[str]]]:
    found = []
    for post in read_back.with_class(page, "copy-text"):
        (text,) = read_back.with_class(post, "copy-text__text")
        lines = [line for part in text.all("p") for line in _lines(part)]
        found.append((read_back.text_of(post.first("h3")), lines))
    return found


def _lines(paragraph: Element) -> list[str]:
    lines = [""]
    for child in paragraph.children:
        if isinstance(child, str):
            lines[-1] += child
        elif child.tag == "br":
            lines.append("")
    return [" ".join(line.translate(read_back.ISOLATING).split()) for line in lines]


def _tells_hours(line: str) -> bool:
    return any(word in line for word in ("har åbent", "Lukket", NOT_KNOWN))


def _hours_in_a_post(oracle: Oracle) -> list[str]:
    doors = _doors_now(oracle)
    weeks = zip(doors, _in_short(oracle, doors), strict=False)
    lines = (_in_a_line(name, now, how_long(oracle, door)) for door, (name, now) in weeks)
    return [line for line in lines if line]


def _doors_now(oracle: Oracle) -> list[Opening]:
    return [
        door
        for door in oracle.doors
        if oracle.hours.of("house", door.place) or oracle.hours.closing(door.place, oracle.today)
    ]


def _in_a_line(name: str, now: Now, until: str) -> str:
    if isinstance(now, str):
        return f"{name}: {now}" if name else now
    days = in_a_row([f"{days.lower()} {text}" for days, text in spans(now.days)])
    return f"{name or 'Vi'} har åbent {days}. {until}".rstrip() if days else ""


def _all_closed(oracle: Oracle) -> bool:
    places: list[str | None] = [*oracle.places] or [None]
    return all(oracle.hours.closing(place, oracle.today) for place in places)


# What holds now: a week, or a sentence in place of one.
Now = Week | str


def _now(oracle: Oracle, opening: Opening) -> Now:
    door = opening.kind == "house"
    closing = oracle.hours.closing(opening.place, oracle.today) if door else None
    if closing:
        return closed_in_words(closing)
    week = oracle.hours.week(opening.kind, opening.place, oracle.today)
    ask = oracle.whom_to_ask(opening.kind)
    return week or (f"{NOT_KNOWN}. {ask}" if ask else f"{NOT_KNOWN}.")


def _in_short(oracle: Oracle, openings: Sequence[Opening]) -> list[tuple[str, Now]]:
    """One for each, with its name; a single one without where all say the same."""
    told = [(opening, _now(oracle, opening)) for opening in openings]
    said = {
        now if isinstance(now, str) else (tuple(spans(now.days)), how_long(oracle, opening))
        for opening, now in told
    }
    if len(said) > 1:
        return [(opening.label, now) for opening, now in told]
    return [("", now) for _, now in told[:1]]


def how_long(oracle: Oracle, opening: Opening) -> str:
    """A week that another follows soon says its last day."""
    now, at = _what_holds(oracle, opening, oracle.today), oracle.today
    while at - oracle.today <= SOON and _what_holds(oracle, opening, at + DAY) is now:
        at += DAY
    return f"Gælder til og med {with_year(at)}." if at - oracle.today <= SOON else ""


def _what_holds(oracle: Oracle, opening: Opening, at: date) -> object:
    door = opening.kind == "house"
    closing = oracle.hours.closing(opening.place, at) if door else None
    return closing or oracle.hours.week(opening.kind, opening.place, at)


def spans(days: Sequence[Hours]) -> list[tuple[str, str]]:
    """The open days of a week, neighbours with the same hours together."""
    found: list[tuple[int, int, Hours]] = []
    for n, hours in enumerate(days):
        if found and found[-1][2] == hours:
            found[-1] = (found[-1][0], n, hours)
        else:
            found.append((n, n, hours))
    return [
        (capital(UGEDAGE[a]) + (f"–{UGEDAGE[b]}" if b > a else ""), hours_in_words(hours))
        for a, b, hours in found
        if not hours.closed
    ]


# Paper


def compare_paper(tally: Tally, oracle: Oracle, built: Built) -> None:
    sheets = {name: _text(pdf) for name, pdf in built.paper().items()}
    if not sheets:
        return
    tally.papers += 1
    tally.same("paper: which", sorted(sheets), ["flyer", "maaned", "overblik", "venter"])
    compare_overview(tally, oracle, sheets.pop("overblik"))
    for name, text in sheets.items():
        _hours(tally, oracle, text, name)
        _phone(tally, oracle, text, name)
    _flyer(tally, oracle, sheets["flyer"])
    _month(tally, oracle, sheets["maaned"])


def _text(pdf: bytes) -> str:
    """The dot between an activity and its place is there only where they share a line."""
    return text_of(pdf).translate(read_back.ISOLATING).replace(" ·", "")


def _hours(tally: Tally, oracle: Oracle, text: str, name: str) -> None:
    """The whole of the hours in one piece; of several places that differ at least that."""
    told = _in_short(oracle, _doors_now(oracle))
    if not told:
        tally.holds(f"{name}: no hours", "Åbningstider" not in text)
    elif len(told) > 1:
        names = all(label in text for label, _ in told)
        tally.holds(f"{name}: each place's hours", DIFFERENT in text or names)
        for door, (_, now) in zip(_doors_now(oracle), told, strict=True):
            until = "" if isinstance(now, str) else how_long(oracle, door)
            tally.holds(f"{name}: «{until}» of {door.label}", DIFFERENT in text or until in text)
    else:
        rows = _rows(oracle, _doors_now(oracle)[0], told[0][1])
        tally.holds(f"{name}: «{rows}» stands in «{text}»", f"Åbningstider {rows}" in text)


def _rows(oracle: Oracle, opening: Opening, now: Now) -> str:
    if isinstance(now, str):
        return now
    rows = [f"{days} {hours}" for days, hours in spans(now.days)]
    return " ".join(filter(None, [*rows, how_long(oracle, opening)]))


def _phone(tally: Tally, oracle: Oracle, text: str, name: str) -> None:
    told = _in_short(oracle, oracle.phones)
    if len(told) != 1 or "phone" not in oracle.contact:
        tally.holds(f"{name}: no telephone hours", "Telefonen er åben" not in text)
        return
    rows = _rows(oracle, oracle.phones[0], told[0][1])
    tally.holds(f"{name}: «{rows}» stands in «{text}»", f"Telefonen er åben {rows}" in text)


def _flyer(tally: Tally, oracle: Oracle, text: str) -> None:
    """The next three that are held, what one can join before what is full."""
    held = [one for one in oracle.coming if one.state != "cancelled"]
    lines = [_line(oracle, one) for one in sorted(held, key=oracle.full)[:3]]
    whole = f"Det sker {' '.join(lines)} Koden"
    if lines:
        tally.holds(f"flyer: «{whole}» stands in «{text}»", whole in text)
    else:
        tally.holds("flyer: no activities", "Det sker" not in text)


def _line(oracle: Oracle, one: Time, *, dated: bool = True) -> str:
    place, full = oracle.where(one), oracle.full(one)
    title = oracle.title(one) + (f" {place}" if place else "")
    state = state_in_words(one, full=full)
    day = days_of(one) if dated else ""
    return " ".join(filter(None, [day, hours_in_a_list(one), title, state, oracle.note(one)]))


def _month(tally: Tally, oracle: Oracle, text: str) -> None:
    """All of a month from today in order; a day's date stands once. Where there is no room for
    all, the sheet says so."""
    last = oracle.today + A_MONTH - DAY
    period = f"Fra {of_month(oracle.today)} til {with_year(last)}."
    tally.holds(f"month: «{period}» stands in «{text}»", period in text)
    near = [one for one in oracle.coming if one.date <= last]
    lines = [(one.date, 1, days_of(one), _line(oracle, one, dated=False)) for one in near]
    for first, until, said in _closed_days(oracle, last):
        days = capital(day_and_month(first))
        days += f" til {day_and_month(until)}" if until > first else ""
        lines.append((first, 0, days, said))
    told, before = [], ""
    for _, _, days, line in sorted(lines, key=lambda line: line[:2]):
        told.append(line if days == before else f"{days} {line}")
        before = days
    shown = text.partition(period)[2]
    if MORE not in shown:
        tally.holds(f"month: «{' '.join(told)}» stands in «{shown}»", " ".join(told) in shown)
        return
    room = next(n for n in range(len(told), -1, -1) if " ".join(told[:n]) in shown)
    tally.holds(f"month: some of «{told}» stand in «{shown}»", room > 0)


def _closed_days(oracle: Oracle, last: date) -> list[tuple[date, date, str]]:
    found: list[tuple[date, date, str]] = []
    for at in oracle.days((last - oracle.today).days + 1):
        said = oracle.closed_on(at)
        if said and found and found[-1][2] == said and found[-1][1] == at - DAY:
            found[-1] = (found[-1][0], at, said)
        elif said:
            found.append((at, at, said))
    return found


# Without a network


def compare_offline(tally: Tally, oracle: Oracle, built: Built) -> None:
    """Besides its own hours and numbers: the pages that were compared are those that are kept."""
    kept = ["", "find-os/", *["kalender/"] * bool(oracle.events)]
    page = built.pages["uden-net/"]
    links = {link["href"].removeprefix("../") for link in page.first("main").all("a")}
    tally.same("offline page", links & {"", "find-os/", "kalender/"}, set(kept))
    numbers = {link["href"] for link in page.first("main").all("a") if link["href"][:4] == "tel:"}
    named = [oracle.contact.get("phone"), *(p.get("phone") for p in oracle.places.values())]
    right = {f"tel:+45{phone.replace(' ', '')}" for phone in named if phone}
    tally.same("offline page, numbers", numbers, right)
    lead = read_back.text_of(next(read_back.with_class(page, "lead")))
    tally.holds(f"offline page: «{lead}» says its day", with_year(oracle.today) in lead)
    found = re.search(r'\{"version".*?\}(?=[;\s)])', built.worker, re.DOTALL)
    assert found
    pages = set(json.loads(found[0])["pages"])
    for language in oracle.languages:
        root = "" if language == "da" else f"{language}/"
        tally.holds(f"kept in {language}", {f"{root}{one}" for one in kept} <= pages)
