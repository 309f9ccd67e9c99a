"""Problems as people and programs read them."""

from __future__ import annotations

import json

from site_generator.problems import (
    Problem,
    as_github,
    as_json,
    as_text,
    closing_line,
    did_you_mean,
    has_errors,
    in_reading_order,
    nearest,
)

ERROR = Problem(path="municipalities/x/site.yml", line=4, message="Forkert.", remedy="Ret det.")
WARNING = Problem(
    path="municipalities/x/events.yml",
    line=12,
    message="Hm.",
    remedy="Se efter.",
    field="date",
    level="warning",
)


def test_text_begins_with_file_and_line() -> None:
    """An editor can click on the place, and sees what is only a warning."""
    assert as_text([ERROR, WARNING]) == (
        "municipalities/x/site.yml:4  Forkert. Ret det.\n"
        "municipalities/x/events.yml:12  Advarsel: Hm. Se efter.\n"
    )


def test_github_shows_each_at_its_line() -> None:
    """Workflow commands name the level, the file and the line."""
    assert as_github([ERROR, WARNING]) == (
        "::error file=municipalities/x/site.yml,line=4::Forkert. Ret det.\n"
        "::warning file=municipalities/x/events.yml,line=12::Hm. Se efter.\n"
    )


def test_github_cannot_be_led_astray() -> None:
    """Line breaks, percents, colons and commas of authors do not end or extend a command."""
    nasty = Problem(
        path="pages/a,line=1::error b.md\n",
        line=1,
        message="100 %\n::error::falsk",
        remedy="a, b: c\r",
    )
    assert as_github([nasty]) == (
        "::error file=pages/a%2Cline=1%3A%3Aerror b.md%0A,line=1::"
        "100 %25%0A::error::falsk a, b: c%0D\n"
    )


def test_json_has_everything() -> None:
    """Programs get all fields, and Danish letters as they are."""
    problem = Problem(path="a.yml", line=1, message="Øv.", remedy="Æh.")
    text = as_json([problem])
    assert "Øv." in text
    assert json.loads(text) == [
        {
            "path": "a.yml",
            "line": 1,
            "message": "Øv.",
            "remedy": "Æh.",
            "field": "",
            "level": "error",
        }
    ]
    assert json.loads(as_json([])) == []


def test_reading_order_is_by_file_and_line_without_doubles() -> None:
    """Errors come before warnings of the same line; the same fault is told once."""
    later = Problem(path="a.yml", line=10, message="B.", remedy="")
    first = Problem(path="a.yml", line=2, message="A.", remedy="")
    warning = Problem(path="a.yml", line=2, message="A.", remedy="", level="warning")
    assert in_reading_order([later, warning, first, first]) == [first, warning, later]


def test_only_errors_stop() -> None:
    """A warning is printed and stops nothing."""
    assert not has_errors([WARNING])
    assert has_errors([WARNING, ERROR])


def test_the_last_line_counts() -> None:
    """One warning is «advarsel», none is said in words."""
    assert closing_line([]) == "Alt er i orden."
    assert closing_line([ERROR, WARNING]) == "1 fejl og 1 advarsel."
    assert closing_line([WARNING, WARNING]) == "0 fejl og 2 advarsler."


def test_did_you_mean() -> None:
    """The nearest word, and the others as long as they can be overlooked at a glance."""
    assert (
        did_you_mean("opne", ["open", "closed"]) == "Mente du «open»? Du kan skrive: open, closed."
    )
    assert did_you_mean("xyz", ["open", "open"]) == "Du kan skrive: open."
    assert did_you_mean("x", []) == ""
    many = [f"tilbud-{number}" for number in range(60)]
    assert did_you_mean("tilbud-7", many) == "Mente du «tilbud-7»?"
    assert did_you_mean("noget helt andet", many).endswith("tilbud-24 og flere.")


def test_nearest_ignores_case_and_takes_its_time() -> None:
    """Case is no difference, and a text of 20,000 characters costs nothing."""
    assert nearest("TITLE", ["title", "topic"]) == "title"
    assert nearest("datse", ["date", "dates"]) == "dates"
    assert nearest("x" * 20_000, ["title"] * 20) is None


def test_a_name_cannot_give_commands_to_a_log_or_a_terminal():
    """A file may be called anything, also in a stranger's pull request."""
    name = "media/\n::error file=README.md,line=1::pwned\x1b[2J\u202e"
    told = str(Problem(path=name, line=1, message="Galt.", remedy="Ret det."))
    assert told == (
        "media/\\x0a::error file=README.md,line=1::pwned\\x1b[2J\\x202e:1  Galt. Ret det."
    )
