"""Nothing that an author writes for a flyer gets lost: it is on the paper, or `check` says so."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from building import ROOT, TODAY
from PIL import Image, ImageColor
from printed import first_page, opened, tags, text_of
from test_cases import HOUSE, lay_out

from site_generator.html.theme import load_theme
from site_generator.kept import Kept
from site_generator.making.houses import Workshop, open_house, read_house
from site_generator.print.house_prints import Prints, print_jobs, print_problems
from site_generator.print.jobs import house_jobs
from site_generator.print.sheets import Way
from site_generator.print.typesetting import Typesetter
from site_generator.problems import Problem, in_reading_order
from site_generator.project import Order, Project
from site_generator.read.remembered import NOTHING_KNOWN
from site_generator.schema.choices import FlyerKind, Vehicle
from site_generator.schema.printed_fields import OPTIONAL, kinds_with, papers_of
from site_generator.told.getting_there import ways_to
from site_generator.told.house import House

THEME = ROOT / "themes" / "familiehus"
CASES = sorted((Path(__file__).parent / "cases" / "paper").glob("*.yml"))

# A house that has something for every field, each with a sign that stands nowhere else.
EVERYTHING = {
    "transport.yml": "getting_there:\n  - bicycle: Cykelstativ ved den blå dør.\n",
    "opening_hours.yml": "house:\n  - week: {monday: 6.10-22.50}\n",
    "offers.yml": """\
offers:
  - id: kaffe
    title: Kaffe og klaver
    summary: Kom og lyt.
    topics: [baby]
    audience: [parents]
    access: open
""",
    "events.yml": """\
events:
  - id: klaver
    offer: kaffe
    weekly: tirsdag
    from: 2026-11-24
    until: 2026-12-22
    time: 13.15-14.45
    place: hus
""",
}
FLYER = """\
flyers:
  - id: f
    code: f
    kind: {kind}
    paper: [{paper}]
    title: Velkommen
    sentence: Vi lytter til dig.
    picture: {{file: media/hus.png, alt: Et rødt hus}}
    offers: [kaffe]
    show_hours: ja
    show_phone: ja
    show_transport: ja
    events: 3
    staff_note: Sig det venligt.
