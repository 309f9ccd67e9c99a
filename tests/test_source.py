"""Reading: bytes that cannot stand in a case file, and that nothing an author writes raises."""

from __future__ import annotations

import os
import random
import time
from datetime import date
from pathlib import Path

import pytest

from site_generator.problems import Problem
from site_generator.read.decoding import decode
from site_generator.read.placed import PlacedText
from site_generator.read.source import Document, parse_document, read_document
from site_generator.records.municipality import AUTHOR_FILES, read_municipality
from site_generator.records.shared_content import SharedContent, read_shared_content
from site_generator.records.validate import validate
from site_generator.rules import Circumstances, check
from site_generator.schema.site import SiteFile

HERE = Path(__file__).parent
BROKEN = HERE / "broken" / "brokenkommune"

SITE = """\
name: Familiens Hus på Møn
municipality: Testkommune
status: demo
headline: Et hus for alle
intro: Kom og vær med.
access: open
"""


def read(folder: Path, data: bytes) -> Document:
    file = folder / "site.yml"
    file.write_bytes(data)
    return read_document(file, "site.yml")


def messages(problems: list[Problem]) -> list[tuple[int, str]]:
    return [(problem.line, problem.message) for problem in problems]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_another_encoding_is_told_once_and_read(tmp_path: Path, encoding: str) -> None:
    """A file that Windows saved is named as such, and its letters are right all the same."""
    document = read(tmp_path, SITE.encode(encoding))
    told = "Filen er ikke gemt som UTF-8, så æ, ø og å bliver forkerte."
    assert messages(document.problems) == [(1, told)]
    assert document.block["name"] == "Familiens Hus på Møn"
    assert document.block["intro"] == "Kom og vær med."


def test_one_wrong_letter_spoils_one_line(tmp_path: Path) -> None:
    """A byte that was pasted in leaves the letters of all other lines right."""
    data = SITE.encode().replace(b"demo", b"dem\xf8")
    document = read(tmp_path, data)
    assert [line for line, _ in messages(document.problems)] == [3]
    assert document.block["name"] == "Familiens Hus på Møn"
    assert document.block["status"] == "demø"


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_line_ends_and_byte_order_marks_do_not_matter(
    tmp_path: Path, mark: bytes, end: bytes
) -> None:
    """Windows and old Macs write other line ends; lines are counted the same."""
    document = read(tmp_path, mark + SITE.encode().replace(b"\n", end))
    assert document.problems == []
    assert document.block.line_of("access") == 6


def test_zero_bytes_are_told_line_by_line(tmp_path: Path) -> None:
    """A NUL is a hidden character; the line is named and the file read."""
    document = read(tmp_path, SITE.encode().replace(b"demo", b"de\0mo"))
    assert messages(document.problems) == [(3, "Linjen har et skjult tegn, som ikke kan vises.")]
    assert document.block["access"] == "open"


def test_two_megabytes_are_refused(tmp_path: Path) -> None:
    """What is far too large is not read at all, and what it lacks is not told."""
    document = read(tmp_path, b"name: " + b"x" * 2 * 1024 * 1024)
    _, faults = validate(SiteFile, document.block)
    assert len(document.problems) == 1
    assert "1 MB" in document.problems[0].message
    assert faults == []


_NO_FILES = ["folder", "nothing", "dangling link", "link to itself", "pipe", "link to a pipe"]


@pytest.mark.parametrize("kind", _NO_FILES)
def test_what_is_no_file_is_told_once(tmp_path: Path, kind: str) -> None:
    """A folder with the name of a file, or no file at all, is one problem."""
    file = tmp_path / "site.yml"
    if kind == "folder":
        file.mkdir()
    elif kind == "dangling link":
        file.symlink_to(tmp_path / "nowhere.yml")
    elif kind == "link to itself":
        file.symlink_to(file)
    elif kind.endswith("pipe"):
        os.mkfifo(tmp_path / "pipe")
        file.symlink_to(tmp_path / "pipe") if "link" in kind else (tmp_path / "pipe").rename(file)
    document = read_document(file, "site.yml")
    _, faults = validate(SiteFile, document.block)
    assert len(document.problems) == 1
    assert faults == []


@pytest.mark.parametrize("target", ["/dev/zero", "/etc/passwd", "../site.yml", "../hus-2/site.yml"])
def test_a_link_out_of_the_folder_is_told_and_never_opened(tmp_path: Path, target: str) -> None:
    """Whether it leads to a device without an end or to a file of somebody else."""
    folder = tmp_path / "hus"
    (tmp_path / "hus-2").mkdir()
    folder.mkdir()
    for file in (tmp_path / "site.yml", tmp_path / "hus-2" / "site.yml"):
        file.write_text("name: Hemmelig\n")
    (folder / "site.yml").symlink_to(target)
    document = read_document(folder / "site.yml", "site.yml")
    assert document.text == ""
    assert messages(document.problems) == [(1, "Genvejen fører ud af mappen.")]


def test_a_link_within_the_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "rigtig.yml").write_text("name: Hus\n")
    (tmp_path / "site.yml").symlink_to("rigtig.yml")
    assert read_document(tmp_path / "site.yml", "site.yml").block == {"name": "Hus"}


@pytest.mark.parametrize("name", ["events.yml", "pages", "andet"])
@pytest.mark.parametrize("target", ["itself", "/dev/zero", "/dev"])
def test_links_in_a_folder_are_told_once_and_read_on(
    tmp_path: Path, shared: SharedContent, name: str, target: str
) -> None:
    folder = tmp_path / "testkommune"
    folder.mkdir()
    (folder / "site.yml").write_text(SITE, "utf-8")
    (folder / name).symlink_to(folder / name if target == "itself" else target)
    told = [problem for problem in everything_told(folder, shared) if name in problem.path]
    assert [problem.path for problem in told] == [f"municipalities/testkommune/{name}"]


