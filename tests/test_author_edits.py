"""What the program writes into authors' files touches what was asked for, and no other byte."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from building import PROJECT, ROOT
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from site_generator.read.source import parse_document
from site_generator.write.author_edits import (
    Add,
    CannotEditError,
    Edit,
    Remove,
    Set,
    edited,
    value_at,
)
from site_generator.write.author_files import author_text, change_author_file

CASES = sorted((ROOT / "tests/cases/author_edits").glob("*.yml"))
FILES = sorted((PROJECT / "municipalities").glob("*/*.yml"))


def edit_of(written: dict[str, Any]) -> Edit:
    (kind,) = written.keys() & {"set", "add", "remove"}
    path = tuple(int(step) if step.isdigit() else step for step in written[kind])
    after = tuple(written.get("after", ()))
    if kind == "set":
        return Set(path, written["to"], after)
    if kind == "add":
        return Add(path, written["item"], written.get("at"), after)
    return Remove(path)


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_only_what_was_asked_for_is_written(file: Path, line_end: str) -> None:
    case = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)
    before = case["before"].replace("\n", line_end)
    edits = [edit_of(written) for written in case["edits"]]
    if "refused" in case:
        with pytest.raises(CannotEditError, match=case["refused"]):
            edited(before, edits)
    else:
        assert edited(before, edits) == case["after"].replace("\n", line_end)


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.name}")
def test_each_text_of_each_house_can_be_set_alone(file: Path) -> None:
    """The lines before and behind a changed value are the same bytes, in every real file."""
    text = author_text(file)
    texts = [path for path, value in texts_in(value_at(text, ()), ())]
    for path in texts[:: max(1, len(texts) // 3)]:
        after = edited(text, [Set(path, "Et nyt: svar # her")])
        assert value_at(after, path) == "Et nyt: svar # her"
        was, now = text.splitlines(), after.splitlines()
        above = same_from_start(was, now)
        below = same_from_start(was[above:][::-1], now[above:][::-1])
        assert len(now) - above - below <= 1


def same_from_start(one: list[str], other: list[str]) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def places_in(value: Any, above: tuple[str | int, ...]) -> Iterator[tuple[Any, Any]]:
    """Every value below one, with its path."""
    steps = value.items() if isinstance(value, dict) else enumerate(value)
    for step, inner in steps:
        yield (*above, step), inner
        if not isinstance(inner, str):
            yield from places_in(inner, (*above, step))


def texts_in(value: Any, above: tuple[str | int, ...]) -> Iterator[tuple[Any, Any]]:
    return (found for found in places_in(value, above) if isinstance(found[1], str))


EVENTS = (PROJECT / "municipalities/eksempel/events.yml").read_text("utf-8")
PLACES = [path for path, _ in places_in(value_at(EVENTS, ()), ())]
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cn")))
TEXTS = WORDS.map(lambda text: text.replace("\x85", "").replace("\ufeff", ""))
VALUES = st.recursive(
    TEXTS,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3)
        | st.dictionaries(st.sampled_from(["da", "id", "note"]), inner, min_size=1)
    ),
    max_leaves=6,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_any_value_anywhere_is_written_or_refused(data: st.DataObject) -> None:
    """Read back by the reader that reads it, the file says what it said, with one thing changed."""
    path = data.draw(st.sampled_from(PLACES))
    value = data.draw(VALUES)
    after = edited(EVENTS, [Set(path, value)])
    assert value_at(after, path) == value
    assert edited(after, [Set(path, value)]) == after
    assert edited(EVENTS, []) == EVENTS


@settings(max_examples=10, deadline=None)
@given(st.lists(st.integers(0, 18), min_size=1, max_size=12, unique=True))
def test_any_events_can_go_at_once(gone: list[int]) -> None:
    after = edited(EVENTS, [Remove(("events", index)) for index in gone])
    before = value_at(EVENTS, ("events",))
    assert value_at(after, ("events",)) == [e for at, e in enumerate(before) if at not in gone]
    assert not parse_document(after, "events.yml").problems
    assert set(after.splitlines()) <= set(EVENTS.splitlines())


def test_a_file_is_changed_whole_and_keeps_its_permissions(tmp_path: Path) -> None:
    file = tmp_path / "site.yml"
    file.write_bytes("\ufeffname: Huset  # vores\r\nstatus: demo\r\n".encode())
    file.chmod(0o640)
    assert change_author_file(file, [Set(("status",), "official")])
    assert file.read_bytes() == "\ufeffname: Huset  # vores\r\nstatus: official\r\n".encode()
    assert file.stat().st_mode & 0o777 == 0o640
    assert not change_author_file(file, [Set(("status",), "official")])
    assert [entry.name for entry in tmp_path.iterdir()] == ["site.yml"]


def test_what_is_no_text_of_ours_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "site.yml"
    for data in (b"name: \xe6", b"name: [a", b"- a\n", b"name: a\r\nother: b\n"):
        file.write_bytes(data)
        with pytest.raises(CannotEditError):
            change_author_file(file, [Set(("status",), "demo")])
        assert file.read_bytes() == data


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.name}")
def test_values_are_what_any_reader_of_yaml_finds(file: Path) -> None:
    text = file.read_text("utf-8")
    assert value_at(text, ()) == yaml.load(text, yaml.BaseLoader)
