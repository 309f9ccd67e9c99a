"""What was on the web does not vanish: `check` says so, and what it advises is enough.

Each case takes something away, reads what `check` says, follows the advice to the letter, and
then opens the address that somebody has in a link, on paper or in a calendar.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from building import TODAY, build_site, replace_in
from past import SLUG, Past, golden_past, problems_at
from printed import codes, rendered, text_of

HOME = Path("municipalities") / SLUG


@pytest.fixture
def past(tmp_path: Path) -> Past:
    past = golden_past(tmp_path / "project")
    past.write(f"{HOME}/pages/gammel.md", "---\ntitle: Gammel\nsummary: En side.\n---\nHej.\n")
    past.commit(date(2026, 10, 2))
    return past


@dataclass(frozen=True)
class Lost:
    """What vanishes: `old` becomes `new` in a file. Then what is told, and what is written."""

    file: str
    old: str
    new: str
    told: str
    advice: tuple[str, str, str]
    address: str
    leads_to: str


FEST = """\
    title: Fest i haven <3
    summary: Tag hele familien med.
    date: 2026-12-12
"""

LOST = {
    "an offer with another id": Lost(
        "offers.yml",
        "- id: styrket-hjaelp",
        "- id: staerk-hjaelp",
        "offers.yml:1  Tilbuddet «styrket-hjaelp» har været på nettet, men er her ikke mere. "
        "Links til det dør, og dem, der abonnerer på dets kalender, hører ikke mere. Skriv i "
        "offers.yml under «retired:»: «- id: styrket-hjaelp». Har det fået et nyt id, eller er et "
        "andet kommet i stedet, så skriv også «leads_to: » med det.",
        (
            "offers.yml",
            "offers:",
            "retired:\n  - id: styrket-hjaelp\n    leads_to: staerk-hjaelp\noffers:",
        ),
        "tilbud/styrket-hjaelp/index.html",
        "../../tilbud/staerk-hjaelp/",
    ),
    "an offer that ended": Lost(
        "offers.yml",
        "status: temporarily closed",
        "status: defunct",
        "",
        ("offers.yml", "offers:", "offers:"),
        "tilbud/sorggruppe/index.html",
        "../../tilbud/",
    ),
    "a page": Lost(
        "pages/gammel.md",
        "",
        "",
        "site.yml:1  Siden «gammel» har været på nettet, men er her ikke mere. Links til den dør. "
        "Skriv i site.yml under «retired_pages:»: «- page: gammel» og «forward: » med den side, "
        "der er kommet i stedet.",
        (
            "site.yml",
            "access: both",
            "retired_pages:\n  - page: gammel\n    forward: om/\naccess: both",
        ),
        "gammel/index.html",
        "../om/",
    ),
    "an activity with another id": Lost(
        "events.yml",
        f"- id: fest\n{FEST}",
        f"- id: sommerfest\n{FEST}",
        "events.yml:1  Aktiviteten «fest» har været på nettet og er ikke slut, men er her ikke "
        "mere. De, der har den i deres kalender, hører ikke, hvad der blev af den. Er den holdt "
        "op, så sæt den ind igen, og skriv den sidste dag i «until:». Har den fået et nyt id, så "
        "skriv under «retired:»: «- id: fest» og «leads_to: » med det nye. Er den slettet med "
        "vilje, så skriv kun «- id: fest».",
        (
            "events.yml",
            "events:",
            "retired:\n  - id: fest\n    leads_to: sommerfest\nevents:",
        ),
        "kalender/serie/fest.ics",
        "UID:sommerfest-20261212@testkommune.familiehus",
    ),
    "a printed code": Lost(
        "flyers.yml",
        "code: hej",
        "code: hejsa",
        "flyers.yml:1  Koden «hej» har været på nettet og kan være trykt, men er her ikke "
        "mere. Skriv den under retired_codes: «- code: hej» og «forward: » med en side.",
        (
            "flyers.yml",
            "flyers:",
            "retired_codes:\n  - code: hej\n    forward: find-os/\nflyers:",
        ),
        "q/hej/index.html",
        "../../find-os/",
    ),
    "a flyer and its code": Lost(
        "flyers.yml",
        "  - id: velkommen\n    code: hej\n",
        "  - id: kom-ind\n    code: kom\n",
        "flyers.yml:1  Koden «hej» har været på nettet og kan være trykt, men er her ikke mere. "
        "Skriv den under retired_codes: «- code: hej» og «forward: » med en side.\n"
        "flyers.yml:1  Flyeren «velkommen» har været på nettet, men er her ikke mere. Dens PDF'er "
        "dør, også for dem, der har gemt adressen for at printe den igen. Skriv i flyers.yml under "
        "«retired:»: «- id: velkommen». Har den fået et nyt id, eller er en anden kommet i stedet, "
        "så skriv også «leads_to: » med den.",
        (
            "flyers.yml",
            "flyers:",
            "retired_codes:\n  - code: hej\n    forward: find-os/\n"
            "retired:\n  - id: velkommen\n    leads_to: kom-ind\nflyers:",
        ),
        "q/hej/index.html",
        "../../find-os/",
    ),
    "an episode": Lost(
        "podcasts.yml",
        "- id: foerste-nat",
        "- id: den-foerste",
        "podcasts.yml:1  Afsnittet «foerste-nat» har været på nettet, men er her ikke mere. Links "
        "til det dør. Skriv i podcasts.yml under «retired:»: «- id: foerste-nat», og «leads_to: » "
        "med det nye id, hvis det har fået et.",
        (
            "podcasts.yml",
            "episodes:",
            "retired:\n  - id: foerste-nat\n    leads_to: den-foerste\nepisodes:",
        ),
        "podcast/foerste-nat/index.html",
        "../../podcast/den-foerste/",
    ),
}


LANGUAGES = "languages: [da, en, uk]\n"


@pytest.mark.parametrize(
    ("left", "retired"), [("languages: [da, uk]\n", ["en"]), ("", ["en", "uk"])]
)
def test_a_language_that_was_taken_off_leads_to_danish(
    past: Past, tmp_path: Path, left: str, retired: list[str]
):
    """Its pages lead to the Danish ones; who subscribes in it hears on in Danish."""
    site_file = past.root / HOME / "site.yml"
    danish = site_file.read_text("utf-8")
    site_file.write_text(LANGUAGES + danish, "utf-8")
    past.commit(date(2026, 10, 3))
    build_site(past.root, tmp_path / "before")
    site_file.write_text(left + danish, "utf-8")
    names = " og ".join(f"«{code}»" for code in retired)
    codes = ", ".join(retired)
    message = (
        f"site.yml:1  Siden har været på nettet på {names}, men sproget står her ikke mere. Links "
        "til de sider dør, og dem, der abonnerer på kalenderen på det sprog, hører ikke mere. "
        f"Skriv {names} under «languages:» igen, eller skriv «retired_languages: [{codes}]», så "
        "fører adresserne til de danske sider."
    )
    assert told(past) == [message]
    site_file.write_text(f"retired_languages: [{codes}]\n{left}{danish}", "utf-8")
    assert told(past) == []
    problems = build_site(past.root, tmp_path / "after")
    assert [str(problem) for problem in problems if problem.level == "error"] == []
    for kind in ("index.html", "*.ics"):
        for file in (tmp_path / "before" / SLUG / "en").rglob(kind):
            address = file.relative_to(tmp_path / "before" / SLUG)
            assert (tmp_path / "after" / SLUG / address).is_file(), address
    page = (tmp_path / "after" / SLUG / "en" / "find-os" / "index.html").read_text("utf-8")
    assert 'content="0; url=../../find-os/"' in page


def test_an_article_that_a_house_has_no_more_leads_on(past: Past, tmp_path: Path):
    build_site(past.root, tmp_path / "before")
    before = articles_in(tmp_path / "before")
    site_file = past.root / HOME / "site.yml"
    site_file.write_text("articles: []\n" + site_file.read_text("utf-8"), "utf-8")
    build_site(past.root, tmp_path / "after")
    assert "er-jeg-velkommen" in before
    assert before == articles_in(tmp_path / "after")


def test_a_shared_article_that_is_gone_leads_to_what_came_instead(past: Past, tmp_path: Path):
    old = past.root / "content" / "articles" / "er-jeg-velkommen.md"
    old.rename(old.with_name("velkommen.md"))
    past.commit(date(2026, 10, 3))
    problems = [str(p) for p in problems_at(past) if p.level == "error"]
    assert problems == [
        "content/articles:1  Artiklen «er-jeg-velkommen» har været på nettet, men er her ikke "
        "mere. Links til den dør. Sæt «er-jeg-velkommen» ind i «formerly:» øverst i den artikel, "
        "der er kommet i stedet: «formerly: [er-jeg-velkommen]»."
    ]
    new = old.with_name("velkommen.md")
    replace_in(new, "---\n", "---\nformerly: [er-jeg-velkommen]\n")
    assert told(past) == []
    build_site(past.root, tmp_path / "site")
    page = (tmp_path / "site" / SLUG / "viden/er-jeg-velkommen/index.html").read_text("utf-8")
    assert 'content="0; url=../../viden/velkommen/"' in page


def articles_in(site: Path) -> set[str]:
    return {page.parent.name for page in (site / SLUG / "viden").glob("*/index.html")}


def test_a_language_is_here_or_retired(past: Past):
    site_file = past.root / HOME / "site.yml"
    text = "retired_languages: [en]\nlanguages: [da, en]\n" + site_file.read_text("utf-8")
    site_file.write_text(text, "utf-8")
    assert told(past) == ["site.yml:1  Siden er stadig på «en». Slet «en» her."]


@pytest.mark.parametrize("case", LOST.values(), ids=LOST)
def test_what_was_published_does_not_vanish(past: Past, tmp_path: Path, case: Lost):
    """The advice is right when it is followed to the letter, and the old address leads on."""
    take_away(past, case)
    assert sorted(told(past)) == sorted(case.told.splitlines())
    past.commit(date(2026, 10, 3))  # also where it has been gone on main for long
    file, old, new = case.advice
    replace_in(past.root / HOME / file, old, new)
    assert told(past) == []
    problems = build_site(past.root, tmp_path / "site", base_url="https://familiehuse.example")
    assert [problem for problem in problems if problem.level == "error"] == []
    left = (tmp_path / "site" / SLUG / case.address).read_text("utf-8")
    if case.address.endswith(".ics"):
        assert case.leads_to in left.replace("\n ", "")
    else:
        assert f'content="0; url={case.leads_to}"' in left
        target = (tmp_path / "site" / SLUG / case.address).parent / case.leads_to
        assert (target / "index.html").is_file()


def take_away(past: Past, case: Lost) -> None:
    file = past.root / HOME / case.file
    if case.old:
        replace_in(file, case.old, case.new)
    else:
        file.unlink()


def told(past: Past, today: date = TODAY) -> list[str]:
    """What is wrong; warnings apart, but for the one of a whole history."""
    errors = [p for p in problems_at(past, today) if p.level == "error"]
    return [str(problem).removeprefix(f"{HOME}/") for problem in errors]


def test_every_language_leads_on(past: Past, tmp_path: Path):
    replace_in(past.root / HOME / "site.yml", "status: demo", "languages: [da, en]\nstatus: demo")
    case = LOST["a page"]
    take_away(past, case)
    file, old, new = case.advice
    replace_in(past.root / HOME / file, old, new)
    build_site(past.root, tmp_path / "site")
    page = (tmp_path / "site" / SLUG / "en" / "gammel" / "index.html").read_text("utf-8")
    assert 'url=../om/"' in page and "The page no longer exists" in page


def test_what_is_over_may_go(past: Past):
    """Old activities are cleared away, as `check` itself asks for, without a list of them."""
    replace_in(past.root / HOME / "events.yml", f"- id: fest\n{FEST}", f"- id: ny\n{FEST}")
    assert told(past) != []
    assert told(past, date(2026, 12, 12)) != []
    assert told(past, date(2026, 12, 13)) == []


ENDLESS = """\
events:
  - {id: a, title: A, weekly: torsdag, from: 2026-10-01, time: 10-12}
  - {id: b, title: B, weekly: torsdag, from: 2026-10-01, time: 10-12, meetings: 4}
  - {id: c, title: C, weekly: torsdag, from: 2026-10-01, time: 10-12, until: 24. december 2026}
  - {id: d, title: D, dates: [1/10/2026, 8.10.2026], time: 10-12}