@pytest.mark.parametrize(
    "nasty",
    [
        "[" * 300_000,
        "{" * 300_000,
        "- " * 300_000,
        "? " * 300_000,
        "a: " * 300_000,
        "[a, " * 500 + "]" * 500,
        "\n".join(" " * depth + "a:" for depth in range(1500)),
        "a: b: c\n" * 1900,
        "x: 'y\n" * 1900,
        "\t- x\n" * 1900,
    ],
    ids=[
        "brackets",
        "braces",
        "dashes",
        "questions",
        "colons",
        "nested",
        "deep",
        "faults",
        "quotes",
        "tabs",
    ],
)
def test_nasty_texts_take_no_longer_than_long_ones(nasty: str) -> None:
    """What would take a parser for ever is refused, or read in about the time of a long file."""
    ordinary = "places:\n" + "  - id: hus\n    name: Huset\n" * 10_000
    begun = time.perf_counter()
    parse_document(ordinary, "location.yml")
    read_ordinary = time.perf_counter()
    document = parse_document(nasty, "location.yml")
    read_nasty = time.perf_counter()
    assert document.problems
    assert read_nasty - read_ordinary < 20 * (read_ordinary - begun)


def test_deep_nesting_is_told() -> None:
    """Twelve levels are plenty."""
    text = "\n".join("  " * depth + "a:" for depth in range(30)) + " b"
    document = parse_document(text, "site.yml")
    assert messages(document.problems) == [(13, "Der er for mange niveauer inde i hinanden her.")]


def test_at_most_a_hundred_faults_of_syntax_are_told() -> None:
    """A file that is something else altogether does not fill the screen."""
    document = parse_document("\n".join(f"- a{n}: [\n}}" for n in range(600)), "site.yml")
    assert 0 < len(document.problems) <= 200


def test_texts_know_their_lines() -> None:
    """A word in a text of several lines is found on its own line, however the text is set."""
    text = "a: |\n\n  en to\n  tre to\nb: >\n  fire\n  fem\nc: seks\n  syv\nd: 'otte'\n"
    block = parse_document(text, "f").block
    for key, word, line in [("a", "to", 3), ("a", "tre", 4), ("b", "fem", 7), ("c", "syv", 9)]:
        assert isinstance(block[key], PlacedText)
        assert block[key].line_at(block[key].index(word)) == line
    assert block["a"].line_at(block["a"].rindex("to")) == 4
    assert block["d"].line == 10


def test_byte_order_mark_inside_wide_text_is_gone() -> None:
    """UTF-16 with a mark does not leave it in the first name."""
    text, _ = decode("\ufeffname: Hus".encode("utf-16-le"), "site.yml")
    assert text == "name: Hus"


@pytest.fixture(scope="module")
def shared() -> SharedContent:
    return read_shared_content(HERE / "broken" / "content")[0]


_TORN = [
    *(b'"', b"'", b"[", b"{", b": ", b"\t", b"- ", b"|", b"&a ", b"*a", b"\0", b"\xe6", b"\n"),
    *(b"#", b"---\n", b"%", b"@", b"!", b"  ", b"http://", b"<b>", b"\xef\xbb\xbf", b"\r", b"99"),
    *("\u2028\u202e".encode(), b"x" * 400, b"\xff\xfe", b"-", b"31", b": |\n", b"? ", b"...\n"),
]


def torn(data: bytes, rng: random.Random) -> bytes:
    """An author's file after a few slips of the hand, the cat and the disk."""
    result = bytearray(data or b" ")
    for _ in range(rng.randint(1, 6)):
        at, kind = rng.randrange(len(result) + 1), rng.randrange(4)
        if kind == 0:
            result[at:at] = rng.choice(_TORN)
        elif kind == 1:
            del result[at : at + rng.randint(1, 30)]
        elif kind == 2:
            other = rng.randrange(len(result) + 1)
            result[at:at] = result[other : other + rng.randint(1, 200)]
        else:
            result[at:at] = rng.randbytes(rng.randint(1, 5))
    return bytes(result)


@pytest.mark.parametrize("seed", range(12))
def test_nothing_an_author_writes_raises(tmp_path: Path, shared: SharedContent, seed: int) -> None:
    """Files torn at random give problems with lines and remedies, never a traceback."""
    rng = random.Random(seed)
    whole = sorted([*BROKEN.glob("*.yml"), *BROKEN.glob("pages/*.md")])
    for number in range(25):
        folder = tmp_path / f"kommune-{number}"
        (folder / "pages").mkdir(parents=True)
        (folder / "site.yml").write_text(SITE, "utf-8")
        file = rng.choice(whole)
        (folder / file.relative_to(BROKEN)).write_bytes(torn(file.read_bytes(), rng))
        told = everything_told(folder, shared)
        assert all(problem.line >= 1 and problem.message for problem in told), number


def everything_told(folder: Path, shared: SharedContent) -> list[Problem]:
    municipality, problems = read_municipality(folder, shared)
    assert municipality is not None
    return problems + check(municipality, Circumstances(shared=shared, today=date(2026, 11, 22)))


@pytest.mark.parametrize("seed", range(3))
def test_random_bytes_do_not_raise(tmp_path: Path, shared: SharedContent, seed: int) -> None:
    """Not even files that were never text."""
    rng = random.Random(seed)
    folder = tmp_path / "testkommune"
    folder.mkdir()
    for name in AUTHOR_FILES:
        (folder / name).write_bytes(rng.randbytes(rng.choice([0, 1, 50, 3000])))
    assert everything_told(folder, shared)
