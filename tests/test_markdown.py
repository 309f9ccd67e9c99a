"""Authors' Markdown: what comes of it on a page and as plain words, and how long it may take."""

from __future__ import annotations

import time
from gettext import NullTranslations
from pathlib import Path

import pytest
import yaml

from site_generator.language.spoken import Language, speaking
from site_generator.wording.markdown import MAX_LEVEL, html_of, look_at
from site_generator.wording.markup import to_html, to_text

CASES = yaml.safe_load((Path(__file__).parent / "cases/markdown/texts.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["shows"])
def test_text(case: dict[str, str]):
    assert str(to_html(case["text"])) == case["html"]
    if "words" in case:
        assert to_text(case["text"]) == case["words"]


@pytest.mark.parametrize(
    "text",
    [
        "[" * 25_000,
        "![" * 5_000,
        "[a][" * 5_000,
        "<![CDATA[" * 2_500,
        "1. " * 500,
        "> " * 2_000,
        "*a_" * 5_000,
        "<a " * 5_000,
        "`" * 25_000,
        "|a" * 5_000 + "\n" + "|-" * 5_000,
        "\n".join(" " * 2 * depth + "- a" for depth in range(200)),
        "[" * 5_000 + "a" + "](u)" * 5_000,
        "5. maj\n\n" * 2_500,
    ],
    ids=lambda text: text[:8].strip(),
)
def test_no_text_takes_long(text: str):
    """Beside the same amount of plain words, so that a slow machine is no reason to fail."""
    assert seconds(text) < 4 * seconds("Kom og vær med i huset. \n\n" * 5_000)


def seconds(text: str) -> float:
    """The best of three: what else the machine does is not what is measured."""
    return min(_once(text) for _ in range(3))


def _once(text: str) -> float:
    began = time.process_time()
    html_of(text, str)
    return time.process_time() - began


@pytest.mark.parametrize("mark", ["1. ", "> ", "- "])
def test_what_is_too_deep_to_be_shown_is_found(mark: str):
    """The parser leaves out what is deeper than it goes, without a word."""
    assert look_at("Hej\n\n" + mark * 500 + "a").too_deep is not None
    assert look_at("Hej\n\n" + mark * 3 + "a").too_deep is None
    assert MAX_LEVEL < 20


def test_the_way_to_a_file_holds_in_every_language():
    """A page in English lies one folder further down than the Danish one, and files lie once."""
    text = "[Folder](../media/folder.pdf) [Tilbud](../tilbud/)"
    with speaking(Language("en", NullTranslations())):
        html = str(to_html(text))
    assert 'href="../../media/folder.pdf"' in html
    assert 'href="../tilbud/"' in html
    assert 'href="../media/folder.pdf"' in str(to_html(text))
