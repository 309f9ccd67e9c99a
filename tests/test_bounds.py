"""No folder of an author takes long or much to read, whatever lies in it.

Each is read and checked by a process of its own, whose time and memory are measured and printed
(`pytest -s`). The promise: 2 seconds and 300 MiB, or a problem that says what is too large.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image
from test_cases import HOUSE

from site_generator.records.page_parts import MAX_BODY

# Two seconds on a machine that needs 0.22 for the sum below.
SECONDS, MEBIBYTES = 2.0, 300
# Processor time is counted, as others may be at work; what waits for ever is ended by this.
WAITS = 60

READ = """
import json, sys
from datetime import date
from pathlib import Path
from time import process_time
from site_generator.read.source import parse_document
from site_generator.records.municipality import read_municipality
from site_generator.records.shared_content import read_shared_content
from site_generator.rules import Circumstances, check
shared, _ = read_shared_content(Path(sys.argv[2]))
begun = process_time()
house, problems = read_municipality(Path(sys.argv[1]), shared)
if house:
    problems += check(house, Circumstances(shared=shared, today=date(2026, 11, 22)))
seconds = process_time() - begun
# The same in each process: how fast this machine is just now, others' work included.
begun = process_time()
sum(n * n % 7 for n in range(4_000_000))
seconds *= 0.22 / (process_time() - begun)
# Of this process alone: what getrusage tells begins with the size of whoever began it.
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
memory = int(peak.split()[1]) / 1024
print(json.dumps([seconds, memory, sorted({str(problem) for problem in problems})]))
"""


@dataclass(frozen=True)
class Reading:
    seconds: float
    mebibytes: float
    problems: list[str]


def reading(folder: Path) -> Reading:
    shared = Path(__file__).parent / "broken" / "content"
    command = [sys.executable, "-c", READ, str(folder), str(shared)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=WAITS, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return Reading(*json.loads(done.stdout))


def best_reading(folder: Path) -> Reading:
    """The better of two where the first was slow: what else the machine does is not measured."""
    done = reading(folder)
    return done if done.seconds < SECONDS else reading(folder)


@pytest.fixture
def house(tmp_path: Path) -> Path:
    folder = tmp_path / "testkommune"
    (folder / "media").mkdir(parents=True)
    (folder / "pages").mkdir()
    for name, text in HOUSE.items():
        (folder / name).write_text(text, "utf-8")
    return folder


def link(name: str, target: str) -> Callable[[Path], None]:
    def lay(folder: Path) -> None:
        (folder / name).parent.mkdir(exist_ok=True)
        if (folder / name).is_dir():
            (folder / name).rmdir()
        (folder / name).symlink_to(target)

    return lay


def pipe(name: str) -> Callable[[Path], None]:
    return lambda folder: os.mkfifo(folder / name)


def listening(folder: Path) -> None:
    here = Path.cwd()
    os.chdir(folder / "media")  # the name of a socket may not be long
    try:
        with socket.socket(socket.AF_UNIX) as server:
            server.bind("x.jpg")
    finally:
        os.chdir(here)


def deep(folder: Path) -> None:
    path = folder / "media" / "/".join(["d"] * 400)
    path.mkdir(parents=True)
    (path / "a.jpg").write_text("x", "utf-8")


OUT = "Genvejen fører ud af mappen. Læg selve filen i mappen i stedet."
NO_FILE = "Filen kan ikke åbnes. Se efter, om det er en almindelig fil, som du har lov til at læse."
NO_LINK = "En genvej kommer ikke med på siden. Læg selve filen i mappen i stedet."
NOT_PLAIN = "Det er ikke en almindelig fil. Slet den."
ONLY_PAGES = "Her kan kun ligge sider i Markdown. Giv filen et navn på .md."
STRANGE = {
    "a link to itself": (link("events.yml", "events.yml"), f"events.yml:1  {OUT}"),
    "a link to a device": (link("events.yml", "/dev/zero"), f"events.yml:1  {OUT}"),
    "a link to a file elsewhere": (link("events.yml", "/etc/passwd"), f"events.yml:1  {OUT}"),
    "a link to the folder above": (link("pages", ".."), f"pages:1  {OUT}"),
    "pages that are a ring": (link("pages", "pages"), f"pages:1  {OUT}"),
    "media that are the whole disk": (link("media", "/"), f"media:1  {OUT}"),
    "a picture that is a device": (link("media/a.jpg", "/dev/zero"), f"media/a.jpg:1  {NO_LINK}"),
    "a picture that is a ring": (link("media/a.jpg", "a.jpg"), f"media/a.jpg:1  {NO_LINK}"),
    "a folder of pictures that is a ring": (link("media/a", "../media"), f"media/a:1  {NO_LINK}"),
    "a page that is a device": (link("pages/a.md", "/dev/zero"), f"pages/a.md:1  {ONLY_PAGES}"),
    "a file that is a pipe": (pipe("events.yml"), f"events.yml:1  {NO_FILE}"),
    "a page that is a pipe": (pipe("pages/a.md"), f"pages/a.md:1  {ONLY_PAGES}"),
    "a picture that is a pipe": (pipe("media/a.jpg"), f"media/a.jpg:1  {NOT_PLAIN}"),
    "a picture that listens": (listening, f"media/x.jpg:1  {NOT_PLAIN}"),
    "a file that is a folder": (
        lambda folder: (folder / "events.yml").mkdir(),
        f"events.yml:1  {NO_FILE}",
    ),
    "folders within folders": (
        deep,
        f"media/{'/'.join('d' * 8)}:1  Så langt inde bliver ingen filer læst. "
        "Læg filerne direkte i mappen media.",
    ),
}


@pytest.mark.parametrize("kind", STRANGE)
def test_what_is_no_plain_file_is_told_and_not_opened(house: Path, kind: str):
    lay, told = STRANGE[kind]
    lay(house)
    done = reading(house)
    assert f"municipalities/testkommune/{told}" in done.problems
    within_bounds(kind, done)


def within_bounds(kind: str, done: Reading) -> None:
    print(f"{kind}: {done.seconds:.2f} s, {done.mebibytes:.0f} MiB")
    assert done.seconds < SECONDS
    assert done.mebibytes < MEBIBYTES


def activities(folder: Path) -> None:
    """As many as the file may hold, each week, with days of their own left out."""
    text = "events:\n" + "".join(
        f"  - id: a{n}\n    title: Leg {n}\n    weekly: mandag\n    from: 2026-01-05\n"
        "    until: 2026-12-21\n    time: 10-12\n    place: hus\n"
        for n in range(5000)
    )
    (folder / "events.yml").write_text(text, "utf-8")


def offers(folder: Path) -> None:
    text = "offers:\n" + "".join(
        f"  - id: t{n}\n    title: Tilbud nummer {n}\n    summary: Kom og leg.\n"
        "    access: open\n    audience: [parents]\n    topics: [network]\n    cost: gratis\n"
        for n in range(2000)
    )
    (folder / "offers.yml").write_text(text, "utf-8")


def exceptions(folder: Path) -> None:
    days = [f"2026-{m:02}-{d:02}" for m in range(1, 13) for d in range(1, 29)]
    text = "house:\n  - week:\n      monday: 10-12\nexceptions:\n" + "".join(
        f"  - date: {day}\n    hours: lukket\n    reason: Lukket\n" for day in days
    )
    (folder / "opening_hours.yml").write_text(text, "utf-8")
    activities(folder)


def photographs(folder: Path) -> None:
    first = folder / "media" / "foto0.jpg"
    # Speckled, as leaves and gravel are: such pictures are the slowest to read.
    Image.effect_noise((4000, 3000), 80).convert("RGB").save(first, quality=70)
    for number in range(1, 300):
        os.link(first, first.with_name(f"foto{number}.jpg"))


def drawing(folder: Path) -> None:
    shape = '<path d="M0 0L9 9"/>'
    text = (
        f'<svg xmlns="http://www.w3.org/2000/svg">{shape * (20 * 1024 * 1024 // len(shape))}</svg>'
    )
    (folder / "media" / "stor.svg").write_text(text, "utf-8")


def largest_drawing(folder: Path) -> None:
    shape = '<path d="M0 0L9 9" style="fill:rgb(1,2,3)"/>'
    text = f'<svg xmlns="http://www.w3.org/2000/svg">{shape * (1000 * 1000 // len(shape))}</svg>'
    (folder / "media" / "stor.svg").write_text(text, "utf-8")


def sound(folder: Path) -> None:
    with (folder / "media" / "tale.mp3").open("wb") as file:
        file.write(b"ID3")
        file.truncate(200 * 1024 * 1024)


# Each rule looks through a text in its own way, and one that looks back is enough to wait for.
HOSTILE = {
    "open brackets": "[" * 100_000,
    "open pictures": "![" * 50_000,
    "references": "[a][" * 25_000,
    "targets": "](" * 50_000,
    "safe targets": "](https://" * 10_000,
    "stars": "**a" * 30_000,
    "lines": "_" * 100_000,
    "tags": "<a " * 30_000,
    "empty lines": "\n" * 100_000 + "x",
    "a long line of spaces": "\n" + " " * 100_000 + "x",
    "a word": "a-" * 50_000,
    "numbers": "1." * 50_000,
    "quotes": "“" * 100_000,
    "a table": "|a" * 30_000 + "\n" + "|-" * 30_000,
    "dates": "5. maj\n\n" * 12_000,
}


# A parser takes its time for each name, and more than that for what stands within each other.
HOSTILE_YAML = {
    "a list of 400,000 points": "audience: [" + "a," * 400_000 + "a]",
    "names in braces": "title: {" + "a," * 400_000 + "}",
    "pairs in a list": "audience: [" + "a: b," * 180_000 + "]",
    "lists on lines": "- [a,a]\n" * 120_000,
    "points": "audience:\n" + "- a\n" * 250_000,
    "names": "".join(f"k{n}: a\n" for n in range(100_000)),
    "the same name": "a: b\n" * 200_000,
    "texts that begin": "a: |\n" * 200_000,
    "empty points": "a:\n" + "-\n" * 500_000,
    "question marks": "? a\n" * 250_000,
    "empty lines": "\n" * 1_000_000,
    "notes": "# x\n" * 250_000,
    "one long word": "headline: " + "x" * 1_000_000,
    "one long line": "headline: " + "x " * 500_000,
    "one long name": "a" * 1_000_000 + ": b",
    "a long anchor": "headline: &" + "x" * 1_000_000 + " b",
    "anchors": "".join(f"k{n}: &a b\n" for n in range(80_000)),
    "files in one": "a: b\n---\n" * 100_000,
    "steps": "\n".join(" " * n + "a:" for n in range(1400)),
    "dashes in a row": ("- " * 19 + "x\n") * 20_000,
    "open brackets on lines": "a: [\n" * 1900,
    "open braces on lines": "a: {\n" * 1900,
    "brackets within brackets": "a: " + "[" * 45 + "]" * 45 + "\n" + ("a: [" * 45 + "\n") * 400,
    "tabs": "\ta: b\n" * 160_000,
    "bullets": "– a\n" * 160_000,
    "hard spaces": "\u00a0a: b\n" * 110_000,
    "letters nobody sees": "a: b\u200b\n" * 110_000,
    "conflicts": "<<<<<<< a\n=======\n>>>>>>> b\n" * 30_000,
    "conflicts without an end": "<<<<<<< a\n" * 50_000 + "=======\n" * 40_000,
    "percents": "%TAG ! x\n" * 100_000,
    "spaces": "headline:" + " " * 1_000_000,
}


@pytest.mark.parametrize("kind", HOSTILE_YAML)
def test_hostile_yaml_is_read_in_time(house: Path, kind: str):
    with (house / "site.yml").open("a", encoding="utf-8") as file:
        file.write(HOSTILE_YAML[kind])
    done = best_reading(house)
    within_bounds(kind, done)
    assert done.problems or "spaces" in kind or "empty lines" in kind or "notes" in kind


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "\n" * 100_001,
            "100000  Filen er på over 100000 linjer, og så mange bliver ikke læst.",
        ),
        (
            "a: b\n" * 80_000,
            "74999  Filen har over 150000 navne og værdier, og så mange bliver ikke læst.",
        ),
        (
            "a: b\n" * 9 + "[\n" * 60,
            "60  Her er så mange parenteser eller streger, at filen ikke kan læses.",
        ),
        (
            "a: b\nb: " + "- " * 30,
            "2  Her er så mange parenteser eller streger, at filen ikke kan læses.",
        ),
    ],
)
def test_what_is_too_much_is_told_where_it_becomes_so(house: Path, text: str, told: str):
    (house / "events.yml").write_text(text, "utf-8")
    remedy = "Se efter, om der er kommet noget forkert med ind, og slet det."
    assert f"municipalities/testkommune/events.yml:{told} {remedy}" in reading(house).problems


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_text_is_read_in_time(house: Path, kind: str):
    head = "---\ntitle: Side\nsummary: Kort.\n---\n"
    (house / "pages" / "side.md").write_text(head + HOSTILE[kind][:MAX_BODY], "utf-8")
    within_bounds(kind, best_reading(house))


def test_a_page_that_is_too_long_is_told_where_it_becomes_so(house: Path):
    text = "---\ntitle: Side\nsummary: Kort.\n---\n" + "Hej.\n" * 10 + "[" * 100_000
    (house / "pages" / "side.md").write_text(text, "utf-8")
    done = reading(house)
    within_bounds("a page of 100,000 brackets", done)
    assert done.problems == [
        "municipalities/testkommune/pages/side.md:15  Siden er på 100050 tegn, og der er plads til "
        "40000. Del den i flere sider. Er der kommet noget forkert med ind, så slet det."
    ]


LARGE = {
    "5,000 activities": activities,
    "5,000 activities and 336 closed days": exceptions,
    "2,000 offers": offers,
    "300 photographs": photographs,
    "a drawing of 20 MB": drawing,
    "a drawing of 1 MB": largest_drawing,
    "a sound of 200 MB": sound,
}


@pytest.mark.parametrize("kind", LARGE)
def test_what_is_large_is_read_in_time(house: Path, kind: str):
    LARGE[kind](house)
    done = best_reading(house)
    within_bounds(kind, done)
    assert len(done.problems) <= 200, done.problems[:9]