"""


@pytest.mark.parametrize(
    ("today", "missed"),
    [
        (date(2026, 11, 22), "abc"),
        (date(2026, 12, 24), "abc"),
        (date(2026, 12, 25), "ab"),
        (date(2027, 6, 1), "a"),
    ],
)
def test_whether_an_activity_is_over_is_seen_from_its_own_dates(
    past: Past, today: date, missed: str
):
    """As written, in whichever way; a course may be late by some weeks of holidays."""
    past.write(f"{HOME}/events.yml", ENDLESS)
    past.commit(date(2026, 10, 3))
    past.write(f"{HOME}/events.yml", "events: []\n")
    found = re.findall(r"Aktiviteten «(\w)»", "\n".join(told(past, today)))
    assert "".join(found) == missed


def test_a_branch_has_published_nothing(past: Past):
    """What came and went before it was merged has been seen by nobody."""
    past.git("checkout", "-q", "-b", "branch")
    offers = past.root / HOME / "offers.yml"
    replace_in(offers, "- id: sorggruppe", "- id: kladde")
    past.commit(date(2026, 10, 3))
    replace_in(offers, "- id: kladde", "- id: sorggruppe")
    past.commit(date(2026, 10, 4))
    assert told(past) == []


def test_feeds_of_what_is_gone_are_empty_calendars(past: Past, tmp_path: Path):
    """Who subscribes never looks at the address again: each answers, and old dates go away."""
    build_site(past.root, tmp_path / "site")
    before = feeds_in(tmp_path / "site")
    assert len(before) > 15
    past.write(f"{HOME}/events.yml", "retired:\n  - id: fest\n  - id: babycafe-torsdag\n")
    past.write(f"{HOME}/offers.yml", retired_offers())
    (past.root / HOME / "opening_hours.yml").unlink()
    past.write(f"{HOME}/flyers.yml", "retired_codes:\n  - code: hej\nretired:\n  - id: velkommen\n")
    problems = build_site(past.root, tmp_path / "site")
    assert [str(p) for p in problems if p.level == "error"] == []
    after = feeds_in(tmp_path / "site")
    assert before.keys() <= after.keys()
    for address in before:
        assert after[address].startswith("BEGIN:VCALENDAR")
        assert "BEGIN:VEVENT" not in after[address]
    assert (tmp_path / "site" / SLUG / "kalender" / "index.html").is_file()
    for page in ("tilbud", "flyers"):
        left = (tmp_path / "site" / SLUG / page / "index.html").read_text("utf-8")
        assert 'content="0; url=../"' in left


def retired_offers() -> str:
    ids = ("babycafe", "foedselsforberedelse", "styrket-hjaelp", "sorggruppe")
    return "retired:\n" + "".join(f"  - id: {name}\n" for name in ids)


def feeds_in(site: Path) -> dict[str, str]:
    return {str(f.relative_to(site)): f.read_text("utf-8") for f in site.rglob("*.ics")}


def test_activities_that_were_cleared_away_keep_their_address(past: Past, tmp_path: Path):
    """The link to one series may lie in somebody's mail."""
    past.write(f"{HOME}/events.yml", "events: []\n")
    build_site(past.root, tmp_path / "site", today=date(2027, 3, 1))
    assert (tmp_path / "site" / SLUG / "kalender/serie/fest.ics").is_file()