"""
SIGNS = {
    "sentence": "Vi lytter til dig.",
    "picture": "Et rødt hus",
    "offers": "Kaffe og klaver",
    "show_hours": "6.10–22.50",
    "show_phone": "00 00 00 00",
    "show_transport": "Cykelstativ ved den blå dør.",
    "events": "24. november",
    "staff_note": "Sig det venligt.",
}


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    return Typesetter(THEME / "print")


def laid_out_house(root: Path, files: dict[str, str]) -> tuple[House, tuple[Problem, ...]]:
    """A house of these files, and what `check` says of its flyers before they are set."""
    lay_out(root / "municipalities" / "testkommune", HOUSE | files, [])
    for name in ("content", "themes"):
        (root / name).symlink_to(ROOT / name)
    shop = Workshop(Order(Project(root), Path(), (), TODAY))
    municipality, problems = read_house(shop, "testkommune", NOTHING_KNOWN)
    assert municipality
    house = open_house(municipality, shop.shared, load_theme(THEME), TODAY, "")
    return house, tuple(problems)


def printed_of(house: House, typesetter: Typesetter, folder: Path) -> Prints:
    jobs = house_jobs(house, THEME / "locales", print_shop=False)
    return print_jobs(jobs, typesetter, Kept(folder))


def read_aloud(pdf: bytes) -> str:
    """All that is said on a sheet, with the words for its pictures, in single spaces."""
    with opened(pdf) as file:
        pictures = [tag.alt for tag in tags(file)]
    return " ".join(" ".join([text_of(pdf), *pictures]).replace("\u00a0", " ").split())


@pytest.mark.parametrize("kind", FlyerKind, ids=lambda kind: kind.value)
def test_every_field_is_on_the_paper_or_told_of(
    kind: FlyerKind, tmp_path: Path, typesetter: Typesetter
):
    media = tmp_path / "municipalities" / "testkommune" / "media"
    media.mkdir(parents=True)
    Image.new("RGB", (1200, 800), "red").save(media / "hus.png")
    paper = papers_of(kind)[0].value
    files = EVERYTHING | {"flyers.yml": FLYER.format(kind=kind.value, paper=paper)}
    house, problems = laid_out_house(tmp_path, files)
    prints = printed_of(house, typesetter, tmp_path / "kept")
    assert prints.problems == ()
    told = {problem.field for problem in problems if problem.path.endswith("flyers.yml")}
    # What is made as a picture is read as the PDF it could be.
    job = next(iter(house_jobs(house, THEME / "locales", print_shop=False)))
    text = read_aloud(typesetter.pdf(job.document))
    seen = {field for field, sign in SIGNS.items() if sign in text}
    assert set(SIGNS) == set(OPTIONAL)
    assert seen == {field for field in OPTIONAL if kind in kinds_with(field)}
    assert told == set(OPTIONAL) - seen


@pytest.mark.parametrize("kind", [FlyerKind.POSTER, FlyerKind.LEAFLET])
@pytest.mark.parametrize(("focus", "seen"), [("øverst", "red"), ("[50, 100]", "blue")])
def test_a_picture_is_cut_around_its_focus(
    kind: FlyerKind, focus: str, seen: str, tmp_path: Path, typesetter: Typesetter
):
    """Of a tall picture of two colours only the one that is named has room on the sheet."""
    media = tmp_path / "municipalities" / "testkommune" / "media"
    media.mkdir(parents=True)
    tall = Image.new("RGB", (900, 2400), "red")
    tall.paste("blue", (0, 1200, 900, 2400))
    tall.save(media / "hus.png")
    flyer = FLYER.format(kind=kind.value, paper="a4")
    flyer = flyer.replace("alt: Et rødt hus", f"focus: {focus}, alt: Hus")
    house, _ = laid_out_house(tmp_path, EVERYTHING | {"flyers.yml": flyer})
    prints = printed_of(house, typesetter, tmp_path / "kept")
    pdf = next(file.content for file in prints.files if file.address == "flyers/f-a4.pdf")
    page = first_page(pdf, dpi=20)
    found = {name: count_of(page, ImageColor.getrgb(name)) for name in ("red", "blue")}
    assert found.pop(seen) > 2000
    assert set(found.values()) == {0}


def count_of(picture: Image.Image, colour: tuple[int, ...]) -> int:
    """How many points are nearly of a colour."""
    points = picture.get_flattened_data()
    return sum(max(abs(a - b) for a, b in zip(p, colour, strict=True)) < 40 for p in points)


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_case(file: Path, tmp_path: Path, typesetter: Typesetter):
    """What `holds` is on a sheet of these files, what it `lacks` is not, and the `problems`."""
    case = yaml.safe_load(file.read_text("utf-8"))
    house, problems = laid_out_house(tmp_path, case["files"])
    prints = printed_of(house, typesetter, tmp_path / "kept")
    everything = in_reading_order([*problems, *prints.problems])
    told = [str(problem).removeprefix("municipalities/testkommune/") for problem in everything]
    assert told == case.get("problems", [])
    made = {artifact.address: artifact.content for artifact in prints.files}
    for name, wanted in case.get("sheets", {}).items():
        text = read_aloud(made[f"flyers/{name}.pdf"])
        assert [words for words in wanted.get("holds", []) if words not in text] == [], text
        assert [words for words in wanted.get("lacks", []) if words in text] == [], text


TOO_MUCH = {
    "nothing": (),
    "title": (("Velkommen", "Velkommen til et stort hus med mange rum " * 9),),
    "letter": (("Vi lytter", "Vi \u1680lytter"),),
    "two things": (("Velkommen", "Velkommen" * 40), ("Vi lytter", "Vi lytter til alle " * 90)),
    "activities": (("events: 3", "events: 60"),),
}


@pytest.mark.parametrize("much", TOO_MUCH)
@pytest.mark.parametrize("kind", [FlyerKind.FLYER, FlyerKind.WAITING_ROOM, FlyerKind.LEAFLET])
def test_a_check_tells_what_a_build_tells(
    kind: FlyerKind, much: str, tmp_path: Path, typesetter: Typesetter
):
    """It sets less: nothing in black, and of the pack only what was not set by itself."""
    flyers = re.sub("    picture.*\n", "", FLYER.format(kind=kind.value, paper="a4"))
    second = flyers.partition("\n")[2].replace("id: f", "id: g").replace("code: f", "code: g")
    for old, new in TOO_MUCH[much]:
        flyers = flyers.replace(old, new)
    if kind is not FlyerKind.LEAFLET:
        second = second.replace("paper: [a4]", "paper: [a5]")
    head, _, event = EVERYTHING["events.yml"].partition("\n")
    many = "".join(event.replace("klaver", f"klaver-{count}") for count in range(30))
    files = EVERYTHING | {"events.yml": f"{head}\n{many}", "flyers.yml": flyers + second}
    house, _ = laid_out_house(tmp_path, files)
    jobs = list(house_jobs(house, THEME / "locales", print_shop=False))
    built = print_jobs(jobs, typesetter, Kept(tmp_path / "built")).problems
    checked = print_problems(jobs, typesetter, Kept(tmp_path / "checked"))
    assert checked == built
    told = much != "nothing" and (much != "activities" or kind is FlyerKind.FLYER)
    assert bool(built) == told


def test_every_way_has_its_drawing_on_paper(tmp_path: Path):
    """What told/getting_there.py may say with an icon, the templates can draw."""
    stops = "".join(f"      - {{kind: {kind.value}, name: Torvet}}\n" for kind in Vehicle)
    texts = ("car", "accessible_parking", "bicycle", "pram")
    ways = f"  - stops:\n{stops}" + "".join(f"    {name}: Der er plads.\n" for name in texts)
    house, problems = laid_out_house(tmp_path, {"transport.yml": f"getting_there:\n{ways}"})
    assert not [problem for problem in problems if problem.level == "error"]
    [place] = house.municipality.location.places
    facts = ways_to(house, place)
    assert len(facts) == len(Vehicle) + len(texts)
    drawings = (THEME / "print" / "drawings.typ").read_text("utf-8")
    drawn = set(re.findall(r'^  ([a-z_]+): "', drawings, re.MULTILINE))
    assert {fact.icon for fact in facts} | {"pin"} <= drawn


def test_a_drawing_that_is_missing_is_a_dot(tmp_path: Path, typesetter: Typesetter):
    house, _ = laid_out_house(
        tmp_path, EVERYTHING | {"flyers.yml": FLYER.format(kind="month", paper="a4")}
    )
    document = next(house_jobs(house, THEME / "locales", print_shop=False)).document
    sheet = replace(document.sheets[0], kind="flyer", ways=(Way("ballon", "Kom i ballon."),))
    assert "Kom i ballon." in text_of(typesetter.pdf(replace(document, sheets=(sheet,))))


def test_only_the_picture_that_the_page_shows_is_made(tmp_path: Path, typesetter: Typesetter):
    flyer = "flyers: [{id: f, code: f, kind: flyer, paper: [a5, a4], title: Velkommen}]\n"
    house, _ = laid_out_house(tmp_path, {"flyers.yml": flyer})
    prints = printed_of(house, typesetter, tmp_path / "kept")
    pictures = [file.address for file in prints.files if file.address.endswith(".webp")]
    assert pictures == ["flyers/f-a5.webp"]
    assert [file.flyer for file in prints.printed if file.preview_size != (0, 0)] == ["f"]


def test_the_order_in_which_sheets_are_set_changes_no_byte(tmp_path: Path):
    """What Typst and we remember of one sheet shows nowhere in another."""
    files = EVERYTHING | {
        "flyers.yml": FLYER.format(kind="waiting_room", paper="a4").replace("a4", "a4, a3")
    }
    files["flyers.yml"] = re.sub("    picture.*\n", "", files["flyers.yml"])
    house, _ = laid_out_house(tmp_path, files)
    documents = [job.document for job in house_jobs(house, THEME / "locales", print_shop=True)]
    forwards, backwards = Typesetter(THEME / "print"), Typesetter(THEME / "print")
    there = [forwards.pdf(document) for document in documents]
    back = [backwards.pdf(document) for document in reversed(documents)]
    assert there == back[::-1]
