"""One account: what every medium tells of houses made at random, against an oracle.

The houses, the oracle and the reading back are in `proof/`. `make test` makes 100 houses and
`make test-all` 1,000; each is built for a day in one of many seasons.
"""

from __future__ import annotations

import ast
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from proof.built import build, errors_of
from proof.comparing import compare
from proof.houses import FLYERS, Written, as_yaml, houses
from proof.tally import Tally
from proof.written import read
from test_cases import HOUSE
from test_handbook import yaml_examples

from site_generator.records.municipality import AUTHOR_FILES

HERE = Path(__file__).parent
# Hypothesis tries the same houses each time, so that a test never fails by chance.
SETTINGS = settings(
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
EVERY = 5


def compared(written: Written, *, paper: bool) -> Tally:
    """All comparisons of one house; none where `check` would have stopped its author."""
    built = build(written)
    return compare(written, built, paper=paper) if built else Tally()


@settings(SETTINGS, max_examples=100)
@given(houses())
def test_every_medium_says_what_the_oracle_says(written: Written) -> None:
    tally = compared(written, paper=_is_chosen(written))
    assert tally.disagreements == []


@pytest.mark.slow
def test_a_thousand_houses(capsys: pytest.CaptureFixture[str]) -> None:
    total = Tally()

    @settings(SETTINGS, max_examples=1300)
    @given(houses())
    def run(written: Written) -> None:
        if total.houses < 1000:
            tally = compared(written, paper=_is_chosen(written))
            total.add(tally)
            assert tally.disagreements == []

    run()
    with capsys.disabled():
        print(
            f"\n{total.houses} houses, {total.papers} with their paper, "
            f"{total.comparisons} comparisons, 0 disagreements"
        )
    assert total.houses == 1000
    assert total.papers > 1000 / EVERY / 2


# Cases that once failed: files of a house, and the days on which it is built.


CASES = sorted((HERE / "cases" / "proof").glob("*.yml"))


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_case(file: Path) -> None:
    case = yaml.safe_load(file.read_text("utf-8"))
    for number, today in enumerate(case["dates"]):
        written = Written(today, {**case["files"], "flyers.yml": as_yaml(FLYERS)})
        tally = compared(written, paper=number == 0)
        assert tally.houses == 1, errors_of(written)
        assert tally.papers == (number == 0), "something does not fit on its sheet"
        assert (file.stem, today, tally.disagreements) == (file.stem, today, [])


# The examples that the handbook shows to editors, built around a year.
TWELVE = (
    *(date(2026, 12, 9), date(2026, 12, 22), date(2026, 12, 31), date(2027, 2, 15)),
    *(date(2027, 3, 17), date(2027, 3, 20), date(2027, 3, 26), date(2027, 5, 28)),
    *(date(2027, 6, 23), date(2027, 7, 12), date(2027, 8, 4), date(2027, 10, 19)),
)
EXAMPLES = {
    where: (name, text)
    for where, text in yaml_examples()
    for name in ("opening_hours", "events")
    if set(read(text)) <= AUTHOR_FILES[f"{name}.yml"].model_fields.keys()
    and where.startswith(("aabningstider", "kalender"))
}
# A house around an example: what the example does not say itself.
AROUND = {
    "opening_hours": {
        "house": [{"week": {"man-tor": "9-15", "fre": "9-12"}}],
        "phone": [{"week": {"man-fre": "8.30-10.00"}}],
        "holidays": {"public_holidays": "lukket"},
    },
    "events": {
        "events": [
            {"id": "babyrytmik-foraar", "title": "Rytmik", "weekly": "torsdag", "time": "10-12"}
        ],
    },
}


@pytest.mark.parametrize("where", EXAMPLES)
def test_an_example_of_the_handbook_is_told_the_same_everywhere(where: str) -> None:
    name, text = EXAMPLES[where]
    files = {f"{around}.yml": dict(data) for around, data in AROUND.items()}
    files[f"{name}.yml"] |= read(text)
    own = {file: as_yaml(data) for file, data in {**files, "flyers.yml": FLYERS}.items()}
    for number, today in enumerate(TWELVE):
        written = Written(today, {**HOUSE, **own})
        tally = compared(written, paper=number % 4 == 0)
        assert tally.houses == 1, errors_of(written)
        assert (where, today, tally.disagreements) == (where, today, [])


def test_every_example_about_hours_and_activities_is_tried() -> None:
    names = [name for name, _ in EXAMPLES.values()]
    assert names.count("opening_hours") >= 9
    assert names.count("events") >= 3


def _is_chosen(written: Written) -> bool:
    """Setting paper takes longest, so one house in five is set; always the same ones."""
    return sum(map(len, written.files.values())) % EVERY == 0


# What a house says, a slip that an oracle must not overlook, and where it is told.
SLIPS = {
    ("opening_hours.yml", "9-15", "9-16"): (
        *("today box of /:", "today box of /find-os/:", "JSON-LD of /:", "/find-os/: what holds"),
        "/uden-net/: what holds",
        *("Digital Post, hours", "flyer:", "venter:", "maaned:"),
    ),
    ("opening_hours.yml", "2026-12-02", "2026-12-09"): (
        *(
            "today box of /: Huset, script",
            "/find-os/, other days",
            "/uden-net/, other days",
            "aendringer.ics",
            "month:",
        ),
        *("JSON-LD of /find-os/", "sheet, 2026-12-09: closed"),
    ),
    ("events.yml", "10-12", "10-13"): (
        *("front page", "kalender/:", "2026-12, list", "sheet, 2026-12-03", "JSON-LD: akt"),
        *("kalender/alle.ics", "kalender/cafe.ics", "kalender/for/parents.ics", "kalender/serie/"),
        *("Aula, activities", "flyer:", "month:"),
    ),
    ("offers.yml", "access: open", "access: ask"): ("/fagfolk/, offers", "overview: Café"),
    ("site.yml", "00 00 00 20", "00 00 00 21"): ("/fagfolk/, ways in", "overview: contact"),
    ("events.yml", "Sygdom", "Storm"): ("kalender/:", "kalender/alle.ics (da)", "month:"),
}
SEEN = {
    "site.yml": HOUSE["site.yml"] + "\nprofessionals: {intro: Til dig, phone: 00 00 00 20}\n",
    "opening_hours.yml": """
house: [{week: {man-tor: 9-15}}]
exceptions: [{date: 2026-12-02, hours: lukket, reason: Kursus}]
holidays: {public_holidays: lukket}
""",
    "events.yml": """
events:
  - {id: akt, offer: cafe, weekly: torsdag, from: 2026-12-03, until: 2026-12-31, time: 10-12,
     cancelled: [{date: 2026-12-10, reason: Sygdom}]}
""",
    "offers.yml": """
offers: [{id: cafe, title: Café, summary: Kom., topics: [baby], access: open}]
""",
}


@pytest.mark.parametrize(("slip", "media"), SLIPS.items(), ids=lambda value: str(value)[:40])
def test_no_medium_overlooks_a_slip(slip: tuple[str, str, str], media: tuple[str, ...]) -> None:
    """Read by an oracle of another house, every medium that tells of the slip disagrees."""
    right = Written(date(2026, 12, 1), {**HOUSE, **SEEN, "flyers.yml": as_yaml(FLYERS)})
    built = build(right)
    assert built
    assert compare(right, built, paper=True).disagreements == []
    file, old, new = slip
    wrong = Written(right.today, {**right.files, file: SEEN[file].replace(old, new)})
    told = compare(wrong, built, paper=True).disagreements
    assert [medium for medium in media if not any(one.startswith(medium) for one in told)] == []


@pytest.mark.parametrize(
    "module", ["written", "oracle", "oracle_hours", "oracle_activities", "oracle_words"]
)
def test_the_oracle_shares_no_code_with_the_package(module: str) -> None:
    tree = ast.parse((HERE / "proof" / f"{module}.py").read_text("utf-8"))
    names = {
        name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in [getattr(node, "module", None) or node.names[0].name]
    }
    allowed = ("__future__", "collections", "dataclasses", "datetime", "functools", "typing")
    own = ("proof.written", "proof.oracle_hours", "proof.oracle_activities", "proof.oracle_words")
    others = ("re", "yaml", "zoneinfo", "dateutil.easter")
    assert {n for n in names if n.split(".")[0] not in allowed} <= {*own, *others}
