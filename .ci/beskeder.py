"""Write content/handbook/beskeder.md: every message that `check` can give, and what to do then.

The messages are the program's own: all rules are run on the broken municipality and the cases of
the tests, where each of them is broken once. `make reference` runs this, and a test fails where
the committed page is out of date.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
from pydantic import TypeAdapter

from site_generator.problems import Problem
from site_generator.read.remembered import NOTHING_KNOWN, History, HouseHistory, PublishedCode
from site_generator.records.municipality import read_municipality
from site_generator.records.shared_content import SharedContent, read_shared_content
from site_generator.rules import CHECKS, Circumstances
from site_generator.rules.collection import articles_are_kept, history_is_whole, houses_are_kept

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "content" / "handbook" / "beskeder.md"
BROKEN = ROOT / "tests" / "broken"
CASES = ROOT / "tests" / "cases"
TODAY = date(2026, 11, 22)

INTRO = """\
<!-- Skrevet af `make reference` ud fra programmets egne beskeder. Ret dem, ikke siden. -->
# Hvad betyder beskeden?

Her står de beskeder, som `check` kan give, og hvad du gør ved dem. Søg efter et par ord fra den, du
har fået: navne, tal og det, der står i «», er eksempler. **Fejl** skal rettes, før siden bliver
bygget. En **advarsel** stopper ikke noget, men en familie kommer til at mangle noget.

Hvordan en besked er bygget op, står i [Sådan læser du en fejl](fejlbeskeder.md).
"""

ALL_HOUSES = "Det, alle huse har haft på nettet"
READING = "Filen kan ikke læses, som den er skrevet"
# What an editor would call it, by the module of the rule. A test wants one for each.
HEADINGS = {
    "identity": "Id'er, koder og navne på sider",
    "references": "Det, en fil siger om en anden",
    "contact": "Kontakt og vejen ind",
    "offers": "Tilbud",
    "opening_hours": "Åbningstider",
    "known_hours": "Dage, hvor ingen kender tiderne",
    "overlapping_weeks": "Uger, der overlapper",
    "exceptions": "Undtagelser fra åbningstiderne",
    "dates": "Datoer og perioder",
    "events": "Aktiviteter",
    "changes": "Aflyste, flyttede og ekstra dage",
    "days_of_activities": "Aktiviteter, der aldrig finder sted",
    "closed_days": "Aktiviteter på lukkede dage",
    "clock_changes": "Aktiviteter, når uret stilles",
    "pictures": "Billeder",
    "consent": "Børn på billeder",
    "media": "Podcast og film",
    "sound": "Podcast og film",
    "chapters": "Podcast og film",
    "films": "Podcast og film",
    "flyers": "Flyers og plakater",
    "published": "Det, der har været på nettet",
    "colours": "Farver",
    "texts": "Teksternes form og længde",
    "reading_ease": "Tekster, der er svære at læse",
    "links": "Links",
    "markup": "Tegn og formatering i teksten",
    "freshness": "Gamle oplysninger",
    "maintainers": "Hvem passer siden",
}


def page() -> str:
    """The whole page as Markdown."""
    told: dict[str, dict[str, Problem]] = {
        heading: {} for heading in (READING, *HEADINGS.values(), ALL_HOUSES)
    }
    for heading, problem in every_problem():
        told.setdefault(heading, {}).setdefault(kind_of(problem), problem)
    return INTRO + "".join(section(heading, [*found.values()]) for heading, found in told.items())


def section(heading: str, problems: list[Problem]) -> str:
    rows = "".join(row(problem) for problem in sorted(problems, key=lambda p: p.message))
    table = f"\n## {heading}\n\n| Beskeden | Gør sådan |\n| --- | --- |\n{rows}"
    return table if problems else ""


def row(problem: Problem) -> str:
    level = "**Advarsel.** " if problem.level == "warning" else ""
    return f"| {level}{as_cell(problem.message)} | {as_cell(problem.remedy)} |\n"


def as_cell(text: str) -> str:
    """A text of the program as it stands, whatever Markdown would make of it."""
    return re.sub(r"([\\`*_\[\]<>|{}#~])", r"\\\1", text)


def kind_of(problem: Problem) -> str:
    """The same for all messages that one sentence of the program makes."""
    names = re.sub(r"«[^»]*»", "«»", problem.message)
    return re.sub(r"\b\d[\d.:,-]*|https?://\S+", "0", names)


def every_problem() -> Iterator[tuple[str, Problem]]:
    """Each with the heading it stands under, from the broken municipality and from the cases."""
    shared, faults = read_shared_content(BROKEN / "content")
    yield from ((READING, fault) for fault in faults)
    yield from _problems_of(BROKEN / "brokenkommune", shared, TODAY)
    for file in sorted(
        file for kind in ("source", "schema", "rules") for file in CASES.glob(f"{kind}/*.yml")
    ):
        case = yaml.safe_load(file.read_text("utf-8"))
        with TemporaryDirectory() as folder:
            house = Path(folder) / "testkommune"
            _lay_out(house, case["files"])
            _lay_out_recordings(house, case.get("recordings", []))
            history = TypeAdapter(HouseHistory).validate_python(case.get("published", {}))
            yield from _problems_of(house, shared, case.get("today", TODAY), history)
    yield from ((ALL_HOUSES, problem) for problem in _problems_of_all_houses(shared))


def _problems_of_all_houses(shared: SharedContent) -> Iterator[Problem]:
    """Of houses and shared articles that have been on the web and are gone."""
    codes = (PublishedCode("velkommen", ()),)
    gone = HouseHistory(known=True, published=True, codes=codes)
    history = History("", True, ("en-gammel-artikel",), {"et-gammelt-hus": gone})
    yield from history_is_whole(history)
    yield from houses_are_kept(history, (), shared)
    yield from articles_are_kept(history, (), shared)


def _lay_out(house: Path, files: dict[str, str]) -> None:
    for name, text in {**_house(), **files}.items():
        (house / name).parent.mkdir(parents=True, exist_ok=True)
        (house / name).write_text(text, "utf-8")


def _lay_out_recordings(house: Path, recordings: list[str]) -> None:
    """Sound and film of the example; with a number so many bytes of it."""
    for name, source, *kept in (recording.split(" ") for recording in recordings):
        content = (ROOT / "tests" / "houses" / "eksempel" / "media" / source).read_bytes()
        (house / name).parent.mkdir(parents=True, exist_ok=True)
        (house / name).write_bytes(content[: int(kept[0])] if kept else content)


def _house() -> dict[str, str]:
    """A house without faults: the first file of the tests has it (tests/test_cases.py)."""
    written = (ROOT / "tests" / "test_cases.py").read_text("utf-8")
    found = re.search(r"^HOUSE = (\{.*?^\})", written, re.MULTILINE | re.DOTALL)
    assert found
    house: dict[str, str] = ast.literal_eval(found[1])
    return house


def _problems_of(
    folder: Path, shared: SharedContent, today: date, history: HouseHistory = NOTHING_KNOWN
) -> Iterator[tuple[str, Problem]]:
    municipality, faults = read_municipality(folder, shared)
    yield from ((READING, fault) for fault in faults)
    if municipality is None:
        return
    circumstances = Circumstances(shared, today, history)
    for rule in CHECKS:
        heading = HEADINGS[rule.__module__.rpartition(".")[2]]
        yield from ((heading, problem) for problem in rule(municipality, circumstances))


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