# What is retired

WRONG = {
    "it is here": (
        "offers.yml",
        "offers:",
        "retired:\n  - id: babycafe\noffers:",
        "offers.yml:2  «babycafe» står her stadig, og det er ikke slut. Slet det under «retired:».",
    ),
    "it leads nowhere": (
        "events.yml",
        "events:",
        "retired:\n  - id: gammel\n    leads_to: fset\nevents:",
        "events.yml:3  «fset» er her ikke, så her kan ingen føres hen. Mente du «fest»? Du kan "
        "skrive: babycafe-torsdag, fest.",
    ),
    "it stands twice": (
        "offers.yml",
        "offers:",
        "retired:\n  - id: a\n  - id: a\noffers:",
        "offers.yml:3  «id: a» er brugt før, i linje 2. Giv den nyeste af dem et andet navn.",
    ),
    "the page is here": (
        "site.yml",
        "access: both",
        "access: both\nretired_pages:\n  - page: gammel",
        "site.yml:14  Siden «gammel» er her stadig. Slet den under «retired_pages:».",
    ),
    "the page leads nowhere": (
        "site.yml",
        "access: both",
        "access: both\nretired_pages:\n  - page: aeldre\n    forward: gaml/",
        "site.yml:15  Siden «gaml/» findes ikke. Mente du «gammel/»?",
    ),
}


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_what_is_retired_is_gone_and_leads_on(past: Past, wrong: tuple[str, str, str, str]):
    file, old, new, message = wrong
    replace_in(past.root / HOME / file, old, new)
    assert told(past) == [message]


