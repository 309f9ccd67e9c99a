"""Every author file in every odd shape: no traceback, no wait, each message whole and in its place.

The fuzzer tears files at random; here each file gets each thing that programs, people and
copying are known to leave in one.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from fuzz import SMALL, Fuzzer

from site_generator.records.municipality import AUTHOR_FILES

Change = Callable[[str], str | bytes]


def in_values(pattern: str, new: str) -> Change:
    """Each value of a file put otherwise."""
    return lambda text: re.sub(r"(?m)(?<=: )" + pattern, new, text)


def nested_deep(text: str) -> str:
    return "\n".join(" " * depth + "a:" for depth in range(200)) + "\n" + text


CHANGES: dict[str, Change] = {
    "empty": lambda _: "",
    "one blank": lambda _: " ",
    "only notes": lambda _: "# Her kommer noget.\n",
    "only a mark of bytes": lambda _: b"\xef\xbb\xbf",
    "a mark of bytes": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "two marks of bytes": lambda text: b"\xef\xbb\xbf" * 2 + text.encode(),
    "UTF-16": lambda text: text.encode("utf-16"),
    "UTF-16 without its mark": lambda text: text.encode("utf-16-le"),
    "UTF-32": lambda text: text.encode("utf-32"),
    "Windows letters": lambda text: text.encode("cp1252", "replace"),
    "Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "old line ends": lambda text: text.replace("\n", "\r"),
    "mixed line ends": lambda text: text.replace("\n", "\r\n", 5).replace("\n", "\r", 9),
    "zeros": lambda text: text.encode().replace(b" ", b"\0", 40),
    "only zeros": lambda _: bytes(5000),
    "tabs": lambda text: text.replace("  ", "\t"),
    "too large": lambda text: text + "# x\n" * 3_000_000,
    "a list": lambda text: "- " + text.replace("\n", "\n  "),
    "a number": lambda _: "42",
    "a text": lambda _: "Vi har åbent mandag.",
    "numbers": in_values(r"\S.*$", "42"),
    "nothing": in_values(r"\S.*$", ""),
    "nulls": in_values(r"\S.*$", "~"),
    "lists": in_values(r"\S.*$", "[a, b]"),
    "mappings": in_values(r"\S.*$", "{a: b, c: [d]}"),
    "YAML 1.1 booleans": in_values(r"\S.*$", "off"),
    "dates": in_values(r"\S.*$", "2026-11-22"),
    "times that are numbers": in_values(r"\S.*$", "10:30"),
    "emoji": in_values(r"(?=\S)", "👩‍👧 "),
    "turned around": in_values(r"(?=\S)", "\u202e"),
    "letters of other scripts": lambda text: text.replace("a", "а").replace("e", "е"),
    "letters apart": lambda text: text.replace("å", "a\u030a").replace("ø", "o\u0338"),
    "codes of HTML": in_values(r"(?=\S)", "&lt;b&gt;&#0;&nbsp;"),
    "tags": in_values(r"(?=\S)", "!!python/object:os.system "),
    "anchors": in_values(r"(?=\S)", "&a "),
    "aliases": in_values(r"\S.*$", "*a"),
    "merge keys": lambda text: "<<: *a\n" + text,
    "open quotes": in_values(r"(?=\S)", '"'),
    "curly quotes": in_values(r"(\S.*)$", r"“\1”"),
    "one further in": lambda text: re.sub(r"(?m)^(?=\S|  )", " ", text, count=7),
    "every second line further in": lambda text: re.sub(r"(?m)^(.*\n)(?=.)", r"\1 ", text),
    "one less far in": lambda text: re.sub(r"(?m)^ ", "", text, count=9),
    "not far in at all": lambda text: re.sub(r"(?m)^ +", "", text),
    "without spaces behind colons": lambda text: text.replace(": ", ":"),
    "without dashes": lambda text: text.replace("- ", "  "),
    "dashes of Word": lambda text: text.replace("- ", "– "),
    "twice": lambda text: text + "\n" + text,
    "two in one": lambda text: f"{text}\n---\n{text}\n...\n",
    "in one line": lambda text: text.replace("\n", " "),
    "names in capitals": lambda text: re.sub(
        r"(?m)^(\s*[\w-]+)(?=:)", lambda m: m[1].upper(), text
    ),
    "nested": nested_deep,
    "JSON": lambda _: '{"name": "Hus", "x": [1, null, {"y": true}], "name": "Hus"}',
    "a web page": lambda _: "<!doctype html>\n<html><body>\n<h1>404</h1>\n</body></html>\n",
    "a picture": lambda _: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40,
    "conflicts": lambda text: f"<<<<<<< HEAD\n{text}=======\n{text}>>>>>>> x\n",
    "cut off": lambda text: text[: len(text) // 2],
    "cut in a letter": lambda text: text.encode()[:-1] + "å".encode()[:1],
}
NAMES = (*AUTHOR_FILES, *(f"pages/{page.name}" for page in sorted(SMALL.glob("pages/*.md"))))


def laid(folder: Path, name: str) -> Path:
    """The file of the house, also where the house has none."""
    file = folder / "municipalities" / SMALL.name / name
    assert file.is_file(), name
    return file


@pytest.fixture
def fuzzer(tmp_path: Path) -> Fuzzer:
    return Fuzzer(tmp_path / "project", (SMALL,))


@pytest.mark.parametrize("kind", CHANGES)
def test_each_file_may_hold_it(fuzzer: Fuzzer, kind: str):
    broken = []
    for name in NAMES:
        file = laid(fuzzer.folder, name)
        before = file.read_bytes()
        changed = CHANGES[kind](before.decode())
        file.write_bytes(changed if isinstance(changed, bytes) else changed.encode())
        broken += [f"{name}: {one}" for one in fuzzer.broken_in(SMALL.name)]
        file.write_bytes(before)
    assert broken == []


def a_folder(file: Path) -> None:
    file.mkdir()
    (file / "inde.yml").write_text("a: b\n", "utf-8")


STANDS_THERE: dict[str, Callable[[Path], None]] = {
    "nothing": lambda _: None,
    "a folder": a_folder,
    "a link to nowhere": lambda file: file.symlink_to("ingenting"),
    "a link to itself": lambda file: file.symlink_to(file.name),
    "a link to another file": lambda file: file.symlink_to("location.yml"),
    "a link out": lambda file: file.symlink_to("/etc/passwd"),
    "a file that nobody may read": lambda file: file.touch(0),
}


@pytest.mark.parametrize("kind", STANDS_THERE)
def test_anything_may_stand_where_a_file_should(fuzzer: Fuzzer, kind: str):
    broken = []
    for name in NAMES:
        file = laid(fuzzer.folder, name)
        before = file.read_bytes()
        file.unlink()
        STANDS_THERE[kind](file)
        broken += [f"{name}: {one}" for one in fuzzer.broken_in(SMALL.name)]
        if file.is_dir() and not file.is_symlink():
            shutil.rmtree(file)
        else:
            file.unlink(missing_ok=True)
        file.write_bytes(before)
    assert broken == []
