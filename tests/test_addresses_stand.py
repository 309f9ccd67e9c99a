"""Nothing that was published becomes a 404, whatever an author takes away and however long it lies.

What is watched is not a list of kinds that somebody keeps: each test asks for all addresses that a
house has, changes something, and asks again.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from building import TODAY, build_site, copied_project, replace_in
from past import SLUG, Past, golden_past
from printed import codes, rendered, text_of

from site_generator.making.houses import Workshop, house_of, jobs_of, read_house
from site_generator.making.whole_house import feeds
from site_generator.print.jobs import Job
from site_generator.problems import has_errors
from site_generator.project import Order, Project
from site_generator.views.pages import house_pages

FLYERS = """\
flyers:
  - {id: velkommen, code: hej, kind: flyer, paper: [a5, a4], title: Kom ind, languages: [da, en]}
  - id: plakat
    code: plakat
    kind: poster
    paper:
      - a3
    title: Til væggen
"""


@pytest.fixture
def past(tmp_path: Path) -> Past:
    past = golden_past(tmp_path / "project")
    past.write(f"municipalities/{SLUG}/flyers.yml", FLYERS)
    past.commit(date(2026, 10, 2))
    return past


def addresses(past: Past, today: date = TODAY, slug: str = SLUG) -> frozenset[str] | None:
    """All of a house's pages, feeds and PDFs; None where its author is told of an error."""
    shop, history = (
        Workshop(Order(Project(past.root), Path(), (), today)),
        past.history().of(slug),
    )
    municipality, problems = read_house(shop, slug, history)
    if municipality is None or has_errors(problems):
        return None
    house = house_of(shop, municipality, history)
    pages = (page.address.partition("/")[2] for page in house_pages(house, ()))
    files = (*feeds(house), *jobs_of(shop, house))
    return frozenset((*pages, *(file.address for file in files)))


def test_an_author_can_take_away_nothing_that_was_published(past: Past) -> None:
    """Each field and each point of each file by itself: an error, or every address is there."""
    before = addresses(past)
    assert before and len(before) > 70
    told = 0
    for file in sorted((past.root / "municipalities" / SLUG).glob("*.yml")):
        as_written = file.read_text("utf-8")
        for what, less in shorter(yaml.load(as_written, yaml.BaseLoader)):
            file.write_text(yaml.safe_dump(less, allow_unicode=True, sort_keys=False), "utf-8")
            after = addresses(past)
            told += after is None
            assert (file.name, what, sorted(before - (after or before))) == (file.name, what, [])
        file.write_text(as_written, "utf-8")
    assert told > 10


def shorter(data: Any) -> Iterator[tuple[str, Any]]:
    """Everything that can be taken from a file, one at a time; what it is called, and the rest."""
    keys = (
        list(data) if isinstance(data, dict) else range(len(data) if isinstance(data, list) else 0)
    )
    for key in keys:
        less = data.copy()
        del less[key]
        yield str(key), less
        for what, within in shorter(data[key]):
            changed = data.copy()
            changed[key] = within
            yield f"{key} {what}", changed


def test_time_takes_nothing_away(tmp_path: Path) -> None:
    """Months are over, courses end, and no group is left for fathers."""
    past = Past(copied_project(tmp_path / "project", "eksempel"))
    past.write(".gitignore", ".cache\nthemes\ncontent\n")
    past.commit(date(2026, 10, 1))
    before = addresses(past, slug="eksempel")
    assert before and "kalender/for/fathers/" in before and "kalender/2026-11/" in before
    for days in (1, 40, 400, 600):
        after = addresses(past, TODAY + timedelta(days=days), "eksempel")
        assert after is not None
        assert sorted(before - after) == []


# What a surgery finds that prints again what it has saved


