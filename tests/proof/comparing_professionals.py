"""What those who send families on are told, on their page and on paper, held against the oracle."""

from __future__ import annotations

from collections.abc import Iterator

from html_tree import Element

from proof import read_back
from proof.built import Built
from proof.oracle import Oracle, Record
from proof.oracle_words import capital, in_a_row
from proof.tally import Tally
from proof.written import listed

ACCESS = {
    "open": "Åbent for alle",
    "sign_up": "Familien tilmelder sig selv",
    "referral": "Henvisning",
    "assessed": "Kommunens vurdering",
    "ask": "Spørg huset",
}
PAUSE = "Holder pause lige nu"
GROUPS = {
    "expecting": "gravide og kommende forældre",
    "parents": "alle forældre",
    "mothers": "mødre",
    "fathers": "fædre",
    "partners": "partnere og medforældre",
    "young_parents": "unge forældre",
    "children": "børn",
    "young_people": "unge",
}
# Whoever is one of these is among all parents.
PARENTS = {"mothers", "fathers", "young_parents"}
PROFESSIONS = {"gp": "egen læge", "midwife": "jordemoder", "daycare": "dagtilbud"}
Row = tuple[str, str, str, str, str]


def compare_professionals(tally: Tally, oracle: Oracle, built: Built) -> None:
    page = built.pages["fagfolk/"]
    tally.same("/fagfolk/, ways in", list(_ways(page)), list(_right_ways(oracle)))
    tally.same("/fagfolk/, offers", list(_rows(page)), list(_right_rows(oracle)))


def compare_overview(tally: Tally, oracle: Oracle, text: str) -> None:
    """The same on paper; whose number is on it, and each offer with the way into it."""
    text = " ".join(text.split())
    own = [value for key in ("phone", "email") if (value := oracle.for_professionals.get(key))]
    tally.same("overview: contact", [value for value in own if value not in text], [])
    theirs = oracle.contact.get("phone")
    tally.same("overview: number of families", theirs in text if theirs else False, theirs in own)
    rows = list(_right_rows(oracle))
    for title, audience, access, referred_by, _provider in rows:
        parts = [part for part in (title, audience, access, referred_by) if part]
        tally.same(f"overview: {title}", [part for part in parts if part not in text], [])
    paused = sum(row[2] == PAUSE for row in rows)
    tally.same("overview: paused", text.count(PAUSE), paused)


def _ways(page: Element) -> Iterator[tuple[str, str]]:
    main = next(page.all("main"))
    for one in next(iter(read_back.with_class(main, "action-list"))).all("a"):
        yield read_back.text_of(one), one["href"]


def _right_ways(oracle: Oracle) -> Iterator[tuple[str, str]]:
    contact = oracle.for_professionals
    if number := contact.get("phone"):
        yield f"Ring {number}", f"tel:+45{number.replace(' ', '')}"
    if form := contact.get("form"):
        yield "Udfyld formularen", form
    if mail := contact.get("email"):
        yield "Skriv en mail", f"mailto:{mail}"


def _rows(page: Element) -> Iterator[Row]:
    for table in read_back.with_class(page, "overview"):
        for row in next(table.all("tbody")).all("tr"):
            told = {cell["data-label"]: read_back.text_of(cell) for cell in row.all("td")}
            columns = ("Hvem", "Adgang", "Henvises af", "Står for det")
            who, access, referred_by, provider = (told.get(column, "") for column in columns)
            yield read_back.text_of(row.first("th")), who, access, referred_by, provider


def _right_rows(oracle: Oracle) -> Iterator[Row]:
    for offer in oracle.offers.values():
        status = offer.get("status", "active")
        if status in ("inactive", "defunct"):
            continue
        paused = status == "temporarily closed"
        yield (
            offer["title"],
            _for_whom(offer),
            PAUSE if paused else ACCESS[offer["access"]],
            capital(in_a_row([PROFESSIONS[name] for name in listed(offer.get("referred_by"))])),
            offer.get("provider", {}).get("name", "Kommunen"),
        )


def _for_whom(offer: Record) -> str:
    groups = capital(", ".join(GROUPS.get(name, name) for name in _named(offer)))
    age = offer.get("maximum_age")
    return ". ".join(filter(None, (groups, f"Børn op til {age}" if age else "")))


def _named(offer: Record) -> list[str]:
    """All parents, where nothing is written; «all parents» holds some of the others already."""
    named = listed(offer.get("audience")) or ["parents"]
    if "parents" not in named:
        return named
    rest = [name for name in named if name not in PARENTS | {"parents", "expecting"}]
    everyone = "alle forældre og kommende forældre"
    return [everyone if "expecting" in named else "parents", *rest]