def test_a_faulty_file_loses_nothing(past: Past):
    """One fault is told once: what cannot be read is not missed as well."""
    for name, old, new in (
        ("offers.yml", "- id: sorggruppe", "- id: sorggruppe\n    acces: open\n    prices: nej"),
        ("events.yml", "date: 2026-12-12", "date: 2026-13-12"),
    ):
        replace_in(past.root / HOME / name, old, new)
    assert not [line for line in told(past) if "har været på nettet" in line]
    replace_in(past.root / HOME / "offers.yml", "offers:", "offers: [")
    assert not [line for line in told(past) if "har været på nettet" in line]


def test_what_is_commented_out_is_gone(past: Past):
    """Also where its lines still stand there."""
    file = past.root / HOME / "events.yml"
    head, _, rest = file.read_text("utf-8").partition("  - id: fest\n")
    lines = "".join(f"  # {line}\n" for line in ["- id: fest", *rest.splitlines()])
    file.write_text(head + lines, "utf-8")
    assert [line for line in told(past) if "«fest»" in line]


# Whole houses

HOUSE_LOST = (
    "content/retired_houses.yml:1  Huset «testkommune» har været på nettet, men mappen er her "
    "ikke mere. Dets sider, de trykte koder («hej») og de kalendere, folk abonnerer på, ville "
    "dø. Kald mappen «testkommune» igen, eller skriv i content/retired_houses.yml under «houses:»: "
    "«- house: testkommune» og «leads_to: » med den nye mappes navn, eller «link: » med en side et "
    "andet sted."
)


