"""One account: what every medium tells of houses made at random, against an oracle.

The houses, the oracle and the reading back are in `proof/`. `make test` makes 100 houses and
`make test-all` 1,000; each is built for a day in one of many seasons.
"""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from proof.built import build
from proof.comparing import compare
from proof.houses import Written, houses
from proof.tally import Tally

HERE = Path(__file__).parent
# Hypothesis tries the same houses each time, so that a test never fails by chance.
SETTINGS = settings(
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
EVERY = 5


def compared(written: Written, *, paper: bool) -> Tally:
    """All comparisons of one house; none where `check` would have stopped its author."""
    built = build(written)
    return compare(written, built, paper=paper) if built else Tally()


@settings(SETTINGS, max_examples=100)
@given(houses())
def test_every_medium_says_what_the_oracle_says(written: Written) -> None:
    tally = compared(written, paper=_is_chosen(written))
    assert tally.disagreements == []


@pytest.mark.slow
def test_a_thousand_houses(capsys: pytest.CaptureFixture[str]) -> None:
    total = Tally()

    @settings(SETTINGS, max_examples=1200)
    @given(houses())
    def run(written: Written) -> None:
        if total.houses < 1000:
            tally = compared(written, paper=_is_chosen(written))
            total.add(tally)
            assert tally.disagreements == []

    run()
    with capsys.disabled():
        print(f"\n{total.houses} houses, {total.comparisons} comparisons, 0 disagreements")
    assert total.houses == 1000


def _is_chosen(written: Written) -> bool:
    """Setting paper takes longest, so one house in five is set; always the same ones."""
    return sum(map(len, written.files.values())) % EVERY == 0


@pytest.mark.parametrize(
    "module", ["written", "oracle", "oracle_hours", "oracle_activities", "oracle_words"]
)
def test_the_oracle_shares_no_code_with_the_package(module: str) -> None:
    tree = ast.parse((HERE / "proof" / f"{module}.py").read_text("utf-8"))
    names = {
        name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in [getattr(node, "module", None) or node.names[0].name]
    }
    allowed = ("__future__", "collections", "dataclasses", "datetime", "functools", "typing")
    own = ("proof.written", "proof.oracle_hours", "proof.oracle_activities", "proof.oracle_words")
    others = ("re", "yaml", "zoneinfo", "dateutil.easter")
    assert {n for n in names if n.split(".")[0] not in allowed} <= {*own, *others}
