"""LIX as it is reckoned by hand, and every shared text below the number that is promised."""

from __future__ import annotations

import pytest
from building import PROJECT, ROOT
from click.testing import CliRunner

from site_generator.commands.cli import main
from site_generator.records.shared_content import read_shared_content
from site_generator.rules.readability import EASY, lix
from site_generator.rules.reading_ease import SharedText, shared_texts

SHARED = tuple(shared_texts(read_shared_content(ROOT / "content")[0]))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0),
        ("Kom ind.", 2),
        # Ten words in two sentences, one of them long: 5 + 10.
        ("Du kan bare komme til os. Det er helt gratisere.", 15),
        ("## Overskrift\n\n- et\n- to", 1 + 33),
        ("Se [siden her](https://eksempel.dk/meget-lang-adresse).", 3),
    ],
)
def test_lix_is_words_a_sentence_and_the_share_of_long_words(text: str, expected: int):
    assert lix(text) == expected


@pytest.mark.parametrize("text", SHARED, ids=lambda text: text.path)
def test_shared_texts_are_easy(text: SharedText):
    assert text.lix <= EASY


def test_check_prints_them_when_asked():
    arguments = ["check", "skive", "--lix", "--root", str(PROJECT), "--date", "2026-11-22"]
    result = CliRunner().invoke(main, arguments)
    for text in SHARED:
        assert f"{text.lix:>3}  {text.path}" in result.stderr
    assert "lix" not in result.stdout