def test_a_renamed_house_leads_on(past: Past, tmp_path: Path):
    """Every printed code, page and calendar of the old folder, to the same thing in the new."""
    past.git("mv", f"municipalities/{SLUG}", "municipalities/nyt")
    assert [str(p) for p in problems_at(past, slug="nyt") if p.level == "error"] == [HOUSE_LOST]
    past.write("content/retired_houses.yml", f"houses:\n  - house: {SLUG}\n    leads_to: nyt\n")
    assert [str(p) for p in problems_at(past, slug="nyt") if p.level == "error"] == []
    build_site(past.root, tmp_path / "site")
    site = tmp_path / "site"
    for address in (
        "",
        "q/hej/",
        "en/q/hej/",
        "tilbud/babycafe/",
        "gammel/",
        "kalender/",
        "find-os/",
        "was/",
        "viden/er-jeg-velkommen/",
    ):
        page = site / SLUG / address / "index.html"
        (target,) = re.findall(r'content="0; url=(.*?)"', page.read_text("utf-8"))
        inner = address.removeprefix("en/") if address != "kalender/" else ""
        inner = "" if inner.startswith(("find", "was", "viden")) else inner
        assert (page.parent / target).resolve() == (site / "nyt" / inner).resolve()
        assert (page.parent / target / "index.html").is_file()
    for feed in ("alle", "babycafe", "for/parents", "serie/fest", "aendringer"):
        text = (site / SLUG / f"kalender/{feed}.ics").read_text("utf-8")
        assert text.startswith("BEGIN:VCALENDAR") and "VEVENT" not in text
    for name in ("velkommen-a5", "velkommen-a5-sort", "pakke"):
        pdf = (site / SLUG / "flyers" / f"{name}.pdf").read_bytes()
        assert "Huset er her ikke mere" in text_of(pdf)
        assert [code.text for code in codes(next(rendered(pdf)))] == [
            "https://familiehuse.example/nyt/"
        ]