def test_a_flyer_with_another_paper_and_fewer_languages_is_found_where_it_was(past: Past) -> None:
    file = past.root / "municipalities" / SLUG / "flyers.yml"
    replace_in(file, "paper: [a5, a4]", "paper: [a4]")
    replace_in(file, "languages: [da, en]", "languages: [en]")
    now = jobs_at(past)
    assert now["flyers/velkommen-a5-en.pdf"].document == now["flyers/velkommen-a4-en.pdf"].document
    assert now["flyers/velkommen-a4.pdf"].document == now["flyers/velkommen-a4-en.pdf"].document
    black = now["flyers/velkommen-a5-sort.pdf"].document
    assert black == now["flyers/velkommen-a4-en-sort.pdf"].document
    assert {one.former for name, one in now.items() if "a5" in name} == {True}


def test_a_flyer_with_another_id_is_found_where_it_was(past: Past) -> None:
    """Also with its old code, which is printed on it."""
    file = past.root / "municipalities" / SLUG / "flyers.yml"
    replace_in(file, "id: velkommen", "id: kom-ind")
    told = "\n".join(errors(past))
    assert "skriv under «retired:»: «- id: velkommen» og «leads_to: kom-ind»." in told
    retired = "retired:\n  - id: velkommen\n    leads_to: kom-ind\n"
    file.write_text(retired + file.read_text("utf-8"), "utf-8")
    assert errors(past) == []
    now = jobs_at(past)
    for edition in ("a4", "a5", "a5-en", "a5-sort", "a4-en-sort"):
        old, new = (now[f"flyers/{name}-{edition}.pdf"] for name in ("velkommen", "kom-ind"))
        assert old.document == new.document and old.former and not new.former


def test_a_flyer_that_is_gone_says_so_and_leads_on(past: Past, tmp_path: Path) -> None:
    file = past.root / "municipalities" / SLUG / "flyers.yml"
    rest = file.read_text("utf-8").replace(FLYERS.splitlines()[1], "")
    retired = "retired: [{id: velkommen}]\nretired_codes: [{code: hej, forward: flyers/}]\n"
    file.write_text(retired + rest, "utf-8")
    base = "https://familiehuse.example"
    problems = build_site(past.root, tmp_path / "site", base_url=base)
    assert not has_errors(problems)
    site = tmp_path / "site" / SLUG / "flyers"
    for name, says in (
        ("velkommen-a5", "Bruges ikke mere"),
        ("velkommen-a4-sort", "Bruges ikke mere"),
        ("velkommen-a5-en", "No longer in use"),
    ):
        pdf = (site / f"{name}.pdf").read_bytes()
        assert says in text_of(pdf)
        (code,) = codes(next(rendered(pdf)))
        assert code.text == f"{base}/{SLUG}/flyers/"
    page = (site / "index.html").read_text("utf-8")
    assert "velkommen-a5" not in page and "plakat-a3.pdf" in page


def test_where_no_flyers_are_left_they_lead_to_the_house(past: Past, tmp_path: Path) -> None:
    """Also the pack for waiting rooms, which has no flyer of its own."""
    retired = "retired: [{id: velkommen}, {id: plakat}]\n"
    codes_kept = "retired_codes: [{code: hej}, {code: plakat}]\n"
    past.write(f"municipalities/{SLUG}/flyers.yml", retired + codes_kept)
    assert not has_errors(build_site(past.root, tmp_path / "site"))
    for name in ("pakke", "pakke-sort", "plakat-a3", "velkommen-a4-en"):
        pdf = (tmp_path / "site" / SLUG / "flyers" / f"{name}.pdf").read_bytes()
        (code,) = codes(next(rendered(pdf)))
        assert code.text == f"https://familiehuse.example/{SLUG}/"


def jobs_at(past: Past) -> dict[str, Job]:
    shop, history = (
        Workshop(Order(Project(past.root), Path(), (), TODAY)),
        past.history().of(SLUG),
    )
    municipality, _ = read_house(shop, SLUG, history)
    assert municipality
    return {job.address: job for job in jobs_of(shop, house_of(shop, municipality, history))}


def errors(past: Past) -> list[str]:
    shop = Workshop(Order(Project(past.root), Path(), (), TODAY))
    _, problems = read_house(shop, SLUG, past.history().of(SLUG))
    return [str(problem) for problem in problems if problem.level == "error"]
