"""A fuzzer that knows what author files look like: real houses, torn where hands slip.

`python tests/fuzz.py [CASES] [FIRST_SEED]` (or `make fuzz`) prints the seed of each case that
breaks a promise, with what was broken and what had been done to which file. A case is its seed and
nothing else. Seeds that once broke something stand in tests/cases/fuzz/seeds.txt, with its kind.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from site_generator.problems import Problem
from site_generator.records.municipality import AUTHOR_FILES, read_municipality
from site_generator.records.shared_content import SharedContent, read_shared_content
from site_generator.rules import Circumstances, check

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
SMALL = HERE / "golden" / "testkommune"
LARGE = tuple(HERE / "houses" / slug for slug in ("eksempel", "aalborg", "vejle"))
CONTENT = HERE / "broken" / "content"
TODAY = date(2026, 11, 22)
MOST_SECONDS = 2.0

Lines = list[bytes]

# What gets in by another keyboard, another program or the wrong file.
ODD = [
    *(b"\t", b"\xc2\xa0", b"\xe2\x80\x8b", b"\xc2\xad", b"\xef\xbb\xbf", b"\x00", b"\x1b[31m"),
    *(b"\xe6", b"\xff\xfe", "æ".encode("utf-16"), "ae\u0308".encode(), "\u202e".encode()),
    *("\u2028".encode(), "“”’–—•…".encode(), "👩‍👧".encode(), "ا".encode(), b"\r", b"\x85"),
    *(b'"', b"'", b": ", b" #", b"- ", b"[", b"]", b"{", b"}", b"|", b">", b"&a ", b"*a", b"!!x "),
    *(b"%", b"@", b"`", b"?", b"...", b"---", b"<<: ", b"<b>", b"</", b"<!--", b"&lt;", b"&#0;"),
    *(b"](javascript:x)", b"![](x)", b"**", b"_", b"```", b"~~~", b"1. ", b"> ", b"|---|", b"\\"),
    *(b"<<<<<<< HEAD", b"=======", b">>>>>>> x", b"{{ x }}", b"{% x %}", b"%s", b"{x}", b"::"),
]

VALUES = [
    *(b"", b"~", b"null", b"ja", b"no", b"true", b"0", b"-1", b"1e999", b"0x7f", b"0o7", b".nan"),
    *(b"9" * 400, b"10:30", b"24:00", b"9.30-8", b"00:00-00:00", b"mandag", b"31-02", b"29-02"),
    *(b"2026-02-30", b"0000-01-01", b"9999-12-31", b"99999-1-1", b"2026-11-22", b"25/12"),
    *(
        b"[]",
        b"{}",
        b"[a, b]",
        b"{a: b}",
        b"[[[]]]",
        b"|",
        b">-",
        b"'",
        b'"',
        b"# note",
        b"&a",
        b"*a",
    ),
    *(b"https://", b"https://a.dk:99999/", b"http://[::1", b"javascript:x", b"mailto:", b"tel:+"),
    *(b"#fff", b"#zzzzzz", b"../../x.jpg", b"media/", b"C:\\x", b"x" * 3000, b"x " * 2000, b"ask"),
    *("æøå".encode(), b"-", b"a-b", b"A B", b"da", b"uk: x", b"every second week", b"\xe6", b"+45"),
]


def drop(lines: Lines, chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    del lines[at : at + chance.choice((1, 1, 1, 2, 5))]


def double(lines: Lines, chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    lines[at:at] = lines[at : at + chance.choice((1, 1, 4))]


def move(lines: Lines, chance: random.Random) -> None:
    lines.insert(chance.randrange(len(lines)), lines.pop(chance.randrange(len(lines))))


def indent(lines: Lines, chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    until = at + chance.choice((1, 1, 3, 20))
    by = chance.choice((b" ", b"  ", b"\t", b"        ", b"\xc2\xa0 "))
    lines[at:until] = [by + line for line in lines[at:until]]


def outdent(lines: Lines, chance: random.Random) -> None:
    at, by = chance.randrange(len(lines)), chance.choice((1, 2, 4))
    until = at + chance.choice((1, 1, 3))
    lines[at:until] = [line[by:] if line[:by].isspace() else line for line in lines[at:until]]


def other_value(lines: Lines, chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    key, colon, _ = lines[at].partition(b": ")
    if colon:
        lines[at] = key + colon + chance.choice(VALUES)
    elif lines[at].lstrip().startswith(b"- "):
        lines[at] = lines[at].partition(b"- ")[0] + b"- " + chance.choice(VALUES)
    else:
        lines[at] += b" " + chance.choice(VALUES)


def swap_values(lines: Lines, chance: random.Random) -> None:
    with_values = [at for at, line in enumerate(lines) if b": " in line]
    if len(with_values) > 1:
        one, other = chance.sample(with_values, 2)
        (a, _, x), (b, _, y) = (lines[at].partition(b": ") for at in (one, other))
        lines[one], lines[other] = a + b": " + y, b + b": " + x


def other_key(lines: Lines, chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    key, colon, value = lines[at].partition(b":")
    if colon and len(key) > 1:
        cut = chance.randrange(len(key))
        lines[at] = (
            key[:cut] + chance.choice((b"", b"x", b" ", b"-", b"_")) + key[cut + 1 :] + b":" + value
        )


def odd_letters(lines: Lines, chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    place = chance.randrange(len(lines[at]) + 1)
    lines[at] = lines[at][:place] + chance.choice(ODD) + lines[at][place:]


def cut_letters(lines: Lines, chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    place = chance.randrange(len(lines[at]) + 1)
    lines[at] = lines[at][:place] + lines[at][place + chance.choice((1, 1, 2, 30)) :]


def nest(lines: Lines, chance: random.Random) -> None:
    at, deep = chance.randrange(len(lines)), chance.choice((3, 14, 60, 400))
    if chance.random() < 0.5:
        lines[at:at] = [b" " * level * 2 + b"a:" for level in range(deep)]
    else:
        lines[at] += chance.choice((b" [", b" {a: ", b" - ", b"> ", b"1. ", b"**", b"[a](")) * deep


def much(lines: Lines, chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    until = at + chance.choice((1, 3, 30))
    lines[at:at] = lines[at:until] * chance.choice((20, 200))


def from_elsewhere(lines: Lines, chance: random.Random) -> None:
    """What stood in another file was pasted here."""
    other = chance.choice(_author_files(SMALL)).read_bytes().split(b"\n")
    start = chance.randrange(len(other))
    at = chance.randrange(len(lines))
    lines[at:at] = other[start : start + chance.randint(1, 12)]


def join_lines(lines: Lines, chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    lines[at : at + 2] = [b"".join(lines[at : at + 2])]


def random_bytes(lines: Lines, chance: random.Random) -> None:
    lines[chance.randrange(len(lines))] = chance.randbytes(chance.choice((1, 8, 200)))


def nothing_left(lines: Lines, chance: random.Random) -> None:
    lines[:] = lines[: chance.choice((0, 1, len(lines) // 2))] or [b""]


Slip = Callable[[Lines, random.Random], None]
SLIPS: tuple[Slip, ...] = (
    *(drop, double, move, indent, outdent, other_value, other_value, other_value, swap_values),
    *(other_key, odd_letters, odd_letters, cut_letters, nest, much, from_elsewhere, join_lines),
    *(random_bytes, nothing_left),
)


@dataclass(frozen=True)
class Broken:
    """A promise that was broken by a case."""

    seed: int
    did: str
    what: str

    def __str__(self) -> str:
        return f"seed {self.seed} ({self.did}): {self.what}"


@cache
def _author_files(folder: Path) -> list[Path]:
    own = [folder / name for name in AUTHOR_FILES if (folder / name).is_file()]
    return [*own, *sorted(folder.glob("pages/*.md"))]


@cache
def _content_files() -> list[Path]:
    return sorted([*CONTENT.rglob("*.yml"), *CONTENT.rglob("*.md")])


@cache
def _shared() -> SharedContent:
    return read_shared_content(CONTENT)[0]


class Fuzzer:
    """Houses laid out once; each case changes a file or two, reads, and puts them back."""

    def __init__(self, folder: Path, houses: tuple[Path, ...] = (SMALL,)) -> None:
        self.folder, self.houses = folder, houses
        for house in dict.fromkeys(houses):
            shutil.copytree(house, folder / "municipalities" / house.name)
        shutil.copytree(CONTENT, folder / "content")
        # What is missing in it is told of a folder that is there.
        (folder / "content" / "legal").mkdir(exist_ok=True)

    def case(self, seed: int) -> Iterator[Broken]:
        """One case; yields each promise that it breaks."""
        with self._laid_out(seed) as (slug, of_content, did):
            for broken in self.broken_in(slug, of_content):
                yield Broken(seed, did, broken)

    def told(self, seed: int) -> list[Problem]:
        """What is told of a case."""
        with self._laid_out(seed) as (slug, of_content, _):
            return self._problems(slug, of_content)

    @contextmanager
    def _laid_out(self, seed: int) -> Iterator[tuple[str, bool, str]]:
        chance = random.Random(seed)
        house, of_content = chance.choice(self.houses), chance.random() < 0.15
        files = _content_files() if of_content else _author_files(house)
        torn = [self._torn(file, chance) for file in chance.sample(files, chance.choice((1, 1, 2)))]
        try:
            yield house.name, of_content, ", ".join(f"{f.name}: {slips}" for f, slips, _ in torn)
        finally:
            for file, _, before in torn:
                file.write_bytes(before)

    def _torn(self, source: Path, chance: random.Random) -> tuple[Path, str, bytes]:
        if source.is_relative_to(CONTENT):
            file = self.folder / "content" / source.relative_to(CONTENT)
        else:
            house = source.parents[1] if source.suffix == ".md" else source.parent
            file = self.folder / "municipalities" / source.relative_to(house.parent)
        before = file.read_bytes()
        lines, slips = before.split(b"\n"), []
        for _ in range(chance.choice((1, 1, 2, 4))):
            slip = chance.choice(SLIPS)
            slip(lines, chance)
            lines = lines or [b""]
            slips.append(slip.__name__)
        file.write_bytes(b"\n".join(lines))
        return file, "+".join(slips), before

    def broken_in(self, slug: str, of_content: bool = False) -> Iterator[str]:
        """The promises that a house breaks as it lies there."""
        begun = time.process_time()
        try:
            problems = self._problems(slug, of_content)
        except Exception:
            yield traceback.format_exc(limit=-3)
            return
        took = time.process_time() - begun
        if took > MOST_SECONDS:
            yield f"took {took:.1f} s"
        for problem in problems:
            yield from self._told_badly(problem)

    def _problems(self, slug: str, of_content: bool) -> list[Problem]:
        found: list[Problem] = []
        shared = _shared()
        if of_content:
            shared, found = read_shared_content(self.folder / "content")
        municipality, faults = read_municipality(self.folder / "municipalities" / slug, shared)
        if municipality:
            faults += check(municipality, Circumstances(shared=shared, today=TODAY))
        return found + faults

    def _told_badly(self, problem: Problem) -> Iterator[str]:
        for sentence in (problem.message, problem.remedy):
            if not sentence.rstrip("»").endswith((".", "?", "!")):
                yield f"no sentence: {problem!r}"
        file = self.folder / problem.path
        if not file.parent.exists():
            yield f"no such file: {problem!r}"
        last = _lines_in(file.read_bytes()) if file.is_file() else 1
        if not 1 <= problem.line <= last:
            yield f"line {problem.line} of {last}: {problem!r}"


def _lines_in(data: bytes) -> int:
    """As editors count them, also where every letter has two bytes."""
    text = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return max(text.count(b"\n"), data.decode("utf-16", "replace").count("\n")) + 1


def main() -> None:
    cases, first = (int(number) for number in [*sys.argv[1:], "10000", "0"][:2])
    found = 0
    with tempfile.TemporaryDirectory() as folder:
        fuzzer = Fuzzer(Path(folder) / "project", (SMALL, SMALL, SMALL, *LARGE))
        for seed in range(first, first + cases):
            for broken in fuzzer.case(seed):
                found += 1
                print(broken, flush=True)
    print(f"{cases} cases, {found} broken promises.")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