def test_a_house_that_has_closed_leads_elsewhere(past: Past, tmp_path: Path):
    past.write("municipalities/andet/site.yml", (past.root / HOME / "site.yml").read_text("utf-8"))
    past.git("rm", "-q", "-r", f"municipalities/{SLUG}")
    assert [str(p) for p in problems_at(past)] == [HOUSE_LOST]
    link = "https://www.eksempel.dk/hjaelp"
    past.write("content/retired_houses.yml", f"houses:\n  - house: {SLUG}\n    link: {link}\n")
    assert problems_at(past) == []
    past.write("content/retired_houses.yml", f"houses:\n  - house: {SLUG}\n")
    assert problems_at(past) == []


HOUSES_WRONG = {
    "it is here": (
        f"house: {SLUG}",
        f"content/retired_houses.yml:2  Huset «{SLUG}» er her stadig. Slet det i denne fil.",
    ),
    "it leads nowhere": (
        "house: gammelt\n    leads_to: testkomune",
        "content/retired_houses.yml:3  Der er ingen kommune, der hedder «testkomune». Mente du "
        "«testkommune»? Du kan skrive: testkommune.",
    ),
    "it leads to two": (
        f"house: gammelt\n    leads_to: {SLUG}\n    link: https://www.eksempel.dk/",
        "content/retired_houses.yml:4  Huset kan kun føre ét sted hen, og her står både «leads_to» "
        "og «link». Slet den ene af linjerne.",
    ),
}


@pytest.mark.parametrize("wrong", HOUSES_WRONG.values(), ids=HOUSES_WRONG)
def test_houses_that_are_retired_lead_somewhere(past: Past, wrong: tuple[str, str]):
    entry, message = wrong
    past.write("content/retired_houses.yml", f"houses:\n  - {entry}\n")
    assert told(past) == [message]


def test_a_shallow_clone_is_told_once(past: Past, tmp_path: Path):
    past.commit(date(2026, 10, 3))
    past.git("clone", "-q", "--depth=1", past.root.as_uri(), tmp_path / "clone")
    clone = Past(tmp_path / "clone")
    found = [str(p) for p in problems_at(clone) if p.path == ".git"]
    assert found == [
        ".git:1  Advarsel: Her er kun det nyeste af historikken, så ingen kan se, hvad der har "
        "været på nettet før, og alt ser ud til at være ændret nu. Hent resten med «git fetch "
        "--unshallow». På GitHub: skriv «fetch-depth: 0»."
    ]


def test_without_a_history_nothing_is_missed(past: Past):
    """Files from a zip: `check` knows only what lies here."""
    (past.root / ".git").rename(past.root / "git")
    take_away(past, LOST["an offer with another id"])
    assert told(past) == []
