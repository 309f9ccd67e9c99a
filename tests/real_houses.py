"""The houses that are published, for the tests marked `content`: of what they say.

A repository without any house has nothing to test here; that is no fault of the program.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

import pytest
import yaml
from building import ROOT

REAL = ROOT / "municipalities"
REAL_SLUGS = tuple(sorted(file.parent.name for file in REAL.glob("*/site.yml")))
REAL_FILES = sorted(REAL.glob("*/*.yml"))

T = TypeVar("T")


def each(real: Iterable[T]) -> list[T | object]:
    """Parameters of a test; without any it is skipped, since nothing is published."""
    nothing = pytest.param(None, marks=pytest.mark.skip(reason="municipalities/ holds no house"))
    return [*real] or [nothing]


def other_languages(slug: str) -> list[str]:
    """Those that a house writes in beside Danish."""
    site = yaml.safe_load((REAL / slug / "site.yml").read_text("utf-8"))
    return [code for code in site.get("languages", ()) if code != "da"]
